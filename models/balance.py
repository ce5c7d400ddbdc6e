"""Weighs the corpus so that clauses of each form bind as often as they do in real minutes.

The corpus was written with many hard pairs, so that "would be sent" is a near miss in it more often than in life. Only
the plain future was bent so; `models/shares.json` holds its shares in real minutes as counts alone: clauses of a form,
and how many of them bind. Forms that are not in it keep the corpus's own share.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from models.examples import NONE, SKIP, ClauseForm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from models.examples import Candidate, Example

PRIOR: Final = 15
"""How many clauses the corpus's own share counts as beside those counted in real minutes."""
LEAST, MOST = 0.4, 3.0
"""The borders of a weight, so that no form drowns the others."""


@dataclass(frozen=True, slots=True)
class Balance:
    """The weight of a clause of each form: of one that binds, and of one that does not."""

    weights: Mapping[ClauseForm, tuple[float, float]]

    def weight(self, candidate: Candidate) -> float:
        """How much the candidate counts in training; 1 for a form that was never counted."""
        return self.of(candidate.form, candidate.label)

    def of(self, form: ClauseForm, label: str) -> float:
        """The weight of a clause by its form and label."""
        binds, does_not = self.weights.get(form, (1.0, 1.0))
        return does_not if label == NONE else binds


def balance_of(examples: Sequence[Example], shares: Path) -> Balance:
    """The weights that give the examples the shares of the file."""
    clauses: Counter[ClauseForm] = Counter()
    binding: Counter[ClauseForm] = Counter()
    for one in (one for example in examples for one in example.candidates if one.label != SKIP):
        clauses[one.form] += 1
        binding[one.form] += one.label != NONE
    real = {
        ClauseForm(row["form"], row["passive"], row["verb"], row["main"]): (row["clauses"], row["binding"])
        for row in json.loads(shares.read_text(encoding="utf-8"))
    }
    return Balance({form: _weights(clauses[form], binding[form], *real.get(form, (0, 0))) for form in clauses})


def _weights(clauses: int, binding: int, real_clauses: int, real_binding: int) -> tuple[float, float]:
    own = binding / clauses
    wanted = (real_binding + PRIOR * own) / (real_clauses + PRIOR)
    return _held(wanted, own), _held(1 - wanted, 1 - own)


def _held(wanted: float, own: float) -> float:
    return min(MOST, max(LEAST, wanted / own)) if own > 0 else 1.0
