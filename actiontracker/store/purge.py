"""Removing for good what a body's retention allows: ended actions, with their words and history, and minutes of none.

This alone ever deletes anything. What it removed is told, and kept as a line of its own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.store.bodies import settings_of
from actiontracker.store.rows import insert

if TYPE_CHECKING:
    import datetime

    from sqlite_utils import Database

    from actiontracker.store.steps import Hand

RETENTION: Final = "retention years"

_ENDED: Final = """
SELECT a.id, a.ref, ifnull(a.body_id, m.body_id), a.closed_on,
    (SELECT max(at) FROM history h WHERE h.action_id = a.id)
FROM actions a JOIN meetings m ON m.id = a.meeting_id
WHERE a.stage = 0 AND NOT EXISTS (SELECT 1 FROM actions p WHERE p.stage > 0 AND p.id IN (a.parent_id, a.merged_into))
    AND NOT EXISTS (SELECT 1 FROM actions p WHERE p.stage > 0 AND (p.parent_id = a.id OR p.merged_into = a.id))
ORDER BY a.id
"""
_OF_ACTIONS: Final = ("history", "due_dates", "updates", "reports", "action_commitments")
_ORPHANS: Final = (
    """DELETE FROM told_again WHERE commitment_id NOT IN (SELECT commitment_id FROM action_commitments)
        AND commitment_id NOT IN (SELECT commitment_id FROM actions)""",
    """DELETE FROM commitments WHERE id NOT IN (SELECT commitment_id FROM action_commitments)
        AND id NOT IN (SELECT commitment_id FROM actions)""",
)


@dataclass(frozen=True, slots=True)
class Purged:
    """What a purge removed, or would: the actions by their references, and how many rows of history went with them."""

    refs: tuple[str, ...]
    entries: int
    unlimited: int
    """How many ended actions stay because nothing says how long they are kept."""


def purge(hand: Hand, today: datetime.date, *, really: bool) -> Purged:
    """Remove the actions that ended longer ago than their body keeps them; without `really` only say which.

    An action stays as long as one it belongs to (whole, part, the one it was merged into) is outstanding.
    """
    due, unlimited = _due(hand.db, today)
    ids = [row_id for row_id, _ in due]
    marks = ", ".join("?" * len(ids))
    (entries,) = hand.db.execute(f"SELECT count(*) FROM history WHERE action_id IN ({marks})", ids).fetchone()  # noqa: S608 - marks
    found = Purged(tuple(ref for _, ref in due), int(entries), unlimited)
    if really and ids:
        _delete(hand, ids, marks)
        told = {"actions": list(found.refs), "history": found.entries}
        insert(hand.db, "purges", at=hand.at, who=hand.by, before=today, removed=json.dumps(told))
    return found


def _due(db: Database, today: datetime.date) -> tuple[list[tuple[int, str]], int]:
    due, unlimited = [], 0
    for row_id, ref, body, closed_on, last in db.execute(_ENDED).fetchall():
        years = settings_of(db.conn, body).get(RETENTION)
        if years is None:
            unlimited += 1
        elif (closed_on or last[:10]) < _years_before(today, int(years)).isoformat():
            due.append((int(row_id), str(ref)))
    return due, unlimited


def _years_before(day: datetime.date, years: int) -> datetime.date:
    return day.replace(year=day.year - years, day=min(day.day, 28))


def _delete(hand: Hand, ids: list[int], marks: str) -> None:
    db = hand.db
    db.execute("INSERT INTO purging (id) VALUES (1)")
    db.execute(f"UPDATE actions SET merged_into = NULL, parent_id = NULL WHERE id IN ({marks})", ids)  # noqa: S608 - marks
    for table in _OF_ACTIONS:
        if table == "due_dates":
            db.execute(f"DELETE FROM due_dates WHERE undoes IS NOT NULL AND action_id IN ({marks})", ids)  # noqa: S608 - marks
        db.execute(f"DELETE FROM {table} WHERE action_id IN ({marks})", ids)  # noqa: S608 - constants and marks
    db.execute(f"DELETE FROM actions WHERE id IN ({marks})", ids)  # noqa: S608 - marks
    for statement in _ORPHANS:
        db.execute(statement)
    db.execute("DELETE FROM purging")
