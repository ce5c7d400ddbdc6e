"""The whole stage: records that fit together, and fast enough to read a year of minutes over coffee."""

from __future__ import annotations

import time

import pytest
from sources import minutes_of, source_of

from actiontracker.records import Meeting, Minutes
from actiontracker.structure import structure

PARAGRAPH = (
    "The Head of Parks reported on the playground at Mill Lane. Members asked if the swings were safe (item 4), and "
    "officers advised that: (a) the contractor had inspected them in May; (b) a report would be sent to members; "
    "and (c) new chains were on order."
)


def test_an_empty_source_gives_empty_minutes() -> None:
    for text in ("", "\n\n\n", "\xa0"):
        minutes, problems = structure(source_of(text))
        assert minutes == Minutes(minutes.source, Meeting(), (), (), (), ())
        assert [problem.message for problem in problems] == ["no certain meeting date; give it with --date"]


def test_passages_point_to_items_and_lead_ins_that_exist() -> None:
    minutes = minutes_of(f"1. Parks\n\n{PARAGRAPH}\n\n2. Roads\n\n{PARAGRAPH}\n")
    assert [item.number for item in minutes.items] == ["1", "2"]
    for passage in minutes.passages:
        assert passage.item is not None
        assert minutes.items[passage.item].span.overlap(passage.span) == passage.span.end - passage.span.start
    assert [passage.lead_in for passage in minutes.passages] == [None, None, 1, 1, 1, None, None, 6, 6, 6]


def test_six_thousand_words_in_a_blink() -> None:
    text = "\n\n".join(f"{number}. Parks\n\n{PARAGRAPH}\n\n{PARAGRAPH}" for number in range(1, 68))
    source = source_of(text)
    assert len(text.split()) >= 6000
    times = []
    for _ in range(3):
        started = time.process_time()
        structure(source)
        times.append(time.process_time() - started)
    assert min(times) < 0.3  # 0.06 s on an idle machine; the rest is room for a busy one


@pytest.mark.parametrize(
    "words", ["Councillors A Ash, ", "(a) one; (b) ", "1. A 2. B ", "Action: ", "Minutes: A ", "a\n", "(", "\xa0"]
)
def test_strange_long_texts_do_not_take_long(words: str) -> None:
    started = time.process_time()
    structure(source_of(words * 4000))
    assert time.process_time() - started < 5
