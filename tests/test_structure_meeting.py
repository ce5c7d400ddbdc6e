"""Authority, body, status and next meeting, from the title block and what the minutes announce."""

from __future__ import annotations

import datetime

import pytest
from sources import minutes_of, source_of

from actiontracker.records import Meeting, MeetingStatus
from actiontracker.structure import structure

TALK = (
    "1. Welcome\n\nThe Chair thanked the hall committee for opening the doors early this evening.\n\n2. Roads\n\nNone."
)


@pytest.mark.parametrize(
    ("head", "authority", "body"),
    [
        (
            "Oakham Fold Parish Council\n\nMinutes of the meeting held on 4 March 2031",
            "Oakham Fold Parish Council",
            "Parish Council",
        ),
        ("MINUTES OF OAKHAM FOLD PARISH COUNCIL MEETING HELD", "Oakham Fold Parish Council", "Parish Council"),
        (
            "Minutes of the Annual Meeting of Oakham Fold Town Council held on 4 May 2031",
            "Oakham Fold Town Council",
            "Town Council",
        ),
        (
            "Minutes of the Audit Committee of Elmshire County Council held on 4 March 2031",
            "Elmshire County Council",
            "Audit Committee",
        ),
        (
            "Elmshire County Council\n\nAudit and Standards Committee\n\n4 March 2031",
            "Elmshire County Council",
            "Audit and Standards Committee",
        ),
        ("ELMSHIRE COUNTY COUNCIL\n\nPLANNING COMMITTEE", "Elmshire County Council", "Planning Committee"),
        ("Parks Panel - Tuesday, 4th March, 2031 4.00 pm", None, "Parks Panel"),
        (
            "Meeting: 04/03/2031 - People Overview and Scrutiny Committee (Item 27)",
            None,
            "People Overview and Scrutiny Committee",
        ),
        (
            "Minutes of the meeting of the Elmshire Police and Crime Panel held on 4 March 2031",
            None,
            "Elmshire Police and Crime Panel",
        ),
        (
            "Elmshire NHS Foundation Trust\n\nMinutes of the Board of Directors",
            "Elmshire NHS Foundation Trust",
            "Board of Directors",
        ),
        (
            "Elmshire Fire and Rescue Authority\n\nAudit Committee",
            "Elmshire Fire and Rescue Authority",
            "Audit Committee",
        ),
        ("Minutes of Parish Council Meeting held on 4 March 2031", None, "Parish Council"),
        ("Notes of a talk", None, None),
        ("Welcome to our pages", None, None),
    ],
)
def test_authority_and_body(head: str, authority: str | None, body: str | None) -> None:
    meeting = minutes_of(f"{head}\n\n{TALK}").meeting
    assert (meeting.authority, meeting.body) == (authority, body)


def test_names_are_not_taken_from_running_text() -> None:
    meeting = minutes_of(
        f"{TALK}\n\nThe Planning Committee of Elmshire County Council had met on 4 March 2031."
    ).meeting
    assert (meeting.authority, meeting.body) == (None, None)


def test_the_files_own_title_may_name_the_authority() -> None:
    minutes, _ = structure(source_of(TALK, title="Agenda item - Budget - Elmshire County Council"))
    assert minutes.meeting.authority == "Elmshire County Council"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"DRAFT\n\nMinutes of the meeting\n\n{TALK}", MeetingStatus.DRAFT),
        (f"Unconfirmed minutes of the Parks Panel\n\n{TALK}", MeetingStatus.DRAFT),
        (f"Minutes (subject to approval)\n\n{TALK}", MeetingStatus.DRAFT),
        (f"Approved minutes of the Parks Panel\n\n{TALK}", MeetingStatus.APPROVED),
        (f"{TALK}\n\nSigned as a true record by the Chair on 6 May 2031", MeetingStatus.APPROVED),
        (f"{TALK}\n\nConfirmed as a correct record: A Ash, Chair, 6 May 2031", MeetingStatus.APPROVED),
        (f"{TALK}\n\nSigned as a true record .............. Date ..............", MeetingStatus.UNKNOWN),
        (
            f"{TALK}\n\n3. Minutes\n\nThe minutes of the previous meeting were approved as a correct record.",
            MeetingStatus.UNKNOWN,
        ),
        (f"{TALK}\n\n3. Draft budget\n\nThe draft budget was approved.", MeetingStatus.UNKNOWN),
        (f"The draft minutes of the meeting were attached.\n\n{TALK}", MeetingStatus.UNKNOWN),
        (TALK, MeetingStatus.UNKNOWN),
    ],
)
def test_status(text: str, status: MeetingStatus) -> None:
    assert minutes_of(text).meeting.status is status


@pytest.mark.parametrize(
    ("ending", "date"),
    [
        ("3. Date of next meeting\n\nTuesday 6 May 2031 at 7.30 pm", (2031, 5, 6)),
        ("3. Date of next meeting: 6 May 2031", (2031, 5, 6)),
        ("The next meeting will be held on 6 May 2031.", (2031, 5, 6)),
        ("The next meeting of the Council will be on Tuesday 6th May.", (2031, 5, 6)),
        ("Next meeting \u2013 6 May 2031", (2031, 5, 6)),
        ("3. Dates of future meetings\n\n6 May 2031, 1 July 2031, 2 September 2031", (2031, 5, 6)),
        ("The next meeting will be on Wednesday 6th May.", None),
        ("The next meeting of the working group with the school will be on 6 May 2031.", None),
        ("The next meeting will be held in May.", None),
        ("The next meeting will be held on 6 January 2031.", None),
        ("The fair will be held on 6 May 2031.", None),
    ],
)
def test_next_meeting(ending: str, date: tuple[int, int, int] | None) -> None:
    head = "Oakham Fold Parish Council\n\nMinutes of the meeting held on 4 March 2031"
    found = minutes_of(f"{head}\n\n{TALK}\n\n{ending}").meeting.next_meeting
    assert found == (None if date is None else datetime.date(*date))


def test_what_is_given_wins() -> None:
    given = Meeting(
        "Elmshire", "Parks Panel", datetime.date(2031, 1, 2), MeetingStatus.APPROVED, datetime.date(2031, 9, 9)
    )
    minutes, problems = structure(
        source_of(f"DRAFT minutes of Oakham Fold Parish Council held on 4 March 2031\n\n{TALK}"), given
    )
    assert minutes.meeting == given
    assert problems == ()


def test_a_part_may_be_given() -> None:
    text = f"Oakham Fold Parish Council\n\nMinutes of the meeting held on 4 March 2031\n\n{TALK}"
    meeting = structure(source_of(text), Meeting(body="Burial Board"))[0].meeting
    assert (meeting.authority, meeting.body, meeting.date) == (
        "Oakham Fold Parish Council",
        "Burial Board",
        datetime.date(2031, 3, 4),
    )


def test_problems_name_the_file_and_are_not_fatal() -> None:
    _, (problem,) = structure(source_of(TALK))
    assert str(problem) == "minutes.txt: no certain meeting date; give it with --date"
    assert not problem.fatal
