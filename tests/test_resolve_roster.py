"""Whom an owner's words mean: by post, name or initials, on a day; of two candidates, neither."""

from __future__ import annotations

import datetime

import pytest

from actiontracker.resolve.roster import Holder, recognised

MAY, JUNE, JULY = (datetime.date(2026, month, 1) for month in (5, 6, 7))
ROSTER = (
    Holder(1, "Bea Cole", "Head of Parks", "BC", until=JUNE),
    Holder(2, "Dee Marsh", "Head of Parks", "DM", since=JUNE + datetime.timedelta(days=1)),
    Holder(3, "Alun Teg", "Member", "AT"),
    Holder(4, "Ann Teal", "Member", "AT"),
    Holder(5, "Councillor Siân Wynn", None, None),
    Holder(6, "Gwen Wynn", "Treasurer", "GW"),
)


@pytest.mark.parametrize(
    ("words", "on", "person"),
    [
        ("Bea Cole", JULY, 1),
        ("Ms Cole", JULY, 1),
        ("BC", JULY, 1),
        ("the Head of Parks", MAY, 1),
        ("Head of Parks", JULY, 2),
        ("The Head of Parks", JUNE, 1),
        ("AT", MAY, None),
        ("A.T.", MAY, None),
        ("Member", MAY, None),
        ("Cllr Wynn", MAY, None),
        ("Councillor Siân Wynn", MAY, 5),
        ("Gwen Wynn, Treasurer", MAY, 6),
        ("Treasurer", MAY, 6),
        ("officers", MAY, None),
        ("Head of Housing", MAY, None),
        ("", MAY, None),
        ("bc", MAY, None),
    ],
)
def test_words_mean_that_person_on_that_day(words: str, on: datetime.date, person: int | None) -> None:
    assert recognised(words, ROSTER, on) == person
