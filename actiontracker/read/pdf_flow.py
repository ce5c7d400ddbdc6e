"""The order of a whole PDF: columns of text and tables, one after the other, joined over the ends of pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING, Final

from actiontracker.read.pdf_columns import in_columns
from actiontracker.read.pdf_layout import placed
from actiontracker.read.pdf_tables import RuledTable, carried_on, carries_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from actiontracker.read.pdf_action_column import Zone
    from actiontracker.read.pdf_layout import PageLayout, Strip

FEWEST_STRIPS: Final = 5
"""Lines of a column from which on its right edge tells how wide the text is set."""


@dataclass(frozen=True, slots=True)
class Column:
    """Strips in reading order: a column of a page, or several that follow each other."""

    strips: tuple[Strip, ...]
    in_zone: bool
    """Whether an action column stands beside it."""
    whole: bool
    """Whether it has the width of the text to itself."""


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
        for column in columns:
            yield Column(tuple(column), inside, len(columns) == 1)
    yield from tables[done:]


def _evened(parts: Flow) -> Flow:
    """The same with the right edge of every whole column where the text of the document usually ends."""
    usual: dict[bool, float] = {}
    for in_zone in (False, True):
        rights = [
            part.strips[0].right
            for part in parts
            if isinstance(part, Column) and part.whole and part.in_zone is in_zone and len(part.strips) >= FEWEST_STRIPS
        ]
        usual[in_zone] = median(rights) if rights else 0.0
    return [_widened(part, usual[part.in_zone]) if isinstance(part, Column) else part for part in parts]


def _widened(column: Column, right: float) -> Column:
    first = column.strips[0]
    if not column.whole or first.right >= right:
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
