"""Whom an owner's words mean among the people whom attendance lists and the roster name; of two candidates, neither."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
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

    A post means whoever came to it last; a name means the one person who bears all of it.
    """
    if is_anybody(words):
        return None
    for fitting in (_by_initials(words, holders), _by_post(words, holders, on), _by_name(words, holders)):
        people = set(fitting)
        if people:
            return people.pop() if len(people) == 1 else None
    return None


def _by_initials(words: str, holders: Iterable[Holder]) -> list[int]:
    said = words.strip().replace(".", "")
    return [one.person for one in holders if _INITIALS.fullmatch(said) and one.initials == said]


def _by_post(words: str, holders: Sequence[Holder], on: datetime.date) -> list[int]:
    wanted = _words(words)
    holding = [one for one in holders if wanted and one.post and _words(one.post) == wanted and one.holds_on(on)]
    latest = max((one.since or datetime.date.min for one in holding), default=None)
    return [one.person for one in holding if (one.since or datetime.date.min) == latest]


def _by_name(words: str, holders: Iterable[Holder]) -> list[int]:
    said = _words(words)
    return [one.person for one in holders if said and _is_name(said, _words(one.name))]


def _is_name(said: frozenset[str], name: frozenset[str]) -> bool:
    """Whether the words are part of the name, or hold all of a name of several words."""
    return said <= name or (len(name) > 1 and name <= said)


def _words(text: str) -> frozenset[str]:
    return frozenset(words_of(text)) - _TITLES
