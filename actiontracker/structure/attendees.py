"""The entries of an attendance list: each names somebody, perhaps with a post and initials."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from actiontracker.records import Person, Role
from actiontracker.structure.person_words import (
    has_courtesy,
    is_initials,
    is_name,
    is_post,
    name_and_initials,
    name_and_post,
    post_and_initials,
    role_of,
    without_title,
)

_BETWEEN = re.compile(
    r"[()]|\s*[,;|]\s*|\s+(?:and|&|plus|together with)\s+"
    r"(?=[A-Z\d]|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|several)\b)|\.\s+(?=[A-Z][a-z]+ )"
    r"|\s+[-\u2013\u2014]\s*(?=[A-Z])|(?<=[a-z.)]):?\s+(?=(?:Mr|Mrs|Ms|Miss|Dr|Cllrs?|Councillors?|Prof)\b\.?\s+[A-Z])"
    r"|(?<=\))\s*(?=[A-Z][a-z]+ [A-Z][a-z])|(?<=[a-z])\s*:\s+"
)
_TITLE_BEFORE = re.compile(
    r"\b(?:Cllrs?|Councillors?|Coun|County|Borough|District|Town|Parish|City|Deputy|Chair|Chairman|Alderman|Vice-Chair"
    r"|Vice-Chairman|Mr|Mrs|Ms|Dr|BC|CC|DC)\.?$"
)
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Cllr|Cllrs|Rev|Prof|St|Sgt)$")
_BRACKETS = re.compile(r"\s*[(\[]([^)\]]*)[)\]]?\s*")
_POST_AFTER_BRACKETS = re.compile(r"(?P<name>[^()]+)(?:\([^()]*\)\s*)+(?P<post>[A-Z][^()]+)")
_EDGES = " .,;:*\t-\u2013\u2014"


@dataclass(frozen=True, slots=True)
class Capacity:
    """What the head of a list says of those named under it."""

    role: Role = Role.MEMBER
    present: bool = True
    post: str | None = None


def people_in(words: str, capacity: Capacity) -> list[Person]:
    """The people named in one part of a list; what follows a name and names nobody is that person's post."""
    people: list[Person] = []
    in_row, posts_first = False, False
    post: str | None = None
    for entry in _entries(words):
        person, in_row = _person(entry, capacity, in_row)
        if person is not None:
            people.append(person if post is None or person.post else with_post(person, post))
            post = None
        elif (posts_first or not people) and is_post(entry):
            post, posts_first = entry, True
        elif people and people[-1].post is None and is_post(entry):
            people[-1] = with_post(people[-1], entry)
    return people


def with_post(person: Person, words: str) -> Person:
    """The person with the post that `words` name, and with the initials in brackets after it."""
    post, initials = post_and_initials(words)
    return replace(person, post=post, role=role_of(post, person.role), initials=person.initials or initials)


def _entries(words: str) -> list[str]:
    """The words between commas, semicolons, "and" and "&", brackets kept whole."""
    entries: list[str] = []
    depth, start = 0, 0
    for match in _BETWEEN.finditer(words):
        mark = match.group()
        if mark in "()":
            depth += 1 if mark == "(" else -1
        elif depth <= 0 and not _is_inside_name(words, match):
            entries.append(words[start : match.start()])
            start = match.end()
    entries.append(words[start:])
    return [bare for entry in entries if (bare := entry.strip(_EDGES))]


def _is_inside_name(words: str, match: re.Match[str]) -> bool:
    """Whether what looks like a separator belongs to a name: the stop after "Cllr.", the blank in "Cllr Mrs Roe"."""
    if match.group().startswith("."):
        return _ABBREVIATION.search(words[: match.start()]) is not None
    return not match.group().strip() and _TITLE_BEFORE.search(words[: match.start()]) is not None


def _person(entry: str, capacity: Capacity, in_row: bool) -> tuple[Person | None, bool]:
    """The person an entry names, and whether bare surnames may follow ("Councillors Ash, Birch and Cedar")."""
    words, post, initials = _taken_apart(entry)
    name, is_councillor, several = without_title(words)
    if not is_name(name, surname_will_do=is_councillor or in_row or has_courtesy(name)):
        return None, in_row
    role = Role.MEMBER if is_councillor and capacity.role is not Role.OTHER else capacity.role
    if post is not None and not is_councillor:
        role = role_of(post, role)
    return Person(name, role, post or capacity.post, initials, capacity.present), in_row or several


def _taken_apart(entry: str) -> tuple[str, str | None, str | None]:
    """Name, post and initials of an entry, whichever way they are written beside each other."""
    words, post, initials = _without_brackets(entry)
    after = _POST_AFTER_BRACKETS.fullmatch(entry)
    if after is not None and is_post(after["post"]):
        words, post = after["name"].strip(), post or after["post"].strip()
    words, between, run_on = name_and_initials(words)
    words, following = name_and_post(words)
    return words, post or run_on or following, initials or between


def _without_brackets(entry: str) -> tuple[str, str | None, str | None]:
    """The entry without its brackets, and the post and the initials that stood in them."""
    post: str | None = None
    initials: str | None = None
    for inside in _BRACKETS.findall(entry):
        first, _, after = inside.strip().partition(",")
        words = after.strip() if after and is_initials(first) else inside.strip()
        if is_initials(first) and _could_be(first, entry):
            initials = initials or first
        if post is None and (words != first or initials is None) and is_post(words):
            post = words
    return _BRACKETS.sub(" ", entry).strip(_EDGES), post, initials


def _could_be(initials: str, entry: str) -> bool:
    """Whether the letters may be somebody's initials: the first of them begins a word before the brackets."""
    return any(word.startswith(initials[0]) for word in re.split(r"[(\[]", entry)[0].split())
