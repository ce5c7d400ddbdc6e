"""What may be a commitment in a passage: clauses from the tree, and runs of word pieces that the network tagged.

The network tags word pieces and judges clauses. A run holds whole words, and is cut where another commitment begins.
Each run belongs to the likeliest clause with its verb in it; a run without any clause ("Litter pick for Jan agenda")
stands by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from actiontracker.extract.decide import decide
from actiontracker.extract.encoding import Clause
from actiontracker.extract.features import clause_place, features_of, governor_place, head_place
from actiontracker.extract.find import extent, facts_in
from actiontracker.extract.reading import Reading, readings
from actiontracker.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc

    from actiontracker.extract.classifier import Judged
    from actiontracker.extract.decide import Decision
    from actiontracker.extract.facts import Context, Facts

KINDS: Final = (Kind.UNDERTAKING, Kind.REQUEST, Kind.RESOLUTION, Kind.RECOMMENDATION, Kind.OFFER)
"""The network's kinds, in the order of its outputs."""
FLOOR: Final = 0.25
"""The least probability of being in a commitment at which a word piece belongs to a run."""
BREAK: Final = 0.4
"""The least probability of beginning a commitment at which a run is cut in two."""


UNREAD: Final = 0.5
"""What the network says of what lies beyond the word pieces that it reads: nothing either way; the rules decide."""


@dataclass(frozen=True, slots=True)
class Row:
    """A reading with the clauses that have their verbs in it."""

    reading: Reading
    facts: tuple[Facts, ...]

    def clauses(self) -> list[Clause]:
        """The clauses as the network is told of them, with offsets into the reading's text."""
        return [_clause(facts, self.reading) for facts in self.facts]


def rows_of(doc: Doc, text: str, context: Context) -> list[Row]:
    """The passage's readings with their clauses, in order; `text` is the document's."""
    facts = list(facts_in(doc, text, context))
    return [
        Row(reading, tuple(one for one in facts if reading.start <= one.clause.head.idx < reading.end))
        for reading in readings(doc, text, context)
    ]


def _clause(facts: Facts, reading: Reading) -> Clause:
    governor = governor_place(facts)
    return Clause(
        words=_within(clause_place(facts), reading),
        head=_within(head_place(facts), reading),
        governor=_within(governor, reading) if governor is not None else None,
        features=features_of(facts),
    )


def _within(place: tuple[int, int], reading: Reading) -> tuple[int, int]:
    """A stretch of the passage as offsets into the reading's text, cut where the reading begins or ends."""
    start, end = (min(max(offset, reading.start), reading.end) - reading.start for offset in place)
    return start, end


def _of_words(chances: NDArray[Any], words: Sequence[int]) -> NDArray[Any]:
    """For each piece the highest of its word's chances, so that no word is torn."""
    if not len(chances):
        return chances
    starts = np.flatnonzero(np.diff(words, prepend=-1))
    return np.repeat(np.maximum.reduceat(chances, starts), np.diff(starts, append=len(chances)))


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of tagged pieces: offsets into the passage's text, and the pieces' numbers."""

    start: int
    end: int
    pieces: slice
    inside: float
    words: int


def runs_of(judged: Judged, start: int) -> Iterator[_Run]:
    """Runs of pieces that the network takes for one commitment each; `start` is where its reading begins.

    They hold whole words, come in order and share no character.
    """
    offsets, words = judged.encoded.offsets, judged.encoded.words
    tagged, begins = 1 - judged.tags[:, 0], judged.tags[:, 1]
    inside = _of_words(tagged, words)
    cuts = (begins >= BREAK) & (begins >= judged.tags[:, 2]) & (np.diff(words, prepend=-1) > 0)
    piece, count = 0, len(offsets)
    while piece < count:
        if inside[piece] < FLOOR:
            piece += 1
            continue
        last = piece + 1
        while last < count and inside[last] >= FLOOR and not cuts[last]:
            last += 1
        if last - piece > 1:
            yield _Run(
                start + offsets[piece][0],
                start + offsets[last - 1][1],
                slice(piece, last),
                float(np.mean(tagged[piece:last])),
                1 + sum(offsets[i][0] > offsets[i - 1][1] for i in range(piece + 1, last)),
            )
        piece = last


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a commitment (offsets into the passage's text), and what speaks for it."""

    start: int
    end: int
    facts: Facts | None
    kind: Kind
    """The kind that the network gives it."""
    inside: float
    """The mean probability that its word pieces belong to a commitment; `UNREAD` where they were not read."""
    clause: float | None
    """The probability that its clause is a commitment; `UNREAD` as above, None where the tree shows no clause."""
    decision: Decision | None
    """What the rules make of its clause."""
    verdict: Judged
    read_from: int
    """Where the reading that it stands in begins in the passage's text."""

    def field(self, name: str) -> tuple[tuple[int, int] | None, float]:
        """Where the network sees the longest stretch of a field within it, and the highest probability it gives."""
        here = (max(0, self.start - self.read_from), max(0, self.end - self.read_from))
        held = self.verdict.encoded.pieces(here)
        by_piece = self.verdict.fields[held.start : held.stop, FIELDS.index(name)]
        chances = _of_words(by_piece, self.verdict.encoded.words[held.start : held.stop])
        highest = float(chances.max(initial=0))
        stretches = _stretches([chance >= _FIELD for chance in chances])
        longest = max(stretches, key=lambda one: one[1] - one[0], default=None)
        if longest is None:
            return None, highest
        offsets = self.verdict.encoded.offsets
        first, last = offsets[held.start + longest[0]], offsets[held.start + longest[1] - 1]
        return (self.read_from + first[0], self.read_from + last[1]), highest


_SHORTEST_RUN: Final = 3
"""Words of a run without a clause; a shorter one is a stray."""
FIELDS: Final = ("owner", "recipient", "deadline", "condition")
"""The network's fields, in the order of its outputs."""
_FIELD: Final = 0.5
"""The least probability at which a word piece belongs to a field."""


def candidates(doc: Doc, rows: Sequence[Row], judged: Sequence[Judged]) -> Iterator[Candidate]:
    """Every clause of the passage, and every run of tagged pieces that no clause accounts for."""
    text = doc.text
    for row, verdict in zip(rows, judged, strict=True):
        runs = list(runs_of(verdict, row.reading.start))
        chances = [float(1 - verdict.clauses[number, 0]) for number in range(len(row.facts))]
        owned = [(run, _clause_of_run(run, row.facts, chances)) for run in runs]
        for number, facts in enumerate(row.facts):
            own = [run for run, owner in owned if owner == number]
            others = [run for run, owner in owned if owner != number]
            place = _place(text, extent(doc, facts), own, others)
            yield _of_clause(row, verdict, number, chances[number], place)
        for run, owner in owned:
            if owner is None and run.words >= _SHORTEST_RUN:
                kind = KINDS[int(np.argmax(verdict.kinds[run.pieces].mean(axis=0)))]
                yield Candidate(run.start, run.end, None, kind, run.inside, None, None, verdict, row.reading.start)


def _stretches(flags: Sequence[bool]) -> list[tuple[int, int]]:
    """Where runs of true flags begin and end (0-based, end exclusive)."""
    found: list[tuple[int, int]] = []
    for number, flag in enumerate(flags):
        if flag and found and found[-1][1] == number:
            found[-1] = (found[-1][0], number + 1)
        elif flag:
            found.append((number, number + 1))
    return found


def _clause_of_run(run: _Run, clauses: Sequence[Facts], chances: Sequence[float]) -> int | None:
    inside = [number for number, facts in enumerate(clauses) if run.start <= facts.clause.head.idx < run.end]
    return max(inside, key=lambda number: chances[number], default=None)


_BREAK: Final = re.compile(r"(?:[,;:.()•·–—-]|\b(?:and|but|or|&))\s*$", re.IGNORECASE)
"""What stands before a run that begins anew; without it the network only faltered in the middle of a clause."""


def _place(text: str, clause: tuple[int, int], own: Sequence[_Run], others: Sequence[_Run]) -> tuple[int, int]:
    """Where the commitment stands: the clause with its first run, but not what belongs to another run."""
    if not own:
        return clause
    start, end = min(clause[0], own[0].start), max(clause[1], own[0].end)
    for other in (*own[1:], *others):
        if _BREAK.search(text[: max(other.start, own[0].start)]) is None:
            continue
        if other.start >= own[0].end:
            end = min(end, max(other.start, own[0].end))
        elif other.end <= own[0].start:
            start = max(start, min(other.end, own[0].start))
    return start, end


def _of_clause(row: Row, verdict: Judged, number: int, chance: float, place: tuple[int, int]) -> Candidate:
    held = verdict.encoded.pieces(_within(place, row.reading))
    kind = KINDS[int(np.argmax(verdict.clauses[number, 1:]))]
    facts = row.facts[number]
    if not held:
        return Candidate(*place, facts, kind, UNREAD, UNREAD, decide(facts), verdict, row.reading.start)
    inside = float(np.mean(1 - verdict.tags[held.start : held.stop, 0]))
    return Candidate(*place, facts, kind, inside, chance, decide(facts), verdict, row.reading.start)
