"""The rows of the table, as aligned text for a terminal or as Markdown for the README."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.timing import Spread

HEADINGS: Final = ("what", "ours", "beside it", "theirs", "ratio (range)", "aim", "met")


class Side(Enum):
    """On which side of the aim a ratio should lie."""

    AT_LEAST = "at least"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class Aim:
    """What a ratio should reach."""

    side: Side
    figure: float

    def met(self, ratio: float) -> bool:
        """Whether the ratio, unrounded, lies on the right side."""
        return ratio >= self.figure if self.side is Side.AT_LEAST else ratio < self.figure

    def __str__(self) -> str:
        return f"{self.side.value} {self.figure:g}"


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement: our figure and the one beside it in words with their unit, and the ratio of the two."""

    what: str
    ours: str
    beside: str
    theirs: str
    ratio: Spread
    aim: Aim | None = None


def plain(rows: Sequence[Row]) -> Iterator[str]:
    """Heading and rows as lines of aligned text, without line ends."""
    table = [HEADINGS, *map(_cells, rows)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for cells in table:
        yield "  ".join(f"{cell:{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip()


def markdown(rows: Sequence[Row]) -> Iterator[str]:
    """Heading and rows as lines of a Markdown table, without line ends."""
    yield _markdown_line(HEADINGS)
    yield _markdown_line(["---"] * len(HEADINGS))
    for row in rows:
        yield _markdown_line([cell.replace("|", r"\|") for cell in _cells(row)])


def _markdown_line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(row: Row) -> tuple[str, ...]:
    met = "" if row.aim is None else "yes" if row.aim.met(row.ratio.middle) else "no"
    return (row.what, row.ours, row.beside, row.theirs, ratio_in_words(row.ratio), str(row.aim or ""), met)


def ratio_in_words(ratio: Spread) -> str:
    """The median, with the lowest and highest round where there was more than one: "0.74 (0.71 to 0.78)"."""
    if ratio.lowest == ratio.highest:
        return f"{ratio.middle:.2f}"
    return f"{ratio.middle:.2f} ({ratio.lowest:.2f} to {ratio.highest:.2f})"
