"""The paragraph styles of the PDF samples."""

from __future__ import annotations

from typing import Any, Final

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]  # reportlab ships no types

from builder.outline import BlockKind

CELL: Final = ParagraphStyle("cell", fontName="Helvetica", fontSize=9.5, leading=12)
CELL_HEAD: Final = ParagraphStyle("cell head", CELL, fontName="Helvetica-Bold")
ACTION: Final = ParagraphStyle("action", CELL_HEAD, alignment=TA_CENTER, spaceAfter=7)


def styles(size: float) -> dict[BlockKind, Any]:
    """A style for each kind of block, the running text `size` points high."""
    body = ParagraphStyle(
        "body",
        fontName="Times-Roman",
        fontSize=size,
        leading=size * 1.23,
        spaceAfter=7,
        alignment=TA_JUSTIFY,
        allowOrphans=1,
    )
    # reportlab's Helvetica has no bullet that another program can read back; Symbol has.
    hanging = {"leftIndent": 22, "bulletIndent": 4}
    dotted = {**hanging, "bulletFontName": "Symbol"}
    bold = ParagraphStyle("bold", body, fontName="Helvetica-Bold", keepWithNext=1)
    return {
        BlockKind.TITLE: ParagraphStyle("title", bold, fontSize=size + 2, leading=size + 5, alignment=TA_CENTER),
        BlockKind.ITEM: ParagraphStyle("item", bold, spaceBefore=6),
        BlockKind.SUBHEADING: ParagraphStyle("sub", bold, fontName="Helvetica-BoldOblique"),
        BlockKind.BULLET: ParagraphStyle("bullet", body, **dotted),
        BlockKind.CLAUSE: ParagraphStyle("clause", body, **hanging),
        BlockKind.TEXT: body,
    }
