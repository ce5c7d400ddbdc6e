"""Heads of several lines in the left margin with their passage beside them, set without ruled lines.

Read line by line across the page, such a head would break into the sentences beside it; so it is read before them.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from actiontracker.read.pdf_layout import LABEL, Strip, placed, runs_on, strip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OWN_GAP: Final = 1.2
"""Font sizes between a head and the passage at least."""

SEARCHED: Final = (0.08, 0.6)
"""The share of the text's width in which passages beside heads begin."""

FEWEST: Final = 3
"""Lines of passages that begin at the same place beside a head."""

GRID: Final = 3.0
"""Points that count as the same place."""

SAME_BLOCK: Final = 1.7
"""Lines of one head are at most this many font sizes apart."""


def with_side_heads(strips: Sequence[Strip]) -> list[list[Strip]]:
    """The strips, given from the top, in groups of one column each; one group where no head breaks into a passage."""
    left, right = min(each.x0 for each in strips), max(each.x1 for each in strips)
    edge = _edge(strips, left, right)
    if edge is None:
        return [placed(strips, left, right)]
    groups: list[list[Strip]] = []
    for band, torn in _bands(strips, edge):
        if torn:
            heads, passages = _parted(band, edge)
            groups += [placed(heads, left, edge), placed(passages, edge, right)]
        elif groups and groups[-1][-1].left == left and groups[-1][-1].right == right:
            groups[-1] += placed(band, left, right)
        else:
            groups.append(placed(band, left, right))
    return groups


def _edge(strips: Sequence[Strip], left: float, right: float) -> float | None:
    """Where the passages begin: the place at which most words stand after a wide gap."""
    first, last = (left + share * (right - left) for share in SEARCHED)
    starts: Counter[int] = Counter()
    for each in strips:
        for before, word in pairwise(each.words):
            if first < word.x0 < last and word.x0 - before.x1 > OWN_GAP * word.size:
                starts[round(word.x0 / GRID)] += 1
    if not starts:
        return None
    place, count = starts.most_common(1)[0]
    return GRID * (place - 1) if count >= FEWEST else None


def _bands(strips: Sequence[Strip], edge: float) -> Iterator[tuple[list[Strip], bool]]:
    """The strips in rows, each with whether it has a head of several lines beside a passage of several lines."""
    row: list[Strip] = []
    for each in strips:
        if row and _begins_row(row, each, edge):
            yield row, _is_torn(row, edge)
            row = []
        row.append(each)
    if row:
        yield row, _is_torn(row, edge)


def _begins_row(row: Sequence[Strip], each: Strip, edge: float) -> bool:
    """Whether a head begins here, or a line that runs through the edge stands between."""
    if _crosses(each, edge) or _crosses(row[-1], edge):
        return True
    heads = [other for other in row if other.x0 < edge]
    return each.x0 < edge and not (heads and each.base - heads[-1].base < SAME_BLOCK * each.size)


def _is_torn(row: Sequence[Strip], edge: float) -> bool:
    """Whether a sentence beside the head goes on beside its next line; amounts beside their labels do not."""
    both = [each for each in row if each.x0 < edge < each.x1 and not _crosses(each, edge)]
    if len(both) < 2:
        return False
    heads, passages = _parted(both, edge)
    if any(LABEL.fullmatch(head.text) for head in heads):
        return False
    return any(runs_on(before, after) for before, after in pairwise(passages))


def _crosses(each: Strip, edge: float) -> bool:
    """Whether the strip has words at the edge, or next to it without a gap."""
    if not each.x0 < edge < each.x1:
        return False
    before = max(word.x1 for word in each.words if word.x0 < edge)
    after = min((word.x0 for word in each.words if word.x0 >= edge), default=before)
    return before > edge or after - before < OWN_GAP * each.size


def _parted(row: Sequence[Strip], edge: float) -> tuple[list[Strip], list[Strip]]:
    heads, passages = [], []
    for each in row:
        left = [word for word in each.words if word.x0 < edge]
        right = [word for word in each.words if word.x0 >= edge]
        if left:
            heads.append(strip(each.page, left))
        if right:
            passages.append(strip(each.page, right))
    return heads, passages
