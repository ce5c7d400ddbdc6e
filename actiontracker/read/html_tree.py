"""From the characters of a web page to a tree of elements, within the limits that lxml sets, and through the tree."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final

from lxml import etree, html

from actiontracker.errors import UnreadableFileError

EMBEDDED: Final = re.compile(r"data:[\w/+.;=-]*;base64,[A-Za-z0-9+/=\s]*")
"""A picture within the page: longer than any text the parser allows, and nothing to read."""

UNSEEN_TAGS: Final = frozenset(
    {
        *("script", "style", "template", "noscript", "head", "iframe", "object", "svg", "math"),
        *("select", "datalist", "textarea", "audio", "video", "canvas"),
    }
)
UNSEEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)

INLINE_TAG: Final = re.compile(r"</?(?:font|span|b|i|u|em|strong|small|big|tt|a)\b[^<>]*>", re.IGNORECASE)
"""Tags of running text. Old editors forget to close them, so that each paragraph nests one deeper."""


class Event(Enum):
    """What a step of `walk` leads to: an element's text, what stands behind it, or behind one that is not shown."""

    START = auto()
    END = auto()
    UNSEEN = auto()


def parse(text: str) -> html.HtmlElement:
    """The page's root element.

    Raises `UnreadableFileError` where the page is larger or nested deeper than lxml allows (its option for huge trees
    stays off, because it is there against hostile files).
    """
    text = EMBEDDED.sub("", text.replace("\0", "\N{REPLACEMENT CHARACTER}"))
    root = _try(text)
    root = root if root is not None else _try(INLINE_TAG.sub("", text))
    if root is None:
        advice = "Open it in a browser, save it as PDF and try again"
        raise UnreadableFileError("is too large or too deeply nested to be read as a web page", advice)
    return root


def title(root: html.HtmlElement) -> str | None:
    """The page's declared title with its white space collapsed; None where it has none."""
    return " ".join((root.findtext(".//title") or "").split()) or None


def walk(root: html.HtmlElement) -> Iterator[tuple[Event, html.HtmlElement]]:
    """Start and end of every element that a browser shows, in order and without recursion; UNSEEN for all others."""
    events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    unseen = None
    for name, element in events:
        if name == "end":
            yield (Event.UNSEEN if element is unseen else Event.END), element
        elif name != "start":
            yield Event.UNSEEN, element
        elif _is_unseen(element):
            unseen = element
            events.skip_subtree()
        else:
            yield Event.START, element


def hidden_words(root: html.HtmlElement) -> int:
    """How many words the page holds that a browser hides, in closed sections mostly; scripts do not count."""
    steps = (element for event, element in walk(root) if event is Event.UNSEEN)
    hidden = (element for element in steps if isinstance(element.tag, str) and element.tag not in UNSEEN_TAGS)
    return sum(len("".join(element.itertext()).split()) for element in hidden)


def _is_unseen(element: html.HtmlElement) -> bool:
    return (
        element.tag in UNSEEN_TAGS
        or element.get("hidden") is not None
        or bool(UNSEEN_STYLE.search(element.get("style") or ""))
    )


def _try(text: str) -> html.HtmlElement | None:
    """The root, or None where the parser met one of its limits and would have left out the rest of the page."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False)
    try:
        root = html.document_fromstring(text.encode(errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        root = None
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        return None
    return root if root is not None else html.Element("html")
