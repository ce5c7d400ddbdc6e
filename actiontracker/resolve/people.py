"""Who owes an action: whether two names mean one person, and who it probably is when the minutes name nobody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from actiontracker.records import Kind, Role, Section
from actiontracker.resolve.likeness import agree, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actiontracker.records import Commitment, Minutes, Person

_INFERRED_FOR: Final = frozenset({Kind.UNDERTAKING, Kind.OFFER})
_NEW_BUSINESS: Final = frozenset({Section.MINUTES, Section.DECISION, Section.RESOLUTION})
_TITLES: Final = frozenset(
    {"the", "a", "an", "of", "and", "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "rev", "s"}
)
_COUNCILLOR: Final = frozenset({"cllr", "cllrs", "councillor", "councillors"})
_OFFICERS: Final = frozenset(
    {"officer", "officers", "staff", "team", "service", "department", "directorate", "they", "we"}
)
_WHICH_OFFICERS: Final = frozenset({"the", "council", "s", "relevant", "appropriate", "responsible", "lead", "senior"})
_AND_ANOTHER: Final = re.compile(
    r"(?:\band\b|&|/|\bwith\b) ?(?:the )?(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Rev|Cllr|Councillor)\b"
    r"|(?:Head|Director|Manager|Chief|Leader|Lead|Chair|Deputy|Assistant|Cabinet Member)\b"
    r"|[A-Z][\w'’-]+ [A-Z][\w'’-]+(?:,|$))"
)

_THE_MEETING: Final = re.compile(r"\W*it was (?:\w+ )?(?:agreed|decided|resolved|felt|suggested)\b", re.IGNORECASE)
"""The meeting as a whole decided: nobody in particular promised anything."""


# --- whether two names mean one person -------------------------------------------------------------------------------


def is_anybody(owner: str) -> bool:
    """Whether words for an owner name nobody in particular: "officers", "the relevant officer"."""
    words = frozenset(words_of(owner))
    return bool(words & _OFFICERS) and words <= _OFFICERS | _WHICH_OFFICERS


def may_be_one(one: str | None, other: str | None, people: Sequence[Person]) -> bool:
    """Whether two words for an owner can mean the same: by the attendance list, else one name holds the other.

    Nobody named, and nobody in particular, can be anybody.
    """
    if one is None or other is None or is_anybody(one) or is_anybody(other):
        return True
    first, second = _attending(one, people), _attending(other, people)
    if first is not None and second is not None:
        return first == second
    names = _name_words(one), _name_words(other)
    return bool(names[0] and names[1]) and agree(*names)


def _attending(owner: str, people: Sequence[Person]) -> Person | None:
    """The one person of the attendance list whom the words fit, by name, post or initials."""
    words = _name_words(owner)
    fitting = [person for person in people if words and (words <= _known_as(person) or _full_name_in(person, words))]
    return fitting[0] if len(fitting) == 1 else None


def _known_as(person: Person) -> frozenset[str]:
    return _name_words(f"{person.name} {person.post or ''} {person.initials or ''}")


def _full_name_in(person: Person, words: frozenset[str]) -> bool:
    name = _name_words(person.name)
    return len(name) > 1 and name <= words


def _name_words(text: str) -> frozenset[str]:
    return frozenset(words_of(text)) - _TITLES - _COUNCILLOR


# --- who it probably is ----------------------------------------------------------------------------------------------


def inferred_owner(minutes: Minutes, commitment: Commitment) -> str | None:
    """Whoever presented the item, for a promise that names nobody in particular; None otherwise.

    It is an offer to the clerk, never certain. A request or a resolution without a doer stays without one; so does what
    the meeting agreed, what was promised before anybody presented or by one of two presenters, and what follows the
    name of another officer. A member who presented is not meant by "officers".
    """
    presenter = minutes.items[commitment.item].presenter if commitment.item is not None else None
    if presenter is None or not _promised_by_nobody(commitment):
        return None
    if commitment.owner is not None and _is_member(presenter, minutes.people):
        return None
    if _AND_ANOTHER.search(presenter) or _presented_later(minutes, commitment, presenter):
        return None
    return None if _another_named(minutes, commitment, presenter) else presenter


def _promised_by_nobody(commitment: Commitment) -> bool:
    if commitment.kind not in _INFERRED_FOR or commitment.section not in _NEW_BUSINESS:
        return False
    if commitment.owner is None:
        return not _THE_MEETING.match(commitment.quote)
    return is_anybody(commitment.owner.text)


def _is_member(presenter: str, people: Sequence[Person]) -> bool:
    person = _attending(presenter, people)
    return bool(_COUNCILLOR & set(words_of(presenter))) or (person is not None and person.role is Role.MEMBER)


def _presented_later(minutes: Minutes, commitment: Commitment, presenter: str) -> bool:
    """Whether the item names its presenter only after the commitment."""
    for passage in minutes.passages:
        at = passage.text.find(presenter) if passage.item == commitment.item and not passage.heading else -1
        if at >= 0:
            return passage.origins[at] >= commitment.span.end
    return False


def _another_named(minutes: Minutes, commitment: Commitment, presenter: str) -> bool:
    """Whether the commitment's own paragraph names another officer before it ends: then there are two candidates."""
    passage = minutes.passages[commitment.passage]
    before = passage.text[: sum(origin < commitment.span.end for origin in passage.origins)]
    others = (person for person in minutes.people if person.role is Role.OFFICER)
    return any(_is_named(person, before) for person in others if not _is_named(person, presenter))


def _is_named(person: Person, text: str) -> bool:
    return person.name in text or (person.post is not None and person.post in text)
