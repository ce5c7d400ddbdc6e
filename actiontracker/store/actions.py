"""A found commitment becomes a tracked action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actiontracker.records import Review, Status
from actiontracker.store.bodies import holder_of
from actiontracker.store.references import own_reference
from actiontracker.store.rows import Given, insert
from actiontracker.store.steps import set_due

if TYPE_CHECKING:
    from actiontracker.records import Action
    from actiontracker.store.steps import Hand


def add_action(hand: Hand, action: Action, meeting_id: int, commitment_id: int, item_number: str | None) -> int:
    """Track a new action and return its id."""
    found = commitment_fields(action, item_number)
    found["body_id"] = holder_of(hand.db.conn, meeting_id)
    status, review = Status.OPEN, Review.SUGGESTED
    action_id = insert(
        hand.db,
        "actions",
        meeting_id=meeting_id,
        commitment_id=commitment_id,
        due_reason=action.due_reason,
        status=status,
        review=review,
        recurs=action.recurs,
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
