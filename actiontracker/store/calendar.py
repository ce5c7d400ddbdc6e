"""The days on which bodies meet: of meetings whose minutes were read, announced by minutes, or entered by people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.store.meetings import day

if TYPE_CHECKING:
    import datetime
    import sqlite3
    from collections.abc import Iterable

    from actiontracker.store.steps import Hand

ORDINARY, ANNUAL, SPECIAL = "ordinary", "annual", "special"
KINDS: Final = (ORDINARY, ANNUAL, SPECIAL)

READ, ANNOUNCED = "minutes", "announced in minutes"
"""From where a day is known, unless a person entered it."""

_DAYS: Final = """
WITH RECURSIVE family (holder, body) AS (
    SELECT id, id FROM bodies
    UNION SELECT f.holder, s.body_id FROM successions s JOIN family f ON f.body = s.successor_id
),
days (body_id, date, kind, known_from) AS (
    SELECT body_id, date, 'ordinary', 'minutes' FROM meetings m WHERE body_id IS NOT NULL AND date IS NOT NULL
        AND (EXISTS (SELECT 1 FROM sources WHERE meeting_id = m.id AND kind NOT IN ('note', 'table')))
    UNION ALL SELECT body_id, next_meeting, 'ordinary', 'announced in minutes' FROM meetings m
        WHERE body_id IS NOT NULL AND next_meeting IS NOT NULL
        AND next_meeting > (SELECT max(date) FROM meetings o WHERE o.body_id = m.body_id)
    UNION ALL SELECT body_id, date, kind, known_from FROM calendar WHERE cancelled = 0
)
SELECT f.holder, d.date, d.kind, d.known_from FROM days d JOIN family f ON f.body = d.body_id
WHERE (:body IS NULL OR f.holder = :body)
    AND NOT EXISTS (SELECT 1 FROM calendar c WHERE c.body_id = d.body_id AND c.date = d.date AND c.cancelled = 1)
ORDER BY f.holder, d.date, d.known_from = 'announced in minutes', d.known_from = 'minutes'
"""


@dataclass(frozen=True, slots=True)
class MeetingDay:
    """A day on which a body meets or met, what kind of meeting, and from where that is known."""

    date: datetime.date
    kind: str
    known_from: str


def days_of(connection: sqlite3.Connection, body: int) -> tuple[MeetingDay, ...]:
    """The days of a body, with those of the bodies that it goes on from, each once, in order."""
    return _by_body(connection, body).get(body, ())


def all_days(connection: sqlite3.Connection) -> dict[int, tuple[MeetingDay, ...]]:
    """The days of every body that has any, by the body's id."""
    return _by_body(connection, None)


def _by_body(connection: sqlite3.Connection, body: int | None) -> dict[int, tuple[MeetingDay, ...]]:
    found: dict[int, dict[datetime.date, MeetingDay]] = {}
    for holder, text, kind, known_from in connection.execute(_DAYS, {"body": body}):
        date = day(text)
        assert date is not None
        found.setdefault(holder, {}).setdefault(date, MeetingDay(date, kind, known_from))
    return {holder: tuple(days.values()) for holder, days in found.items()}


def put_days(hand: Hand, body: int, days: Iterable[tuple[datetime.date, str]], known_from: str) -> int:
    """Enter days of a body; one that is there already takes the new kind, and is no longer cancelled.

    Return how many were new or changed.
    """
    put = 0
    for date, kind in days:
        known = hand.db.execute(
            "SELECT kind, cancelled FROM calendar WHERE body_id = ? AND date = ?", [body, date.isoformat()]
        ).fetchone()
        if known == (kind, 0):
            continue
        hand.db.execute(
            """INSERT INTO calendar (body_id, date, kind, known_from, who, at, cancelled)
            VALUES (:body, :date, :kind, :from, :who, :at, 0) ON CONFLICT (body_id, date) DO UPDATE
            SET kind = :kind, known_from = :from, who = :who, at = :at, cancelled = 0""",
            {"body": body, "date": date.isoformat(), "kind": kind, "from": known_from, "who": hand.by, "at": hand.at},
        )
        put += 1
    return put


def cancel(hand: Hand, body: int, date: datetime.date) -> None:
    """Say that a body does not meet on that day after all, whatever minutes announced."""
    hand.db.execute(
        """INSERT INTO calendar (body_id, date, kind, known_from, who, at, cancelled)
        VALUES (:body, :date, 'ordinary', :who, :who, :at, 1) ON CONFLICT (body_id, date) DO UPDATE
        SET cancelled = 1, who = :who, at = :at""",
        {"body": body, "date": date.isoformat(), "who": hand.by, "at": hand.at},
    )
