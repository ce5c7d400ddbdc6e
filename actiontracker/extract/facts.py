"""The facts about a clause that cues look at: what the tree says, and where in the document it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from actiontracker.extract import lexicon
from actiontracker.extract.deadlines import find_deadline, names_meeting
from actiontracker.extract.subjects import SubjectClass, classify
from actiontracker.extract.verbs import has_to, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from actiontracker.extract.clauses import Clause
    from actiontracker.records import Section


class Lead(StrEnum):
    """What the words that a passage hangs on do with it."""

    NONE = "none"
    RESOLVED = "resolved"
    RECOMMENDED = "recommended"
    AGREED = "agreed"
    ASKED = "asked"
    SAID = "said"
    ACTION = "action"


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
    Verbs.CONDUCT: lexicon.MEETING_CONDUCT,
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
    asker: SubjectClass
    governor: str
    """The governing verb's lemma, or an empty string."""
    object: str | None
    """The head of the object, or of the passive's subject, in lower case."""
    information: bool
    """Whether a thing is handed over that informs: a report, figures, an update."""
    recipient: bool
    opening: bool
    """Whether the clause opens its sentence or follows a comma, dash or colon."""

    @property
    def deadline(self) -> bool:
        """Whether the clause says by when; looked for only when a cue asks."""
        return _has_deadline(self.text)

    @property
    def meeting(self) -> bool:
        """Whether the deadline is a meeting or a next report."""
        return self.deadline and names_meeting(self.text)


@lru_cache(maxsize=64)
def _has_deadline(text: str) -> bool:
    return find_deadline(text) is not None


def facts_of(clause: Clause, context: Context) -> Facts:
    """Everything the cues ask about a clause in its place."""
    doc = clause.head.doc
    text = _text(doc, clause)
    thing = object_of(clause)
    return Facts(
        clause=clause,
        context=context,
        lemma="be" if _copular(clause) else clause.lemma,
        verbs=_verb_classes(clause),
        text=text,
        sentence=clause.sentence.text.lower(),
        asker=classify(clause.asker),
        governor=governor_lemma(clause),
        object=thing.lower_ if thing is not None else None,
        information=thing is not None
        and (thing.lower_ in lexicon.INFORMATION or thing.lemma_.lower() in lexicon.INFORMATION),
        recipient=recipient_of(clause) is not None,
        opening=_opens(doc, clause),
    )


_WORK = lexicon.DELIVER | (lexicon.TASK - lexicon.FORMAL)


def _copular(clause: Clause) -> bool:
    return clause.head.pos_ != "VERB" and any(child.dep_ == "cop" for child in clause.head.lefts)


def _verb_classes(clause: Clause) -> frozenset[Verbs]:
    if _copular(clause):
        return frozenset({Verbs.STATIVE})
    lemma = clause.lemma
    found = {name for name, words in _CLASSES.items() if lemma in words}
    if any(
        verb in lexicon.DELIVER or (verb in lexicon.TASK and verb not in lexicon.FORMAL) for verb in clause.verbs[1:]
    ):
        found = (found - {Verbs.FORMAL}) | {Verbs.TASK}
    return frozenset(found)


def _text(doc: Doc, clause: Clause) -> str:
    return doc[clause.tokens[0] : clause.tokens[-1] + 1].text.lower()


_OPENERS = re.compile(r"[,;:.\-–—•|)]$|^(?:and|that|then|therefore|also|action|resolved|agreed)$", re.IGNORECASE)


_LEADING_ON = frozenset({"ADP", "DET", "VERB", "AUX", "ADJ", "PROPN"})


_NOT_OF_PHRASE = frozenset({"expl", "cop", "case", "cc", "nsubj", "mark", "punct", "advmod"})


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
    first = clause.subject if clause.subject is not None and clause.subject.i < clause.head.i else clause.head
    left = _phrase_start(first)
    while left > 0 and doc[left - 1].pos_ in ("DET", "ADJ") and not doc[left].is_sent_start:
        left -= 1
    if (
        first.is_title
        and left == first.i
        and first.lower_ in lexicon.ROLE_NOUNS
        and doc[left - 1].pos_ not in _LEADING_ON
    ):
        return True
    if any(token.text in ("-", "–", "—", ":") and token.whitespace_ for token in doc[left : first.i]):
        return True
    if doc[left - 1].lower_ == "and" and clause.governor is not None and not has_to(clause.governor):
        return False
    return left == 0 or bool(doc[left].is_sent_start) or _OPENERS.search(doc[left - 1].text) is not None


def object_of(clause: Clause) -> Token | None:
    """What is handed over or worked on: the object, or the subject of a passive."""
    if clause.passive:
        return clause.subject
    for child in clause.head.rights:
        if child.dep_ == "obj":
            if child.lower_ in lexicon.RECIPIENT_NOUNS:
                return _with_phrase(clause.head) or child
            return child
    return _with_phrase(clause.head)


def _with_phrase(head: Token) -> Token | None:
    """The thing in "provide members with a briefing note"."""
    for child in head.rights:
        if child.dep_ == "obl" and any(case.lower_ == "with" for case in child.lefts):
            return child
    return None


def recipient_of(clause: Clause) -> Token | None:
    """Who receives: "to members", "provide members with", "write to Highways", "contact the school"."""
    for child in clause.head.rights:
        if child.dep_ in ("obj", "iobj") and _receives(child) and clause.lemma in lexicon.TO_PEOPLE:
            return child
        if (
            child.dep_ in ("obl", "nmod")
            and any(case.lower_ in ("to", "with", "for") for case in child.lefts)
            and _receives(child)
        ):
            return child
        if child.dep_ == "obj":
            for inner in child.rights:
                if inner.dep_ == "nmod" and any(case.lower_ == "to" for case in inner.lefts) and _receives(inner):
                    return inner
    if (
        clause.passive
        and clause.lemma in lexicon.TO_PEOPLE
        and clause.subject is not None
        and _receives(clause.subject)
    ):
        return clause.subject
    return None


def _receives(token: Token) -> bool:
    if token.lower_ in ("meeting", "meetings", "report", "reports", "date"):
        return False
    if token.lower_ in lexicon.RECIPIENT_NOUNS or token.lemma_.lower() in lexicon.RECIPIENT_NOUNS:
        return True
    return token.pos_ == "PROPN" and classify(token) in (SubjectClass.PERSON, SubjectClass.THIRD, SubjectClass.MEMBERS)


def governor_lemma(clause: Clause) -> str:
    """The governing verb's lemma, or an empty string."""
    return verb_lemma(clause.governor) if clause.governor is not None else ""
