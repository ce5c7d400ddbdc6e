"""The review: what is new, a meeting at a time, one key each; every decision is kept at once."""

import datetime
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Final

import typer

from actiontracker.cli import surroundings
from actiontracker.cli.asking import Asking, Stopped, asking, choose
from actiontracker.cli.dates import parse_day
from actiontracker.cli.lists import open_for_reading, tracker_path
from actiontracker.cli.options import Body, By, Database
from actiontracker.cli.output import say
from actiontracker.errors import TrackerError
from actiontracker.records import ActionFilter, Kind, Review, TrackedAction
from actiontracker.report.wording import counted

if TYPE_CHECKING:
    from actiontracker.store import Tracker
    from actiontracker.store.reports import Report
    from actiontracker.store.steps import Hand

KEYS: Final = {
    "a": "accept",
    "e": "edit",
    "r": "reject",
    "s": "split",
    "m": "merge",
    "k": "skip",
    "u": "undo",
    "q": "stop",
    "?": "help",
}
"""The keys for a found action."""
REPORT_KEYS: Final = {"y": "yes", "d": "yes, done", "n": "no", "k": "skip", "u": "undo", "q": "stop", "?": "help"}
"""The keys for words of later minutes."""
FIELDS: Final = ("action", "owner", "recipient", "deadline", "due", "condition", "kind")
"""What can be edited, by the number that is typed."""

_HELP: Final = {
    "accept": "it is an action, and as it should be",
    "edit": "it is an action, but a field has to be put right",
    "reject": "it is none; say why, in a few words",
    "split": "it is several actions in one",
    "merge": "it is the same as another action",
    "skip": "decide later",
    "undo": "take back what was decided last",
    "stop": "leave; what was decided is kept, and the next review goes on here",
    "yes": "the words report on this action",
    "yes, done": "they say that it is done",
    "no": "they are about something else",
    "help": "this list",
}


@dataclass
class Session:
    """One review: what was decided in it, and what was passed over."""

    tracker: "Tracker"
    by: str
    ask: Asking
    decided: int = 0
    skipped: set[str] = field(default_factory=set)

    def do(self, ref: str, what: "Callable[[Hand, int], object]") -> TrackedAction:
        """The action as it is after a decision."""
        action = self.tracker.decide(ref, self.by, surroundings.now(), what)
        self.decided += 1
        return action


def review(
    body: Body = None,
    meeting: Annotated[
        datetime.date | None,
        typer.Option(
            "--meeting", metavar="DATE", parser=parse_day, show_default=False, help="Only the meeting of this day."
        ),
    ] = None,
    by: By = None,
    database: Database = None,
) -> None:
    """Decide what is new: found actions, and what later minutes report.

    A meeting at a time, oldest first, one key for each. Every decision is kept
    at once, so you can stop anywhere and go on another day.

    Example: actiontracker review --body Parks
    """
    from actiontracker.store import open_tracker

    open_for_reading(database).close()
    with open_tracker(tracker_path(database)) as tracker:
        session = Session(tracker, by or surroundings.user_name(), asking())
        with suppress(Stopped):
            _review_all(session, body, meeting)
        left = _left(tracker, body, meeting)
    say(f"{counted(session.decided, 'decision').capitalize()} made, {counted(left, 'thing')} left to decide.")


def _left(tracker: "Tracker", body: str | None, meeting: datetime.date | None) -> int:
    wanted = ActionFilter(body=body, meeting=meeting, review=Review.SUGGESTED, outstanding=True)
    return tracker.reader.count(wanted) + len(_reports(tracker, body, meeting))


def _review_all(session: Session, body: str | None, meeting: datetime.date | None) -> None:
    while waiting := _waiting(session, body, meeting):
        _decide_action(session, waiting[0].ref, sum(_same_meeting(one, waiting[0]) for one in waiting))
    while reports := [one for one in _reports(session.tracker, body, meeting) if _key(one) not in session.skipped]:
        _decide_report(session, reports[0], len(reports))


def _waiting(session: Session, body: str | None, meeting: datetime.date | None) -> list[TrackedAction]:
    """What is to be decided and was not passed over, by meeting and in the order of its minutes."""
    wanted = ActionFilter(body=body, meeting=meeting, review=Review.SUGGESTED, outstanding=True)
    found = session.tracker.reader.find(wanted, sort="item")
    return [action for action in found if action.ref not in session.skipped]


def _same_meeting(one: TrackedAction, other: TrackedAction) -> bool:
    return (one.body, one.meeting_date, one.source_path) == (other.body, other.meeting_date, other.source_path)


def _reports(tracker: "Tracker", body: str | None, meeting: datetime.date | None) -> "list[Report]":
    return [one for one in tracker.reader.reports(body) if meeting is None or one.meeting_date == meeting]


def _key(report: "Report") -> str:
    return f"report {report.id}"


# --- found actions ---------------------------------------------------------------------------------------------------


def _decide_action(session: Session, ref: str, left: int) -> None:
    from actiontracker.render.card import print_card
    from actiontracker.report.reviewing import action_card

    card = action_card(session.tracker.reader.evidence(ref), left)
    print_card(card, sys.stdout)
    sys.stdout.flush()
    chosen = choose(session.ask, card.question, KEYS, _HELP)
    try:
        _CHOICES[chosen](session, ref)
    except TrackerError as error:
        say(str(error))


def _accept(session: Session, ref: str) -> None:
    from actiontracker.store.review import accept

    session.do(ref, lambda hand, one: accept(hand, one, ""))


def _reject(session: Session, ref: str) -> None:
    from actiontracker.store.review import reject

    why = session.ask.line("Why is it none?")
    session.do(ref, lambda hand, one: reject(hand, one, why))


def _edit(session: Session, ref: str) -> None:
    """Puts fields right, one after the other, until the clerk presses something that is no field."""
    say("  ".join(f"[{number}] {name}" for number, name in enumerate(FIELDS, start=1)) + "  [Enter] ready")
    while (key := session.ask.key()).isdigit() and 1 <= int(key) <= len(FIELDS):
        _edit_field(session, ref, FIELDS[int(key) - 1])


def _edit_field(session: Session, ref: str, name: str) -> None:
    from actiontracker.store.review import edit

    typed = session.ask.line(f"{name.capitalize()} (empty for none):")
    try:
        fields, due = _said(name, typed)
    except TrackerError as error:
        say(str(error))
        return
    action = session.do(ref, lambda hand, one: edit(hand, one, fields, due))
    value = fields.get(name) if name != "due" else str(action.due)
    say(f"{action.ref} {name}: {value or 'none'}")


def _said(name: str, typed: str) -> tuple[dict[str, str | None], datetime.date | None]:
    """What was typed for a field; TrackerError where it cannot be that."""
    if name == "due":
        try:
            return {}, parse_day(typed)
        except typer.BadParameter as error:
            raise TrackerError(str(error.message).rstrip(".")) from error
    if name == "kind" and typed.lower() not in list(Kind):
        raise TrackerError(f"“{typed}” is no kind of action", f"Say one of: {', '.join(Kind)}")
    if name == "action" and not typed:
        raise TrackerError("An action needs words", "Reject it if it is none")
    return {name: typed.lower() if name == "kind" else typed or None}, None


def _split(session: Session, ref: str) -> None:
    from actiontracker.store.review import split

    parts: list[str] = []
    while typed := session.ask.line(f"Part {len(parts) + 1} (empty when there are no more):"):
        parts.append(typed)
    session.do(ref, lambda hand, one: split(hand, one, parts, ""))


def _merge(session: Session, ref: str) -> None:
    from actiontracker.store.references import find_id
    from actiontracker.store.review import merge

    _offer_others(session.tracker, ref)
    into = session.ask.line("Which action is it the same as?")
    action = session.do(ref, lambda hand, one: merge(hand, one, find_id(hand.db.conn, into), ""))
    say(f"{action.ref} goes on as {action.merged_into}.")


def _offer_others(tracker: "Tracker", ref: str) -> None:
    """The other outstanding actions of the same body, the latest first."""
    this = tracker.reader.one(ref)
    wanted = ActionFilter(body=this.body or this.authority, outstanding=True)
    others = [one for one in tracker.reader.find(wanted, sort="ref") if one.ref != ref]
    for one in others[-12:]:
        say(f"  {one.ref}  {one.action}")


def _skip(session: Session, ref: str) -> None:
    session.skipped.add(ref)


def _undo(session: Session, _: str) -> None:
    if not session.decided:
        say("Nothing was decided yet in this review.")
        return
    what, actions = session.tracker.undo(None, session.by, surroundings.now())
    session.decided -= 1
    session.skipped -= {action.ref for action in actions}
    say(f"“{what}” was taken back for {', '.join(action.ref for action in actions)}.")


def _stop(_session: Session, _: str) -> None:
    raise Stopped


_CHOICES: Final[dict[str, Callable[[Session, str], None]]] = {
    "accept": _accept,
    "edit": _edit,
    "reject": _reject,
    "split": _split,
    "merge": _merge,
    "skip": _skip,
    "undo": _undo,
    "stop": _stop,
}


# --- what later minutes report ---------------------------------------------------------------------------------------


def _decide_report(session: Session, report: "Report", left: int) -> None:
    from actiontracker.render.card import print_card
    from actiontracker.report.reviewing import report_card

    card = report_card(report, left)
    print_card(card, sys.stdout)
    sys.stdout.flush()
    chosen = choose(session.ask, card.question, REPORT_KEYS, _HELP)
    if chosen in ("undo", "stop"):
        _CHOICES[chosen](session, report.ref)
    elif chosen == "skip":
        session.skipped.add(_key(report))
    else:
        says = "done" if chosen == "yes, done" else None
        _keep(session, report, right=chosen != "no", says=says)


def _keep(session: Session, report: "Report", *, right: bool, says: str | None) -> None:
    try:
        action = session.tracker.decide_report(report.id, session.by, surroundings.now(), right=right, says=says)
    except TrackerError as error:
        say(str(error))
        session.skipped.add(_key(report))
        return
    session.decided += 1
    if right:
        say(f"{action.ref} is {action.status}, last heard of on {action.updated_on}.")
