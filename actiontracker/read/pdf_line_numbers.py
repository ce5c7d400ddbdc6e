"""Numbers in the margin that count the lines of a page, every one or every fifth, as in legal papers."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from actiontracker.read.pdf_layout import Aside, PageLayout, Strip, Word, strip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LINE_NUMBER: Final = re.compile(r"\d{1,4}")

FEWEST: Final = {1: 8, 5: 3}
"""Steps in which lines are numbered, and the fewest numbers on a page from which on they are believed."""

MARGIN: Final = 15.0
"""Points in which the numbers stand, whether they end or begin at the same place."""

CLEAR: Final = 4.0
"""Points between the numbers and the text at least."""


def part_line_numbers(pages: Sequence[PageLayout]) -> tuple[list[PageLayout], list[Aside]]:
    """The pages without their line numbers, and one aside for those of each page.

    A page with too few of them to tell has them too when they stand where those of other pages do.
    """
    found: dict[int, list[Word]] = {}
    for first in (True, False):
        found = {page.number: numbers for page in pages if (numbers := _counting(page.strips, first))}
        if found:
            edges = _edges([word for numbers in found.values() for word in numbers])
            rest = {page.number: _inside(page.strips, first, edges) for page in pages if page.number not in found}
            found |= rest
            break
    bare: list[PageLayout] = []
    asides: list[Aside] = []
    for page in pages:
        numbers = found.get(page.number, [])
        if numbers:
            asides.append(Aside(page.number, numbers[0].base, " ".join(word.text for word in numbers)))
        bare.append(replace(page, strips=tuple(_without(page.strips, frozenset(numbers)))))
    return bare, asides


def _counting(strips: Sequence[Strip], first: bool) -> list[Word]:
    """The numbers in the left (`first`) or the right margin that count the lines of the page; none where none do."""
    numbers = _outermost(strips, first)
    step = _step(numbers)
    if step is None or not _stands_off(strips, numbers, first):
        return []
    end = 0 if first else -1
    holders = [each for each in strips if each.words[end] in numbers]
    rest = [each.words[1:] if first else each.words[:-1] for each in holders]
    runs_on = any(words and words[0].text[0].islower() for words in rest)
    return numbers if runs_on and _is_even(strips, holders, step) else []


def _outermost(strips: Iterable[Strip], first: bool) -> list[Word]:
    """The numbers at the ends of lines that stand no further in than those furthest out."""
    ends = [each.words[0 if first else -1] for each in strips]
    numbers = [word for word in ends if LINE_NUMBER.fullmatch(word.text)]
    if not numbers:
        return []
    if first:
        limit = min(word.x0 for word in numbers) + MARGIN
        return [word for word in numbers if word.x0 < limit]
    limit = max(word.x1 for word in numbers) - MARGIN
    return [word for word in numbers if word.x1 > limit]


def _step(numbers: Sequence[Word]) -> int | None:
    values = [int(word.text) for word in numbers]
    steps = {after - before for before, after in pairwise(values)}
    step = steps.pop() if len(steps) == 1 else 0
    return step if len(values) >= FEWEST.get(step, len(values) + 1) else None


def _stands_off(strips: Iterable[Strip], numbers: Sequence[Word], first: bool) -> bool:
    """Whether all other words keep clear of the column that the numbers form."""
    left, right = _edges(numbers)
    own = frozenset(numbers)
    others = [word for each in strips for word in each.words if word not in own]
    if first:
        return bool(others) and right + CLEAR < min(word.x0 for word in others)
    return bool(others) and left - CLEAR > max(word.x1 for word in others)


def _edges(numbers: Sequence[Word]) -> tuple[float, float]:
    return min(word.x0 for word in numbers), max(word.x1 for word in numbers)


def _is_even(strips: Sequence[Strip], holders: Sequence[Strip], step: int) -> bool:
    """Whether every line, or every fifth, is numbered; numbered paragraphs have lines without number between."""
    order = [strips.index(holder) for holder in holders]
    if step == 1:
        return len(order) > 0.85 * (order[-1] - order[0] + 1)
    return all(3 <= after - before <= 7 for before, after in pairwise(order))


def _inside(strips: Sequence[Strip], first: bool, edges: tuple[float, float]) -> list[Word]:
    """The numbers between the edges, when nothing else stands there."""
    numbers = [word for word in _outermost(strips, first) if edges[0] - 1 < word.x0 and word.x1 < edges[1] + 1]
    return numbers if numbers and _stands_off(strips, numbers, first) else []


def _without(strips: Iterable[Strip], numbers: frozenset[Word]) -> Iterator[Strip]:
    for each in strips:
        words = [word for word in each.words if word not in numbers]
        if len(words) == len(each.words):
            yield each
        elif words:
            yield strip(each.page, words)
