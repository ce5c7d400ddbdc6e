"""The spaCy component that lets the trained network decide: `commitment_clauses`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from spacy.language import Language

from actiontracker.errors import ModelError
from actiontracker.extract.candidates import rows_of
from actiontracker.extract.classifier import open_classifier
from actiontracker.extract.facts import Context
from actiontracker.extract.find import mark, register_extensions
from actiontracker.extract.levels import FACTORY
from actiontracker.extract.trained import found_by, weights_of
from actiontracker.records import Section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc

    from actiontracker.extract.classifier import Classifier

__all__ = ["FACTORY", "CommitmentClauses"]


class CommitmentClauses:
    """Marks the commitments of a passage in `doc.spans["commitments"]`, with the kind as label."""

    def __init__(self, classifier: Classifier, weights: Mapping[str, float]) -> None:
        register_extensions()
        self.classifier = classifier
        self.weights = weights

    def __call__(self, doc: Doc) -> Doc:
        """The passage with its commitments marked."""
        text, context = doc.text, doc._.context or Context(Section.MINUTES)
        rows = rows_of(doc, text, context)
        verdicts = self.classifier.judge([(row.reading, row.clauses()) for row in rows])
        return mark(doc, found_by(doc, text, rows, verdicts, self.weights, doc._.min_score), text)


@Language.factory(
    FACTORY,
    requires=["token.dep", "token.head", "token.pos", "token.morph", "token.lemma", "doc.sents"],
    assigns=["doc.spans"],
    default_config={"folder": "", "threads": 1},
)
def commitment_clauses(nlp: Language, name: str, folder: str, threads: int) -> CommitmentClauses:  # noqa: ARG001 - spaCy hands over both
    """The component with the network that lies in `folder`, on so many threads; ModelError when it does not fit."""
    classifier = open_classifier(Path(folder), threads)
    weights = weights_of(classifier.meta)
    if weights is None:
        raise ModelError(f"{folder}: the clause network is not calibrated", "Install actiontracker again")
    return CommitmentClauses(classifier, weights)
