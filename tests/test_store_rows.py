"""What goes into the tracker is made storable in one place."""

from __future__ import annotations

import datetime

import pytest

from actiontracker.records import Kind
from actiontracker.store.rows import Given, Value, moment, storable


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ("text", "text"),
        ("\ud83d and \U0001f600", "\ufffd and \U0001f600"),
        (Kind.OFFER, "offer"),
        (datetime.date(2026, 5, 4), "2026-05-04"),
        (True, 1),
        (7, 7),
        (0.5, 0.5),
        (None, None),
    ],
)
def test_values_become_what_sqlite_holds(value: Given, stored: Value) -> None:
    result = storable(value)
    assert result == stored
    assert type(result) is type(stored)


def test_a_moment_is_universal_time_to_the_second() -> None:
    summer = datetime.timezone(datetime.timedelta(hours=1))
    assert moment(datetime.datetime(2026, 7, 1, 0, 30, 5, 999, tzinfo=summer)) == "2026-06-30T23:30:05+00:00"
