"""An HTML table while its rows are being read: which column each cell stands in, merged cells counted."""

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import html

from actiontracker.read.blocks import Block
from actiontracker.read.tables import Grid, GridCell

WIDEST: Final = 200
"""Columns that one cell may span; HTML allows 1000, no minutes have so many."""
TALLEST: Final = 65534
"""Rows that one cell may span at most (HTML Standard)."""
NUMBER: Final = re.compile(r"\s*(\d{1,6})")


@dataclass(slots=True)
class OpenTable:
    """A table whose cells are being filled; `blocks` is the open cell's content, None between cells."""

    grid: Grid
    blocks: list[Block] | None = None
    _row: list[GridCell] = field(default_factory=list)
    _column: int = 0
    _width: int = 1
    _covered: dict[int, int] = field(default_factory=dict)
    """For columns covered by a cell of an earlier row: the rows it still covers."""
    _covers_next: dict[int, int] = field(default_factory=dict)

    def start_cell(self, element: html.HtmlElement) -> None:
        """A `<td>` or `<th>` begins; an open cell ends."""
        self.end_cell()
        while self._column in self._covered:
            self._column += 1
        self._width = min(_number(element.get("colspan")) or 1, WIDEST)
        rows = _number(element.get("rowspan"))
        height = TALLEST if rows == 0 else rows or 1
        if height > 1:
            self._covers_next.update(dict.fromkeys(range(self._column, self._column + self._width), height - 1))
        self.blocks = []

    def end_cell(self) -> None:
        """The open cell, if any, is complete."""
        if self.blocks is not None:
            self._row.append(GridCell(self._column, tuple(self.blocks)))
            self._column += self._width
            self.blocks = None

    def end_row(self) -> None:
        """The open row, if any, is complete."""
        self.end_cell()
        if not self._row:
            return
        self.grid.rows.append(self._row)
        self._row, self._column = [], 0
        self._covered = {column: rows - 1 for column, rows in self._covered.items() if rows > 1} | self._covers_next
        self._covers_next = {}

    def arrange(self) -> list[Block]:
        """The blocks of the whole table in reading order, with their places."""
        self.end_row()
        return self.grid.arrange()


def _number(value: str | None) -> int | None:
    match = NUMBER.match(value or "")
    return int(match[1]) if match else None
