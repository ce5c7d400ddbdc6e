"""What a careful clerk marked in a sample, compared with what the program finds."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lines import nlp

from actiontracker.extract import extract
from actiontracker.read import read_path
from actiontracker.records import Action, Minutes, Span
from actiontracker.resolve import resolve
from actiontracker.structure import structure

SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = sorted(path.name.removesuffix(".expected.json") for path in SAMPLES.glob("*.expected.json"))


@dataclass(frozen=True)
class Read:
    """A sample as the program reads it."""

    minutes: Minutes
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class Comparison:
    """How a sample's commitments compare: pairs of (expected, found), what was missed, what is false."""

    pairs: tuple[tuple[dict[str, Any], Action], ...]
    missed: tuple[str, ...]
    false: tuple[str, ...]


def expected(name: str) -> dict[str, Any]:
    """The marks of a careful clerk."""
    found: dict[str, Any] = json.loads((SAMPLES / f"{name}.expected.json").read_text(encoding="utf-8"))
    return found


@cache
def sample(name: str) -> Read:
    """A sample through every stage before the tracker."""
    source, _ = read_path(str(SAMPLES / name))
    assert source is not None
    minutes, _ = structure(source)
    commitments, _ = extract(minutes, nlp())
    actions, _ = resolve(minutes, commitments)
    return Read(minutes, actions)


def place(text: str, quote: str) -> Span:
    """Where a quote stands, whatever its line breaks and hyphens at line ends."""
    words = (r"(?:-\n)?".join(re.escape(letter) for letter in word) for word in quote.split())
    match = re.search(r"\s+".join(words), text)
    assert match is not None, quote
    return Span(*match.span())


@cache
def comparison(name: str) -> Comparison:
    """Pairs share at least half of the shorter stretch; a told-again place counts for its obligation."""
    read, text = sample(name), sample(name).minutes.source.text
    free = list(read.actions)
    pairs, missed = [], []
    for commitment in expected(name)["commitments"]:
        places = [place(text, quote) for quote in (commitment["quote"], *commitment.get("told_again", ()))]
        hits = [action for action in free if any(_same(action.commitment.span, where) for where in places)]
        if hits:
            pairs.append((commitment, hits[0]))
            free = [action for action in free if action not in hits]
        else:
            missed.append(commitment["quote"])
    return Comparison(tuple(pairs), tuple(missed), tuple(action.commitment.quote for action in free))


def _same(one: Span, other: Span) -> bool:
    return one.overlap(other) * 2 >= min(one.end - one.start, other.end - other.start)
