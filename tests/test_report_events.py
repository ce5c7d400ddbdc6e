"""Which actions become events of a calendar, and what stays the same from one export to the next."""

from __future__ import annotations

import datetime

import pytest
from tracked import tracked

from actiontracker.records import Review, Status
from actiontracker.report.events import events

JULY = datetime.date(2026, 7, 31)


@pytest.mark.parametrize(
    ("facts", "number"),
    [
        ({}, 1),
        ({"status": Status.PAUSED}, 1),
        ({"due": None}, 0),
        ({"status": Status.CLOSED}, 0),
        ({"review": Review.REJECTED}, 0),
    ],
)
def test_what_is_outstanding_and_dated_is_an_event(facts: dict[str, object], number: int) -> None:
    assert len(events([tracked(**facts)])) == number


def test_an_event_says_who_what_and_where_it_stands_in_the_minutes() -> None:
    (event,) = events([tracked(source_path=r"C:\Users\clerk\highfield.pdf", page=3)])
    assert (event.title, event.day) == (
        "A-0001 Circulate the ward figures (Head of Housing)",
        datetime.date(2026, 6, 30),
    )
    assert event.lines[-1] == "Source: highfield.pdf, page 3, line 12"
    assert "Status: suggested" in event.lines


def test_a_moved_date_is_the_same_event_in_a_newer_version() -> None:
    (before,) = events([tracked()])
    (after,) = events([tracked(due=JULY, times_moved=1, owner="The Clerk", body="Housing Panel")])
    assert (before.uid, before.version, after.version) == (after.uid, 0, 1)
    assert "Date moved once" in after.lines


def test_other_actions_and_other_trackers_have_other_events() -> None:
    found = events([tracked(), tracked(ref="A-0002"), tracked(quote="The Clerk would ask")])
    assert len({event.uid for event in found}) == 3
