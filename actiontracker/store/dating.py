"""Undated actions get their date when their body's calendar or rules come to give one; history says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actiontracker.resolve.calendar import Nation, calendar_of
from actiontracker.resolve.dates import NO_RULES, BodyRules, due_date
from actiontracker.store.bodies import settings_of
from actiontracker.store.calendar import days_of
from actiontracker.store.meetings import day
from actiontracker.store.review import change_due
from actiontracker.store.steps import MACHINE, Event, Hand, change, decided_fields

if TYPE_CHECKING:
    import sqlite3

    from actiontracker.resolve.dates import Due

_UNDATED: Final = """
SELECT a.id, a.deadline, a.owner, a.recipient, m.date, m.next_meeting, b.name, a.due_reason,
    CASE WHEN a.deadline = c.deadline THEN substr(s.text, c.deadline_end + 1, 120) ELSE '' END
FROM actions a JOIN commitments c ON c.id = a.commitment_id JOIN sources s ON s.id = c.source_id
JOIN meetings m ON m.id = a.meeting_id LEFT JOIN bodies b ON b.id = m.body_id
WHERE a.stage > 0 AND a.due IS NULL AND a.deadline IS NOT NULL AND ifnull(a.body_id, m.body_id) = ?
ORDER BY a.id
"""


def rules_of(connection: sqlite3.Connection, body: int | None) -> BodyRules:
    """What the tracker knows of a body for working out dates: its calendar, its nation, its own rules."""
    if body is None:
        return NO_RULES
    settings = settings_of(connection, body)
    nation, future = settings.get("nation"), settings.get("future meeting")
    return BodyRules(
        calendar_of((one.date, one.kind) for one in days_of(connection, body)),
        Nation(nation) if nation else None,
        int(future) if future else None,
    )


def date_undated(hand: Hand, body: int) -> tuple[int, ...]:
    """Give the body's undated actions the dates that can now be worked out; return the ids of those that got one.

    A date that a person took away is not put back.
    """
    rules = rules_of(hand.db.conn, body)
    itself = Hand(hand.db, MACHINE, hand.at, decided=False, source_id=hand.source_id, step_id=hand.step_id)
    dated = []
    for action_id, *known in hand.db.execute(_UNDATED, [body]).fetchall():
        due = _due(known, rules)
        if due.date is None or "due" in decided_fields(hand.db, action_id):
            continue
        change_due(itself, action_id, Event.DATED, due.date, due.rule, due.reason)
        if due.recurs:
            change(itself, action_id, Event.DATED, due.reason, {"recurs": due.recurs})
        dated.append(int(action_id))
    return tuple(dated)


def _due(known: list[str | None], rules: BodyRules) -> Due:
    deadline, owner, recipient, met, announced, body, _, follows = known
    parties = [one for one in (owner, recipient) if one]
    return due_date(deadline, day(met), day(announced), body=body, parties=parties, follows=follows or "", bodys=rules)
