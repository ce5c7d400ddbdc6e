"""Whoever introduced an item's report, in the words of the minutes."""

from __future__ import annotations

import pytest
from sources import minutes_of, paras


@pytest.mark.parametrize(
    ("sentence", "presenter"),
    [
        ("Jane Roe, Director of Housing, introduced the report.", "Jane Roe, Director of Housing"),
        ("Jane Roe, Director of Housing introduced the report which gave an update.", "Jane Roe, Director of Housing"),
        ("The Head of Parks presented the report.", "Head of Parks"),
        ("The Head of Parks gave a verbal update on the play areas.", "Head of Parks"),
        ("The Committee received a presentation from the Head of Parks on play areas.", "Head of Parks"),
        ("The Panel considered a report introduced by Jane Roe, Director of Housing.", "Jane Roe, Director of Housing"),
        ("The Chair introduced the item.", None),
        ("Members presented a petition.", None),
        ("The Committee considered the report.", None),
        ("Officers presented the report.", None),
        ("A resident introduced a dog to the meeting.", None),
    ],
)
def test_presenters(sentence: str, presenter: str | None) -> None:
    minutes = minutes_of(
        f"1. Welcome\n\nNobody spoke.\n\n2. Homes\n\n{sentence}\n\nMembers thanked officers.\n\n3. Close\n\nNine."
    )
    assert [item.presenter for item in minutes.items] == [None, presenter, None]


def test_the_first_presenter_counts() -> None:
    text = paras(
        "1. Welcome",
        "None.",
        "2. Homes",
        "The Head of Parks presented the plan.",
        "The Head of Roads presented another.",
    )
    assert minutes_of(text).items[1].presenter == "Head of Parks"
