"""The days on which bodies meet, from wherever they are known, each once."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest
from documents import JULY, JUNE, MAY, NOON, PANEL, Told, document

from actiontracker.records import Meeting
from actiontracker.store import open_tracker
from actiontracker.store.calendar import ANNOUNCED, MeetingDay, cancel, days_of, put_days
from actiontracker.store.entered import Entry

if TYPE_CHECKING:
    from pathlib import Path

    from actiontracker.store import Tracker

ANNOUNCED_DAY = datetime.date(2026, 6, 11)
SEPTEMBER = datetime.date(2026, 9, 10)


@pytest.fixture
def tracker(tmp_path: Path) -> Any:
    with open_tracker(tmp_path / "tracker.db") as opened:
        opened.save(document(Told()), "ann", NOON)
        yield opened


def enter(tracker: Tracker, *days: tuple[datetime.date, str]) -> int:
    with tracker.transaction():
        return put_days(tracker.hand("ann", NOON), 1, days, "calendar.ics")


def days(tracker: Tracker) -> list[MeetingDay]:
    return list(days_of(tracker.reader.connection, 1))


def test_minutes_that_were_read_and_what_they_announce_give_days(tracker: Tracker) -> None:
    assert days(tracker) == [
        MeetingDay(MAY, "ordinary", "minutes"), MeetingDay(ANNOUNCED_DAY, "ordinary", ANNOUNCED),
    ]  # fmt: skip


def test_an_announced_day_gives_way_to_the_meeting_that_was_held(tracker: Tracker) -> None:
    tracker.save(document(Told(), meeting=Meeting(PANEL.authority, PANEL.body, JUNE), opening="June"), "ann", NOON)
    assert [one.date for one in days(tracker)] == [MAY, JUNE]


def test_days_are_entered_once_and_put_right(tracker: Tracker) -> None:
    assert enter(tracker, (JULY, "ordinary"), (SEPTEMBER, "ordinary")) == 2
    assert enter(tracker, (JULY, "ordinary"), (SEPTEMBER, "annual")) == 1
    assert days(tracker)[-2:] == [
        MeetingDay(JULY, "ordinary", "calendar.ics"), MeetingDay(SEPTEMBER, "annual", "calendar.ics"),
    ]  # fmt: skip


def test_a_cancelled_day_goes_wherever_it_was_known_from_and_can_come_back(tracker: Tracker) -> None:
    with tracker.transaction():
        cancel(tracker.hand("ann", NOON), 1, ANNOUNCED_DAY)
    assert [one.date for one in days(tracker)] == [MAY]
    enter(tracker, (ANNOUNCED_DAY, "special"))
    assert days(tracker)[-1] == MeetingDay(ANNOUNCED_DAY, "special", "calendar.ics")


def test_an_action_entered_by_hand_makes_no_meeting(tracker: Tracker) -> None:
    tracker.add(Entry("Mend the stile", Meeting(PANEL.authority, PANEL.body, JULY)), "ann", NOON)
    assert JULY not in [one.date for one in days(tracker)]


def test_the_days_of_every_body_stand_by_its_names(tracker: Tracker) -> None:
    assert tracker.reader.meeting_days() == {("Northmere Borough Council", "Parks Panel"): (MAY, ANNOUNCED_DAY)}
