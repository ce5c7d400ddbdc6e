"""From what the network makes of a passage to what is found in it: a calibrated score, a kind, and the fields."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from actiontracker.extract.candidates import candidates
from actiontracker.extract.constructions import TAKEN_UP
from actiontracker.extract.find import Found, found_as
from actiontracker.extract.governors import Matrix

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc

    from actiontracker.extract.candidates import Candidate, Row
    from actiontracker.extract.classifier import Judged
    from actiontracker.extract.facts import Facts
    from actiontracker.records import Kind

NO_RULE: Final = 0.02
"""What a clause that no rule fits counts as among the rules' scores."""
SURE_RULE: Final = 0.3
"""The least score of the rules at which their kind is taken: they know the forms that tell one kind from another."""
SIGNALS: Final = ("bias", "inside", "clause", "no clause", "alone", "rule")
"""What the calibration weighs, in this order."""
NETWORK_CUE: Final = "clause network"


def found_by(
    doc: Doc, text: str, rows: Sequence[Row], judged: Sequence[Judged], weights: Mapping[str, float], threshold: float
) -> Iterator[Found]:
    """Every candidate of the passage that scores `threshold` (0 to 1) or more."""
    suggestion: Facts | None = None
    for one in candidates(doc, rows, judged):
        score = score_of(weights, one)
        if score >= threshold:
            yield _found(doc, text, one, score, suggestion)
        elif one.facts is not None and one.facts.clause.matrix is Matrix.SUGGEST:
            suggestion = one.facts


def _found(doc: Doc, text: str, one: Candidate, score: float, suggestion: Facts | None) -> Found:
    cue = one.decision.cue.name if one.decision is not None else NETWORK_CUE
    content = suggestion if cue == TAKEN_UP else None
    found = found_as(doc, text, one.facts, (one.start, one.end), _kind(one), score, cue, content)
    return found if one.facts is not None else replace(found, owner=_owner(one))


SEEN: Final = 0.8
"""From when on the network's sight of an owner counts, where there is no tree to tell."""


def _owner(one: Candidate) -> tuple[int, int] | None:
    """The owner that the network surely sees in a stretch without a clause; on clauses the tree is right more often."""
    seen, chance = one.field("owner")
    return seen if chance > SEEN else None


def _kind(one: Candidate) -> Kind:
    sure = one.decision is not None and one.decision.score >= SURE_RULE
    return one.decision.kind if sure and one.decision is not None else one.kind


def _logit(probability: float) -> float:
    held = min(max(probability, 1e-3), 1 - 1e-3)
    return math.log(held / (1 - held))


def signals(one: Candidate) -> dict[str, float]:
    """What speaks for a candidate, as the numbers that the calibration weighs."""
    rule = one.decision.score if one.decision is not None else NO_RULE
    return {
        "bias": 1.0,
        "inside": _logit(one.inside),
        "clause": _logit(one.clause) if one.clause is not None else 0.0,
        "no clause": float(one.clause is None),
        "alone": _logit(one.inside) if one.clause is None else 0.0,
        "rule": _logit(rule) if one.clause is not None else 0.0,
    }


def score_of(weights: Mapping[str, float], one: Candidate) -> float:
    """The calibrated probability that a candidate is a commitment."""
    total = sum(weights[name] * value for name, value in signals(one).items())
    return 0.5 + math.tanh(total / 2) / 2  # the logistic function, which does not overflow so


def weights_of(meta: Mapping[str, Any]) -> dict[str, float] | None:
    """The calibration's weights by the names of the signals; None where one is missing or no number."""
    held = meta.get("calibration")
    if not isinstance(held, dict) or not all(isinstance(held.get(name), int | float) for name in SIGNALS):
        return None
    weights = {name: float(held[name]) for name in SIGNALS}
    return weights if all(math.isfinite(weight) for weight in weights.values()) else None
