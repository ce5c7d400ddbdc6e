"""When two stretches of minutes are the same obligation: told twice in one document, or found again in a newer version."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from actiontracker.records import Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from actiontracker.records import Commitment

_WORD: Final = re.compile(r"[a-z0-9]+")
_ENDING: Final = re.compile(r"(?:ations?|ings?|ies|ed|es|s|e|y)$")
_SMALL_WORDS: Final = frozenset(
    "a an and any are as at be been by can could for from further had has have he her his if in into is it its may might more of "
    "on or our out she should so some such that the their them there these they this those to up was we were which will with "
    "would also agreed resolved requested asked committee members officers council panel board clerk meeting next future "
    "chairman chair councillor councillors cllr mr mrs ms".split()
)
_SAME: Final = 0.7
"""Share of the shorter one's content words found in the other, from which they count as one obligation."""
_SAME_WORDING: Final = 0.6
"""The same, over the words of both, for a newer version of the same minutes."""


def content_words(text: str) -> frozenset[str]:
    """The stems of the words that carry the content, without small words and those that every minute has."""
    words = _WORD.findall(text.lower().replace("’", "'"))
    return frozenset(_ENDING.sub("", word) if len(word) > 4 else word for word in words if word not in _SMALL_WORDS)


def _containment(one: frozenset[str], other: frozenset[str]) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    both = one | other
    return len(one & other) / len(both) if both else 1.0


def same_obligation(one: Commitment, other: Commitment) -> bool:
    """Whether two commitments of one document, in the same item, are one obligation: their content words are the same."""
    if one.item != other.item or one.passage == other.passage:
        return False
    if one.owner is not None and other.owner is not None and _clash(one.owner.text, other.owner.text):
        return False
    first, second = content_words(one.action), content_words(other.action)
    if min(len(first), len(second)) < 3:
        return first == second and _retold(one, other)
    if _retold(one, other):
        return _containment(first, second) >= _SAME and _likeness(first, second) >= _SAME / 2
    return _likeness(first, second) >= _SAME_WORDING


def _clash(one: str, other: str) -> bool:
    first, second = content_words(one), content_words(other)
    return bool(first and second) and not first & second


def _retold(one: Commitment, other: Commitment) -> bool:
    """Sections that print the same again: the decision and the minutes, the discussion and the resolution."""
    return one.section is not other.section and Section.MINUTES in (one.section, other.section)


def told_once(commitments: Iterable[Commitment]) -> list[Commitment]:
    """One commitment an obligation, in reading order; the fuller telling stands, the others are its `told_again` places."""
    groups: list[list[Commitment]] = []
    for commitment in commitments:
        home = next((group for group in groups if any(same_obligation(commitment, member) for member in group)), None)
        if home is None:
            groups.append([commitment])
        else:
            home.append(commitment)
    return sorted((_merged(group) for group in groups), key=lambda item: item.span)


def _merged(group: Sequence[Commitment]) -> Commitment:
    if len(group) == 1:
        return group[0]
    best = max(group, key=lambda item: (item.owner is not None, item.deadline is not None, item.score, len(item.quote)))
    named = next((item for item in group if item.owner is not None), best)
    dated = next((item for item in group if item.deadline is not None), best)
    others = tuple(item.span for item in group if item is not best)
    return replace(best, owner=named.owner, deadline=dated.deadline, told_again=best.told_again + others)


def matches(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """For each new quote (by index) the old one it is a version of; the likest pairs first, each used once."""
    old_words = [content_words(text) for text in old]
    new_words = [content_words(text) for text in new]
    pairs = sorted(
        ((_likeness(words, known), i, j) for i, words in enumerate(new_words) for j, known in enumerate(old_words)),
        key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[1]),
    )
    found: dict[int, int] = {}
    for likeness, i, j in pairs:
        if likeness < _SAME_WORDING:
            break
        if i not in found and j not in found.values():
            found[i] = j
    return found


def is_version_of(new: str, old: str) -> bool:
    """Whether a text is another version of an earlier one: most of the shorter one's sentences stand in it nearly unchanged.

    Several pages can come from one meeting (one an item), so the meeting alone does not decide.
    """
    first, second = _sentences(new), _sentences(old)
    shorter = min(len(first), len(second))
    return shorter > 0 and len(first & second) * 2 > shorter and max(len(first), len(second)) < shorter * 4


def _sentences(text: str) -> frozenset[str]:
    parts = re.split(r"[.!?:;\n]+\s+", text)
    return frozenset(" ".join(_WORD.findall(part.lower())) for part in parts if len(part) > 30)
