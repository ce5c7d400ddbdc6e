"""The numbers that Word computes for the paragraphs of lists: "3.", "2.1", "(b)", "iv)", bullets.

A file says only which list and level a paragraph belongs to. Word counts, and an item's own number is mostly such a
count. Paragraphs must be asked about in the order of the document.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from actiontracker.read.docx_names import VALUE, integer, is_on, value, w
from actiontracker.read.docx_package import Element
from actiontracker.read.docx_styles import NumberingRef, Styles, numbering_ref
from actiontracker.read.numerals import repeated_letter, roman

BULLET: Final = "\N{BULLET}"
SYMBOL_FONTS: Final = ("symbol", "wingdings", "webdings", "courier new")
"""Fonts in whose letters Word's bullets are written: a Courier "o", a Wingdings "§"."""
COURIER_BULLET: Final = "o"
PRIVATE_USE: Final = re.compile("[\ue000-\uf8ff]")
PLACEHOLDER: Final = re.compile(r"%([1-9])")
ORDINAL_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int = 1
    format: str = "decimal"
    width: int = 0
    """Digits that a number is filled up to with zeros, 0 for no filling."""
    text: str = ""
    """The marker with a placeholder for the number of each level: "%1.%2"."""
    restart: int | None = None
    """The level, from 1, whose next paragraph starts this one again; 0 for never, None for any level above."""
    legal: bool = False
    """Whether all levels are shown in digits here."""
    style: str | None = None
    """The id of the paragraph style that belongs to this level."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list as paragraphs refer to it: the definition it counts in, and what it changes of that definition."""

    definition: int
    levels: dict[int, Level]
    starts: dict[int, int]
    """Levels that begin again, at this number, with the list's first paragraph."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A paragraph's computed marker, "" where the list shows none, and the level from 0."""

    text: str
    level: int
    bullet: bool = False


@dataclass(slots=True)
class _Count:
    """The numbers reached in one definition, by level."""

    reached: dict[int, int] = field(default_factory=dict)

    def step(self, level: int, levels: dict[int, Level], start: int | None) -> None:
        """Count a paragraph of `level`, from `start` where it is given; levels below begin again."""
        first = levels[level].start if start is None else start
        self.reached[level] = first if start is not None or level not in self.reached else self.reached[level] + 1
        for lower in [other for other in self.reached if other > level]:
            restart = levels[lower].restart if lower in levels else None
            if restart is None or level < restart:
                del self.reached[lower]


class Numbering:
    """The lists of one document and how far each has been counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = dict(_lists(root)) if root is not None else {}
        self._counts: dict[int, _Count] = defaultdict(_Count)
        self._begun: set[tuple[int, int]] = set()

    def marker(self, properties: Element | None, style_id: str | None) -> Marker | None:
        """The marker of the next paragraph, which has these properties and style; None for one outside of lists."""
        num_id, level_number = self._place(properties, style_id)
        numbered = self._lists.get(num_id or 0)
        if num_id is None or numbered is None or level_number not in numbered.levels:
            return None
        level = numbered.levels[level_number]
        count = self._counts[numbered.definition]
        first = (num_id, level_number) not in self._begun
        self._begun.add((num_id, level_number))
        count.step(level_number, numbered.levels, numbered.starts.get(level_number) if first else None)
        bullet = level.format == "bullet"
        return Marker(level.text if bullet else _text(level, numbered, count.reached), level_number, bullet)

    def _place(self, properties: Element | None, style_id: str | None) -> tuple[int | None, int]:
        """The list and level of a paragraph: its own, else its style's; the list None where it is in none."""
        own = numbering_ref(properties) or NumberingRef()
        styled = next((style for style in self._styles.chain(style_id) if style.numbering), None)
        inherited = styled.numbering if styled and styled.numbering else NumberingRef()
        num_id = inherited.num_id if own.num_id is None else own.num_id
        if own.level is not None:
            return num_id, own.level
        if own.num_id is None and styled and (numbered := self._lists.get(num_id or 0)):
            linked = next((number for number, level in numbered.levels.items() if level.style == styled.id), None)
            return num_id, inherited.level or 0 if linked is None else linked
        return num_id, 0


def _text(level: Level, numbered: Numbered, reached: dict[int, int]) -> str:
    """The marker's text; a level above that has not been counted yet shows the number it would start with."""

    def shown(match: re.Match[str]) -> str:
        number = int(match[1]) - 1
        other = numbered.levels.get(number, Level())
        kind = "decimal" if level.legal and other.format != "none" else other.format
        return _number(reached.get(number, other.start), kind, other.width)

    return PLACEHOLDER.sub(shown, level.text).strip()


def _number(number: int, kind: str, width: int) -> str:
    """A number in one of Word's formats; digits for the formats no minutes use."""
    match kind:
        case "none" | "bullet":
            return ""
        case "lowerLetter" | "upperLetter":
            text = repeated_letter(number)
        case "lowerRoman" | "upperRoman":
            text = roman(number)
        case "ordinal":
            teen = number // 10 % 10 == 1
            text = f"{number}{'th' if teen else ORDINAL_ENDINGS.get(number % 10, 'th')}"
        case _:
            text = f"{number:0{width}d}" if width else str(number)
    return text.upper() if kind.startswith("upper") else text


def _lists(root: Element) -> Iterator[tuple[int, Numbered]]:
    """The lists of a numbering part by their numbers."""
    abstract = {integer(element.get(w("abstractNumId"))): element for element in root.iter(w("abstractNum"))}
    styled = {value(element, "styleLink"): element for element in abstract.values() if value(element, "styleLink")}
    for element in root.iter(w("num")):
        num_id, definition = integer(element.get(w("numId"))), integer(value(element, "abstractNumId"))
        source = abstract.get(definition)
        if num_id is None or definition is None or source is None:
            continue
        source = styled.get(value(source, "numStyleLink"), source)
        levels, starts = _levels(source), {}
        for override in element.findall(w("lvlOverride")):
            levels |= _levels(override)
            number, start = integer(override.get(w("ilvl"))), integer(value(override, "startOverride"))
            if number is not None and start is not None:
                starts[number] = start
        yield num_id, Numbered(definition, levels, starts)


def _levels(parent: Element) -> dict[int, Level]:
    levels = ((integer(element.get(w("ilvl"))), _level(element)) for element in parent.findall(w("lvl")))
    return {number: level for number, level in levels if number is not None}


def _level(element: Element) -> Level:
    numbers = next(element.iter(w("numFmt")), None)
    kind = "decimal" if numbers is None else numbers.get(VALUE, "decimal")
    text = value(element, "lvlText") or ""
    start = integer(value(element, "start"))
    return Level(
        start=0 if start is None else start,
        format=kind,
        width=_width(kind, "" if numbers is None else numbers.get(w("format"), "")),
        text=_bullet(text, element) if kind == "bullet" else text,
        restart=integer(value(element, "lvlRestart")),
        legal=is_on(element, "isLgl"),
        style=value(element, "pStyle"),
    )


def _width(kind: str, custom: str) -> int:
    """How many digits a number has at least: "decimalZero" has two, a custom format shows its first number."""
    return 2 if kind == "decimalZero" else len(custom.partition(",")[0].strip()) if kind == "custom" else 0


def _bullet(text: str, element: Element) -> str:
    """A bullet as a character that means one in any font."""
    fonts = next(element.iter(w("rFonts")), None)
    font = "" if fonts is None else (fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or "")
    symbol = font.lower().startswith(SYMBOL_FONTS) or text == COURIER_BULLET or PRIVATE_USE.search(text)
    return BULLET if text and symbol else text.strip()
