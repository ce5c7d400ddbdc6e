"""The whole pipeline, from a text to resolved actions, measured on annotated documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actiontracker.evaluate import evaluate, predictions
from actiontracker.extract import extract
from actiontracker.resolve import resolve
from models.examples import minutes_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language

    from actiontracker.annotation import Annotated
    from actiontracker.evaluate import Evaluation, Prediction


def measured(documents: Sequence[Annotated], nlp: Language, level: float) -> Evaluation:
    """What the pipeline makes of the documents at a score (0 to 1)."""

    def predict(document: Annotated) -> Sequence[Prediction]:
        minutes = minutes_of(document.text)
        return predictions(resolve(minutes, extract(minutes, nlp, level)[0])[0])

    return evaluate(documents, predict)
