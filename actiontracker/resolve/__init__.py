"""Commitments become actions: whose, by when, and which of them are one obligation told more than once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actiontracker.records import Action
from actiontracker.resolve.dates import BodyRules, due_date
from actiontracker.resolve.identity import told_once
from actiontracker.resolve.people import inferred_owner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actiontracker.records import Commitment, Minutes, Problem
    from actiontracker.resolve.dates import Due

__all__ = ["resolve"]


def resolve(
    minutes: Minutes, commitments: Sequence[Commitment], bodys: BodyRules | None = None
) -> tuple[tuple[Action, ...], tuple[Problem, ...]]:
    """One action an obligation, in reading order; a deadline that no rule turns into a date is said in `due_reason`.

    `bodys` is what is known of the body beside these minutes.
    """
    actions = tuple(
        _action(minutes, commitment, bodys or BodyRules())
        for commitment in told_once(commitments, minutes.passages, minutes.people)
    )
    return actions, ()


def _action(minutes: Minutes, commitment: Commitment, bodys: BodyRules) -> Action:
    due = _due(minutes, commitment, bodys)
    return Action(
        commitment=commitment,
        owner_inferred=inferred_owner(minutes, commitment),
        due=due.date,
        due_rule=due.rule if due.date is not None else None,
        due_reason=due.reason,
        recurs=due.recurs,
    )


def _due(minutes: Minutes, commitment: Commitment, bodys: BodyRules) -> Due:
    deadline, meeting = commitment.deadline, minutes.meeting
    return due_date(
        deadline.text if deadline is not None else None,
        meeting.date,
        meeting.next_meeting,
        body=meeting.body,
        parties=[words.text for words in (commitment.owner, commitment.recipient) if words is not None],
        follows=minutes.source.text[deadline.span.end : deadline.span.end + 120] if deadline is not None else "",
        bodys=bodys,
    )
