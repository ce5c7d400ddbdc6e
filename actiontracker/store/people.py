"""The roster: people whom attendance lists name, with their posts, and those that a person entered.

Nobody is ever taken from running text. An owner's words are recognised again whenever the roster grows.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.resolve.roster import Holder, recognised
from actiontracker.store.meetings import authority_id, day
from actiontracker.store.rows import insert, update
from actiontracker.store.sources import person_id
from actiontracker.store.steps import MACHINE, Event, Hand, change

if TYPE_CHECKING:
    import sqlite3

_HOLDERS: Final = """
SELECT p.authority_id, p.id, p.name, t.post, t.initials, t.since, t.until
    FROM people p JOIN posts t ON t.person_id = p.id
UNION ALL
SELECT p.authority_id, p.id, p.name, at.post, at.initials, min(m.date), NULL FROM attendance at
    JOIN people p ON p.id = at.person_id JOIN sources s ON s.id = at.source_id JOIN meetings m ON m.id = s.meeting_id
    GROUP BY p.id, at.post, at.initials
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody to enter in the roster."""

    name: str
    post: str | None = None
    initials: str | None = None
    email: str | None = None
    authority: str | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the roster; `known_from` says whether an attendance list or a person named them."""

    name: str
    post: str | None
    initials: str | None
    email: str | None
    authority: str | None
    since: datetime.date | None
    until: datetime.date | None
    known_from: str
    owes: int
    """How many outstanding actions are theirs."""


def enter(hand: Hand, entry: Entry) -> bool:
    """Put somebody in the roster; whether that changed anything.

    A post that passes to another person ends for the one who had it, the day before, unless its end is known.
    """
    authority = authority_id(hand.db, entry.authority)
    person = person_id(hand.db, authority, entry.name)
    post = " ".join((entry.post or "").split())
    known = hand.db.execute(
        """SELECT id, since, until, initials, email FROM posts WHERE person_id = ? AND post = ? COLLATE NOCASE""",
        [person, post],
    ).fetchone()
    since, until = (one.isoformat() if one else None for one in (entry.since, entry.until))
    if known is not None:
        now = (since or known[1], until or known[2], entry.initials or known[3], entry.email or known[4])
        if now == tuple(known[1:]):
            return False
        names = ("since", "until", "initials", "email")
        update(hand.db, "posts", int(known[0]), who=hand.by, at=hand.at, **dict(zip(names, now, strict=True)))
        return True
    if post and entry.since:
        _end_for_others(hand, authority, post, entry.since)
    insert(
        hand.db, "posts", authority_id=authority, person_id=person, post=post, initials=entry.initials,
        email=entry.email, since=since, until=until, who=hand.by, at=hand.at,
    )  # fmt: skip  # a line a column would hide what is done
    return True


def _end_for_others(hand: Hand, authority: int | None, post: str, since: datetime.date) -> None:
    ended = (since - datetime.timedelta(days=1)).isoformat()
    hand.db.execute(
        """UPDATE posts SET until = ? WHERE ifnull(authority_id, 0) = ? AND post = ? COLLATE NOCASE
        AND until IS NULL AND (since IS NULL OR since < ?)""",
        [ended, authority or 0, post, since.isoformat()],
    )


def holders(connection: sqlite3.Connection) -> dict[int | None, tuple[Holder, ...]]:
    """Everybody whom attendance lists and the roster name, by their authority's id."""
    found: dict[int | None, list[Holder]] = {}
    for authority, person, name, post, initials, since, until in connection.execute(_HOLDERS):
        found.setdefault(authority, []).append(Holder(person, name, post or None, initials, day(since), day(until)))
    return {authority: tuple(listed) for authority, listed in found.items()}


def recognise_owners(hand: Hand, on: datetime.date, source_id: int | None = None) -> int:
    """Work out again whom the owners of outstanding actions are (of one document, or of all); how many changed.

    A post means whoever holds it on that day.
    """
    known = holders(hand.db.conn)
    itself = Hand(hand.db, MACHINE, hand.at, decided=False, source_id=hand.source_id, step_id=hand.step_id)
    changed = 0
    for action_id, owner, before, authority in hand.db.execute(
        """SELECT a.id, a.owner, a.owner_id, b.authority_id FROM actions a JOIN meetings m ON m.id = a.meeting_id
        LEFT JOIN bodies b ON b.id = ifnull(a.body_id, m.body_id)
        WHERE a.stage > 0 AND a.owner IS NOT NULL AND (:source IS NULL OR a.id IN (SELECT ac.action_id
            FROM action_commitments ac JOIN commitments c ON c.id = ac.commitment_id WHERE c.source_id = :source))""",
        {"source": source_id},
    ).fetchall():
        person = recognised(owner, known.get(authority, ()), on)
        if person != before:
            change(itself, action_id, Event.RECOGNISED, "by the roster", {"owner_id": person})
            changed += 1
    return changed


def listed(connection: sqlite3.Connection) -> tuple[Listed, ...]:
    """The roster by authority and name; somebody whom only attendance lists name stands once, with the latest post."""
    rows = connection.execute(
        """SELECT p.id, p.name, au.name, t.post, t.initials, t.email, t.since, t.until, 'entered',
            (SELECT count(*) FROM actions a WHERE a.owner_id = p.id AND a.stage > 0)
        FROM people p JOIN posts t ON t.person_id = p.id LEFT JOIN authorities au ON au.id = p.authority_id
        UNION ALL
        SELECT p.id, p.name, au.name, at.post, at.initials, NULL, max(m.date), NULL, 'attendance',
            (SELECT count(*) FROM actions a WHERE a.owner_id = p.id AND a.stage > 0)
        FROM people p JOIN attendance at ON at.person_id = p.id JOIN sources s ON s.id = at.source_id
            JOIN meetings m ON m.id = s.meeting_id LEFT JOIN authorities au ON au.id = p.authority_id
        WHERE NOT EXISTS (SELECT 1 FROM posts t WHERE t.person_id = p.id) GROUP BY p.id
        ORDER BY 3 COLLATE NOCASE NULLS LAST, 2 COLLATE NOCASE, 7"""
    )
    return tuple(
        Listed(
            name=name,
            post=post or None,
            initials=initials,
            email=email,
            authority=authority,
            since=day(since) if origin == "entered" else None,
            until=day(until),
            known_from=origin,
            owes=owes,
        )
        for _, name, authority, post, initials, email, since, until, origin, owes in rows
    )
