"""Bodies over time: renamed or merged ones, whose open actions go on with their successor; and their own rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actiontracker.errors import UsageError
from actiontracker.records import Meeting
from actiontracker.store.meetings import body_id, body_named
from actiontracker.store.rows import insert
from actiontracker.store.steps import Event, Hand, begin_step, change

if TYPE_CHECKING:
    import datetime
    import sqlite3
    from collections.abc import Iterable

RENAMED, MERGED = "renamed", "merged"
SETTINGS: Final = ("nation", "future meeting", "retention years")
"""What a body may set, beside its own words for statuses ("word " and the status)."""
WORD: Final = "word "


def the_body(connection: sqlite3.Connection, name: str, authority: str | None = None) -> tuple[int, Meeting]:
    """The id and names of the one body that the name fits.

    Raises:
        UsageError: none, or several.
    """
    found = body_named(connection, name, authority)
    if found is None:
        raise UsageError(f"The tracker knows no body “{name}”", "`actiontracker bodies` lists them")
    return found


def succeed(
    hand: Hand, old: Iterable[tuple[int, Meeting]], new: str, on: datetime.date, how: str, why: str
) -> tuple[Meeting, int]:
    """Let a body go on, or several together, under a new name from that day; return it and how many actions went on.

    Raises:
        UsageError: a body has a successor already, or would be its own.
    """
    gone = list(old)
    successor = Meeting(gone[0][1].authority, " ".join(new.split()))
    successor_id = body_id(hand.db, successor)
    assert successor_id is not None
    hand = begin_step(hand, f"body {how}", why)
    handed = 0
    for row_id, names in gone:
        if row_id == successor_id and how == MERGED:
            continue
        _check(hand, row_id, successor_id, names)
        insert(
            hand.db, "successions", body_id=row_id, successor_id=successor_id, date=on, how=how, step_id=hand.step_id
        )
        handed += _hand_on(hand, row_id, successor_id, f"{names.body or names.authority} {how}: {successor.body}")
    return successor, handed


def _check(hand: Hand, old: int, new: int, names: Meeting) -> None:
    told = names.body or names.authority
    if successor(hand.db.conn, old, None) != old:
        raise UsageError(f"“{told}” was renamed or merged already", "Name the body that goes on in its place")
    if successor(hand.db.conn, new, None) == old or old == new:
        raise UsageError(f"“{told}” cannot be its own successor", "Give it another name")


def _hand_on(hand: Hand, old: int, new: int, why: str) -> int:
    rows = hand.db.execute(
        """SELECT a.id FROM actions a JOIN meetings m ON m.id = a.meeting_id
        WHERE a.stage > 0 AND ifnull(a.body_id, m.body_id) = ?""",
        [old],
    ).fetchall()
    for (action_id,) in rows:
        change(hand, action_id, Event.HANDED_ON, why, {"body_id": new})
    return len(rows)


def successor(connection: sqlite3.Connection, body: int, on: datetime.date | None) -> int:
    """The body that goes on in a body's place on that day (None: today and ever after); itself where none does."""
    row = connection.execute(
        """WITH RECURSIVE chain (body, depth) AS (
            SELECT :body, 0
            UNION SELECT s.successor_id, depth + 1 FROM successions s JOIN chain c ON c.body = s.body_id
            WHERE :day IS NULL OR s.date <= :day
        ) SELECT body FROM chain ORDER BY depth DESC LIMIT 1""",
        {"body": body, "day": on.isoformat() if on else None},
    ).fetchone()
    return int(row[0])


def body_of_action(connection: sqlite3.Connection, ref: str) -> int | None:
    """The body that looks after the action with this reference, as we write it."""
    row = connection.execute(
        """SELECT ifnull(a.body_id, m.body_id) FROM actions a JOIN meetings m ON m.id = a.meeting_id
        WHERE a.ref = ?""",
        [ref],
    ).fetchone()
    return None if row is None or row[0] is None else int(row[0])


def holder_of(connection: sqlite3.Connection, meeting: int) -> int | None:
    """The body that looks after what a meeting set, where that is a successor of the one that met; None otherwise."""
    (body,) = connection.execute("SELECT body_id FROM meetings WHERE id = ?", [meeting]).fetchone()
    found = None if body is None else successor(connection, int(body), None)
    return None if found == body else found


def put_setting(hand: Hand, body: int | None, name: str, value: str | None) -> None:
    """Keep a body's own rule, or one for all bodies (None); no value takes it back."""
    hand.db.execute("DELETE FROM settings WHERE ifnull(body_id, 0) = ? AND name = ?", [body or 0, name])
    if value is not None:
        insert(hand.db, "settings", body_id=body, name=name, value=value, who=hand.by, at=hand.at)


def settings_of(connection: sqlite3.Connection, body: int | None) -> dict[str, str]:
    """A body's own rules over those for all bodies, by their names."""
    rows = connection.execute(
        "SELECT name, value FROM settings WHERE body_id IS NULL OR body_id = ? ORDER BY body_id NULLS FIRST", [body]
    )
    return dict(rows.fetchall())
