"""The three approaches side by side, on the same documents in one run: the rules, the span categorizer, the network.

    python -m models.compare --categorizer FOLDER [--network FOLDER] [GOLD ...]

Prints the model card's tables as Markdown, for the corpus's test part and for every gold folder that is named. Speed is
of the whole pipeline from text to commitments on one core, start the time to open it in a process of its own; both
depend on the machine, so only the ratios carry over.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from actiontracker.annotation import load_gold, reason_of
from actiontracker.evaluate import Share
from actiontracker.extract import default_model_path, default_network_path, load, score_at
from actiontracker.records import Level
from models.measuring import measured
from models.parts import part_of_corpus
from models.span_categorizer import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.language import Language

    from actiontracker.annotation import Annotated
    from actiontracker.evaluate import Evaluation

STARTS: Final = {
    "rules": "from actiontracker.extract import load; load(rules_only=True)",
    "span categorizer": "import pathlib, models.span_categorizer as m; m.opened(pathlib.Path({folder!r}))",
    "clause network": "from actiontracker.extract import load; load()",
}


@dataclass(frozen=True, slots=True)
class Approach:
    """A way of finding commitments: how to open it, the least score at which it reports, and what ships of it."""

    name: str
    open: Callable[[], Language]
    level: float
    folders: tuple[Path, ...]

    @property
    def megabytes(self) -> float:
        """The size of what it would add to the wheel, before compression."""
        files = (file for folder in self.folders for file in folder.rglob("*") if file.is_file())
        return sum(file.stat().st_size for file in files) / 1e6


def timed(documents: Sequence[Annotated], nlp: Language, level: float) -> tuple[Evaluation, float]:
    """The measures over the documents, and the words read in a second of processor time."""
    began = time.process_time()
    result = measured(documents, nlp, level)
    return result, sum(len(one.text.split()) for one in documents) / (time.process_time() - began)


def row(name: str, one: Evaluation, speed: float) -> str:
    """A line of the table of measures."""
    shares = [one.precision, one.recall, one.f1, one.kind, *(one.fields[f] for f in ("owner", "recipient", "deadline"))]
    cells = [f"{_value(share):.2f}" for share in shares]
    clean = one.clean
    return f"| {name} | {' | '.join(cells)} | {clean.right} of {clean.of} | {speed:,.0f} |"


def _value(share: Share | float | None) -> float:
    value = share.value if isinstance(share, Share) else share
    return value if value is not None else float("nan")


def errors_by_type(one: Evaluation) -> Counter[str]:
    """How many of each: missed by kind, and false by what near miss they stand on."""
    counts: Counter[str] = Counter()
    for judged in one.judged:
        fooled = {id(found): mark.why for mark, found in judged.fooled}
        counts.update(f"missed {place.kind}" for place in judged.missed)
        counts.update(f"false: {_reason(fooled.get(id(found)))}" for found in judged.false)
    return counts


def _reason(why: str | None) -> str:
    return reason_of(why) if why is not None else "unmarked text"


def seconds_to_start(code: str) -> float:
    """The least of three starts in a process of its own."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)  # noqa: S603 - our own line
        times.append(time.perf_counter() - began)
    return min(times)


def main() -> None:
    """Opens each approach, measures it on each set, and prints the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--categorizer", type=Path, required=True)
    parser.add_argument("--network", type=Path, default=default_network_path())
    parser.add_argument("gold", type=Path, nargs="*")
    given = parser.parse_args()
    syntax = default_model_path()
    balanced = score_at(load(network=given.network), Level.BALANCED)
    approaches = (
        Approach("rules", lambda: load(rules_only=True), 0.5, (syntax,)),
        Approach("span categorizer", lambda: opened(given.categorizer), 0.5, (syntax, given.categorizer / "spancat")),
        Approach("clause network", lambda: load(network=given.network), balanced, (syntax, given.network)),
    )
    print("| approach | MB | start, s |\n|---|---|---|")
    for one in approaches:
        start = seconds_to_start(STARTS[one.name].format(folder=str(given.categorizer)))
        print(f"| {one.name} | {one.megabytes:.1f} | {start:.1f} |", flush=True)
    sets = {"corpus, test part": part_of_corpus("test"), **{path.name: load_gold(path) for path in given.gold}}
    pipelines = {one.name: one.open() for one in approaches}
    for name, documents in sets.items():
        print(f"\n### {name}: {len(documents)} documents\n")
        print("| approach | precision | recall | F1 | kind | owner | recipient | deadline | left clean | words/s |")
        print("|---|---|---|---|---|---|---|---|---|---|")
        errors = {}
        for one in approaches:
            result, speed = timed(documents, pipelines[one.name], one.level)
            errors[one.name] = errors_by_type(result)
            print(row(one.name, result, speed), flush=True)
        _print_errors(errors)


def _print_errors(errors: dict[str, Counter[str]]) -> None:
    kinds = sorted(set().union(*errors.values()), key=lambda kind: -sum(counts[kind] for counts in errors.values()))
    print(f"\n| error | {' | '.join(errors)} |\n|---|{'---|' * len(errors)}")
    for kind in kinds:
        print(f"| {kind} | {' | '.join(str(counts[kind]) for counts in errors.values())} |")


if __name__ == "__main__":
    main()
