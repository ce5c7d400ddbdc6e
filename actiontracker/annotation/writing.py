"""Writes an annotated document in the marked form that `parse_marked` reads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from actiontracker.annotation.document import FIELDS, REASONS, Annotated, Mark
from actiontracker.annotation.marked import BRACES, DIVIDER, LINE_END
from actiontracker.errors import AnnotationError
from actiontracker.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ESCAPES: Final = str.maketrans({brace: written for written, brace in BRACES.items()})
_ADVICE: Final = "Correct the annotation, or keep the document as gold JSON"


def to_marked(annotated: Annotated) -> str:
    """The document in the marked form; `parse_marked` gives it back, with a line feed for every line end.

    Raises:
        AnnotationError: marks overlap, a near miss has no known reason, a field stands nowhere in the text, or the head
            cannot be written in lines.
    """
    document = with_line_feeds(annotated)
    marks = sorted(
        (mark for mark in document.marks if mark.said != ""),
        key=lambda mark: (mark.span.start, -mark.span.end, mark.name in FIELDS),
    )
    for mark in marks:
        _check(document, mark)
    return "\n".join(_head_lines(document.name, document.head)) + DIVIDER + "".join(_body(document, marks))


def with_line_feeds(document: Annotated) -> Annotated:
    """The same document with a line feed for every line end, its marks moved accordingly."""
    text = document.text
    if "\r" not in text:
        return document

    def moved(offset: int) -> int:
        return len(LINE_END.sub("\n", text[:offset]))

    marks = tuple(replace(mark, span=Span(moved(mark.span.start), moved(mark.span.end))) for mark in document.marks)
    return replace(document, text=LINE_END.sub("\n", text), marks=marks)


def _head_lines(name: str, head: Mapping[str, str]) -> Iterator[str]:
    for key, value in head.items():
        line = f"{key}: {value}"
        if "\n" in line or "\r" in line or ":" in key or (key, value) != (key.strip(), value.strip()):
            raise AnnotationError(f"{name}: the head's “{key}” cannot be written in one line", "Shorten it")
        yield line


def _body(document: Annotated, marks: list[Mark]) -> Iterator[str]:
    text, position = document.text, 0
    open_marks: list[Mark] = []
    for mark in [*marks, None]:
        start = len(text) if mark is None else mark.span.start
        while open_marks and (mark is None or open_marks[-1].span.end <= start):
            end = open_marks.pop().span.end
            yield f"{_words(text[position:end])}}}"
            position = end
        yield _words(text[position:start])
        position = start
        if mark is not None:
            yield _opening(document, mark, open_marks[-1] if open_marks else None)
            open_marks.append(mark)


def _words(text: str) -> str:
    return text.translate(_ESCAPES)


def _opening(document: Annotated, mark: Mark, inside: Mark | None) -> str:
    if inside is not None:
        nests = mark.name in (*FIELDS, "suggested")
        if not nests or mark.span.end > inside.span.end:
            raise _error(document, mark, f"overlaps the mark “{inside.name}”")
    if mark.name == "near":
        return f"{{near {mark.why}: "
    said_by_outer = inside is not None and mark.name in (*FIELDS, "suggested") and mark.ids == inside.ids
    numbers = "" if said_by_outer or not mark.ids else " " + ",".join(map(str, mark.ids))
    return f"{{{mark.name}{numbers}: "


def _check(document: Annotated, mark: Mark) -> None:
    if mark.name == "near" and mark.why not in REASONS:
        raise _error(document, mark, f"has the reason “{mark.why}”, which is none of the known ones")
    if mark.said is not None:
        raise _error(document, mark, f"says “{mark.said}”, which stands nowhere in the text")
    if not 0 <= mark.span.start < mark.span.end <= len(document.text):
        raise _error(document, mark, "holds no words of the text")


def _error(document: Annotated, mark: Mark, what: str) -> AnnotationError:
    line = document.text.count("\n", 0, mark.span.start) + 1
    words = " ".join(mark.span.of(document.text)[:40].split())
    return AnnotationError(f"{document.name}:{line}: the mark “{mark.name}” on “{words}” {what}", _ADVICE)
