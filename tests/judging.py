"""Readings judged by hand: a tokenizer of letters, and a classifier that says what it is told to."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from actiontracker.extract.classifier import Judged
from actiontracker.extract.encoding import encode
from actiontracker.extract.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from actiontracker.extract.encoding import Clause

SURE, UNSURE = 0.9, 0.05
UNKNOWN = "[UNK]"
SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789한.,;:'’-–()"


@cache
def letters() -> Tokenizer:
    """A tokenizer for which every letter is a piece, with the same notion of a word as the shipped one's."""
    names = ["[PAD]", UNKNOWN, "[CLS]", "[SEP]", *SIGNS, *(f"##{sign}" for sign in SIGNS)]
    made = Tokenizer(WordPiece({name: number for number, name in enumerate(names)}, unk_token=UNKNOWN))
    made.normalizer = BertNormalizer()
    made.pre_tokenizer = BertPreTokenizer()
    return made


def reading(text: str, start: int = 0) -> Reading:
    """A reading of a text with nothing around it."""
    return Reading("minutes | |", "", text, "", start)


def judged(
    one: Reading,
    commitments: Sequence[str] = (),
    clauses: Sequence[float] = (),
    fields: Mapping[str, str] | None = None,
    sure: float = SURE,
) -> Judged:
    """A reading in which the named words are commitments (kind: request), so sure, and so the clauses."""
    encoded = encode(letters(), one)
    count = len(encoded.offsets)
    tags, kinds, by_field = np.full((count, 3), [0.94, 0.03, 0.03]), np.full((count, 5), 0.1), np.full((count, 4), 0.05)
    kinds[:, 1] = 0.6
    for words in commitments:
        pieces = encoded.pieces(place(one.text, words))
        tags[pieces] = [1 - sure, 0, sure]
        tags[pieces[0]] = [1 - sure, sure, 0]
    for name, words in (fields or {}).items():
        by_field[
            encoded.pieces(place(one.text, words)), ("owner", "recipient", "deadline", "condition").index(name)
        ] = 0.9
    verdicts = np.array([[1 - chance, 0, chance, 0, 0, 0] for chance in clauses]).reshape(len(clauses), 6)
    return Judged(encoded, tags, kinds, by_field, verdicts)


def place(text: str, words: str) -> tuple[int, int]:
    """Where the words stand in the text."""
    start = text.index(words)
    return start, start + len(words)


def by_chance(one: Reading, clauses: int, seed: int) -> Judged:
    """A reading of which everything is judged by the throw of a die."""
    chance, encoded = np.random.default_rng(seed), encode(letters(), one)
    count = len(encoded.offsets)
    return Judged(
        encoded=encoded,
        tags=chance.dirichlet([0.6, 0.4, 0.6], count),
        kinds=chance.dirichlet(np.ones(5), count),
        fields=chance.random((count, 4)),
        clauses=chance.dirichlet(np.ones(6), clauses),
    )


@dataclass
class FakeClassifier:
    """Takes the named words for commitments and keeps what it was asked."""

    commitments: Sequence[str] = ()
    asked: list[Reading] = field(default_factory=list)

    def judge(self, rows: Sequence[tuple[Reading, Sequence[Clause]]]) -> list[Judged]:
        """The verdicts, in order."""
        self.asked += [one for one, _ in rows]
        return [self._judged(one, clauses) for one, clauses in rows]

    def _judged(self, one: Reading, clauses: Sequence[Clause]) -> Judged:
        here = [words for words in self.commitments if words in one.text]
        places = [place(one.text, words) for words in here]
        binding = [any(start <= clause.head[0] < end for start, end in places) for clause in clauses]
        return judged(one, here, [SURE if binds else UNSURE for binds in binding])
