"""Who was there and who sent apologies, from the attendance lists alone."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from actiontracker.records import Passage, Person, Role, Section
from actiontracker.structure.attendees import Capacity, people_in, with_post
from actiontracker.structure.person_words import is_initials, is_post, without_title

if TYPE_CHECKING:
    from actiontracker.structure.pieces import Piece

_THERE = r"(?:present|in attendance|attending)"
_HEAD = re.compile(
    r"(?P<absent>apolog\w*(?:\s+for\s+(?:absence|non[- ]attendance))?"
    r"(?:\s+(?:were\s+)?(?:received|recorded|given|noted|accepted))?(?:\s+from)?|absent|not present)"
    rf"|(?P<officer>(?:also )?in attendance|(?:council )?(?:officers?|officials|staff)(?: {_THERE})?)"
    rf"|(?P<other>also (?:present|attending)|observers?|guests?|visitors?|others(?: {_THERE})?|by invitation|witnesses)"
    rf"|(?P<member>(?:those )?(?:present|attending|attendance|attendees)"
    rf"|(?:councillors|members|governors|trustees|board members|committee members|directors|cllrs)(?: {_THERE})?"
    r"|(?:in the )?chair(?:man|person)?|(?:voting|elected) members)",
    re.IGNORECASE,
)
_AFTER_HEAD = re.compile(r"\s*(?:\([^)]{1,30}\)\s*)?(?:[:;]\s*[-\u2013\u2014]?|[-\u2013\u2014](?=\s)|$)\s*")
_CHAIR = re.compile(r"(?:in the )?chair(?:man|person)?", re.IGNORECASE)


def people_of(pieces: list[Piece], passages: list[Passage]) -> tuple[Person, ...]:
    """Everybody whom the attendance lists name, once each, in order; posts and initials only as written there."""
    people: list[Person] = []
    capacity: Capacity | None = None
    beside = _beside_names(pieces, passages)
    for index, passage in enumerate(passages):
        if passage.section is not Section.ATTENDANCE:
            capacity = None
        elif index in beside:
            people = _with_cell(people, passage.text)
        else:
            found, capacity = _read(passage.text, capacity)
            people += found
    return _once(people)


def _read(text: str, capacity: Capacity | None) -> tuple[list[Person], Capacity | None]:
    """The people in one passage, and the capacity that its last head gives to those in the next."""
    people: list[Person] = []
    for head, words in _parts(text):
        if head is not None:
            capacity = head
        elif capacity is None and without_title(words)[1]:
            capacity = Capacity()
        if capacity is not None and words:
            people += people_in(words, capacity)
    return people, capacity


def _parts(text: str) -> list[tuple[Capacity | None, str]]:
    """The text cut at the heads inside it: "Present: A, B. In attendance: C" has two parts."""
    heads = [(match, end) for match in _HEAD.finditer(text) if (end := _head_end(text, match)) is not None]
    starts = [match.start() for match, _ in heads]
    parts: list[tuple[Capacity | None, str]] = [(None, text[: starts[0] if starts else len(text)].strip())]
    for (match, end), (_, stop) in zip(heads, pairwise([*starts, len(text)]), strict=True):
        parts.append((_capacity(match), text[end:stop].strip()))
    return [(capacity, words) for capacity, words in parts if capacity is not None or words]


def _head_end(text: str, match: re.Match[str]) -> int | None:
    """Where the names begin after a head, or None when the words are no head; inside a text it needs a colon."""
    start = match.start()
    if start and (text[start - 1] not in ".;) " or text[start].islower()):
        return None
    after = _AFTER_HEAD.match(text, match.end())
    if after is None:
        return match.end() if match.group().lower().endswith("from") else None
    return None if start and ":" not in after.group() else after.end()


def _capacity(head: re.Match[str]) -> Capacity:
    match head.lastgroup:
        case "absent":
            return Capacity(present=False)
        case "officer":
            return Capacity(Role.OFFICER)
        case "other":
            return Capacity(Role.OTHER)
        case _:
            return Capacity(post=head.group() if _CHAIR.fullmatch(head.group()) else None)


def _beside_names(pieces: list[Piece], passages: list[Passage]) -> frozenset[int]:
    """The cells of attendance tables that stand beside a name in their row."""
    first: dict[tuple[int, int], int] = {}
    beside: set[int] = set()
    for index, (piece, passage) in enumerate(zip(pieces, passages, strict=True)):
        if piece.cell is None or passage.section is not Section.ATTENDANCE:
            continue
        named = first.setdefault((piece.cell.table, piece.cell.row), index)
        if pieces[named].cell != piece.cell and people_in(pieces[named].text, Capacity()):
            beside.add(index)
    return frozenset(beside)


def _with_cell(people: list[Person], text: str) -> list[Person]:
    """The people, the last of them with the post or the initials that stand in the next cell."""
    if not people:
        return people
    last = people[-1]
    if last.initials is None and is_initials(text):
        last = replace(last, initials=text)
    elif last.post is None and is_post(text):
        last = with_post(last, text)
    return [*people[:-1], last]


def _once(people: list[Person]) -> tuple[Person, ...]:
    """Each name once; the first mention counts, posts and initials are added from later ones."""
    known: dict[str, Person] = {}
    for person in people:
        first = known.get(person.name, person)
        known[person.name] = replace(first, post=first.post or person.post, initials=first.initials or person.initials)
    return tuple(known.values())
