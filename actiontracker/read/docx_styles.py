"""What the paragraph styles of a DOCX say of headings, contents lists and numbering, inherited along their chains."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from actiontracker.read.docx_names import VALUE, integer, value, w
from actiontracker.read.docx_package import Element

HEADING_NAME: Final = re.compile(r"heading (\d)", re.IGNORECASE)
CONTENTS_NAME: Final = re.compile(r"toc \d", re.IGNORECASE)
BODY_LEVEL: Final = 9
"""The outline level of text that is no heading; headings have 0 to 8."""


@dataclass(frozen=True, slots=True)
class NumberingRef:
    """A reference to a list: its number and level, each None where this place leaves it open."""

    num_id: int | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style."""

    id: str
    name: str
    based_on: str | None
    outline: int | None
    numbering: NumberingRef | None


class Styles:
    """The paragraph styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        elements = (
            [] if root is None else [style for style in root.iter(w("style")) if style.get(w("type")) == "paragraph"]
        )
        self._styles = {style.id: style for style in map(_style, elements)}
        self._default = next(
            (element.get(w("styleId")) for element in elements if element.get(w("default")) == "1"), None
        )

    def chain(self, style_id: str | None) -> Iterator[Style]:
        """The style and those it is based on, nearest first; the default style for None."""
        seen: set[str] = set()
        style = self._styles.get(style_id or self._default or "")
        while style and style.id not in seen:
            seen.add(style.id)
            yield style
            style = self._styles.get(style.based_on or "")

    def heading_level(self, style_id: str | None) -> int:
        """The heading level that the style gives, 0 for none; "Title" is of level 1."""
        for style in self.chain(style_id):
            name = HEADING_NAME.fullmatch(style.name)
            if name:
                return int(name[1])
            if style.name.lower() == "title":
                return 1
            if style.outline is not None:
                return style.outline + 1 if style.outline < BODY_LEVEL else 0
        return 0

    def is_contents(self, style_id: str | None) -> bool:
        """Whether the style is for the lines of a table of contents."""
        return any(CONTENTS_NAME.fullmatch(style.name) for style in self.chain(style_id))


def numbering_ref(properties: Element | None) -> NumberingRef | None:
    """The list that paragraph properties refer to; None where they refer to none."""
    element = None if properties is None else properties.find(w("numPr"))
    if element is None:
        return None
    return NumberingRef(integer(value(element, "numId")), integer(value(element, "ilvl")))


def outline_level(properties: Element | None) -> int | None:
    """The outline level that paragraph properties set, from 0; None where they set none."""
    return integer(value(properties, "outlineLvl"))


def _style(element: Element) -> Style:
    properties = element.find(w("pPr"))
    name = element.find(w("name"))
    return Style(
        id=element.get(w("styleId"), ""),
        name=name.get(VALUE, "") if name is not None else "",
        based_on=value(element, "basedOn"),
        outline=outline_level(properties),
        numbering=numbering_ref(properties),
    )
