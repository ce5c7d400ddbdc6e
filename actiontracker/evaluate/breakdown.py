"""The measures part by part: by kind, by layout, by document, and by why a near miss is none."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.annotation import layout_of, reason_of
from actiontracker.evaluate.measure import Evaluation, Share
from actiontracker.records import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from actiontracker.evaluate.judge import Judged

UNMARKED: Final = "not marked"
"""Stands for the false finds on words that nobody marked as a near miss."""


@dataclass(frozen=True, slots=True)
class KindFigures:
    """One kind: obligations of it found, finds called so that are right, and how many have the right name."""

    kind: str
    recall: Share
    """Obligations of that kind that were found, whatever they were called."""
    precision: Share
    """Finds called so that hit an obligation, of whatever kind."""
    named: Share
    """Obligations of that kind that were found and called so, of those found."""


def by_kind(evaluation: Evaluation) -> tuple[KindFigures, ...]:
    """The figures of each kind, in the order of `Kind`; kinds that occur nowhere are left out."""
    figures = (_kind(evaluation, kind.value) for kind in Kind)
    return tuple(each for each in figures if each.recall.of or each.precision.of)


def _kind(evaluation: Evaluation, kind: str) -> KindFigures:
    hits = list(evaluation.hits())
    of_kind = [found for place, found in hits if place.kind == kind]
    called = sum(found.kind == kind for _, found in hits)
    missed = sum(place.kind == kind for each in evaluation.judged for place in each.missed)
    false = sum(found.kind == kind for each in evaluation.judged for found in each.false)
    return KindFigures(
        kind,
        recall=Share(len(of_kind), len(of_kind) + missed),
        precision=Share(called, called + false),
        named=Share(sum(found.kind == kind for found in of_kind), len(of_kind)),
    )


def by_layout(evaluation: Evaluation) -> tuple[tuple[str, Evaluation], ...]:
    """Every layout with the measures of its documents, most documents first."""
    return tuple(sorted(_parts(evaluation, lambda each: layout_of(each.document)), key=lambda part: -part[1].documents))


def by_document(evaluation: Evaluation) -> tuple[tuple[str, Evaluation], ...]:
    """Every document's name with its measures, in the order given."""
    return tuple(_parts(evaluation, lambda each: each.document.name))


def _parts(evaluation: Evaluation, part_of: Callable[[Judged], str]) -> list[tuple[str, Evaluation]]:
    parts: dict[str, list[Judged]] = {}
    for each in evaluation.judged:
        parts.setdefault(part_of(each), []).append(each)
    return [(part, Evaluation(tuple(judged))) for part, judged in parts.items()]


@dataclass(frozen=True, slots=True)
class ReasonFigures:
    """Near misses of one reason and how many of them were taken for commitments; no `marked` for unmarked words."""

    reason: str
    taken: int
    marked: int | None


def by_reason(evaluation: Evaluation) -> tuple[ReasonFigures, ...]:
    """Every reason for a near miss, those that mislead most first; last, false finds on words without a mark."""
    marked = Counter(reason_of(mark.why) for each in evaluation.judged for mark in each.document.near_misses)
    taken = Counter(reason_of(mark.why) for each in evaluation.judged for mark, _ in each.fooled)
    on_marks = sum(len(each.fooled) - len(each.forgiven) for each in evaluation.judged)
    unmarked = sum(len(each.false) for each in evaluation.judged) - on_marks
    rows = [ReasonFigures(reason, taken[reason], number) for reason, number in marked.items()]
    return (*sorted(rows, key=lambda row: (-row.taken, row.reason)), ReasonFigures(UNMARKED, unmarked, None))
