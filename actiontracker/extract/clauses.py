"""Clauses as candidates: what a clause's verb group, subject and governor say, read from the dependency tree.

A clause is the unit that can bind somebody; a sentence often holds a promise and a forecast side by side. The
relations are those of Universal Dependencies, which the shipped pipeline is trained on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from actiontracker.extract import lexicon
from actiontracker.extract.governors import Link, Matrix, addressee, link_of, matrix_of, questioned, told_now
from actiontracker.extract.subjects import SubjectClass, classify
from actiontracker.extract.verbs import Form, form_of, is_passive, is_predicate, own_subject, subject_of, verb_lemma

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Span, Token


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb group with what the tree says of it; `tokens` are the indexes (from 0) of its words in the `Doc`."""

    head: Token
    sentence: Span
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
        """The lemma of its head, in lower case."""
        return verb_lemma(self.head)


def _negated(token: Token) -> bool:
    return any(
        child.lower_ in ("not", "n't", "n’t", "never", "no") and child.dep_ == "advmod" for child in token.children
    )


def _conditional(token: Token) -> bool:
    inside = (word for child in token.children if child.dep_ == "advcl" for word in child.subtree)
    return any(word.lower_ in lexicon.CONDITION_MARKS and word.dep_ in ("mark", "advmod", "aux") for word in inside)


def _noun_before(token: Token) -> str:
    """The lemma of the noun whose complement the clause is ("a commitment to provide"), or an empty string."""
    hangs_on_noun = token.dep_ in ("acl", "advcl", "xcomp") and token.head.pos_ == "NOUN"
    return token.head.lemma_.lower() if hangs_on_noun else ""


def clause_of(token: Token, sentence: Span) -> Clause:
    """The clause that the predicate `token` heads in its sentence."""
    matrix, governor = matrix_of(token)
    subject = subject_of(token)
    return Clause(
        head=token,
        sentence=sentence,
        form=form_of(token),
        passive=is_passive(token),
        negated=_negated(token),
        question=questioned(governor, token),
        subject=subject,
        subject_class=classify(subject),
        link=link_of(token, matrix),
        matrix=matrix,
        governor=governor,
        asker=subject_of(governor) if governor is not None and not is_passive(governor) else None,
        addressee=addressee(governor),
        matrix_told=told_now(governor),
        condition=_conditional(token),
        noun=_noun_before(token),
        verbs=(verb_lemma(token), *(verb_lemma(other) for other in token.rights if _part_of_earlier(other))),
        tokens=_tokens(token),
    )


def clauses(sentence: Span, wanted: Callable[[Form, str, Matrix], bool] | None = None) -> Iterator[Clause]:
    """Every clause of a sentence, in the order of their verbs; verbs sharing subject and form count as one clause.

    `wanted` may pass a clause over by its form, lemma and matrix before the rest of it is worked out.
    """
    for token in sentence:
        if not is_predicate(token) or _part_of_earlier(token):
            continue
        if wanted is None or wanted(form_of(token), verb_lemma(token), matrix_of(token)[0]):
            yield clause_of(token, sentence)


def _part_of_earlier(token: Token) -> bool:
    """Whether the verb merely goes on with the clause before it: "meet and draw up"."""
    if token.dep_ != "conj" or not is_predicate(token.head) or own_subject(token):
        return False
    return form_of(token) is form_of(token.head) and is_passive(token) == is_passive(token.head)


def _tokens(token: Token) -> tuple[int, ...]:
    """Indexes of the clause's words: its subtree without coordinated or loosely joined clauses of their own."""
    kept: list[int] = []
    stack = [token]
    while stack:
        current = stack.pop()
        kept.append(current.i)
        stack.extend(child for child in current.children if not _stands_alone(child, token))
    subject = subject_of(token)
    if subject is not None and subject.i not in kept and subject.i < token.i:
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
