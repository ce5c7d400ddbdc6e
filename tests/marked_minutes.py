"""Annotated documents for tests: a few to read, and a Hypothesis strategy for any."""

from __future__ import annotations

from hypothesis import strategies as st

from actiontracker.annotation import FIELDS, KINDS, REASONS, Annotated, Mark, parse_marked
from actiontracker.records import Span

PANEL = """\
authority: county council, England
committee: parks panel
layout: agenda-item
---
Play areas

Mrs A Quill introduced the report. {near forecast: It was expected that costs would rise}.
{request 1: The Chair asked for {recipient: members} to be sent the figures}, and {owner 1: Mrs Quill} said that
{undertaking 1: {owner: she} would do so {deadline: by May}}.

RESOLVED - {resolution 2: that the gate be mended {condition: if the grant is confirmed}} {tag 2: ACTION: {owner: AQ}}
"""

CLEAN = """\
layout: notes
---
The report was noted. {near borderline: Officers will look at the gate}. {near view: A seat should be put there}.
"""


def panel() -> Annotated:
    """Two commitments, one of them told twice, and a near miss."""
    return parse_marked(PANEL, "panel.marked")


def clean() -> Annotated:
    """No commitment, but two near misses, one of which is borderline."""
    return parse_marked(CLEAN, "clean.marked")


def span(document: Annotated, words: str) -> Span:
    """Where words stand in the document."""
    start = document.text.index(words)
    return Span(start, start + len(words))


WORDS = st.text("ab c{}():.\n’é", min_size=1, max_size=12)


@st.composite
def documents(draw: st.DrawFn) -> Annotated:
    """Any document whose marks can be written: side by side, fields within commitments."""
    head = draw(
        st.dictionaries(st.sampled_from(["layout", "committee", "date"]), st.sampled_from(["notes", "a: b", ""]))
    )
    text, marks = draw(WORDS), list[Mark]()
    for number in range(1, draw(st.integers(0, 5)) + 1):
        start = len(text)
        if draw(st.booleans()):
            text += draw(WORDS)
            marks.append(Mark("near", Span(start, len(text)), why=draw(st.sampled_from(sorted(REASONS)))))
        else:
            place = len(marks)
            text = _commitment(draw, text, number, marks)
            kind = draw(st.sampled_from(sorted(KINDS)))
            marks.insert(place, Mark(kind, Span(start, len(text)), (number,)))
        text += draw(st.text("xy \n", max_size=4))
    return Annotated("any.marked", head, text, tuple(marks))


def _commitment(draw: st.DrawFn, text: str, number: int, marks: list[Mark]) -> str:
    """The text with the words of one more commitment; its fields are added to the marks."""
    text += draw(WORDS)
    for name in draw(st.lists(st.sampled_from(FIELDS), unique=True, max_size=3)):
        words = draw(WORDS)
        marks.append(Mark(name, Span(len(text), len(text) + len(words)), (number,)))
        text += words + draw(st.text("z ", max_size=2))
    return text
