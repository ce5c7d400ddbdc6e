"""The shipped network as a reader of readings: probabilities, the same whoever else is read, and clear errors."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import place, reading

from actiontracker.errors import ModelError
from actiontracker.extract import default_network_path
from actiontracker.extract.candidates import FIELDS, KINDS
from actiontracker.extract.classifier import META, NETWORK, TOKENIZER, Classifier, Judged, open_classifier
from actiontracker.extract.encoding import TEXT_PIECES, Clause

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from actiontracker.extract.reading import Reading

LINES = [
    "The Clerk will write to the school.",
    "Noted.",
    "Mr Hale agreed that he would bring the map, the plan and the list of stiles to the next meeting of the Panel.",
    "",
    "Litter pick for the June agenda",
    "한국 😀 – Zoe\u0301\u00a0Ash ½",
]


@cache
def shipped() -> Classifier:
    return open_classifier(default_network_path())


def row(line: str) -> tuple[Reading, list[Clause]]:
    """A line with every word of it as a clause."""
    places = [place(line, word) for word in line.split()]
    return reading(line), [Clause((start, len(line)), (start, end), None, ("no cue",)) for start, end in places]


def same(one: Judged, other: Judged) -> bool:
    names = ("tags", "kinds", "fields", "clauses")
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in names)


def are_shares(values: Any) -> bool:
    return bool(np.all((values >= 0) & (values <= 1)) and np.allclose(values.sum(axis=1), 1, atol=1e-5))


def check(verdict: Judged, clauses: int) -> None:
    count = len(verdict.encoded.offsets)
    assert verdict.tags.shape == (count, 3)
    assert verdict.kinds.shape == (count, len(KINDS))
    assert verdict.fields.shape == (count, len(FIELDS))
    assert verdict.clauses.shape == (clauses, 1 + len(KINDS))
    assert are_shares(verdict.tags)
    assert are_shares(verdict.kinds)
    assert are_shares(verdict.clauses)
    assert np.all((verdict.fields >= 0) & (verdict.fields <= 1))


def test_many_are_judged_as_each_by_itself_and_in_the_order_given() -> None:
    rows = [row(line) for line in LINES]
    together = shipped().judge(rows)
    alone = [shipped().judge([one])[0] for one in rows]
    assert all(same(one, other) for one, other in zip(together, alone, strict=True))
    backwards = shipped().judge(rows[::-1])
    assert all(same(one, other) for one, other in zip(together, backwards[::-1], strict=True))


@pytest.mark.parametrize("line", LINES)
def test_a_reading_gives_probabilities_for_its_pieces_and_clauses(line: str) -> None:
    (verdict,) = shipped().judge([row(line)])
    check(verdict, len(line.split()))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120))
def test_any_signs_are_judged(text: str) -> None:
    check(shipped().judge([(reading(text), [Clause((0, len(text)), (0, 1), (5, 3), ())])])[0], 1)


def test_what_is_longer_than_is_read_gives_what_was_read() -> None:
    text = "9 " * 2 * TEXT_PIECES
    (verdict,) = shipped().judge([(reading(text), [Clause((900, 950), (900, 901), None, ())])])
    check(verdict, 1)
    assert len(verdict.tags) == TEXT_PIECES


def test_nothing_to_read_gives_nothing() -> None:
    assert shipped().judge([]) == []


def network_folder(folder: Path) -> Path:
    """A copy of the shipped folder, with links to its large files."""
    folder.mkdir()
    for name in (NETWORK, TOKENIZER):
        (folder / name).symlink_to(default_network_path() / name)
    (folder / META).write_text((default_network_path() / META).read_text(encoding="utf-8"), encoding="utf-8")
    return folder


def overwrite(name: str, content: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        (folder / name).unlink()
        (folder / name).write_text(content, encoding="utf-8")

    return spoil


def one_feature_less(folder: Path) -> None:
    meta = json.loads((folder / META).read_text(encoding="utf-8"))
    meta["features"].pop()
    (folder / META).write_text(json.dumps(meta), encoding="utf-8")


BROKEN: list[tuple[str, Callable[[Path], None], str]] = [
    ("no description", lambda folder: (folder / META).unlink(), "no clause network there"),
    ("no network", lambda folder: (folder / NETWORK).unlink(), "cannot be opened"),
    ("no tokenizer", lambda folder: (folder / TOKENIZER).unlink(), "cannot be opened"),
    ("description is no JSON", overwrite(META, "{"), "cannot be opened"),
    ("description without features", overwrite(META, "{}"), "cannot be opened"),
    ("description is a list", overwrite(META, "[]"), "cannot be opened"),
    ("network is text", overwrite(NETWORK, "no network"), "cannot be opened"),
    ("network is empty", overwrite(NETWORK, ""), "cannot be opened"),
    ("tokenizer is something else", overwrite(TOKENIZER, '{"version": "1.0"}'), "cannot be opened"),
    ("features that the network was not made for", one_feature_less, "cannot be opened"),
]


def test_the_copy_that_is_broken_below_opens_as_it_is(tmp_path: Path) -> None:
    assert same(
        open_classifier(network_folder(tmp_path / "whole")).judge([row(LINES[0])])[0],
        shipped().judge([row(LINES[0])])[0],
    )


@pytest.mark.parametrize(("spoil", "told"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_a_broken_network_is_told_with_its_folder_and_what_to_do(
    tmp_path: Path, spoil: Callable[[Path], None], told: str
) -> None:
    folder = network_folder(tmp_path / "broken")
    spoil(folder)
    with pytest.raises(ModelError, match=told) as caught:
        open_classifier(folder)
    assert str(folder) in caught.value.message
    assert (caught.value.exit_code, caught.value.advice) == (5, "Install actiontracker again")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no clause network there"):
        open_classifier(tmp_path / "nowhere")
