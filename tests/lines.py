"""The shipped pipeline, opened once for all tests, and short ways to run it on a line."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from actiontracker.extract import load
from actiontracker.extract.clauses import Clause, clauses
from actiontracker.extract.facts import Context, Facts, Lead, facts_of
from actiontracker.extract.find import Found, found_in
from actiontracker.extract.leads import heads, lead_of_sentence
from actiontracker.records import Section

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TAG = " ACTION: Clerk"
"""At a line's end: the line is read as covered by an action tag."""


@cache
def nlp() -> Language:
    """The shipped pipeline."""
    return load()


def parsed(line: str) -> tuple[Doc, Context]:
    """A line's parse, and the context it says for itself by a tag at its end."""
    tagged = line.endswith(TAG)
    return nlp()(line.removesuffix(TAG)), Context(Section.MINUTES, tagged=tagged)


def line_clauses(line: str) -> list[Clause]:
    """Every clause of a line."""
    doc, _ = parsed(line)
    return [clause for sentence in doc.sents for clause in clauses(sentence)]


def line_facts(line: str) -> list[Facts]:
    """The facts of each clause of a line, under the heads that stand in it."""
    doc, context = parsed(line)
    found_heads, lead, before = heads(doc.text), Lead.NONE, -1
    facts = []
    for sentence in doc.sents:
        lead = lead_of_sentence(doc.text, sentence.start_char, sentence.end_char, before, found_heads, lead)
        before = sentence.start_char
        facts += [facts_of(clause, replace(context, lead=lead)) for clause in clauses(sentence)]
    return facts


def line_found(line: str) -> list[Found]:
    """What is found in a line."""
    doc, context = parsed(line)
    return found_in(doc, context)
