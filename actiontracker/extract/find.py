"""From a parsed passage to what is found in it: clauses, decisions, fields, and no stretch of text told twice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from actiontracker.extract.clauses import clauses
from actiontracker.extract.constructions import TAKEN_UP
from actiontracker.extract.decide import decide, may_bind
from actiontracker.extract.facts import Context, Lead, facts_of
from actiontracker.extract.fields import deadline_span, owner_of, recipient_span
from actiontracker.extract.governors import Matrix
from actiontracker.extract.imperative import imperative
from actiontracker.extract.leads import heads, lead_of_sentence
from actiontracker.extract.verbs import is_predicate, own_subject
from actiontracker.records import Kind, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

    from actiontracker.extract.decide import Decision
    from actiontracker.extract.facts import Facts

THRESHOLD: Final = 0.5
"""Scores below (of 0 to 1) are not reported as commitments."""


@dataclass(frozen=True, slots=True)
class Found:
    """A commitment within one passage; all spans are offsets into the passage's text (0-based, end exclusive)."""

    start: int
    end: int
    kind: Kind
    action: str
    owner: tuple[int, int] | None
    recipient: tuple[int, int] | None
    deadline: tuple[int, int] | None
    score: float
    cue: str
    verb: int = 0
    """Where the clause's verb begins."""
    separate: bool = True
    """Whether the clause has a subject of its own."""


def facts_in(doc: Doc, text: str, place: Context) -> Iterator[Facts]:
    """The facts of each clause that may bind, in the order of their verbs, under the heads that stand in the passage.

    `text` is the document's, which spaCy puts together anew whenever it is asked.
    """
    found_heads = heads(text)
    lead, before = Lead.NONE, -1
    for sentence in doc.sents:
        lead = lead_of_sentence(text, sentence.start_char, sentence.end_char, before, found_heads, lead)
        before = sentence.start_char
        here = replace(place, lead=lead if lead is not Lead.NONE else place.lead)
        for clause in clauses(sentence, may_bind):
            yield facts_of(clause, here)


def found_in(doc: Doc, context: Context | None, threshold: float = THRESHOLD) -> list[Found]:
    """Every commitment of the passage at or over `threshold` (0 to 1), in reading order, none mostly inside another."""
    text = doc.text
    found: list[Found] = []
    suggestion: Facts | None = None
    for facts in facts_in(doc, text, context or Context(Section.MINUTES)):
        decision = decide(facts)
        if decision is not None and decision.score >= threshold:
            content = suggestion if decision.cue.name == TAKEN_UP else None
            found.append(_found(doc, text, facts, decision, content))
        elif facts.clause.matrix is Matrix.SUGGEST:
            suggestion = facts
    return _apart((item for item in found if any(letter.isalpha() for letter in item.action)), text)


def _found(doc: Doc, text: str, facts: Facts, decision: Decision, content: Facts | None) -> Found:
    """The commitment; what was suggested before gives the content of one that only takes it up."""
    start, end = _extent(doc, facts)
    return Found(
        start=start,
        end=end,
        kind=decision.kind,
        action=imperative(content, text, *_extent(doc, content)) if content else imperative(facts, text, start, end),
        owner=owner_of(facts),
        recipient=recipient_span(facts),
        deadline=deadline_span(facts, text, start, end),
        score=decision.score,
        cue=decision.cue.name,
        verb=facts.clause.head.idx,
        separate=own_subject(facts.clause.head),
    )


_NOT_AT_START: Final = frozenset({"and", "that", "but", "so", "or"})
_NOT_AT_END: Final = frozenset({",", ";", "and", ":", "-", "–", "."})
_TOLD_WITH_GOVERNOR: Final = frozenset({Matrix.AGREE, Matrix.ASK, Matrix.RECOMMEND, Matrix.OTHER, Matrix.SAY})
"""Governing verbs that belong to the evidence: "The Chair asked the Clerk to write"."""


def _extent(doc: Doc, facts: Facts) -> tuple[int, int]:
    """Where the clause's own words stand, from the governing verb's subject on when that verb is what binds."""
    clause = facts.clause
    first, last = clause.tokens[0], clause.tokens[-1]
    apart = clause.matrix is Matrix.OTHER and own_subject(clause.head)
    if clause.governor is not None and clause.matrix in _TOLD_WITH_GOVERNOR and not apart:
        first = min(first, _reach(clause.governor, clause.head, first))
    while last > first and doc[last].text in _NOT_AT_END:
        last -= 1
    while first < last and (doc[first].is_punct or doc[first].lower_ in _NOT_AT_START):
        first += 1
    return doc[first].idx, doc[last].idx + len(doc[last].text)


_FARTHEST_GOVERNOR: Final = 25
"""Tokens between a clause's verb and its governor; beyond that the governor is no part of the evidence."""


def _reach(governor: Token, head: Token, first: int) -> int:
    """Index of the token that begins the governing clause; `first` when another clause stands between the two."""
    if head.i - governor.i > _FARTHEST_GOVERNOR or (head.dep_ == "conj" and is_predicate(head.head)):
        return first
    if any(child.dep_ in ("ccomp", "xcomp") and child.i < head.i for child in governor.rights):
        return first
    lefts = [token.i for token in governor.subtree if token.i <= governor.i]
    return min(lefts, default=governor.i)


def _apart(found: Iterable[Found], text: str) -> list[Found]:
    """The surest first; what lies mostly inside a surer one is the same; what starts later cuts the earlier short."""
    kept: list[Found] = []
    for candidate in sorted(found, key=lambda item: (-item.score, item.start)):
        rivals = [other for other in kept if _mostly_within(candidate, other)]
        if not rivals or all(_follows(candidate, other) or _follows(other, candidate) for other in rivals):
            kept.append(candidate)
    ordered = sorted(kept, key=lambda item: item.verb)
    return [_cut(item, after, text) for item, after in zip_longest(ordered, ordered[1:])]


def _follows(late: Found, early: Found) -> bool:
    """Whether one clause begins after the other's verb, with a subject of its own."""
    return late.start > early.verb and late.separate


def _cut(item: Found, after: Found | None, text: str) -> Found:
    if after is None or after.start >= item.end or after.start <= item.verb:
        return item
    words = text[: after.start].rstrip(" ,;:-–")
    return replace(item, end=max(item.verb + 1, len(words.removesuffix(" and").rstrip(" ,;"))))


def _mostly_within(one: Found, other: Found) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared * 2 > min(one.end - one.start, other.end - other.start)
