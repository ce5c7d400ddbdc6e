"""Puts right a bare subjunctive whose verb was read as a noun: "that the Head of Parks report on the ponds".

The treebanks hold few such clauses, so that "report", "survey" or "review" becomes a noun and the clause has no verb.
With "should" before it the same parser reads the verb, and the clause takes over that reading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from spacy.language import Language

from actiontracker.extract import lexicon
from actiontracker.extract.facts import RESOLVING, Lead
from actiontracker.extract.verbs import is_predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc, Span, Token

FACTORY: Final = "bare_subjunctives"

_VERBS: Final = lexicon.DELIVER | lexicon.TASK | lexicon.FORMAL
_DOERS: Final = lexicon.ROLE_NOUNS | lexicon.GROUP_NOUNS
_SYNTAX: Final = ("tok2vec", "morphologizer", "parser", "lemmatizer", "attribute_ruler", "tagger")
_ATTRIBUTES: Final[list[int | str]] = ["POS", "DEP", "HEAD", "LEMMA", "MORPH"]
_FURTHEST: Final = 14
"""Words from the beginning within which the verb of a clause is looked for."""
_HELP: Final = "should "
_NOT_BEFORE: Final = frozenset(
    {"DET", "ADJ", "ADP", "NUM", "PRON", "VERB", "AUX", "PART", "SCONJ", "CCONJ", "PUNCT", "SPACE"}
)
"""What stands before a noun, and not before the verb of a clause with its doer."""
_NOT_AFTER: Final = frozenset(["be", "is", "are", "was", "were", "will", "would", "should", "has", "have", "had", "to"])
"""Words that show that the one before them is no verb: "that the report be noted"."""


@Language.factory(
    FACTORY,
    requires=["token.dep", "token.head", "token.pos", "token.morph", "token.lemma", "doc.sents"],
    assigns=["token.dep", "token.head", "token.pos", "token.morph", "token.lemma"],
)
def bare_subjunctives(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 - spaCy hands over both
    """The component; it parses a clause again with the same pipeline, and only one that was read without a verb."""
    return lambda doc: _put_right(nlp, doc)


def _put_right(nlp: Language, doc: Doc) -> Doc:
    broken = [(sentence, verb) for sentence in doc.sents for verb in _verbs_missed(sentence)]
    if not broken:
        return doc
    rows: Any = doc.to_array(_ATTRIBUTES)
    changed = False
    for sentence, verb in broken:
        better = _read_again(nlp, sentence, verb)
        if better is not None:
            rows[sentence.start : sentence.end] = better
            changed = True
    return doc.from_array(_ATTRIBUTES, rows) if changed else doc


def _verbs_missed(sentence: Span) -> Iterator[Token]:
    """The word that is probably the verb of a clause that was read without one; none for a clause that has its verb."""
    if not _is_bare_clause(sentence) or is_predicate(sentence.root):
        return
    words = [token for token in sentence if not token.is_space][:_FURTHEST]
    for before, token, after in zip(words, words[1:], words[2:], strict=False):
        if token.lower_ in _VERBS and _follows_a_doer(before) and after.lower_ not in _NOT_AFTER:
            yield token
            return


def _is_bare_clause(sentence: Span) -> bool:
    first = next((token for token in sentence if not token.is_space), None)
    if first is None:
        return False
    context = sentence.doc._.context if sentence.doc.has_extension("context") else None
    bound = context is not None and (context.lead in RESOLVING or context.lead is Lead.RECOMMENDED)
    return first.lower_ == "that" or (bound and not first.is_punct)


def _follows_a_doer(before: Token) -> bool:
    """Whether the word may end the name of whoever is to act: a post, a body, a capitalised or a plural noun."""
    if before.pos_ in _NOT_BEFORE and before.lower_ not in _DOERS:
        return False
    named = before.text[:1].isupper() or before.lower_ in _DOERS
    return named or "Plur" in before.morph.get("Number", [])


def _read_again(nlp: Language, sentence: Span, verb: Token) -> NDArray[np.uint64] | None:
    """The sentence's attributes as read with "should" before the verb; None where that gives no verb either."""
    at = verb.idx - sentence.start_char
    text = sentence.text
    again = nlp.make_doc(f"{text[:at]}{_HELP}{text[at:]}")
    for name, pipe in nlp.pipeline:
        if name in _SYNTAX:
            again = pipe(again)
    place = verb.i - sentence.start
    if len(again) != len(sentence) + 1 or again[place + 1].text != verb.text:
        return None
    read = again[place + 1]
    if read.pos_ != "VERB" or again[place].head != read:
        return None
    return _without(again, place)


def _without(again: Doc, place: int) -> NDArray[np.uint64]:
    """The attributes of every word but the one at `place`, with the distances to their heads as they are without it."""
    rows: Any = again.to_array(_ATTRIBUTES)
    heads = [token.head.i for token in again]
    heads = [heads[place] if head == place else head for head in heads]
    column = _ATTRIBUTES.index("HEAD")
    for token in again:
        head, here = heads[token.i], token.i
        rows[token.i][column] = _distance((head - (head > place)) - (here - (here > place)))
    return rows[[number for number in range(len(again)) if number != place]]  # type: ignore[no-any-return]  # of an untyped array


def _distance(steps: int) -> int:
    """A distance as spaCy keeps it: below zero as a very large number."""
    return steps if steps >= 0 else steps + 2**64
