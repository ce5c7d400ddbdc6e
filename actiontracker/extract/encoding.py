"""Readings as arrays: word pieces, which of them each clause is made of, and which features each clause has.

The arrays are what the trained network takes, when it is trained as when it is used.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray
    from tokenizers import Encoding, Tokenizer

    from actiontracker.extract.reading import Reading

PLACE_PIECES: Final = 28
AROUND_PIECES: Final = 24
TEXT_PIECES: Final = 240
"""The most word pieces that are read of each part of a reading; a longer text loses its end."""
_FIRST, _BETWEEN = "[CLS]", "[SEP]"


@dataclass(frozen=True, slots=True)
class Clause:
    """What the network is told of a clause; the stretches are offsets into the reading's text."""

    words: tuple[int, int]
    head: tuple[int, int]
    governor: tuple[int, int] | None
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Encoded:
    """A reading as word pieces; piece `at + i` of `ids` stands for `text[offsets[i][0]:offsets[i][1]]`.

    Pieces may share a character: one sign of another script can be several pieces.
    """

    ids: tuple[int, ...]
    at: int
    offsets: tuple[tuple[int, int], ...]
    words: tuple[int, ...]
    """For each piece the number of the written word that it belongs to, from 0; "re-issue" and "Clerk's" are one."""

    def pieces(self, place: tuple[int, int]) -> range:
        """The numbers of the pieces that share a character with a stretch of the text, from 0."""
        inside = [i for i, (start, end) in enumerate(self.offsets) if max(start, place[0]) < min(end, place[1])]
        return range(inside[0], inside[-1] + 1) if inside else range(0)


def encode(tokenizer: Tokenizer, reading: Reading) -> Encoded:
    """The reading's parts as one row of word pieces."""
    first, between = (int(tokenizer.token_to_id(name) or 0) for name in (_FIRST, _BETWEEN))
    place, before, text, after = (
        tokenizer.encode(part, add_special_tokens=False)
        for part in (reading.place, reading.before, reading.text, reading.after)
    )
    opening = [first, *place.ids[:PLACE_PIECES], between, *before.ids[-AROUND_PIECES:], between]
    closing = [between, *after.ids[:AROUND_PIECES], between]
    return Encoded(
        ids=(*opening, *text.ids[:TEXT_PIECES], *closing),
        at=len(opening),
        offsets=tuple((start, _past_accents(reading.text, end)) for start, end in text.offsets[:TEXT_PIECES]),
        words=tuple(_words(reading.text, text))[:TEXT_PIECES],
    )


def _past_accents(text: str, end: int) -> int:
    """The end of a piece with the accents that follow as signs of their own, which the tokenizer leaves out."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


_JOINT: Final = re.compile(r"(?<=\w)[-'’\u2010\u2011](?=\w)")
"""What holds a written word together that the tokenizer takes for a word by itself."""


def _words(text: str, pieces: Encoding) -> Iterator[int]:
    joints = {match.start() for match in _JOINT.finditer(text)}
    number, before, reached = -1, None, 0
    for word, (start, end) in zip(pieces.word_ids, pieces.offsets, strict=True):
        joined = start <= reached and not joints.isdisjoint((start, start - 1))
        if number < 0 or (word != before and not joined):
            number += 1
        yield number
        before, reached = word, end


def arrays(rows: Sequence[tuple[Encoded, Sequence[Clause]]], features: Mapping[str, int]) -> dict[str, NDArray[Any]]:
    """The network's inputs for some readings; `features` numbers the features it knows from 0, others are passed over.

    `ids`, `mask` and `types` are rows by pieces; `clause`, `head` and `governor` rows by clauses by pieces, each
    clause's shares adding up to one; `within` rows by pieces by clauses, one at the smallest clause that holds the
    piece; `features` rows by clauses by features.
    """
    longest = max(len(encoded.ids) for encoded, _ in rows)
    most = max(1, *(len(clauses) for _, clauses in rows))
    shape = (len(rows), most, longest)
    out: dict[str, NDArray[Any]] = {
        "ids": np.zeros((len(rows), longest), np.int64),
        "mask": np.zeros((len(rows), longest), np.int64),
        "types": np.zeros((len(rows), longest), np.int64),
        "clause": np.zeros(shape, np.float32),
        "head": np.zeros(shape, np.float32),
        "governor": np.zeros(shape, np.float32),
        "within": np.zeros((len(rows), longest, most), np.float32),
        "features": np.zeros((len(rows), most, len(features)), np.float32),
    }
    for row, (encoded, clauses) in enumerate(rows):
        out["ids"][row, : len(encoded.ids)] = encoded.ids
        out["mask"][row, : len(encoded.ids)] = 1
        out["types"][row, encoded.at : encoded.at + len(encoded.offsets)] = 1
        _put_clauses(out, row, encoded, clauses, features)
    return out


def _put_clauses(
    out: dict[str, NDArray[Any]], row: int, encoded: Encoded, clauses: Sequence[Clause], features: Mapping[str, int]
) -> None:
    pieces = [encoded.pieces(clause.words) for clause in clauses]
    for number in sorted(range(len(clauses)), key=lambda number: -len(pieces[number])):
        clause = clauses[number]
        places = {"clause": clause.words, "head": clause.head, "governor": clause.governor}
        for name, place in places.items():
            held = encoded.pieces(place) if place is not None else range(0)
            out[name][row, number, encoded.at + held.start : encoded.at + held.stop] = 1 / max(1, len(held))
        inside = pieces[number]
        out["within"][row, encoded.at + inside.start : encoded.at + inside.stop] = 0
        out["within"][row, encoded.at + inside.start : encoded.at + inside.stop, number] = 1
        known = [features[name] for name in clause.features if name in features]
        out["features"][row, number, known] = 1
