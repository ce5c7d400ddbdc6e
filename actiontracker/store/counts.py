"""Which bodies and meetings the tracker knows, with how many actions of each are found, outstanding and overdue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from actiontracker.records import MeetingStatus
from actiontracker.store.meetings import day
from actiontracker.store.query import plain

if TYPE_CHECKING:
    import datetime
    import sqlite3

_MEETINGS = """
WITH told AS (SELECT meeting_id, count(*) AS documents FROM sources GROUP BY meeting_id),
found AS (
    SELECT a.meeting_id, count(*) AS found,
    sum(a.stage > 0) AS outstanding,
    sum(a.stage = 2 AND ifnull(a.due < :as_of, 0)) AS overdue
    FROM actions a GROUP BY a.meeting_id
)
SELECT m.body_id, au.name, b.name, m.date, m.status, m.next_meeting, ifnull(told.documents, 0),
    ifnull(found.found, 0), ifnull(found.outstanding, 0), ifnull(found.overdue, 0)
FROM meetings m LEFT JOIN told ON told.meeting_id = m.id LEFT JOIN found ON found.meeting_id = m.id
LEFT JOIN bodies b ON b.id = m.body_id LEFT JOIN authorities au ON au.id = b.authority_id
WHERE (told.documents IS NOT NULL OR found.found IS NOT NULL)
    AND (:body IS NULL OR instr(folded(ifnull(b.name, au.name)), :body))
ORDER BY au.name COLLATE NOCASE NULLS LAST, b.name COLLATE NOCASE NULLS LAST, m.date DESC NULLS LAST, m.id
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """Documents read, and actions: found at all, outstanding, and overdue (None where no day was given)."""

    documents: int
    found: int
    outstanding: int
    overdue: int | None


@dataclass(frozen=True, slots=True)
class BodyCounts:
    """A body with its meetings; without both names where documents did not say whose minutes they are."""

    authority: str | None
    body: str | None
    meetings: int
    latest: datetime.date | None
    """The latest meeting whose date is certain."""
    counts: Counts


@dataclass(frozen=True, slots=True)
class MeetingCounts:
    """A meeting; without a date where its document was not certain of it."""

    authority: str | None
    body: str | None
    date: datetime.date | None
    status: MeetingStatus
    next_meeting: datetime.date | None
    counts: Counts


def meetings(
    connection: sqlite3.Connection, body: str | None, as_of: datetime.date | None
) -> tuple[MeetingCounts, ...]:
    """The meetings of the bodies whose name holds `body`, by body, the latest first."""
    return tuple(meeting for _, meeting in _meetings(connection, body, as_of))


def bodies(connection: sqlite3.Connection, as_of: datetime.date | None) -> tuple[BodyCounts, ...]:
    """The bodies by authority and name, what documents did not name last; actions count where they are looked after."""
    of_body: dict[int | None, list[MeetingCounts]] = {}
    for body_id, meeting in _meetings(connection, None, as_of):
        of_body.setdefault(body_id, []).append(meeting)
    values = {"as_of": as_of.isoformat() if as_of else None}
    held = {row[0]: row[1:] for row in connection.execute(_HELD, values)}
    found = [_body(group, held.pop(body_id, None), as_of) for body_id, group in of_body.items()]
    return (*found, *(_without_meetings(connection, body_id, counts, as_of) for body_id, counts in held.items()))


def _meetings(
    connection: sqlite3.Connection, body: str | None, as_of: datetime.date | None
) -> list[tuple[int | None, MeetingCounts]]:
    values = {"body": None if body is None else plain(body), "as_of": as_of.isoformat() if as_of else None}
    return [
        (
            body_id,
            MeetingCounts(
                authority,
                name,
                day(date),
                MeetingStatus(status),
                day(next_meeting),
                Counts(documents, found, outstanding, overdue if as_of else None),
            ),
        )
        for body_id, authority, name, date, status, next_meeting, documents, found, outstanding, overdue in (
            connection.execute(_MEETINGS, values)
        )
    ]


_HELD = """
SELECT ifnull(a.body_id, m.body_id), count(*), sum(a.stage > 0), sum(a.stage = 2 AND ifnull(a.due < :as_of, 0))
FROM actions a JOIN meetings m ON m.id = a.meeting_id GROUP BY 1
"""

_Held = tuple[int, int, int]


def _without_meetings(
    connection: sqlite3.Connection, body_id: int | None, held: _Held, as_of: datetime.date | None
) -> BodyCounts:
    """A body that goes on with another's actions and has no minutes of its own yet."""
    authority, name = connection.execute(
        "SELECT au.name, b.name FROM bodies b LEFT JOIN authorities au ON au.id = b.authority_id WHERE b.id = ?",
        [body_id],
    ).fetchone()
    return BodyCounts(authority, name, 0, None, Counts(0, held[0], held[1], held[2] if as_of else None))


def _body(group: list[MeetingCounts], held: _Held | None, as_of: datetime.date | None) -> BodyCounts:
    found, outstanding, overdue = held or (0, 0, 0)
    return BodyCounts(
        authority=group[0].authority,
        body=group[0].body,
        meetings=len(group),
        latest=max((meeting.date for meeting in group if meeting.date), default=None),
        counts=Counts(
            documents=sum(meeting.counts.documents for meeting in group),
            found=found,
            outstanding=outstanding,
            overdue=overdue if as_of else None,
        ),
    )
