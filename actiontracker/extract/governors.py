"""What a clause hangs on: the verb that governs it, what that verb does with it, and how it stands in its sentence."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from actiontracker.extract import lexicon
from actiontracker.extract.verbs import (
    Form,
    auxiliaries,
    form_of,
    has_to,
    is_passive,
    is_predicate,
    subject_of,
    verb_lemma,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


class Matrix(StrEnum):
    """What the governing verb does with the clause."""

    NONE = "none"
    AGREE = "agree"
    ASK = "ask"
    SAY = "say"
    SUGGEST = "suggest"
    THINK = "think"
    RECOMMEND = "recommend"
    OTHER = "other"


class Link(StrEnum):
    """How the clause hangs in its sentence."""

    MAIN = "main"
    COMPLEMENT = "complement"
    RELATIVE = "relative"
    ADVERBIAL = "adverbial"
    NOUN_COMPLEMENT = "noun complement"
    """"the opportunity to comment"."""


_MATRICES: tuple[tuple[frozenset[str], Matrix], ...] = (
    (lexicon.RECOMMEND, Matrix.RECOMMEND),
    (lexicon.AGREE, Matrix.AGREE),
    (lexicon.ASK, Matrix.ASK),
    (lexicon.SUGGEST, Matrix.SUGGEST),
    (lexicon.THINK, Matrix.THINK),
    (lexicon.SAY, Matrix.SAY),
)


_COMPLEMENTS = frozenset({"ccomp", "xcomp", "csubj", "csubj:pass", "obj", "parataxis"})


def matrix_of(token: Token) -> tuple[Matrix, Token | None]:
    """The governing verb's class and the verb, looking through coordination; (NONE, None) for a main clause."""
    head = token.head
    if token.dep_ == "conj" and is_predicate(head):
        return matrix_of(head)
    governor: Token | None = None
    if token.dep_ == "xcomp" and token.pos_ == "VERB" and not has_to(token) and not auxiliaries(token):
        return Matrix.NONE, None
    complement = token.dep_ in _COMPLEMENTS or (token.dep_ == "obl" and has_to(token))
    if complement and head.i < token.i:
        governor = head
    elif token.dep_ in ("acl", "acl:relcl", "advcl") and head.i < token.i:
        governor = _governor_through_noun(token)
    if governor is None:
        governor = _governor_before_that(token) or _governor_without_that(token)
    if governor is None or not (
        is_predicate(governor) or governor.pos_ == "VERB" or governor.lower_ in ("resolved", "agreed", "recommended")
    ):
        return Matrix.NONE, None
    return _matrix_class(governor), governor


def _governor_before_that(token: Token) -> Token | None:
    """The verb right before a clause's "that", where the parser hung the clause elsewhere."""
    for child in token.lefts:
        if child.lower_ == "that" and child.dep_ == "mark" and not child.is_sent_start:
            before = child.nbor(-1)
            return before if before.pos_ == "VERB" else None
    return None


def _governor_without_that(token: Token) -> Token | None:
    """The verb before a bare clause, if it takes one: "It was agreed a request be made"."""
    head = token.head
    if token.dep_ != "advcl" or head.i > token.i or head.pos_ != "VERB" or has_to(token):
        return None
    marked = any(child.dep_ in ("mark", "advmod") for child in token.lefts)
    return head if not marked and verb_lemma(head) in lexicon.AGREE | lexicon.ASK | lexicon.RECOMMEND else None


def _governor_through_noun(token: Token) -> Token | None:
    """A complement that the parser hung on the object before it: "assured the Committee that", "ask the Clerk to"."""
    head = token.head
    if is_predicate(head):
        return head if has_to(token) else None
    marked = any(child.lower_ == "that" and child.dep_ == "mark" for child in token.lefts)
    if not (marked or has_to(token)) or head.dep_ not in ("obj", "iobj", "obl", "nsubj:pass"):
        return None
    return head.head if is_predicate(head.head) else None


def _matrix_class(governor: Token) -> Matrix:
    """What a governing verb does with its complement; the first class in `_MATRICES` that has the verb counts."""
    lemma = verb_lemma(governor)
    if not _decides(governor, lemma):
        return Matrix.OTHER
    if governor.lower_ in ("resolved", "agreed"):
        return Matrix.AGREE
    for words, matrix in _MATRICES:
        if lemma in words:
            return matrix
    return Matrix.OTHER


def _decides(governor: Token, lemma: str) -> bool:
    """Whether the governor tells what the meeting did, not what is still to be asked or how a letter asks it."""
    form = form_of(governor)
    if form is Form.TOLD:
        if lemma == "undertake" and is_passive(governor):
            return False
        return auxiliaries(governor) != [] or not governor.lower_.endswith("ing")
    if lemma in lexicon.SAY | lexicon.THINK | lexicon.SUGGEST:
        return True
    if lemma not in lexicon.ASK:
        return form is Form.BARE
    return form is Form.BARE or (form is Form.INFINITIVE and subject_of(governor) is None)


def link_of(token: Token, matrix: Matrix) -> Link:
    """How the clause hangs in its sentence."""
    if token.dep_ == "conj" and is_predicate(token.head):
        return link_of(token.head, matrix)
    if matrix is not Matrix.NONE:
        return Link.RELATIVE if token.head.dep_ == "acl:relcl" else Link.COMPLEMENT
    if token.dep_ == "acl:relcl":
        return Link.RELATIVE
    if token.dep_ == "acl":
        return Link.NOUN_COMPLEMENT
    if token.dep_ in ("advcl", "csubj"):
        return Link.ADVERBIAL
    return Link.MAIN


def addressee(governor: Token | None) -> Token | None:
    """Who is asked or told by the governing verb: its passive subject or its object; None when nobody is."""
    if governor is None:
        return None
    for child in governor.children:
        if child.dep_ == "nsubj:pass":
            return child
    for child in governor.rights:
        if governor.lower_.startswith("remit") and child.dep_ == "obl":
            return child
        if child.dep_ in ("obj", "iobj") or (child.dep_ == "obl" and not any(c.dep_ == "case" for c in child.children)):
            return child
    return None


_QUESTION_WORDS = frozenset({"whether", "if", "how", "what", "why", "where", "which", "who"})


def questioned(governor: Token | None, token: Token) -> bool:
    """Whether the clause or its governor stands in a question retold: behind "whether", "how", "why", "which"."""
    words = _QUESTION_WORDS | {"when"} if token.dep_ in ("ccomp", "acl:relcl") else _QUESTION_WORDS
    asked = token.dep_ != "advcl" and bool(words & _openers(token))
    if governor is not None and governor.i + 1 < token.i and governor.nbor().lower_ in _QUESTION_WORDS:
        return True
    return asked or (governor is not None and bool((_QUESTION_WORDS - {"if", "who", "which"}) & _openers(governor)))


def _openers(token: Token) -> set[str]:
    return {
        child.lower_ for child in token.lefts if child.dep_ in ("mark", "advmod", "obl", "nsubj", "obj", "nsubj:pass")
    }


def told_now(governor: Token | None) -> bool:
    """Whether the governor tells of this meeting, not of something earlier ("had agreed", "has asked")."""
    if governor is None:
        return True
    perfect = ("had", "previously", "has", "have") if verb_lemma(governor) in lexicon.ASK else ("had", "previously")
    return not any(word.lower_ in perfect for word in governor.lefts)
