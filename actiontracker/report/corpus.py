"""What a corpus of annotated documents holds, as lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.report.build import Column, Listing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from actiontracker.annotation.census import Census
    from actiontracker.annotation.shared_runs import SharedRun


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of something, and of how many that is a part."""

    what: str
    number: int
    of: int | None = None

    @property
    def share(self) -> float | None:
        """Between 0 and 1; None where it is no part of anything."""
        return self.number / self.of if self.of else None


def counts(census: Census) -> tuple[Count, ...]:
    """The census as rows: documents, commitments with their kinds and fields, near misses with their reasons."""
    return (
        Count("documents", census.documents),
        Count("documents without a commitment", census.clean, census.documents),
        Count("words", census.words),
        Count("commitments", census.commitments),
        Count("places that tell of one", census.places),
        *_parts("kind", census.kinds.items(), census.places),
        *_parts("with", census.fields.items(), census.places),
        Count("near misses", census.near_misses),
        *_parts("near miss", census.reasons.items(), census.near_misses),
    )


def _parts(label: str, numbers: Iterable[tuple[str, int]], of: int) -> Iterator[Count]:
    return (Count(f"{label}: {name}", number, of) for name, number in numbers)


def _percent(count: Count) -> str:
    return "" if count.share is None else f"{count.share:.1%}"


COUNTS: Final[Listing[Count]] = Listing(
    noun=("count", "counts"),
    about="",
    columns=(
        Column("what", "What", lambda c, _: c.what),
        Column("number", "Number", lambda c, _: c.number),
        Column("share", "Share", lambda c, _: _percent(c)),
    ),
    export=(
        Column("what", "What", lambda c, _: c.what),
        Column("number", "Number", lambda c, _: c.number),
        Column("share", "Share", lambda c, _: c.share),
    ),
    empty="There is nothing to count.",
)

RUNS: Final[Listing[SharedRun]] = Listing(
    noun=("run of words", "runs of words"),
    about="in more than one text",
    columns=(
        Column("texts", "Texts", lambda r, _: len(r.texts)),
        Column("words", "Words", lambda r, _: r.words, flexible=True),
        Column("where", "Where", lambda r, _: r.texts[:3], widest=50),
    ),
    export=(
        Column("words", "Words", lambda r, _: r.words),
        Column("texts", "Texts", lambda r, _: r.texts),
    ),
    empty="No run of words stands in more than one text.",
)
