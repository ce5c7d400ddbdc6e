"""The order of a whole PDF: columns of text and tables, one after the other, joined over the ends of pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from actiontracker.read.pdf_columns import in_columns
from actiontracker.read.pdf_layout import placed, runs_on
from actiontracker.read.pdf_tables import RuledTable, carried_on, carries_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from actiontracker.read.pdf_action_column import Zone
    from actiontracker.read.pdf_layout import PageLayout, Strip

FEWEST_WRAPS: Final = 3
"""Line ends over which a sentence runs on, from which on a column is believed to be narrower than the others."""

GUTTER: Final = 10.0
"""Points between the text and an action column beside it."""

HARDLY: Final = 0.12
"""Share of its width by which a column with ragged lines falls short of the others."""


@dataclass(frozen=True, slots=True)
class Column:
    """Strips in reading order: a column of a page, or several that follow each other."""

    strips: tuple[Strip, ...]
    in_zone: bool
    """Whether an action column stands beside it."""
    whole: bool
    """Whether it has the width of the text to itself."""
    natural_right: float
    """Where the column would end with a margin on the right as wide as on the left, or beside the action column."""


Flow = list[Column | RuledTable]


def flow(pages: Iterable[PageLayout], tables: Mapping[int, Sequence[RuledTable]], zones: Mapping[int, Zone]) -> Flow:
    """Everything on the pages in reading order; `tables` and `zones` are given by page number.

    A table that goes on at the top of the next page is one table; columns that follow each other are one column.
    """
    parts: Flow = []
    for page in pages:
        parts += _page_flow(page, tables.get(page.number, ()), zones.get(page.number))
    return _joined(_evened(parts))


def _page_flow(page: PageLayout, tables: Sequence[RuledTable], zone: Zone | None) -> Iterator[Column | RuledTable]:
    def place(strip: Strip) -> tuple[int, bool]:
        inside = zone is not None and zone.top <= strip.base <= zone.bottom
        return sum(table.top < strip.base for table in tables), inside

    done = 0
    for (above, inside), band in groupby(page.strips, key=place):
        yield from tables[done:above]
        done = max(done, above)
        columns = in_columns(list(band))
        end = zone.edge if zone and inside else page.width
        for column in columns:
            margin = GUTTER if inside else column[0].left
            yield Column(tuple(column), inside, len(columns) == 1, end - margin)
    yield from tables[done:]


def _evened(parts: Flow) -> Flow:
    """The same with the right edge of every whole column where the text of the document usually ends."""
    columns = [part for part in parts if isinstance(part, Column) and part.whole]
    usual = {
        in_zone: [part.strips[0].right for part in columns if part.in_zone is in_zone and _wraps(part)]
        for in_zone in (False, True)
    }
    return [_widened(part, usual[part.in_zone]) if isinstance(part, Column) else part for part in parts]


def _wraps(column: Column) -> int:
    """At how many line ends a sentence surely runs on, so that the line ends where the column does."""
    return sum(runs_on(before, after) for before, after in pairwise(column.strips))


def _widened(column: Column, usual: Sequence[float]) -> Column:
    """A column that cannot tell its own width, or is hardly narrower than is usual, made as wide as the others."""
    first = column.strips[0]
    right = median(usual) if usual else column.natural_right
    narrower = first.right < right - HARDLY * (right - first.left)
    if not column.whole or first.right >= right or (narrower and _wraps(column) >= FEWEST_WRAPS):
        return column
    return replace(column, strips=tuple(placed(column.strips, first.left, right)))


def _joined(parts: Flow) -> Flow:
    joined: Flow = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, RuledTable) and isinstance(last, RuledTable) and carries_on(last, part):
            joined[-1] = carried_on(last, part)
        elif isinstance(part, Column) and isinstance(last, Column) and part.in_zone is last.in_zone:
            joined[-1] = replace(last, strips=(*last.strips, *part.strips))
        else:
            joined.append(part)
    return joined
