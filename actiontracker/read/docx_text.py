"""The words of one DOCX paragraph: runs, links, fields, tracked changes as if accepted, breaks, text boxes."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import Final

from actiontracker.read.docx_names import COMPATIBILITY, MATHS_TEXT, is_on, w
from actiontracker.read.docx_package import Element


class Break(Enum):
    """A break within a paragraph."""

    LINE = auto()
    PAGE = auto()
    """Asked for by the writer."""
    RENDERED_PAGE = auto()
    """Where a page ended when Word last laid out the document."""


Piece = str | Break | Element
"""A part of a paragraph: words, a break, or the content of a text box that hangs on it."""

CHARACTERS: Final = {w("tab"): " ", w("ptab"): " ", w("noBreakHyphen"): "-", w("softHyphen"): ""}
TEXT: Final = frozenset({w("t"), MATHS_TEXT})
SPACES: Final = str.maketrans("\t\n\r\v\f", "     ")
"""A line end within the words of a run is a space to Word."""

SKIPPED: Final = frozenset(
    w(name) for name in ("pPr", "del", "moveFrom", "delText", "instrText", "rt", "sdtPr", "tblPr", "footnoteReference")
)
"""Properties, deleted words, field codes, the small characters above East Asian ones."""

SYMBOLS: Final = {0xB7: "\N{BULLET}", 0xA7: "\N{BULLET}", 0xFC: "\N{CHECK MARK}", 0xFE: "\N{CHECK MARK}"}
"""Characters of symbol fonts that mean something in minutes, by their last two digits: bullets and ticks."""


def pieces(element: Element) -> Iterator[Piece]:
    """The parts of a paragraph, or of anything in one, in reading order."""
    for child in element:
        tag = child.tag
        if tag in TEXT:
            yield (child.text or "").translate(SPACES)
        elif tag in CHARACTERS:
            yield CHARACTERS[tag]
        elif tag in SKIPPED or (tag == w("r") and is_on(child.find(w("rPr")), "vanish")):
            continue
        elif tag in (w("br"), w("cr")):
            yield Break.PAGE if child.get(w("type")) == "page" else Break.LINE
        elif tag == w("lastRenderedPageBreak"):
            yield Break.RENDERED_PAGE
        elif tag == w("sym"):
            yield _symbol(child)
        elif tag == w("txbxContent"):
            yield child
        elif tag == f"{COMPATIBILITY}AlternateContent":
            yield from pieces(chosen(child))
        else:
            yield from pieces(child)


def chosen(alternatives: Element) -> Element:
    """The one to read of several ways to say the same thing: the first, as Word does."""
    return next(iter(alternatives), alternatives)


def _symbol(element: Element) -> str:
    try:
        return SYMBOLS.get(int(element.get(w("char"), ""), 16) & 0xFF, "")
    except ValueError:
        return ""
