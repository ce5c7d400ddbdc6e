"""What later minutes say of open actions: which sentence, which action, and what became of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources import minutes_of

from actiontracker.resolve.followups import FEATURES, WEIGHTS, OpenAction, Says, chance, followups, said

if TYPE_CHECKING:
    from actiontracker.records import Minutes

GATE = OpenAction(1, "Mend the gate at Hollow Park", "the Warden would mend the gate", "the Warden", "Parks")
SHELTERS = OpenAction(2, "Write to the bus company about damaged shelters", "the Clerk to write", "Clerk", "Buses")
RENTS = OpenAction(3, "Circulate allotment rents of neighbouring boroughs", "rents to be circulated", None, "Rents")
OPEN = (GATE, SHELTERS, RENTS)
EARLIER = ("Parks Panel. The Panel met. Members noted the report of the Clerk.",) * 6
LINKS = Path(__file__).with_name("followup_links.json")


def minutes(*lines: str) -> Minutes:
    head = "Northmere Borough Council\n\nParks Panel\n\nMinutes of the meeting held on 11 June 2026\n\n1. Reports\n\n"
    return minutes_of(head + "\n\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("line", "action", "says"),
    [
        ("The Warden reported that the gate at Hollow Park had been mended.", 1, Says.DONE),
        ("No reply had been received from the bus company about the damaged shelters.", 2, Says.DEFERRED),
        ("The Clerk had written to the bus company about the damaged shelters.", 2, Says.DONE),
        ("The allotment rents of the neighbouring boroughs were being collected.", 3, Says.PROGRESS),
        ("Members asked that the allotment rents of neighbouring boroughs be circulated.", 3, Says.REPEATED),
    ],
)
def test_a_sentence_reports_on_the_action_that_it_is_about(line: str, action: int, says: Says) -> None:
    (found,) = followups(minutes(line, "The weather had been dry."), OPEN, earlier=EARLIER)
    assert (found.action_id, found.says, found.quote) == (action, says, line)


@pytest.mark.parametrize(
    "line",
    ["The weather had been dry.", "The Clerk reported on the budget.", "The Warden was thanked."],
)
def test_what_is_about_something_else_reports_on_nothing(line: str) -> None:
    assert followups(minutes(line), OPEN, earlier=EARLIER) == ()


def test_an_action_is_reported_on_once_where_it_fits_best() -> None:
    told = minutes("The gate was discussed.", "The gate at Hollow Park had been mended by the Warden.")
    found = followups(told, OPEN, earlier=EARLIER)
    assert [one.quote for one in found] == ["The gate at Hollow Park had been mended by the Warden."]


def test_nothing_open_gives_nothing() -> None:
    assert followups(minutes("The gate at Hollow Park had been mended."), ()) == ()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("The letter had been sent.", Says.DONE),
        ("This was deferred to July.", Says.DEFERRED),
        ("He is still waiting for a quote.", Says.DEFERRED),
        ("The Clerk was asked to chase this.", Says.REPEATED),
        ("Work was in progress.", Says.PROGRESS),
        ("A fine day.", Says.PROGRESS),
    ],
)
def test_what_words_say_became_of_it(words: str, says: Says) -> None:
    assert said(words)[0] is says


@given(st.lists(st.text(min_size=1), min_size=1, max_size=5))
def test_quotes_are_the_source_s_own_words(lines: list[str]) -> None:
    told = minutes(*lines, "The gate at Hollow Park had been mended.")
    for found in followups(told, OPEN, 0.0, EARLIER):
        assert found.span.of(told.source.text) == found.quote
        assert 0 <= found.score <= 1


def test_every_feature_has_its_weight() -> None:
    assert len(FEATURES) == len(WEIGHTS)
    assert chance((1.0, 2.0, 1.5, 1.0, 0.0, 0.5, 1.0, 1.0)) > 0.5 > chance((0.0,) * 8)


SERIES = Path(__file__).parents[2] / "shared" / json.loads(LINKS.read_text(encoding="utf-8"))["folder"]


@pytest.mark.skipif(not SERIES.exists(), reason="the real minutes are not beside this checkout")
def test_proposals_on_a_real_series_are_mostly_right() -> None:
    from models.followups import left_out, measured, pairs

    known = pairs(SERIES)
    right, proposed = measured(known, left_out(known), 0.5)
    assert len(json.loads(LINKS.read_text(encoding="utf-8"))["links"]) >= 150
    assert proposed >= 25
    assert right / proposed >= 0.8
