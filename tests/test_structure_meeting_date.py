"""The meeting's date is taken only when the document is certain of it."""

from __future__ import annotations

import datetime

import pytest
from sources import paras, source_of

from actiontracker.structure import structure

TALK = (
    "1. Welcome\n\nThe Chair thanked the hall committee for opening the doors early this evening.\n\n2. Roads\n\nNone."
)
MEETING = datetime.date(2031, 3, 4)


def read(text: str, title: str | None = None) -> tuple[datetime.date | None, list[str]]:
    minutes, problems = structure(source_of(text, title=title))
    return minutes.meeting.date, [problem.message for problem in problems]


@pytest.mark.parametrize(
    "head",
    [
        "Minutes of the meeting of Oakham Fold Parish Council held on Tuesday 4 March 2031 at 7.30 pm",
        "MINUTES OF THE MEETING HELD IN THE VILLAGE HALL TUESDAY 4TH MARCH 2031",
        "Parks Panel - Tuesday, 4th March, 2031 4.00 pm",
        "Meeting: 04/03/2031 - Parks Panel (Item 7)",
        "Decided at meeting: 04/03/2031 - Parks Panel",
        "Date: Tuesday, 04 Mar 2031 Time: 7:00 PM",
        "Parks Panel\n\nTuesday 4 March 2031\n\nTown Hall, Oakham Fold",
        "Parks Panel Minutes 4 March 2031",
        "Draft (until approved at the next meeting) minutes of the meeting held on 4 March 2031",
        "Draft minutes subject to approval at the next meeting\n\nMeeting of the Council held on 4 March 2031",
        "Minutes of Parish Council Meeting PC/132 held on\nTuesday 4th March 2031 at 19.15 hrs in the Village Hall",
        "Oakham Fold Parish Council Meeting (4th March 2031)",
        "Minutes of the meeting held on Tuesday 4th March\n\nOakham Fold Parish Council, 4 March 2031",
    ],
)
def test_title_lines_that_are_certain(head: str) -> None:
    assert read(f"{head}\n\n{TALK}") == (MEETING, [])


def test_a_title_that_runs_on_into_the_text() -> None:
    head = (
        "DRAFT MINUTES OF OAKHAM FOLD PARISH COUNCIL HELD AT THE VILLAGE HALL AT 7.30 pm TUESDAY 4 MARCH 2031 PRESENT "
        "(4 Councillors): Ann Ash, Ben Birch, Cat Cedar and Dan Dogwood. In attendance: Jane Roe, Parish Clerk, and "
        "three members of the public. Papers presented to councillors: the letter of 2 February 2031 and the "
        "Clerk's report on the burial ground and its walls, which were read."
    )
    assert read(f"{head}\n\n{TALK}")[0] == MEETING


def test_supporting_documents_when_all_agree() -> None:
    page = paras(
        "Agenda item",
        "Budget",
        "The Treasurer reported.",
        "Supporting documents:",
        "Budget - 04.03.31, item 7",
        "Appendix - 04.03.31, item 7",
    )
    assert read(page)[0] == MEETING
    assert read(page.replace("Appendix - 04.03.31", "Appendix - 01.02.31"))[0] is None


def test_the_title_that_the_file_declares() -> None:
    assert read(TALK, "Agenda for Parks Panel on Tuesday, 4th March, 2031, 4.00 pm")[0] == MEETING


@pytest.mark.parametrize(
    "line",
    [
        "Previous meeting: 4 February 2031",
        "Date of next meeting: 6 May 2031",
        "Published: 10 March 2031",
        "Deadline for call-in: 12 March 2031",
        "Position as at 31 January 2031",
        "Minutes of the last meeting held on 4 February 2031",
        "Minutes of the meeting held on Tuesday 4th March",
        "The draft minutes of the meeting held on 4 February 2031 are attached for information.",
        "Posted on 5 April 2031",
    ],
)
def test_other_days_are_not_taken(line: str) -> None:
    date, messages = read(f"Oakham Fold Parish Council\n\n{line}\n\n{TALK}")
    assert date is None
    assert messages == ["no certain meeting date; give it with --date"]


def test_days_within_items_are_not_taken() -> None:
    assert read(f"{TALK}\n\n3. Minutes\n\nThe minutes of the meeting held on 4 February 2031 were signed.")[0] is None


def test_two_candidates_that_disagree_give_none_and_a_problem_says_which() -> None:
    date, (message,) = read(
        f"Parks Panel - Tuesday, 4th March, 2031 4.00 pm\n\nMinutes of the meeting held on 5 March 2031\n\n{TALK}"
    )
    assert date is None
    assert message == "more than one possible meeting date (4 March 2031, 5 March 2031); give the right one with --date"


def test_several_meetings_on_one_page_give_none() -> None:
    text = paras(
        "Issue - meetings",
        "Budget",
        "Meeting: 04/03/2031 - Cabinet (Item 7)",
        "Budget",
        "Noted.",
        "Meeting: 01/02/2031 - Cabinet (Item 2)",
        "Budget",
        "Noted.",
    )
    assert read(text)[0] is None


def test_a_weekday_that_does_not_fit_is_said_and_the_date_kept() -> None:
    date, (message,) = read(f"Minutes of the meeting held on Monday 4 March 2031\n\n{TALK}")
    assert date == MEETING
    assert message == "the weekday written beside the meeting date does not fit: 4 March 2031 is a Tuesday; check it"
