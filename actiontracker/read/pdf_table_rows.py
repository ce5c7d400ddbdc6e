"""Rows of ruled tables become blocks, one for each paragraph of a cell; an action column inside is taken apart."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from actiontracker.read.blocks import Block, Gap
from actiontracker.read.pdf_action_column import HEAD
from actiontracker.read.pdf_paragraphs import paragraphs
from actiontracker.read.pdf_ties import tied
from actiontracker.read.pdf_type import TypeFace, kinds
from actiontracker.read.tables import Grid, GridCell
from actiontracker.records import LineKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from actiontracker.read.pdf_layout import Strip
    from actiontracker.read.pdf_tables import Cells, RuledTable

SOFT_HYPHEN = "\N{SOFT HYPHEN}"


def table_blocks(table: RuledTable, number: int, usual: float, body: TypeFace) -> list[Block]:
    """The table's blocks in reading order, with their cells; `number` is the table's, from 0.

    A paragraph that runs over the page gives a block for each page. Blank lines part the paragraphs of a cell.
    """
    grid = Grid(number)
    for index, row in enumerate(_rows(table, usual)):
        grid.rows.append(
            [GridCell(column, _cell_blocks(row[column], usual, body, index > 0)) for column in sorted(row)]
        )
    return _spaced(grid.arrange())


def row_text(row: Cells) -> str:
    """The words of a row on one line."""
    return " | ".join(_run_together(row[column]) for column in sorted(row))


def _cell_blocks(strips: Sequence[Strip], usual: float, body: TypeFace, may_head: bool) -> tuple[Block, ...]:
    found = paragraphs(strips, usual)
    blocks: list[Block] = []
    for paragraph, kind in zip(found, kinds(found, body), strict=True):
        heads = kind.kind is not LineKind.HEADING or (may_head and len(found) > 1)
        for page, lines in groupby(paragraph.strips, key=lambda each: each.page):
            block = Block(_run_together(list(lines)), page=page)
            blocks.append(replace(block, kind=kind.kind, level=kind.level) if heads else block)
    return tuple(blocks)


def _run_together(strips: Sequence[Strip]) -> str:
    """The strips on one line; nothing stands between the halves of a word parted at a hyphen."""
    parts = [strips[0].text]
    for before, each in pairwise(strips):
        halved = before.text.endswith(SOFT_HYPHEN) or (before.text.endswith("-") and each.text[0].islower())
        parts += ["" if halved else " ", each.text]
    return "".join(parts)


def _spaced(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with a blank line between two that stand in one cell, unless the page parts them."""
    spaced = list(blocks[:1])
    for before, block in pairwise(blocks):
        apart = block.cell is not None and block.cell == before.cell and block.page == before.page
        spaced.append(replace(block, gap=Gap.PARAGRAPH) if apart else block)
    return spaced


# --- an action column between ruled lines -----------------------------------------------------------------------------


def _rows(table: RuledTable, usual: float) -> Iterator[Cells]:
    """The rows of the table; one with several entries beside several paragraphs is several rows."""
    head = table.rows[0]
    action = max(head)
    if not HEAD.fullmatch(_run_together(head[action]).rstrip(" :.")):
        yield from table.rows
        return
    yield head
    for row in table.rows[1:]:
        yield from _split(row, action, usual) if action in row and len(row) > 1 else [row]


def _split(row: Cells, action: int, usual: float) -> Iterator[Cells]:
    """The row in as many as it has entries that stand beside paragraphs of their own."""
    beside = max(row, key=lambda column: (column != action) * sum(len(each.text) for each in row[column]))
    found = paragraphs(row[beside], usual)
    entries = tied(found, row[action])
    starts = sorted({entry.paragraph for entry in entries})
    if len(starts) < 2:
        yield row
        return
    for start, end in pairwise([0, *starts[1:], len(found)]):
        own = [strip for entry in entries if start <= entry.paragraph < end for strip in entry.strips]
        cells = {beside: [strip for paragraph in found[start:end] for strip in paragraph.strips], action: own}
        rest = {column: cell for column, cell in row.items() if column not in cells and start == 0}
        yield {**rest, **cells}
