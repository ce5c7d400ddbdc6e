"""Everything about one action: the words it rests on and where they stand, its due dates and its history."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actiontracker.records import Span, TrackedAction
from actiontracker.store.meetings import day
from actiontracker.store.query import COLUMNS, JOINS, tracked

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a source words stand."""

    span: Span
    page: int | None
    line: int


@dataclass(frozen=True, slots=True)
class OtherWords:
    """The words of an action in another version of the minutes."""

    quote: str
    source_path: str
    place: Place


@dataclass(frozen=True, slots=True)
class DueDate:
    """A due date that was set: when, by whom, by what rule; `decided` where a person set it."""

    due: datetime.date | None
    rule: str | None
    reason: str
    who: str
    at: datetime.datetime
    decided: bool


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """Something that happened to an action; `decided` where a person decided it."""

    at: datetime.datetime
    who: str
    what: str
    field: str | None
    old: str | None
    new: str | None
    why: str
    decided: bool


@dataclass(frozen=True, slots=True)
class Happening:
    """What one step did to one action: each field with its value before and after; `undone` where it was taken back."""

    at: datetime.datetime
    who: str
    ref: str
    what: str
    changes: tuple[tuple[str, str | None, str | None], ...]
    why: str
    minute: str | None
    undone: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """An action with all that stands behind it; every span points into `text`, the whole source as read."""

    action: TrackedAction
    text: str
    quote: Span
    passage: Span
    """The paragraph or bullet that holds the quote."""
    told_again: tuple[Place, ...]
    other_versions: tuple[OtherWords, ...]
    """The words in the other versions of the minutes, first read first."""
    due_dates: tuple[DueDate, ...]
    history: tuple[HistoryEntry, ...]
    cue: str
    model_version: str

    @property
    def passage_text(self) -> str:
        """The paragraph or bullet as it stands in the source."""
        return self.passage.of(self.text)

    @property
    def quote_in_passage(self) -> Span:
        """Where the quote stands in `passage_text`."""
        return Span(self.quote.start - self.passage.start, self.quote.end - self.passage.start)


def action_with(connection: sqlite3.Connection, action_id: int) -> TrackedAction:
    """The action with that id, which must exist."""
    rows = connection.execute(f"SELECT {COLUMNS} FROM actions a {JOINS} WHERE a.id = ?", [action_id])  # noqa: S608 - constants
    return tracked(rows.fetchall())[0]


def evidence_of(connection: sqlite3.Connection, action_id: int) -> Evidence:
    """Everything about the action with that id, which must exist."""
    commitment_id, text, start, end, passage_start, passage_end, cue, model_version = connection.execute(
        """SELECT c.id, s.text, c.start, c.end, c.passage_start, c.passage_end, c.cue, c.model_version
        FROM actions a JOIN commitments c ON c.id = a.commitment_id JOIN sources s ON s.id = c.source_id
        WHERE a.id = ?""",
        [action_id],
    ).fetchone()
    return Evidence(
        action=action_with(connection, action_id),
        text=text,
        quote=Span(start, end),
        passage=Span(passage_start, passage_end),
        told_again=_told_again(connection, commitment_id),
        other_versions=_other_versions(connection, action_id, commitment_id),
        due_dates=_due_dates(connection, action_id),
        history=_history(connection, action_id),
        cue=cue,
        model_version=model_version,
    )


def _told_again(connection: sqlite3.Connection, commitment_id: int) -> tuple[Place, ...]:
    rows = connection.execute(
        "SELECT start, end, page, line FROM told_again WHERE commitment_id = ? ORDER BY start", [commitment_id]
    )
    return tuple(Place(Span(start, end), page, line) for start, end, page, line in rows)


def _other_versions(connection: sqlite3.Connection, action_id: int, shown: int) -> tuple[OtherWords, ...]:
    rows = connection.execute(
        """SELECT c.quote, s.path, c.start, c.end, c.page, c.line FROM action_commitments ac
        JOIN commitments c ON c.id = ac.commitment_id JOIN sources s ON s.id = c.source_id
        WHERE ac.action_id = ? AND c.id <> ? ORDER BY c.id""",
        [action_id, shown],
    )
    return tuple(
        OtherWords(quote, path, Place(Span(start, end), page, line)) for quote, path, start, end, page, line in rows
    )


def _due_dates(connection: sqlite3.Connection, action_id: int) -> tuple[DueDate, ...]:
    rows = connection.execute(
        "SELECT due, rule, reason, who, at, decided FROM due_dates WHERE action_id = ? ORDER BY id", [action_id]
    )
    return tuple(
        DueDate(day(due), rule, reason, who, datetime.datetime.fromisoformat(at), bool(decided))
        for due, rule, reason, who, at, decided in rows
    )


def _history(connection: sqlite3.Connection, action_id: int) -> tuple[HistoryEntry, ...]:
    rows = connection.execute(
        "SELECT at, who, what, field, old, new, why, decided FROM history WHERE action_id = ? ORDER BY id", [action_id]
    )
    return tuple(
        HistoryEntry(datetime.datetime.fromisoformat(at), who, what, field, old, new, why, bool(decided))
        for at, who, what, field, old, new, why, decided in rows
    )


_HAPPENINGS = """
SELECT max(h.id), h.at, h.who, a.ref, min(h.what), h.why, s.minute,
    EXISTS (SELECT 1 FROM steps u WHERE u.undoes = h.step_id), s.what,
    json_group_array(json_array(h.field, h.old, h.new)) FILTER (WHERE h.field IS NOT NULL AND h.applied = 1)
FROM history h JOIN actions a ON a.id = h.action_id LEFT JOIN steps s ON s.id = h.step_id
WHERE (:action IS NULL OR h.action_id = :action)
GROUP BY h.action_id, ifnull(h.step_id, -h.id) ORDER BY max(h.id) DESC LIMIT :limit
"""


def happenings(
    connection: sqlite3.Connection, action_id: int | None, limit: int | None, zone: datetime.tzinfo
) -> tuple[Happening, ...]:
    """What each step did to an action, or to all actions, the latest first; at most `limit` (None for all)."""
    import json  # lists and pages never need it

    rows = connection.execute(_HAPPENINGS, {"action": action_id, "limit": -1 if limit is None else limit})
    return tuple(
        Happening(
            at=datetime.datetime.fromisoformat(at).astimezone(zone),
            who=who,
            ref=ref,
            what=step or what,
            changes=tuple((field, old, new) for field, old, new in json.loads(changes)),
            why=why,
            minute=minute,
            undone=bool(undone),
        )
        for _, at, who, ref, what, why, minute, undone, step, changes in rows
    )
