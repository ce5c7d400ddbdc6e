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
      | [\w-]* [_-]? (?: top | quick ) [_-]? links
      | mg-?action-?list | mg-?links | mg-?file-?size""",
    re.VERBOSE | re.IGNORECASE,
)
"""A whole `id` or class. The last ones are ModernGov's: links to its own functions, and the sizes of documents."""

CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a name of several words goes on to the next: "siteFooter"."""
LONGEST_NAME: Final = 60
"""Longer names are not looked at, so that no page can make the search slow."""

NEVER_FURNITURE: Final = frozenset({"html", "body", "main", "article", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Elements whose names say nothing: headings, for one, are often named after their own words."""

CONTENT_NAME: Final = re.compile(
    r"(?: [\w-]* [_-] )? (?: content | maincontent | main | article | articlebody | contentarea | primary )",
    re.VERBOSE | re.IGNORECASE,
)
"""A whole `id` or class that promises the page's content, with whatever before it: "entry-content"."""

CONTENT_SHARE: Final = 0.6
"""An element is believed to be the content by its name only when it holds this part of the page's text."""
EXPLICIT_SHARE: Final = 0.05
"""`<main>` says so itself; it is only disbelieved when next to nothing stands in it."""
MODERNGOV_ID: Final = "modgov"
"""What ModernGov calls the part of a page that it fills within the council's own frame."""
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
    small = (element for element in sizes if sizes[element] <= FURNITURE_SHARE * total)
    furniture = (element for element in small if element.tag not in NEVER_FURNITURE)
    named = frozenset(element for element in furniture if _is_named(element, FURNITURE_NAME))
    return Page(content, named - content)


def _is_named(element: html.HtmlElement, pattern: re.Pattern[str]) -> bool:
    """Whether the pattern covers the element's `id` or one of its classes; "siteFooter" is taken as "site-Footer"."""
    names = f"{element.get('id') or ''} {element.get('class') or ''}".split()
    return any(len(name) <= LONGEST_NAME and pattern.fullmatch(CAMEL.sub("-", name)) for name in names)


def _content(sizes: dict[html.HtmlElement, int], total: int) -> frozenset[html.HtmlElement]:
    explicit = [element for element in sizes if _is_explicit(element)]
    if explicit and sum(sizes[element] for element in explicit) > EXPLICIT_SHARE * total:
        return frozenset(explicit)
    named = [element for element in sizes if element.tag == "article" or _is_named(element, CONTENT_NAME)]
    believed = [element for element in named if sizes[element] >= CONTENT_SHARE * total and element.tag != "body"]
    return frozenset({max(believed, key=lambda element: sizes[element])} if believed else ())


def _is_explicit(element: html.HtmlElement) -> bool:
    return "main" in {element.tag, element.get("role")} or element.get("id") == MODERNGOV_ID


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
