"""From a parsed passage to what is found in it: clauses, decisions, fields, and no stretch of text told twice."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from spacy.tokens import Doc, Span

from actiontracker.extract.clauses import clauses
from actiontracker.extract.conditions import condition_span, find_condition
from actiontracker.extract.constructions import TAKEN_UP
from actiontracker.extract.deadline_span import deadline_span
from actiontracker.extract.deadlines import find_deadline
from actiontracker.extract.decide import decide, may_bind
from actiontracker.extract.facts import Context, Lead, facts_of
from actiontracker.extract.fields import owner_of, recipient_span
from actiontracker.extract.governors import Matrix
from actiontracker.extract.imperative import imperative
from actiontracker.extract.leads import heads, lead_of_sentence
from actiontracker.extract.line import bare
from actiontracker.extract.verbs import is_predicate, own_subject
from actiontracker.records import Kind, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from actiontracker.extract.facts import Facts

SPANS_KEY: Final = "commitments"
BINDING_SECTIONS: Final = frozenset({Section.DECISION, Section.MINUTES, Section.RESOLUTION})
"""Where the rules by themselves look; elsewhere stand agenda wording, names, links, and older actions retold."""
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
    condition: tuple[int, int] | None
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


@cache
def register_extensions() -> None:
    """Makes the places where spaCy keeps a passage's context, the wanted score, and what was found."""
    if not Doc.has_extension("context"):
        Doc.set_extension("context", default=None)
        Doc.set_extension("min_score", default=THRESHOLD)
    if not Span.has_extension("found"):
        Span.set_extension("found", default=None)


def mark(doc: Doc, found: Iterable[Found], text: str) -> Doc:
    """The document with what was found in its spans, the surest first where two tell the same stretch."""
    spans = []
    for item in apart((item for item in found if any(letter.isalpha() for letter in item.action)), text):
        span = doc.char_span(item.start, item.end, label=item.kind.value, span_id=item.cue, alignment_mode="expand")
        assert span is not None, "what is found lies within its passage"
        span._.found = item
        spans.append(span)
    doc.spans[SPANS_KEY] = spans
    return doc


def found_in(doc: Doc, context: Context | None, threshold: float = THRESHOLD) -> list[Found]:
    """Every commitment of the passage at or over `threshold` (0 to 1), in reading order, none mostly inside another."""
    place = context or Context(Section.MINUTES)
    if place.section not in BINDING_SECTIONS:
        return []
    text = doc.text
    found: list[Found] = []
    suggestion: Facts | None = None
    for facts in facts_in(doc, text, place):
        decision = decide(facts)
        if decision is not None and decision.score >= threshold:
            content = suggestion if decision.cue.name == TAKEN_UP else None
            found.append(
                found_as(
                    doc, text, facts, extent(doc, facts), decision.kind, decision.score, decision.cue.name, content
                )
            )
        elif facts.clause.matrix is Matrix.SUGGEST:
            suggestion = facts
    return apart((item for item in found if any(letter.isalpha() for letter in item.action)), text)


def found_as(
    doc: Doc,
    text: str,
    facts: Facts | None,
    place: tuple[int, int],
    kind: Kind,
    score: float,
    cue: str,
    content: Facts | None = None,
) -> Found:
    """The stretch at `place` as a commitment, with the fields that its clause gives.

    `content` is what was suggested before, where the stretch only takes that up.
    """
    start, end = place
    if facts is None:
        return _without_clause(text, place, kind, score, cue)
    told = imperative(content, text, *extent(doc, content)) if content else imperative(facts, text, start, end)
    return Found(
        start=start,
        end=end,
        kind=kind,
        action=told,
        owner=owner_of(facts),
        recipient=recipient_span(facts),
        deadline=deadline_span(facts, text, start, end),
        condition=condition_span(facts, text, start, end),
        score=score,
        cue=cue,
        verb=facts.clause.head.idx,
        separate=own_subject(facts.clause.head),
    )


def _without_clause(text: str, place: tuple[int, int], kind: Kind, score: float, cue: str) -> Found:
    start, end = place
    deadline, condition = find_deadline(text[start:end]), find_condition(text[start:end])
    return Found(
        start=start,
        end=end,
        kind=kind,
        action=bare(text[start:end]),
        owner=None,
        recipient=None,
        deadline=(start + deadline[0], start + deadline[1]) if deadline is not None else None,
        condition=(start + condition[0], start + condition[1]) if condition is not None else None,
        score=score,
        cue=cue,
        verb=start,
    )


_NOT_AT_START: Final = frozenset({"and", "that", "but", "so", "or"})
_NOT_AT_END: Final = frozenset({",", ";", "and", ":", "-", "–", "."})
_TOLD_WITH_GOVERNOR: Final = frozenset({Matrix.AGREE, Matrix.ASK, Matrix.RECOMMEND, Matrix.OTHER, Matrix.SAY})
"""Governing verbs that belong to the evidence: "The Chair asked the Clerk to write"."""


def extent(doc: Doc, facts: Facts) -> tuple[int, int]:
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


def apart(found: Iterable[Found], text: str) -> list[Found]:
    """The surest first; what lies mostly inside a surer one is the same; what starts later cuts the earlier short."""
    kept: list[Found] = []
    for candidate in sorted(found, key=lambda item: (-item.score, item.start)):
        rivals = [other for other in kept if _mostly_within(candidate, other)]
        if not rivals or all(_follows(candidate, other) or _follows(other, candidate) for other in rivals):
            kept.append(candidate)
    ordered = sorted(kept, key=lambda item: item.verb)
    cut = (_trimmed(_cut(item, after, text), text) for item, after in zip_longest(ordered, ordered[1:]))
    return [item for item in cut if not _leads_on(text[item.start : item.end])]


_CRUMBS: Final = re.compile(r"(?:[\s,;:]+(?:and|but|or|&))?[\s,;:]*$", re.IGNORECASE)
_LEADS_ON: Final = re.compile(r"\b(?:that|whether|would|will)$", re.IGNORECASE)


def _trimmed(item: Found, text: str) -> Found:
    """The find without blanks at its ends and without an "and" that leads to the next."""
    words = text[item.start : item.end]
    start = item.start + len(words) - len(words.lstrip(" ,;:"))
    crumbs = _CRUMBS.search(words)
    end = item.start + crumbs.start() if crumbs is not None else item.end
    if start >= end:
        return item
    beyond = item.deadline is not None and item.deadline[0] >= end
    action = _CRUMBS.sub("", item.action) or item.action
    return replace(item, start=start, end=end, action=action, deadline=None if beyond else item.deadline)


def _leads_on(words: str) -> bool:
    """Whether the words only lead to what follows ("It was agreed that"), which is found by itself."""
    return _LEADS_ON.search(words) is not None


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
