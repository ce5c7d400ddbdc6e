"""Whom an owner's words mean among the people whom attendance lists and the roster name; of two candidates, neither.

One person stands in lists under several names ("Mrs Lewis", "Mrs. P Lewis"): these are no two candidates.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

from actiontracker.resolve.likeness import words_of
from actiontracker.resolve.people import is_anybody

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_TITLES: Final = frozenset({
    "the", "a", "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "rev", "revd", "cllr", "cllrs",
    "councillor", "councillors", "cabinet", "of", "for", "and", "s",
})  # fmt: skip  # a line a word would hide the rest
_INITIALS: Final = re.compile(r"[A-Z]{2,4}")


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with a post or initials that they have, from and until when; None where that is not known."""

    person: int
    name: str
    post: str | None = None
    initials: str | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None

    def holds_on(self, day: datetime.date) -> bool:
        """Whether the post is theirs on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def recognised(words: str, holders: Sequence[Holder], on: datetime.date) -> int | None:
    """The person whom the words mean on that day, by initials, by post or by name; None for nobody or for several.

    A post means whoever came to it last; a name means the one person who bears all of it. Of several names that may
    well be one person's, the fullest counts.
    """
    if is_anybody(words):
        return None
    for fitting in (_by_initials(words, holders), _by_post(words, holders, on), _by_name(words, holders)):
        if fitting:
            return _the_one(fitting)
    return None


def _the_one(fitting: Sequence[Holder]) -> int | None:
    """The person with the fullest of the names, when all of them may be one person's."""
    names = {one.name for one in fitting}
    if not all(may_be_one(one, other) for one, other in combinations(names, 2)):
        return None
    return max(fitting, key=lambda one: (len(words_of(one.name)), len(one.name), -one.person)).person


_SEATS: Final = frozenset({"cllr", "cllrs", "councillor", "councillors"})
_COURTESIES: Final = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "rev", "revd"})
_APART: Final = tuple(map(frozenset, (("mr", "mrs"), ("mr", "miss"), ("mr", "ms"), ("mrs", "miss"))))
"""Courtesies that no one person has both of."""


def may_be_one(name: str, other: str) -> bool:
    """Whether two names may be one person's: one surname, and neither courtesy nor given names against it."""
    (given, surname), (others_given, others_surname) = _taken_apart(name), _taken_apart(other)
    pairs = zip(given, others_given, strict=False)
    alike = all(one.startswith(two) or two.startswith(one) for one, two in pairs)
    return surname == others_surname and alike and not _are_apart(name, other)


def _taken_apart(name: str) -> tuple[list[str], str]:
    """The given names or initials, and the surname."""
    said = [word for word in words_of(name) if word not in _COURTESIES | _SEATS]
    return said[:-1], said[-1] if said else ""


def _are_apart(name: str, other: str) -> bool:
    courtesies = frozenset(words_of(f"{name} {other}"))
    return any(pair <= courtesies for pair in _APART)


def _by_initials(words: str, holders: Iterable[Holder]) -> list[Holder]:
    said = words.strip().replace(".", "")
    return [one for one in holders if _INITIALS.fullmatch(said) and one.initials == said]


def _by_post(words: str, holders: Sequence[Holder], on: datetime.date) -> list[Holder]:
    wanted = _words(words)
    holding = [one for one in holders if wanted and one.post and _words(one.post) == wanted and one.holds_on(on)]
    latest = max((one.since or datetime.date.min for one in holding), default=None)
    return [one for one in holding if (one.since or datetime.date.min) == latest]


def _by_name(words: str, holders: Iterable[Holder]) -> list[Holder]:
    said = _words(words)
    return [one for one in holders if said and _is_name(said, _words(one.name)) and not _are_apart(words, one.name)]


def _is_name(said: frozenset[str], name: frozenset[str]) -> bool:
    """Whether the words are part of the name, or hold all of a name of several words."""
    return said <= name or (len(name) > 1 and name <= said)


def _words(text: str) -> frozenset[str]:
    return frozenset(words_of(text)) - _TITLES
