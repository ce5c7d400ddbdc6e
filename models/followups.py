"""Measures, and fits, how later minutes are found to report on open actions, on links marked in a series of minutes.

    python -m models.followups SERIES           precision and recall at several thresholds, each meeting left out once
    python -m models.followups SERIES --fit     the weights for `actiontracker/resolve/followups.py`

SERIES is the folder with the files that `tests/followup_links.json` names. A link says that words of later minutes
(file, from, to) report on an action of earlier ones; what it reports as done is closed from then on, as a clerk would.
A proposal is right when it lies within 200 characters of what is linked to its action.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from actiontracker.extract import extract, load, score_at
from actiontracker.read import read_path
from actiontracker.records import Level
from actiontracker.resolve import resolve
from actiontracker.resolve.followups import (
    BIAS,
    FEATURES,
    WEIGHTS,
    OpenAction,
    pairings,
    rarities,
    sentences,
    wanted_in,
)
from actiontracker.structure import structure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from actiontracker.records import Action, Minutes, Span
    from actiontracker.resolve.followups import Told

LINKS: Final = Path(__file__).parents[1] / "tests" / "followup_links.json"
NEAR: Final = 200
THRESHOLDS: Final = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and an action that it may report on, with what speaks for it."""

    meeting: int
    action: int
    place: int
    facts: tuple[float, ...]
    right: bool
    exact: bool


@dataclass(frozen=True, slots=True)
class _Open:
    """An action that is still open: where its words stand, and how it is compared."""

    file: str
    span: Span
    meeting: int
    compared: OpenAction


def read(folder: Path, name: str) -> Minutes:
    """A file of the series, understood as minutes."""
    source, problems = read_path(str(folder / name))
    assert source is not None, problems
    return structure(source)[0]


def pairs(folder: Path) -> list[Pair]:
    """Every sentence of the series with the actions that were open then, marked by the links."""
    marked = json.loads(LINKS.read_text(encoding="utf-8"))
    nlp = load()
    level = score_at(nlp, Level.TRACKER)
    found: list[Pair] = []
    opened: list[_Open] = []
    texts: list[str] = []
    for number, name in enumerate(marked["files"]):
        minutes = read(folder, name)
        found += _pairs_of(minutes, name, number, opened, texts, marked["links"])
        opened = [one for one in opened if not _is_done(one, name, marked["links"])]
        actions = resolve(minutes, extract(minutes, nlp, level)[0])[0]
        opened += [_opened(minutes, name, number, place, action) for place, action in enumerate(actions)]
        texts.append(minutes.source.text)
    return found


def _opened(minutes: Minutes, name: str, number: int, place: int, action: Action) -> _Open:
    told = action.commitment
    title = minutes.items[told.item].title if told.item is not None else None
    owner = told.owner.text if told.owner else None
    passage = minutes.passages[told.passage].text
    return _Open(
        name, told.span, number, OpenAction(1000 * number + place, told.action, told.quote, owner, title, passage)
    )


def _is_done(one: _Open, name: str, links: list[dict[str, Any]]) -> bool:
    return any(link["says"] == "done" and link["report"][0] == name and _of(link, one) for link in links)


def _of(link: dict[str, Any], one: _Open) -> bool:
    file, start, end = link["action"]
    return bool(file == one.file and start < one.span.end and one.span.start < end)


def _pairs_of(
    minutes: Minutes, name: str, number: int, opened: Sequence[_Open], texts: Sequence[str], links: list[dict[str, Any]]
) -> Iterator[Pair]:
    told = list(sentences(minutes))
    rarity = rarities([*texts, minutes.source.text], [one.content for one in told])
    aged = {one.compared.id: one for one in opened}
    wanted = [wanted_in(_with_age(one.compared, number - one.meeting)) for one in opened]
    for sentence in told:
        for action, facts in pairings(sentence, wanted, rarity):
            places = [link["report"] for link in links if link["report"][0] == name and _of(link, aged[action.id])]
            near, exact = _hits(sentence, places, NEAR), _hits(sentence, places, 0)
            yield Pair(number, action.id, sentence.span.start, facts, near, exact)


def _with_age(action: OpenAction, age: int) -> OpenAction:
    return OpenAction(action.id, action.action, action.quote, action.owner, action.item_title, action.passage, age)


def _hits(sentence: Told, places: Sequence[Sequence[Any]], near: int) -> bool:
    return any(start - near < sentence.span.end and sentence.span.start < end + near for _, start, end in places)


def fitted(known: Sequence[Pair], strength: float = 3.0) -> tuple[np.ndarray[Any, Any], float]:
    """Weights and bias by logistic regression; sentences beside a linked one count neither way."""
    used = [one for one in known if one.exact or not one.right]
    rows, right = np.array([one.facts for one in used]), np.array([float(one.exact) for one in used])
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    plain = np.c_[(rows - mean) / spread, np.ones(len(rows))]
    found = np.zeros(plain.shape[1])
    held = np.r_[np.full(len(found) - 1, strength), 1e-6]
    for _ in range(40):
        likely = 1 / (1 + np.exp(-np.clip(plain @ found, -30, 30)))
        bend = (plain * (likely * (1 - likely))[:, None]).T @ plain + np.diag(held)
        found = found + np.linalg.solve(bend, plain.T @ (right - likely) - held * found)
    weights = found[:-1] / spread
    return weights, float(found[-1] - (weights * mean).sum())


def measured(known: Sequence[Pair], scores: Sequence[float], threshold: float) -> tuple[int, int]:
    """How many proposals are right, of how many: an action and a sentence once a meeting, the best pairs first."""
    taken: set[tuple[int, str, int]] = set()
    right = proposed = 0
    for score, one in sorted(zip(scores, known, strict=True), key=lambda pair: -pair[0]):
        places = {(one.meeting, "action", one.action), (one.meeting, "sentence", one.place)}
        if score >= threshold and not places & taken:
            taken |= places
            proposed += 1
            right += one.right
    return right, proposed


def left_out(known: Sequence[Pair]) -> list[float]:
    """Each pair's score by weights that were fitted without its meeting."""
    scores = [0.0] * len(known)
    for meeting in {one.meeting for one in known}:
        weights, bias = fitted([one for one in known if one.meeting != meeting])
        for place, one in enumerate(known):
            if one.meeting == meeting:
                scores[place] = float(1 / (1 + np.exp(-(weights @ np.array(one.facts) + bias))))
    return scores


def shipped(known: Sequence[Pair]) -> list[float]:
    """Each pair's score by the weights that ship."""
    return [float(1 / (1 + np.exp(-(np.array(WEIGHTS) @ np.array(one.facts) + BIAS)))) for one in known]


def main() -> None:
    """Prints the measures, or the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("series", type=Path)
    parser.add_argument("--fit", action="store_true")
    given = parser.parse_args()
    known = pairs(given.series)
    if given.fit:
        weights, bias = fitted(known)
        print(dict(zip(FEATURES, weights.round(2).tolist(), strict=True)), round(bias, 2))
        return
    linked = len({(one.meeting, one.action) for one in known if one.right})
    links = json.loads(LINKS.read_text(encoding="utf-8"))["links"]
    print(f"{linked} of {len(links)} links are to actions that are tracked")
    for what, scores in (("each meeting left out", left_out(known)), ("as shipped", shipped(known))):
        for threshold in THRESHOLDS:
            right, proposed = measured(known, scores, threshold)
            share = f"precision {right / max(1, proposed):.2f}, recall {right / linked:.2f}"
            print(f"{what}, from {threshold:.1f}: {right} of {proposed} right, {share}")


if __name__ == "__main__":
    main()
