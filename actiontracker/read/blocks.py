"""Blocks: the paragraphs that the HTML and DOCX readers find, and how they become text and lines."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from actiontracker.records import Cell, Line, LineKind, Span

LINE_END: Final = re.compile(r"\r\n|[\n\r\f\v]")


class Gap(Enum):
    """What stands in the text between a block and the one before it; the order of the members is their width."""

    CELL = " | "
    LINE = "\n"
    PARAGRAPH = "\n\n"

    def wider(self, other: "Gap") -> "Gap":
        """The wider of two gaps: margins of neighbours fall together, as in a browser."""
        order = list(Gap)
        return max(self, other, key=order.index)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or cell; `text` holds no line end."""

    text: str
    gap: Gap = Gap.PARAGRAPH
    kind: LineKind = LineKind.TEXT
    level: int = 0
    cell: Cell | None = None
    page: int | None = None


def assemble(blocks: Iterable[Block]) -> tuple[str, tuple[Line, ...]]:
    """The text of all blocks, gaps between them, and its lines; the blank line of a paragraph gap is a line too."""
    parts: list[str] = []
    lines: list[Line] = []
    position, number = 0, 1
    for block in blocks:
        gap = block.gap.value if parts else ""
        if block.gap is Gap.PARAGRAPH and parts:
            lines.append(Line(Span(position + 1, position + 1), number + 1, block.page))
        parts += gap, block.text
        number += gap.count("\n")
        position += len(gap)
        span = Span(position, position + len(block.text))
        lines.append(Line(span, number, block.page, block.kind, block.level, block.cell))
        position = span.end
    return "".join(parts), tuple(lines)
