"""Each list takes from the tracker what its name says, and tells what to do when there is nothing."""

import datetime
from typing import Any

import pytest
from tracked import TODAY

from actiontracker.records import ActionFilter
from actiontracker.report.ageing import SILENT, STALE, UNDATED, UNOWNED
from actiontracker.report.build import Selection
from actiontracker.report.definitions import EVERYTHING, FOUND, OUTSTANDING, OVERDUE

LISTINGS: list[Any] = [
    *(OUTSTANDING.listing, EVERYTHING.listing, OVERDUE.listing, FOUND),
    *(UNDATED.listing, UNOWNED.listing, SILENT.listing, STALE.listing),
]


@pytest.mark.parametrize(
    ("selection", "chosen"),
    [
        (OUTSTANDING, ActionFilter(outstanding=True)),
        (EVERYTHING, ActionFilter(rejected=True)),
        (OVERDUE, ActionFilter(overdue_on=TODAY)),
        (UNDATED, ActionFilter(undated=True, outstanding=True)),
        (UNOWNED, ActionFilter(unowned=True, outstanding=True)),
        (SILENT, ActionFilter(outstanding=True)),
        (STALE, ActionFilter(outstanding=True, met_before=datetime.date(2026, 1, 22))),
    ],
)
def test_what_a_list_takes(selection: Selection[object], chosen: ActionFilter) -> None:
    assert selection.chosen(TODAY) == chosen


def test_an_empty_list_says_so_in_a_sentence() -> None:
    for listing in LISTINGS:
        assert listing.empty[0].isupper()
        assert len(listing.empty.split()) > 4


def test_at_most_seven_columns_on_a_page() -> None:
    for listing in LISTINGS:
        assert len(listing.columns) <= 7
