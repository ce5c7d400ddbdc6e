"""What two versions of the same minutes say of their meeting."""

from __future__ import annotations

import datetime

import pytest
from documents import JULY, JUNE, MAY, NOON, document

from actiontracker.records import Meeting, MeetingStatus
from actiontracker.store import open_tracker
from actiontracker.store.meetings import merged, name_key

DRAFT, APPROVED, UNKNOWN = MeetingStatus.DRAFT, MeetingStatus.APPROVED, MeetingStatus.UNKNOWN
KNOWN = Meeting("Northmere", "Parks", MAY, DRAFT, JUNE)


@pytest.mark.parametrize(
    ("before", "new", "whole"),
    [
        (KNOWN, KNOWN, KNOWN),
        (KNOWN, Meeting(), KNOWN),
        (Meeting(), KNOWN, KNOWN),
        (KNOWN, Meeting(status=APPROVED), Meeting("Northmere", "Parks", MAY, APPROVED, JUNE)),
        (KNOWN, Meeting("Alder", None), KNOWN),
        (KNOWN, Meeting("Alder", "Trees"), Meeting("Alder", "Trees", MAY, DRAFT, JUNE)),
        (KNOWN, Meeting(status=APPROVED, next_meeting=JULY), Meeting("Northmere", "Parks", MAY, APPROVED, JULY)),
        (
            Meeting("Northmere", "Parks", MAY, APPROVED, JUNE),
            Meeting("Northmere", "Parks", MAY, DRAFT, JULY),
            Meeting("Northmere", "Parks", MAY, APPROVED, JUNE),
        ),
        (
            Meeting(status=APPROVED),
            Meeting(status=UNKNOWN, next_meeting=JULY),
            Meeting(status=APPROVED, next_meeting=JULY),
        ),
    ],
)
def test_the_new_version_is_believed_except_where_it_knows_less(before: Meeting, new: Meeting, whole: Meeting) -> None:
    assert merged(before, new) == whole


@pytest.mark.parametrize(
    ("name", "key"), [("  Parks\n Panel ", "parks panel"), ("PARKS\u00a0PANEL", "parks panel"), ("  ", ""), (None, "")]
)
def test_a_name_is_one_whatever_its_case_and_spacing(name: str | None, key: str) -> None:
    assert name_key(name) == key


def test_a_page_that_says_less_does_not_undo_what_another_said(tmp_path_factory: pytest.TempPathFactory) -> None:
    with open_tracker(tmp_path_factory.mktemp("meetings") / "tracker.db") as tracker:
        for opening, meeting in (
            ("One", Meeting("Northmere", "Parks", MAY, APPROVED, JUNE)),
            ("Two", Meeting("Northmere", "Parks", MAY, UNKNOWN, None)),
        ):
            tracker.save(document(opening=opening, meeting=meeting), "ann", NOON)
        (found,) = tracker.reader.meetings()
    assert (found.status, found.next_meeting, found.date) == (APPROVED, JUNE, datetime.date(2026, 5, 14))
