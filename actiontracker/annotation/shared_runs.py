"""Runs of words that stand in more than one text: sentences written twice, or copied from elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SHORTEST: Final = 9
"""Words of the shortest run that is told: shorter ones are often set phrases."""

_WORD: Final = re.compile(r"[a-z0-9']+")


@dataclass(frozen=True, slots=True)
class SharedRun:
    """Words in a row that several texts have, without regard to case and punctuation."""

    words: str
    texts: tuple[str, ...]
    """The names of the texts, in alphabetical order."""


def shared_runs(
    texts: Mapping[str, str], others: Mapping[str, str] | None = None, shortest: int = SHORTEST
) -> tuple[SharedRun, ...]:
    """The longest runs of at least `shortest` words that one of `texts` shares with another text or one of `others`.

    Those in most texts come first, of these the longest. What `others` share only among themselves is left out.
    """
    words = {name: _words(text) for name, text in texts.items()}
    beside = {name: _words(text) for name, text in (others or {}).items()}
    homes: dict[int, set[str]] = {}
    for name, row in (*words.items(), *beside.items()):
        for key in _keys(row, shortest):
            homes.setdefault(key, set()).add(name)
    found: dict[str, set[str]] = {}
    for name, row in words.items():
        for start, end, names in _stretches(name, [homes[key] for key in _keys(row, shortest)]):
            found.setdefault(" ".join(row[start : end + shortest - 1]), set()).update(names, {name})
    runs = (SharedRun(run, tuple(sorted(names))) for run, names in found.items())
    return tuple(sorted(runs, key=lambda run: (-len(run.texts), -len(run.words), run.words)))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("’", "'"))


def _keys(words: list[str], size: int) -> Iterator[int]:
    """A number for every run of `size` words, the same for the same words."""
    return (hash(tuple(words[start : start + size])) for start in range(len(words) - size + 1))


def _stretches(name: str, homes: Iterable[set[str]]) -> Iterator[tuple[int, int, set[str]]]:
    """The longest stretches of runs that at least one other text has from beginning to end, with these texts."""
    start, sharing = 0, set[str]()
    place = -1
    for place, names in enumerate(homes):
        others = names - {name}
        if sharing & others:
            sharing &= others
            continue
        if sharing:
            yield start, place, sharing
        start, sharing = place, others
    if sharing:
        yield start, place + 1, sharing
