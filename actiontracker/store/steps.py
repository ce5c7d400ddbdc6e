"""Steps: what one command of a person, or one reading of minutes, changes together, with its history.

Every change of an action's columns goes through `change`, so that history always replays to the present state.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from actiontracker.store.rows import Given, insert, storable, update

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from sqlite_utils import Database

MACHINE = "actiontracker"
"""Who does what no person did."""


class Event(StrEnum):
    """What history tells of an action."""

    FOUND = "found"
    ADDED = "added by hand"
    IMPORTED = "imported"
    CHANGED = "minutes changed"
    MISSING = "no longer in the minutes"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EDITED = "edited"
    SPLIT = "split"
    MERGED = "merged"
    UPDATED = "update"
    STARTED = "started"
    PAUSED = "paused"
    DONE = "done"
    CLOSED = "closed"
    REOPENED = "reopened"
    DROPPED = "no longer needed"
    MOVED = "moved"
    EXTENDED = "extended"
    DATED = "date became known"
    RECURRED = "next occurrence"
    JUDGED = "judged"
    SENT = "sent"
    ANSWERED = "answered"
    REPORTED = "reported on"
    HANDED_ON = "handed on"
    RECOGNISED = "owner recognised"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Hand:
    """Who is writing, when (as `rows.moment` puts it), and on what ground."""

    db: Database
    by: str
    at: str
    decided: bool
    """Whether a person decides, so that no later reading may undo it."""
    source_id: int | None = None
    """The document that is the cause."""
    step_id: int | None = None


def begin_step(hand: Hand, what: str, why: str = "", minute: str | None = None, undoes: int | None = None) -> Hand:
    """The same hand with a step of its own, which all its changes belong to."""
    step = insert(hand.db, "steps", at=hand.at, who=hand.by, what=what, why=why, minute=minute, undoes=undoes)
    return replace(hand, step_id=step)


def note(
    hand: Hand,
    action_id: int,
    what: Event,
    why: str,
    field: str | None = None,
    old: Given = None,
    new: Given = None,
    *,
    applied: bool = True,
) -> None:
    """Add a line to an action's history; `applied` is False where it only tells what minutes now say."""
    insert(
        hand.db,
        "history",
        action_id=action_id,
        at=hand.at,
        who=hand.by,
        what=what,
        field=field,
        old=as_text(old),
        new=as_text(new),
        why=why,
        decided=hand.decided,
        source_id=hand.source_id,
        step_id=hand.step_id,
        applied=applied,
    )


def change(hand: Hand, action_id: int, what: Event, why: str, fields: Mapping[str, Given]) -> tuple[str, ...]:
    """Set columns of an action, with a line of history for each that differs; return the names of those.

    The due date is not among them: it goes through `set_due`, which keeps every date there ever was.
    """
    if not fields:
        return ()
    names = tuple(fields)
    row = hand.db.execute(f"SELECT {', '.join(names)} FROM actions WHERE id = ?", [action_id]).fetchone()  # noqa: S608 - names of columns from the program itself
    differing = {
        name: fields[name] for name, old in zip(names, row, strict=True) if as_text(old) != as_text(fields[name])
    }
    for name, old in zip(names, row, strict=True):
        if name in differing:
            note(hand, action_id, what, why, name, old, differing[name])
    if differing:
        update(hand.db, "actions", action_id, **differing)
    return tuple(differing)


def set_due(
    hand: Hand, action_id: int, due: datetime.date | None, rule: str | None, reason: str, *, undoes: int | None = None
) -> None:
    """Give the action a due date, or none; the first is kept, and each later date that differs counts as a move.

    With `undoes`, the id of a due date, that one and this count for nothing any more.
    """
    insert(
        hand.db,
        "due_dates",
        action_id=action_id,
        due=due,
        rule=rule,
        reason=reason,
        who=hand.by,
        at=hand.at,
        decided=hand.decided,
        step_id=hand.step_id,
        undoes=undoes,
    )
    first, moved = first_and_moves(hand.db, action_id)
    update(
        hand.db,
        "actions",
        action_id,
        due=due,
        due_rule=rule,
        due_reason=reason,
        first_due=first,
        times_moved=moved,
    )


def first_and_moves(db: Database, action_id: int) -> tuple[str | None, int]:
    """The first date an action had, and how often it was moved since, by the due dates that nobody took back.

    The next occurrence of something that comes round again is no move.
    """
    rows = db.execute(
        """SELECT due, rule FROM due_dates d WHERE action_id = ? AND undoes IS NULL
        AND NOT EXISTS (SELECT 1 FROM due_dates u WHERE u.undoes = d.id) ORDER BY id""",
        [action_id],
    ).fetchall()
    dates = [due for due, _ in rows]
    first = next((number for number, due in enumerate(dates) if due is not None), None)
    if first is None:
        return None, 0
    moved = sum(one[0] != other[0] and other[1] != NEXT_OCCURRENCE for one, other in pairwise(rows[first:]))
    return dates[first], moved


NEXT_OCCURRENCE = "next occurrence"
"""The rule by which an action that comes round again gets its next date."""


def decided_fields(db: Database, action_id: int) -> frozenset[str]:
    """The fields that a person has set and nobody took back; no reading of minutes may change them."""
    decided = "SELECT DISTINCT field FROM decisions WHERE action_id = ? AND field IS NOT NULL"
    return frozenset(field for (field,) in db.execute(decided, [action_id]))


def as_text(value: Given) -> str | None:
    """A value as history keeps it."""
    value = storable(value)
    return None if value is None else str(value)
