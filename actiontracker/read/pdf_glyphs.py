"""The characters of a page become words: blanks and gaps found, ligatures opened, doubled letters dropped."""

from __future__ import annotations

import math
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from actiontracker.read.pdf_layout import Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pdfplumber._typing import T_obj
    from pdfplumber.page import Page

NARROW_GAP: Final = 0.17
"""Gap, in font sizes, that parts two words in a file without blanks of its own."""

LOOSE_GAP: Final = 0.33
"""The same in a file that has blanks: wider, so that letterspaced headings stay words."""

BLANKS_SHARE: Final = 0.06
"""Share of blanks among the characters of a page from which on the page is held to have them all."""

SMALLEST: Final = 1.0
"""Font size that text of no size is given."""

ASLANT: Final = 0.1
"""Rise of a line over its length from which on it is set aslant; a crooked scan has less."""

BOLD_NAMES: Final = ("bold", "black", "heavy", "demi")

UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"
"""Stands for a character that the file draws but does not name."""

PRIVATE_BULLETS: Final = {
    "(cid:127)": "\N{BULLET}",
    "\uf0b7": "\N{BULLET}",
    "\uf0a7": "\N{BLACK SMALL SQUARE}",
    "\uf06e": "\N{BLACK SQUARE}",
    "\uf06c": "\N{BLACK CIRCLE}",
    "\uf06f": "\N{WHITE BULLET}",
    "\uf071": "\N{WHITE SMALL SQUARE}",
    "\uf0a8": "\N{WHITE SMALL SQUARE}",
    "\uf076": "\N{BLACK DIAMOND SUIT}",
    "\uf0d8": "\N{THREE-D TOP-LIGHTED RIGHTWARDS ARROWHEAD}",
    "\uf0fc": "\N{HEAVY CHECK MARK}",
    "\uf02d": "-",
    "\uf0e0": "\N{RIGHTWARDS ARROW}",
}
"""Code points under which the Symbol and Wingdings fonts put their bullets; code 127 is one in every Latin font (ISO
32000-1, table D.2, note 3)."""

INVISIBLE: Final = frozenset("\u200b\u200c\u200d\u2060\ufeff")


class Glyph(NamedTuple):
    """One character as drawn, in the direction of reading."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    font: str


def page_words(page: Page) -> tuple[list[Word], str]:
    """The words of a page in the order of the file, and the text of what stands at an angle to the rest."""
    upright: list[tuple[str, T_obj]] = []
    turned: list[tuple[str, T_obj]] = []
    for char in page.chars:
        text = readable(char["text"])
        if text and _is_on(page, char):
            (upright if _is_level(char) else turned).append((text, char))
    if len(turned) > len(upright):
        return join_glyphs([_turned_glyph(text, char, page) for text, char in turned]), _loose_text(upright)
    return join_glyphs([_upright_glyph(text, char) for text, char in upright]), _loose_text(turned)


@lru_cache(maxsize=4096)
def readable(text: str) -> str:
    """The characters that a glyph stands for: "" for one to leave out, " " for any blank."""
    if text in PRIVATE_BULLETS:
        return PRIVATE_BULLETS[text]
    if text.startswith("(cid:"):
        return UNKNOWN
    known = "".join(_readable_character(character) for character in text)
    return known.strip() or known[:1]


def _readable_character(character: str) -> str:
    if character in INVISIBLE:
        return ""
    if character.isspace():
        return " "
    if "\ufb00" <= character <= "\ufb06":
        return unicodedata.normalize("NFKC", character)
    category = unicodedata.category(character)
    if category == "Cc":
        return character.encode("latin-1").decode("cp1252", "ignore") if character >= "\x80" else ""
    return UNKNOWN if category == "Cs" else character


def _is_on(page: Page, char: T_obj) -> bool:
    x0, top, x1, bottom = page.cropbox
    return bool(char["x1"] > x0 and char["x0"] < x1 and char["bottom"] > top and char["top"] < bottom)


def _is_level(char: T_obj) -> bool:
    """Whether the character stands upright; a watermark set aslant does not."""
    along, rise = char["matrix"][:2]
    return bool(char["upright"]) and abs(rise) <= ASLANT * abs(along)


def _upright_glyph(text: str, char: T_obj) -> Glyph:
    base = char["bottom"] + char["y0"] - char["matrix"][5]
    size = max(char["size"], SMALLEST)
    return Glyph(text, char["x0"], char["x1"], char["top"], char["bottom"], base, size, char["fontname"])


def _turned_glyph(text: str, char: T_obj, page: Page) -> Glyph:
    """The glyph on a page turned by a right angle, so that it stands upright."""
    x0, x1, top, bottom = char["x0"], char["x1"], char["top"], char["bottom"]
    origin, size = char["matrix"][4], max(x1 - x0, SMALLEST)
    if char["matrix"][1] > 0:
        height = page.bbox[3]
        return Glyph(text, height - bottom, height - top, x0, x1, origin, size, char["fontname"])
    width = page.bbox[2]
    return Glyph(text, top, bottom, width - x1, width - x0, width - origin, size, char["fontname"])


def _loose_text(chars: Iterable[tuple[str, T_obj]]) -> str:
    """What the characters say in the order of the file; a blank stands where the next is not the neighbour."""
    parts: list[str] = []
    x = y = reach = 0.0
    for text, char in chars:
        *_, new_x, new_y = char["matrix"]
        far = math.hypot(new_x - x, new_y - y) > reach
        parts += [" ", text] if far else [text]
        x, y, reach = new_x, new_y, 1.5 * max(char["width"], char["height"])
    return " ".join("".join(parts).split())


def join_glyphs(glyphs: Sequence[Glyph]) -> list[Word]:
    """The words that the glyphs form in the order given; a blank or a gap parts them."""
    blanks = sum(glyph.text == " " for glyph in glyphs)
    gap = LOOSE_GAP if blanks > BLANKS_SHARE * len(glyphs) else NARROW_GAP
    words: list[Word] = []
    run: list[Glyph] = []
    spaced = pending = False
    for glyph in glyphs:
        if glyph.text == " ":
            pending = True
            continue
        if run and not pending and _is_double(run[-1], glyph):
            continue
        if run and (pending or not _continues(run[-1], glyph, gap)):
            words.append(_word(run, spaced))
            run = []
        if not run:
            spaced, pending = pending, False
        run.append(glyph)
    if run:
        words.append(_word(run, spaced))
    return words


def _continues(before: Glyph, glyph: Glyph, gap: float) -> bool:
    size = max(before.size, glyph.size)
    return abs(glyph.base - before.base) < 0.1 * size and -0.4 * size < glyph.x0 - before.x1 < gap * size


def _is_double(before: Glyph, glyph: Glyph) -> bool:
    """Whether the same letter is drawn over itself, a trick by which some programs make bold type."""
    near = 0.3 * (before.x1 - before.x0)
    return before.text == glyph.text and abs(glyph.x0 - before.x0) < near and abs(glyph.base - before.base) < 1


def _word(run: Sequence[Glyph], spaced: bool) -> Word:
    text = "".join(glyph.text for glyph in run)
    return Word(
        text=text if text.isascii() else unicodedata.normalize("NFC", text),
        x0=min(glyph.x0 for glyph in run),
        x1=max(glyph.x1 for glyph in run),
        top=min(glyph.top for glyph in run),
        bottom=max(glyph.bottom for glyph in run),
        base=run[0].base,
        size=run[0].size,
        bold=is_bold(run[0].font),
        spaced=spaced,
    )


@lru_cache(maxsize=512)
def is_bold(font: str) -> bool:
    """Whether the font's name says that it is a bold one."""
    name = font.lower()
    return any(mark in name for mark in BOLD_NAMES)
