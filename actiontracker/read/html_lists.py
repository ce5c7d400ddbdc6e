"""The markers that a browser would draw before the items of a list."""

import re
from dataclasses import dataclass
from typing import Final

from lxml import html

from actiontracker.read.numerals import alphabetic, roman

BULLET: Final = "\N{BULLET}"
BULLET_STYLES: Final = frozenset({"disc", "circle", "square"})
STYLE: Final = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.IGNORECASE)
TYPES: Final = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
KNOWN: Final = re.compile(
    r"\b(none|disc|circle|square|decimal(?:-leading-zero)?|(?:lower|upper)-(?:alpha|latin|roman))\b", re.IGNORECASE
)
INTEGER: Final = re.compile(r"\s*([+-]?\d{1,9})")


@dataclass(slots=True)
class OpenList:
    """A list whose items are being read: how it marks them and the number of the next one."""

    style: str
    number: int
    step: int

    def marker(self, item: html.HtmlElement) -> str:
        """The marker of `item` with the space behind it, "" for none; counts on."""
        self.number = _integer(item.get("value"), self.number)
        style = _style(item) or self.style
        text = draw(style, self.number)
        self.number += self.step
        return f"{text} " if text else ""


def open_list(element: html.HtmlElement) -> OpenList:
    """The state of a `<ul>` or `<ol>` before its first item."""
    ordered = element.tag == "ol"
    style = _style(element) or ("decimal" if ordered else "disc")
    if element.get("reversed") is None or not ordered:
        return OpenList(style, _integer(element.get("start"), 1), 1)
    items = sum(1 for child in element if child.tag == "li")
    return OpenList(style, _integer(element.get("start"), items), -1)


def draw(style: str, number: int) -> str:
    """The marker of a CSS list style: "1.", "a.", "iv.", a bullet, or nothing."""
    if style == "none":
        return ""
    if style in BULLET_STYLES:
        return BULLET
    if style.endswith("roman"):
        text = roman(number)
    elif style.endswith(("alpha", "latin")):
        text = alphabetic(number)
    else:
        text = f"{number:02d}" if style.endswith("zero") else str(number)
    return f"{text.upper() if style.startswith('upper') else text}."


def _style(element: html.HtmlElement) -> str | None:
    """The list style that the element itself asks for, None where it asks for none that is known."""
    declared = STYLE.search(element.get("style") or "")
    known = KNOWN.search(declared[1]) if declared else None
    if known:
        return known[1].lower()
    kind = element.get("type") or ""
    return TYPES.get(kind) or (kind.lower() if kind.lower() in BULLET_STYLES else None)


def _integer(value: str | None, default: int) -> int:
    match = INTEGER.match(value or "")
    return int(match[1]) if match else default
