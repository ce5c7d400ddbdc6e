"""Saving one document with all that the stages made of it, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from actiontracker.store import revisions, sources
from actiontracker.store.actions import add_action, link
from actiontracker.store.commitments import check_quotes, put_commitment
from actiontracker.store.known import actions_of
from actiontracker.store.meetings import meeting_id
from actiontracker.store.rows import moment
from actiontracker.store.steps import Event, Hand, note

if TYPE_CHECKING:
    import datetime

    from sqlite_utils import Database

    from actiontracker.records import Action, Commitment, Minutes, Problem
    from actiontracker.store.revisions import Change, Revision, Version


@dataclass(frozen=True, slots=True)
class Document:
    """All that the stages made of one file."""

    minutes: Minutes
    actions: tuple[Action, ...]
    problems: tuple[Problem, ...]
    model_version: str
    revision: Revision | None = None


class SavedStatus(StrEnum):
    """What saving a document did."""

    NEW = "new"
    UNCHANGED = "unchanged"
    REVISED = "revised"


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a document's actions, by their references, in the order of the document."""

    status: SavedStatus
    source_id: int
    added: tuple[str, ...] = ()
    matched: tuple[str, ...] = ()
    changed: tuple[Change, ...] = ()
    missing: tuple[str, ...] = ()
    """Actions of the earlier version that the newer one does not hold; they stay in the tracker."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a document's actions hang."""

    source_id: int
    items: tuple[int, ...]
    version: Version


def save(db: Database, document: Document, by: str, at: datetime.datetime) -> Saved:
    """Store the document inside the caller's transaction; content that is already stored changes nothing.

    Raises:
        TrackerError: a quote differs from the words at its place in the source; nothing is stored then.
    """
    minutes, revision = document.minutes, document.revision
    stored = sources.source_id_of(db, minutes.source.sha256)
    if stored is not None and (revision is None or revision.source_id != stored):
        return Saved(SavedStatus.UNCHANGED, stored)
    check_quotes(minutes.source, (action.commitment for action in document.actions))
    hand = Hand(db, by, moment(at), decided=False)
    before = [known.id for known in actions_of(db.conn, revision.source_id)] if revision else []
    place = _put_document(hand, document, stored)
    return _put_actions(replace(hand, source_id=place.source_id), document, place, before)


def _put_document(hand: Hand, document: Document, stored: int | None) -> _Place:
    db, minutes, revision = hand.db, document.minutes, document.revision
    meeting = meeting_id(db, minutes.meeting, sources.meeting_of(db, revision.source_id) if revision else None)
    earlier = revision if stored is None else None
    version = revisions.version(db, earlier, minutes.meeting, meeting, minutes.source.path)
    if stored is None:
        revised = revision.source_id if revision else None
        source_id = sources.put_source(hand, minutes, document.model_version, meeting, revised)
    else:
        source_id = stored
        sources.put_again(hand, stored, minutes, document.model_version, meeting)
    sources.put_people(db, source_id, minutes.meeting, minutes.people)
    sources.put_problems(db, source_id, document.problems)
    return _Place(source_id, sources.put_items(db, source_id, minutes.items), version)


def _put_actions(hand: Hand, document: Document, place: _Place, before: list[int]) -> Saved:
    matches = document.revision.matches if document.revision else {}
    added: list[int] = []
    matched: list[int] = []
    changed: list[Change] = []
    for index, action in enumerate(document.actions):
        known = matches.get(index)
        commitment_id = _put_commitment(hand, document, place, action.commitment)
        number = _item_number(document.minutes, action.commitment)
        if known is None:
            added.append(_put_new(hand, place, action, commitment_id, number))
        elif known in matched:
            link(hand, known, commitment_id)
        else:
            matched.append(known)
            changed += revisions.revise(hand, place.version, known, action, commitment_id, number)
    gone = added if place.version.older else [known for known in before if known not in matched]
    revisions.mark_missing(hand, place.version, gone)
    return Saved(
        status=SavedStatus.REVISED if document.revision else SavedStatus.NEW,
        source_id=place.source_id,
        added=_references(hand.db, added),
        matched=_references(hand.db, matched),
        changed=tuple(changed),
        missing=_references(hand.db, gone),
    )


def _put_commitment(hand: Hand, document: Document, place: _Place, found: Commitment) -> int:
    item = None if found.item is None else place.items[found.item]
    return put_commitment(hand, place.source_id, document.minutes, found, item, document.model_version)


def _put_new(hand: Hand, place: _Place, action: Action, commitment_id: int, number: str | None) -> int:
    action_id = add_action(hand, action, place.version.meeting_id, commitment_id, number)
    why = f"in {place.version.told_in}, line {action.commitment.line}"
    note(hand, action_id, Event.FOUND, why, new=action.commitment.action)
    return action_id


def _item_number(minutes: Minutes, found: Commitment) -> str | None:
    return None if found.item is None else minutes.items[found.item].number


def _references(db: Database, ids: list[int]) -> tuple[str, ...]:
    read = "SELECT ref FROM actions WHERE id = ?"
    return tuple(str(db.execute(read, [action_id]).fetchone()[0]) for action_id in ids)
