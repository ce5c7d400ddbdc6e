"""Everything that is wrong, one by one, each with the passage it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from actiontracker.annotation import FIELDS
from actiontracker.evaluate.agreement import same_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actiontracker.evaluate.judge import Expected, Judged
    from actiontracker.evaluate.measure import Evaluation
    from actiontracker.evaluate.prediction import Prediction
    from actiontracker.records import Span

MOST_AROUND: Final = 240
"""Characters of the passage that are shown before and after the words, at most."""
_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n")


class Wrong(StrEnum):
    """What sort of mistake."""

    MISSED = "missed"
    FALSE = "false"
    KIND = "wrong kind"
    FIELD = "wrong field"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake; `before`, the words at `span` and `after` are the passage. `line` counts in the text from 1."""

    document: str
    what: Wrong
    about: str
    """The kind or field that is wrong; the kind of what was missed or is false."""
    span: Span
    line: int
    before: str
    quote: str
    after: str
    marked: str | None = None
    found: str | None = None
    """For a kind or field: what people marked and what was found."""
    score: float | None = None


def mistakes(evaluation: Evaluation) -> tuple[Mistake, ...]:
    """Every mistake, document by document, in reading order."""
    return tuple(
        mistake
        for each in evaluation.judged
        for mistake in sorted(_in_document(each), key=lambda mistake: mistake.span.start)
    )


def _in_document(judged: Judged) -> Iterator[Mistake]:
    for place in judged.missed:
        yield _mistake(judged, Wrong.MISSED, place.kind, place.span)
    for found in judged.false:
        yield _mistake(judged, Wrong.FALSE, found.kind.value, found.span, found=found)
    for place, found in judged.hits:
        yield from _in_hit(judged, place, found)


def _in_hit(judged: Judged, place: Expected, found: Prediction) -> Iterator[Mistake]:
    if place.kind != found.kind:
        yield _mistake(judged, Wrong.KIND, place.kind, place.span, (place.kind, found.kind.value), found)
    for name in FIELDS:
        said = place.fields[name], getattr(found, name)
        if not same_words(*said):
            yield _mistake(judged, Wrong.FIELD, name, place.span, said, found)


def _mistake(
    judged: Judged,
    what: Wrong,
    about: str,
    span: Span,
    said: tuple[str | None, str | None] = (None, None),
    found: Prediction | None = None,
) -> Mistake:
    document = judged.document
    before, after = around(document.text, span)
    return Mistake(
        document=document.name,
        what=what,
        about=about,
        span=span,
        line=document.text.count("\n", 0, span.start) + 1,
        before=before,
        quote=span.of(document.text),
        after=after,
        marked=said[0],
        found=said[1],
        score=found.score if found is not None else None,
    )


def around(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after the words in the same paragraph, cut at a blank where it is long."""
    reach = max(0, span.start - MOST_AROUND), span.end + MOST_AROUND
    before = _BLANK_LINE.split(text[reach[0] : span.start])
    after = _BLANK_LINE.split(text[span.end : reach[1]])
    cut_before, cut_after = len(before) == 1 and reach[0] > 0, len(after) == 1 and reach[1] < len(text)
    return (
        f"…{before[-1].partition(' ')[2]}" if cut_before else before[-1],
        f"{after[0].rpartition(' ')[0]}…" if cut_after else after[0],
    )
