"""What the type says of a paragraph: a heading and its level, a list item and its depth, or plain text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.read.pdf_layout import BULLET
from actiontracker.records import LineKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actiontracker.read.pdf_layout import Strip
    from actiontracker.read.pdf_paragraphs import Paragraph

LARGER: Final = 1.12
"""Type this many times the size of the body's is larger on purpose."""

LONGEST_HEADING: Final = 120
MOST_HEADING_LINES: Final = 3

DEEPEST: Final = 6
"""The deepest level of a heading."""

INDENT: Final = 4.0
"""Points by which the markers of a deeper list stand further in."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a paragraph is, and its level from 1 where it has one."""

    kind: LineKind
    level: int = 0


@dataclass(frozen=True, slots=True)
class TypeFace:
    """The type that most of the document is set in, and the larger sizes of its headings, largest first."""

    size: float
    bold: bool
    larger: tuple[float, ...] = ()


def typeface(strips: Iterable[Strip], paragraphs: Iterable[Paragraph]) -> TypeFace:
    """The size and weight that most letters of `strips` have, and the sizes of the headings among `paragraphs`."""
    letters: Counter[float] = Counter()
    bold: Counter[bool] = Counter()
    for each in strips:
        letters[_rounded(each.size)] += len(each.text)
        bold[each.bold] += len(each.text)
    body = TypeFace(letters.most_common(1)[0][0] if letters else 0.0, bold[True] > bold[False])
    sizes = {_rounded(each.first.size) for each in paragraphs if is_heading(each, body)}
    return TypeFace(
        body.size, body.bold, tuple(sorted((size for size in sizes if _is_larger(size, body)), reverse=True))
    )


def _rounded(size: float) -> float:
    return round(2 * size) / 2


def _is_larger(size: float, body: TypeFace) -> bool:
    return size > LARGER * body.size


def is_heading(paragraph: Paragraph, body: TypeFace) -> bool:
    """Whether the paragraph is short, no sentence, and set in larger or bolder type than the body."""
    text = " ".join(each.text for each in paragraph.strips)
    if len(text) > LONGEST_HEADING or len(paragraph.strips) > MOST_HEADING_LINES or text.endswith((".", ";", ",")):
        return False
    if not any(character.isalpha() for character in text) or BULLET.match(paragraph.first.marker or ""):
        return False
    bold = not body.bold and all(each.bold for each in paragraph.strips)
    return bold or all(_is_larger(_rounded(each.size), body) for each in paragraph.strips)


def kinds(paragraphs: Iterable[Paragraph], body: TypeFace) -> list[Kind]:
    """The kind of every paragraph; a list is as deep as its markers stand further in than those before them."""
    found: list[Kind] = []
    depths: list[float] = []
    for paragraph in paragraphs:
        first = paragraph.first
        if is_heading(paragraph, body):
            depths = []
            found.append(Kind(LineKind.HEADING, _heading_level(_rounded(first.size), body)))
        elif first.marker:
            depths = [depth for depth in depths if depth < first.x0 - INDENT] + [first.x0]
            found.append(Kind(LineKind.LIST_ITEM, len(depths)))
        else:
            depths = [depth for depth in depths if depth < first.x0 - INDENT]
            found.append(Kind(LineKind.TEXT))
    return found


def _heading_level(size: float, body: TypeFace) -> int:
    level = body.larger.index(size) + 1 if size in body.larger else len(body.larger) + 1
    return min(level, DEEPEST)
