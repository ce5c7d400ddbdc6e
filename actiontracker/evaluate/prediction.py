"""What a program says of a document, in the form that is measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from actiontracker.annotation import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actiontracker.records import Action, Kind, Span


@dataclass(frozen=True, slots=True)
class Prediction:
    """A commitment as a program found it; `span` is into the document's text, `score` how sure it is (0 to 1)."""

    span: Span
    kind: Kind
    owner: str | None = None
    recipient: str | None = None
    deadline: str | None = None
    condition: str | None = None
    score: float = 1.0


def predictions(actions: Iterable[Action]) -> tuple[Prediction, ...]:
    """What the pipeline found: one prediction an obligation, at the place it is shown with, told-again ones apart."""
    return tuple(_prediction(action) for action in actions)


def _prediction(action: Action) -> Prediction:
    found = action.commitment
    said = {name: getattr(found, name) for name in FIELDS}
    words = {name: value.text if value is not None else None for name, value in said.items()}
    return Prediction(found.span, found.kind, **words, score=found.score)
