"""What stands on the pages of a PDF without being part of the minutes: running heads and feet, page and line numbers.

Nothing is dropped: what is taken off a page comes back as asides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from actiontracker.read.furniture import is_furniture
from actiontracker.read.pdf_layout import Aside
from actiontracker.read.pdf_line_numbers import part_line_numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from actiontracker.read.pdf_layout import PageLayout, Strip

HEAD_ZONE: Final = 0.12
"""A running head stands in this share of the page from the top, a running foot in as much from the bottom."""

WIDE_ZONE: Final = 0.25
"""The same where nothing else stands between the line and the edge of the page."""

EDGE_ZONE: Final = 0.1
"""A number alone on the outermost line is a page number only within this share of the page from its edge."""

MOST_LINES: Final = 6
"""The most lines of a head or foot."""

SAME_HEIGHT: Final = 4.0
"""Points by which a running head may stand higher or lower from page to page."""

PAGE_NUMBER: Final = re.compile(
    r"(?P<word>page|pg\.?|p\.)?\s*(?P<rule>[-\N{EN DASH}\N{EM DASH}|(\[])?\s*(?:\d{1,4}|[ivxl]{1,6})"
    r"\s*(?P<of>(?:of|/)\s*\d{1,4})?\s*[-\N{EN DASH}\N{EM DASH}|)\]]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Edge:
    """A strip near the top or the foot of a page."""

    page: int
    index: int
    strip: Strip
    distance: float
    """Points from the edge of the page."""


def part_furniture(
    pages: Sequence[PageLayout], is_column_head: Callable[[Strip], bool]
) -> tuple[list[PageLayout], list[Aside]]:
    """The pages without their furniture, and the furniture.

    A repeated line that `is_column_head` knows as the head of a column stays where it stands first.
    """
    bare, asides = part_line_numbers(pages)
    doomed = _running(bare, is_column_head) | _page_numbers(bare) | _known(bare)
    parted = []
    for page in bare:
        kept = [each for index, each in enumerate(page.strips) if (page.number, index) not in doomed]
        asides += [
            Aside(page.number, each.base, each.text)
            for index, each in enumerate(page.strips)
            if (page.number, index) in doomed
        ]
        if page.turned:
            asides.append(Aside(page.number, page.height, page.turned))
        parted.append(replace(page, strips=tuple(kept)))
    return parted, sorted(asides, key=lambda aside: (aside.page, aside.height))


# --- running heads and feet -------------------------------------------------------------------------------------------


def _running(pages: Sequence[PageLayout], is_column_head: Callable[[Strip], bool]) -> set[tuple[int, int]]:
    """Which strips, by page number and index, repeat at one height over enough pages."""
    found: set[tuple[int, int]] = set()
    filled = sum(1 for page in pages if page.strips)
    for edges in (_top_edges, _foot_edges):
        near = {page.number: edges(page) for page in pages}
        repeated = _repeated(near, filled, is_column_head)
        for page in pages:
            found |= {(page.number, index) for index in _outer(near[page.number], repeated, page.height)}
    return found


def _repeated(
    near: dict[int, list[_Edge]], pages: int, is_column_head: Callable[[Strip], bool]
) -> set[tuple[int, int]]:
    """The strips that stand on enough pages; words without a number that begin small are the end of a sentence."""
    groups: dict[str, list[_Edge]] = defaultdict(list)
    for edges in near.values():
        for edge in edges:
            pattern = _pattern(edge.strip.text)
            if not edge.strip.text[0].islower() or "#" in pattern:
                groups[pattern].append(edge)
    levels = [level for edges in groups.values() for level in _levels(edges) if len(level) > 1]
    found: set[tuple[int, int]] = set()
    for level in levels:
        if _repeats({edge.page for edge in level}, pages) or _alternates(level, levels, pages):
            first = 1 if is_column_head(level[0].strip) else 0
            found |= {(edge.page, edge.index) for edge in level[first:]}
    return found


def _outer(edges: Sequence[_Edge], repeated: set[tuple[int, int]], height: float) -> Iterator[int]:
    """The repeated strips of a page that stand near its edge, or further in but with nothing else outside of them."""
    outermost = True
    for edge in edges:
        runs = (edge.page, edge.index) in repeated
        if runs and (outermost or edge.distance < HEAD_ZONE * height):
            yield edge.index
        outermost = outermost and runs


def _top_edges(page: PageLayout) -> list[_Edge]:
    """The strips near the top that may be a running head, the outermost first."""
    edges = [_Edge(page.number, index, each, each.base) for index, each in enumerate(page.strips)]
    return [edge for edge in edges[:MOST_LINES] if edge.distance < WIDE_ZONE * page.height and _is_free(page, edge)]


def _foot_edges(page: PageLayout) -> list[_Edge]:
    """The strips near the foot that may be a running one, the outermost first."""
    edges = [_Edge(page.number, index, each, page.height - each.base) for index, each in enumerate(page.strips)]
    near = [edge for edge in edges[-MOST_LINES:] if edge.distance < WIDE_ZONE * page.height and _is_free(page, edge)]
    return near[::-1]


def _is_free(page: PageLayout, edge: _Edge) -> bool:
    """Whether the strip is outside every table that reaches into the body of the page."""
    low, high = HEAD_ZONE * page.height, (1 - HEAD_ZONE) * page.height
    inner = (ruling for ruling in page.rulings if ruling.bottom > low and ruling.top < high)
    return not any(ruling.cell_of(edge.strip.words[0]) for ruling in inner)


def _pattern(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.casefold().split()))


def _levels(edges: Sequence[_Edge]) -> Iterator[list[_Edge]]:
    """The edges in groups of one height and one type size, each group in page order."""
    level: list[_Edge] = []
    for edge in sorted(edges, key=lambda edge: (round(edge.strip.size), edge.distance)):
        if level and not _is_level(level[0], edge):
            yield sorted(level, key=lambda each: each.page)
            level = []
        level.append(edge)
    if level:
        yield sorted(level, key=lambda each: each.page)


def _is_level(first: _Edge, edge: _Edge) -> bool:
    same_type = round(first.strip.size) == round(edge.strip.size)
    return same_type and edge.distance - first.distance < SAME_HEIGHT


def _repeats(found: set[int], pages: int) -> bool:
    """Whether a line on these pages is a running one: on most pages of the file, or on three that follow each other."""
    in_a_row = any({page, page + 1, page + 2} <= found for page in found)
    return len(found) > 1 and (len(found) >= 0.6 * pages or in_a_row)


def _alternates(level: Sequence[_Edge], levels: Iterable[Sequence[_Edge]], pages: int) -> bool:
    """Whether the line stands on every other page and another at its height on the pages between, as in a book."""

    def takes_turns(edges: Sequence[_Edge]) -> bool:
        sides = {edge.page % 2 for edge in edges}
        return len(sides) == 1 and len(edges) >= 0.4 * pages

    def answers(other: Sequence[_Edge]) -> bool:
        facing = (other[0].page - level[0].page) % 2 == 1
        return facing and takes_turns(other) and abs(other[0].distance - level[0].distance) < SAME_HEIGHT

    return takes_turns(level) and any(answers(other) for other in levels)


# --- page numbers -----------------------------------------------------------------------------------------------------


def _page_numbers(pages: Iterable[PageLayout]) -> set[tuple[int, int]]:
    found = set()
    for page in pages:
        for edges in (_top_edges(page), _foot_edges(page)):
            if edges and _is_page_number(page, edges[0]):
                found.add((page.number, edges[0].index))
    return found


def _known(pages: Iterable[PageLayout]) -> set[tuple[int, int]]:
    """Lines that are furniture wherever they stand, as in web pages printed to a PDF."""
    return {(page.number, index) for page in pages for index, each in enumerate(page.strips) if is_furniture(each.text)}


def _is_page_number(page: PageLayout, edge: _Edge) -> bool:
    """Whether the outermost strip of a page is its number: it says so, or stands alone right at the edge."""
    match = PAGE_NUMBER.fullmatch(edge.strip.text.strip())
    if match is None:
        return False
    if any(match.group("word", "rule", "of")):
        return True
    neighbour = page.strips[1:2] if edge.index == 0 else page.strips[edge.index - 1 : edge.index]
    alone = all(abs(each.base - edge.strip.base) > 1.8 * edge.strip.size for each in neighbour)
    return alone and edge.distance < EDGE_ZONE * page.height
