"""Which of the time words in and around a clause are its own deadline."""

from __future__ import annotations

import pytest
from lines import line_found

CLAUSES = [
    # line, the deadline of the last commitment in it
    ("The Clerk will send the list once the survey is done.", "once the survey is done"),
    ("The Clerk will ask when the road was closed.", None),
    ("The Clerk will send the list before the budget workshop.", "before the budget workshop"),
    ("The Clerk will keep the hall open until March.", None),
    ("The Clerk will defer the report until March.", "until March"),
    ("The Clerk will renew the lease for two years.", None),
    ("The Clerk will send it round with the minutes.", "with the minutes"),
    ("The Clerk will put the item on the agenda for the next meeting.", "for the next meeting"),
    ("The site visit is on 16 December. The Clerk to attend.", "16 December"),
    ("The site visit is on 16 December, not 9 December. The Clerk to attend.", None),
    ("The site visit is on 16 December. The Clerk to attend the fair.", None),
]


@pytest.mark.parametrize(("line", "deadline"), CLAUSES)
def test_the_time_words_that_are_the_clauses_own(line: str, deadline: str | None) -> None:
    found = line_found(line)[-1]
    place = found.deadline
    assert (line[place[0] : place[1]] if place else None) == deadline
