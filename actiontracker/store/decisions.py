"""What people decided of everything found in a document, for annotating it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from actiontracker.records import Kind, Meeting, Review, SourceKind, Span, Words
from actiontracker.store.meetings import day

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

FIELDS = ("owner", "recipient", "deadline", "condition")
"""The words of a commitment that a person may change."""

_SOURCES = """
SELECT s.id, s.path, s.kind, s.text, au.name, b.name, m.date,
    (SELECT n.path FROM sources n WHERE n.revises = s.id ORDER BY n.id DESC LIMIT 1)
FROM sources s JOIN meetings m ON m.id = s.meeting_id LEFT JOIN bodies b ON b.id = m.body_id
LEFT JOIN authorities au ON au.id = b.authority_id ORDER BY s.id
"""
# A document that was read again has a commitment of each reading: the latest counts.
_FOUND = """
SELECT max(c.id), c.start, c.end, c.quote, a.ref, a.kind, a.review,
    EXISTS (SELECT 1 FROM decisions h WHERE h.action_id = a.id),
    (SELECT h.why FROM decisions h WHERE h.action_id = a.id AND h.field = 'review'
        ORDER BY h.id DESC LIMIT 1),
    a.owner, c.owner, c.owner_start, c.owner_end,
    a.recipient, c.recipient, c.recipient_start, c.recipient_end,
    a.deadline, c.deadline, c.deadline_start, c.deadline_end,
    a.condition, c.condition, c.condition_start, c.condition_end
FROM action_commitments ac JOIN commitments c ON c.id = ac.commitment_id JOIN actions a ON a.id = ac.action_id
WHERE c.source_id = ? AND a.parent_id IS NULL GROUP BY a.id ORDER BY c.start, a.id
"""


class Decision(StrEnum):
    """What a person said of something that was found; nothing yet as long as it is undecided."""

    KEPT = "kept"
    """Accepted, changed, or closed as done."""
    REJECTED = "rejected"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Found:
    """Something found in a document, with its kind and fields as they now stand.

    A field is `Words` with its place where it is as found, the bare words where a person put in others.
    """

    ref: str
    span: Span
    quote: str
    told_again: tuple[Span, ...]
    kind: Kind
    decision: Decision
    why: str
    """What the person said on accepting or rejecting it."""
    fields: Mapping[str, Words | str]


@dataclass(frozen=True, slots=True)
class DecidedSource:
    """A document as read, with all that was found in it; `newer` is the file of a later version, if there is one."""

    id: int
    path: str
    kind: SourceKind
    text: str
    meeting: Meeting
    newer: str | None
    found: tuple[Found, ...]


def decided_sources(connection: sqlite3.Connection) -> Iterator[DecidedSource]:
    """Every document of the tracker, first read first."""
    for source_id, path, kind, text, authority, body, date, newer in connection.execute(_SOURCES).fetchall():
        found = tuple(_found(connection, row) for row in connection.execute(_FOUND, [source_id]).fetchall())
        meeting = Meeting(authority, body, day(date))
        yield DecidedSource(source_id, path, SourceKind(kind), text, meeting, newer, found)


def _found(connection: sqlite3.Connection, row: tuple[object, ...]) -> Found:
    commitment_id, start, end, quote, ref, kind, review, decided, why, *fields = row
    return Found(
        ref=str(ref),
        span=Span(_number(start), _number(end)),
        quote=str(quote),
        told_again=_told_again(connection, _number(commitment_id)),
        kind=Kind(str(kind)),
        decision=_decision(Review(str(review)), decided=bool(decided)),
        why=str(why or ""),
        fields=dict(_fields(fields)),
    )


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value


def _decision(review: Review, *, decided: bool) -> Decision:
    if review is Review.REJECTED:
        return Decision.REJECTED
    return Decision.KEPT if decided or review is Review.ACCEPTED else Decision.UNDECIDED


def _fields(columns: list[object]) -> Iterator[tuple[str, Words | str]]:
    """Each field that has words; `columns` hold for each what the action says, what was found, and where."""
    for place, name in enumerate(FIELDS):
        now, found, start, end = columns[4 * place : 4 * place + 4]
        if now is not None:
            as_found = now == found and start is not None
            yield name, Words(str(now), Span(_number(start), _number(end))) if as_found else str(now)


def _told_again(connection: sqlite3.Connection, commitment_id: int) -> tuple[Span, ...]:
    rows = connection.execute(
        "SELECT start, end FROM told_again WHERE commitment_id = ? ORDER BY start", [commitment_id]
    )
    return tuple(Span(start, end) for start, end in rows)
