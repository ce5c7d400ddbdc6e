"""Whom an owner's words mean: by post, name or initials, on a day; of two candidates, neither."""

from __future__ import annotations

import datetime

import pytest

from actiontracker.resolve.roster import Holder, may_be_one, recognised

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


LISTS = (
    Holder(1, "Mrs Lewis"),
    Holder(2, "Mrs. P Lewis"),
    Holder(3, "Lewis", "Vice-Chairman"),
    Holder(4, "Mr A.White"),
    Holder(5, "Mr A White", "Chairman"),
    Holder(6, "Mr T Hale"),
    Holder(7, "Mrs Hale"),
    Holder(8, "Cllr J Dunn"),
    Holder(9, "Mr R Dunn"),
)


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("Mrs Lewis", 2),
        ("Mr White", 4),
        ("Mrs Hale", 7),
        ("Mr Hale", 6),
        ("Hale", None),
        ("Cllr Dunn", None),
        ("Mr R Dunn", 9),
        ("the Chairman", 5),
    ],
)
def test_several_names_of_one_person_are_no_two_candidates(words: str, person: int | None) -> None:
    assert recognised(words, LISTS, MAY) == person


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("Mrs Lewis", "Mrs. P. Lewis", True),
        ("Pat Lewis", "Mrs P Lewis", True),
        ("Cllr Lewis", "Dr P Lewis", True),
        ("Mr Lewis", "Mrs Lewis", False),
        ("Mrs P Lewis", "Mrs A Lewis", False),
        ("Mrs P Lewis", "Mrs P Lowe", False),
        ("P Lewis", "Pat Q Lewis", True),
    ],
)
def test_names_that_may_be_one_person_s(one: str, other: str, may: bool) -> None:
    assert may_be_one(one, other) is may_be_one(other, one) is may
