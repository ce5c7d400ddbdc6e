"""A report as plain aligned text for pipes and files: one line a row, nothing cut off, no colour, no rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actiontracker.render.harmless import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actiontracker.report.build import Report

GAP: Final = "  "


def plain(report: Report) -> Iterator[str]:
    """The heading and the rows as lines without line ends."""
    table = [[column.heading for column in report.columns]]
    table += [[", ".join(in_words(cell.value)) for cell in row] for row in report.rows]
    widths = [max(map(width, column)) for column in zip(*table, strict=True)]
    for row in table:
        yield GAP.join(text + " " * (room - width(text)) for text, room in zip(row, widths, strict=True)).rstrip()


def width(text: str) -> int:
    """How many columns of a screen `text` takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
