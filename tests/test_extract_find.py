"""Lines of minutes and what a careful clerk would log from them: kind, action, owner, recipient, deadline."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lines import line_found

from actiontracker.extract.find import apart

if TYPE_CHECKING:
    from actiontracker.extract.find import Found

FOUND = [
    # line, kind, action, owner, recipient, deadline
    (
        "The Chair asked the Treasurer to send the accounts to members by 12 May 2026.",
        ("request", "Send the accounts to members by 12 May 2026", "the Treasurer", "members", "by 12 May 2026"),
    ),
    (
        "The Clerk was asked to write to the bus company.",
        ("request", "Write to the bus company", "The Clerk", "the bus company", None),
    ),
    (
        "Ms Oakes said that she would bring a map to the next meeting.",
        ("undertaking", "Bring a map to the next meeting", "Ms Oakes", None, "to the next meeting"),
    ),
    (
        "Jo and Pat agreed to meet and draw up a plan.",
        ("undertaking", "Meet and draw up a plan", "Jo and Pat", None, None),
    ),
    (
        "Officers to circulate the ward figures in due course.",
        ("undertaking", "Circulate the ward figures in due course", "Officers", None, "in due course"),
    ),
    (
        "The figures would be circulated by the Head of Finance within two weeks.",
        ("undertaking", "Circulate the figures within two weeks", "the Head of Finance", None, "within two weeks"),
    ),
    (
        "The Head of Housing advised that a briefing note would be sent to members.",
        ("undertaking", "Send a briefing note to members", "The Head of Housing", "members", None),
    ),
    (
        "Councillor Reed advised that a briefing note would be sent to members.",
        ("undertaking", "Send a briefing note to members", None, "members", None),
    ),
    ("Members requested a report on voids.", ("request", "Provide a report on voids", None, None, None)),
    (
        "The item was deferred to the June meeting.",
        ("undertaking", "Defer the item to the June meeting", None, None, "to the June meeting"),
    ),
    (
        "RESOLVED: that a letter be sent to the Minister.",
        ("resolution", "Send a letter to the Minister", None, "the Minister", None),
    ),
    (
        "RESOLVED: that the Head of Parks provide members with a list of sites before the summer.",
        (
            "resolution",
            "Provide members with a list of sites before the summer",
            "the Head of Parks",
            "members",
            "before the summer",
        ),
    ),
    (
        "The Clerk agreed to re-issue it to all schools.",
        ("undertaking", "Re-issue it to all schools", "The Clerk", "all schools", None),
    ),
    (
        "The bins will be looked at with care.",
        ("undertaking", "Look at the bins with care", None, None, None),
    ),
    ("Mrs Lark would be happy to provide a map.", ("offer", "Provide a map", "Mrs Lark", None, None)),
    ("SB/RT to check the lights.", ("undertaking", "Check the lights", "SB/RT", None, None)),
    ("The hedge by the bus shelter to be cut.", ("undertaking", "Cut the hedge by the bus shelter", None, None, None)),
    (
        "The school will be contacted once the survey is complete.",
        (
            "undertaking",
            "Contact the school once the survey is complete",
            None,
            "The school",
            "once the survey is complete",
        ),
    ),
    (
        "Mr Hale reported on the playground. He would look into the swings.",
        ("undertaking", "Look into the swings", "Mr Hale", None, None),
    ),
    (
        "Further detail can be provided to members on request.",
        ("offer", "Provide further detail to members on request", None, "members", None),
    ),
    (
        "It was suggested that the data be split by age. The Panel agreed to this suggestion for future reports.",
        ("undertaking", "Split the data by age", None, None, "for future reports"),
    ),
    (
        "The Panel recommended that the Commissioner publish the figures quarterly.",
        ("recommendation", "Publish the figures quarterly", "the Commissioner", None, "quarterly"),
    ),
    (
        "It was agreed that the Clerk, in consultation with the Chair, would obtain three quotes.",
        ("undertaking", "Obtain three quotes", "the Clerk", None, None),
    ),
]

TWO = [
    (
        "Clerk to obtain quotes and Cllr Brown to speak to the school.",
        ["Clerk to obtain quotes", "Cllr Brown to speak to the school"],
    ),
    (
        "The Director agreed that figures would be put in the next report and longer trend lines would be provided.",
        ["figures would be put in the next report", "longer trend lines would be provided"],
    ),
]

NOTHING = [
    "RESOLVED: that the report be noted.",
    "RESOLVED: that the minutes of the last meeting be approved as a correct record.",
    "The report was noted.",
    "Members thanked the officers for their work.",
    "It was hoped that the work would be finished by the summer.",
    "Councillor Hart suggested that a sign might be put up.",
    "The scheme would provide forty new homes.",
    "The Government would publish a White Paper in the autumn.",
    "The Clerk had written to the landowner in March.",
    "The Treasurer explained that the fund stood at ten thousand pounds.",
    "Members asked whether the bridge was safe.",
    "The Chair invited the officers to comment on the report.",
    "To receive the report of the Head of Finance.",
    "The next meeting will be held on 6 May 2026.",
    "It is important that residents are kept safe.",
    "There was an opportunity for the public to send their views.",
    "The team would continue to work with partners.",
    "Members asked how many schools would gain.",
    "At the last meeting the Clerk was asked to order a bench.",
]


def only(line: str) -> tuple[str, Found]:
    found = line_found(line)
    assert len(found) == 1, [line[item.start : item.end] for item in found]
    return line, found[0]


def words(line: str, place: tuple[int, int] | None) -> str | None:
    return line[place[0] : place[1]] if place else None


@pytest.mark.parametrize(("line", "expected"), FOUND, ids=[line for line, _ in FOUND])
def test_what_a_line_binds_somebody_to(line: str, expected: tuple[str | None, ...]) -> None:
    _, found = only(line)
    told = (
        found.kind.value,
        found.action,
        words(line, found.owner),
        words(line, found.recipient),
        words(line, found.deadline),
    )
    assert told == expected


@pytest.mark.parametrize(("line", "parts"), TWO, ids=[line for line, _ in TWO])
def test_two_doers_or_two_things_are_two_commitments(line: str, parts: list[str]) -> None:
    found = line_found(line)
    assert len(found) == len(parts)
    for item, part in zip(found, parts, strict=True):
        assert part in line[item.start : item.end]


@pytest.mark.parametrize("line", NOTHING)
def test_what_only_looks_like_a_commitment_is_left_alone(line: str) -> None:
    assert [line[item.start : item.end] for item in line_found(line)] == []


def test_a_modal_verb_goes_on_from_a_modal_verb_and_not_from_what_somebody_is_asked() -> None:
    line = "Ms Oakes would ask the head of the school to look into it and would write to Mr Hale in May."
    assert {words(line, found.owner) for found in line_found(line)} == {"Ms Oakes"}


def test_how_long_is_not_by_when() -> None:
    _, found = only("The Warden will watch the pond until the end of March and report to the Clerk.")
    assert found.deadline is None


def test_found_stretches_never_overlap() -> None:
    line = "The Clerk will write to the school and Mr Vane will ask the bus company to call, which would help."
    found = line_found(line)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))


def test_a_surer_clause_scores_higher() -> None:
    _, weak = only("The bench will be checked.")
    _, strong = only("It was agreed that the Clerk would report back to the next meeting.")
    assert 0.5 <= weak.score < strong.score <= 1


def test_a_find_that_is_cut_by_the_next_keeps_no_and() -> None:
    found = line_found("The Clerk will send the map to members and Mr Vane will ask the bus company to call.")
    assert [item.action for item in found] == ["Send the map to members", "Ask the bus company to call"]


@pytest.mark.parametrize(
    ("end", "deadline", "kept"),
    [
        ("members by May", (28, 34), (28, 34)),
        ("members", (28, 34), None),
    ],
)
def test_a_deadline_beyond_the_cut_belongs_to_another(
    end: str, deadline: tuple[int, int], kept: tuple[int, int] | None
) -> None:
    text = "Clerk to send it to members by May"
    place = (0, text.index(end) + len(end))
    (item,) = apart([replace(only(f"{text}.")[1], start=place[0], end=place[1], deadline=deadline)], text)
    assert item.deadline == kept


def test_words_that_only_lead_to_the_next_are_no_find() -> None:
    text = "It was agreed that the Clerk write."
    (whole,) = line_found("The Clerk will write to the school.")
    assert apart([replace(whole, start=0, end=len("It was agreed that"), verb=7)], text) == []
