"""In every format a quote is exactly the words at its place: generated minutes as text, web page, Word file and PDF."""

from __future__ import annotations

import io
from html import escape
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lines import nlp
from reportlab.lib.styles import getSampleStyleSheet  # type: ignore[import-untyped]  # it has no types
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer  # type: ignore[import-untyped]  # it has no types

from actiontracker.extract import extract
from actiontracker.read import read
from actiontracker.records import SourceKind
from actiontracker.structure import structure

if TYPE_CHECKING:
    from collections.abc import Callable

WHO = ("The Clerk", "Cllr Hart", "Officers", "The Head of Parks", "JB/RT", "Members", "She")
DOES = ("will", "would", "agreed to", "to", "was asked to", "said that they would", "hoped to")
WORK = (
    "write to the school",
    "circulate the ward figures to members",
    "mend the gate",
    "report back",
    "enjoy the view",
)
WHEN = ("", " by 4 May 2026", " to the next meeting", " within two weeks", " – if asked", " in “due course”")
ENDS = (".", ";", " ", ".\u00a0", " ACTION: Clerk")

sentences = st.builds(
    lambda *parts: f"{parts[0]} {parts[1]} {parts[2]}{parts[3]}{parts[4]}",
    *(st.sampled_from(choices) for choices in (WHO, DOES, WORK, WHEN, ENDS)),
)
paragraphs = st.lists(st.lists(sentences, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=6)


def as_text(parts: list[str]) -> bytes:
    return "\n\n".join(parts).encode()


def as_page(parts: list[str]) -> bytes:
    items = "".join(f"<li>{escape(part)}</li>" for part in parts[1:])
    return f"<html><body><h2>Minutes</h2><p>{escape(parts[0])}</p><ol>{items}</ol></body></html>".encode()


def as_word(parts: list[str]) -> bytes:
    document, written = docx.Document(), io.BytesIO()
    for part in parts:
        document.add_paragraph(part, style="List Bullet" if len(part) % 2 else None)
    document.save(written)
    return written.getvalue()


def as_pdf(parts: list[str]) -> bytes:
    written, style = io.BytesIO(), getSampleStyleSheet()["BodyText"]
    story = [flowable for part in parts for flowable in (Paragraph(escape(part), style), Spacer(1, 8))]
    SimpleDocTemplate(written).build(story)
    return written.getvalue()


FORMATS = {
    SourceKind.TEXT: as_text,
    SourceKind.HTML: as_page,
    SourceKind.DOCX: as_word,
    SourceKind.PDF: as_pdf,
}


@pytest.mark.parametrize(("kind", "written"), FORMATS.items(), ids=[kind.value for kind in FORMATS])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parts=paragraphs)
def test_a_quote_is_the_words_at_its_place(
    kind: SourceKind, written: Callable[[list[str]], bytes], parts: list[str]
) -> None:
    source, _ = read(written(parts), f"minutes.{kind.value}")
    assert source is not None
    assert source.kind is kind
    minutes, _ = structure(source)
    found, _ = extract(minutes, nlp())
    for item in found:
        assert source.text[item.span.start : item.span.end] == item.quote
        assert item.quote.strip() == item.quote != ""
        for words in (item.owner, item.recipient, item.deadline):
            assert words is None or words.span.of(source.text).split()[0].startswith(words.text.split()[0][:1])
