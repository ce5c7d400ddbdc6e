"""All documents together: precision, recall, F1, kinds and fields right, clean documents left clean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from actiontracker.annotation import FIELDS
from actiontracker.evaluate.agreement import same_words
from actiontracker.evaluate.judge import judge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from actiontracker.annotation import Annotated
    from actiontracker.evaluate.judge import Expected, Judged
    from actiontracker.evaluate.prediction import Prediction


@dataclass(frozen=True, slots=True)
class Share:
    """So many right of so many."""

    right: int
    of: int

    @property
    def value(self) -> float | None:
        """Between 0 and 1; None where there is nothing to be right about."""
        return self.right / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Some documents, judged, and the measures over all of them together."""

    judged: tuple[Judged, ...]

    @property
    def documents(self) -> int:
        """How many documents were judged."""
        return len(self.judged)

    @property
    def right(self) -> int:
        """Obligations that were found."""
        return sum(len(each.hits) for each in self.judged)

    @property
    def gold(self) -> int:
        """Obligations that people marked; one that is told several times counts once."""
        return self.right + sum(len(each.missed) for each in self.judged)

    @property
    def found(self) -> int:
        """Predictions that are right or wrong."""
        return self.right + sum(len(each.false) for each in self.judged)

    @property
    def precision(self) -> Share:
        """How much of what was found is right."""
        return Share(self.right, self.found)

    @property
    def recall(self) -> Share:
        """How much of what there is was found."""
        return Share(self.right, self.gold)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where there is neither."""
        return 2 * self.right / (self.found + self.gold) if self.right else None

    @property
    def kind(self) -> Share:
        """How many of the obligations found were given the right kind."""
        return Share(sum(place.kind == found.kind for place, found in self.hits()), self.right)

    @property
    def fields(self) -> Mapping[str, Share]:
        """For each field: how often it is right, of the obligations found that have one or were given one."""
        return {name: self._field(name) for name in FIELDS}

    @property
    def clean(self) -> Share:
        """In how many of the documents without any commitment nothing was found."""
        empty = [each for each in self.judged if not each.has_commitments]
        return Share(sum(each.found_nothing for each in empty), len(empty))

    def hits(self) -> Iterable[tuple[Expected, Prediction]]:
        """Every obligation found, as marked and as predicted."""
        return (hit for each in self.judged for hit in each.hits)

    def _field(self, name: str) -> Share:
        said = [(place.fields[name], getattr(found, name)) for place, found in self.hits()]
        seen = [(marked, given) for marked, given in said if marked or given]
        return Share(sum(same_words(marked, given) for marked, given in seen), len(seen))


def evaluate(documents: Iterable[Annotated], predict: Callable[[Annotated], Sequence[Prediction]]) -> Evaluation:
    """What `predict` makes of each document, judged; it is to look at the document's text and name only."""
    return Evaluation(tuple(judge(document, predict(document)) for document in documents))
