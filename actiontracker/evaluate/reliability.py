"""Whether scores mean what they say: of the finds with a score near 0.8, are four in five right?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from actiontracker.evaluate.measure import Evaluation

BINS: Final = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The finds whose score is at least `low` and below `high` (the last bin holds 1 too)."""

    low: float
    high: float
    count: int
    mean_score: float
    share_right: float


def scored(evaluation: Evaluation) -> list[tuple[float, bool]]:
    """Every find that is right or wrong: its score and which of the two, the surest first."""
    hits = ((found.score, True) for _, found in evaluation.hits())
    false = ((found.score, False) for each in evaluation.judged for found in each.false)
    return sorted((*hits, *false), reverse=True)


def reliability(evaluation: Evaluation, bins: int = BINS) -> tuple[Bin, ...]:
    """The finds in `bins` equal parts of 0 to 1, from the lowest; empty parts are left out."""
    found: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for score, right in scored(evaluation):
        found[min(bins - 1, max(0, int(score * bins)))].append((score, right))
    return tuple(
        Bin(
            low=place / bins,
            high=(place + 1) / bins,
            count=len(part),
            mean_score=sum(score for score, _ in part) / len(part),
            share_right=sum(right for _, right in part) / len(part),
        )
        for place, part in enumerate(found)
        if part
    )


def average_precision(evaluation: Evaluation) -> float | None:
    """The mean, over all obligations, of the precision down to each one's score; an obligation not found counts 0.

    Finds of one score count together, so that their order does not matter. None where there is no obligation.
    """
    finds = scored(evaluation)
    total, right, seen = 0.0, 0, 0
    for score in sorted({score for score, _ in finds}, reverse=True):
        of_score = [is_right for each, is_right in finds if each == score]
        seen += len(of_score)
        right += sum(of_score)
        total += sum(of_score) * right / seen
    return total / evaluation.gold if evaluation.gold else None
