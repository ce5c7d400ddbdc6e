"""What the encoder reads of a passage: every word once, where it stands, and what is around it."""

from __future__ import annotations

import itertools
from functools import cache
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

import actiontracker.extract.pipeline  # noqa: F401 - registers minutes_sentences
from actiontracker.extract.facts import Context, Lead
from actiontracker.extract.reading import ALONE, AROUND, LONGEST, Reading, place_words, readings
from actiontracker.records import Section

if TYPE_CHECKING:
    from spacy.language import Language

HERE = Context(Section.MINUTES)
SENTENCE = "The Clerk read the long letter of the bus company to the members. "


@cache
def sentences_only() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("minutes_sentences")
    return nlp


def read(text: str, context: Context = HERE) -> list[Reading]:
    doc = sentences_only()(text)
    return list(readings(doc, doc.text, context))


PLACES = [
    (Context(Section.MINUTES), "minutes |  | "),
    (Context(Section.MINUTES, listed=True, tagged=True), "minutes bullet tagged |  | "),
    (Context(Section.RESOLUTION, Lead.RESOLVED, title="Trees"), "resolution resolved | Trees | "),
    (Context(Section.MINUTES, Lead.ASKED, lead_in="Members asked for:"), "minutes asked |  | Members asked for:"),
    (
        Context(Section.MINUTES, title="x" * 99, lead_in="y" * 99),
        f"minutes |  {'x' * 60} | {'y' * 80}".replace("  ", " "),
    ),
]


@pytest.mark.parametrize(("context", "words"), PLACES, ids=[words[:40] for _, words in PLACES])
def test_the_place_in_words(context: Context, words: str) -> None:
    assert place_words(context) == words


def test_a_short_passage_is_read_at_once_with_what_the_neighbours_say() -> None:
    (one,) = read("The Clerk will write.", Context(Section.MINUTES, before="Bins were full.", after="It was noted."))
    assert (one.before, one.text, one.after) == ("Bins were full.", "The Clerk will write.", "It was noted.")


def test_a_long_passage_is_cut_between_sentences_and_each_part_has_its_neighbours() -> None:
    text = (SENTENCE * 25).strip()
    parts = read(text, Context(Section.MINUTES, before="First words.", after="Last words."))
    assert len(parts) == 3
    assert all(len(part.text) <= LONGEST and part.text.startswith("The Clerk") for part in parts)
    assert (parts[0].before, parts[-1].after) == ("First words.", "Last words.")
    assert parts[1].before == text[parts[1].start - AROUND : parts[1].start].strip()
    assert parts[1].after == text[parts[1].end : parts[1].end + AROUND].strip()


@pytest.mark.parametrize(("words", "count"), [(100, 1), (120, 1), (150, 2), (400, 4)])
def test_only_a_sentence_too_long_to_be_read_whole_is_cut_inside_and_never_in_a_word(words: int, count: int) -> None:
    text = "bench, " * words + "end."
    parts = read(text)
    assert len(parts) == count
    assert all(len(part.text) <= ALONE + 10 for part in parts)
    assert all(part.text.startswith("bench") for part in parts)
    assert "".join(part.text for part in parts) == text


def test_a_word_longer_than_anything_is_one_reading() -> None:
    (one,) = read("x" * 3 * ALONE)
    assert len(one.text) == 3 * ALONE


def test_of_an_empty_text_nothing_is_read() -> None:
    assert read("") == []


WORDS = st.sampled_from(
    ["The Clerk", "will", "write", ".", "\n", "\u00a0", ";", "e\u0301", "한국", "(a)", "😀", "x" * 300]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=120).map(" ".join))


@given(TEXTS)
def test_readings_hold_every_word_once_in_order_and_map_back(text: str) -> None:
    parts = read(text)
    assert all(text[part.start : part.end] == part.text for part in parts)
    assert all(before.end <= after.start for before, after in itertools.pairwise(parts))
    for token in sentences_only()(text):
        holding = [part for part in parts if part.start <= token.idx and token.idx + len(token) <= part.end]
        assert token.is_space or len(holding) == 1
