"""Words become strips: everything on one baseline, raised and lowered small type included, in order from the left."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from actiontracker.read.pdf_glyphs import UNKNOWN
from actiontracker.read.pdf_layout import Strip, Word, strip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SAME_BASE: Final = 0.25
"""Baselines that differ by less than this many font sizes are one."""

TOUCHING: Final = 0.08
"""Words with a gap of less than this many font sizes are parts of one word."""

RAISED: Final = 0.65
"""How far, in font sizes of the line, a superscript or subscript may stand off its line."""


def strips(page: int, words: Iterable[Word]) -> list[Strip]:
    """The strips of a page from the top, each across the whole width."""
    lines = _reunited(_by_baseline(words))
    return [strip(page, glued(line)) for line in lines]


def _by_baseline(words: Iterable[Word]) -> list[list[Word]]:
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.base):
        if lines and word.base - lines[-1][0].base < SAME_BASE * min(word.size, lines[-1][0].size):
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _reunited(lines: list[list[Word]]) -> list[list[Word]]:
    """The lines with small raised or lowered words put back into the line that they hang on."""
    kept = [list(line) for line in lines]
    for above, below in pairwise(kept):
        if not above or not below:
            continue
        small, large = (above, below) if _size(above) < _size(below) else (below, above)
        if _size(small) < 0.9 * _size(large) and abs(small[0].base - large[0].base) < RAISED * _size(large):
            hanging = [word for word in small if _hangs_on(word, large)]
            large += hanging
            small[:] = [word for word in small if word not in hanging]
    return [line for line in kept if line]


def _size(line: Sequence[Word]) -> float:
    return max(word.size for word in line)


def _hangs_on(word: Word, line: Sequence[Word]) -> bool:
    return any(-0.5 * other.size < word.x0 - other.x1 < 0.3 * other.size for other in line)


def glued(words: Iterable[Word]) -> list[Word]:
    """The words from the left, those that touch made one, and those drawn twice in one place only once.

    A character without a name that stands by itself before the others is taken for a bullet.
    """
    line: list[Word] = []
    for word in sorted(words, key=lambda word: word.x0):
        if line and _is_double(line[-1], word):
            continue
        if line and not word.spaced and word.x0 - line[-1].x1 < TOUCHING * max(word.size, line[-1].size):
            line[-1] = _glue(line[-1], word)
        else:
            line.append(word)
    if len(line) > 1 and line[0].text == UNKNOWN:
        line[0] = replace(line[0], text="\N{BULLET}")
    return line


def _is_double(before: Word, word: Word) -> bool:
    return before.text == word.text and abs(word.x0 - before.x0) < 0.3 * word.size


def _glue(before: Word, word: Word) -> Word:
    return replace(
        before,
        text=before.text + word.text,
        x1=max(before.x1, word.x1),
        top=min(before.top, word.top),
        bottom=max(before.bottom, word.bottom),
        size=max(before.size, word.size),
        base=before.base if before.size >= word.size else word.base,
    )
