"""Action tags in the spellings that clerks use, and what each covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sources import minutes_of, paras

if TYPE_CHECKING:
    from actiontracker.records import ActionTag, Minutes, Span

TALK = "The Chair reported that the bench on the green was broken."


def words(minutes: Minutes, span: Span | None) -> str | None:
    return None if span is None else span.of(minutes.source.text)


def only_tag(text: str) -> tuple[Minutes, ActionTag]:
    minutes = minutes_of(text)
    assert len(minutes.tags) == 1, [words(minutes, tag.span) for tag in minutes.tags]
    return minutes, minutes.tags[0]


@pytest.mark.parametrize(
    ("line", "owner", "text"),
    [
        ("ACTION: Clerk to write to Highways", "Clerk", "Clerk to write to Highways"),
        ("ACTION  :  Clerk", "Clerk", None),
        ("Action: Clerk", "Clerk", None),
        ("ACTION \u2013 Clerk", "Clerk", None),
        ("Action by: Clerk", "Clerk", None),
        ("Action by Clerk", "Clerk", None),
        ("ACTION BY: Head of Parks", "Head of Parks", None),
        ("Action JR", "JR", None),
        ("ACTION JR/AB", "JR/AB", None),
        ("ACTION: ALL", "ALL", None),
        ("Action: Jane Roe / Head of Parks", "Jane Roe / Head of Parks", None),
        ("Action: Circulate the slides to members", None, "Circulate the slides to members"),
        ("Action: Poster to be displayed", None, "Poster to be displayed"),
        ("Action point 3 \u2013 Clerk to write to Highways", "Clerk", "Clerk to write to Highways"),
        ("Action 4: Cllr Ash to phone the school", "Cllr Ash", "Cllr Ash to phone the school"),
        ("AP5: Clerk to write to Highways", "Clerk", "Clerk to write to Highways"),
        ("ACTIONS: Clerk to write to Highways", "Clerk", "Clerk to write to Highways"),
        ("[Action: JR]", "JR", None),
        ("(Act Clerk)", "Clerk", None),
        ("(Action: Clerk)", "Clerk", None),
        ("- Action ALL", "ALL", None),
        ("Owner: Head of Parks", "Head of Parks", None),
        ("Lead officer: Jane Roe", "Jane Roe", None),
        ("Action: JR will write to Highways", "JR", "JR will write to Highways"),
        ("Action \u2013 Jane Roe: write to Highways", "Jane Roe", "Jane Roe: write to Highways"),
    ],
)
def test_a_line_of_its_own_covers_the_passage_before(line: str, owner: str | None, text: str | None) -> None:
    minutes, tag = only_tag(
        f"1. Welcome\n\nThe Chair spoke.\n\n2. Benches\n\n{TALK}\n\n{line}\n\n3. Close\n\nNine o'clock."
    )
    assert (words(minutes, tag.owner), words(minutes, tag.text)) == (owner, text)
    assert [minutes.passages[index].text for index in tag.covers] == [TALK]


@pytest.mark.parametrize(
    ("ending", "owner", "text"),
    [
        (" ACTION: Clerk", "Clerk", None),
        (" ACTION: Clerk to write to Highways", "Clerk", "Clerk to write to Highways"),
        (" (Act Clerk)", "Clerk", None),
        (" (Action: Head of Parks)", "Head of Parks", None),
        (" (Owner: Jane Roe)", "Jane Roe", None),
        (" [Action: JR]", "JR", None),
        (" - Action ALL", "ALL", None),
        (" Action JR", "JR", None),
        (" (Clerk to action)", "Clerk", None),
        ("          JR", "JR", None),
        ("\t\t\t\t\tClerk", "Clerk", None),
    ],
)
def test_a_tag_at_a_passages_end_covers_that_passage_and_stays_in_it(ending: str, owner: str, text: str | None) -> None:
    minutes, tag = only_tag(f"1. Welcome\n\nThe Chair spoke.\n\n2. Benches\n\n{TALK}{ending}\n\n3. Close\n\nNine.")
    assert (words(minutes, tag.owner), words(minutes, tag.text)) == (owner, text)
    (covered,) = tag.covers
    assert (
        minutes.passages[covered].text == f"{TALK}{' '.join(ending.split(chr(32))) and ' ' + ' '.join(ending.split())}"
    )


def test_bullets_under_actions_are_tags_of_their_own() -> None:
    minutes = minutes_of(
        f"{TALK}\n\nACTIONS:\n\n• Clerk to write to Highways\n\n• Circulate the map\n\nThe meeting closed."
    )
    assert [(words(minutes, tag.owner), words(minutes, tag.text)) for tag in minutes.tags] == [
        ("Clerk", "Clerk to write to Highways"),
        (None, "Circulate the map"),
    ]
    assert [tag.covers for tag in minutes.tags] == [(2,), (3,)]


def test_one_tag_with_several_doers_is_several() -> None:
    minutes = minutes_of(f"{TALK}\n\nACTIONS: Clerk to write to Highways. Cllr Ash to phone the school. It is urgent.")
    assert [(words(minutes, tag.owner), words(minutes, tag.text)) for tag in minutes.tags] == [
        ("Clerk", "Clerk to write to Highways."),
        ("Cllr Ash", "Cllr Ash to phone the school. It is urgent."),
    ]


def test_initials_alone_on_a_line_are_a_tag_when_the_attendance_explains_them() -> None:
    text = paras(
        "Present: Jane Roe (JR), Alan Birch (AB)",
        "1. Benches",
        f"{TALK}",
        "JR",
        "2. Trees",
        f"{TALK}",
        "NCC",
        "3. Close",
        "Nine.",
    )
    minutes, tag = only_tag(text)
    assert words(minutes, tag.owner) == "JR"
    assert [minutes.passages[index].text for index in tag.covers] == [TALK]


def test_a_tag_on_its_own_line_is_a_passage_too() -> None:
    assert "ACTION: Clerk" in [passage.text for passage in minutes_of(f"{TALK}\n\nACTION: Clerk").passages]


def test_a_tag_after_a_title_covers_nothing() -> None:
    minutes, tag = only_tag(
        "1. Benches\n\nACTION: Clerk to write to Highways\n\n2. Close\n\nThe meeting closed at nine."
    )
    assert tag.covers == ()
    assert words(minutes, tag.text) == "Clerk to write to Highways"


@pytest.mark.parametrize(
    "line",
    [
        "Action plan for the river",
        "Action was taken by the county in May.",
        "Action: None",
        "ACTION: N/A",
        "Actions from the last meeting were noted.",
        "Action log",
        "Lead pipes were found in the hall.",
        "The action group met (Leader of the Council present).",
        "Owners of dogs were asked to keep them on leads.",
        "DRAFT",
        "Industrial action by staff continued.",
    ],
)
def test_words_that_are_no_tag(line: str) -> None:
    assert (
        minutes_of(f"1. Welcome\n\nThe Chair spoke.\n\n2. Benches\n\n{TALK}\n\n{line}\n\n3. Close\n\nNine.").tags == ()
    )
