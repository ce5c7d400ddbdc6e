"""How like two wordings are: by the words that carry their content, and by what must not differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from actiontracker.resolve.days import MONTHS, WEEKDAYS

_WORD: Final = re.compile(r"[a-z0-9]+")
_ENDING: Final = re.compile(r"(?<=\w{3})(?:ations?|ating|ated|ates?|ings?|ions?|ies|ied|ed|es|s|e|y)$")
_SMALL_WORDS: Final = frozenset({
    "a", "an", "and", "any", "are", "as", "at", "be", "been", "by", "can", "could", "for", "from", "further",
    "had", "has", "have", "he", "her", "his", "if", "in", "into", "is", "it", "its", "may", "might", "more", "of",
    "on", "or", "our", "out", "she", "should", "so", "some", "such", "that", "the", "their", "them", "there",
    "these", "they", "this", "those", "to", "up", "was", "we", "were", "which", "will", "with", "would", "also",
    "agreed", "resolved", "requested", "asked", "committee", "members", "officers", "council", "panel", "board",
    "clerk", "meeting", "next", "future", "chairman", "chair", "councillor", "councillors", "cllr", "cllrs", "mr",
    "mrs", "ms",
})  # fmt: skip  # a line a word would hide the rest of the file
"""Words that carry no content, or that the minutes of every meeting have."""
_DATE_WORDS: Final = frozenset(name.lower() for name in (*MONTHS, *WEEKDAYS)) - {"may", "march"}


@dataclass(frozen=True, slots=True)
class Wording:
    """What two tellings are compared by."""

    content: frozenset[str]
    """The stems of the words that carry the content."""
    marks: frozenset[str]
    """Numbers, single letters, months and weekdays: where these differ the matter does, however like the rest."""


def words_of(text: str) -> list[str]:
    """The words of `text` in lower case, without marks of any kind."""
    return _WORD.findall(text.lower())


def wording(text: str) -> Wording:
    """The content words and marks of `text`."""
    words = set(words_of(text))
    content = frozenset(_ENDING.sub("", word) for word in words if word not in _SMALL_WORDS)
    marks = frozenset(word for word in words if _is_mark(word))
    return Wording(content, marks)


def _is_mark(word: str) -> bool:
    return not word.isalpha() or word in _DATE_WORDS or (len(word) == 1 and word not in "ais")


def containment(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller set that the larger one holds, 0 to 1; 0 where one is empty."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of all their words that both have, 0 to 1; 0 where both are empty."""
    both = len(one | other)
    return len(one & other) / both if both else 0.0


def agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether neither says anything that the other, saying something, leaves out: one holds all of the other."""
    return one <= other or other <= one
