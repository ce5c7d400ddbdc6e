"""The pages of a PDF become blocks in reading order: paragraphs, tables, the action column, and furniture last."""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING

from actiontracker.read.blocks import Block, Gap
from actiontracker.read.pdf_action_column import ActionColumn, is_column_head, part_action_column
from actiontracker.read.pdf_flow import Column, Flow, flow
from actiontracker.read.pdf_furniture import part_furniture
from actiontracker.read.pdf_layout import Aside
from actiontracker.read.pdf_paragraphs import Paragraph, leading, paragraphs
from actiontracker.read.pdf_table_rows import row_text, table_blocks
from actiontracker.read.pdf_tables import RuledTable, part_tables
from actiontracker.read.pdf_ties import Entry, tied
from actiontracker.read.pdf_type import Kind, kinds, typeface
from actiontracker.records import Cell, LineKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from actiontracker.read.pdf_layout import PageLayout, Strip


def document_blocks(pages: Sequence[PageLayout]) -> list[Block]:
    """The blocks of all pages: what is read first, then the furniture of every page."""
    bare, asides = part_furniture(pages, is_column_head)
    texts, tables = part_tables(bare)
    texts, column = part_action_column(texts)
    parts = flow(texts, tables, column.zones if column else {})
    repeated = column.repeated if column else ()
    asides += [Aside(each.page, each.base, each.text) for each in repeated]
    asides += [Aside(page, 0, row_text(row)) for table in _tables(parts) for page, row in table.repeated]
    blocks = list(_body(parts, column))
    asides += [Aside(block.page or 0, 0, block.text) for block in blocks if block.kind is LineKind.FURNITURE]
    return [*(block for block in blocks if block.kind is not LineKind.FURNITURE), *_furniture(asides)]


def _tables(parts: Flow) -> list[RuledTable]:
    return [part for part in parts if isinstance(part, RuledTable)]


def _furniture(asides: Iterable[Aside]) -> Iterator[Block]:
    gap = Gap.PARAGRAPH
    for aside in sorted(asides, key=lambda each: (each.page, each.height)):
        yield Block(aside.text, gap, LineKind.FURNITURE, page=aside.page)
        gap = Gap.LINE


def _body(parts: Flow, column: ActionColumn | None) -> Iterator[Block]:
    runs = list(_runs(parts))
    usual = leading(runs)
    grouped = [paragraphs(part.strips, usual) if isinstance(part, Column) else [] for part in parts]
    body = typeface(chain.from_iterable(runs), chain.from_iterable(grouped))
    beside = list(chain.from_iterable(own for part, own in zip(parts, grouped, strict=True) if _in_zone(part)))
    rows = _action_rows(column, beside) if column else iter(())
    tables = count()
    action = -1
    for part, own in zip(parts, grouped, strict=True):
        if isinstance(part, RuledTable):
            yield from table_blocks(part, next(tables), usual, body)
        elif not part.in_zone:
            yield from chain.from_iterable(map(_text_blocks, own, kinds(own, body)))
        else:
            if column and action < 0:
                action = next(tables)
                yield from _head_blocks(column, action)
            for paragraph, kind in zip(own, kinds(own, body), strict=True):
                yield from _row_blocks(paragraph, kind, action, next(rows))


def _in_zone(part: Column | RuledTable) -> bool:
    return isinstance(part, Column) and part.in_zone


def _runs(parts: Flow) -> Iterator[Sequence[Strip]]:
    """The strips of every column and of every cell."""
    for part in parts:
        if isinstance(part, Column):
            yield part.strips
        else:
            yield from (cell for row in part.rows for cell in row.values())


def _text_blocks(paragraph: Paragraph, kind: Kind, cell: Cell | None = None) -> Iterator[Block]:
    """A block for every line; the lines after the first of a list item are plain ones."""
    gap = Gap.PARAGRAPH
    for strip in paragraph.strips:
        yield Block(strip.text, gap, kind.kind, kind.level, cell, strip.page)
        gap = Gap.LINE
        kind = kind if kind.kind is LineKind.HEADING else Kind(LineKind.TEXT)


# --- the action column ------------------------------------------------------------------------------------------------


def _action_rows(column: ActionColumn, beside: Sequence[Paragraph]) -> Iterator[tuple[int, list[Entry]]]:
    """For every paragraph beside the column the number of its row, and its entries."""
    entries = tied(beside, column.entries)
    for index in range(len(beside)):
        yield index + 1, [entry for entry in entries if entry.paragraph == index]


def _head_blocks(column: ActionColumn, table: int) -> Iterator[Block]:
    first = column.head[0]
    gap = Gap.PARAGRAPH
    if column.body_head:
        yield Block(column.body_head.text, gap, cell=Cell(table, 0, 0), page=first.page)
        gap = Gap.CELL
    yield Block(" ".join(line.text for line in column.head), gap, cell=Cell(table, 0, 1), page=first.page)


def _row_blocks(paragraph: Paragraph, kind: Kind, table: int, row: tuple[int, list[Entry]]) -> Iterator[Block]:
    number, entries = row
    yield from _text_blocks(paragraph, kind, Cell(table, number, 0))
    gap = Gap.LINE
    for entry in entries:
        yield Block(entry.text, gap, cell=Cell(table, number, 1), page=entry.strips[0].page)
        gap = Gap.PARAGRAPH
