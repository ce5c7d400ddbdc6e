"""How an action gets on: updates, pauses, later dates, and an ending that takes two steps, proposed and agreed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.errors import UsageError
from actiontracker.records import OUTSTANDING, RUNNING, Response, Review, Status
from actiontracker.store.meetings import day
from actiontracker.store.review import change_due
from actiontracker.store.rows import Given, insert
from actiontracker.store.steps import MACHINE, NEXT_OCCURRENCE, Event, Hand, begin_step, change, note

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from actiontracker.records import Rag


@dataclass(frozen=True, slots=True)
class Transition:
    """A way from one status to another: from where it may be taken, and where it leads."""

    event: Event
    since: frozenset[Status]
    to: Status


_ENDED: Final = frozenset({Status.CLOSED, Status.NOT_NEEDED, Status.MOVED})

START: Final = Transition(Event.STARTED, frozenset({Status.OPEN, Status.PAUSED}), Status.IN_PROGRESS)
PAUSE: Final = Transition(Event.PAUSED, RUNNING, Status.PAUSED)
PROPOSE: Final = Transition(Event.DONE, RUNNING | {Status.PAUSED, Status.PROPOSED}, Status.PROPOSED)
CLOSE: Final = Transition(Event.CLOSED, OUTSTANDING - {Status.IN_PARTS}, Status.CLOSED)
DROP: Final = Transition(Event.DROPPED, OUTSTANDING - {Status.IN_PARTS}, Status.NOT_NEEDED)
MOVE: Final = Transition(Event.MOVED, OUTSTANDING - {Status.IN_PARTS}, Status.MOVED)
REOPEN: Final = Transition(Event.REOPENED, _ENDED | {Status.PROPOSED, Status.PAUSED}, Status.OPEN)
TRANSITIONS: Final = (START, PAUSE, PROPOSE, CLOSE, DROP, MOVE, REOPEN)

_INSTEAD: Final[Mapping[Status, str]] = {
    Status.CLOSED: "`actiontracker reopen REF` opens it again",
    Status.NOT_NEEDED: "`actiontracker reopen REF` opens it again",
    Status.MOVED: "`actiontracker reopen REF` opens it again",
    Status.IN_PARTS: "It ends when its parts have ended; `actiontracker show REF` lists them",
    Status.MERGED: "Name the action that it was merged into; `actiontracker show REF` tells it",
}


def take(
    hand: Hand,
    action_id: int,
    way: Transition,
    why: str,
    fields: Mapping[str, Given] | None = None,
    minute: str | None = None,
) -> None:
    """Bring an action to another status as a person's decision, with what else belongs to it.

    What a person moves on is thereby confirmed. When the last part of an action ends, its closure is proposed.

    Raises:
        UsageError: the action is not in a status from which that way leads.
    """
    status, review = _state(hand, action_id)
    if review is Review.REJECTED:
        raise UsageError(f"A-{action_id:04} was rejected as wrongly found", "`actiontracker accept REF` takes it back")
    if status not in way.since:
        advice = _INSTEAD.get(status, f"From there leads: {_ways_from(status)}")
        raise UsageError(f"A-{action_id:04} is {status}, which cannot become {way.to}", advice)
    hand = begin_step(hand, way.event, why, minute)
    told: dict[str, Given] = {"status": way.to, **(fields or {}), "review": Review.ACCEPTED}
    change(hand, action_id, way.event, why, told)
    _mind_parent(hand, action_id)


def _state(hand: Hand, action_id: int) -> tuple[Status, Review]:
    row = hand.db.execute("SELECT status, review FROM actions WHERE id = ?", [action_id]).fetchone()
    return Status(row[0]), Review(row[1])


def _ways_from(status: Status) -> str:
    return ", ".join(way.event for way in TRANSITIONS if status in way.since)


def _mind_parent(hand: Hand, part: int) -> None:
    """Propose the closure of an action whose last part has ended, and take that back when a part is open again."""
    (parent,) = hand.db.execute("SELECT parent_id FROM actions WHERE id = ?", [part]).fetchone()
    if parent is None:
        return
    (going,) = hand.db.execute("SELECT count(*) FROM actions WHERE parent_id = ? AND stage > 0", [parent]).fetchone()
    status, _ = _state(hand, parent)
    itself = Hand(hand.db, MACHINE, hand.at, decided=False, step_id=hand.step_id)
    if not going and status is Status.IN_PARTS:
        (last,) = hand.db.execute(
            "SELECT max(ifnull(closed_on, done_on)) FROM actions WHERE parent_id = ?", [parent]
        ).fetchone()
        change(itself, parent, Event.DONE, "all its parts have ended", {"status": Status.PROPOSED, "done_on": last})
    elif going and status is Status.PROPOSED:
        change(itself, parent, Event.REOPENED, "one of its parts is open again", {"status": Status.IN_PARTS})


def propose(hand: Hand, action_id: int, on: datetime.date, why: str) -> None:
    """Say that an action was done on that day, for its body to agree; the same day told twice changes nothing.

    Something that comes round again is done for this time: its next occurrence is then what is due.

    Raises:
        UsageError: the action has ended or is in parts.
    """
    take(hand, action_id, PROPOSE, why, {"done_on": on, "updated_on": _later(hand, action_id, on)})


def close(hand: Hand, action_id: int, minute: str, on: datetime.date, why: str) -> None:
    """Record that the body agreed the closure, in which minute and on which day."""
    take(hand, action_id, CLOSE, why, {"closed_on": on, "closed_minute": minute}, minute)


def drop(hand: Hand, action_id: int, on: datetime.date, why: str, minute: str | None) -> None:
    """Record that an action is no longer needed, and why."""
    take(hand, action_id, DROP, why, {"closed_on": on, "closed_minute": minute}, minute)


def move(hand: Hand, action_id: int, to: str, on: datetime.date, why: str, minute: str | None) -> None:
    """Record that an action went to a work programme or another body's list."""
    take(hand, action_id, MOVE, why, {"moved_to": to, "closed_on": on, "closed_minute": minute}, minute)


def reopen(hand: Hand, action_id: int, why: str, minute: str | None) -> None:
    """Open an action again that had ended, or whose closure was proposed and not agreed."""
    cleared = dict.fromkeys(("done_on", "closed_on", "closed_minute", "moved_to"))
    take(hand, action_id, REOPEN, why, cleared, minute)


def next_time(hand: Hand, action_id: int, on: datetime.date, following: datetime.date | None, why: str) -> None:
    """Say that something that comes round again was done for this time; its next occurrence is then what is due."""
    hand = begin_step(hand, Event.DONE, why)
    (due,) = hand.db.execute("SELECT due FROM actions WHERE id = ?", [action_id]).fetchone()
    put_update(hand, action_id, on, f"done for {due}" if due else "done for this time")
    change_due(hand, action_id, Event.RECURRED, following, NEXT_OCCURRENCE, why or "the next time that it comes round")


def extend(hand: Hand, action_id: int, to: datetime.date, why: str, minute: str | None) -> None:
    """Give an action a later (or another) due date; the dates it had are kept, and it counts as a move.

    Raises:
        UsageError: the action has ended, or has that date already.
    """
    status, _ = _state(hand, action_id)
    if status not in OUTSTANDING:
        raise UsageError(f"A-{action_id:04} is {status} and has no date to move", _INSTEAD[status])
    hand = begin_step(hand, Event.EXTENDED, why, minute)
    if not change_due(hand, action_id, Event.EXTENDED, to, None, why):
        raise UsageError(f"A-{action_id:04} is due on that day already", "Give another day with --to")
    change(hand, action_id, Event.ACCEPTED, why, {"review": Review.ACCEPTED})


def put_update(hand: Hand, action_id: int, on: datetime.date, words: str, report_id: int | None = None) -> None:
    """Add a word about an action's progress, inside the hand's step."""
    insert(
        hand.db,
        "updates",
        action_id=action_id,
        day=on,
        words=words,
        who=hand.by,
        at=hand.at,
        step_id=hand.step_id,
        report_id=report_id,
    )
    note(hand, action_id, Event.UPDATED, words)
    change(hand, action_id, Event.UPDATED, words, {"updated_on": _later(hand, action_id, on)})


def tell(hand: Hand, action_id: int, on: datetime.date, words: str) -> None:
    """Keep what somebody said of an action's progress on that day."""
    put_update(begin_step(hand, Event.UPDATED, words), action_id, on, words)


def send(hand: Hand, action_id: int, on: datetime.date, response_due: datetime.date | None, rule: str | None) -> None:
    """Record that a recommendation was sent on that day, by when an answer is due, and by which clock."""
    why = f"the clock “{rule}”" if rule else ""
    fields: dict[str, Given] = {"sent_on": on, "response_due": response_due, "response_rule": rule}
    change(begin_step(hand, Event.SENT, why), action_id, Event.SENT, why, {**fields, "review": Review.ACCEPTED})


def answer(hand: Hand, action_id: int, response: Response, on: datetime.date, why: str, minute: str | None) -> None:
    """Record what was made of a recommendation; one that was rejected is no longer needed.

    Raises:
        UsageError: it was rejected, and has ended already.
    """
    told: dict[str, Given] = {"response": response, "response_on": on, "updated_on": _later(hand, action_id, on)}
    if response is Response.REJECTED:
        take(hand, action_id, DROP, why or "rejected", {**told, "closed_on": on, "closed_minute": minute}, minute)
        return
    hand = begin_step(hand, Event.ANSWERED, why, minute)
    change(hand, action_id, Event.ANSWERED, why, {**told, "review": Review.ACCEPTED})


def judge(hand: Hand, action_id: int, rag: Rag | None, why: str) -> None:
    """Keep how a person judges the action's prospects; None takes the judgement back."""
    change(begin_step(hand, Event.JUDGED, why), action_id, Event.JUDGED, why, {"rag": rag})


def _later(hand: Hand, action_id: int, on: datetime.date) -> datetime.date:
    (known,) = hand.db.execute("SELECT updated_on FROM actions WHERE id = ?", [action_id]).fetchone()
    before = day(known)
    return on if before is None or on > before else before
