"""Applies the cues: is a clause a commitment, of what kind, and how sure are we."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar

from actiontracker.extract.constructions import CONSTRUCTIONS
from actiontracker.extract.facts import Lead
from actiontracker.extract.governors import Matrix
from actiontracker.extract.modifiers import MODIFIERS
from actiontracker.extract.subjects import SubjectClass
from actiontracker.extract.verbs import Form
from actiontracker.records import Kind, Section

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from actiontracker.extract.cues import Cue
    from actiontracker.extract.facts import Facts

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Decision:
    """The construction that fits best, and the score between 0 and 1 that the modifiers leave it."""

    cue: Cue
    score: float
    kind: Kind


_DECIDED: Final = frozenset({Lead.RESOLVED, Lead.AGREED})
"""Leads that tell a decision of the body, which makes a resolution of what hangs on them."""


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def fits(cue: Cue, facts: Facts) -> bool:
    """Whether every condition that the cue sets holds for the clause."""
    return (
        _fits_tree(cue, facts) and _fits_governor(cue, facts) and _fits_content(cue, facts) and _fits_words(cue, facts)
    )


def _within(value: _Value, allowed: AbstractSet[_Value] | None) -> bool:
    return allowed is None or value in allowed


def _is(value: bool, wanted: bool | None) -> bool:
    return wanted is None or value is wanted


def _fits_tree(cue: Cue, facts: Facts) -> bool:
    clause = facts.clause
    return (
        _within(clause.form, cue.forms)
        and _within(clause.subject_class, cue.subjects)
        and _within(clause.link, cue.links)
        and _is(clause.passive, cue.passive)
        and _is(clause.negated, cue.negated)
        and _is(clause.condition, cue.condition)
        and _is(facts.opening, cue.opening)
    )


def _fits_governor(cue: Cue, facts: Facts) -> bool:
    clause, context = facts.clause, facts.context
    return (
        _within(clause.matrix, cue.matrices)
        and _within(facts.asker_class, cue.askers)
        and _within(facts.governor_lemma, cue.governors)
        and _within(context.lead, cue.leads)
        and _is(clause.question, cue.question)
        and _is(clause.matrix_told, cue.matrix_told)
        and _is(context.tagged, cue.tagged)
    )


def _fits_content(cue: Cue, facts: Facts) -> bool:
    return (
        (cue.verbs is None or bool(facts.verbs & cue.verbs))
        and (cue.not_verbs is None or not facts.verbs & cue.not_verbs)
        and _within(facts.lemma, cue.lemmas)
        and _within(facts.clause.noun, cue.nouns)
        and _is(facts.information, cue.information)
        and _is(facts.recipient, cue.recipient)
        and (cue.deadline is None or facts.deadline is cue.deadline)
        and (cue.meeting is None or facts.meeting is cue.meeting)
    )


def _fits_words(cue: Cue, facts: Facts) -> bool:
    return (cue.words is None or _pattern(cue.words).search(facts.text) is not None) and (
        cue.sentence is None or _pattern(cue.sentence).search(facts.sentence) is not None
    )


_OF_TOLD = tuple(cue for cue in CONSTRUCTIONS if cue.forms is None or Form.TOLD in cue.forms)


def may_bind(form: Form, lemma: str, matrix: Matrix) -> bool:
    """Whether any construction could fit a clause with this form, verb and governor; most told ones cannot."""
    if form is not Form.TOLD:
        return True
    return any(_within(lemma, cue.lemmas) and _within(matrix, cue.matrices) for cue in _OF_TOLD)


@dataclass(frozen=True, slots=True)
class Case:
    """What the cues say of a clause: the constructions that fit, the strongest, the modifiers that count, their sum."""

    fitting: tuple[Cue, ...]
    best: Cue
    modifiers: tuple[Cue, ...]

    @property
    def total(self) -> float:
        """The log-odds that the strongest construction and its modifiers add up to."""
        return self.best.weight + sum(cue.weight for cue in self.modifiers)


def case_of(facts: Facts) -> Case | None:
    """What the cues say of the clause, or None when no construction fits."""
    fitting = tuple(cue for cue in CONSTRUCTIONS if fits(cue, facts))
    if not fitting:
        return None
    best = max(fitting, key=lambda cue: cue.weight)
    return Case(fitting, best, tuple(cue for cue in MODIFIERS if cue.name not in best.despite and fits(cue, facts)))


def decide(facts: Facts) -> Decision | None:
    """The best case for the clause being a commitment, or None when no construction fits."""
    case = case_of(facts)
    return Decision(case.best, 1 / (1 + math.exp(-case.total)), _kind(case.best, facts)) if case is not None else None


def _kind(cue: Cue, facts: Facts) -> Kind:
    """The construction's kind, unless the clause stands under a resolution or a recommendation."""
    kind = cue.kind or Kind.UNDERTAKING
    context = facts.context
    if context.lead is Lead.RECOMMENDED or facts.lemma == "recommend":
        return Kind.RECOMMENDATION
    if kind not in (Kind.UNDERTAKING, Kind.REQUEST) or _told_by_one(facts):
        return kind
    resolved = context.section is Section.RESOLUTION or _governed_by_resolve(facts)
    decided = context.lead in _DECIDED or (kind is Kind.UNDERTAKING and resolved)
    return Kind.RESOLUTION if decided else kind


def _told_by_one(facts: Facts) -> bool:
    """Whether one person says or promises it, so that the body's decision is not what binds."""
    clause = facts.clause
    return clause.matrix is Matrix.SAY or (clause.matrix is Matrix.AGREE and facts.asker_class is SubjectClass.PERSON)


def _governed_by_resolve(facts: Facts) -> bool:
    governor = facts.clause.governor
    return governor is not None and governor.lemma_.lower() == "resolve"
