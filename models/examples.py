"""Turns annotated documents into what the clause classifier learns from: readings with labelled clauses.

Every document goes through the same reader, structure and parser as minutes that are ingested, so that the classifier
learns on what it will meet. A clause is labelled with the kind of the commitment that it tells best, "none", or "skip"
where the annotation leaves it open.
"""

from __future__ import annotations

import tempfile
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from actiontracker.extract.facts import Verbs
from actiontracker.extract.features import clause_place, features_of, governor_place, head_place
from actiontracker.extract.find import extent, facts_in
from actiontracker.extract.governors import Link
from actiontracker.extract.passages import context_of, is_read, may_hold_a_commitment
from actiontracker.extract.reading import Reading, readings
from actiontracker.read import read_path
from actiontracker.structure import structure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from actiontracker.annotation import Annotated, Mark
    from actiontracker.extract.facts import Facts
    from actiontracker.records import Minutes, Passage

NONE = "none"
SKIP = "skip"
SAME = 0.6
"""Share of words in common from which a second clause inside a commitment is left out rather than called none."""


@dataclass(frozen=True, slots=True)
class ClauseForm:
    """By what the shares of real minutes are told apart: the verb group's form, voice, and class of verb."""

    form: str
    passive: bool
    verb: str
    main: bool
    """Whether it stands by itself, as in "Hedge to be cut", and does not hang on another verb or noun."""


def form_of(facts: Facts) -> ClauseForm:
    """The clause's form; a verb that is both of delivery and of work counts as one of delivery."""
    verb = "deliver" if Verbs.DELIVER in facts.verbs else "task" if Verbs.TASK in facts.verbs else "other"
    return ClauseForm(str(facts.clause.form), facts.clause.passive, verb, facts.clause.link is Link.MAIN)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause of a reading; all stretches are offsets into the reading's text (0-based, end exclusive)."""

    clause: tuple[int, int]
    head: tuple[int, int]
    governor: tuple[int, int] | None
    features: tuple[str, ...]
    label: str
    form: ClauseForm


@dataclass(frozen=True, slots=True)
class Example:
    """A reading, its clauses, and what is marked in it: commitments by kind, near misses by reason, and fields."""

    document: str
    reading: Reading
    candidates: tuple[Candidate, ...]
    marks: tuple[tuple[str, int, int], ...]


def minutes_of(text: str) -> Minutes:
    """An annotated document's text, read and structured as a text file is."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "minutes.txt"
        path.write_text(text, encoding="utf-8", newline="")
        source, problems = read_path(str(path))
    assert source is not None, problems
    return structure(source)[0]


def examples_of(annotated: Annotated, nlp: Language) -> Iterator[Example]:
    """Every reading of the document that has a clause, in order."""
    minutes = minutes_of(annotated.text)
    assert minutes.source.text == annotated.text, f"{annotated.name}: the reader changes the text"
    tagged = {index for tag in minutes.tags for index in tag.covers}
    for index, passage in enumerate(minutes.passages):
        context = context_of(minutes, index, index in tagged)
        if is_read(passage) and may_hold_a_commitment(passage.text, context.lead):
            doc = nlp(passage.text)
            clauses = list(facts_in(doc, passage.text, context))
            labels = labels_in(
                doc, clauses, marks_in(passage, annotated.commitments), marks_in(passage, annotated.near_misses)
            )
            places = marks_in(passage, annotated.marks)
            for reading in readings(doc, passage.text, context):
                yield _example(annotated.name, reading, list(zip(clauses, labels, strict=True)), places)


def marks_in(passage: Passage, marks: Iterable[Mark]) -> list[tuple[int, int, Mark]]:
    """The marks that lie in the passage, each after its offsets into the passage's text."""
    result = []
    for mark in marks:
        start, end = bisect_left(passage.origins, mark.span.start), bisect_left(passage.origins, mark.span.end)
        if (end - start) * 2 > (mark.span.end - mark.span.start) * 0.9:
            result.append((start, end, mark))
    return result


def labels_in(
    doc: Doc, clauses: list[Facts], commitments: list[tuple[int, int, Mark]], near: list[tuple[int, int, Mark]]
) -> list[str]:
    """For each clause the kind of the commitment that it tells best, "none" or "skip"; marks as from `marks_in`."""
    labels = [NONE] * len(clauses)
    places = [extent(doc, facts) for facts in clauses]
    for start, end, mark in near:
        for index, facts in enumerate(clauses):
            if mark.why == "borderline" and start <= facts.clause.head.idx < end:
                labels[index] = SKIP
    for start, end, mark in commitments:
        inside = [index for index, facts in enumerate(clauses) if start <= facts.clause.head.idx < end]
        shares = {index: share(places[index], (start, end)) for index in inside}
        if not shares:
            continue
        best = max(shares, key=lambda index: shares[index])
        for index in inside:
            labels[index] = SKIP if shares[index] >= SAME else labels[index]
        labels[best] = mark.name
    return labels


def share(one: tuple[int, int], other: tuple[int, int]) -> float:
    """How much two stretches have in common, of what they cover together."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def _example(
    name: str, reading: Reading, clauses: list[tuple[Facts, str]], places: list[tuple[int, int, Mark]]
) -> Example:
    def here(start: int, end: int) -> tuple[int, int]:
        return max(start, reading.start) - reading.start, min(end, reading.end) - reading.start

    inside = [pair for pair in clauses if reading.start <= pair[0].clause.head.idx < reading.end]
    return Example(
        document=name,
        reading=reading,
        candidates=tuple(
            Candidate(
                clause=here(*clause_place(facts)),
                head=here(*head_place(facts)),
                governor=here(*governor) if (governor := governor_place(facts)) else None,
                features=features_of(facts),
                label=label,
                form=form_of(facts),
            )
            for facts, label in inside
        ),
        marks=tuple(
            (mark.why or mark.name, *here(start, end))
            for start, end, mark in places
            if start < reading.end and end > reading.start
        ),
    )
