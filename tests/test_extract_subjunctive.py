"""Clauses such as "that the Head of Parks report on the ponds" are read with their verb; no others change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actiontracker.extract.facts import Context, Lead
from actiontracker.extract.find import register_extensions
from actiontracker.extract.pipeline import load
from actiontracker.extract.subjunctive import FACTORY
from actiontracker.extract.verbs import Form, form_of, is_predicate, subject_of
from actiontracker.records import Section

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load(rules_only=True)


def parsed(nlp: Language, text: str, lead: Lead = Lead.NONE) -> Doc:
    register_extensions()
    doc = nlp.make_doc(text)
    doc._.context = Context(Section.MINUTES, lead)
    return nlp(doc)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("That the Head of Parks report on the cost of leaf clearance to the meeting in January.", "report", "Head"),
        ("That the Transport Officer survey cycle parking at the stations.", "survey", "Officer"),
        ("that the Director report back on progress in the autumn", "report", "Director"),
        ("RESOLVED: That officers research other schemes.", "research", "officers"),
        ("That Councillors Reed and Fell list the trees to be felled.", "list", "Reed"),
    ],
)
def test_the_verb_and_its_doer_are_found(nlp: Language, text: str, verb: str, subject: str) -> None:
    doc = parsed(nlp, text)
    (head,) = [token for token in doc if token.lower_ == verb and is_predicate(token)]
    found = subject_of(head)
    assert found is not None
    assert (form_of(head), found.text) == (Form.BARE, subject)
    assert doc.text == text


def test_under_a_resolution_s_lead_in_no_that_is_needed(nlp: Language) -> None:
    doc = parsed(nlp, "the Transport Officer survey cycle parking at the stations", Lead.RESOLVED)
    assert [token.text for token in doc if is_predicate(token)] == ["survey"]


@pytest.mark.parametrize(
    "text",
    [
        "That the report be noted.",
        "That the Head of Audit update be received.",
        "That the minutes of the last meeting be approved as a correct record.",
        "That was a long report on the budget.",
        "The Head of Parks report was long.",
        "That",
        "",
    ],
)
def test_what_was_read_well_stays_as_it_was(nlp: Language, text: str) -> None:
    with nlp.select_pipes(disable=[FACTORY]):
        before = parsed(nlp, text)
    after = parsed(nlp, text)
    assert [(t.pos_, t.dep_, t.head.i, t.lemma_) for t in after] == [
        (t.pos_, t.dep_, t.head.i, t.lemma_) for t in before
    ]
