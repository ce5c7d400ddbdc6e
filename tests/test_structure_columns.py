"""Columns of actions, owners and deadlines in tables become tags."""

from __future__ import annotations

import pytest
from sources import source_of_table

from actiontracker.records import Minutes, Section, Span
from actiontracker.structure import structure

TALK = "The Chair reported that the bench on the green was broken and that two people had complained."


def words(minutes: Minutes, span: Span | None) -> str | None:
    return None if span is None else span.of(minutes.source.text)


def rows_of(rows: list[list[str]]) -> list[tuple[str | None, str | None, str | None]]:
    minutes = structure(source_of_table("1. Benches", rows))[0]
    return [(words(minutes, tag.owner), words(minutes, tag.text), words(minutes, tag.deadline)) for tag in minutes.tags]


@pytest.mark.parametrize(
    ("action", "owner", "deadline"),
    [
        ("Action", "Owner", "Deadline"),
        ("Action(s)", "By whom", "By when"),
        ("Actions agreed", "Lead", "Timescale"),
        ("What", "Who", "When"),
        ("Action point", "Responsible officer", "Target date"),
        ("Task", "Assigned to", "Due date"),
        ("ACTION", "ACTION BY", "DUE"),
    ],
)
def test_an_action_table_gives_a_tag_for_each_row(action: str, owner: str, deadline: str) -> None:
    rows = [
        [action, owner, deadline],
        ["Write to Highways", "Clerk", "June meeting"],
        ["Buy a bench", "J Roe", "end of May"],
    ]
    assert rows_of(rows) == [("Clerk", "Write to Highways", "June meeting"), ("J Roe", "Buy a bench", "end of May")]


def test_an_action_column_of_names_names_owners() -> None:
    minutes = structure(
        source_of_table("1. Benches", [["Minute", "Action"], [TALK, "Clerk"], ["Members thanked him.", ""]])
    )[0]
    (tag,) = minutes.tags
    assert words(minutes, tag.owner) == "Clerk"
    assert [minutes.passages[index].text for index in tag.covers] == [TALK]


def test_an_action_column_of_sentences_holds_actions() -> None:
    rows = [["Minute", "Action"], [TALK, "Clerk to write to the county about the bench"], [TALK, ""]]
    assert rows_of(rows) == [("Clerk", "Clerk to write to the county about the bench", None)]


def test_several_actions_in_one_cell_are_several_tags() -> None:
    rows = [["Minute", "Action"], [TALK, "Clerk to write to the county\nChair to phone the school today"]]
    assert [owner for owner, _, _ in rows_of(rows)] == ["Clerk", "Chair"]


def test_a_margin_of_doers_without_a_header() -> None:
    rows = [["1.", TALK, "JR"], ["2.", TALK + " Members were sorry.", "Clerk"]]
    assert rows_of(rows) == [("JR", None, None), ("Clerk", None, None)]


def test_a_tag_covers_all_text_of_its_row_but_no_title() -> None:
    rows = [["Item", "Action by"], [f"{TALK}\nMembers agreed to buy a new one.", "Clerk"]]
    minutes = structure(source_of_table("1. Benches", rows))[0]
    assert [minutes.passages[index].text for index in minutes.tags[0].covers] == [
        TALK,
        "Members agreed to buy a new one.",
    ]


@pytest.mark.parametrize("owner", ["None", "N/A", "-", "Noted"])
def test_cells_that_name_nobody(owner: str) -> None:
    assert rows_of([["Minute", "Action by"], [TALK, owner], [TALK, "Clerk"]]) == [("Clerk", None, None)]


def test_header_rows_are_headings_also_where_a_page_repeats_them() -> None:
    rows = [["Action", "Owner"], ["Write to Highways", "Clerk"], ["Action", "Owner"], ["Buy a bench", "J Roe"]]
    minutes = structure(source_of_table("1. Benches", rows))[0]
    assert [passage.text for passage in minutes.passages if passage.heading] == ["Action", "Owner", "Action", "Owner"]
    assert len(minutes.tags) == 2


def test_an_attendance_table_gives_no_tags() -> None:
    rows = [["Name", "Post"], ["Jane Roe", "Clerk"], ["Alan Birch", "Chair"]]
    assert structure(source_of_table("Present:", rows))[0].tags == ()


def test_tags_in_a_log_of_older_actions_cover_older_actions() -> None:
    rows = [["Action", "Owner", "Status"], ["Write to Highways", "Clerk", "Done"]]
    minutes = structure(source_of_table("1. Benches", rows))[0]
    assert [minutes.passages[index].section for tag in minutes.tags for index in tag.covers] == [Section.OLD_ACTIONS]
