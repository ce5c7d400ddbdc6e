"""Who or what the subject of a clause is: somebody who can be bound, or a thing a forecast is about."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from actiontracker.extract import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token


class SubjectClass(StrEnum):
    """What kind of subject a clause has."""

    NONE = "none"
    PERSON = "person"
    """A named person, a post, or initials."""
    MEMBERS = "members"
    """A body or everybody present: the committee, a working group, members."""
    PRONOUN = "pronoun"
    """he, she, they, we, I, who."""
    THIRD = "third party"
    """Somebody whom these minutes seldom bind: another body, a trade, the public."""
    THING = "thing"
    """What can do nothing, and whatever is none of the others."""
    EXPLETIVE = "expletive"
    """it, there, this, that, which."""


_INITIALS = re.compile(r"[A-Z]{2,4}(?:/[A-Z]{2,4})*$")


def classify(head: Token | None) -> SubjectClass:
    """The class of the noun phrase headed by `head`; NONE without one."""
    if head is None:
        return SubjectClass.NONE
    word = head.lower_
    if word in lexicon.EVERYBODY and not _titled(head):
        return SubjectClass.MEMBERS
    if word in lexicon.THING_PRONOUNS:
        return SubjectClass.EXPLETIVE
    if word in lexicon.CALENDAR or head.text.isdigit():
        return SubjectClass.THING
    if word in lexicon.PERSON_PRONOUNS:
        return SubjectClass.PRONOUN
    if _INITIALS.match(head.text) and word not in lexicon.THIRD_PARTIES:
        return SubjectClass.PERSON
    return _noun_class(head)


def _titled(head: Token) -> bool:
    """Whether a name follows: "Members Hart and Reed", or a post: "Cabinet Member", "Members' secretary"."""
    after = head.nbor() if head.i + 1 < len(head.doc) else None
    return (after is not None and after.pos_ == "PROPN") or any(
        child.dep_ in ("compound", "amod") and child.is_title for child in head.lefts
    )


_NAME_PARTS = frozenset({"flat", "compound", "nmod", "appos"})


def _name(head: Token) -> list[Token]:
    """The words of the name around its head: what stands right before it and its own dependents right after."""
    words = [token for token in head.subtree if head.i - 5 <= token.i <= head.i]
    words += [child for child in head.rights if child.dep_ in _NAME_PARTS and child.i <= head.i + 3]
    breaks = [token.i for token in words if token.i < head.i and (token.is_punct or token.pos_ == "VERB")]
    return [token for token in words if token.i > max(breaks, default=-1)]


def _noun_class(head: Token) -> SubjectClass:
    word = head.lower_
    name = {token.lower_.rstrip(".") for token in _name(head)}
    if "£" in name:
        return SubjectClass.THING
    if word in lexicon.ROLE_NOUNS or head.lemma_.lower() in lexicon.ROLE_NOUNS:
        return SubjectClass.PERSON
    if word.rstrip(".") in lexicon.PERSON_TITLES or name & lexicon.PERSON_TITLES:
        return SubjectClass.PERSON
    if word in lexicon.GROUP_NOUNS:
        return SubjectClass.MEMBERS
    if word in lexicon.THIRD_PARTIES or name & {"company", "ltd", "plc", "agency"}:
        return SubjectClass.THIRD
    if head.pos_ == "PROPN":
        return _proper_noun_class(head, name)
    if head.pos_ == "PRON" and word in ("all", "everyone", "both"):
        return SubjectClass.PERSON
    return SubjectClass.THING


def _proper_noun_class(head: Token, words: set[str]) -> SubjectClass:
    """A capitalised name without a title: a person when it looks like one, else another body."""
    if words & (lexicon.ROLE_NOUNS - {"section", "lead"}):
        return SubjectClass.PERSON
    if words & lexicon.GROUP_NOUNS:
        return SubjectClass.MEMBERS
    if any(child.lower_ == "the" for child in head.lefts) or head.text.isupper():
        return SubjectClass.THIRD
    return SubjectClass.PERSON
