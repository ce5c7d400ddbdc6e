"""An outline as a PDF with a text layer: one column, a right-hand action column, or two columns."""

from __future__ import annotations

import io
import re
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape

from reportlab.lib.colors import black  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.lib.units import cm  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.platypus import (  # type: ignore[import-untyped]  # reportlab ships no types
    BaseDocTemplate,
    Frame,
    PageTemplate,
    Paragraph,
    Table,
)

from builder.outline import Block, BlockKind, Outline
from builder.pdf_styles import ACTION, CELL, CELL_HEAD, styles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WIDTH, _HEIGHT = A4
_SIDE: Final = 2.3 * cm
_EDGE: Final = 2.4 * cm
_INNER: Final = _WIDTH - 2 * _SIDE
_GUTTER: Final = 0.8 * cm
_ACTION_WIDTH: Final = 2.2 * cm
_TABLE_WIDTHS: Final = {"Minute": 0.11, "Action": 0.47, "By whom": 0.25, "By when": 0.17}
_SOFT_HYPHEN: Final = "\u00ad"


def pdf_bytes(outline: Outline) -> bytes:
    """The outline as a PDF file."""
    pages = _built(outline, pages=0)[1] if "{pages}" in outline.line("footer") else 0
    return _built(outline, pages)[0]


def _built(outline: Outline, pages: int) -> tuple[bytes, int]:
    """The file and how many pages it has, `pages` being what its foot says of that."""
    saved = io.BytesIO()
    document = BaseDocTemplate(
        saved, pagesize=A4, title=outline.line("title"), author="Clerk", invariant=1, pageCompression=0
    )
    running = partial(_draw_running_lines, outline=outline, pages=pages)
    document.addPageTemplates([PageTemplate("page", _frames(outline.line("layout")), onPage=running)])
    document.build(list(_story(outline)))
    return saved.getvalue(), document.page


def _frames(layout: str) -> list[Any]:
    height = _HEIGHT - 2 * _EDGE
    if layout != "two columns":
        return [Frame(_SIDE, _EDGE, _INNER, height, 0, 0, 0, 0)]
    width = (_INNER - _GUTTER) / 2
    return [Frame(_SIDE + column * (width + _GUTTER), _EDGE, width, height, 0, 0, 0, 0) for column in (0, 1)]


def _draw_running_lines(canvas: Any, document: Any, *, outline: Outline, pages: int) -> None:
    canvas.saveState()
    canvas.setFont("Helvetica", 8.5)
    for row, words in enumerate(outline.lines("header")):
        canvas.drawString(_SIDE, _HEIGHT - 1.3 * cm - row * 11, words)
    foot = outline.line("footer").format(page=document.page, pages=pages)
    canvas.drawCentredString(_WIDTH / 2, 1.3 * cm, foot)
    canvas.restoreState()


def _story(outline: Outline) -> Iterator[Any]:
    breaks = _breaks(outline)
    paragraph = partial(_paragraph, looks=styles(float(outline.line("size"))), breaks=breaks)
    if outline.line("layout") == "action column":
        yield from _action_column(outline.blocks, paragraph)
        return
    for block in outline.blocks:
        yield _ruled_table(block) if block.kind is BlockKind.TABLE else paragraph(block)


def _paragraph(block: Block, *, looks: dict[BlockKind, Any], breaks: dict[str, str]) -> Any:
    return Paragraph(_marked(block, _hyphenated(block.text, breaks)), looks[block.kind])


def _marked(block: Block, words: str) -> str:
    """The words as a paragraph's markup, with the bullet or clause label hanging before them."""
    if block.kind in (BlockKind.BULLET, BlockKind.CLAUSE):
        return f"<bullet>{block.label}</bullet>{escape(words)}"
    return escape(words)


def _breaks(outline: Outline) -> dict[str, str]:
    """The words that may be broken over lines, by their letters, with soft hyphens where they break."""
    words = " ".join(outline.lines("hyphens")).split()
    return {word.replace("-", ""): word.replace("-", _SOFT_HYPHEN) for word in words}


def _hyphenated(words: str, breaks: dict[str, str]) -> str:
    return re.sub(r"[a-z]+", lambda found: breaks.get(found[0], found[0]), words)


def _action_column(blocks: tuple[Block, ...], paragraph: Callable[[Block], Any]) -> Iterator[Any]:
    """Each block a row of a table without rules, what stands in the margin to its right, at its last line."""
    titles = [block for block in blocks if block.kind is BlockKind.TITLE]
    yield from map(paragraph, titles)
    noted = ([paragraph(block), Paragraph(escape(block.margin), ACTION)] for block in blocks[len(titles) :])
    rows = [["", Paragraph("ACTION", ACTION)], *noted]
    table = Table(rows, colWidths=[_INNER - _ACTION_WIDTH, _ACTION_WIDTH], repeatRows=1)
    table.setStyle([("VALIGN", (0, 0), (-1, -1), "BOTTOM"), ("LEFTPADDING", (0, 0), (0, -1), 0)])
    yield table


def _ruled_table(block: Block) -> Any:
    names = [cell[0] for cell in block.rows[0]]
    head, *rest = ([" ".join(cell) for cell in row] for row in block.rows)
    rows = [[Paragraph(escape(words), CELL_HEAD) for words in head]]
    rows += [[Paragraph(escape(words), CELL) for words in row] for row in rest]
    table = Table(rows, colWidths=[_TABLE_WIDTHS[name] * _INNER for name in names], repeatRows=1, spaceBefore=6)
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.6, black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return table
