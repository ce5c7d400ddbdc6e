"""A walk over a web page that turns its elements into blocks, as a browser would lay them out."""

import re
from dataclasses import dataclass, replace
from typing import Final

from lxml import html

from actiontracker.read.blocks import LINE_END, Block, Gap
from actiontracker.read.furniture import is_furniture
from actiontracker.read.html_lists import OpenList, open_list
from actiontracker.read.html_page import Page, survey
from actiontracker.read.html_tables import OpenTable
from actiontracker.read.html_tree import Event, walk
from actiontracker.read.tables import Grid
from actiontracker.records import LineKind

HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
MODERNGOV_HEADINGS: Final = {"mgAiTitleTxt": 3, "mgSubItemTitleTxt": 4}
"""ModernGov's meeting pages mark item titles, and "Decision:" and "Minutes:" within items, by class alone."""

SPACED_TAGS: Final = HEADINGS.keys() | {
    *("p", "ul", "ol", "dl", "table", "caption", "pre", "blockquote", "hr", "fieldset", "figure"),
}
"""Elements that have a blank line before and after them."""
LINE_TAGS: Final = frozenset(
    {
        *("address", "article", "aside", "body", "center", "dd", "details", "dir", "div", "dt", "figcaption", "footer"),
        *("form", "header", "hgroup", "html", "legend", "li", "main", "nav", "section", "summary"),
        *("tbody", "td", "tfoot", "th", "thead", "tr"),
    }
)

ARTICLE_TAGS: Final = frozenset({"article", "section", "main"})

SPACES: Final = re.compile(r"[ \t\n\r\f]+")
"""What HTML collapses to one space; no-break spaces stay as they are."""

LONGEST_STYLE: Final = 1000
"""Characters of a style that are looked at, so that no page can make the search slow."""
WORD_LIST_CLASS: Final = re.compile(r"\bMsoList", re.IGNORECASE)
WORD_LIST_LEVEL: Final = re.compile(r"mso-list\s*:[^;]*\blevel(\d)", re.IGNORECASE)
TYPED_MARKER: Final = re.compile(
    r"(?:[^\w\s(]|o|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]*)\s+\S", re.IGNORECASE
)
"""How a list item begins that Word wrote out: "·", "o", "1.", "2.3", "(a)", "iv)"."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What an element hands down to the text in it."""

    heading: int = 0
    depth: int = 0
    """How many lists deep."""
    word_list: int = 0
    """The level of a list item that Word wrote as an ordinary paragraph with its marker typed."""
    preformatted: bool = False
    outside: bool = False
    """Outside of the page's content, if that was found."""
    furniture: bool = False
    article: bool = False
    """Within the content or an article, whose `<header>` is not that of the page."""


def page_blocks(root: html.HtmlElement) -> list[Block]:
    """The blocks of a web page in the order of the page."""
    walker = _Walker(survey(root))
    for event, element in walk(root):
        if event is Event.START:
            walker.start(element)
            walker.add(element.text)
            continue
        if event is Event.END:
            walker.end(element)
        walker.add(element.tail)
    walker.break_line(Gap.LINE)
    return walker.blocks


class _Walker:
    """Collects running text until a border between blocks, then makes a block of it."""

    def __init__(self, page: Page) -> None:
        self.blocks: list[Block] = []
        self._page = page
        self._contexts = [_Context(outside=bool(page.content))]
        self._lists: list[OpenList] = []
        self._tables: list[OpenTable] = []
        self._table_count = 0
        self._pieces: list[str] = []
        self._gap = Gap.LINE
        self._marker: str | None = None
        """The marker of a list item that has no text yet."""

    def add(self, text: str | None) -> None:
        """Running text."""
        if text:
            self._pieces.append(text)

    def start(self, element: html.HtmlElement) -> None:
        """An element begins."""
        context = self._inner_context(element)
        if element.tag == "br":
            self._break_within()
        elif gap := self._border(element, context):
            self.break_line(gap)
        self._contexts.append(context)
        self._open(element)

    def end(self, element: html.HtmlElement) -> None:
        """An element ends."""
        gap = self._border(element, self._contexts[-1], before=self._contexts[-2])
        if gap:
            self.break_line(gap)
        self._contexts.pop()
        self._close(element)

    def break_line(self, gap: Gap) -> None:
        """The running text, if any, is a block; at least `gap` comes before the next one."""
        text = "".join(self._pieces)
        self._pieces.clear()
        context = self._contexts[-1]
        for line in LINE_END.split(text) if context.preformatted else (SPACES.sub(" ", text).strip(" "),):
            if line.strip():
                self._emit(line.rstrip(" \t"), context)
                self._gap = Gap.LINE
        self._gap = self._gap.wider(gap)

    def _break_within(self) -> None:
        """A `<br>`: the next line, or a blank one where this line holds nothing."""
        blank = not "".join(self._pieces).strip()
        self.break_line(Gap.PARAGRAPH if blank and self._sink() else Gap.LINE)

    def _emit(self, text: str, context: _Context) -> None:
        kind, level = self._kind(text, context)
        marker, self._marker = self._marker or "", None
        self._sink().append(Block(marker + text, self._gap, kind, level))

    def _kind(self, text: str, context: _Context) -> tuple[LineKind, int]:
        if context.furniture or (context.outside and context.heading != 1) or is_furniture(text):
            return LineKind.FURNITURE, 0
        if context.heading:
            return LineKind.HEADING, context.heading
        if context.word_list and TYPED_MARKER.match(text):
            return LineKind.LIST_ITEM, context.word_list
        return (LineKind.TEXT if self._marker is None else LineKind.LIST_ITEM), context.depth

    def _sink(self) -> list[Block]:
        """Where blocks go: the innermost open cell, else the page; text between cells comes before its table."""
        return next((table.blocks for table in reversed(self._tables) if table.blocks is not None), self.blocks)

    def _border(self, element: html.HtmlElement, context: _Context, before: _Context | None = None) -> Gap | None:
        """How far this element stands apart from its neighbours; None for an element of running text."""
        tag = element.tag
        if tag in SPACED_TAGS and not (tag in {"ul", "ol"} and context.depth > 1):
            return Gap.PARAGRAPH
        outer = before or self._contexts[-1]
        return Gap.LINE if tag in LINE_TAGS or tag in {"ul", "ol"} or context.furniture != outer.furniture else None

    def _inner_context(self, element: html.HtmlElement) -> _Context:
        outer = self._contexts[-1]
        tag = element.tag
        if element in self._page.content:
            outer = replace(outer, outside=False, furniture=False, article=True)
        elif not outer.furniture and self._page.is_furniture(element, in_article=outer.article):
            outer = replace(outer, furniture=True)
        if tag in ARTICLE_TAGS:
            outer = replace(outer, article=True)
        if tag in {"ul", "ol"}:
            return replace(outer, depth=outer.depth + 1)
        if tag in {"td", "th"}:
            return replace(outer, depth=0, heading=0, word_list=0)
        if tag == "pre":
            return replace(outer, preformatted=True)
        heading = HEADINGS.get(tag) or _moderngov_heading(element)
        if heading:
            return replace(outer, heading=heading)
        return replace(outer, word_list=_word_list_level(element)) if tag == "p" else outer

    def _open(self, element: html.HtmlElement) -> None:
        tag = element.tag
        if tag in {"ul", "ol"}:
            self._lists.append(open_list(element))
        elif tag == "li":
            self._marker = self._lists[-1].marker(element) if self._lists else ""
        elif tag == "table":
            presentation = element.get("role") in {"presentation", "none"}
            self._tables.append(OpenTable(Grid(self._table_count, presentation=presentation)))
            self._table_count += 1
        elif self._tables and tag in {"td", "th"}:
            self._tables[-1].start_cell(element)
            self._tables[-1].grid.presentation |= element in self._page.content
            self._gap = Gap.LINE
        elif self._tables and tag in {"tr", "thead", "tbody", "tfoot"}:
            self._tables[-1].end_row()

    def _close(self, element: html.HtmlElement) -> None:
        tag = element.tag
        if tag in {"ul", "ol"}:
            self._lists.pop()
        elif tag == "li":
            self._marker = None
        elif tag == "table":
            blocks = self._tables.pop().arrange()
            self._sink().extend(blocks)
            self._gap = Gap.PARAGRAPH
        elif self._tables and tag in {"td", "th"}:
            self._tables[-1].end_cell()
        elif self._tables and tag in {"tr", "thead", "tbody", "tfoot"}:
            self._tables[-1].end_row()


def _moderngov_heading(element: html.HtmlElement) -> int:
    return MODERNGOV_HEADINGS.get(element.get("class") or "", 0)


def _word_list_level(element: html.HtmlElement) -> int:
    """The level of a list paragraph in a Word document saved as HTML, 0 for any other paragraph."""
    level = WORD_LIST_LEVEL.search((element.get("style") or "")[:LONGEST_STYLE])
    if level:
        return int(level[1])
    return 1 if WORD_LIST_CLASS.search(element.get("class") or "") else 0
