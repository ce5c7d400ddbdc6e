"""When a prediction and a mark are about the same: places that share enough, names that agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actiontracker.annotation.places import plain_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actiontracker.records import Span

_SMALL_WORDS: Final = frozenset(
    {"a", "an", "and", "at", "be", "by", "for", "in", "of", "on", "the", "to", "will", "would"}
)
"""Words that two spellings of an owner, recipient or deadline may differ in."""


def same_words(one: str | None, other: str | None) -> bool:
    """Whether two owners (recipients, deadlines) agree: the words of one, small ones apart, hold the other's.

    Nothing agrees with nothing only.
    """
    first, second = _content(one), _content(other)
    if not first or not second:
        return not first and not second
    return first <= second or second <= first


def _content(words: str | None) -> set[str]:
    return {word for word in plain_words(words).split() if word not in _SMALL_WORDS}


def pairs(marked: Sequence[Span], found: Sequence[Span]) -> list[tuple[int, int]]:
    """Which mark goes with which find, by their indexes: each once at most, the best overlap first.

    Two spans go together when they share half of the shorter one at least; of several, those that share most of what
    both cover together.
    """
    candidates = sorted(
        (-_likeness(mark, find), i, j)
        for i, mark in enumerate(marked)
        for j, find in enumerate(found)
        if _fit(mark, find)
    )
    taken_marks: set[int] = set()
    taken_finds: set[int] = set()
    chosen = []
    for _, i, j in candidates:
        if i not in taken_marks and j not in taken_finds:
            taken_marks.add(i)
            taken_finds.add(j)
            chosen.append((i, j))
    return chosen


def _fit(one: Span, other: Span) -> bool:
    shorter = min(one.end - one.start, other.end - other.start)
    return shorter > 0 and one.overlap(other) * 2 >= shorter


def _likeness(one: Span, other: Span) -> float:
    both = one.joined(other)
    return one.overlap(other) / (both.end - both.start)
