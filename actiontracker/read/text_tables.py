"""Tables that were flattened into text: rows of `a | b | c`, with or without the outer bars and rules of Markdown."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Final

from actiontracker.records import Cell, Line, LineKind, Span

BAR: Final = re.compile(r"(?:(?<=\s)|^)\|(?=\s|$)")
"""A bar that separates cells has white space, or the edge of the line, on both sides."""

RULE: Final = re.compile(r":?-{2,}:?")
"""A cell of the rule under the header row of a Markdown table: `---|:---:|---`."""

FEWEST_ROWS: Final = 2
"""One line with a bar in it may be a menu or a signature; from two alike on it is a table."""


@dataclass(frozen=True, slots=True)
class _Row:
    line: Line
    words: str
    bars: tuple[int, ...]
    """Where the bars stand within the words."""

    @property
    def is_rule(self) -> bool:
        cells = self.words.strip().removeprefix("|").removesuffix("|").split("|")
        return "|" in self.words and all(RULE.fullmatch(cell.strip()) for cell in cells)

    @property
    def width(self) -> int:
        """The number of bars, by which rows of one table are known; 0 for a line outside of tables."""
        return self.words.count("|") if self.is_rule else len(self.bars)

    @property
    def opens(self) -> bool:
        return self.words.lstrip().startswith("|")

    @property
    def closes(self) -> bool:
        return self.words.rstrip().endswith("|")


def with_cells(text: str, lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, each row of a flattened table replaced by one line a cell; rules become furniture."""
    rows = (_Row(line, words, _bars(words)) for line in lines for words in [line.span.of(text)])
    table = 0
    for width, group in groupby(rows, key=lambda row: row.width):
        run = list(group)
        if width and len(run) >= FEWEST_ROWS:
            yield from _cells(table, run)
            table += 1
        else:
            yield from (row.line for row in run)


def _bars(words: str) -> tuple[int, ...]:
    return tuple(match.start() for match in BAR.finditer(words)) if "|" in words else ()


def _cells(table: int, run: list[_Row]) -> Iterator[Line]:
    rows = [row for row in run if not row.is_rule]
    opened, closed = all(row.opens for row in rows), all(row.closes for row in rows)
    index = 0
    for row in run:
        if row.is_rule:
            yield replace(row.line, kind=LineKind.FURNITURE)
            continue
        for column, span in enumerate(_spans(row, opened, closed)):
            yield replace(row.line, span=span, kind=LineKind.TEXT, level=0, cell=Cell(table, index, column))
        index += 1


def _spans(row: _Row, opened: bool, closed: bool) -> Iterator[Span]:
    """The spans of the row's cells, white space around them left out; an empty cell has an empty span."""
    edges = (-1, *row.bars, len(row.words))
    pieces = list(pairwise(edges))[int(opened) : len(edges) - 1 - int(closed)]
    for before, after in pieces:
        piece = row.words[before + 1 : after]
        start = row.line.span.start + before + 1 + (len(piece) - len(piece.lstrip()) if piece.strip() else 0)
        yield Span(start, start + len(piece.strip()))
