"""Bullets and labels at the start of a text, and what only looks like one."""

from __future__ import annotations

import pytest

from actiontracker.structure.markers import is_marker_alone, is_next_label, marker_of, roman_value


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("• the hedge", "•"),
        ("· the hedge", "·"),
        ("- the hedge", "-"),
        ("\u2013 the hedge", "\u2013"),
        ("-The hedge", "-"),
        ("o the hedge", "o"),
        ("* the hedge", "*"),
        ("(a) the hedge", "(a)"),
        ("(a)the hedge", "(a)"),
        ("a) the hedge", "a)"),
        ("(iv) the hedge", "(iv)"),
        ("iv. the hedge", "iv."),
        ("(1) the hedge", "(1)"),
        ("(1). the hedge", "(1)."),
        ("1) the hedge", "1)"),
        ("1. The hedge", "1."),
        ("1.The hedge", "1."),
        ("12. The hedge", "12."),
        ("2.3 The hedge", "2.3"),
        ("2.3.1 The hedge", "2.3.1"),
        ("A. The hedge", "A."),
        ("12/045 The hedge", "12/045"),
        ("23/045: The hedge", "23/045:"),
        ("SC.24/15 The hedge", "SC.24/15"),
        ("C/160/2017 THE HEDGE", "C/160/2017"),
        ("41a/19 The hedge", "41a/19"),
        ("01/25/02 \u2013 The hedge", "01/25/02"),
        ("The hedge", None),
        ("of the hedge", None),
        ("A hedge was cut", None),
        ("A. Smith, Chair", None),
        ("J. Roe \u2013 Clerk", None),
        ("2.30 pm the meeting began", None),
        ("2.5 million pounds", None),
        ("24/07/2019 Letter", None),
        ("26.02.25 Letter", None),
        ("2019/20 accounts", None),
        ("£2.50 was paid", None),
        ("-5 degrees", None),
        ("i.e. the hedge", None),
        ("13/00123/F Extension", None),
        ("(the Clerk) wrote", None),
        ("100(A)(4) of the Act", None),
    ],
)
def test_markers(text: str, marker: str | None) -> None:
    found = marker_of(text)
    assert (found.raw if found else None) == marker
    if found is not None:
        assert text[found.end :] in ("the hedge", "The hedge", "THE HEDGE")


@pytest.mark.parametrize("text", ["•", "-", "(a)", "8.1", "12.", "iv)", "39/20", "(i)", "o"])
def test_markers_that_stand_alone(text: str) -> None:
    assert is_marker_alone(text)


@pytest.mark.parametrize("text", ["Clerk", "12", "24/07/2019", "2019/20", "Mr", "(see below)", "a hedge"])
def test_words_are_no_markers(text: str) -> None:
    assert not is_marker_alone(text)


@pytest.mark.parametrize(
    ("before", "after"), [("a", "b"), ("1", "2"), ("i", "ii"), ("ix", "x"), ("A", "B"), ("h", "i"), ("9", "10")]
)
def test_labels_that_follow_each_other(before: str, after: str) -> None:
    assert is_next_label(after, before)
    assert not is_next_label(before, after)


@pytest.mark.parametrize(("text", "value"), [("i", 1), ("iv", 4), ("ix", 9), ("XIV", 14), ("abc", None), ("", None)])
def test_roman_numerals(text: str, value: int | None) -> None:
    assert roman_value(text) == value
