"""How old actions are in meetings of their body, and how long nobody has said a word about them."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tracked import TODAY, tracked

from actiontracker.report.ageing import EXPORT, SILENT, STALE, UNDATED, UNOWNED, aged, silent_for
from actiontracker.report.build import build

BODY = ("Highfield Borough Council", "Scrutiny Committee")
MONTHLY = tuple(datetime.date(2026, month, 3) for month in range(1, 13))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, (1, 1)),  # set on 3 June: July's meeting has come since
        ({"meeting_date": datetime.date(2026, 2, 3)}, (5, 5)),
        ({"meeting_date": datetime.date(2026, 2, 3), "updated_on": datetime.date(2026, 5, 20)}, (5, 2)),
        ({"meeting_date": datetime.date(2026, 2, 3), "updated_on": datetime.date(2026, 7, 3)}, (5, 0)),
        ({"meeting_date": None}, (None, None)),
        ({"body": "Audit Committee"}, (None, None)),
    ],
)
def test_age_and_silence_are_counted_in_meetings(
    facts: dict[str, object], expected: tuple[int | None, int | None]
) -> None:
    (row,) = aged([tracked(**facts)], {BODY: MONTHLY}, TODAY)
    assert (row.meetings, row.silent) == expected


def test_only_those_silent_for_long_enough_are_listed() -> None:
    rows = aged([tracked(), tracked(ref="A-0002", meeting_date=datetime.date(2026, 4, 3))], {BODY: MONTHLY}, TODAY)
    assert [row.action.ref for row in silent_for(rows, 2)] == ["A-0002"]
    assert [row.action.ref for row in silent_for(rows, 1)] == ["A-0001", "A-0002"]


@given(st.lists(st.dates(), unique=True), st.dates(), st.none() | st.dates(), st.dates())
def test_silence_is_never_longer_than_age(
    days: list[datetime.date], met: datetime.date, heard: datetime.date | None, today: datetime.date
) -> None:
    (row,) = aged([tracked(meeting_date=met, updated_on=heard)], {BODY: sorted(days)}, today)
    if days:
        assert row.meetings == sum(met < one <= today for one in days)
        assert 0 <= (row.silent or 0) <= (row.meetings or 0)


@pytest.mark.parametrize("selection", [UNDATED, UNOWNED, SILENT, STALE], ids=lambda one: one.listing.about)
def test_every_list_shows_and_exports_its_rows(selection: object) -> None:
    rows = aged([tracked(), replace(tracked(), ref="A-0002", owner=None, due=None)], {BODY: MONTHLY}, TODAY)
    shown = build(selection.listing, rows, TODAY)  # type: ignore[attr-defined]
    assert len(shown.rows) == 2
    exported = build(selection.listing, rows, TODAY, export=True)  # type: ignore[attr-defined]
    assert [column.key for column in exported.columns] == [column.key for column in EXPORT]
    assert exported.rows[0][-2].value == 1
