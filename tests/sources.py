"""Sources for tests of the stages after reading, made from text without a file."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from actiontracker.records import Cell, Line, LineKind, Minutes, Source, SourceKind, Span
from actiontracker.structure import structure


def source_of(text: str, kind: SourceKind = SourceKind.TEXT, title: str | None = None) -> Source:
    """A source whose lines are the lines of `text`, blank ones included."""
    lines: list[Line] = []
    start = 0
    for number, words in enumerate(text.split("\n"), 1):
        lines.append(Line(Span(start, start + len(words)), number))
        start += len(words) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Source("minutes.txt", digest, kind, None, text, tuple(lines), title)


def source_of_lines(lines: list[tuple[str, LineKind]], kind: SourceKind = SourceKind.HTML) -> Source:
    """A source of paragraphs with the kinds that a page or a word processor gives them."""
    source = source_of("\n".join(words for words, _ in lines), kind)
    kinds = (replace(line, kind=each) for line, (_, each) in zip(source.lines, lines, strict=True))
    return replace(source, lines=tuple(kinds))


def source_of_table(before: str, rows: list[list[str]], after: str = "", kind: SourceKind = SourceKind.DOCX) -> Source:
    """A source with paragraphs, one table whose cells may hold several lines, and more paragraphs."""
    texts: list[tuple[str, Cell | None]] = [(words, None) for words in before.split("\n")]
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            texts += [(line, Cell(0, row, column)) for line in words.split("\n")]
    texts += [(words, None) for words in after.split("\n")] if after else []
    source = source_of("\n".join(words for words, _ in texts), kind)
    lines = (replace(line, cell=cell) for line, (_, cell) in zip(source.lines, texts, strict=True))
    return replace(source, lines=tuple(lines))


def minutes_of(text: str, kind: SourceKind = SourceKind.TEXT) -> Minutes:
    """The minutes that `text` is understood as."""
    return structure(source_of(text, kind))[0]


def paras(*texts: str) -> str:
    """Paragraphs with a blank line between them."""
    return "\n\n".join(texts)
