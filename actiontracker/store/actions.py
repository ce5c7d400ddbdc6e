"""What happens to a tracked action: it is found, its due date is set, it changes, it is done. Each leaves history."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from actiontracker.records import Review, Status
from actiontracker.store.references import find_id, own_reference
from actiontracker.store.rows import Given, insert, storable, update

if TYPE_CHECKING:
    import datetime

    from sqlite_utils import Database

    from actiontracker.records import Action

MACHINE = "actiontracker"
"""Who does what no person did."""


class Event(StrEnum):
    """What history tells of an action."""

    FOUND = "found"
    CHANGED = "minutes changed"
    MISSING = "no longer in the minutes"
    DONE = "done"


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


def note(
    hand: Hand, action_id: int, what: Event, why: str, field: str | None = None, old: Given = None, new: Given = None
) -> None:
    """Add a line to an action's history."""
    insert(
        hand.db,
        "history",
        action_id=action_id,
        at=hand.at,
        who=hand.by,
        what=what,
        field=field,
        old=_as_text(old),
        new=_as_text(new),
        why=why,
        decided=hand.decided,
        source_id=hand.source_id,
    )


def add_action(hand: Hand, action: Action, meeting_id: int, commitment_id: int, item_number: str | None) -> int:
    """Track a new action and return its id."""
    found = commitment_fields(action, item_number)
    status, review = Status.OPEN, Review.SUGGESTED
    action_id = insert(
        hand.db,
        "actions",
        meeting_id=meeting_id,
        commitment_id=commitment_id,
        due_reason=action.due_reason,
        status=status,
        review=review,
        **found,
    )
    link(hand, action_id, commitment_id)
    set_due(hand, action_id, action.due, action.due_rule, action.due_reason)
    return action_id


def commitment_fields(action: Action, item_number: str | None) -> dict[str, Given]:
    """The columns of `actions` that repeat what the minutes say, due date apart."""
    found = action.commitment
    return {
        "own_ref": own_reference(item_number),
        "action": found.action,
        "kind": found.kind,
        "owner": found.owner.text if found.owner else None,
        "owner_inferred": action.owner_inferred,
        "recipient": found.recipient.text if found.recipient else None,
        "deadline": found.deadline.text if found.deadline else None,
        "condition": found.condition.text if found.condition else None,
    }


def link(hand: Hand, action_id: int, commitment_id: int) -> None:
    """Let the action rest on that commitment too."""
    insert(hand.db, "action_commitments", action_id=action_id, commitment_id=commitment_id)


def set_due(hand: Hand, action_id: int, due: datetime.date | None, rule: str | None, reason: str) -> None:
    """Give the action a due date, or none; the first is kept, and each later date that differs counts as a move."""
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
    )
    hand.db.execute(
        """UPDATE actions SET due = :due, due_rule = :rule, due_reason = :reason,
        times_moved = times_moved + (first_due IS NOT NULL AND due IS NOT :due),
        first_due = coalesce(first_due, :due) WHERE id = :id""",
        {"due": storable(due), "rule": storable(rule), "reason": storable(reason), "id": action_id},
    )


def decided_fields(db: Database, action_id: int) -> frozenset[str]:
    """The fields that a person has set; no reading of minutes may change them."""
    decided = "SELECT DISTINCT field FROM history WHERE action_id = ? AND decided = 1 AND field IS NOT NULL"
    return frozenset(field for (field,) in db.execute(decided, [action_id]))


def mark_done(hand: Hand, ref: str, on: datetime.date, why: str) -> int:
    """Close the action on that day and return its id; the same day told twice changes nothing.

    Raises:
        UnknownReferenceError: no action by that reference.
    """
    action_id = find_id(hand.db.conn, ref)
    before = hand.db.execute("SELECT status, done_on FROM actions WHERE id = ?", [action_id]).fetchone()
    after = (Status.DONE.value, on.isoformat())
    for field, old, new in zip(("status", "done_on"), before, after, strict=True):
        if old != new:
            note(hand, action_id, Event.DONE, why, field, old, new)
    if before != after:
        update(hand.db, "actions", action_id, status=Status.DONE, done_on=on)
    return action_id


def _as_text(value: Given) -> str | None:
    value = storable(value)
    return None if value is None else str(value)
