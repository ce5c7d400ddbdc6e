"""Reading order: which strips of a page stand side by side in text columns, and in what order they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actiontracker.read.pdf_layout import Strip, Word, placed, strip
from actiontracker.read.pdf_side_heads import with_side_heads

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NARROWEST_GUTTER: Final = 8.0
"""Points between two text columns at least."""

NARROWEST_COLUMN: Final = 100.0

SEARCHED: Final = (0.28, 0.72)
"""The share of the text's width in which the gutter between two columns is looked for."""

STEP: Final = 2.0
"""Points from one place to the next at which a gutter is looked for."""

FEWEST_STRIPS: Final = 4
"""Lines that each of two columns has at least."""

FEWEST_WORDS: Final = 3.0
FULLNESS: Final = 0.55
"""The mean line of a text column has so many words and fills so much of it; lists of names side by side do not."""


SPARSE: Final = 0.5
"""Two text columns have about as many lines for their height; side heads have fewer than this share of the other's."""


def in_columns(strips: Sequence[Strip]) -> list[list[Strip]]:
    """The strips, given from the top of the page, column by column in reading order; each knows its column's edges.

    Lines across the whole width part what stands above them from what stands below.
    """
    if not strips:
        return []
    left, right = min(each.x0 for each in strips), max(each.x1 for each in strips)
    gutter = _gutter(strips, left, right)
    if gutter is None:
        return with_side_heads(strips)
    columns: list[list[Strip]] = []
    for band, crossing in _bands(strips, gutter):
        sides = None if crossing else _sides(band, gutter)
        if sides is not None:
            columns += [column for side in sides for column in in_columns(side)]
        elif columns and columns[-1][-1].right - columns[-1][-1].left > 0.9 * (right - left):
            columns[-1] += placed(band, left, right)
        else:
            columns.append(placed(band, left, right))
    return columns


def _gutter(strips: Sequence[Strip], left: float, right: float) -> float | None:
    """Where the fewest lines run through, when two columns of text stand left and right of it somewhere."""
    width = right - left
    if width < 2 * NARROWEST_COLUMN or len(strips) < FEWEST_STRIPS:
        return None
    first, last = (left + share * width for share in SEARCHED)
    places = [first + STEP * index for index in range(int((last - first) / STEP) + 1)]
    runs = [run for each in strips for run in _runs(each.words)]
    counts = [sum(start < place < end for start, end in runs) for place in places]
    least = min(counts)
    if least > 0.6 * len(strips):
        return None
    best = [place for place, count in zip(places, counts, strict=True) if count == least]
    gutter = best[len(best) // 2]
    bands = _bands(strips, gutter)
    return gutter if any(not crossing and _sides(band, gutter) for band, crossing in bands) else None


def _runs(words: Sequence[Word]) -> Iterator[tuple[float, float]]:
    """The stretches of a strip without a gap that could be a gutter."""
    start, end = words[0].x0, words[0].x1
    for word in words[1:]:
        if word.x0 - end >= NARROWEST_GUTTER:
            yield start, end
            start = word.x0
        end = max(end, word.x1)
    yield start, end


def _bands(strips: Sequence[Strip], gutter: float) -> Iterator[tuple[list[Strip], bool]]:
    """The strips in groups from the top, by turns ones that run through the gutter and ones that keep clear of it."""
    band: list[Strip] = []
    crossing = False
    for each in strips:
        crosses = any(start < gutter < end for start, end in _runs(each.words))
        if band and crosses != crossing:
            yield band, crossing
            band = []
        band.append(each)
        crossing = crosses
    if band:
        yield band, crossing


def _sides(band: Sequence[Strip], gutter: float) -> tuple[list[Strip], list[Strip]] | None:
    """What stands left and right of the gutter, when both are columns of running text beside each other."""
    left, right = halves(band, gutter)
    if min(len(left), len(right)) < FEWEST_STRIPS or not (_is_prose(left) and _is_prose(right)):
        return None
    if min(map(_density, (left, right))) < SPARSE * max(map(_density, (left, right))):
        return None
    beside = min(left[-1].bottom, right[-1].bottom) - max(left[0].top, right[0].top)
    shorter = min(side[-1].bottom - side[0].top for side in (left, right))
    return (left, right) if beside > 0.5 * shorter else None


def halves(strips: Sequence[Strip], place: float) -> tuple[list[Strip], list[Strip]]:
    """The words left of `place` and those right of it, each still in strips."""
    sides: tuple[list[Strip], list[Strip]] = ([], [])
    for each in strips:
        for side, right in zip(sides, (False, True), strict=True):
            words = [word for word in each.words if (word.middle[0] > place) is right]
            if words:
                side.append(strip(each.page, words))
    return sides


def _density(side: Sequence[Strip]) -> float:
    """Lines for each point of height."""
    return len(side) / (side[-1].bottom - side[0].top)


def _is_prose(side: Sequence[Strip]) -> bool:
    width = max(each.x1 for each in side) - min(each.x0 for each in side)
    fill = sum(each.x1 - each.x0 for each in side) / (len(side) * width)
    words = sum(len(each.words) for each in side) / len(side)
    return width >= NARROWEST_COLUMN and fill >= FULLNESS and words >= FEWEST_WORDS
