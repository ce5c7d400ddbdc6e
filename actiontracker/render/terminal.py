"""A report on a terminal: a calm table that fits its width, with nothing told by colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from actiontracker.render.harmless import harmless, in_words
from actiontracker.report.build import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from rich.console import RenderableType

    from actiontracker.report.build import Cell, Column, Report

STYLES: Final = {Tone.PLAIN: "", Tone.LATE: "bold red", Tone.QUIET: "dim"}

WIDEST: Final = 150
"""Columns of the widest table: longer lines are hard to follow across a screen."""

NARROWEST: Final = 72
"""Columns of the narrowest table: below, every row becomes a small card."""

GAP: Final = 2


def console(stream: TextIO) -> Console:
    """A console that takes no text for markup, emoji codes or things to highlight."""
    return Console(file=stream, markup=False, emoji=False, highlight=False)


def print_report(report: Report, stream: TextIO) -> None:
    """Writes the report as wide as the terminal: a table, or cards one under the other where it is narrow."""
    screen = console(stream)
    if screen.width < NARROWEST:
        cards = [part for row in report.rows for part in ("", _card(report.columns, row))]
        write(screen, stream, *cards[1:])
    else:
        write(screen, stream, _table(report, min(screen.width, WIDEST)))


def write(screen: Console, stream: TextIO, *parts: RenderableType, width: int | None = None) -> None:
    """Writes to `stream` itself, so that a progress bar on the same screen stays below, without blanks at line ends."""
    with screen.capture() as captured:
        for part in parts:
            screen.print(part, width=width)
    stream.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


# --- a table ---------------------------------------------------------------------------------------------------------


def _table(report: Report, width: int) -> Table:
    shown = [index for index, column in enumerate(report.columns) if column.needs <= width]
    cells = [[_text(row[index]) for index in shown] for row in report.rows]
    columns = [report.columns[index] for index in shown]
    widths = tuple(_widths(columns, cells, width))
    broken = any(text.cell_len > room or "\n" in text for row in cells for text, room in zip(row, widths, strict=True))
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, GAP - 1, 0, 0), leading=int(broken))
    for column, room in zip(columns, widths, strict=True):
        table.add_column(Text(column.heading, style="bold"), width=room, overflow="fold", justify=_side(report, column))
    for row in cells:
        table.add_row(*row)
    return table


def _side(report: Report, column: Column[Any]) -> Literal["left", "right"]:
    """Numbers stand under each other at the right."""
    index = report.columns.index(column)
    return "right" if report.rows and isinstance(report.rows[0][index].value, int) else "left"


def _widths(columns: Sequence[Column[Any]], cells: Sequence[Sequence[Text]], width: int) -> Iterator[int]:
    """What each column gets: its own needs up to its limit; what remains goes to the flexible ones."""
    natural = [_natural(column, [row[index] for row in cells]) for index, column in enumerate(columns)]
    taken = sum(room for column, room in zip(columns, natural, strict=True) if not column.flexible)
    left = width - taken - GAP * (len(columns) - 1)
    flexible = sum(column.flexible for column in columns)
    for column, room in zip(columns, natural, strict=True):
        yield min(room, max(10, left // flexible)) if column.flexible else room


def _natural(column: Column[Any], cells: Sequence[Text]) -> int:
    widest = max(Text(column.heading).cell_len, *(line.cell_len for cell in cells for line in cell.split()), 1)
    return min(widest, column.widest) if column.widest else widest


def _text(cell: Cell) -> Text:
    return Text("\n".join(in_words(cell.value)), style=STYLES[cell.tone])


# --- cards -----------------------------------------------------------------------------------------------------------


def _card(columns: Sequence[Column[Any]], row: Sequence[Cell]) -> Table:
    """A row as lines of heading and value under its first cell."""
    card = Table.grid(padding=(0, GAP, 0, 0))
    card.add_column(style="dim")
    card.add_column(overflow="fold")
    for index, (column, cell) in enumerate(zip(columns, row, strict=True)):
        words = ", ".join(in_words(cell.value))
        if words:
            card.add_row(harmless(column.heading), Text(words, style=STYLES[cell.tone] or ("" if index else "bold")))
    return card
