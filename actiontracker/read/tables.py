"""Tables of HTML and DOCX: which only lay out a page, which hold data, and how each becomes blocks in reading order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from actiontracker.read.blocks import Block, Gap
from actiontracker.records import Cell, LineKind

ITEM_NUMBER: Final = re.compile(
    r"""\(? (?: \d{1,3} | [a-z] | [ivx]{1,5} ) \)? [.):]?   # 12   4.   (a)   iv)
      | [a-z]{0,4} [ ]? \d{1,4} (?: [./-] \d{1,4} )+ [a-z]? [.):]?   # 4.1   24/031.   FC 12.3
      | \d{1,3} [.]? [a-z] [.):]?   # 7a""",
    re.VERBOSE | re.IGNORECASE,
)
"""A cell with nothing but an item's number. Four digits alone are a year or an amount, so they are not one."""

NUMBER_HEADING: Final = re.compile(
    r"(?: (?: item | agenda | minute ) \s* )? (?: no | number | ref | item ) \.?", re.VERBOSE | re.IGNORECASE
)

PAGE_ROWS: Final = 3
"""A table that frames a whole page has hardly more rows than banner, body and foot."""

PAGE_SHARE: Final = 0.8
"""The part of a framing table's text that stands in its one main cell."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table: its column, counting merged cells, and the blocks in it."""

    column: int
    blocks: tuple[Block, ...]

    @property
    def size(self) -> int:
        """Characters of text in the cell."""
        return sum(len(block.text) for block in self.blocks)

    def text(self) -> str:
        """The cell's text in one piece."""
        return " ".join(block.text for block in self.blocks).strip()


@dataclass(slots=True)
class Grid:
    """A table while it is being read; rows and columns without text are left out when it is arranged."""

    number: int
    rows: list[list[GridCell]] = field(default_factory=list)
    presentation: bool = False
    """Whether the file itself says that the table is there for its layout only."""

    def arrange(self) -> list[Block]:
        """The table's blocks in reading order: ordinary ones when it only lays out a page, else with their cells."""
        rows = self._filled()
        if _is_numbered(rows):
            return [block for row in rows for block in _numbered_row(row)]
        if self.presentation or max(map(len, rows), default=0) <= 1 or _frames_page(rows):
            return [block for row in rows for cell in row for block in cell.blocks]
        return [block for index, row in enumerate(rows) for block in self._data_row(index, row)]

    def _filled(self) -> list[list[GridCell]]:
        """The rows without blank rows and without columns that are blank in every row."""
        columns = {cell.column for row in self.rows for cell in row if cell.size}
        rows = ([cell for cell in row if cell.column in columns] for row in self.rows)
        return [row for row in rows if any(cell.size for cell in row)]

    def _data_row(self, index: int, row: list[GridCell]) -> Iterator[Block]:
        gap = Gap.LINE if index else Gap.PARAGRAPH
        between = Gap.CELL if all(len(cell.blocks) <= 1 for cell in row) else Gap.LINE
        for cell in row:
            place = Cell(self.number, index, cell.column)
            empty = (Block(""),) if between is Gap.CELL else ()
            for block in cell.blocks or empty:
                inner_gap = block.gap if block.cell and block.gap is Gap.CELL else gap
                yield replace(block, gap=inner_gap, cell=block.cell or place)
                gap = between


def _frames_page(rows: list[list[GridCell]]) -> bool:
    """Whether one cell holds nearly everything, with headings or tables of its own: an old way to lay out a page."""
    cells = [cell for row in rows for cell in row]
    if len(rows) > PAGE_ROWS:
        return False
    main = max(cells, key=lambda cell: cell.size)
    structured = any(block.kind is LineKind.HEADING or block.cell for block in main.blocks)
    return structured and main.size >= PAGE_SHARE * sum(cell.size for cell in cells)


def _is_numbered(rows: list[list[GridCell]]) -> bool:
    """Whether the table is an agenda: two columns, the first with nothing but item numbers."""
    if any(len(row) > 2 for row in rows):
        return False
    labels = [row[0].text() for row in rows if len(row) == 2]
    labels = labels[1:] if labels and NUMBER_HEADING.fullmatch(labels[0]) else labels
    return any(labels) and all(not label or ITEM_NUMBER.fullmatch(label) for label in labels)


def _numbered_row(row: list[GridCell]) -> Iterator[Block]:
    """The row of an agenda table as ordinary blocks, the number in front of the first words beside it."""
    blocks = [block for cell in row for block in cell.blocks]
    first = row[0].text()
    if len(row) < 2 or not (first and row[1].size):
        yield from blocks
        return
    kind = LineKind.FURNITURE if NUMBER_HEADING.fullmatch(first) else row[1].blocks[0].kind
    yield replace(row[1].blocks[0], text=f"{first} {row[1].blocks[0].text}", gap=Gap.PARAGRAPH, kind=kind)
    yield from row[1].blocks[1:]
