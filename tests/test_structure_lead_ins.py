"""Bullets, clauses and naked "That ..." paragraphs know the words they hang on."""

from __future__ import annotations

import pytest
from sources import minutes_of, paras, source_of_lines

from actiontracker.records import LineKind, Section
from actiontracker.structure import structure

PARENTS = "parents"


def leads(text: str) -> list[int | None]:
    return [passage.lead_in for passage in minutes_of(text).passages]


@pytest.mark.parametrize(
    "head",
    [
        "In response to questions members were advised that:",
        "The Committee agreed:-",
        "It was resolved that",
        "RESOLVED \u2013",
        "RESOLVED",
        "RESOLVED that:",
        "AGREED",
        "The Panel considered and agreed the following:",
    ],
)
def test_bullets_hang_on_what_announces_them(head: str) -> None:
    assert leads(f"{head}\n\n• the plan be noted\n\n• figures be sent") == [None, 0, 0]


def test_bullets_after_a_full_stop_hang_on_nothing() -> None:
    assert leads("The Chair thanked officers.\n\n• the plan was noted\n\n• figures were sent") == [None, None, None]


def test_text_after_a_list_is_free_again() -> None:
    assert leads("Members asked for:\n\n• a plan\n\n• a map\n\nThe meeting closed at nine.\n\n• a note")[3:] == [
        None,
        None,
    ]


def test_nested_lists_hang_on_their_own_lead() -> None:
    text = """RESOLVED:

(1) That the report be noted;

(2) That the format be agreed as follows:

(i) each resolution in bold; and

(ii) subjects in date order.

(3) That the group be divided in two:

(i) contract

(ii) engagement; and

(4) That five members sit on each."""
    assert leads(text) == [None, 0, 0, 2, 2, 0, 5, 5, 0]


def test_a_new_inner_list_without_a_lead_hangs_where_the_outer_does() -> None:
    text = "Agreed:\n\n1) to buy as follows:\n\n(a) a bench\n\n(b) a bin\n\n2) to sell\n\n(a) the van"
    assert leads(text) == [None, 0, 1, 1, 0, 0]


def test_letters_after_h_are_not_roman_numerals() -> None:
    text = "Matters were raised as follows:\n\n" + "\n\n".join(f"({letter}) a matter" for letter in "abcdefghij")
    assert leads(text) == [None, *[0] * 10]


def test_a_head_alone_then_naked_that_paragraphs() -> None:
    minutes = minutes_of(
        paras(
            "The report was debated.",
            "RESOLVED",
            "That the fee be raised.",
            "That the Clerk write to users.",
            "The Chair closed the meeting.",
        )
    )
    assert [passage.lead_in for passage in minutes.passages] == [None, None, 1, 1, None]
    assert [passage.section for passage in minutes.passages] == [
        Section.MINUTES,
        Section.RESOLUTION,
        Section.RESOLUTION,
        Section.RESOLUTION,
        Section.MINUTES,
    ]


def test_the_first_paragraph_after_a_head_alone_hangs_on_it() -> None:
    assert leads("Recommendations:\n\nThe county council to be asked for a map.\n\nThe meeting closed.") == [
        None,
        0,
        None,
    ]


def test_an_action_line_between_bullets_does_not_end_the_list() -> None:
    assert leads("Members asked for:\n\n• a plan\n\nACTION: Clerk\n\n• a map") == [None, 0, None, 0]


def test_numbered_paragraphs_of_an_item_hang_on_nothing() -> None:
    assert leads(
        "8.1\nThe Chair spoke.\n\n8.2\nMembers asked for:\n\n(a) a map\n\n(b) a plan\n\n8.3\nIt was late."
    ) == [None, None, 1, 1, None]


def test_list_depth_of_the_layout_counts() -> None:
    lines = [
        ("It was agreed that:", LineKind.TEXT),
        ("the plan be noted", LineKind.LIST_ITEM),
        ("a letter be sent", LineKind.LIST_ITEM),
        ("The Chair thanked officers for their work on it.", LineKind.TEXT),
    ]
    minutes = structure(source_of_lines(lines))[0]
    assert [passage.lead_in for passage in minutes.passages] == [None, 0, 0, None]


def test_titles_are_no_lead() -> None:
    text = paras(
        "1. Welcome",
        "The Chair welcomed members.",
        "2. Matters arising:",
        "a) The hedge was cut.",
        "b) Clerk to chase the bench.",
        "3. Close",
    )
    assert set(leads(text)) == {None}
