"""Where sentences end, in the punctuation that minutes really have."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actiontracker.structure.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["The report was noted.", "Officers would circulate the figures."],
        ["Could the bus stop be moved?", "The Clerk would ask."],
        ["Cllr. Ash asked Mr. Birch and Dr. Cedar to meet at St. Mary's."],
        ["The Chair asked J. Elder and R. K. Fir to report back.", "They agreed."],
        ["The meeting closed at 9.15 p.m. on Tuesday."],
        ["The meeting closed at 9.15 p.m.", "The next one is in May."],
        ["Costs rose, e.g. for fuel, i.e. diesel, by 2.3 per cent.", "Members were concerned."],
        ["The work was done.", "The Clerk would thank the contractor."],
        ["He would write to Highways; the Chair would chase."],
        ['Members asked for the "full picture."', "It would be supplied."],
        ["Minute No. 45 and para. 3 were corrected."],
        ["The fee was £2.50.", "It would rise."],
        ["2.3 The plan was agreed."],
        ["He left!", "Nobody followed..."],
        ["Sgt. Gorse of the S.N.T. attended."],
        ["The firm was Hazel Ltd. of Mill Lane.", "It had closed."],
        ["The Clerk will report (see above).", "(The Chair agreed.)"],
        [],
    ],
)
def test_sentences(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The work was done.The Clerk would write.", ["The work was done.", "The Clerk would write."]),
        ("It merged under one structure.and moved on.", ["It merged under one structure.and moved on."]),
        ("See www.example.org.uk for details.", ["See www.example.org.uk for details."]),
    ],
)
def test_lost_blanks(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(st.text(alphabet="aA bC.?!;\"' ", max_size=80))
def test_sentences_are_in_order_and_lose_nothing_but_blanks(text: str) -> None:
    smooth = " ".join(text.split())
    spans = sentence_spans(smooth)
    assert all(start < end for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
    assert "".join(smooth[start:end] for start, end in spans).replace(" ", "") == smooth.replace(" ", "")


def test_long_texts_are_fast() -> None:
    text = "The Clerk reported on the road at St. Mary's and Mr. Ash thanked her. " * 4000
    started = time.process_time()
    assert len(sentence_spans(text)) == 4000
    assert time.process_time() - started < 2
