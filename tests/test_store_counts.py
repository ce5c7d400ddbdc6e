"""Bodies and meetings with their counts, overdue as of a day that is given."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from documents import JULY, JUNE, MAY, NOON, NOWHERE, PANEL, Told, document, mark_closed

from actiontracker.records import Meeting, MeetingStatus
from actiontracker.store import Counts, Reader, open_reader, open_tracker

AUDIT = Meeting("Northmere Borough Council", "Audit Committee", JUNE, MeetingStatus.APPROVED)
PARISH = Meeting("Alder Parish Council", None, JUNE)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    path = tmp_path_factory.mktemp("counts") / "tracker.db"
    with open_tracker(path) as tracker:
        tracker.save(
            document(Told(due=JUNE), Told("plant a tree"), Told("a", due=MAY), Told("b", due=MAY)), "ann", NOON
        )
        tracker.save(document(Told("write", due=JULY), opening="Item 8"), "ann", NOON)
        tracker.save(document(meeting=replace(PANEL, date=JULY, next_meeting=None)), "ann", NOON)
        tracker.save(document(Told("close the books", due=JUNE), meeting=AUDIT), "ann", NOON)
        tracker.save(document(Told("mow"), meeting=PARISH), "ann", NOON)
        tracker.save(document(Told("count"), meeting=NOWHERE), "ann", NOON)
        mark_closed(tracker, "A-0003")
        with tracker.transaction():
            tracker.reader.connection.execute("UPDATE actions SET review = 'rejected' WHERE id = 4")
    return open_reader(path)


def test_bodies_stand_by_name_and_what_is_not_known_last(reader: Reader) -> None:
    found = [(body.authority, body.body, body.meetings, body.latest) for body in reader.bodies()]
    assert found == [
        ("Alder Parish Council", None, 1, JUNE),
        ("Northmere Borough Council", "Audit Committee", 1, JUNE),
        ("Northmere Borough Council", "Parks Panel", 2, JULY),
        (None, None, 1, None),
    ]


def test_a_bodys_counts_add_up_its_meetings(reader: Reader) -> None:
    bodies = {body.body: body.counts for body in reader.bodies(as_of=JULY)}
    assert bodies["Parks Panel"] == Counts(documents=3, found=5, outstanding=3, overdue=1)
    assert bodies["Audit Committee"] == Counts(documents=1, found=1, outstanding=1, overdue=1)


@pytest.mark.parametrize(("as_of", "overdue"), [(None, None), (JUNE, 0), (JULY, 1), (datetime.date(2026, 8, 1), 2)])
def test_overdue_is_counted_on_the_day_that_is_given(reader: Reader, as_of: datetime.date | None, overdue: int) -> None:
    bodies = {body.body: body.counts for body in reader.bodies(as_of)}
    assert bodies["Parks Panel"].overdue == overdue


def test_meetings_stand_by_body_the_latest_first(reader: Reader) -> None:
    meetings = [(meeting.body, meeting.date, meeting.status, meeting.next_meeting) for meeting in reader.meetings()]
    assert meetings == [
        (None, JUNE, MeetingStatus.UNKNOWN, None),
        ("Audit Committee", JUNE, MeetingStatus.APPROVED, None),
        ("Parks Panel", JULY, MeetingStatus.DRAFT, None),
        ("Parks Panel", MAY, MeetingStatus.DRAFT, PANEL.next_meeting),
        (None, None, MeetingStatus.UNKNOWN, None),
    ]


@pytest.mark.parametrize(
    ("body", "dates"), [("parks", [JULY, MAY]), ("ALDER", [JUNE]), ("northmere", []), ("\ud800", []), ("", 4)]
)
def test_meetings_of_one_body(reader: Reader, body: str, dates: list[datetime.date] | int) -> None:
    found = [meeting.date for meeting in reader.meetings(body)]
    assert (len(found) if isinstance(dates, int) else found) == dates


def test_a_meeting_counts_its_own_documents_and_actions(reader: Reader) -> None:
    july, may = reader.meetings("parks", as_of=JULY)
    assert july.counts == Counts(documents=1, found=0, outstanding=0, overdue=0)
    assert may.counts == Counts(documents=2, found=5, outstanding=3, overdue=1)
