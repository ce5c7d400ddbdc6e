"""Verb groups: what form a predicate has, whether it is passive, its lemma, and its subject.

The relations and features are those of Universal Dependencies.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from actiontracker.extract import lexicon
from actiontracker.extract.subjects import SubjectClass, classify

if TYPE_CHECKING:
    from spacy.tokens import Token


class Form(StrEnum):
    """How the verb group stands to time and duty."""

    FUTURE = "future"
    """will, would, shall."""
    DUTY = "duty"
    """should, must, ought."""
    ABILITY = "ability"
    """can, could, may, might."""
    IS_TO = "is to"
    """"are to be provided"."""
    INFINITIVE = "infinitive"
    """"to write", with or without a subject before it."""
    BARE = "bare"
    """A verb without tense: "that officers explore", "that a copy be sent"."""
    TOLD = "told"
    """Past, present or ongoing."""


_FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "'d", "’d", "wil", "woud"})
_DUTY = frozenset({"should", "must", "ought"})
_ABILITY = frozenset({"can", "could", "may", "might", "ca"})
_AUX_DEPS = frozenset({"aux", "aux:pass", "cop"})
_PREDICATE_POS = frozenset({"VERB", "AUX"})


def _has(token: Token, feature: str, value: str) -> bool:
    return value in token.morph.get(feature, [])


def verb_lemma(token: Token) -> str:
    """The lemma of a predicate in lower case; an infinitive is its own lemma, which no lemmatiser can get wrong."""
    if _has(token, "VerbForm", "Inf") or (token.pos_ not in _PREDICATE_POS and has_to(token)):
        return token.lower_
    return _known_lemma(token.lower_, token.lemma_.lower())


_KNOWN_VERBS = lexicon.DELIVER | lexicon.TASK | lexicon.FORMAL | lexicon.ASK | lexicon.AGREE | lexicon.SAY


def _known_lemma(form: str, lemma: str) -> str:
    """The lemmatiser's word, put right where a regular ending shows a verb that minutes use."""
    if form in lexicon.PAST_FORMS:
        return lexicon.PAST_FORMS[form]
    if lemma in _KNOWN_VERBS or not form.endswith("ed"):
        return lemma
    stems = (form[:-2], form[:-1], form[:-3], form[:-3] + "y")
    return next((stem for stem in stems if stem in _KNOWN_VERBS), lemma)


def auxiliaries(token: Token) -> list[Token]:
    """The auxiliaries and copula that stand before a predicate, in order."""
    return [child for child in token.lefts if child.dep_ in _AUX_DEPS or (child.pos_ == "AUX" and child.dep_ != "conj")]


def has_to(token: Token) -> bool:
    """Whether the predicate carries an infinitive's "to"."""
    deps = ("mark", "aux", "case") if token.pos_ == "VERB" and "-" in token.text else ("mark", "aux")
    return any(child.lower_ == "to" and child.dep_ in deps for child in token.lefts)


def is_predicate(token: Token) -> bool:
    """Whether the token heads a clause: a verb, a word with a copula or a modal, or one after an infinitive's "to"."""
    if token.pos_ in _NEVER_PREDICATES or token.dep_ in _AUX_DEPS or _is_role_before_to(token):
        return False
    if token.pos_ == "VERB":
        return token.dep_ not in ("amod", "compound", "case")
    if token.pos_ == "AUX":
        return True
    return has_to(token) or any(aux.lower_ in _FUTURE for aux in auxiliaries(token))


_NEVER_PREDICATES = frozenset({"ADP", "CCONJ", "DET", "INTJ", "PART", "PRON", "PUNCT", "SCONJ", "SPACE", "SYM"})


def _is_role_before_to(token: Token) -> bool:
    """A post that the tagger took for a verb: "Clerk to follow up"."""
    following = token.i + 1 < len(token.doc) and token.nbor().lower_ == "to"
    return following and token.lower_ in lexicon.ROLE_NOUNS and not has_to(token)


def form_of(token: Token) -> Form:
    """The form of a predicate's verb group; a perfect is told, and a coordinated verb may share that of the first."""
    auxes = auxiliaries(token)
    words = [aux.lower_ for aux in auxes]
    if token.pos_ == "AUX":
        words.append(token.lower_)
    if any(aux.lemma_ == "have" for aux in auxes):
        return Form.TOLD
    for word in words:
        if word in _FUTURE:
            return Form.FUTURE
        if word in _DUTY:
            return Form.DUTY
        if word in _ABILITY:
            return Form.ABILITY
    if has_to(token):
        return Form.IS_TO if _is_to(token, auxes) else Form.INFINITIVE
    if any(aux.lower_ == "be" for aux in auxes):
        return _shared_form(token) or Form.BARE
    if auxes:
        return Form.TOLD
    return _form_without_auxiliary(token)


_PRESENT_BE = frozenset({"is", "are"})
_FINITE_BE = _PRESENT_BE | {"was", "were"}


def _is_to(token: Token, auxes: list[Token]) -> bool:
    """Whether a finite "be" before the "to" makes it a duty; "was to" only where somebody does it or it is passive."""
    to = next(child for child in token.lefts if child.lower_ == "to")
    subject = subject_of(token)
    a_thing_does_it = subject is None or (classify(subject) is SubjectClass.THING and not is_passive(token))
    finite = _PRESENT_BE if a_thing_does_it else _FINITE_BE
    if any(aux.i < to.i and aux.lower_ in finite for aux in auxes):
        return True
    before = token.doc[to.i - 1] if to.i > 0 else None
    return before is not None and before.lower_ in _PRESENT_BE and before.head in (token, token.head)


def _form_without_auxiliary(token: Token) -> Form:
    shared = _shared_form(token)
    if shared is not None:
        return shared
    if _has(token, "VerbForm", "Inf") or _has(token, "Mood", "Imp"):
        return Form.BARE
    if not (_has(token, "Tense", "Pres") and _has(token, "VerbForm", "Fin")) or token.lower_ != verb_lemma(token):
        return Form.TOLD
    subject = subject_of(token)
    if subject is not None and subject.pos_ in ("NOUN", "PROPN") and _has(subject, "Number", "Sing"):
        return Form.BARE
    if any(child.lower_ == "that" for child in token.lefts) and token.dep_ in _CLAUSE_DEPS:
        return Form.BARE
    return Form.TOLD


_CLAUSE_DEPS = frozenset({"ccomp", "ROOT", "conj", "parataxis", "xcomp"})


def _shared_form(token: Token) -> Form | None:
    """The first conjunct's form, for "would meet and draw up" and "be noted and published"."""
    if token.dep_ != "conj" or not is_predicate(token.head):
        return None
    has_own_tense = (_has(token, "Tense", "Past") and not is_passive(token.head)) or _has(token, "VerbForm", "Ger")
    if has_own_tense:
        return None
    first = form_of(token.head)
    return first if first is not Form.TOLD else None


def is_passive(token: Token) -> bool:
    """Whether the verb group is passive; a coordinated participle follows the first."""
    if any(child.dep_ in ("aux:pass", "nsubj:pass") for child in token.children):
        return True
    if _has(token, "VerbForm", "Part") and any(aux.lower_ in ("be", "been", "being") for aux in auxiliaries(token)):
        return _has(token, "Tense", "Past")
    return token.dep_ == "conj" and _has(token, "Tense", "Past") and is_predicate(token.head) and is_passive(token.head)


def subject_of(token: Token) -> Token | None:
    """The subject's head noun: its own, that of the verb before it, or the noun before its "to"; or None."""
    for child in token.lefts:
        if child.dep_.startswith(("nsubj", "csubj")):
            return child
    if token.dep_ == "conj" and is_predicate(token.head) and not _own_left_noun(token):
        return subject_of(_first_of_its_kind(token))
    return _noun_before_to(token)


def _first_of_its_kind(token: Token) -> Token:
    """The verb that a coordinated verb really goes on from: a modal one never goes on from an infinitive.

    In "She would ask him to look into it and would write" the writer is she.
    """
    head = token.head
    while has_to(head) and not has_to(token) and auxiliaries(token) and is_predicate(head.head) and head.head != head:
        head = head.head
    return head


def own_subject(token: Token) -> bool:
    """Whether the predicate has a subject of its own, not one shared with a verb before it."""
    return any(child.dep_.startswith(("nsubj", "csubj")) for child in token.lefts) or _own_left_noun(token)


def _own_left_noun(token: Token) -> bool:
    return has_to(token) and _noun_before_to(token) is not None


def _noun_before_to(token: Token) -> Token | None:
    if not has_to(token):
        return None
    to = next(child for child in token.lefts if child.lower_ == "to")
    before = None if to.is_sent_start else to.nbor(-1)
    while before is not None and _may_stand_before_to(before) and not before.is_sent_start:
        before = before.nbor(-1)
    if before is None or not _can_name(before):
        return None
    return phrase_head(before)


def _may_stand_before_to(token: Token) -> bool:
    """Whether the token can come between the doer and the "to": "Clerk, also to chase"."""
    return token.pos_ in ("ADV", "PUNCT") and token.text in (",", "-", "–", "also", "then")


def _can_name(token: Token) -> bool:
    return (
        token.pos_ in ("NOUN", "PROPN", "PRON", "X")
        or (token.pos_ == "ADJ" and token.is_title)
        or token.lower_ in lexicon.ROLE_NOUNS | lexicon.EVERYBODY
    )


_INSIDE_PHRASE = frozenset({"compound", "flat", "nmod", "nmod:desc", "amod", "nummod", "conj", "obl", "obl:agent"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "X"})


def phrase_head(token: Token) -> Token:
    """The head of the noun phrase that ends at `token`, never beyond its sentence."""
    head = token
    while head.dep_ in _INSIDE_PHRASE and head.head.i < head.i and head.head.pos_ in _NOUNS:
        if head.dep_ == "conj" and classify(head) is SubjectClass.PERSON and classify(head.head) is SubjectClass.THING:
            break
        head = head.head
    return head
