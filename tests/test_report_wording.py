"""Lateness, owners and states in words, as at any day."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tracked import TODAY, tracked

from actiontracker.records import Meeting, MeetingStatus, Review, Status
from actiontracker.report import wording


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (datetime.date(2026, 7, 12), "12 days late"),
        (datetime.date(2026, 7, 23), "1 day late"),
        (datetime.date(2022, 7, 24), "1,461 days late"),
        (datetime.date(2026, 7, 24), "due today"),
        (datetime.date(2026, 7, 25), "due tomorrow"),
        (datetime.date(2026, 7, 27), "due in 3 days"),
        (None, "no date"),
    ],
)
def test_lateness_is_told_in_words(due: datetime.date | None, words: str) -> None:
    assert wording.lateness(tracked(due=due), TODAY) == words


def test_what_is_done_or_rejected_is_never_late() -> None:
    long_ago = datetime.date(2020, 1, 1)
    done = tracked(due=long_ago, status=Status.CLOSED, closed_on=datetime.date(2026, 7, 2))
    assert wording.lateness(done, TODAY) == "closed 2 Jul 2026"
    assert wording.lateness(tracked(due=long_ago, review=Review.REJECTED), TODAY) == "rejected"


@given(st.integers(-4000, 4000))
def test_the_number_of_days_is_the_distance_to_today(days: int) -> None:
    told = wording.lateness(tracked(due=TODAY + datetime.timedelta(days)), TODAY)
    if abs(days) > 1:
        assert f"{abs(days):,} days" in told
    assert told.endswith("late") == (days < 0)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"review": Review.SUGGESTED}, ("suggested", "")),
        ({"review": Review.ACCEPTED}, ("open", "")),
        ({"status": Status.CLOSED}, ("closed", "")),
        (
            {"status": Status.CLOSED, "done_on": datetime.date(2026, 7, 1), "closed_on": TODAY},
            ("closed", "24 Jul 2026"),
        ),
        ({"status": Status.PROPOSED, "done_on": TODAY}, ("proposed", "24 Jul 2026")),
        ({"status": Status.PAUSED}, ("paused", "")),
        ({"status": Status.IN_PROGRESS}, ("in progress", "")),
        ({"review": Review.REJECTED, "status": Status.CLOSED}, ("rejected", "")),
    ],
)
def test_the_state_says_what_a_person_has_decided(facts: dict[str, object], words: tuple[str, str]) -> None:
    assert wording.state(tracked(**facts)) == words


@pytest.mark.parametrize(
    ("named", "inferred", "words"),
    [
        ("Clerk", None, "Clerk"),
        ("Clerk", "Director of Place", "Clerk"),
        (None, "Director of Place", "Director of Place (inferred)"),
        (None, None, "nobody named"),
    ],
)
def test_an_inferred_owner_is_marked(named: str | None, inferred: str | None, words: str) -> None:
    assert wording.owner(named, inferred) == words


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, ()),
        ({"times_moved": 1}, ("moved once", "first 30 Jun 2026")),
        ({"times_moved": 2}, ("moved twice", "first 30 Jun 2026")),
        ({"times_moved": 3, "first_due": None}, ("moved 3 times",)),
    ],
)
def test_moved_dates_show_how_often_and_from_when(facts: dict[str, object], words: tuple[str, ...]) -> None:
    assert wording.moved(tracked(**facts)) == words


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, ("Scrutiny Committee", "3 Jun 2026, item 5")),
        ({"item_number": "5."}, ("Scrutiny Committee", "3 Jun 2026, item 5")),
        ({"item_number": None}, ("Scrutiny Committee", "3 Jun 2026")),
        ({"body": None}, ("Highfield Borough Council", "3 Jun 2026, item 5")),
        ({"body": None, "authority": None, "meeting_date": None}, ("body not known", "no meeting date, item 5")),
    ],
)
def test_the_origin_names_body_meeting_and_item(facts: dict[str, object], words: tuple[str, ...]) -> None:
    assert wording.origin(tracked(**facts)) == words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no actions"), (1, "1 action"), (2, "2 actions"), (12345, "12,345 actions")]
)
def test_counts_agree_with_their_nouns(number: int, words: str) -> None:
    assert wording.counted(number, "action") == words


def test_a_meeting_in_one_line_says_what_is_not_certain() -> None:
    known = Meeting("Highfield Council", "Audit Committee", datetime.date(2026, 6, 3), MeetingStatus.APPROVED)
    assert wording.meeting(known) == "Highfield Council, Audit Committee, 3 June 2026, approved minutes"
    assert wording.meeting(Meeting()) == "date not certain"


@pytest.mark.parametrize(("page", "words"), [(None, "line 14"), (2, "page 2, line 14")])
def test_a_place_names_the_page_where_there_are_pages(page: int | None, words: str) -> None:
    assert wording.place(page, 14) == words


def test_a_deadline_without_a_date_keeps_the_words_of_the_minutes() -> None:
    assert wording.due("in due course", None) == "“in due course”"
    assert wording.due("by the end of July", datetime.date(2026, 7, 31)) == "31 Jul 2026"
    assert wording.due(None, None) == ""
