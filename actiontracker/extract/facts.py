"""The facts about a clause that cues look at: what the tree says, and where in the document it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from actiontracker.extract import lexicon
from actiontracker.extract.deadlines import find_deadline, names_meeting
from actiontracker.extract.subjects import SubjectClass, classify
from actiontracker.extract.verbs import has_to, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from actiontracker.extract.clauses import Clause
    from actiontracker.records import Section


class Lead(StrEnum):
    """What the words that a passage or sentence hangs on do with it."""

    NONE = "none"
    RESOLVED = "resolved"
    RECOMMENDED = "recommended"
    AGREED = "agreed"
    ASKED = "asked"
    SAID = "said"
    ACTION = "action"


RESOLVING: Final = frozenset({Lead.RESOLVED, Lead.AGREED, Lead.ACTION})
"""Leads that make a clause under them binding even in naked words: "to write to the landowner"."""


class Verbs(StrEnum):
    """Names of the verb classes in `lexicon`."""

    DELIVER = "deliver"
    TASK = "task"
    STATIVE = "stative"
    NEVER = "never"
    FORMAL = "formal"
    CONDUCT = "conduct"
    SPEAK = "speak"
    OUTCOME = "outcome"


_CLASSES = {
    Verbs.DELIVER: lexicon.DELIVER,
    Verbs.TASK: lexicon.TASK,
    Verbs.STATIVE: lexicon.STATIVE,
    Verbs.NEVER: lexicon.NEVER,
    Verbs.FORMAL: lexicon.FORMAL,
    Verbs.CONDUCT: lexicon.CONDUCT,
    Verbs.SPEAK: lexicon.SPEAK,
    Verbs.OUTCOME: lexicon.OUTCOME,
}


@dataclass(frozen=True, slots=True)
class Context:
    """Where in the document the clause stands."""

    section: Section
    lead: Lead = Lead.NONE
    tagged: bool = False
    """Whether an action tag covers the passage."""
    listed: bool = False
    """Whether the passage is a bullet or a lettered clause."""
    title: str = ""
    """The item's title."""
    lead_in: str = ""
    """The words that the passage hangs on."""
    before: str = ""
    """The end of the passage before."""
    after: str = ""
    """The beginning of the passage after."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What cues may ask about one clause."""

    clause: Clause
    context: Context
    lemma: str
    verbs: frozenset[Verbs]
    text: str
    """The clause's words in lower case."""
    sentence: str
    """The whole sentence in lower case."""
    asker_class: SubjectClass
    """Who the governing verb's subject is."""
    governor_lemma: str
    """The governing verb's lemma, or an empty string."""
    information: bool
    """Whether a thing is handed over that informs: a report, figures, an update."""
    recipient: bool
    """Whether somebody receives it."""
    opening: bool
    """Whether the clause opens its sentence or follows a comma, dash or colon."""

    @property
    def deadline(self) -> bool:
        """Whether the clause says by when; looked for only when a cue asks."""
        return _has_deadline(self.text)

    @property
    def meeting(self) -> bool:
        """Whether the clause names a meeting or a next report as its time; looked for only when a cue asks."""
        return self.deadline and names_meeting(self.text)


@lru_cache(maxsize=64)
def _has_deadline(text: str) -> bool:
    return find_deadline(text) is not None


def facts_of(clause: Clause, context: Context) -> Facts:
    """Everything the cues ask about a clause in its place."""
    doc = clause.head.doc
    text = _text(doc, clause)
    thing = _object_of(clause)
    return Facts(
        clause=clause,
        context=context,
        lemma="be" if _copular(clause) else clause.lemma,
        verbs=_verb_classes(clause),
        text=text,
        sentence=clause.sentence.text.lower(),
        asker_class=classify(clause.asker),
        governor_lemma=verb_lemma(clause.governor) if clause.governor is not None else "",
        information=thing is not None and _is_one_of(lexicon.INFORMATION, thing),
        recipient=recipient_of(clause) is not None,
        opening=_opens(doc, clause),
    )


def _is_one_of(words: frozenset[str], noun: Token) -> bool:
    return noun.lower_ in words or noun.lemma_.lower() in words


_WORK: Final = lexicon.DELIVER | (lexicon.TASK - lexicon.FORMAL)


def _copular(clause: Clause) -> bool:
    return clause.head.pos_ != "VERB" and any(child.dep_ == "cop" for child in clause.head.lefts)


def _verb_classes(clause: Clause) -> frozenset[Verbs]:
    """The classes of the first verb; later verbs that are plain work make a formal clause one of work."""
    if _copular(clause):
        return frozenset({Verbs.STATIVE})
    found = {name for name, words in _CLASSES.items() if clause.lemma in words}
    if not _WORK.isdisjoint(clause.verbs[1:]):
        found = (found - {Verbs.FORMAL}) | {Verbs.TASK}
    return frozenset(found)


def _text(doc: Doc, clause: Clause) -> str:
    return doc[clause.tokens[0] : clause.tokens[-1] + 1].text.lower()


_OPENERS: Final = re.compile(r"[,;:.\-–—•|)]$|^(?:and|that|then|therefore|also|action|resolved|agreed)$", re.IGNORECASE)
_LEADING_ON: Final = frozenset({"ADP", "DET", "VERB", "AUX", "ADJ", "PROPN"})
_NOT_OF_PHRASE: Final = frozenset({"expl", "cop", "case", "cc", "nsubj", "mark", "punct", "advmod"})


def _phrase_start(first: Token) -> int:
    """Where the unbroken noun phrase (or verb group) around `first` begins."""
    own = {"mark", "advmod"} if first.pos_ == "VERB" else set()
    outside = _NOT_OF_PHRASE - own
    inside = {token.i for token in first.subtree if token.dep_ not in outside or token.i == first.i}
    left = first.i
    while left - 1 in inside:
        left -= 1
    return left


def _opens(doc: Doc, clause: Clause) -> bool:
    """Whether the subject (or, without one before it, the verb) stands at the start of a sentence or after a break."""
    first = clause.subject if clause.subject is not None and clause.subject.i < clause.head.i else clause.head
    left = _phrase_start(first)
    while left > 0 and doc[left - 1].pos_ in ("DET", "ADJ") and not doc[left].is_sent_start:
        left -= 1
    before = doc[left - 1]  # at the very start of the passage this is its last token
    if left == first.i and first.is_title and first.lower_ in lexicon.ROLE_NOUNS and before.pos_ not in _LEADING_ON:
        return True
    if any(token.text in ("-", "–", "—", ":") and token.whitespace_ for token in doc[left : first.i]):
        return True
    if before.lower_ == "and" and clause.governor is not None and not has_to(clause.governor):
        return False
    return left == 0 or bool(doc[left].is_sent_start) or _OPENERS.search(before.text) is not None


def _object_of(clause: Clause) -> Token | None:
    """What is handed over or worked on: the object, or the subject of a passive."""
    if clause.passive:
        return clause.subject
    for child in clause.head.rights:
        if child.dep_ == "obj":
            received = _with_phrase(clause.head) if child.lower_ in lexicon.RECIPIENT_NOUNS else None
            return received or child
    return _with_phrase(clause.head)


def _with_phrase(head: Token) -> Token | None:
    """The thing in "provide members with a briefing note"."""
    for child in head.rights:
        if child.dep_ == "obl" and _after_one_of(("with",), child):
            return child
    return None


def recipient_of(clause: Clause) -> Token | None:
    """Who receives: "to members", "provide members with", "write to Highways", "contact the school"; None if nobody."""
    for child in clause.head.rights:
        if child.dep_ in ("obj", "iobj") and _receives(child) and clause.lemma in lexicon.TO_PEOPLE:
            return child
        if child.dep_ in ("obl", "nmod") and _after_one_of(("to", "with", "for"), child) and _receives(child):
            return child
        if child.dep_ == "obj" and (inner := _recipient_within(child)) is not None:
            return inner
    subject = clause.subject if clause.passive and clause.lemma in lexicon.TO_PEOPLE else None
    return subject if subject is not None and _receives(subject) else None


def _recipient_within(thing: Token) -> Token | None:
    """Who receives, hung by the parser on what is received: "send a letter to the school"."""
    inside = (child for child in thing.rights if child.dep_ == "nmod" and _after_one_of(("to",), child))
    return next((child for child in inside if _receives(child)), None)


def _after_one_of(prepositions: tuple[str, ...], noun: Token) -> bool:
    return any(case.lower_ in prepositions for case in noun.lefts)


def _receives(token: Token) -> bool:
    if token.lower_ in ("meeting", "meetings", "report", "reports", "date"):
        return False
    if _is_one_of(lexicon.RECIPIENT_NOUNS, token):
        return True
    return token.pos_ == "PROPN" and classify(token) in (SubjectClass.PERSON, SubjectClass.THIRD, SubjectClass.MEMBERS)
