"""A paragraph, or a part cut from one, on its way to becoming a passage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from actiontracker.records import Cell, LineKind


class Part(StrEnum):
    """What a piece is for in the document."""

    PROSE = "prose"
    TITLE = "title"
    """Names an item or a topic within one."""
    LABEL = "label"
    """Names a section: "Decision:", "Supporting documents:"."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Smoothed words with their places: `text[i]` stands at `origins[i]` in the source."""

    text: str
    origins: tuple[int, ...]
    kind: LineKind = LineKind.TEXT
    level: int = 0
    cell: Cell | None = None
    marker: str | None = None
    gap: bool = False
    """Whether a blank line stands before it."""
    part: Part = Part.PROSE
    runs_on: int | None = None
    """For a clause cut out of a paragraph: how many pieces before it the words stand that it hangs on."""

    def cut(self, start: int, end: int | None = None) -> Piece:
        """The piece that holds `text[start:end]` without blanks at its ends; its text may be empty."""
        stop = len(self.text) if end is None else end
        while start < stop and self.text[start] == " ":
            start += 1
        while stop > start and self.text[stop - 1] == " ":
            stop -= 1
        return replace(self, text=self.text[start:stop], origins=self.origins[start:stop])

    def wide_gap_before(self, index: int) -> int:
        """How many characters of the source stand between `text[index]` and the one before it; 0 when they touch."""
        return self.origins[index] - self.origins[index - 1] - 1 if index else 0
