"""How sure to be, by name: the scores that were found on the corpus's development part and ship with the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actiontracker.extract.find import THRESHOLD

if TYPE_CHECKING:
    from spacy.language import Language

    from actiontracker.records import Level

FACTORY: Final = "commitment_clauses"
"""The component that has levels."""


def score_at(nlp: Language, level: Level) -> float:
    """The least score (0 to 1) at a level; without a network that has levels, what the rules report from."""
    if not nlp.has_pipe(FACTORY):
        return THRESHOLD
    classifier = getattr(nlp.get_pipe(FACTORY), "classifier", None)
    levels = classifier.meta.get("levels", {}) if classifier is not None else {}
    return float(levels.get(level.value, THRESHOLD))
