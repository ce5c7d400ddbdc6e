"""A commitment as one imperative line that a log can carry: "Circulate the ward figures to members"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from actiontracker.extract.fields import owner_of, phrase_span
from actiontracker.extract.subjects import SubjectClass
from actiontracker.extract.verbs import Form, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from actiontracker.extract.facts import Facts

_SPACE = re.compile(r"\s+")
_SPACE_BEFORE_MARK = re.compile(r"\s+([,;:.)])")
MAXIMUM_LENGTH = 240
"""Characters; a line in a log, not a paragraph."""


def imperative(facts: Facts, text: str, start: int, end: int) -> str:
    """What is to be done, verb first, as one line without a full stop.

    `text` is the passage's; the commitment's own words are `text[start:end]` (0-based, end exclusive).
    """
    clause = facts.clause
    head = clause.head
    verb = verb_lemma(head)
    if facts.lemma in ("request", "ask", "call", "seek") and clause.form is Form.TOLD:
        asked_for = _whole_subject(facts, text) if clause.passive and clause.subject is not None else ""
        start_of_rest = head.idx + len(head.text) if asked_for else _object_start(head)
        return tidy(f"Provide {_lower_article(asked_for)} {text[start_of_rest:end]}")
    if verb in ("be", "available") or head.pos_ in ("ADJ", "NOUN", "ADV"):
        return tidy(text[start:end])
    rest = _without_agent(facts, text[head.idx + len(head.text) : end], text)
    if clause.passive and clause.subject is not None:
        particle = _stranded(head)
        rest = rest.strip().removeprefix(particle)
        return tidy(f"{verb} {particle} {_lower_first(_whole_subject(facts, text), facts)} {rest}")
    return tidy(f"{verb} {rest}")


def _stranded(head: Token) -> str:
    """The preposition that a passive leaves behind its verb ("be looked at with care"), or an empty string."""
    after = head.doc[head.i + 1 : head.i + 3]
    if len(after) == 0 or after[0].lower_ not in _PREPOSITIONS:
        return ""
    alone = len(after) == 1 or after[1].pos_ in ("ADP", "SCONJ", "PUNCT", "ADV", "CCONJ")
    return after[0].text if alone else ""


_PREPOSITIONS = frozenset({"at", "into", "after", "on", "upon", "for", "to", "with"})


def _without_agent(facts: Facts, rest: str, text: str) -> str:
    """The words after a passive verb without "by" and the doer, who becomes the owner."""
    owner = owner_of(facts) if facts.clause.passive else None
    return rest.replace(f" by {text[owner[0] : owner[1]]}", "", 1) if owner is not None else rest


def _whole_subject(facts: Facts, text: str) -> str:
    """The passive's subject with all that hangs on it, up to the auxiliary."""
    subject, head = facts.clause.subject, facts.clause.head
    assert subject is not None
    first, last = phrase_span(subject)
    stops = [
        child.idx
        for child in head.lefts
        if child.i > subject.i and (child.dep_ in ("aux", "aux:pass", "mark") or child.pos_ == "AUX")
    ]
    return text[first : max(last, min(stops, default=last))].strip()


def _object_start(head: Token) -> int:
    """Where what is asked for begins in the passage's text, without its "for"; else where the verb ends."""
    for child in head.rights:
        if child.dep_ in ("obj", "obl", "nsubj:pass"):
            first = min(token.i for token in child.subtree)
            words = [token for token in head.doc[first : child.i + 1] if token.lower_ != "for"]
            return words[0].idx if words else child.idx
    return head.idx + len(head.text)


_ARTICLES = frozenset({"The", "A", "An", "This", "That", "All", "Any", "Further", "More", "These", "Those"})


def _lower_article(words: str) -> str:
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}" if first in _ARTICLES else words


def _lower_first(words: str, facts: Facts) -> str:
    """The subject as it stands behind a verb: a capital that only began the sentence goes."""
    first, _, rest = words.partition(" ")
    clause = facts.clause
    began = clause.sentence.text.lstrip().startswith(words[:10]) and clause.subject_class is SubjectClass.THING
    if first not in _ARTICLES and (first.isupper() or not began):
        return words
    return f"{first.lower()} {rest}".strip()


def tidy(line: str) -> str:
    """The line on one row, without a full stop, cut at a word when too long, with a capital first letter."""
    line = _SPACE_BEFORE_MARK.sub(r"\1", _SPACE.sub(" ", line)).strip(" .;:,-–—")
    if len(line) > MAXIMUM_LENGTH:
        line = line[:MAXIMUM_LENGTH].rsplit(" ", 1)[0] + " …"
    return line[:1].upper() + line[1:]
