"""Actions that no program found: entered by hand, from words of stored minutes or from what a person typed.

Each rests on words like any other: those of the minutes where they are quoted, else those that were typed, which are
kept as a source of their own.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.errors import TrackerError
from actiontracker.records import Kind, Meeting, MeetingStatus, Review, Section, SourceKind, Span, Status
from actiontracker.store.actions import link
from actiontracker.store.bodies import holder_of
from actiontracker.store.meetings import meeting_id
from actiontracker.store.rows import insert
from actiontracker.store.steps import Event, Hand, begin_step, note, set_due

if TYPE_CHECKING:
    import datetime
    import sqlite3

TYPED: Final = "a person"
"""What stands in place of the model's version."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An action as a person enters it; `quote` are words of the minutes of its meeting, where they are stored."""

    action: str
    meeting: Meeting
    kind: Kind = Kind.UNDERTAKING
    owner: str | None = None
    recipient: str | None = None
    deadline: str | None = None
    due: datetime.date | None = None
    due_rule: str | None = None
    due_reason: str = "no deadline was given"
    condition: str | None = None
    own_ref: str | None = None
    recurs: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a stored source that an action is to rest on; offsets count characters of its text from 0."""

    source_id: int
    span: Span
    quote: str
    line: int
    item_id: int | None = None


def add(hand: Hand, entry: Entry) -> int:
    """Track the entered action, confirmed as it is, and return its id.

    Raises:
        TrackerError: the words quoted stand in no stored minutes of that meeting, or in several places.
    """
    hand = begin_step(hand, "add")
    meeting = meeting_id(hand.db, entry.meeting)
    evidence = quoted(hand.db.conn, meeting, entry.quote) if entry.quote else put_note(hand, entry.action, meeting)
    action_id = put_entered(hand, entry, meeting, evidence, Status.OPEN)
    note(hand, action_id, Event.ADDED, "", new=entry.action)
    return action_id


def put_entered(hand: Hand, entry: Entry, meeting: int, evidence: Evidence, status: Status) -> int:
    """The entry as a confirmed action resting on that evidence; return its id. History is the caller's to tell."""
    said = {name: getattr(entry, name) for name in ("kind", "action", "owner", "recipient", "deadline", "condition")}
    commitment = _put_words(hand, evidence, said)
    action_id = insert(
        hand.db,
        "actions",
        meeting_id=meeting,
        commitment_id=commitment,
        due_reason=entry.due_reason,
        status=status,
        body_id=holder_of(hand.db.conn, meeting),
        review=Review.ACCEPTED,
        own_ref=entry.own_ref,
        recurs=entry.recurs,
        **said,
    )
    link(hand, action_id, commitment)
    set_due(hand, action_id, entry.due, entry.due_rule, entry.due_reason)
    return action_id


def _put_words(hand: Hand, evidence: Evidence, said: dict[str, str | None]) -> int:
    return insert(
        hand.db,
        "commitments",
        source_id=evidence.source_id,
        item_id=evidence.item_id,
        start=evidence.span.start,
        end=evidence.span.end,
        line=evidence.line,
        section=Section.MINUTES,
        score=1.0,
        quote=evidence.quote,
        cue="entered by hand",
        passage=0,
        passage_start=evidence.span.start,
        passage_end=evidence.span.end,
        model_version=TYPED,
        **said,
    )


def put_note(hand: Hand, words: str, meeting: int) -> Evidence:
    """Keep what a person typed as a source of its own, and return where its words stand."""
    text = " ".join(words.split())
    source = put_typed_source(hand, text, f"entered by {hand.by}", SourceKind.NOTE, meeting)
    return Evidence(source, Span(0, len(text)), text, 1)


def put_typed_source(hand: Hand, text: str, path: str, kind: SourceKind, meeting: int, sha256: str = "") -> int:
    """Keep a text that is not minutes as a source; without `sha256` it is one of its own, whatever it holds."""
    (number,) = hand.db.execute("SELECT count(*) FROM sources").fetchone()
    digest = hashlib.sha256(f"{hand.at}|{hand.by}|{number}|{text}".encode(errors="replace")).hexdigest()
    return insert(
        hand.db,
        "sources",
        sha256=sha256 or digest,
        meeting_id=meeting,
        path=path,
        kind=kind,
        status=MeetingStatus.UNKNOWN,
        model_version=TYPED,
        read_at=hand.at,
        read_by=hand.by,
        text=text,
    )


def quoted(connection: sqlite3.Connection, meeting: int, words: str) -> Evidence:
    """Where the words stand in the stored minutes of a meeting, however lines are broken; the newest version's count.

    Raises:
        TrackerError: nowhere, or more than once.
    """
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    sources = connection.execute("SELECT id, text FROM sources WHERE meeting_id = ? ORDER BY id DESC", [meeting])
    for source, text in sources:
        places = [match.span() for match in pattern.finditer(text)]
        if len(places) > 1:
            message = f"The words stand {len(places)} times in the minutes of that meeting"
            raise TrackerError(message, "Quote more of them, so that it is clear which place is meant")
        if places:
            start, end = places[0]
            line = text.count("\n", 0, start) + 1
            return Evidence(int(source), Span(start, end), text[start:end], line, _item_at(connection, source, start))
    raise TrackerError(
        "Those words do not stand in any minutes of that meeting in the tracker",
        "Check --quote against `actiontracker meetings`, or leave it out",
    )


def _item_at(connection: sqlite3.Connection, source: int, offset: int) -> int | None:
    row = connection.execute(
        "SELECT id FROM items WHERE source_id = ? AND start <= ? ORDER BY start DESC LIMIT 1", [source, offset]
    ).fetchone()
    return int(row[0]) if row else None
