"""Taking over an existing tracker: each row becomes a confirmed action that rests on its own words."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.records import Meeting, SourceKind, Span, Status
from actiontracker.resolve.dates import due_date
from actiontracker.store.bodies import put_setting, settings_of
from actiontracker.store.dating import rules_of
from actiontracker.store.entered import Entry, Evidence, put_entered, put_typed_source
from actiontracker.store.meetings import body_id, known_body, meeting_id, name_key
from actiontracker.store.people import recognise_owners
from actiontracker.store.progress import put_update
from actiontracker.store.review import change_due
from actiontracker.store.rows import Given, insert, update
from actiontracker.store.steps import Event, Hand, begin_step, note

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from actiontracker.structure.sheet_columns import TrackerRow

COLUMNS: Final = "columns"
"""The setting under which a body keeps what the columns of its own tracker mean, as JSON."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a tracker's rows: new actions by reference, and rows that were known already, by their number."""

    added: tuple[str, ...] = ()
    known: tuple[int, ...] = ()
    unchanged: bool = False
    """Whether this very file was imported before."""


def known_columns(connection: sqlite3.Connection, meeting: Meeting) -> dict[str, str]:
    """What the body's columns were said to mean at an earlier import: field by heading."""
    told = settings_of(connection, known_body(connection, meeting)).get(COLUMNS)
    return {str(heading): str(field) for heading, field in json.loads(told).items()} if told else {}


def import_rows(
    hand: Hand, rows: Sequence[TrackerRow], whose: Meeting, path: str, sha256: str, columns: Mapping[str, str]
) -> Imported:
    """Track every row that is not tracked yet; the same file again changes nothing.

    A row is known by its reference within the body, or by the same words where it has none.
    """
    if hand.db.execute("SELECT 1 FROM sources WHERE sha256 = ?", [sha256]).fetchone():
        return Imported(unchanged=True)
    hand = begin_step(hand, "import", path)
    undated = meeting_id(hand.db, Meeting(whose.authority, whose.body))
    source = put_typed_source(hand, "\n".join(row.words for row in rows), path, SourceKind.TABLE, undated, sha256)
    put_setting(hand, body_id(hand.db, whose), COLUMNS, json.dumps(dict(columns), ensure_ascii=False))
    added, known, start = [], [], 0
    for row in rows:
        span = Span(start, start + len(row.words))
        start = span.end + 1
        meeting = _meeting(hand, row, whose, undated)
        if _is_known(hand, row, meeting):
            known.append(row.number)
            continue
        evidence = Evidence(source, span, row.words, row.number, _item(hand, source, row, span))
        added.append(_put_row(hand, row, meeting, evidence, path))
    recognise_owners(hand, datetime.date.fromisoformat(hand.at[:10]), source)
    return Imported(tuple(f"A-{row_id:04}" for row_id in added), tuple(known))


def _meeting(hand: Hand, row: TrackerRow, whose: Meeting, undated: int) -> int:
    if row.meeting_date is None and row.body is None:
        return undated
    return meeting_id(hand.db, Meeting(whose.authority, row.body or whose.body, row.meeting_date))


def _is_known(hand: Hand, row: TrackerRow, meeting: int) -> bool:
    """Whether the body has an action by that reference, or by the same words where the row has none."""
    rows = hand.db.execute(
        """SELECT a.own_ref, a.action FROM actions a JOIN meetings m ON m.id = a.meeting_id
        WHERE ifnull(a.body_id, m.body_id) IS (SELECT body_id FROM meetings WHERE id = ?)""",
        [meeting],
    ).fetchall()
    if row.ref and not row.ref.isdigit():  # a bare number says little: every table begins with 1
        return any(name_key(own) == name_key(row.ref) for own, _ in rows)
    return any(name_key(action) == name_key(row.action) for _, action in rows)


def _item(hand: Hand, source: int, row: TrackerRow, span: Span) -> int | None:
    if not row.item:
        return None
    number, title = (row.item, row.item) if len(row.item) < 8 else (None, row.item)
    return insert(hand.db, "items", source_id=source, number=number, title=title, start=span.start, end=span.end)


def _put_row(hand: Hand, row: TrackerRow, meeting: int, evidence: Evidence, path: str) -> int:
    entry = _entry(hand, row, meeting)
    action_id = put_entered(hand, entry, meeting, evidence, row.status)
    written = f"; its status there: {row.status_words}" if row.status_words else ""
    note(hand, action_id, Event.IMPORTED, f"{path}, row {row.number}{written}", new=row.action)
    if row.first_due and row.due and row.first_due != row.due:
        change_due(hand, action_id, Event.IMPORTED, row.due, None, "revised, as the imported tracker says")
    if row.progress:
        _keep_progress(hand, action_id, row, hand.at[:10])
    if more := _more(row):
        update(hand.db, "actions", action_id, **more)
    return action_id


def _entry(hand: Hand, row: TrackerRow, meeting: int) -> Entry:
    """The row as an action: a day as its date, words as a deadline that the rules may turn into one."""
    from actiontracker.store.meetings import stored_meeting

    met = stored_meeting(hand.db.conn, meeting)
    words = row.due_words if row.due is None else None
    rules = rules_of(hand.db.conn, known_body(hand.db.conn, met))
    due = due_date(words, met.date, met.next_meeting, body=met.body, bodys=rules)
    return Entry(
        action=row.action,
        meeting=met,
        kind=row.kind,
        owner=row.owner,
        recipient=row.recipient,
        deadline=words,
        due=row.first_due or row.due or due.date,
        due_rule=due.rule if row.due is None and due.date else None,
        due_reason="as the imported tracker says" if row.due else due.reason,
        own_ref=row.ref,
        recurs=due.recurs,
    )


def _keep_progress(hand: Hand, action_id: int, row: TrackerRow, day: str) -> None:
    on = row.closed_on or datetime.date.fromisoformat(day)
    put_update(hand, action_id, on, row.progress or "")


def _more(row: TrackerRow) -> dict[str, Given]:
    """What belongs to the status that the row has."""
    ended = row.status in (Status.CLOSED, Status.NOT_NEEDED, Status.MOVED)
    more: dict[str, Given] = {"rag": row.rag} if row.rag else {}
    if row.closed_on:
        more["closed_on" if ended else "done_on"] = row.closed_on
    if row.status is Status.MOVED:
        more["moved_to"] = row.status_words
    return more
