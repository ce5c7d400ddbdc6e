"""Every cue is alive: it fires on its line, and not on the line beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lines import TAG, line_facts

from actiontracker.extract import lexicon
from actiontracker.extract.constructions import CONSTRUCTIONS
from actiontracker.extract.deadlines import FORMS, find_deadline
from actiontracker.extract.decide import fits
from actiontracker.extract.facts import Lead
from actiontracker.extract.leads import HEADS, LEAD_INS, heads, lead_of_lead_in
from actiontracker.extract.modifiers import MODIFIERS
from actiontracker.extract.passages import may_hold_a_commitment

if TYPE_CHECKING:
    from actiontracker.extract.cues import Cue

ALL_CUES = (*CONSTRUCTIONS, *MODIFIERS)


def named(cue: Cue) -> str:
    return cue.name


@pytest.mark.parametrize("cue", ALL_CUES, ids=named)
def test_cue_fires_on_its_line(cue: Cue) -> None:
    assert any(fits(cue, facts) for facts in line_facts(cue.matches)), cue.matches


@pytest.mark.parametrize("cue", ALL_CUES, ids=named)
def test_cue_does_not_fire_on_the_line_beside_it(cue: Cue) -> None:
    assert not any(fits(cue, facts) for facts in line_facts(cue.rejects)), cue.rejects


@pytest.mark.parametrize("cue", CONSTRUCTIONS, ids=named)
def test_no_passage_that_a_construction_needs_is_passed_over(cue: Cue) -> None:
    text = cue.matches.removesuffix(TAG)
    assert may_hold_a_commitment(text, Lead.NONE)


def test_a_passage_of_names_needs_no_parse() -> None:
    assert not may_hold_a_commitment("Mr Hale, Ms Oakes and Mrs Wren; apologies from Mr Dale.", Lead.NONE)
    assert may_hold_a_commitment("officers explore the options", Lead.RESOLVED)


def test_word_classes_that_rule_each_other_out_share_no_word() -> None:
    assert not lexicon.STATIVE & (lexicon.DELIVER | lexicon.TASK)
    assert not lexicon.ROLE_NOUNS & lexicon.GROUP_NOUNS


def test_every_cue_has_a_name_of_its_own() -> None:
    names = [cue.name for cue in ALL_CUES]
    assert len(names) == len(set(names))


def test_constructions_have_a_kind_and_modifiers_have_none() -> None:
    assert all(cue.kind is not None for cue in CONSTRUCTIONS)
    assert all(cue.kind is None for cue in MODIFIERS)


def test_what_a_construction_stands_despite_is_a_modifier() -> None:
    named_despite = {name for cue in CONSTRUCTIONS for name in cue.despite}
    assert named_despite <= {cue.name for cue in MODIFIERS}


@pytest.mark.parametrize(
    ("pattern", "line"), [(pattern, line) for _, pattern, line in FORMS], ids=[f[0] for f in FORMS]
)
def test_deadline_form_finds_its_line(pattern: str, line: str) -> None:
    assert re.search(pattern, line, re.IGNORECASE) is not None
    assert find_deadline(line) is not None


@pytest.mark.parametrize(("lead", "matches", "rejects"), [(lead, yes, no) for lead, _, yes, no in HEADS])
def test_head_is_seen_in_its_line_only(lead: str, matches: str, rejects: str) -> None:
    assert lead in {head for _, head in heads(matches)}
    assert not heads(rejects)


@pytest.mark.parametrize(("lead", "matches", "rejects"), [(lead, yes, no) for lead, _, yes, no in LEAD_INS])
def test_lead_in_is_seen_in_its_line_only(lead: str, matches: str, rejects: str) -> None:
    assert lead_of_lead_in(matches) == lead
    assert lead_of_lead_in(rejects) != lead
