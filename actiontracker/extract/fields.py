"""Owner and recipient of a clause that binds somebody; each is exact words or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actiontracker.extract import lexicon
from actiontracker.extract.facts import Verbs, recipient_of
from actiontracker.extract.governors import Matrix
from actiontracker.extract.subjects import SubjectClass, classify
from actiontracker.extract.verbs import Form, is_passive, is_predicate, phrase_head

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Span, Token

    from actiontracker.extract.facts import Facts

_NAMED = frozenset({SubjectClass.PERSON, SubjectClass.MEMBERS, SubjectClass.THIRD})
_STOPPERS = frozenset({"acl", "acl:relcl", "advcl", "parataxis", "cop", "aux", "aux:pass", "mark"})
_EDGE = frozenset({"CCONJ", "SCONJ", "ADP", "ADV"})
_NOT_IN_NAMES = frozenset({"on", "about", "regarding", "concerning", "by", "from", "to", "with", "into", "that"})


def owner_of(facts: Facts) -> tuple[int, int] | None:
    """Where the doer's name stands in the passage's text (0-based, end exclusive); None when nobody is named.

    In a request the doer is whoever was asked, never the asker. A pronoun leads back to the last person told of.
    """
    clause = facts.clause
    if clause.matrix is Matrix.ASK and clause.form is Form.INFINITIVE:
        asked = clause.addressee
        if asked is not None and asked.lower_ in ("he", "she", "him", "her"):
            return _antecedent(facts, asked)
        return _named(asked)
    if clause.form is Form.TOLD and facts.lemma in ("request", "ask", "call", "seek", "agree", "accept"):
        return None
    if clause.passive:
        return _named(_agent(facts)) or _promiser(facts) or _speaker(facts)
    if clause.subject is None:
        return _promiser(facts)
    if clause.subject_class is SubjectClass.PRONOUN:
        return _antecedent(facts, clause.subject)
    if clause.subject_class is SubjectClass.THING and clause.form is not Form.INFINITIVE:
        return _promiser(facts)
    return _named(clause.subject)


def _promiser(facts: Facts) -> tuple[int, int] | None:
    """Whoever agreed or undertook, when it was one person or post and not the meeting as a whole."""
    clause = facts.clause
    if (
        clause.matrix is Matrix.OTHER
        and clause.form is Form.INFINITIVE
        and facts.asker_class is SubjectClass.PERSON
        and clause.asker is not None
    ):
        return phrase_span(clause.asker)
    if clause.matrix is not Matrix.AGREE:
        return None
    if clause.asker is None:
        return _named_before(clause.governor, clause.sentence) if clause.governor is not None else None
    if facts.asker_class is SubjectClass.PRONOUN:
        return _antecedent(facts, clause.asker)
    if facts.asker_class is SubjectClass.MEMBERS and clause.form is Form.INFINITIVE:
        return phrase_span(clause.asker)
    if facts.asker_class is SubjectClass.PERSON and (clause.form is Form.INFINITIVE or not _everybody(clause.asker)):
        return phrase_span(clause.asker)
    return None


_TELLS_OWN_WORK = frozenset({"advise", "confirm", "assure", "inform", "say", "state", "respond", "reply", "explain"})


def _speaker(facts: Facts) -> tuple[int, int] | None:
    """The officer who tells that something will be handed over; a member who passes it on is not the doer."""
    clause = facts.clause
    if (
        clause.asker is None
        or facts.governor_lemma not in _TELLS_OWN_WORK
        or not facts.verbs & {Verbs.DELIVER, Verbs.TASK}
    ):
        return None
    start, end = phrase_span(clause.asker)
    words = set(clause.asker.doc.text[start:end].lower().replace(",", " ").split())
    officer = bool(words & _POSTS) and not words & _SEATS
    return (start, end) if officer and facts.asker_class is SubjectClass.PERSON else None


_SEATS = frozenset({"councillor", "councillors", "cllr", "cllrs", "member", "members"}) | frozenset(
    {"chair", "chairman", "vice-chair", "chairperson"}
)
"""Words for those who sit on the body, not for those who serve it."""
_POSTS = lexicon.ROLE_NOUNS - _SEATS


def _named_before(governor: Token, sentence: Span) -> tuple[int, int] | None:
    """The person named right before an active verb that was left without a subject, or the sentence's subject."""
    if is_passive(governor) or governor.is_sent_start:
        return None
    before = phrase_head(governor.nbor(-1))
    if classify(before) is SubjectClass.PERSON:
        return phrase_span(before)
    if not any(token.dep_ == "cc" for token in (governor.nbor(-1), *governor.lefts)):
        return None
    subjects = [token for token in sentence if token.i < governor.i and token.dep_ == "nsubj"]
    return phrase_span(subjects[0]) if subjects and classify(subjects[0]) is SubjectClass.PERSON else None


def _everybody(token: Token) -> bool:
    return token.lower_ in ("members", "councillors", "all")


def _agent(facts: Facts) -> Token | None:
    """The doer after "by", hung on the verb or by mistake on a noun between; not one that does another verb's work."""
    head = facts.clause.head
    for index in facts.clause.tokens:
        token = head.doc[index]
        if index <= head.i or token.lower_ != "by" or token.dep_ != "case" or classify(token.head) not in _NAMED:
            continue
        if token.head.head == head or token.head.head.pos_ in ("NOUN", "PROPN"):
            return token.head
    return None


def _antecedent(facts: Facts, pronoun: Token) -> tuple[int, int] | None:
    """The last person named as a subject before the pronoun in this passage."""
    if pronoun.lower_ in ("we", "i", "who"):
        return None
    asker = facts.clause.asker
    if asker is not None and facts.asker_class is SubjectClass.PERSON and asker.i < pronoun.i:
        return phrase_span(asker)
    for token in reversed(pronoun.doc[: pronoun.i]):
        if token.dep_.startswith("nsubj") and classify(token) is SubjectClass.PERSON:
            return phrase_span(token)
    return None


def _named(token: Token | None) -> tuple[int, int] | None:
    if token is None or classify(token) not in _NAMED:
        return None
    return phrase_span(token)


def phrase_span(head: Token) -> tuple[int, int]:
    """Where the noun phrase around `head` stands in the passage's text (0-based, end exclusive).

    Relative clauses, what is said of the person, and what stands before a dash are no part of it.
    """
    indexes = sorted(_phrase_tokens(head))
    position = indexes.index(head.i)
    start, end = position, position
    while start > 0 and indexes[start - 1] == indexes[start] - 1:
        start -= 1
    while end < len(indexes) - 1 and indexes[end + 1] == indexes[end] + 1:
        end += 1
    dashes = [i for i in range(indexes[start], head.i) if head.doc[i].text in _DASHES and head.doc[i].whitespace_]
    first = max([indexes[start], *(i + 1 for i in dashes)])
    while first < head.i and head.doc[first].pos_ in ("CCONJ", "PUNCT"):
        first += 1
    return _trimmed(head.doc, _with_others_before(head.doc, first), indexes[end])


_DASHES = frozenset({"-", "–", "—", ":"})


def _with_others_before(doc: Doc, first: int) -> int:
    """Where a list of people begins whose last one begins at `first`: "Mrs Wren, Ms Cole and Mr Pike"."""
    while first > 1 and doc[first - 1].text in (",", "and", "&") and doc[first - 2].is_title:
        names = doc[max(0, first - 5) : first - 1]
        titles = [token.i for token in names if token.lower_.rstrip(".") in lexicon.PERSON_TITLES]
        if not titles:
            break
        first = titles[-1]
    return first


def _phrase_tokens(head: Token) -> Iterable[int]:
    stack, kept = [head], []
    while stack:
        token = stack.pop()
        kept.append(token.i)
        stack.extend(child for child in token.children if _within_phrase(child))
    return kept


def _within_phrase(child: Token) -> bool:
    """Whether a dependent belongs to the name of somebody, and not to what is said of them or given to them."""
    if child.dep_ in _STOPPERS or (child.dep_ == "conj" and is_predicate(child)):
        return False
    apart = any(mark.is_punct for mark in child.lefts) and child.dep_ in ("nmod", "obl", "appos")
    return not any(case.dep_ == "case" and (apart or case.lower_ in _NOT_IN_NAMES) for case in child.lefts)


def _trimmed(doc: Doc, first: int, last: int) -> tuple[int, int]:
    while last > first and (doc[last].is_punct or doc[last].pos_ in ("CCONJ", "ADP", "ADV")) and doc[last].text != ")":
        last -= 1
    while first < last and (doc[first].is_punct or doc[first].lower_ == "that" or doc[first].pos_ in _EDGE):
        first += 1
    return doc[first].idx, doc[last].idx + len(doc[last].text)


_DONE_TO_PEOPLE = frozenset({"inform", "notify", "update", "ask", "contact", "invite"})


def recipient_span(facts: Facts) -> tuple[int, int] | None:
    """Where the recipient's words stand in the passage's text (0-based, end exclusive); None when nobody receives."""
    clause = facts.clause
    token = recipient_of(clause)
    if token is None and clause.passive and clause.lemma in _DONE_TO_PEOPLE and clause.subject_class in _NAMED:
        token = clause.subject
    return phrase_span(token) if token is not None else None
