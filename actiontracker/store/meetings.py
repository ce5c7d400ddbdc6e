"""Whose meeting a document belongs to: one row an authority, a body and a meeting, however they are typed."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

from actiontracker.errors import UsageError
from actiontracker.records import Meeting, MeetingStatus
from actiontracker.store.rows import insert, update

if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils import Database

_FURTHER = {MeetingStatus.UNKNOWN: 0, MeetingStatus.DRAFT: 1, MeetingStatus.APPROVED: 2}


def name_key(name: str | None) -> str:
    """The name without regard to case and spacing; empty for none."""
    return " ".join((name or "").split()).casefold()


def authority_id(db: Database, name: str | None) -> int | None:
    """The row of that authority, added when it is new; None for no name."""
    key = name_key(name)
    if not name or not key:
        return None
    row = db.execute("SELECT id FROM authorities WHERE key = ?", [key]).fetchone()
    return int(row[0]) if row else insert(db, "authorities", name=" ".join(name.split()), key=key)


def body_id(db: Database, meeting: Meeting) -> int | None:
    """The row of the meeting's body, added when it is new; None where the document names neither body nor authority."""
    authority, key = authority_id(db, meeting.authority), name_key(meeting.body)
    if authority is None and not key:
        return None
    known = "SELECT id FROM bodies WHERE ifnull(authority_id, 0) = ? AND key = ?"
    row = db.execute(known, [authority or 0, key]).fetchone()
    name = " ".join((meeting.body or "").split()) or None
    return int(row[0]) if row else insert(db, "bodies", authority_id=authority, name=name, key=key)


def known_body(connection: sqlite3.Connection, meeting: Meeting) -> int | None:
    """The row of the meeting's body where the tracker has it by these very names."""
    row = connection.execute(
        """SELECT b.id FROM bodies b LEFT JOIN authorities au ON au.id = b.authority_id
        WHERE b.key = ? AND ifnull(au.key, '') = ?""",
        [name_key(meeting.body), name_key(meeting.authority)],
    ).fetchone()
    return int(row[0]) if row else None


def meeting_id(db: Database, meeting: Meeting, revised: int | None = None) -> int:
    """The meeting's row, brought up to what this document knows of it.

    Documents share a row when they agree on authority, body and date; `revised` is the meeting of the earlier version
    of this document, which it also shares unless their dates differ. Anything else is a meeting of its own.
    """
    earlier = None if revised is None else stored_meeting(db.conn, revised)
    if earlier and earlier.date and meeting.date and earlier.date != meeting.date:
        earlier = None
    whole = merged(earlier, meeting) if earlier else meeting
    body = body_id(db, whole)
    found = _shared(db, body, whole.date) or (revised if earlier else None)
    if found is None:
        status, following = whole.status, whole.next_meeting
        return insert(db, "meetings", body_id=body, date=whole.date, status=status, next_meeting=following)
    now = merged(stored_meeting(db.conn, found), whole)
    update(db, "meetings", found, body_id=body, date=whole.date, status=now.status, next_meeting=now.next_meeting)
    return found


def merged(before: Meeting, new: Meeting) -> Meeting:
    """What two versions of the same minutes say of their meeting: the new one's word, except where it knows less."""
    knows_as_much = bool(new.body) >= bool(before.body) and bool(new.authority) >= bool(before.authority)
    named = new if knows_as_much else before
    older = _FURTHER[new.status] < _FURTHER[before.status]
    return Meeting(
        authority=named.authority,
        body=named.body,
        date=new.date or before.date,
        status=before.status if older else new.status,
        next_meeting=(before.next_meeting if older else None) or new.next_meeting or before.next_meeting,
    )


def stored_meeting(connection: sqlite3.Connection, row_id: int) -> Meeting:
    """The meeting with that id."""
    authority, body, date, status, next_meeting = connection.execute(
        """SELECT au.name, b.name, m.date, m.status, m.next_meeting FROM meetings m
        LEFT JOIN bodies b ON b.id = m.body_id LEFT JOIN authorities au ON au.id = b.authority_id WHERE m.id = ?""",
        [row_id],
    ).fetchone()
    return Meeting(authority, body, day(date), MeetingStatus(status), day(next_meeting))


def meeting_named(connection: sqlite3.Connection, wanted: Meeting) -> Meeting:
    """The stored meeting that the names and the day mean, else what was named with its body's full name.

    Raises:
        UsageError: no body or authority is named, or the name fits several bodies.
    """
    if wanted.body is None and wanted.authority is None:
        raise UsageError("It is not said whose meeting it was", "Name the committee with --body")
    found = body_named(connection, wanted.body or wanted.authority or "", wanted.authority)
    if found is None:
        return wanted
    row = connection.execute(
        "SELECT id FROM meetings WHERE body_id = ? AND date IS ?",
        [found[0], wanted.date.isoformat() if wanted.date else None],
    ).fetchone()
    return stored_meeting(connection, row[0]) if row else replace(found[1], date=wanted.date)


def body_named(connection: sqlite3.Connection, name: str, authority: str | None) -> tuple[int, Meeting] | None:
    """The id and names of the one body that the name fits, whole or in part; None where none does.

    Raises:
        UsageError: it fits several, and is the whole name of none or of several.
    """
    rows = connection.execute(
        """SELECT b.id, au.name, b.name FROM bodies b LEFT JOIN authorities au ON au.id = b.authority_id
        WHERE instr(folded(ifnull(b.name, au.name)), ?) AND (? = '' OR instr(folded(au.name), ?)) ORDER BY b.id""",
        [name_key(name), name_key(authority), name_key(authority)],
    ).fetchall()
    exact = [row for row in rows if name_key(row[2] or row[1]) == name_key(name)]
    fitting = exact if len(exact) == 1 else rows
    if len(fitting) > 1:
        names = "; ".join(", ".join(filter(None, row[1:])) for row in fitting[:5])
        raise UsageError(f"“{name}” fits {len(fitting)} bodies: {names}", "Give more of the name, or --authority")
    return (int(fitting[0][0]), Meeting(fitting[0][1], fitting[0][2])) if fitting else None


def day(text: str | None) -> datetime.date | None:
    """A day as SQLite holds it."""
    return None if text is None else datetime.date.fromisoformat(text)


def _shared(db: Database, body: int | None, date: datetime.date | None) -> int | None:
    if body is None or date is None:
        return None
    same = "SELECT id FROM meetings WHERE body_id = ? AND date = ?"
    row = db.execute(same, [body, date.isoformat()]).fetchone()
    return int(row[0]) if row else None
