"""Clauses as candidates: what a clause's verb group, subject and governor say, read from the dependency tree.

A clause is the unit that can bind somebody; a sentence often holds a promise and a forecast side by side. The relations are
those of Universal Dependencies, which the shipped pipeline is trained on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from actiontracker.extract import lexicon
from actiontracker.extract.subjects import SubjectClass, classify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token


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


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb group with what the tree says of it; `tokens` are the indexes of its words in the document."""

    head: Token
    form: Form
    passive: bool
    negated: bool
    question: bool
    subject: Token | None
    subject_class: SubjectClass
    link: Link
    matrix: Matrix
    governor: Token | None
    """The matrix verb."""
    asker: Token | None
    """The matrix verb's own subject: who agreed, said or asked."""
    addressee: Token | None
    """Who was asked, where the matrix asks somebody."""
    matrix_told: bool
    """Whether the governor tells of the meeting itself ("agreed") and not of something earlier ("had agreed")."""
    condition: bool
    """Whether it holds only if something else happens."""
    noun: str
    """The noun whose complement it is ("a commitment to provide"), or an empty string."""
    verbs: tuple[str, ...]
    """The lemmas of its head and of the verbs coordinated with it."""
    tokens: tuple[int, ...]

    @property
    def lemma(self) -> str:
        """The verb's dictionary form; for an infinitive the form itself, which a lemmatiser cannot get wrong."""
        return verb_lemma(self.head)


_FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "'d", "’d", "wil", "woud"})
_DUTY = frozenset({"should", "must", "ought"})
_ABILITY = frozenset({"can", "could", "may", "might", "ca"})
_AUX_DEPS = frozenset({"aux", "aux:pass", "cop"})
_PREDICATE_POS = frozenset({"VERB", "AUX"})
_MATRICES: tuple[tuple[frozenset[str], Matrix], ...] = (
    (lexicon.RECOMMEND, Matrix.RECOMMEND),
    (lexicon.AGREE, Matrix.AGREE),
    (lexicon.ASK, Matrix.ASK),
    (lexicon.SUGGEST, Matrix.SUGGEST),
    (lexicon.THINK, Matrix.THINK),
    (lexicon.SAY, Matrix.SAY),
)


def _has(token: Token, feature: str, value: str) -> bool:
    return value in token.morph.get(feature, [])


def verb_lemma(token: Token) -> str:
    """The lemma in lower case; an infinitive is its own lemma."""
    if _has(token, "VerbForm", "Inf") or (token.pos_ not in _PREDICATE_POS and has_to(token)):
        return token.lower_
    return _known_lemma(token.lower_, token.lemma_.lower())


_KNOWN_VERBS = lexicon.DELIVER | lexicon.TASK | lexicon.FORMAL | lexicon.ASK | lexicon.AGREE | lexicon.SAY


def _known_lemma(form: str, lemma: str) -> str:
    """The lemmatiser's word, put right where a regular ending shows a verb that minutes use."""
    if form in lexicon.IRREGULAR:
        return lexicon.IRREGULAR[form]
    if lemma in _KNOWN_VERBS or not form.endswith("ed"):
        return lemma
    stems = (form[:-2], form[:-1], form[:-3], form[:-3] + "y")
    return next((stem for stem in stems if stem in _KNOWN_VERBS), lemma)


def auxiliaries(token: Token) -> list[Token]:
    """The auxiliaries and copula of a predicate, in order."""
    return [child for child in token.lefts if child.dep_ in _AUX_DEPS or (child.pos_ == "AUX" and child.dep_ != "conj")]


def has_to(token: Token) -> bool:
    """Whether the predicate carries an infinitive's "to"."""
    return any(child.lower_ == "to" and child.dep_ in ("mark", "aux") for child in token.lefts)


def is_predicate(token: Token) -> bool:
    """Whether the token heads a clause: a verb, something with a copula or a modal, or a word after an infinitive's "to"."""
    if token.dep_ in _AUX_DEPS or _is_role_before_to(token):
        return False
    if token.pos_ == "VERB":
        return token.dep_ not in ("amod", "compound", "case")
    if token.pos_ == "AUX":
        return True
    return has_to(token) or any(aux.lower_ in _FUTURE for aux in auxiliaries(token))


def _is_role_before_to(token: Token) -> bool:
    """A post that the tagger took for a verb: "Clerk to follow up"."""
    following = token.i + 1 < len(token.doc) and token.nbor().lower_ == "to"
    return following and token.lower_ in lexicon.ROLE_NOUNS and not has_to(token)


def form_of(token: Token) -> Form:
    """The form of a predicate's verb group; a coordinated verb without its own takes that of the first."""
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


_FINITE_BE = frozenset({"is", "are", "was", "were"})


def _is_to(token: Token, auxes: list[Token]) -> bool:
    to = next(child for child in token.lefts if child.lower_ == "to")
    subject = subject_of(token)
    finite = (
        {"is", "are"}
        if subject is None or classify(subject) is SubjectClass.THING and not is_passive(token)
        else _FINITE_BE
    )
    return any(aux.i < to.i and aux.lower_ in finite for aux in auxes) or (
        to.i > 0 and token.doc[to.i - 1].lower_ in ("is", "are") and token.doc[to.i - 1].head in (token, token.head)
    )


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
    own_tense = _has(token, "Tense", "Past") and not is_passive(token.head) or _has(token, "VerbForm", "Ger")
    if own_tense:
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
    """The head noun of the subject: its own, that of the verb it is coordinated with, or the noun before a headless "to"."""
    for child in token.lefts:
        if child.dep_.startswith(("nsubj", "csubj")):
            return child
    if token.dep_ == "conj" and is_predicate(token.head) and not _own_left_noun(token):
        return subject_of(token.head)
    return _noun_before_to(token)


def own_subject(token: Token) -> bool:
    """Whether the predicate has a subject of its own, not one shared with a verb before it."""
    return any(child.dep_.startswith(("nsubj", "csubj")) for child in token.lefts) or _own_left_noun(token)


def _own_left_noun(token: Token) -> bool:
    return has_to(token) and _noun_before_to(token) is not None


def _noun_before_to(token: Token) -> Token | None:
    if not has_to(token):
        return None
    to = next(child for child in token.lefts if child.lower_ == "to")
    before = to.nbor(-1) if to.i > token.sent.start else None
    while (
        before is not None
        and before.pos_ in ("ADV", "PUNCT")
        and before.i > token.sent.start
        and before.text in (",", "-", "–", "also", "then")
    ):
        before = before.nbor(-1)
    if before is None or not _can_name(before):
        return None
    return phrase_head(before)


def _can_name(token: Token) -> bool:
    return (
        token.pos_ in ("NOUN", "PROPN", "PRON", "X")
        or (token.pos_ == "ADJ" and token.is_title)
        or token.lower_ in lexicon.ROLE_NOUNS
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


def matrix_of(token: Token) -> tuple[Matrix, Token | None]:
    """The governing verb and its class, looking through coordination; NONE for a main clause."""
    head = token.head
    if token.dep_ == "conj" and is_predicate(head):
        return matrix_of(head)
    governor: Token | None = None
    if token.dep_ in ("ccomp", "xcomp", "csubj", "csubj:pass", "obj", "parataxis") and head.i < token.i:
        governor = head
    elif token.dep_ in ("acl", "acl:relcl", "advcl") and head.i < token.i:
        governor = _governor_through_noun(token)
    if governor is None:
        governor = _governor_before_that(token) or _governor_without_that(token)
    if governor is None or not (
        is_predicate(governor) or governor.pos_ == "VERB" or governor.lower_ in ("resolved", "agreed", "recommended")
    ):
        return Matrix.NONE, None
    return matrix_class(governor), governor


def _governor_before_that(token: Token) -> Token | None:
    """The verb right before a clause's "that", where the parser hung the clause elsewhere."""
    for child in token.lefts:
        if child.lower_ == "that" and child.dep_ == "mark" and child.i > token.sent.start:
            before = child.nbor(-1)
            return before if before.pos_ == "VERB" else None
    return None


def _governor_without_that(token: Token) -> Token | None:
    """ "It was agreed a request be made": a bare clause after a verb that takes one."""
    head = token.head
    if token.dep_ != "advcl" or head.i > token.i or head.pos_ != "VERB" or has_to(token):
        return None
    marked = any(child.dep_ in ("mark", "advmod") for child in token.lefts)
    return head if not marked and verb_lemma(head) in lexicon.AGREE | lexicon.ASK | lexicon.RECOMMEND else None


def _governor_through_noun(token: Token) -> Token | None:
    """A complement clause that the parser hung on the object before it: "assured the Committee that ...", "ask the Clerk to"."""
    head = token.head
    if is_predicate(head):
        return head if has_to(token) else None
    marked = any(child.lower_ == "that" and child.dep_ == "mark" for child in token.lefts)
    if not (marked or has_to(token)) or head.dep_ not in ("obj", "iobj", "obl", "nsubj:pass"):
        return None
    return head.head if is_predicate(head.head) else None


def matrix_class(governor: Token) -> Matrix:
    """What a governing verb does with its complement."""
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
    """Whether the governor tells what the meeting did, and not what somebody is still to ask or how a letter asks it."""
    form = form_of(governor)
    if form is Form.TOLD:
        if lemma == "undertake" and is_passive(governor):
            return False
        return auxiliaries(governor) != [] or not governor.lower_.endswith("ing")
    if lemma in lexicon.SAY | lexicon.THINK | lexicon.SUGGEST:
        return True
    if lemma not in lexicon.ASK | lexicon.RECOMMEND:
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


def _addressee(governor: Token | None) -> Token | None:
    if governor is None:
        return None
    for child in governor.children:
        if child.dep_ == "nsubj:pass":
            return child
    for child in governor.rights:
        if child.dep_ in ("obj", "iobj") or (child.dep_ == "obl" and not any(c.dep_ == "case" for c in child.children)):
            return child
    return None


def _negated(token: Token) -> bool:
    return any(
        child.lower_ in ("not", "n't", "n’t", "never", "no") and child.dep_ == "advmod" for child in token.children
    )


def _conditional(token: Token) -> bool:
    for child in token.children:
        if child.dep_ == "advcl" and any(
            mark.lower_ in lexicon.CONDITION_MARKS for mark in child.subtree if mark.dep_ in ("mark", "advmod", "aux")
        ):
            return True
    return False


_QUESTION_WORDS = frozenset({"whether", "if", "how", "what", "why", "where", "which", "who"})


def _questioned(governor: Token | None, token: Token) -> bool:
    """Whether the clause is asked about or only told in a "how", "why" or "which" clause, itself or its governor."""
    words = _QUESTION_WORDS | {"when"} if token.dep_ in ("ccomp", "acl:relcl") else _QUESTION_WORDS
    asked = token.dep_ != "advcl" and bool(words & _openers(token))
    if governor is not None and governor.i + 1 < token.i and governor.nbor().lower_ in _QUESTION_WORDS:
        return True
    return asked or (governor is not None and bool((_QUESTION_WORDS - {"if", "who", "which"}) & _openers(governor)))


def _openers(token: Token) -> set[str]:
    return {
        child.lower_ for child in token.lefts if child.dep_ in ("mark", "advmod", "obl", "nsubj", "obj", "nsubj:pass")
    }


def _told_now(governor: Token | None) -> bool:
    if governor is None:
        return True
    perfect = ("had", "previously", "has", "have") if verb_lemma(governor) in lexicon.ASK else ("had", "previously")
    return not any(word.lower_ in perfect for word in governor.lefts)


def clause_of(token: Token) -> Clause:
    """The clause that `token` heads."""
    matrix, governor = matrix_of(token)
    subject = subject_of(token)
    return Clause(
        head=token,
        form=form_of(token),
        passive=is_passive(token),
        negated=_negated(token),
        question=_questioned(governor, token),
        subject=subject,
        subject_class=classify(subject),
        link=link_of(token, matrix),
        matrix=matrix,
        governor=governor,
        asker=subject_of(governor) if governor is not None and not is_passive(governor) else None,
        addressee=_addressee(governor),
        matrix_told=_told_now(governor),
        condition=_conditional(token),
        noun=token.head.lemma_.lower() if token.dep_ in ("acl", "advcl", "xcomp") and token.head.pos_ == "NOUN" else "",
        verbs=(verb_lemma(token), *(verb_lemma(other) for other in token.rights if _part_of_earlier(other))),
        tokens=clause_tokens(token),
    )


def clauses(sentence: Span) -> Iterator[Clause]:
    """Every clause of a sentence, in the order of their verbs; verbs sharing subject and form count as one clause."""
    for token in sentence:
        if is_predicate(token) and not _part_of_earlier(token):
            yield clause_of(token)


def _part_of_earlier(token: Token) -> bool:
    """Whether the verb merely goes on with the clause before it: "meet and draw up"."""
    if token.dep_ != "conj" or not is_predicate(token.head) or own_subject(token):
        return False
    return form_of(token) is form_of(token.head) and is_passive(token) == is_passive(token.head)


def clause_tokens(token: Token) -> tuple[int, ...]:
    """Indexes of the clause's words: its subtree without coordinated or loosely joined clauses that stand on their own."""
    kept: list[int] = []
    stack = [token]
    while stack:
        current = stack.pop()
        kept.append(current.i)
        stack.extend(child for child in current.children if not _stands_alone(child, token))
    subject = subject_of(token)
    if subject is not None and subject.i not in kept and subject.sent == token.sent and subject.i < token.i:
        kept.extend(word.i for word in subject.subtree if word.i < token.i)
    return _contiguous(sorted(set(kept)), token.i)


def _stands_alone(child: Token, head: Token) -> bool:
    if child.dep_ == "parataxis":
        return True
    if child.dep_ == "conj" and is_predicate(child) and child.head == head:
        return not _part_of_earlier(child)
    return child.dep_ == "cc" and any(
        other.dep_ == "conj" and is_predicate(other) and not _part_of_earlier(other) and child in other.lefts
        for other in head.rights
    )


def _contiguous(indexes: list[int], head: int) -> tuple[int, ...]:
    """The unbroken run around the head; gaps of a few words (punctuation, a stray attachment) are closed."""
    start = end = indexes.index(head)
    while start > 0 and indexes[start] - indexes[start - 1] <= 3:
        start -= 1
    while end < len(indexes) - 1 and indexes[end + 1] - indexes[end] <= 3:
        end += 1
    return tuple(range(indexes[start], indexes[end] + 1))
