"""A commitment as a line for a log: verb first, readable alone, with what "this" stands for where that is plain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lines import line_found

from actiontracker.extract.line import MAXIMUM_LENGTH, bare, tidy

FILLED = [
    # questions
    (
        (
            "Members asked how long the child was off the register before re-registration. Officers would find this out"
            " and circulate it."
        ),
        "Find out and circulate how long the child was off the register before re-registration",
    ),
    (
        "Members asked whether the bridge had been inspected. The Head of Highways agreed to look into this.",
        "Look into whether the bridge had been inspected",
    ),
    (
        "Mrs Wren asked if the path had been cleared. Officers agreed to confirm this by email.",
        "Confirm by email whether the path had been cleared",
    ),
    (
        "Councillor Hart asked why the figure for voids had risen. Officers would find out and report back.",
        "Find out why the figure for voids had risen and report back",
    ),
    (
        "Members asked how many tenants had left and why the rents had risen. This would be circulated to members.",
        "Circulate to members how many tenants had left and why the rents had risen",
    ),
    (
        (
            "The Chair asked the Head of Parks how much the swings had cost, and thanked the wardens. "
            "The Head of Parks would circulate this to members."
        ),
        "Circulate to members how much the swings had cost",
    ),
    # things asked for
    (
        "The Chair asked for the dates of the site visits. The Clerk would circulate these.",
        "Circulate the dates of the site visits",
    ),
    (
        "The Panel had asked for a breakdown of calls by ward. The Superintendent agreed to provide this to members.",
        "Provide the breakdown of calls by ward to members",
    ),
    # things told of
    (
        "Mr Dale had drawn a map of the drains. He would send it to members by Friday.",
        "Send the map of the drains to members by Friday",
    ),
    (
        "The risk register had not been seen by the Panel. The Clerk would circulate it.",
        "Circulate the risk register",
    ),
    ("The Clerk had a copy of the lease and would circulate it.", "Circulate the copy of the lease"),
    (
        "The policy was out of date. The Clerk would update it and bring it to the next meeting.",
        "Update the policy and bring it to the next meeting",
    ),
    ("The noticeboard was rotten. The Warden will replace it.", "Replace the noticeboard"),
    (
        "The draft plan had been published in May. Officers agreed to send this to the school.",
        "Send the draft plan to the school",
    ),
]

LEFT = [
    ("The bench was broken and the lamp was out. The Clerk would look into it.", "Look into it"),
    ("The bench was broken and the lamp was out. The Clerk would replace it.", "Replace it"),
    ("The gate and the fence were old. The Warden will repair it.", "Repair it"),
    ("The lamp was out. The Clerk would add this to the list.", "Add this to the list"),
    ("The residents complained about the smell. The Clerk would contact them.", "Contact them"),
    ("The Clerk agreed to circulate it.", "Circulate it"),
    ("The Director agreed to take this forward.", "Take this forward"),
    ("The issue had been raised before. The Clerk would look into it.", "Look into it"),
    (
        (
            "Mr Dale asked why the shop had closed. Mrs Wren asked who owned it and Mr Pike asked what it cost. "
            "The Clerk would find this out."
        ),
        "Find this out",
    ),
    (
        "Members asked how the fund stood. The Clerk would write to the school about the gate.",
        "Write to the school about the gate",
    ),
]

TURNED = [
    ("The list would be checked and circulated to members.", "Check and circulate the list to members"),
    (
        "The leaflet will be put in the newsletter and sent to schools.",
        "Put the leaflet in the newsletter and send it to schools",
    ),
    (
        "The figures would be checked by the Treasurer and sent to members.",
        "Check the figures and send them to members",
    ),
    ("Clerk to chase if no reply by Easter.", "Chase"),
]

TAKEN_UP = [
    ("The Clerk was asked to write to the landowner. She agreed to do so.", "Write to the landowner"),
    (
        "The Chair asked if the Clerk could write to the bus company. He agreed to do this before the next meeting.",
        "Write to the bus company before the next meeting",
    ),
    ("It was suggested that the Clerk write to the school. The Clerk agreed to do so.", "Write to the school"),
]


@pytest.mark.parametrize(("line", "expected"), [*FILLED, *LEFT, *TURNED, *TAKEN_UP])
def test_the_line_reads_well_alone_where_its_content_is_plain(line: str, expected: str) -> None:
    found = line_found(line)
    assert found
    assert found[-1].action == expected


@pytest.mark.parametrize(("line", "_"), [*FILLED, *TAKEN_UP])
def test_the_evidence_stays_within_its_own_sentence(line: str, _: str) -> None:
    found = line_found(line)[-1]
    assert found.start >= line[:-1].rfind(". ") + 1
    assert line[found.start : found.end] in line


BARE = [
    ("• Litter pick for the January agenda", "Litter pick for the January agenda"),
    ("ACTION: Clerk to write to the school", "Write to the school"),
    ("Action – to chase the contractor.", "Chase the contractor"),
    ("(a) that a letter be sent", "A letter be sent"),
    ("RESOLVED that the gate be mended", "The gate be mended"),
    ("2. Speed signs for the lane and", "Speed signs for the lane"),
    ("JB/RT to check the lights (see", "Check the lights"),
    ("Cllr Brown and the Clerk to speak to the farmer", "Speak to the farmer"),
    ("New bin by the pond ACTION: JT", "New bin by the pond"),
    ("New bin by the pond [Action: Clerk]", "New bin by the pond"),
    ("to be chased", "To be chased"),
    ("Letter to the school", "Letter to the school"),
    ("A. Holt for the January agenda", "A. Holt for the January agenda"),
    ("Action-planning day in the hall", "Action-planning day in the hall"),
    ("that", "That"),
    ("Grit bins (two)", "Grit bins (two)"),
]


@pytest.mark.parametrize(("words", "line"), BARE)
def test_words_without_a_clause_lose_what_stands_around_them(words: str, line: str) -> None:
    assert bare(words) == line


def test_a_line_is_not_cut_within_brackets() -> None:
    words = "Write to the owner " + "of the long wall " * 12 + "(which was built by the mill) about it"
    line = tidy(words)
    assert len(line) <= MAXIMUM_LENGTH + 2
    assert line.endswith("wall …")


@given(st.text(alphabet="ab Z().[]-•:that to and ACTION", max_size=300))
def test_a_line_is_never_empty_where_there_is_a_word(words: str) -> None:
    for line in (tidy(words), bare(words)):
        assert bool(line) or not any(letter.isalnum() for letter in words)
        assert "\n" not in line
        assert len(line) <= MAXIMUM_LENGTH + 2
