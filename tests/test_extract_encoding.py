"""Readings as arrays: pieces map back to the text, and each clause is told by its own pieces and features."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from judging import letters, place, reading
from tokenizers import Tokenizer

from actiontracker.extract import default_network_path
from actiontracker.extract.classifier import TOKENIZER
from actiontracker.extract.encoding import (
    AROUND_PIECES,
    PLACE_PIECES,
    TEXT_PIECES,
    Clause,
    Encoded,
    arrays,
    encode,
)
from actiontracker.extract.reading import Reading

SHIPPED = Tokenizer.from_file(str(default_network_path() / TOKENIZER))
TOKENIZERS = {"letters": letters(), "shipped": SHIPPED}
MAKERS = st.sampled_from(list(TOKENIZERS))


def encoded(text: str) -> Encoded:
    return encode(letters(), reading(text))


def words_of(text: str, tokenizer: Tokenizer) -> list[str]:
    one = encode(tokenizer, reading(text))
    groups = itertools.groupby(zip(one.words, one.offsets, strict=True), key=lambda pair: pair[0])
    places = [[offsets for _, offsets in group] for _, group in groups]
    return [text[held[0][0] : held[-1][1]] for held in places]


def test_the_four_parts_stand_in_one_row() -> None:
    row = encode(letters(), Reading("a", "b", "cd", "e", 40))
    names = [letters().id_to_token(number) for number in row.ids]
    assert names == ["[CLS]", "a", "[SEP]", "b", "[SEP]", "c", "##d", "[SEP]", "e", "[SEP]"]
    assert (row.at, row.offsets) == (5, ((0, 1), (1, 2)))


def test_a_long_place_loses_its_end_what_is_before_its_beginning_and_what_is_after_its_end() -> None:
    row = encode(letters(), Reading("a" * 60, "b" * 50 + "c", "t" * 90 + " " + "u" * 90 + " " + "v" * 90, "d" * 60, 0))
    assert len(row.ids) == 1 + PLACE_PIECES + 1 + AROUND_PIECES + 1 + TEXT_PIECES + 1 + AROUND_PIECES + 1
    assert letters().id_to_token(row.ids[row.at - 2]) == "##c"
    assert len(row.offsets) == len(row.words) == TEXT_PIECES


PIECES = [
    # text, stretch, the text of its pieces
    ("write to Mr Ash", "to", "to"),
    ("write to Mr Ash", "o M", "o M"),
    ("write\u00a0to Mr Ash", "to", "to"),
    ("write to Zoe\u0301 Ash", "Zoe\u0301", "Zoe\u0301"),
    ("write to 한 Ash", "한", "한"),
]


@pytest.mark.parametrize(("text", "stretch", "held"), PIECES, ids=[text for text, _, _ in PIECES])
def test_the_pieces_of_a_stretch(text: str, stretch: str, held: str) -> None:
    one = encoded(text)
    pieces = one.pieces(place(text, stretch))
    assert text[one.offsets[pieces[0]][0] : one.offsets[pieces[-1]][1]] == held


@pytest.mark.parametrize("stretch", [(0, 0), (3, 3), (5, 4), (99, 120), (-9, -3)])
def test_a_stretch_without_a_character_has_no_pieces(stretch: tuple[int, int]) -> None:
    assert not encoded("ab cd ef").pieces(stretch)


WORDS = [
    ("The re-issue of Mr Fenwick-Lowe's note.", ["The", "re-issue", "of", "Mr", "Fenwick-Lowe's", "note", "."]),
    ("They’ll act – soon, or not", ["They’ll", "act", "–", "soon", ",", "or", "not"]),
    ("by 3-4 May (at least)", ["by", "3-4", "May", "(", "at", "least", ")"]),
    ("on the 'old' list- and", ["on", "the", "'", "old", "'", "list", "-", "and"]),
    ("a\u00a0b re\u0301sume\u0301", ["a", "b", "re\u0301sume\u0301"]),
]


@pytest.mark.parametrize("tokenizer", [letters(), SHIPPED], ids=["letters", "shipped"])
@pytest.mark.parametrize(("text", "words"), WORDS, ids=[text for text, _ in WORDS])
def test_pieces_know_their_written_word(tokenizer: Tokenizer, text: str, words: list[str]) -> None:
    assert words_of(text, tokenizer) == words


@given(MAKERS, st.text(max_size=300))
def test_pieces_lie_in_the_text_in_order_with_any_signs(tokenizer: str, text: str) -> None:
    one = encode(TOKENIZERS[tokenizer], reading(text))
    assert all(0 <= start < end <= len(text) for start, end in one.offsets)
    assert list(one.offsets) == sorted(one.offsets)
    assert len(one.words) == len(one.offsets) <= TEXT_PIECES
    assert list(one.words) == sorted(one.words)
    assert set(one.words) == set(range(len(set(one.words))))


@given(MAKERS, st.text(max_size=80), st.integers(-5, 90), st.integers(-5, 90))
def test_pieces_of_any_stretch_are_those_that_share_a_character(
    tokenizer: str, text: str, start: int, end: int
) -> None:
    one = encode(TOKENIZERS[tokenizer], reading(text))
    sharing = [number for number, (first, last) in enumerate(one.offsets) if max(first, start) < min(last, end)]
    assert set(sharing) <= set(one.pieces((start, end)))
    assert bool(sharing) == bool(one.pieces((start, end)))


OUTER = Clause((0, 24), (9, 14), None, ("form=future", "never heard of"))
INNER = Clause((15, 24), (18, 24), (9, 14), ("no cue",))
FEATURES = {"no cue": 0, "form=future": 1}


def test_each_clause_is_told_by_its_own_pieces_and_known_features() -> None:
    one = encoded("The Clerk asked to travel.")
    made = arrays([(one, [OUTER, INNER]), (encoded("x"), [])], FEATURES)
    assert made["ids"].shape == made["mask"].shape == (2, len(one.ids))
    assert made["clause"].shape == (2, 2, len(one.ids))
    assert made["features"][0].tolist() == [[0, 1], [1, 0]]
    assert np.allclose(made["clause"][0].sum(axis=1), 1)
    assert np.allclose(made["governor"][0].sum(axis=1), [0, 1])
    assert made["mask"][1].sum() < made["mask"][0].sum()
    assert not made["clause"][1].any()


def test_a_piece_belongs_to_the_smallest_clause_that_holds_it() -> None:
    one = encoded("The Clerk asked to travel.")
    within = arrays([(one, [OUTER, INNER])], FEATURES)["within"][0, one.at :]
    assert within[0].tolist() == [1, 0]
    assert within[one.pieces((18, 24)).start].tolist() == [0, 1]


PLACES = st.tuples(st.integers(0, 60), st.integers(0, 60))
CLAUSES = st.builds(Clause, PLACES, PLACES, st.none() | PLACES, st.sampled_from([(), ("no cue",), ("unknown",)]))


@given(st.lists(st.tuples(st.text(max_size=50).map(encoded), st.lists(CLAUSES, max_size=4)), min_size=1, max_size=3))
def test_shares_add_up_and_nothing_is_told_of_what_is_not_there(rows: list[tuple[Encoded, list[Clause]]]) -> None:
    made = arrays(rows, FEATURES)
    for name in ("clause", "head", "governor"):
        sums = made[name].sum(axis=2)
        assert np.all(np.isclose(sums, 1, atol=1e-5) | (sums == 0))
        assert not made[name][made["mask"][:, None, :].repeat(made[name].shape[1], 1) == 0].any()
    assert set(np.unique(made["within"].sum(axis=2))) <= {0.0, 1.0}
