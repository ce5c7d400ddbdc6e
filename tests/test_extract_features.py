"""What the network is told of a clause besides its words: names, and where its words stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lines import TAG, line_facts
from test_extract_find import FOUND, NOTHING

from actiontracker.extract.features import clause_place, features_of, governor_place, head_place

if TYPE_CHECKING:
    from actiontracker.extract.facts import Facts

TOLD = [
    # line, verb, names that it has, names that it has not
    ("The Clerk will write to the school.", "write", {"form=future", "recipient", "cue=will do"}, {"passive"}),
    ("A letter will be sent by Friday.", "sent", {"passive", "deadline", "verb=deliver"}, {"negated", "governed"}),
    ("The Clerk will not write to the school.", "write", {"negated"}, {"passive"}),
    ("Mr Hale agreed to look into the lights.", "look", {"governed", "matrix=agree"}, {"deadline"}),
    ("RESOLVED: that a letter be sent to the Minister.", "sent", {"lead=resolved"}, {"lead=none"}),
    ("The gate to be mended." + TAG, "mended", {"tagged"}, {"listed"}),
    ("The scheme would provide forty new homes.", "provide", {"subject=thing", "verb=deliver"}, {"tagged"}),
]  # fmt: skip


def facts_at(line: str, verb: str) -> Facts:
    (facts,) = (one for one in line_facts(line) if one.clause.head.text == verb)
    return facts


@pytest.mark.parametrize(("line", "verb", "has", "has_not"), TOLD, ids=[row[0] for row in TOLD])
def test_names_say_what_the_tree_the_place_and_the_cues_show(
    line: str, verb: str, has: set[str], has_not: set[str]
) -> None:
    names = set(features_of(facts_at(line, verb)))
    assert names >= has, has - names
    assert not names & has_not


ALL_LINES = [line for line, _ in FOUND] + NOTHING


@pytest.mark.parametrize("line", ALL_LINES)
def test_each_name_stands_once_and_a_clause_has_a_cue_or_none(line: str) -> None:
    for facts in line_facts(line):
        names = features_of(facts)
        assert len(names) == len(set(names))
        assert ("no cue" in names) != any(name.startswith("cue=") for name in names)


@pytest.mark.parametrize("line", ALL_LINES)
def test_places_are_places_of_the_line(line: str) -> None:
    for facts in line_facts(line):
        (start, end), (head, head_end) = clause_place(facts), head_place(facts)
        assert 0 <= start <= head < head_end <= end <= len(line)
        assert line[head:head_end] == facts.clause.head.text


def test_the_governing_verb_has_its_place() -> None:
    line = "Mr Hale agreed to look into the lights."
    place = governor_place(facts_at(line, "look"))
    assert place is not None
    assert line[slice(*place)] == "agreed"
    assert governor_place(facts_at("The Clerk will write.", "write")) is None
