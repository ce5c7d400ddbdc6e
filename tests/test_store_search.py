"""Searching takes words as people type them, never a syntax."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents import NOON, Told, document
from hypothesis import given, settings
from hypothesis import strategies as st

from actiontracker.store import Reader, open_reader, open_tracker

if TYPE_CHECKING:
    from pathlib import Path


def searched(path: Path) -> Reader:
    told = (
        Told("report on the hedges at the old mill", owner="Cllr Siân O'Brien"),
        Told("plan the re-opening of the mill", owner=None, title="Depot lease"),
        Told("plant hedging", owner="The Ranger"),
        Told("count the swans"),
    )
    with open_tracker(path) as tracker:
        tracker.save(document(*told), "ann", NOON)
        with tracker.transaction():
            tracker.reader.connection.execute("UPDATE actions SET review = 'rejected' WHERE id = 4")
    return open_reader(path)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return searched(tmp_path_factory.mktemp("search") / "tracker.db")


FOUND = [
    ("mill", {1, 2}),
    ("MILL", {1, 2}),
    ("hedge", {1, 3}),
    ("old mill", {1}),
    ("mill old", {1}),
    ('"old mill"', {1}),
    ('"mill old"', set()),
    ("sian", {1}),
    ("SIÂN", {1}),
    ("o'brien", {1}),
    ("depot", {2}),
    ("ranger", {3}),
    ("officers", {2}),
    ("re-opening", {2}),
    ("plan", {2}),
    ("plan*", {2, 3}),
    ("mill AND hedge", set()),
    ("mill OR swan", set()),
    ("NEAR(mill hedge)", set()),
    ("owner:ranger", set()),
    ('"', set()),
    ('mill"', {1, 2}),
    ("", set()),
    ("   ", set()),
    ("* - ( ) ^ :", set()),
    ("mill -", {1, 2}),
    ("mill\0", {1, 2}),
    ("\ud800", set()),
    ("'; DROP TABLE actions; --", set()),
    ("swans", set()),
]


@pytest.mark.parametrize(("words", "expected"), FOUND)
def test_words_find_actions(reader: Reader, words: str, expected: set[int]) -> None:
    assert {int(action.ref[2:]) for action in reader.search(words)} == expected


def test_a_limit_takes_the_best(reader: Reader) -> None:
    assert [action.ref for action in reader.search("hedge", limit=1)] == [reader.search("hedge")[0].ref]


@settings(max_examples=300, deadline=None)
@given(words=st.text() | st.text('ab"*^:()-+ \0'))
def test_nothing_that_can_be_typed_is_an_error(reader: Reader, words: str) -> None:
    assert len(reader.search(words)) <= 3
