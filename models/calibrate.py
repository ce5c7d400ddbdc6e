"""Turns what the network and the rules say of a candidate into a probability, on the development styles alone.

    python -m models.calibrate models/minutes_clauses [GOLD ...]

The signals are mixed, and the mixture is scaled and shifted by logistic regression, with the shares of real minutes as
weights; so is, by itself, the mean of a run that has no clause. It then looks, on the development styles and on any
other gold that is named, for the scores from which precision is at least 0.90 and down to which recall is at least
0.95, and for the highest with the best F1. All of it is written to the network's meta.json.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from actiontracker.annotation import load_gold
from actiontracker.extract import load
from actiontracker.extract.candidates import candidates, rows_of
from actiontracker.extract.classifier import open_classifier
from actiontracker.extract.passages import context_of, is_read, may_hold_a_commitment
from actiontracker.extract.trained import SIGNALS, signals
from models.balance import balance_of
from models.examples import NONE, SKIP, ClauseForm, examples_of, form_of, marks_in, minutes_of, share
from models.measuring import measured
from models.parts import SHARES, part_of_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from spacy.language import Language

    from actiontracker.annotation import Annotated
    from actiontracker.extract.candidates import Candidate
    from actiontracker.extract.classifier import Classifier

MIX: Final = {"bias": -0.5, "inside": 0.2, "clause": 0.6, "rule": 0.7}
"""How much each signal counts beside the others, chosen on the development styles and on real pages that were read."""
SAME: Final = 0.3
"""Share of what two stretches cover together from which they are taken for the same."""
LEVELS: Final = (0.03, 0.05, 0.1, 0.2, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9)
PRECISE, COMPLETE = 0.90, 0.95
EVEN: Final = 0.005
"""F1 within which two scores are as good; then the higher is taken, for real minutes hold fewer commitments."""


def judged_candidates(document: Annotated, nlp: Language, network: Classifier) -> Iterator[tuple[Candidate, str]]:
    """Every candidate of a document with its label: "none", "skip", or the kind of what it hits best."""
    minutes = minutes_of(document.text)
    tagged = {index for tag in minutes.tags for index in tag.covers}
    for index, passage in enumerate(minutes.passages):
        context = context_of(minutes, index, index in tagged)
        if not is_read(passage) or not may_hold_a_commitment(passage.text, context.lead):
            continue
        doc = nlp(passage.text)
        rows = rows_of(doc, passage.text, context)
        verdicts = network.judge([(row.reading, row.clauses()) for row in rows])
        found = list(candidates(doc, rows, verdicts))
        marks = [(start, end, mark.name) for start, end, mark in marks_in(passage, document.commitments)]
        yield from zip(found, labels_of(found, marks), strict=True)


def labels_of(found: Sequence[Candidate], marks: Sequence[tuple[int, int, str]]) -> list[str]:
    """For each candidate the name of the mark that it is the best find of, "skip" for a lesser find, else "none"."""
    labels = [NONE] * len(found)
    for start, end, name in marks:
        shares = [share((one.start, one.end), (start, end)) for one in found]
        best = int(np.argmax(shares)) if shares else -1
        for number, same in enumerate(shares):
            if same >= SAME and labels[number] == NONE:
                labels[number] = SKIP
        if best >= 0 and shares[best] >= SAME:
            labels[best] = name
    return labels


def fitted(mixed: NDArray[Any], right: NDArray[Any], weights: NDArray[Any]) -> tuple[float, float]:
    """The scale and shift that make of a mixed signal a log-odds (logistic regression by Newton's method)."""
    rows = np.stack([mixed, np.ones_like(mixed)], axis=1)
    found = np.array([1.0, 0.0])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (weights * (right - chance)) - (found - (1.0, 0.0))
        bend = (rows * (weights * chance * (1 - chance))[:, None]).T @ rows + np.eye(2)
        found = found + np.clip(np.linalg.solve(bend, slope), -0.5, 0.5)
    return float(found[0]), float(found[1])


def calibration(documents: Sequence[Annotated], nlp: Language, network: Classifier) -> dict[str, float]:
    """The weights that make scores mean what they say on these documents, at the shares of real minutes."""
    balance = balance_of([e for one in documents for e in examples_of(one, nlp)], SHARES)
    judged = [pair for one in documents for pair in judged_candidates(one, nlp, network)]
    kept = [(one, label) for one, label in judged if label != SKIP]
    inside = np.array([signals(one)["inside"] for one, _ in kept])
    mixed = np.array([sum(MIX[name] * signals(one)[name] for name in MIX) for one, _ in kept])
    alone = np.array([one.clause is None for one, _ in kept])
    right = np.array([label != NONE for _, label in kept], float)
    forms = [form_of(one.facts) if one.facts is not None else ClauseForm("", False, "", True) for one, _ in kept]
    weights = np.array([balance.of(form, label) for form, (_, label) in zip(forms, kept, strict=True)])
    scale, shift = fitted(mixed[~alone], right[~alone], weights[~alone])
    slope, start = fitted(inside[alone], right[alone], weights[alone])
    found = {name: weight * scale for name, weight in MIX.items()}
    found["bias"] += shift
    found |= {"no clause": start - found["bias"], "alone": slope - found["inside"]}
    return {name: round(found[name], 4) for name in SIGNALS}


def levels_of(documents: Sequence[Annotated], nlp: Language) -> dict[str, float]:
    """The scores by name: "tracker" (precise), "balanced" (best F1) and "review" (complete)."""
    table = {level: measured(documents, nlp, level) for level in LEVELS}
    for level, one in table.items():
        precision, recall = one.precision.value or 0, one.recall.value or 0
        print(f"{level:.2f}  precision {precision:.3f}  recall {recall:.3f}  F1 {one.f1 or 0:.3f}", flush=True)
    precise = [level for level, one in table.items() if (one.precision.value or 0) >= PRECISE]
    complete = [level for level, one in table.items() if (one.recall.value or 0) >= COMPLETE]
    best = max(one.f1 or 0 for one in table.values())
    return {
        "tracker": min(precise, default=LEVELS[-1]),
        "balanced": max(level for level, one in table.items() if (one.f1 or 0) >= best - EVEN),
        "review": max(complete, default=LEVELS[0]),
    }


def main() -> None:
    """Fits the calibration of the network in the folder that is given, and looks for its levels."""
    folder = Path(sys.argv[1])
    documents = part_of_corpus("development")
    file = folder / "meta.json"
    meta = json.loads(file.read_text(encoding="utf-8"))
    meta["calibration"] = calibration(documents, load(rules_only=True), open_classifier(folder))
    file.write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
    print(meta["calibration"])
    others = [one for path in sys.argv[2:] for one in load_gold(Path(path))]
    meta["levels"] = levels_of([*documents, *others], load(network=folder))
    file.write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
    print(meta["levels"])


if __name__ == "__main__":
    main()
