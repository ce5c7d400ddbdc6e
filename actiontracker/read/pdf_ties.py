"""Which entry of an action column belongs to which paragraph: the one beside it, else the nearest above."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from actiontracker.read.pdf_layout import Strip
    from actiontracker.read.pdf_paragraphs import Paragraph

BROKEN_OFF: Final = re.compile(r"(?:\b(?:of|and|the|for|to|with|in|by|or)|[&/,-])$", re.IGNORECASE)
"""The end of a line that the next one of the same entry carries on."""

SAME_ENTRY: Final = 1.5
"""Lines of one entry are at most this many font sizes apart."""

BESIDE: Final = 0.6
"""Baselines this many font sizes apart stand side by side."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of an action column, its lines in order, and the index of the paragraph that it belongs to."""

    strips: tuple[Strip, ...]
    paragraph: int

    @property
    def text(self) -> str:
        """The entry on one line."""
        return " ".join(each.text for each in self.strips)


def tied(paragraphs: Sequence[Paragraph], lines: Iterable[Strip]) -> list[Entry]:
    """The entries that the `lines` of an action column form, each with the paragraph it stands beside."""
    entries: list[Entry] = []
    for line in lines:
        index = _beside(paragraphs, line)
        last = entries[-1] if entries else None
        if last and _carries_on(last, line, index):
            entries[-1] = Entry((*last.strips, line), last.paragraph)
        else:
            entries.append(Entry((line,), index))
    return entries


def _beside(paragraphs: Sequence[Paragraph], line: Strip) -> int:
    """The paragraph with a line at the same height, else the last one that begins above, else the first."""
    above = 0
    for index, paragraph in enumerate(paragraphs):
        for each in paragraph.strips:
            if each.page == line.page and abs(each.base - line.base) < BESIDE * each.size:
                return index
            if (each.page, each.base) < (line.page, line.base):
                above = index
    return above


def _carries_on(entry: Entry, line: Strip, paragraph: int) -> bool:
    before = entry.strips[-1]
    if before.page != line.page or line.base - before.base > SAME_ENTRY * line.size:
        return False
    return entry.paragraph == paragraph or line.text[0].islower() or bool(BROKEN_OFF.search(before.text))
