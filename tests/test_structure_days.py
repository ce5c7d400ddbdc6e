"""Calendar days as minutes write them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actiontracker.structure.days import days_in


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("24/07/2019", (2019, 7, 24)),
        ("14.10.2020", (2020, 10, 14)),
        ("4-3-2021", (2021, 3, 4)),
        ("26.02.25", (2025, 2, 26)),
        ("Wednesday, 2 December 2015 10:30 am", (2015, 12, 2)),
        ("Thursday, 11th March, 2021", (2021, 3, 11)),
        ("MONDAY 13TH MAY 2019", (2019, 5, 13)),
        ("10th Dec2017", (2017, 12, 10)),
        ("10thDecember 2017", (2017, 12, 10)),
        ("the 3 rd of June 2018", (2018, 6, 3)),
        ("3rd day of June 2018", (2018, 6, 3)),
        ("TUESDAY FEBRUARY 2ND 2010", (2010, 2, 2)),
        ("January 3, 2019", (2019, 1, 3)),
        ("1 Sept '21", (2021, 9, 1)),
        ("4 July 17", (2017, 7, 4)),
        ("03/04/2020", (2020, 4, 3)),
    ],
)
def test_days(text: str, date: tuple[int, int, int]) -> None:
    (day,) = days_in(f"held on {text} in the hall")
    assert day.date == datetime.date(*date)


@pytest.mark.parametrize(
    "text", ["31/02/2020", "24/13/2019", "12/045", "1.2.3", "99 June 2020", "May 2019", "in March", "13/00123/F"]
)
def test_what_is_no_day(text: str) -> None:
    assert [day for day in days_in(text) if day.date is not None] == []


@pytest.mark.parametrize("text", ["Tuesday 4th March", "4 March at 7.30pm", "4 March 19.30 hrs"])
def test_a_day_without_a_year(text: str) -> None:
    (day,) = days_in(text)
    assert (day.day, day.month, day.year) == (4, 3, None)


def test_weekdays_are_kept_and_compared() -> None:
    assert days_in("Tuesday 4 March 2031")[0].weekday_fits
    assert not days_in("Monday 4 March 2031")[0].weekday_fits
    assert days_in("4 March 2031")[0].weekday_fits


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_is_read_back(date: datetime.date) -> None:
    for form in ("%d/%m/%Y", "%d.%m.%y", "%A %d %B %Y", "%d %b %Y", "%A, %d %B, %Y"):
        (day,) = days_in(date.strftime(form))
        assert day.date == date
        assert day.weekday_fits
