"""What the pages of a PDF look like, as records: words, the strips they form, ruled tables, and whole pages.

Lengths are PDF points (1/72 inch); heights count downwards from the top of the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDE_GAP: Final = 2.0
"""A gap between two words that is wider than this many times the font size sets them apart, as a tab does."""

APART: Final = "   "
"""What stands in the text for such a gap."""

MARKER: Final = re.compile(
    "[\N{BULLET}\N{TRIANGULAR BULLET}\N{HYPHEN BULLET}\N{HYPHENATION POINT}\N{MIDDLE DOT}\N{BULLET OPERATOR}"
    "\u2190-\u21ff\u25a0-\u25ff\u2700-\u27bf\N{EN DASH}\N{EM DASH}\N{SECTION SIGN}*o-]"
    r"|\((?:[a-z]{1,2}|[ivxl]{1,5}|\d{1,2}|[A-Z])\)"
    r"|(?:[a-z]|[ivxl]{1,5}|[A-Z]|\d{1,2})\)"
    r"|(?:[a-z]|[ivxl]{2,5}|[A-Z]|\d{1,3})\."
    r"|\d{1,3}(?:\.\d{1,2}){1,3}\.?"
)
"""A first word that marks a list item or a numbered clause: a bullet (also an arrow, a shape, a dingbat) or a label."""

BULLET: Final = re.compile(r"[^\w(\s]")
"""A marker that is never part of a sentence, unlike a letter or a number."""

LABEL: Final = re.compile(rf"{MARKER.pattern}|\d{{1,3}}[A-Za-z]?")
"""A first word that numbers what follows, bare numbers included; the gap after it, however wide, is a plain blank."""


SENTENCE_END: Final = re.compile(r"[.!?:;][\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK})\]]*$")

CLOSING: Final = frozenset(".,;:!?)]")
"""No paragraph begins with one of these."""


@dataclass(frozen=True, slots=True)
class Word:
    """Letters set without a gap, and where they stand."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    """Height of the line that the letters stand on."""
    size: float
    bold: bool
    spaced: bool
    """Whether the file has a blank right before the word."""

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of the word."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Strip:
    """Words on one baseline that belong together: a line of a column, or of a cell."""

    page: int
    words: tuple[Word, ...]
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    bold: bool
    left: float
    """Edges of the column that the strip stands in."""
    right: float

    @property
    def marker(self) -> str | None:
        """The bullet or clause label that the strip begins with."""
        first = self.words[0].text
        return first if len(self.words) > 1 and MARKER.fullmatch(first) else None

    @property
    def text_x0(self) -> float:
        """Where the words after the marker begin."""
        return self.words[1].x0 if self.marker else self.x0

    @property
    def slack(self) -> float:
        """How much room the strip leaves in its column."""
        return self.right - self.x1


@dataclass(frozen=True, slots=True)
class RuledCell:
    """One cell between ruled lines."""

    row: int
    column: int
    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, word: Word) -> bool:
        """Whether the centre of `word` lies in the cell."""
        x, y = word.middle
        return self.x0 <= x < self.x1 and self.top <= y < self.bottom


@dataclass(frozen=True, slots=True)
class Ruling:
    """The lines of a table on one page: the cells between them, and the left edges of its columns."""

    edges: tuple[float, ...]
    cells: tuple[RuledCell, ...]
    top: float
    bottom: float

    def cell_of(self, word: Word) -> RuledCell | None:
        """The cell that `word` stands in."""
        if not self.top <= word.middle[1] < self.bottom:
            return None
        return next((cell for cell in self.cells if cell.holds(word)), None)


@dataclass(frozen=True, slots=True)
class PageLayout:
    """One page as drawn: its words in strips across the whole page, its ruled tables, and how much of it is picture."""

    number: int
    width: float
    height: float
    strips: tuple[Strip, ...]
    rulings: tuple[Ruling, ...] = ()
    turned: str = ""
    """Words that stand at an angle to the others, such as a watermark."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Words taken off a page, in its own order."""

    page: int
    height: float
    text: str


def strip(page: int, words: Sequence[Word], left: float | None = None, right: float | None = None) -> Strip:
    """The strip that `words`, at least one and in order from the left, form between the given column edges."""
    x0, x1 = words[0].x0, max(word.x1 for word in words)
    main = max(words, key=lambda word: (word.size, len(word.text)))
    letters = sum(len(word.text) for word in words)
    return Strip(
        page=page,
        words=tuple(words),
        text=joined(words),
        x0=x0,
        x1=x1,
        top=min(word.top for word in words),
        bottom=max(word.bottom for word in words),
        base=main.base,
        size=main.size,
        bold=sum(len(word.text) for word in words if word.bold) > 0.95 * letters,
        left=x0 if left is None else left,
        right=x1 if right is None else right,
    )


def placed(strips: Iterable[Strip], left: float, right: float) -> list[Strip]:
    """The same strips as lines of a column between `left` and `right`."""
    return [replace(each, left=left, right=right) for each in strips]


def joined(words: Sequence[Word]) -> str:
    """The words with a blank between them, and a wider one where they stand far apart."""
    parts = [words[0].text]
    for index, (before, word) in enumerate(pairwise(words)):
        wide = word.x0 - before.x1 > WIDE_GAP * max(before.size, word.size)
        after_label = index == 0 and LABEL.fullmatch(before.text)
        parts += [APART if wide and not after_label else " ", word.text]
    return "".join(parts)


def ends_sentence(text: str) -> bool:
    """Whether a sentence, a clause or a lead-in ends with the text."""
    return SENTENCE_END.search(text) is not None


def runs_on(before: Strip, after: Strip) -> bool:
    """Whether a sentence surely runs on from one strip to the next."""
    if after.text[0] in CLOSING:
        return True
    return not ends_sentence(before.text) and after.text[0].islower() and not after.marker
