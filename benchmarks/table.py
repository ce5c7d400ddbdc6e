"""The rows of the table, as aligned text for a terminal or as Markdown for the README."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from benchmarks.timing import Spread, usual

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.timing import Timed

HEADINGS: Final = ("what", "ours", "beside it", "theirs", "ratio (range)", "by the clock", "aim", "met")


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
    """One measurement: our figure and the one beside it, each in words with its unit, and the ratio of the two."""

    what: str
    ours: str
    beside: str
    theirs: str
    ratio: Spread
    clock: float | None = None
    """The ratio by the clock on the wall, where the other is of processor time."""
    aim: Aim | None = None


def speed_row(what: str, beside: str, amount: int, unit: str, timed: Timed, aim: Aim) -> Row:
    """Speeds at which both went through that many `unit`; the ratio is our share of the other's speed."""
    slower = timed.slower
    return Row(
        what=f"{what}, {amount:,} {unit}",
        ours=f"{_speed(amount / usual(timed.ours))} {unit}/s",
        beside=beside,
        theirs=f"{_speed(amount / usual(timed.theirs))} {unit}/s",
        ratio=Spread(1 / slower.middle, 1 / slower.highest, 1 / slower.lowest),
        clock=1 / timed.slower_by_the_clock,
        aim=aim,
    )


def time_row(what: str, beside: str, timed: Timed, aim: Aim | None) -> Row:
    """Times that both took; the ratio is how many times as long ours took."""
    return Row(
        what=what,
        ours=f"{usual(timed.ours):.3f} s",
        beside=beside,
        theirs=f"{usual(timed.theirs):.3f} s",
        ratio=timed.slower,
        clock=timed.slower_by_the_clock,
        aim=aim,
    )


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
    clock = "" if row.clock is None else f"{row.clock:.2f}"
    return (row.what, row.ours, row.beside, row.theirs, _in_words(row.ratio), clock, str(row.aim or ""), met)


def _in_words(ratio: Spread) -> str:
    """The median, with the lowest and the highest round where there are several: "0.698 (0.65 to 0.71)".

    A third decimal shows on which side of an aim the median lies.
    """
    if ratio.lowest == ratio.highest:
        return f"{ratio.middle:.3f}"
    return f"{ratio.middle:.3f} ({ratio.lowest:.2f} to {ratio.highest:.2f})"


def _speed(a_second: float) -> str:
    return f"{a_second:,.0f}" if a_second >= 100 else f"{a_second:.1f}"
