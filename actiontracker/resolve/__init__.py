"""Commitments become actions: whose, by when, and which of them are one obligation told more than once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actiontracker.records import Action
from actiontracker.resolve.dates import due_date
from actiontracker.resolve.identity import told_once
from actiontracker.resolve.people import inferred_owner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actiontracker.records import Commitment, Minutes, Problem

__all__ = ["resolve"]


def resolve(minutes: Minutes, commitments: Sequence[Commitment]) -> tuple[tuple[Action, ...], tuple[Problem, ...]]:
    """One action an obligation, in reading order; a deadline that no rule turns into a date is said in `due_reason`."""
    actions = tuple(_action(minutes, commitment) for commitment in told_once(commitments))
    return actions, ()


def _action(minutes: Minutes, commitment: Commitment) -> Action:
    deadline = commitment.deadline.text if commitment.deadline is not None else None
    due = due_date(deadline, minutes.meeting.date, minutes.meeting.next_meeting)
    return Action(
        commitment=commitment,
        owner_inferred=inferred_owner(minutes, commitment),
        due=due.date,
        due_rule=due.rule,
        due_reason=due.reason,
    )
