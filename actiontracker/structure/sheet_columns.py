"""What the columns of a tracker that was kept in a table mean, by their headings, and what its rows say."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from actiontracker.records import Kind, Problem, Rag, Status
from actiontracker.structure.days import days_in
from actiontracker.structure.sheet_headings import HINT_PATTERNS, PATTERNS, STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


_MOST_WORDS: Final = 8
"""Words of the longest heading; a cell with more is no heading."""
_ISO: Final = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


class Table(Protocol):
    """A table as `read` gives it."""

    @property
    def name(self) -> str:
        """What it is called in its file."""

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Its rows of cells."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """The rows' numbers in the file, from 1."""


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Which column of a table is which field, and in which row the headings stand (0-based)."""

    header: int
    columns: tuple[tuple[str, int], ...]
    """Field and column, 0-based."""
    kind: Kind = Kind.UNDERTAKING
    """What the table holds: recommendations where it is headed so."""

    def cell(self, row: Sequence[str], field: str) -> str:
        """The row's cell of a field; empty where the table has no such column."""
        column = dict(self.columns).get(field)
        return row[column].strip() if column is not None and column < len(row) else ""


@dataclass(frozen=True, slots=True)
class TrackerRow:
    """A row of an existing tracker, its words as written; `number` is the row's in its file."""

    number: int
    words: str
    """The whole row, cell by cell."""
    action: str
    kind: Kind
    ref: str | None
    owner: str | None
    recipient: str | None
    item: str | None
    body: str | None
    due_words: str | None
    due: datetime.date | None
    first_due: datetime.date | None
    meeting_date: datetime.date | None
    status: Status
    status_words: str | None
    rag: Rag | None
    closed_on: datetime.date | None
    minute: str | None
    progress: str | None


def mapping_of(table: Table, said: Mapping[str, str]) -> ColumnMap | None:
    """Which columns are which, by their headings; `said` gives fields by heading where a person knows better.

    The headings are the row, among the first ten, in which most are understood; None where none names an action.
    """
    best: ColumnMap | None = None
    for number, row in enumerate(table.rows[:10]):
        found = ColumnMap(number, tuple(_columns(row, said)), _kind(row))
        names = {field for field, _ in found.columns}
        if "action" in names and (best is None or len(names) > len(best.columns)):
            best = found
    return best


def _kind(headings: Sequence[str]) -> Kind:
    alone = any(heading.strip().lower().startswith("recommendation") for heading in headings)
    return Kind.RECOMMENDATION if alone else Kind.UNDERTAKING


def _columns(row: Sequence[str], said: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Field and column for each heading that is understood, each field once: the first column that fits."""
    wanted = {heading.strip().lower(): field for heading, field in said.items()}
    taken: set[str] = set()
    for column, heading in enumerate(row):
        plain = " ".join(heading.split()).strip(" .:*")
        fields = [wanted[plain.lower()]] if plain.lower() in wanted else _understood(plain)
        field = next((one for one in fields if one not in taken), None)
        if field is not None and field != "nothing":
            taken.add(field)
            yield field, column


def _understood(heading: str) -> list[str]:
    """The fields that a heading may be, the likeliest first: by all of its words, else by some of a short one."""
    if not heading:
        return []
    usual = [name for name, pattern in PATTERNS.items() if pattern.fullmatch(heading)]
    hints = [name for name, pattern in HINT_PATTERNS.items() if pattern.search(heading)]
    return usual or (hints if len(heading.split()) <= _MOST_WORDS else [])


def rows_in(table: Table, mapping: ColumnMap, path: str) -> tuple[tuple[TrackerRow, ...], tuple[Problem, ...]]:
    """The rows of a tracker below its headings, and what could not be placed.

    A merged or empty cell for meeting, item or body means the one above it.
    """
    rows, problems = [], []
    above: dict[str, str] = {}
    for row, number in zip(table.rows[mapping.header + 1 :], table.numbers[mapping.header + 1 :], strict=True):
        if row == table.rows[mapping.header]:
            continue  # the headings again, at the top of a page
        for field in ("meeting date", "item", "body"):
            above[field] = mapping.cell(row, field) or above.get(field, "")
        found, told = _row(row, number, mapping, above, path)
        problems += told
        rows += [found] if found else []
    return tuple(rows), tuple(problems)


def _row(
    row: Sequence[str], number: int, mapping: ColumnMap, above: Mapping[str, str], path: str
) -> tuple[TrackerRow | None, list[Problem]]:
    cell = partial(_cell, mapping, row)
    problems = []
    if not cell("action"):
        return None, [Problem(path, f"has no action, and was left out: “{_words(row)[:60]}”", line=number)]
    said = cell("status") or cell("rag") or ""
    status, known = status_of(said, closed=bool(cell("closed on")))
    if not known:
        problems.append(Problem(path, f"status “{said}” is not known; taken as {status}", line=number))
    first, revised = day_of(cell("due")), day_of(cell("due revised"))
    return TrackerRow(
        number=number,
        words=_words(row),
        action=cell("action") or "",
        kind=mapping.kind,
        ref=cell("ref") or cell("minute"),
        owner=cell("owner"),
        recipient=cell("recipient"),
        item=above["item"] or None,
        body=above["body"] or None,
        due_words=cell("due revised") or cell("due"),
        due=revised or first,
        first_due=first,
        meeting_date=day_of(above["meeting date"]),
        status=status,
        status_words=said or None,
        rag=rag_of(cell("rag") or said),
        closed_on=day_of(cell("closed on")),
        minute=cell("minute"),
        progress=cell("progress"),
    ), problems


def _cell(mapping: ColumnMap, row: Sequence[str], field: str) -> str | None:
    return mapping.cell(row, field) or None


def _words(row: Sequence[str]) -> str:
    return " | ".join(row)


def status_of(words: str, *, closed: bool = False) -> tuple[Status, bool]:
    """What somebody's word for a status means, and whether it was understood; open for none, or closed by a date."""
    if not words.strip() or rag_of(words) is not None:
        return (Status.CLOSED if closed else Status.OPEN), True
    found = next((status for status, form in STATUSES if re.search(rf"\b(?:{form})", words, re.IGNORECASE)), None)
    return (found or Status.OPEN), found is not None


def rag_of(words: str) -> Rag | None:
    """The colour that somebody gave it, where the words are one."""
    word = words.strip().lower()
    return next((rag for rag in Rag if word in (rag.value, rag.value[0])), None)


def day_of(words: str | None) -> datetime.date | None:
    """The one day that a cell names, with its year, day first; None for none, for several, or for words."""
    text = words or ""
    found = {day.date for day in days_in(text) if day.date is not None}
    found |= {day for parts in _ISO.findall(text) if (day := _calendar_day(parts)) is not None}
    return found.pop() if len(found) == 1 else None


def _calendar_day(parts: tuple[str, str, str]) -> datetime.date | None:
    try:
        return datetime.date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return None
