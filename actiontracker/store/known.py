"""What the tracker already holds of a meeting, for deciding whether a document is a new version of an earlier one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from actiontracker.records import Kind, Meeting, MeetingStatus, Review, Span, Status
from actiontracker.store.meetings import name_key, stored_meeting

if TYPE_CHECKING:
    import datetime
    import sqlite3

_SOURCES = "SELECT id, sha256, path, status, text, meeting_id FROM sources"

_ACTIONS = """
SELECT a.id, a.ref, a.action, a.kind, a.owner, c.quote, c.source_id, c.start, c.end, i.number, a.status, a.review,
    EXISTS (SELECT 1 FROM decisions h WHERE h.action_id = a.id)
FROM actions a JOIN commitments c ON c.id = a.commitment_id LEFT JOIN items i ON i.id = c.item_id
"""


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A document that the tracker holds; `status` is what it says of itself, `text` what all its spans point into."""

    id: int
    sha256: str
    path: str
    status: MeetingStatus
    text: str
    meeting: Meeting


@dataclass(frozen=True, slots=True)
class KnownAction:
    """An action that the tracker holds, with the latest words it rests on; `span` points into that source's text."""

    id: int
    ref: str
    action: str
    kind: Kind
    owner: str | None
    quote: str
    source_id: int
    span: Span
    item_number: str | None
    status: Status
    review: Review
    decided: bool
    """Whether a person has decided anything about it."""


def source_with(connection: sqlite3.Connection, sha256: str) -> KnownSource | None:
    """The document with that content, if it has been read."""
    found = _sources(connection, "WHERE sha256 = ?", [sha256])
    return found[0] if found else None


def is_known(connection: sqlite3.Connection, sha256: str) -> bool:
    """Whether a document with that content has been read."""
    return connection.execute("SELECT 1 FROM sources WHERE sha256 = ?", [sha256]).fetchone() is not None


def known_sources(
    connection: sqlite3.Connection, authority: str | None, body: str | None, date: datetime.date | None
) -> tuple[KnownSource, ...]:
    """The earlier documents of that meeting, first read first; none where body or date are not certain."""
    meetings = _meetings(connection, authority, body, date)
    return _sources(connection, f"WHERE meeting_id IN ({_marks(meetings)}) ORDER BY id", meetings)


def known_actions(
    connection: sqlite3.Connection, authority: str | None, body: str | None, date: datetime.date | None
) -> tuple[KnownAction, ...]:
    """The actions of that meeting, oldest first; none where body or date are not certain."""
    meetings = _meetings(connection, authority, body, date)
    return _actions(connection, f"WHERE a.meeting_id IN ({_marks(meetings)}) ORDER BY a.id", meetings)


def actions_of(connection: sqlite3.Connection, source_id: int) -> tuple[KnownAction, ...]:
    """The actions that rest on words of that document, oldest first."""
    resting = """WHERE a.id IN (SELECT ac.action_id FROM action_commitments ac
        JOIN commitments o ON o.id = ac.commitment_id WHERE o.source_id = ?) ORDER BY a.id"""
    return _actions(connection, resting, [source_id])


def _meetings(
    connection: sqlite3.Connection, authority: str | None, body: str | None, date: datetime.date | None
) -> list[int]:
    """The meetings it may be: an authority that one side does not name is no contradiction, two candidates are none."""
    ours, key = name_key(authority), name_key(body)
    if date is None or not (ours or key):
        return []
    rows = connection.execute(
        """SELECT m.id, au.key FROM meetings m JOIN bodies b ON b.id = m.body_id
        LEFT JOIN authorities au ON au.id = b.authority_id WHERE m.date = ? AND b.key = ?""",
        [date.isoformat(), key],
    ).fetchall()
    fitting = [(row_id, theirs) for row_id, theirs in rows if not ours or theirs in (None, ours)]
    authorities = {theirs for _, theirs in fitting if theirs}
    return [row_id for row_id, _ in fitting] if len(authorities) <= 1 else []


def _marks(values: list[int]) -> str:
    return ", ".join("?" * len(values))


def _sources(connection: sqlite3.Connection, where: str, values: list[int] | list[str]) -> tuple[KnownSource, ...]:
    rows = connection.execute(f"{_SOURCES} {where}", values).fetchall()
    return tuple(
        KnownSource(source_id, sha256, path, MeetingStatus(status), text, stored_meeting(connection, meeting))
        for source_id, sha256, path, status, text, meeting in rows
    )


def _actions(connection: sqlite3.Connection, where: str, values: list[int]) -> tuple[KnownAction, ...]:
    return tuple(
        KnownAction(
            id=row_id,
            ref=ref,
            action=action,
            kind=Kind(kind),
            owner=owner,
            quote=quote,
            source_id=source,
            span=Span(start, end),
            item_number=number,
            status=Status(status),
            review=Review(review),
            decided=bool(decided),
        )
        for row_id, ref, action, kind, owner, quote, source, start, end, number, status, review, decided in (
            connection.execute(f"{_ACTIONS} {where}", values)
        )
    )
