"""Dates on the command line: day first or year first, and a helpful refusal of everything else."""

import datetime

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from actiontracker.cli.dates import parse_day

THE_DAY = datetime.date(2026, 7, 4)


@pytest.mark.parametrize(
    "text",
    [
        "2026-07-04",
        "2026-7-4",
        "04/07/2026",
        "4/7/2026",
        "4.7.2026",
        "4-7-2026",
        "4 July 2026",
        "4th July 2026",
        "04 jul 2026",
        "4 Jul. 2026",
        "  4  JULY   2026 ",
        "4 July, 2026",
    ],
)
def test_one_day_in_many_spellings(text: str) -> None:
    assert parse_day(text) == THE_DAY


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "not understood"),
        ("soon", "not understood"),
        ("24/07/26", "not understood"),
        ("24/07", "not understood"),
        ("2026", "not understood"),
        ("4/7.2026", "not understood"),
        ("07/24/2026", "no day of the calendar"),
        ("31/02/2026", "no day of the calendar"),
        ("29 February 2026", "no day of the calendar"),
        ("2026-13-01", "no day of the calendar"),
        ("4 Juno 2026", "no day of the calendar"),
        ("0000-01-01", "no day of the calendar"),
    ],
)
def test_anything_else_is_refused_with_an_example(text: str, why: str) -> None:
    with pytest.raises(typer.BadParameter) as refused:
        parse_day(text)
    assert why in refused.value.message
    assert "24/07/2026" in refused.value.message


@given(st.dates())
def test_every_day_comes_back_from_each_form(day: datetime.date) -> None:
    assert parse_day(day.isoformat()) == day
    assert parse_day(f"{day.day}/{day.month}/{day.year:04}") == day


@given(st.text(max_size=20))
def test_no_text_makes_it_fail_otherwise(text: str) -> None:
    try:
        parse_day(text)
    except typer.BadParameter:
        return
