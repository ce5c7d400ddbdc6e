"""Commands for how an action gets on: updates, later dates, pauses, and an ending that is proposed and agreed."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from actiontracker.cli import surroundings
from actiontracker.cli.dates import parse_day
from actiontracker.cli.lists import open_for_reading, tracker_path
from actiontracker.cli.options import By, Database, Minute, Reference, Why
from actiontracker.cli.output import say
from actiontracker.errors import UsageError
from actiontracker.records import Rag, TrackedAction
from actiontracker.report.wording import long_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from actiontracker.store.steps import Hand


def _day(name: str, words: str) -> Any:
    return typer.Option(name, metavar="DATE", parser=parse_day, show_default=False, help=words)


def _needed(name: str, metavar: str, words: str) -> Any:
    return typer.Option(name, metavar=metavar, show_default=False, help=words)


On = Annotated[datetime.date | None, _day("--on", "The day on which it was; without it, today.")]


def decided(database: Path | None, ref: str, by: str | None, do: "Callable[[Hand, int], object]") -> TrackedAction:
    """The action after `do` has changed it, in the name of whoever decides; a mistyped --db makes no new tracker."""
    from actiontracker.store import open_tracker

    with open_for_reading(database) as reader:
        reader.one(ref)
    with open_tracker(tracker_path(database)) as tracker:
        return tracker.decide(ref, by or surroundings.user_name(), surroundings.now(), do)


def checked_day(database: Path | None, ref: str, on: datetime.date | None) -> datetime.date:
    """The day given, or today; UsageError where it lies ahead, or before the meeting that set the action."""
    day = on or surroundings.today()
    if day > surroundings.today():
        raise UsageError(f"{long_day(day)} lies ahead", "Give a day that has come with --on")
    with open_for_reading(database) as reader:
        action = reader.one(ref)
    if action.meeting_date is not None and day < action.meeting_date:
        met = long_day(action.meeting_date)
        raise UsageError(f"{long_day(day)} is before the meeting of {met} that set {action.ref}", "Check --on")
    return day


def done(reference: Reference, on: On = None, why: Why = "", by: By = None, database: Database = None) -> None:
    """Say that an action is done, which proposes to close it.

    It can be late no longer, and is listed as proposed until its committee
    agrees: “actiontracker close” keeps the minute that did. Something that
    comes round again is then due at its next time.

    Example: actiontracker done A-0001 --on 20/07/2026 --why "letter sent"
    """
    from actiontracker.store.progress import next_time, propose

    day = checked_day(database, reference, on)
    with open_for_reading(database) as reader:
        known = reader.one(reference)
    if known.recurs:
        following = _following(database, known, day)
        action = decided(database, reference, by, lambda hand, one: next_time(hand, one, day, following, why))
        when = f"next due on {long_day(action.due)}" if action.due else "the day of its next time is not known"
        say(f"{action.ref} is done for this time; {when}.")
        return
    if known.done_on is not None and on in (None, known.done_on):
        say(f"{known.ref} is done already, since {long_day(known.done_on)}; nothing was changed.")
        return
    action = decided(database, reference, by, lambda hand, one: propose(hand, one, day, why))
    say(f"{action.ref} is done, on {long_day(day)}: {action.action}. It is proposed for closure.")


def _following(database: Path | None, action: TrackedAction, day: datetime.date) -> datetime.date | None:
    """When something that comes round again is due after this time."""
    from actiontracker.resolve.frequencies import next_occurrence
    from actiontracker.store.bodies import body_of_action
    from actiontracker.store.dating import rules_of

    with open_for_reading(database) as reader:
        rules = rules_of(reader.connection, body_of_action(reader.connection, action.ref))
    start = action.first_due or action.due or day
    return next_occurrence(action.recurs or "", start, max(day, action.due or day), rules.calendar)


def close(
    reference: Reference,
    minute: Annotated[str, _needed("--minute", "NUMBER", "The minute in which the committee agreed it.")],
    on: Annotated[datetime.date | None, _day("--on", "The day of that meeting; without it, today.")] = None,
    why: Why = "",
    by: By = None,
    database: Database = None,
) -> None:
    """Record that the committee agreed to close an action.

    It leaves the lists of outstanding actions, and stays in the tracker with
    its history.

    Example: actiontracker close A-0001 --minute 14/2026 --on 20/07/2026
    """
    from actiontracker.store.progress import close as close_action

    day = checked_day(database, reference, on)
    action = decided(database, reference, by, lambda hand, one: close_action(hand, one, minute, day, why))
    say(f"{action.ref} is closed by minute {minute}, on {long_day(day)}: {action.action}")


def reopen(
    reference: Reference, why: Why = "", minute: Minute = None, by: By = None, database: Database = None
) -> None:
    """Open an action again.

    It had ended, or was paused, or its closure was proposed and not agreed.

    Example: actiontracker reopen A-0004 --why "the gate broke again"
    """
    from actiontracker.store.progress import reopen as reopen_action

    action = decided(database, reference, by, lambda hand, one: reopen_action(hand, one, why, minute))
    say(f"{action.ref} is open again: {action.action}")


def update(
    reference: Reference,
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What was done, in a few words.", show_default=False)],
    on: On = None,
    by: By = None,
    database: Database = None,
) -> None:
    """Keep a word about an action's progress.

    Example: actiontracker update A-0001 "Highways will survey it in June"
    """
    from actiontracker.store.progress import tell

    if not words.strip():
        raise UsageError("An update needs some words", "Say what was done")
    day = checked_day(database, reference, on)
    action = decided(database, reference, by, lambda hand, one: tell(hand, one, day, words))
    say(f"{action.ref} has an update of {long_day(day)}.")


def extend(
    reference: Reference,
    to: Annotated[datetime.date, _day("--to", "The new day.")],
    reason: Annotated[str, _needed("--reason", "TEXT", "Why it needs longer.")],
    minute: Minute = None,
    by: By = None,
    database: Database = None,
) -> None:
    """Give an action another due date.

    Every date it ever had is kept: lists go on telling its first one, how often
    it was moved, and how late it is against both.

    Example: actiontracker extend A-0001 --to 30/09/2026 --reason "survey late"
    """
    from actiontracker.store.progress import extend as extend_action

    action = decided(database, reference, by, lambda hand, one: extend_action(hand, one, to, reason, minute))
    first = f", first {long_day(action.first_due)}" if action.first_due and action.first_due != to else ""
    say(f"{action.ref} is due on {long_day(to)} now{first}.")


def start(reference: Reference, why: Why = "", by: By = None, database: Database = None) -> None:
    """Say that work on an action has begun.

    Example: actiontracker start A-0001
    """
    _to(database, reference, by, "START", why, "is in progress")


def pause(reference: Reference, why: Why = "", by: By = None, database: Database = None) -> None:
    """Put an action to rest; it stays outstanding, but cannot be late.

    Example: actiontracker pause A-0001 --why "waits for the election"
    """
    _to(database, reference, by, "PAUSE", why, "is paused")


def _to(database: Path | None, ref: str, by: str | None, way: str, why: str, said: str) -> None:
    from actiontracker.store import progress

    action = decided(database, ref, by, lambda hand, one: progress.take(hand, one, getattr(progress, way), why))
    say(f"{action.ref} {said}: {action.action}")


def drop(
    reference: Reference,
    why: Annotated[str, _needed("--why", "TEXT", "Why nobody needs it any more.")],
    on: On = None,
    minute: Minute = None,
    by: By = None,
    database: Database = None,
) -> None:
    """Record that an action is no longer needed.

    Example: actiontracker drop A-0001 --why "the hall was sold"
    """
    from actiontracker.store.progress import drop as drop_action

    day = checked_day(database, reference, on)
    action = decided(database, reference, by, lambda hand, one: drop_action(hand, one, day, why, minute))
    say(f"{action.ref} is no longer needed: {action.action}")


def move(
    reference: Reference,
    to: Annotated[str, _needed("--to", "TEXT", "Where it went: a work programme, another body.")],
    on: On = None,
    why: Why = "",
    minute: Minute = None,
    by: By = None,
    database: Database = None,
) -> None:
    """Record that an action went to a work programme or to another body.

    Example: actiontracker move A-0001 --to "work programme 2027"
    """
    from actiontracker.store.progress import move as move_action

    day = checked_day(database, reference, on)
    action = decided(database, reference, by, lambda hand, one: move_action(hand, one, to, day, why, minute))
    say(f"{action.ref} was moved to {to}: {action.action}")


def rag(
    reference: Reference,
    colour: Annotated[str, typer.Argument(metavar="COLOUR", help="red, amber, green, or none.", show_default=False)],
    why: Why = "",
    by: By = None,
    database: Database = None,
) -> None:
    """Keep somebody's judgement of how an action stands.

    It is never worked out from dates, and changes none.

    Example: actiontracker rag A-0001 amber --why "no surveyor yet"
    """
    from actiontracker.store.progress import judge

    if colour.lower() not in [*Rag, "none"]:
        raise UsageError(f"“{colour}” is no judgement", f"Say one of: {', '.join(Rag)}, none")
    judged = None if colour.lower() == "none" else Rag(colour.lower())
    action = decided(database, reference, by, lambda hand, one: judge(hand, one, judged, why))
    say(f"{action.ref} is judged {action.rag}." if action.rag else f"{action.ref} has no judgement now.")
