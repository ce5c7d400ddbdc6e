"""Which parts of a web page are its content and which are furniture."""

import re
from dataclasses import dataclass
from typing import Final

from lxml import html

from actiontracker.read.html_tree import Event, walk

FURNITURE_TAGS: Final = frozenset({"nav", "footer", "aside", "button", "menu"})
FURNITURE_ROLES: Final = frozenset(
    {"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar"}
)
FURNITURE_STYLE: Final = re.compile(r"mso-element\s*:\s*(?:header|footer)", re.IGNORECASE)
"""Word marks the running heads and feet of a document saved as HTML in this way."""
FURNITURE_NAME: Final = re.compile(
    r"""(?!has-|no-|with-) (?: [\w-]* [_-] )?
        (?: nav | navbar | navigation | menu | submenu | menubar | breadcrumbs? | sidebar | footer | masthead
          | pagination
          | skip (?: [_-]? (?: links? | to | content | nav ) )*
          | cookies? | cookie [_-]? (?: bar | banner | notice | consent )
          | share | sharing | sharedaddy
          | social [_-]? (?: links? | icons? | share | sharing | media | nav | menu | buttons? ) )
        (?: [_-] (?: container | wrapper | wrap | bar | links? | list | block | area | holder | inner | outer | toggle
          | items? | main | primary | secondary | left | right | top | bottom | mobile | buttons? | \d+ ) )*
      | mgactionlist | mglinks | mgfilesize""",
    re.VERBOSE | re.IGNORECASE,
)
"""A whole `id` or class. The last ones are ModernGov's: links to its own functions, and the sizes of documents."""

LONGEST_NAME: Final = 60
"""Longer names are not looked at, so that no page can make the search slow."""

NEVER_FURNITURE: Final = frozenset({"html", "body", "main", "article", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Elements whose names say nothing: headings, for one, are often named after their own words."""

CONTENT_NAMES: Final = frozenset(
    {
        *(
            "modgov",
            "content",
            "maincontent",
            "contentmain",
            "main",
            "primary",
            "contentarea",
            "article",
            "articlebody",
        ),
        *("bodycontent", "pagecontent", "entrycontent", "postcontent", "articlecontent", "sitecontent"),
    }
)
"""An element's `id` or a class of it, in small letters without hyphens, that promise the page's content."""

CONTENT_SHARE: Final = 0.6
"""An element is believed to be the content by its name only when it holds this part of the page's text."""
EXPLICIT_SHARE: Final = 0.05
"""`<main>` says so itself; it is only disbelieved when next to nothing stands in it."""
FURNITURE_SHARE: Final = 0.5
"""No element is furniture by its name when it holds more than this part of the page's text."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a page before it is read: its content elements (none: all of it) and its furniture by name."""

    content: frozenset[html.HtmlElement]
    furniture: frozenset[html.HtmlElement]

    def is_furniture(self, element: html.HtmlElement, *, in_article: bool) -> bool:
        """Whether this element and all in it is furniture; a `<header>` within an article holds the article's title."""
        return (
            element.tag in FURNITURE_TAGS
            or (element.tag == "header" and not in_article)
            or element.get("role") in FURNITURE_ROLES
            or bool(FURNITURE_STYLE.search(element.get("style") or ""))
            or element in self.furniture
        )


def survey(root: html.HtmlElement) -> Page:
    """The content and the furniture of a page, judged by tags, roles, names, and by how much of the text they hold."""
    sizes = _sizes(root)
    total = sizes.get(root, 0)
    content = _content(sizes, total)
    named = (element for element in sizes if element.tag not in NEVER_FURNITURE and _has_furniture_name(element))
    furniture = frozenset(element for element in named if sizes[element] <= FURNITURE_SHARE * total)
    return Page(content, furniture - content)


def _has_furniture_name(element: html.HtmlElement) -> bool:
    return any(len(name) <= LONGEST_NAME and FURNITURE_NAME.fullmatch(name) for name in _names(element).split())


def _names(element: html.HtmlElement) -> str:
    return f"{element.get('id') or ''} {element.get('class') or ''}"


def _content(sizes: dict[html.HtmlElement, int], total: int) -> frozenset[html.HtmlElement]:
    explicit = [element for element in sizes if element.tag == "main" or element.get("role") == "main"]
    if explicit and sum(sizes[element] for element in explicit) > EXPLICIT_SHARE * total:
        return frozenset(explicit)
    named = [element for element in sizes if element.tag == "article" or CONTENT_NAMES & _plain_names(element)]
    believed = [element for element in named if sizes[element] >= CONTENT_SHARE * total]
    return frozenset({min(believed, key=lambda element: sizes[element])} if believed else ())


def _plain_names(element: html.HtmlElement) -> set[str]:
    return {name.replace("-", "").replace("_", "").lower() for name in _names(element).split()}


def _sizes(root: html.HtmlElement) -> dict[html.HtmlElement, int]:
    """How many visible characters each element with a name or a role holds; those of menus are not counted."""
    sizes: dict[html.HtmlElement, int] = {}
    counts = [0]
    for event, element in walk(root):
        if event is Event.START:
            counts.append(_length(element.text))
            continue
        inside = counts.pop() if event is Event.END else 0
        if event is Event.END and (element.attrib or element.tag in {"main", "article"} or element is root):
            sizes[element] = inside
        is_menu = element.tag in FURNITURE_TAGS or element.get("role") in FURNITURE_ROLES
        counts[-1] += (0 if is_menu else inside) + _length(element.tail)
    return sizes


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0
