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
    """The bodies by authority and name, what documents did not name last."""
    of_body: dict[int | None, list[MeetingCounts]] = {}
    for body_id, meeting in _meetings(connection, None, as_of):
        of_body.setdefault(body_id, []).append(meeting)
    return tuple(_body(group) for group in of_body.values())


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


def _body(group: list[MeetingCounts]) -> BodyCounts:
    counts = [meeting.counts for meeting in group]
    days = [count.overdue for count in counts if count.overdue is not None]
    return BodyCounts(
        authority=group[0].authority,
        body=group[0].body,
        meetings=len(group),
        latest=max((meeting.date for meeting in group if meeting.date), default=None),
        counts=Counts(
            documents=sum(count.documents for count in counts),
            found=sum(count.found for count in counts),
            outstanding=sum(count.outstanding for count in counts),
            overdue=sum(days) if days else None,
        ),
    )
