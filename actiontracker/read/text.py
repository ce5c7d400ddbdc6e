"""Plain text and Markdown: the text is the decoded file itself, so that offsets fit the file."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from actiontracker.read.decoding import decode
from actiontracker.read.furniture import is_furniture
from actiontracker.read.text_tables import with_cells
from actiontracker.records import Line, LineKind, Problem, Source, SourceKind, Span

LINE_BREAK: Final = re.compile(r"(?:\r\n|\n|\r)(\f?)|(\f)")
"""A line ends at a line feed, a carriage return or both, and at a form feed, which also ends the page. The vertical
tab, the next-line character and the separators U+2028 and U+2029 break lines inside a paragraph and stay in it."""

MARKDOWN_HEADING: Final = re.compile(r"(#{1,6})[ \t]+(?=[^\s#])")
MARKDOWN_ENDINGS: Final = {".md", ".markdown"}
BYTE_ORDER_MARK: Final = "\ufeff"


def read_text(data: bytes, path: str) -> tuple[Source, tuple[Problem, ...]]:
    """The `Source` of a text file, and a problem where its encoding had to be guessed.

    Pages are counted where the file has form feeds. A row of a flattened table (`a | b`) gives a line for each cell,
    all with the same number. A byte-order mark stays in the text but outside the first line.
    """
    text, problems = decode(data, path)
    lines = tuple(with_cells(text, _classified(text, list(_lines(text)), path)))
    pages = _page_count(text, lines) if "\f" in text else None
    source = Source(path, hashlib.sha256(data).hexdigest(), SourceKind.TEXT, pages, text, lines)
    return source, problems


def _lines(text: str) -> Iterator[Line]:
    """The physical lines of `text`; a form feed gives a new line on a new page but, as in an editor, no new number."""
    start = 1 if text.startswith(BYTE_ORDER_MARK) else 0
    number, page = 1, 1 if "\f" in text else None
    for match in LINE_BREAK.finditer(text):
        yield Line(Span(start, match.start()), number, page)
        start = match.end()
        number += match[2] is None
        if page is not None and (match[1] or match[2]):
            page += 1
    if start < len(text):
        yield Line(Span(start, len(text)), number, page)


def _page_count(text: str, lines: tuple[Line, ...]) -> int:
    """The last page with any text on it: many files end with a form feed that begins no page."""
    return max((line.page or 1 for line in lines if line.span.of(text).strip()), default=1)


def _classified(text: str, lines: list[Line], path: str) -> Iterator[Line]:
    headings = {line.span.start: match for line in lines if (match := MARKDOWN_HEADING.match(line.span.of(text)))}
    is_markdown = PurePath(path).suffix.lower() in MARKDOWN_ENDINGS or len(headings) > 1
    for line in lines:
        words = line.span.of(text)
        heading = headings.get(line.span.start) if is_markdown else None
        if heading:
            title = words.rstrip().rstrip("#").rstrip()
            span = Span(line.span.start + heading.end(), line.span.start + len(title))
            yield replace(line, span=span, kind=LineKind.HEADING, level=len(heading[1]))
        elif is_furniture(words):
            yield replace(line, kind=LineKind.FURNITURE)
        else:
            yield line
