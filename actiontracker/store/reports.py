"""What later minutes seem to say of open actions: proposed with their words, until a person says whether they do."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.errors import UsageError
from actiontracker.records import OUTSTANDING, Review, Span, Status
from actiontracker.resolve.followups import OpenAction
from actiontracker.store.meetings import day
from actiontracker.store.progress import put_update
from actiontracker.store.rows import Given, insert, update
from actiontracker.store.steps import Event, Hand, begin_step, change, note

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from actiontracker.records import Source
    from actiontracker.resolve.followups import FollowUp

_OPEN: Final = """
SELECT a.id, a.action, c.quote, a.owner, i.title, substr(s.text, c.passage_start + 1, c.passage_end - c.passage_start),
    (SELECT count(DISTINCT o.date) FROM meetings o WHERE o.body_id = :body AND o.date > m.date AND o.date <= :date)
FROM actions a JOIN commitments c ON c.id = a.commitment_id JOIN sources s ON s.id = c.source_id
JOIN meetings m ON m.id = a.meeting_id LEFT JOIN items i ON i.id = c.item_id
WHERE a.stage > 0 AND a.status <> 'in parts' AND ifnull(a.body_id, m.body_id) = :body
    AND m.date < :date AND m.date >= :since
ORDER BY a.id
"""
_PENDING: Final = """
SELECT r.id, a.ref, a.action, r.says, r.quote, r.start, r.end, r.line, r.page, r.score, s.path, m.date,
    ifnull(b.name, au.name), r.source_id, s.text
FROM reports r JOIN actions a ON a.id = r.action_id JOIN sources s ON s.id = r.source_id
JOIN meetings m ON m.id = s.meeting_id LEFT JOIN bodies b ON b.id = m.body_id
LEFT JOIN authorities au ON au.id = b.authority_id
WHERE r.review = 'suggested' AND a.stage > 0 AND (:body IS NULL OR instr(folded(ifnull(b.name, au.name)), :body))
ORDER BY m.date, r.source_id, r.start
"""
_COMPARED: Final = 24
"""How many earlier minutes say which words are usual in a body's minutes."""
_LOOKED_BACK: Final = datetime.timedelta(days=2 * 366)
"""How old an action may be for later minutes to be searched for it."""


@dataclass(frozen=True, slots=True)
class Report:
    """Words of later minutes proposed as a report on an action; the span points into that source's text."""

    id: int
    ref: str
    action: str
    says: str
    """done, progress, deferred, repeated."""
    quote: str
    span: Span
    line: int
    page: int | None
    score: float
    source_path: str
    meeting_date: datetime.date | None
    body: str | None
    text: str
    """The whole source as read."""


def open_actions(connection: sqlite3.Connection, meeting: int) -> tuple[OpenAction, ...]:
    """The outstanding actions of earlier meetings of that meeting's body; none where it has no body or date."""
    body, date = connection.execute("SELECT body_id, date FROM meetings WHERE id = ?", [meeting]).fetchone()
    if body is None or date is None:
        return ()
    since = datetime.date.fromisoformat(date) - _LOOKED_BACK
    values = {"body": body, "date": date, "since": since.isoformat()}
    return tuple(OpenAction(*row) for row in connection.execute(_OPEN, values))


def earlier_texts(connection: sqlite3.Connection, meeting: int) -> tuple[str, ...]:
    """The minutes of that meeting's body that were read for earlier meetings, the latest `_COMPARED` of them."""
    rows = connection.execute(
        """SELECT s.text FROM sources s JOIN meetings m ON m.id = s.meeting_id JOIN meetings this ON this.id = ?
        WHERE m.body_id = this.body_id AND m.date < this.date AND s.kind NOT IN ('note', 'table')
        ORDER BY m.date DESC LIMIT ?""",
        [meeting, _COMPARED],
    )
    return tuple(text for (text,) in rows)


def put_reports(hand: Hand, source_id: int, source: Source, found: Iterable[FollowUp]) -> int:
    """Keep what the source seems to report; what it is known to report already stays. Return how many are new."""
    new = 0
    for one in found:
        known = "SELECT 1 FROM reports WHERE action_id = ? AND source_id = ? AND start = ?"
        if hand.db.execute(known, [one.action_id, source_id, one.span.start]).fetchone():
            continue
        line = source.line_at(one.span.start)
        insert(
            hand.db,
            "reports",
            action_id=one.action_id,
            source_id=source_id,
            start=one.span.start,
            end=one.span.end,
            page=line.page,
            line=line.number,
            quote=one.quote,
            says=one.says,
            score=one.score,
            cue=one.cue,
        )
        new += 1
    return new


def pending(connection: sqlite3.Connection, body: str | None = None) -> tuple[Report, ...]:
    """The reports that nobody has decided, by meeting and in the order of its minutes."""
    return tuple(
        Report(row_id, ref, action, says, quote, Span(start, end), line, page, score, path, day(date), name, text)
        for row_id, ref, action, says, quote, start, end, line, page, score, path, date, name, _, text in (
            connection.execute(_PENDING, {"body": body})
        )
    )


def decide(hand: Hand, report_id: int, *, right: bool, says: str | None = None) -> str:
    """Let a person say whether the words report on the action, and what they say of it; return the action's reference.

    Right: "done" proposes its closure on the day of that meeting, "repeated" counts, and all keep the words as an
    update. Wrong: the proposal goes.

    Raises:
        UsageError: it is decided already, or the action has ended meanwhile.
    """
    row = hand.db.execute(
        """SELECT r.action_id, r.says, r.quote, r.review, a.status, a.repeats, m.date, a.ref FROM reports r
        JOIN actions a ON a.id = r.action_id JOIN sources s ON s.id = r.source_id
        JOIN meetings m ON m.id = s.meeting_id WHERE r.id = ?""",
        [report_id],
    ).fetchone()
    action_id, found, quote, review, status, repeats, date, ref = row
    if review != Review.SUGGESTED:
        raise UsageError(f"What those minutes say of {ref} is decided already", "`actiontracker undo` takes it back")
    if right and Status(status) not in OUTSTANDING:
        raise UsageError(f"{ref} is {status}", "`actiontracker reopen REF` opens it again")
    hand = begin_step(hand, Event.REPORTED, " ".join(quote.split()))
    update(hand.db, "reports", report_id, review=Review.ACCEPTED if right else Review.REJECTED, step_id=hand.step_id)
    if not right:
        note(hand, action_id, Event.REPORTED, "not about this action")
        return str(ref)
    _take(hand, action_id, says or found, quote, datetime.date.fromisoformat(date), report_id, repeats)
    return str(ref)


def _take(hand: Hand, action_id: int, says: str, quote: str, date: datetime.date, report_id: int, repeats: int) -> None:
    words = " ".join(quote.split())
    put_update(hand, action_id, date, f"{says}: “{words}”", report_id)
    if says == "done":
        ended: dict[str, Given] = {"status": Status.PROPOSED, "done_on": date}
        change(hand, action_id, Event.DONE, words, ended)
    elif says == "repeated":
        change(hand, action_id, Event.REPORTED, words, {"repeats": repeats + 1})
    change(hand, action_id, Event.ACCEPTED, words, {"review": Review.ACCEPTED})
