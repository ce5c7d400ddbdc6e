"""The trained clause network as it ships: word pieces and clauses in, probabilities out, on onnxruntime alone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from actiontracker.errors import ModelError
from actiontracker.extract.encoding import Clause, arrays, encode
from actiontracker.extract.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    from actiontracker.extract.encoding import Encoded

NETWORK, TOKENIZER, META = "network.onnx", "tokenizer.json", "meta.json"


@dataclass(frozen=True, slots=True)
class Judged:
    """What the network makes of a reading; every row is a word piece of the text or a clause, in order."""

    encoded: Encoded
    tags: NDArray[Any]
    """Probabilities that a piece is outside, begins, or is inside a commitment."""
    kinds: NDArray[Any]
    """Probabilities of the kinds, for each piece."""
    fields: NDArray[Any]
    """Probabilities that a piece belongs to an owner, recipient, deadline or condition, each by itself."""
    clauses: NDArray[Any]
    """Probabilities that a clause is none, or a commitment of each kind."""


@dataclass(frozen=True, slots=True)
class Classifier:
    """The network with its vocabulary and the names of its features."""

    session: InferenceSession
    tokenizer: Tokenizer
    features: Mapping[str, int]
    meta: Mapping[str, Any]

    def judge(self, rows: Sequence[tuple[Reading, Sequence[Clause]]]) -> list[Judged]:
        """What it makes of each reading and its clauses, in the order given.

        Each is read by itself: the network's whole numbers are scaled by the largest value in a batch, so that in one
        batch with others a reading would be judged by them too; and on one core a batch saves next to no time.
        """
        return [self._judge(encode(self.tokenizer, reading), clauses) for reading, clauses in rows]

    def _judge(self, encoded: Encoded, clauses: Sequence[Clause]) -> Judged:
        pieces, verdicts = self.session.run(None, arrays([(encoded, clauses)], self.features))
        return _judged(encoded, pieces[0, encoded.at : encoded.at + len(encoded.offsets)], verdicts[0, : len(clauses)])


def _judged(encoded: Encoded, pieces: NDArray[Any], clauses: NDArray[Any]) -> Judged:
    return Judged(
        encoded=encoded,
        tags=_softmax(pieces[:, :3]),
        kinds=_softmax(pieces[:, 3:8]),
        fields=np.exp(-np.logaddexp(0, -pieces[:, 8:])),
        clauses=_softmax(clauses),
    )


def _softmax(logits: NDArray[Any]) -> NDArray[Any]:
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True)) if logits.size else logits
    return raised / raised.sum(axis=-1, keepdims=True) if logits.size else logits


_WIDTHS: Final = (3, 5, 4, 6)
"""How many tags, kinds, fields, and verdicts on a clause there are."""
_TRIAL: Final = (
    Reading("minutes | |", "", "The Clerk will write.", "", 0),
    (Clause(words=(0, 20), head=(15, 20), governor=None, features=()),),
)
"""What a network is tried on when it is opened."""


def open_classifier(folder: Path, threads: int = 1) -> Classifier:
    """The network in `folder`, which has read a trial; ModelError when it does not open or its parts do not fit."""
    if not (folder / META).exists():
        raise ModelError(f"{folder}: no clause network there", "Install actiontracker again")
    try:
        classifier = _opened(folder, threads)
        (verdict,) = classifier.judge([_TRIAL])
    except Exception as error:
        raise ModelError(
            f"{folder}: the clause network cannot be opened ({error})", "Install actiontracker again"
        ) from error
    widths = (verdict.tags.shape[1], verdict.kinds.shape[1], verdict.fields.shape[1], verdict.clauses.shape[1])
    if widths != _WIDTHS:
        raise ModelError(f"{folder}: the clause network does not fit this version", "Install actiontracker again")
    return classifier


def _opened(folder: Path, threads: int) -> Classifier:
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    meta = json.loads((folder / META).read_text(encoding="utf-8"))
    options = SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    session = InferenceSession(str(folder / NETWORK), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    features = {name: number for number, name in enumerate(meta["features"])}
    return Classifier(session, tokenizer, features, meta)
