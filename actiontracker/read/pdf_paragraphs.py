"""Strips become paragraphs: where one ends and the next begins, told by gaps, indents, type, markers and room left."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from actiontracker.read.pdf_layout import BULLET, Strip, ends_sentence, runs_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

USUAL_LEADING: Final = 1.2
"""Distance between the lines of a paragraph, in font sizes, where a document has too few lines to tell."""

BROKEN_OFF: Final = re.compile(
    r"(?:,|&|\b(?:a|an|the|of|for|to|in|on|at|by|with|from|and|or|as|that|this|is|are|was|were|be|been|has|had|will|would))$"
)
"""The end of a line that no paragraph ends with."""

INDENT: Final = 0.8
"""Font sizes by which a line stands further in or out than the one before, to count as indented."""

SAME_WIDTH: Final = 0.6
"""A paragraph goes on in another column only when that is not much narrower or wider."""

BLANK: Final = 0.25
"""Width of a blank in font sizes."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The strips of one paragraph in order; they may stand on two pages."""

    strips: tuple[Strip, ...]

    @property
    def first(self) -> Strip:
        """The first strip."""
        return self.strips[0]


def leading(columns: Iterable[Sequence[Strip]]) -> float:
    """The distance from line to line within paragraphs, in font sizes: the middle of those where a sentence runs on."""
    pairs = [pair for column in columns for pair in pairwise(column) if pair[0].page == pair[1].page]
    distances = [(pair[1].base - pair[0].base) / pair[1].size for pair in pairs if runs_on(*pair)]
    close = [distance for distance in distances if 0.8 < distance < 2.6]
    return median(close) if len(close) >= 3 else USUAL_LEADING


def paragraphs(strips: Sequence[Strip], usual: float) -> list[Paragraph]:
    """The paragraphs that the strips form, given in reading order and the `usual` leading of the document."""
    groups: list[list[Strip]] = []
    for each in strips:
        if groups and not _begins(groups[-1], each, usual):
            groups[-1].append(each)
        else:
            groups.append([each])
    return [Paragraph(tuple(group)) for group in groups]


def _begins(group: Sequence[Strip], strip: Strip, usual: float) -> bool:
    """Whether `strip` begins a paragraph of its own after the lines of `group`."""
    before = group[-1]
    if strip.marker and _is_marker(before, strip):
        return True
    if _is_elsewhere(before, strip):
        return _begins_elsewhere(before, strip)
    gap = (strip.base - before.base) / (usual * strip.size)
    if gap > 1.3:
        return gap > 2 or not (runs_on(before, strip) and _is_full(before, strip))
    return _differs(before, strip) or _is_indented(group, strip) or _ends_early(before, strip)


def _is_elsewhere(before: Strip, strip: Strip) -> bool:
    """Whether the strip stands on another page or in another column than the one before it."""
    return before.page != strip.page or strip.base <= before.base or strip.x0 > before.right or strip.right < before.x0


def _begins_elsewhere(before: Strip, strip: Strip) -> bool:
    """The same at a break of page or column, where the gap says nothing."""
    narrower, wider = sorted((before.right - before.left, strip.right - strip.left))
    if narrower < SAME_WIDTH * wider:
        return True
    if runs_on(before, strip):
        return False
    broken_off = not ends_sentence(before.text) and _is_full(before, strip) and not _differs(before, strip)
    return not broken_off


def _is_marker(before: Strip, strip: Strip) -> bool:
    """Whether the strip's first word is a marker and not, by chance of the line break, a part of the sentence."""
    marker = strip.marker or ""
    tabbed = strip.text_x0 - strip.words[0].x1 > 0.6 * strip.size
    if BULLET.match(marker) and marker not in "-\N{EN DASH}\N{EM DASH}*":
        return True
    return tabbed or ends_sentence(before.text) or not _is_full(before, strip)


def _is_full(before: Strip, strip: Strip) -> bool:
    """Whether the first word of `strip` had no room left on the line before."""
    first = strip.words[0]
    return before.slack < first.x1 - first.x0 + BLANK * strip.size


def _differs(before: Strip, strip: Strip) -> bool:
    """Whether the type changes from line to line, as from a heading to the text below it."""
    if max(before.size, strip.size) > 1.12 * min(before.size, strip.size):
        return True
    if before.bold is strip.bold:
        return False
    changed = not any(word.bold for word in strip.words) if before.bold else strip.bold
    return changed and not (_is_full(before, strip) and runs_on(before, strip))


def _is_indented(group: Sequence[Strip], strip: Strip) -> bool:
    """Whether the left edge says that a paragraph begins: further in than the line before, or back out again."""
    before = group[-1]
    step = (strip.x0 - before.x0) / strip.size
    if abs(step) < INDENT or runs_on(before, strip):
        return False
    hanging = before.marker and abs(strip.x0 - before.text_x0) < INDENT * strip.size
    if step > 0:
        return not hanging and (ends_sentence(before.text) or not _is_full(before, strip))
    opening = len(group) == 1 and not before.marker
    return not (opening and _is_full(before, strip))


def _ends_early(before: Strip, strip: Strip) -> bool:
    """Whether the line before broke off although the next word had room on it."""
    if _is_full(before, strip) or runs_on(before, strip) or BROKEN_OFF.search(before.text):
        return False
    width = before.right - before.left
    spare = 0.02 if ends_sentence(before.text) else 0.2
    return before.slack > spare * width and not strip.text[0].islower()
