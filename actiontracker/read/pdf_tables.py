"""Ruled tables: their cells found by pdfplumber, their words parted from the page, their rows carried over pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pdfplumber.utils.geometry import obj_to_edges

from actiontracker.read.pdf_layout import PageLayout, RuledCell, Ruling, Strip, Word, ends_sentence, placed
from actiontracker.read.pdf_strips import strips

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pdfplumber._typing import T_obj
    from pdfplumber.page import Page
    from pdfplumber.table import Table

SHORTEST_RULE: Final = 8.0
"""Points; shorter lines are ornaments, or the ends of thin rectangles."""

THICKEST_RULE: Final = 3.0
"""Points; a filled rectangle that is thicker is shading, not a line."""

MOST_DRAWN: Final = 3000
"""More lines, boxes and curves than this on one page are a picture."""

SAME_EDGE: Final = 4.0
"""Points by which the columns of a table may differ from one page to the next."""

WIDEST_MARGIN: Final = 9.0
"""Points between the rule of a cell and its words at most; words further in are indented or centred."""

Cells = dict[int, list[Strip]]
"""A row: the strips of each column that holds any."""


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A ruled table with its words; after `carried_on` it may reach over several pages."""

    page: int
    last_page: int
    top: float
    bottom: float
    edges: tuple[float, ...]
    rows: tuple[Cells, ...]
    repeated: tuple[tuple[int, Cells], ...] = ()
    """Header rows printed again on a later page, with its number."""


# --- finding the lines ------------------------------------------------------------------------------------------------


def rulings(page: Page) -> tuple[Ruling, ...]:
    """The tables of a page that have at least two columns, from the top; quick on a page without ruled lines.

    Shading counts only where no lines are drawn: often it stands behind single words.
    """
    if len(page.lines) + len(page.rects) + len(page.curves) > MOST_DRAWN:
        return ()
    for shaded in (False, True):
        found = _between(_rules(page, shaded), page)
        if found:
            return tuple(sorted(found, key=lambda each: each.top))
    return ()


def _rules(page: Page, shaded: bool) -> list[T_obj]:
    boxes = [box for box in page.rects if shaded or box["stroke"] or min(box["width"], box["height"]) < THICKEST_RULE]
    edges = [edge for each in (*page.lines, *boxes, *page.curves) for edge in obj_to_edges(each)]
    return [edge for edge in edges if max(edge["width"], edge["height"]) >= SHORTEST_RULE]


def _between(edges: list[T_obj], page: Page) -> list[Ruling]:
    down = [edge for edge in edges if edge["orientation"] == "v"]
    across = [edge for edge in edges if edge["orientation"] == "h"]
    if len(down) < 2 or len(across) < 2:
        return []
    tables = page.find_tables(
        {
            "vertical_strategy": "explicit",
            "horizontal_strategy": "explicit",
            "explicit_vertical_lines": down,
            "explicit_horizontal_lines": across,
        }
    )
    found = [_ruling(table) for table in tables]
    return [each for each in found if len(each.edges) > 1]


def _ruling(table: Table) -> Ruling:
    lefts = sorted({cell[0] for cell in table.cells})
    tops = sorted({cell[1] for cell in table.cells})
    cells = [RuledCell(tops.index(top), lefts.index(x0), x0, top, x1, bottom) for x0, top, x1, bottom in table.cells]
    return Ruling(tuple(lefts), tuple(cells), table.bbox[1], table.bbox[3])


# --- filling the cells ------------------------------------------------------------------------------------------------


def part_tables(pages: Iterable[PageLayout]) -> tuple[list[PageLayout], dict[int, list[RuledTable]]]:
    """The pages without the words of their tables, and the tables by page number.

    A box with words in one column only is no table, unless it has the columns of the last one on the page before.
    """
    bare: list[PageLayout] = []
    tables: dict[int, list[RuledTable]] = {}
    edges: tuple[float, ...] = ()
    for page in pages:
        rest, own = _parted(page, edges)
        bare.append(rest)
        tables[page.number] = own
        edges = own[-1].edges if own else ()
    return bare, tables


def _parted(page: PageLayout, before: tuple[float, ...]) -> tuple[PageLayout, list[RuledTable]]:
    tables: list[RuledTable] = []
    for ruling in page.rulings:
        found = [(word, ruling.cell_of(word)) for each in page.strips for word in each.words]
        inside = [(word, cell) for word, cell in found if cell is not None]
        columns = {cell.column for _, cell in inside}
        if len(columns) > 1 or (columns and not tables and _same_columns(ruling.edges, before)):
            tables.append(_filled(page.number, ruling, inside))
            page = _without(page, {word for word, _ in inside})
    return page, tables


def _filled(page: int, ruling: Ruling, inside: Iterable[tuple[Word, RuledCell]]) -> RuledTable:
    words: dict[RuledCell, list[Word]] = {}
    for word, cell in inside:
        words.setdefault(cell, []).append(word)
    rows: dict[int, Cells] = {}
    for cell in sorted(words, key=lambda cell: (cell.row, cell.column)):
        rows.setdefault(cell.row, {})[cell.column] = _lines(page, cell, words[cell])
    return RuledTable(page, page, ruling.top, ruling.bottom, ruling.edges, tuple(rows.values()))


def _lines(page: int, cell: RuledCell, words: Iterable[Word]) -> list[Strip]:
    """The strips of one cell; on the right it has as much of a margin as on the left, within reason."""
    lines = strips(page, words)
    margin = min(max(0.0, min(each.x0 for each in lines) - cell.x0), WIDEST_MARGIN)
    right = max(cell.x1 - margin, *(each.x1 for each in lines))
    return placed(lines, cell.x0 + margin, right)


def _without(page: PageLayout, words: set[Word]) -> PageLayout:
    left = [each for each in page.strips if not any(word in words for word in each.words)]
    torn = [each for each in page.strips if any(word in words for word in each.words)]
    rest = [word for each in torn for word in each.words if word not in words]
    kept = sorted([*left, *strips(page.number, rest)], key=lambda each: each.base)
    return replace(page, strips=tuple(kept))


# --- over the page ----------------------------------------------------------------------------------------------------


def carries_on(table: RuledTable, later: RuledTable) -> bool:
    """Whether `later`, at the top of the next page, has the columns of `table`."""
    return later.page == table.last_page + 1 and _same_columns(later.edges, table.edges)


def _same_columns(edges: Sequence[float], others: Sequence[float]) -> bool:
    return len(edges) == len(others) and all(abs(a - b) < SAME_EDGE for a, b in zip(edges, others, strict=True))


def carried_on(table: RuledTable, later: RuledTable) -> RuledTable:
    """Both as one table: a header row that is repeated set aside, a row that runs over the page made whole."""
    rows, more = list(table.rows), list(later.rows)
    repeated = []
    if len(more) > 1 and _text(rows[0]) == _text(more[0]):
        repeated.append((later.page, more.pop(0)))
    if _row_runs_on(rows, more[0]):
        rows[-1] = _joined(rows[-1], more.pop(0))
    return replace(
        table,
        last_page=later.last_page,
        rows=(*rows, *more),
        repeated=(*table.repeated, *repeated),
    )


def _text(row: Cells) -> list[tuple[int, str]]:
    return [(column, " ".join(each.text for each in cell)) for column, cell in row.items()]


def _row_runs_on(rows: Sequence[Cells], first: Cells) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before."""
    last = rows[-1]
    if not set(first) <= set(last):
        return False
    if any(first[column][0].text[0].islower() and not ends_sentence(last[column][-1].text) for column in first):
        return True
    labelled = sum(0 in row for row in rows) == len(rows) > 1
    return labelled and 0 not in first


def _joined(row: Cells, rest: Cells) -> Cells:
    return {column: [*cell, *rest.get(column, ())] for column, cell in row.items()}
