"""A new version of minutes that are already stored: what it changes, what it leaves alone, and what it no longer holds.

What a person decided is never changed; where the minutes now say something else, history tells both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from actiontracker.records import MeetingStatus
from actiontracker.store.actions import commitment_fields, link
from actiontracker.store.rows import Given, storable, update
from actiontracker.store.steps import Event, Hand, decided_fields, note, set_due

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database

    from actiontracker.records import Action, Meeting


@dataclass(frozen=True, slots=True)
class Revision:
    """That a document is a new version of one already stored (approved minutes after draft ones)."""

    source_id: int
    """The version that it replaces; the document's own id where the same file is read again."""
    matches: Mapping[int, int]
    """For each action told in both: its index into `Document.actions`, and the id of the known action."""


@dataclass(frozen=True, slots=True)
class Change:
    """A field that reads otherwise in the new version; `kept` where a person had decided it, so that it stays."""

    ref: str
    field: str
    old: str | None
    new: str | None
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """The version being stored, as a revision needs to know it."""

    meeting_id: int
    told_in: str
    """The document in words: "the approved minutes plans/2026-05-14.pdf"."""
    older: bool = False
    """Whether it is a draft read after the approved minutes: then it changes nothing."""


def version(db: Database, revision: Revision | None, meeting: Meeting, meeting_id: int, path: str) -> Version:
    """What sort of version of its minutes this document is."""
    known = "SELECT status FROM sources WHERE id = ?"
    row = db.execute(known, [revision.source_id]).fetchone() if revision else None
    older = row is not None and row[0] == MeetingStatus.APPROVED and meeting.status is MeetingStatus.DRAFT
    kind = "" if meeting.status is MeetingStatus.UNKNOWN else f"{meeting.status} "
    return Version(meeting_id, f"the {kind}minutes {path}", older)


def revise(
    hand: Hand, version: Version, action_id: int, action: Action, commitment_id: int, number: str | None
) -> tuple[Change, ...]:
    """Let a known action rest on its new words too, take over what they change, and return the differences."""
    before, after = _as_told_before(hand.db, action_id), _as_told(action, number)
    link(hand, action_id, commitment_id)
    if version.older:
        return ()
    decided = decided_fields(hand.db, action_id)
    changes = tuple(
        Change(before["ref"] or "", field, before[field], new, kept=field in decided)
        for field, new in after.items()
        if _squeezed(before[field]) != _squeezed(new)
    )
    _write(hand, version, action_id, changes)
    columns = {
        change.field: change.new for change in changes if not change.kept and change.field not in ("quote", "due")
    }
    update(hand.db, "actions", action_id, meeting_id=version.meeting_id, commitment_id=commitment_id, **columns)
    if "due" not in decided:
        _renew_due(hand, action_id, action)
    return changes


def mark_missing(hand: Hand, version: Version, action_ids: list[int]) -> None:
    """Note of actions that the newest version of their minutes does not hold them; they stay as they are."""
    for action_id in action_ids:
        note(hand, action_id, Event.MISSING, f"not found in {version.told_in}")


def _as_told(action: Action, number: str | None) -> dict[str, str | None]:
    told: dict[str, Given] = commitment_fields(action, number)
    told |= {"quote": action.commitment.quote, "due": action.due}
    return {field: None if value is None else str(storable(value)) for field, value in told.items()}


def _as_told_before(db: Database, action_id: int) -> dict[str, str | None]:
    """What the minutes said until now, whatever people have made of it since."""
    told = ("ref", "own_ref", "action", "kind", "owner", "owner_inferred", "recipient", "deadline", "condition")
    row = db.execute(
        """SELECT a.ref, a.own_ref, c.action, c.kind, c.owner, a.owner_inferred, c.recipient, c.deadline, c.condition,
        c.quote, (SELECT due FROM due_dates WHERE action_id = a.id AND decided = 0 ORDER BY id DESC LIMIT 1)
        FROM actions a JOIN commitments c ON c.id = a.commitment_id WHERE a.id = ?""",
        [action_id],
    ).fetchone()
    if row is None:
        raise ValueError(f"the tracker holds no action {action_id}")
    return dict(zip((*told, "quote", "due"), row, strict=True))


def _write(hand: Hand, version: Version, action_id: int, changes: tuple[Change, ...]) -> None:
    for change in changes:
        kept = "; what a person decided was kept" if change.kept else ""
        why = f"told otherwise in {version.told_in}{kept}"
        note(hand, action_id, Event.CHANGED, why, change.field, change.old, change.new, applied=not change.kept)


def _renew_due(hand: Hand, action_id: int, action: Action) -> None:
    current = hand.db.execute("SELECT due, due_rule, due_reason FROM actions WHERE id = ?", [action_id]).fetchone()
    if current != (storable(action.due), action.due_rule, action.due_reason):
        set_due(hand, action_id, action.due, action.due_rule, action.due_reason)


def _squeezed(text: str | None) -> str | None:
    """Without regard to how lines were broken."""
    return None if text is None else " ".join(text.split())
