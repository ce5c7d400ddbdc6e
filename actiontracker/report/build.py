"""From a list's definition and its rows to a report: a title, columns, and cells that any medium can show."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from actiontracker.report.wording import counted, long_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from actiontracker.records import ActionFilter

T = TypeVar("T")

Value = str | int | float | bool | datetime.date | tuple[str, ...] | None
"""What a cell holds; a tuple is lines, one under the other where there is room."""


class Tone(StrEnum):
    """What a medium may stress besides the words, which say it all without."""

    PLAIN = "plain"
    LATE = "late"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column of a list of `T`: `key` names it in JSON, `heading` everywhere else."""

    key: str
    heading: str
    value: Callable[[T, datetime.date], Value]
    tone: Callable[[T, datetime.date], Tone] = lambda _row, _today: Tone.PLAIN
    flexible: bool = False
    """Whether it takes the room that the others leave."""
    widest: int = 0
    """Most characters of a line of it in a table that has to fit; 0 for as many as its words take."""
    needs: int = 0
    """Narrowest terminal, in characters, in which it is shown; 0 for always."""


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """A list as data: what it is called, what it shows to a reader, and what it hands to other programs."""

    noun: tuple[str, str]
    """What one row is, and several: ("action", "actions")."""
    about: str
    """What they have in common, with `{day}` for the day the list holds for: "overdue on {day}"."""
    columns: tuple[Column[T], ...]
    export: tuple[Column[T], ...]
    """The columns of CSV and JSON."""
    empty: str
    """What to say, and what to do next, when there is no row."""


@dataclass(frozen=True, slots=True)
class Selection(Generic[T]):
    """A list of actions: its shape, and which actions in which order it takes from the tracker."""

    listing: Listing[T]
    chosen: Callable[[datetime.date], ActionFilter]
    sort: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One value and what may be stressed about it."""

    value: Value
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Report:
    """What to show: every row has as many cells as there are columns."""

    title: str
    summary: str
    """The title with the number of rows: "3 actions overdue on 24 July 2026", "200 of 310 actions"."""
    columns: tuple[Column[Any], ...]
    rows: tuple[tuple[Cell, ...], ...]


def build(
    listing: Listing[T], rows: Iterable[T], today: datetime.date, *, export: bool = False, total: int | None = None
) -> Report:
    """`rows` in the shape of `listing` as at `today`, in the order given.

    `export` takes the columns for other programs; `total` is how many there are where `rows` are only the first.
    """
    columns = listing.export if export else listing.columns
    cells = tuple(tuple(Cell(c.value(row, today), c.tone(row, today)) for c in columns) for row in rows)
    about = f" {listing.about.format(day=long_day(today))}".rstrip()
    first = f"{len(cells):,} of " if total is not None and total > len(cells) else ""
    return Report(
        title=f"{listing.noun[1].capitalize()}{about}",
        summary=f"{first}{counted(total or len(cells), *listing.noun)}{about}",
        columns=columns,
        rows=cells,
    )
