"""When two stretches of minutes are one obligation: told twice in a document, or found again in a newer version."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from actiontracker.records import Kind, Section
from actiontracker.resolve.likeness import agree, containment, likeness, wording, words_of
from actiontracker.resolve.people import is_anybody, may_be_one

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from actiontracker.records import Commitment, Passage, Person, Span, Words
    from actiontracker.resolve.likeness import Wording

_PRINTED_AGAIN: Final = frozenset({Section.DECISION, Section.MINUTES, Section.RESOLUTION})
"""Parts of an item that tell the same again: its decision, its discussion, its resolution."""
_FORMAL: Final = frozenset({Section.DECISION, Section.RESOLUTION})
_NEAR: Final = 3
"""How many paragraphs a retelling in the same part of an item may stand away."""
_POINTERS: Final = frozenset({"this", "that", "these", "those", "it", "them", "so", "same"})
_BEFORE_A_TIME: Final = frozenset({"a", "an", "at", "by", "for", "in", "its", "on", "the", "to"})
_ANSWERS: Final = wording(
    "provide circulate share supply send forward bring obtain get find check look investigate follow ask do take"
    " include add arrange report back respond reply answer confirm ensure outside"
    " information details figures matter request"
).content
"""Content of a promise that only answers a request: "agreed to circulate this", "would look into it"."""
_SAME_MATTER: Final = 0.4
"""The least likeness of two tellings in different parts of an item, on top of what one must hold of the other."""
_SAME_WORDS: Final = 0.6
"""The least likeness of two quotes that are versions of each other."""
_SAME_MINUTES: Final = 0.5
"""The least share of the longer text that two versions of minutes have in common.

Drafts and the minutes approved after them share nine tenths; two meetings of one council less than one fifth.
"""
_SHINGLE: Final = 5
"""How many words in a row are compared as one when texts are."""


# --- told twice in one document --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Telling:
    """A commitment with what it is compared by."""

    commitment: Commitment
    action: Wording
    quote: frozenset[str]
    deadline: frozenset[str]
    place: Passage | None


def told_once(
    commitments: Iterable[Commitment], passages: Sequence[Passage] = (), people: Sequence[Person] = ()
) -> list[Commitment]:
    """One commitment an obligation, in reading order; the fuller telling stands, the others are in `told_again`.

    Owner, recipient, deadline and condition come from whichever telling has them. Clauses of one list are never one
    obligation, nor are tellings whose owners, deadlines or numbers differ. `passages` and `people` are those of the
    minutes.
    """
    groups: list[list[_Telling]] = []
    for commitment in sorted(commitments, key=lambda each: each.span):
        telling = _telling(commitment, passages)
        homes = [group for group in groups if _belongs(telling, group, people)] or _asked_for(telling, groups, people)
        if homes:
            max(homes, key=lambda group: _nearness(telling, group)).append(telling)
        else:
            groups.append([telling])
    return sorted((_merged(group) for group in groups), key=lambda each: each.span)


def _telling(commitment: Commitment, passages: Sequence[Passage]) -> _Telling:
    deadline = commitment.deadline.text if commitment.deadline is not None else ""
    return _Telling(
        commitment,
        wording(commitment.action),
        frozenset(words_of(commitment.quote)),
        frozenset(words_of(deadline)) - _BEFORE_A_TIME,
        passages[commitment.passage] if commitment.passage < len(passages) else None,
    )


def _belongs(telling: _Telling, group: list[_Telling], people: Sequence[Person]) -> bool:
    return all(_may_be_one(telling, each, people) for each in group) and any(_is_same(telling, each) for each in group)


def _nearness(telling: _Telling, group: list[_Telling]) -> float:
    return max(likeness(telling.quote, each.quote) for each in group)


def _may_be_one(one: _Telling, other: _Telling, people: Sequence[Person]) -> bool:
    """Whether nothing forbids that both are one obligation: item, list, owners, deadlines, numbers."""
    first, second = one.commitment, other.commitment
    owners = [each.owner.text if each.owner is not None else None for each in (first, second)]
    return (
        first.item == second.item
        and first.span.overlap(second.span) == 0
        and not _in_one_list(one, other)
        and may_be_one(owners[0], owners[1], people)
        and agree(one.deadline, other.deadline)
        and agree(one.action.marks, other.action.marks)
    )


def _in_one_list(one: _Telling, other: _Telling) -> bool:
    """Whether they are clauses of one list: of a resolution or decision, or both of one kind."""
    first, second = one.place, other.place
    if first is None or second is None or first is second or first.section is not second.section:
        return False
    if first.section not in _FORMAL and one.commitment.kind is not other.commitment.kind:
        return False
    listed = first.marker is not None and second.marker is not None
    return first.lead_in == second.lead_in and (listed or first.lead_in is not None)


def _is_same(one: _Telling, other: _Telling) -> bool:
    """Whether two tellings that may be one obligation have the same content."""
    first, second = one.action.content, other.action.content
    shorter = min(len(first), len(second))
    sections = {one.commitment.section, other.commitment.section}
    if len(sections) == 2 and sections <= _PRINTED_AGAIN:
        if shorter < 3:
            return first == second and shorter > 0
        return containment(first, second) >= 0.75 and likeness(first, second) >= _SAME_MATTER
    return shorter > 3 and _is_retold_nearby(one, other) and containment(first, second) >= 0.8


def _is_retold_nearby(one: _Telling, other: _Telling) -> bool:
    first, second = one.commitment, other.commitment
    if first.passage == second.passage and first.kind is second.kind:
        return False
    return abs(first.passage - second.passage) <= _NEAR and likeness(one.action.content, other.action.content) >= 0.5


def _asked_for(telling: _Telling, groups: list[list[_Telling]], people: Sequence[Person]) -> list[list[_Telling]]:
    """The one request just before that a promise answers with a pronoun ("would circulate this"); none of two."""
    if not _may_answer(telling):
        return []
    asked = [group for group in groups if any(_is_answered(each, telling, people) for each in group)]
    return asked if len(asked) == 1 else []


def _only_answers(telling: _Telling) -> bool:
    promised = telling.commitment.kind in (Kind.UNDERTAKING, Kind.OFFER)
    return (
        promised and telling.action.content <= _ANSWERS and bool(_POINTERS & set(words_of(telling.commitment.action)))
    )


def _may_answer(telling: _Telling) -> bool:
    """Whether it is a promise whose own words have a pronoun for their content, filled in for its line or not."""
    promised = telling.commitment.kind in (Kind.UNDERTAKING, Kind.OFFER)
    return promised and bool(_POINTERS & (telling.quote | set(words_of(telling.commitment.action))))


def _is_answered(request: _Telling, promise: _Telling, people: Sequence[Person]) -> bool:
    asked, given = request.commitment, promise.commitment
    return (
        asked.kind is Kind.REQUEST
        and asked.section is given.section
        and given.passage - asked.passage in (0, 1)
        and promise.action.content - _ANSWERS <= request.action.content
        and _may_be_one(request, promise, people)
    )


def _merged(group: list[_Telling]) -> Commitment:
    """The fuller telling with what only the others tell."""
    best = max(group, key=_fullness).commitment
    if len(group) == 1:
        return best
    found = [best, *(each.commitment for each in group if each.commitment is not best)]
    return replace(
        best,
        owner=_owner(found),
        recipient=next((each.recipient for each in found if each.recipient is not None), None),
        deadline=next((each.deadline for each in found if each.deadline is not None), None),
        condition=next((each.condition for each in found if each.condition is not None), None),
        told_again=tuple(sorted(_other_places(found))),
    )


def _fullness(telling: _Telling) -> tuple[bool, bool, bool, float, int]:
    told = telling.commitment
    named = told.owner is not None and not is_anybody(told.owner.text)
    return not _only_answers(telling), named, told.deadline is not None, told.score, len(told.quote)


def _owner(found: list[Commitment]) -> Words | None:
    """The first owner who is somebody in particular, else the first owner."""
    owners = [each.owner for each in found if each.owner is not None]
    return next((owner for owner in owners if not is_anybody(owner.text)), owners[0] if owners else None)


def _other_places(found: list[Commitment]) -> set[Span]:
    places = {span for each in found for span in (each.span, *each.told_again)}
    return places - {found[0].span}


# --- found again in a newer version ----------------------------------------------------------------------------------


def matches(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """For each new quote (by index) the old one it is a version of, each used once.

    The same words match first, in their order; then the likest that are left.
    """
    found = _unchanged(old, new)
    old_words, new_words = [_compared(text) for text in old], [_compared(text) for text in new]
    taken = set(found.values())
    pairs = (
        (likeness(words, old_words[j]), abs(i - j), i, j)
        for i, words in enumerate(new_words)
        for j in range(len(old_words))
        if i not in found and j not in taken
    )
    for _, _, i, j in sorted(
        (pair for pair in pairs if pair[0] >= _SAME_WORDS), key=lambda pair: (-pair[0], *pair[1:])
    ):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return dict(sorted(found.items()))


def _unchanged(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    before, after = [" ".join(words_of(text)) for text in old], [" ".join(words_of(text)) for text in new]
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return {block.b + step: block.a + step for block in blocks for step in range(block.size)}


def _compared(quote: str) -> frozenset[str]:
    """The content of a quote, or all its words where it has none."""
    told = wording(quote)
    return told.content | told.marks or frozenset(words_of(quote))


def is_version_of(new: str, old: str) -> bool:
    """Whether a text is another version of an earlier one: half of the longer one at least stands in both.

    Only prose counts, since every page of a site has the same menus. A page of one item is not a version of the minutes
    of the whole meeting, nor of another item's page.
    """
    first, second = _shingles(new), _shingles(old)
    longer = max(len(first), len(second))
    return longer > 0 and len(first & second) >= _SAME_MINUTES * longer


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of a few words of the text's prose, or of all its words where no line is as long as prose."""
    lines = [words_of(line) for line in text.splitlines()]
    words = [word for line in lines if len(line) >= _SHINGLE for word in line] or words_of(text)
    starts = range(max(1, len(words) - _SHINGLE + 1)) if words else ()
    return frozenset(tuple(words[start : start + _SHINGLE]) for start in starts)
