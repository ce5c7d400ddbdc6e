"""What "this", "it" or "so" stands for in a clause: the question, request or thing told of just before.

Nothing is returned unless one candidate stands out: a line with "this" in it is poor, with the wrong thing wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.extract import lexicon
from actiontracker.extract.clauses import clause_of
from actiontracker.extract.fields import phrase_span
from actiontracker.extract.governors import Matrix
from actiontracker.extract.subjects import SubjectClass, classify
from actiontracker.extract.verbs import Form, is_predicate, verb_lemma

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from actiontracker.extract.clauses import Clause
    from actiontracker.extract.facts import Facts


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ONE: Final = frozenset({"this", "that", "it"})
_SEVERAL: Final = frozenset({"these", "those", "them"})
_POINTERS: Final = _ONE | _SEVERAL
_BEFORE_A_POINTER: Final = frozenset({"into", "on", "at", "about"})


def pointers(facts: Facts) -> list[Token]:
    """The pronouns that are all the content of the clause's verbs, in order; none where another object is named."""
    clause = facts.clause
    if clause.passive:
        subject = clause.subject
        return [subject] if subject is not None and subject.head == clause.head and _points(subject) else []
    found: list[Token] = []
    for verb in verbs_of(clause):
        things = [child for child in verb.rights if child.dep_ == "obj" or _after_a_pointing_word(child)]
        if any(child.dep_ in ("xcomp", "ccomp") for child in verb.rights) or not all(_points(one) for one in things):
            return []
        found += things
    return found


def verbs_of(clause: Clause) -> list[Token]:
    """The clause's verbs: its head and those coordinated with it, in order."""
    return [clause.head, *(one for one in clause.head.rights if one.dep_ == "conj" and one.i in clause.tokens)]


def _points(token: Token) -> bool:
    return token.lower_ in _POINTERS and token.pos_ in ("PRON", "DET") and not any(True for _ in token.rights)


def _after_a_pointing_word(child: Token) -> bool:
    return child.dep_ == "obl" and any(case.lower_ in _BEFORE_A_POINTER for case in child.lefts) and _points(child)


@dataclass(frozen=True, slots=True)
class Content:
    """Words to put in a pronoun's place; `clause` where they are a question and not a thing."""

    words: str
    clause: bool


def content_before(facts: Facts, text: str, pointer: Token | None) -> Content | None:
    """What the pronoun stands for, or what an empty "find out" is about (`pointer` None); None when it is not plain.

    `text` is the passage's.
    """
    for stretch in _before(facts):
        questions = list(_questions(stretch, text))
        if questions:
            fits = len(questions) == 1 and facts.lemma in (_FINDING | lexicon.DELIVER)
            return Content(questions[0], clause=True) if fits else None
        if pointer is None:
            continue
        things = list(_asked_for(stretch)) or _things(stretch, facts, pointer)
        if things:
            words = _as_known(text[slice(*_whole(things[0], stretch))])
            plain = len(words) <= _LONGEST_THING and _POINTERS.isdisjoint(words.lower().split())
            fits = plain and len(things) == 1 and _takes_a_thing(facts, pointer)
            return Content(words, clause=False) if fits else None
    return None


def task_before(facts: Facts) -> Clause | None:
    """The clause that "do so" takes up: what was asked or suggested just before; None when it is not plain."""
    for stretch in _before(facts):
        tasks = [task for task in _tasks(stretch) if task.head.i not in range(*_own(facts))]
        if tasks:
            return tasks[0] if len(tasks) == 1 else None
    return None


def _own(facts: Facts) -> tuple[int, int]:
    """The clause's own tokens, from its governor on (end exclusive)."""
    tokens, governor = facts.clause.tokens, facts.clause.governor
    return min(tokens[0], governor.i if governor is not None else tokens[0]), tokens[-1] + 1


def _before(facts: Facts) -> Iterator[Span]:
    """The stretches that a pronoun may look back to, nearest first: its own sentence up to it, the sentence before."""
    sentence, doc = facts.clause.sentence, facts.clause.head.doc
    first = _own(facts)[0]
    if first > sentence.start:
        yield doc[sentence.start : first]
    if sentence.start > 0:
        yield doc[doc[sentence.start - 1].sent.start : sentence.start]


_ASKING: Final = frozenset({"ask", "enquire", "inquire", "query", "question", "wonder", "request", "want", "seek"})
_QUESTION_WORDS: Final = frozenset({"how", "what", "why", "when", "where", "which", "who", "whether", "if"})
_FINDING: Final = _words(
    "find check investigate look clarify confirm establish ascertain research explore enquire inquire ask answer"
    " examine raise discuss consider review obtain get determine explain report"
)
_LONGEST_QUESTION: Final = 150
_LONGEST_THING: Final = 90
"""Characters; a line longer than that reads worse than one with a pronoun."""


def _questions(stretch: Span, text: str) -> Iterator[str]:
    """The questions put in the stretch, from their question word on."""
    for verb in stretch:
        opener = _question_word(verb, stretch) if verb_lemma(verb) in _ASKING else None
        if opener is not None:
            words = _question(opener, stretch, text)
            if 0 < len(words) <= _LONGEST_QUESTION:
                first = "whether" if opener.lower_ == "if" else opener.lower_
                yield first + words[len(opener) :]


def _question_word(verb: Token, stretch: Span) -> Token | None:
    """The word that opens what is asked, right after the verb or after whoever is asked; None where none does."""
    following = [word for word in stretch if verb.i < word.i <= verb.i + _FARTHEST_QUESTION]
    return next((word for word in following if word.lower_ in _QUESTION_WORDS), None)


_FARTHEST_QUESTION: Final = 6
"""Tokens from "asked" to the question's first word: "asked the Head of Parks how"."""
_ANOTHER_QUESTION: Final = re.compile(rf",? (?:and|or) (?:{'|'.join(sorted(_QUESTION_WORDS))})\b")

_NEW_MATTER: Final = re.compile(rf"; |, (?:and|but) (?!{'|'.join(sorted(_QUESTION_WORDS))})")


def _question(opener: Token, stretch: Span, text: str) -> str:
    """The question as far as the tree joins it, or to the end of its sentence where no break shows another matter."""
    end = stretch.end_char
    rest = text[opener.idx : end].rstrip(" ,;.?")
    top = opener
    while top.head.i > top.i and top.head.i < stretch.end:
        top = top.head
    last = max((word for word in top.subtree if word.i < stretch.end), key=lambda word: word.i)
    joined = _NEW_MATTER.split(text[opener.idx : last.idx + len(last)])[0].rstrip(" ,;.?")
    if is_predicate(top) and not _ANOTHER_QUESTION.match(text, opener.idx + len(joined)):
        return joined
    return rest if "," not in rest and ";" not in rest else ""


def _asked_for(stretch: Span) -> Iterator[Token]:
    """The things asked for in the stretch: "requested a list", "asked for a list"."""
    for verb in stretch:
        lemma = verb_lemma(verb)
        if lemma not in ("request", "ask", "seek") or not is_predicate(verb):
            continue
        for child in verb.children:
            asked = child.dep_ == "obl" and any(case.lower_ == "for" for case in child.lefts)
            taken = child.dep_ in ("obj", "nsubj:pass") and lemma != "ask"
            if (asked or taken) and child.pos_ == "NOUN" and child.i < stretch.end:
                yield child


_NO_THING: Final = _words(
    "meeting time year month week day view concern question point issue matter problem comment request suggestion"
    " discussion debate work member number idea proposal reason need way place thing situation"
)
"""Nouns that tell a reader of the log no more than "this" does."""


def _things(stretch: Span, facts: Facts, pointer: Token) -> list[Token]:
    """The things told of in the stretch that the pronoun can stand for; for a verb of delivery, information first."""
    told = [word for word in stretch if word.dep_ in ("obj", "nsubj", "nsubj:pass") and word.pos_ in ("NOUN", "PROPN")]
    several = pointer.lower_ in _SEVERAL
    if several and any(_is_several(word) and classify(word) is not SubjectClass.THING for word in told):
        return []
    fitting = [
        word
        for word in told
        if classify(word) is SubjectClass.THING and _is_several(word) is several and word.lower_ not in _NO_THING
    ]
    informing = [word for word in fitting if word.lower_ in lexicon.INFORMATION]
    if pointer.lower_ in ("this", "that"):
        return informing  # "this" is a whole state of affairs more often than a thing
    return (informing or fitting) if facts.lemma in lexicon.DELIVER else fitting


def _is_several(noun: Token) -> bool:
    plural = "Plur" in noun.morph.get("Number", [])
    return plural or any(child.dep_ == "conj" for child in noun.rights)


_TELLING: Final = _words(
    "report raise discuss mention note investigate look consider say tell advise inform feed respond reply pursue"
    " explore take do action progress ensure arrange"
)
"""Verbs whose "this" is a state of affairs more often than a thing."""


def _takes_a_thing(facts: Facts, pointer: Token) -> bool:
    works = facts.lemma in (lexicon.DELIVER | lexicon.TASK) - _TELLING
    people = pointer.lower_ in _SEVERAL and facts.lemma in lexicon.TO_PEOPLE - {"provide", "send", "supply", "show"}
    return works and not people and not any(case.dep_ == "case" for case in pointer.lefts)


def _whole(noun: Token, stretch: Span) -> tuple[int, int]:
    """Where the whole phrase around a noun stands, with what is said of it up to its first clause or break."""
    start, end = phrase_span(noun)
    for child in noun.rights:
        if child.dep_ in ("nmod", "acl", "conj") and child.left_edge.idx <= end + 1:
            inside = [word for word in child.subtree if word.i < stretch.end]
            if inside and not inside[-1].is_punct:
                end = max(end, inside[-1].idx + len(inside[-1]))
    return start, end


def _as_known(words: str) -> str:
    """A thing as one that was told of before: "a map" becomes "the map"."""
    first, _, rest = words.partition(" ")
    if first.lower() in ("a", "an", "another") and rest:
        return f"the {rest}"
    return f"{first.lower()} {rest}" if first in ("The", "This", "All", "Their", "Its", "Further", "More") else words


def _tasks(stretch: Span) -> Iterator[Clause]:
    """What somebody was asked to do, or what was suggested, in the stretch."""
    for word in stretch:
        if not is_predicate(word) or word.dep_ == "conj":
            continue
        clause = clause_of(word, word.sent)
        asked = clause.matrix in (Matrix.ASK, Matrix.SUGGEST, Matrix.RECOMMEND)
        if asked and clause.form in (Form.INFINITIVE, Form.BARE, Form.ABILITY, Form.DUTY) and word.pos_ == "VERB":
            yield clause
