"""The shipped pipeline, opened once for all tests, and short ways to run it on a line."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from actiontracker.extract import load
from actiontracker.extract.clauses import Clause, clauses
from actiontracker.extract.facts import Context, Facts
from actiontracker.extract.find import Found, facts_in, found_in
from actiontracker.records import Section

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TAG = " ACTION: Clerk"
"""At a line's end: the line is read as covered by an action tag."""


@cache
def nlp() -> Language:
    """The shipped pipeline with the rules alone."""
    return load(rules_only=True)


@cache
def shipped() -> Language:
    """The shipped pipeline, in which the network decides."""
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
    """The facts of each clause of a line that may bind, under the heads that stand in it."""
    doc, context = parsed(line)
    return list(facts_in(doc, doc.text, context))


def line_found(line: str) -> list[Found]:
    """What is found in a line."""
    doc, context = parsed(line)
    return found_in(doc, context)
