"""One document: which commitments were found, which were missed, and which finds are false."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.annotation import FIELDS, KINDS
from actiontracker.annotation.gold import kind_of
from actiontracker.evaluate.agreement import pairs

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from actiontracker.annotation import Annotated, Mark
    from actiontracker.evaluate.prediction import Prediction
    from actiontracker.records import Span

DOUBTFUL: Final = "borderline"
"""How the reason of a near miss begins on which a find is neither right nor wrong."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A place that tells of a commitment, as people marked it; `group` is shared by all places of one obligation."""

    span: Span
    kind: str
    fields: Mapping[str, str | None]
    group: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A document with what became of its commitments and of the predictions; each obligation counts once."""

    document: Annotated
    hits: tuple[tuple[Expected, Prediction], ...]
    missed: tuple[Expected, ...]
    false: tuple[Prediction, ...]
    repeated: tuple[Prediction, ...]
    """Finds of an obligation that another one found already: neither right nor wrong."""
    forgiven: tuple[Prediction, ...]
    """Finds on a borderline near miss: neither right nor wrong."""
    fooled: tuple[tuple[Mark, Prediction], ...]
    """Near misses that a find stands on, borderline ones too."""

    @property
    def has_commitments(self) -> bool:
        """Whether people marked any; where they did not, every find but a forgiven one is false."""
        return bool(self.document.commitments)

    @property
    def found_nothing(self) -> bool:
        """Whether there was no prediction at all."""
        return not (self.hits or self.false or self.repeated or self.forgiven)


def expected(document: Annotated) -> tuple[Expected, ...]:
    """Every place that tells of a commitment; a suggestion taken up later is one more place of its commitment."""
    places = [mark for mark in document.marks if mark.name in KINDS or mark.name == "suggested"]
    return tuple(
        Expected(
            mark.span,
            kind_of(document, mark),
            {name: document.field_words(mark, name) for name in FIELDS},
            mark.ids[0],
        )
        for mark in places
    )


def judge(document: Annotated, found: Sequence[Prediction]) -> Judged:
    """What is right, missed and false in one document.

    A find hits a place when they share at least half of the shorter one, each once at most. The first hit of an
    obligation counts, further ones neither for nor against; so does a find on a borderline near miss.
    """
    places = expected(document)
    paired = pairs(_spans(places), _spans(found))
    first: dict[int, tuple[int, int]] = {}
    for i, j in paired:
        first.setdefault(places[i].group, (i, j))
    counted, used = {j for _, j in first.values()}, {j for _, j in paired}
    free = [each for j, each in enumerate(found) if j not in used]
    doubtful = [mark for mark in document.near_misses if _is_doubtful(mark)]
    plain = [mark for mark in document.near_misses if not _is_doubtful(mark)]
    on_doubtful = pairs(_spans(doubtful), _spans(free))
    forgiven = {j for _, j in on_doubtful}
    false = [each for j, each in enumerate(free) if j not in forgiven]
    return Judged(
        document=document,
        hits=tuple((places[i], found[j]) for i, j in first.values()),
        missed=_missed(places, first),
        false=tuple(false),
        repeated=tuple(found[j] for j in sorted(used - counted)),
        forgiven=tuple(free[j] for j in sorted(forgiven)),
        fooled=(
            *((doubtful[i], free[j]) for i, j in on_doubtful),
            *((plain[i], false[j]) for i, j in pairs(_spans(plain), _spans(false))),
        ),
    )


def _missed(places: Sequence[Expected], hits: Container[int]) -> tuple[Expected, ...]:
    """The first place of every obligation that was not found."""
    missed: dict[int, Expected] = {}
    for place in places:
        if place.group not in hits:
            missed.setdefault(place.group, place)
    return tuple(missed.values())


def _is_doubtful(near_miss: Mark) -> bool:
    return near_miss.why.lower().startswith(DOUBTFUL)


def _spans(items: Iterable[Mark | Prediction | Expected]) -> list[Span]:
    return [item.span for item in items]
