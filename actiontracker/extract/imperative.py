"""A commitment as one imperative line that a log can carry: "Circulate the ward figures to members".

Where a clause says only "this", "it" or "so", its content is taken from just before (`antecedents`); the words of the
commitment itself are never touched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actiontracker.extract import lexicon
from actiontracker.extract.antecedents import content_before, pointers, task_before, verbs_of
from actiontracker.extract.facts import facts_of
from actiontracker.extract.fields import owner_of, phrase_span
from actiontracker.extract.line import bare, tidy
from actiontracker.extract.subjects import SubjectClass
from actiontracker.extract.verbs import Form, has_to, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from actiontracker.extract.antecedents import Content
    from actiontracker.extract.facts import Facts

Edit = tuple[int, int, str]
"""Where words of the passage are replaced, and by what."""


def imperative(facts: Facts, text: str, start: int, end: int) -> str:
    """What is to be done, verb first, as one line without a full stop.

    `text` is the passage's; the commitment's own words are `text[start:end]` (0-based, end exclusive).
    """
    return _task_taken_up(facts, text, end) or _line(facts, text, start, end)


def _line(facts: Facts, text: str, start: int, end: int) -> str:
    clause = facts.clause
    head = clause.head
    verb = verb_lemma(head)
    if facts.lemma in ("request", "ask", "call", "seek") and clause.form is Form.TOLD:
        asked_for = _whole_subject(facts, text) if clause.passive and clause.subject is not None else ""
        start_of_rest = head.idx + len(head.text) if asked_for else _object_start(head)
        return tidy(f"Provide {_lower_article(asked_for)} {text[start_of_rest:end]}")
    if not _is_task(head, verb):
        return bare(text[start:end])
    if clause.passive and clause.subject is not None:
        return _passive_line(facts, text, end)
    return tidy(f"{verb} {_active_rest(facts, text, end)}")


def _is_task(head: Token, verb: str) -> bool:
    """Whether the line can begin with the verb, and not with the words as they stand."""
    if verb in ("be", "available"):
        return False
    works = verb in lexicon.DELIVER | lexicon.TASK
    return head.pos_ not in ("ADJ", "NOUN", "ADV") or (works and has_to(head))


# --- "do so" ---------------------------------------------------------------------------------------------------------

_DOING = frozenset({"do", "action"})


def _task_taken_up(facts: Facts, text: str, end: int) -> str:
    """The line of the task that "do so" takes up, with what is said after it; empty where none is plain."""
    head = facts.clause.head
    after = head.nbor() if head.i + 1 < len(head.doc) else None
    if facts.lemma not in _DOING or facts.clause.passive or after is None or after.lower_ not in ("so", "this", "it"):
        return ""
    task = task_before(facts)
    if task is None:
        return ""
    own_sentence = task.head.sent == head.sent
    stop = min(facts.clause.tokens[0], head.i) if own_sentence else len(head.doc)
    first, last = head.doc[task.tokens[0]], head.doc[min(task.tokens[-1], stop - 1)]
    line = _line(facts_of(task, facts.context), text, first.idx, last.idx + len(last.text))
    rest = text[after.idx + len(after.text) : end].strip(" .,;")
    return tidy(f"{line} {rest}")


# --- active and passive ----------------------------------------------------------------------------------------------


def _active_rest(facts: Facts, text: str, end: int) -> str:
    """The words after an active verb, with what a pronoun among them stands for in its place."""
    begin = facts.clause.head.idx + len(facts.clause.head.text)
    found = [token for token in pointers(facts) if begin <= token.idx < end]
    empty = _says_nothing_more(facts)
    content = content_before(facts, text, found[0] if found else None) if found or empty else None
    if content is None:
        return _reworded(text, begin, end, [])
    if not found:
        place = _after_particle(facts)
        return _reworded(text, begin, end, [(place, place, f" {content.words}")])
    return _filled(text, begin, end, found, content)


def _filled(text: str, begin: int, end: int, found: list[Token], content: Content) -> str:
    """The words with the content in the first pronoun's place, or at the end where a question would tear them apart."""
    places = [(token.idx, token.idx + len(token.text)) for token in found]
    after = text[places[0][1] : end].strip(" .;")
    in_place = len(found) == 1 and (not after or after.startswith(("and ", ",", "(")))
    if not content.clause or in_place:
        return _reworded(text, begin, end, [(*places[0], content.words)])
    rest = _reworded(text, begin, end, [(*place, "") for place in places])
    return f"{rest.rstrip(' .;,')} {content.words}"


_ALONE = frozenset({"find", "check", "investigate", "enquire", "inquire", "ascertain"})


def _says_nothing_more(facts: Facts) -> bool:
    """Whether a verb of finding out stands without anything to find out: "would find out and report back"."""
    if facts.lemma not in _ALONE or facts.clause.passive:
        return False
    return not any(child.dep_ in ("obj", "obl", "ccomp", "xcomp", "advcl") for child in facts.clause.head.rights)


def _after_particle(facts: Facts) -> int:
    """Where the verb with its particle ends: "find out"."""
    head = facts.clause.head
    following = head.nbor() if head.i + 1 < len(head.doc) else head
    last = following if following.lower_ in ("out", "up") else head
    return last.idx + len(last.text)


def _passive_line(facts: Facts, text: str, end: int) -> str:
    """A passive turned round: the subject stands behind the verbs, and whoever does it goes."""
    head = facts.clause.head
    verbs, begin, edits = _passive_verbs(facts)
    rest = _without_agent(facts, _reworded(text, begin, end, edits), text)
    particle = _stranded(head) if len(verbs) == 1 else ""
    rest = rest.strip().removeprefix(particle)
    found = pointers(facts)
    content = content_before(facts, text, found[0]) if found else None
    told = " and ".join(verbs)
    if content is not None and content.clause:
        return tidy(f"{told} {particle} {rest.rstrip(' .;,')} {content.words}")
    subject = content.words if content is not None else _lower_first(_whole_subject(facts, text), facts)
    return tidy(f"{told} {particle} {subject} {rest}")


def _passive_verbs(facts: Facts) -> tuple[list[str], int, list[Edit]]:
    """The verbs that stand together ("checked and sent"), where they end, and how later ones read in an imperative."""
    clause = facts.clause
    verbs, last, edits = [verb_lemma(clause.head)], clause.head, list[Edit]()
    several = clause.subject is not None and "Plur" in clause.subject.morph.get("Number", [])
    for other in verbs_of(clause)[1:]:
        if "Past" not in other.morph.get("Tense", []):
            continue
        if other.i == last.i + 2 and last.nbor().lower_ == "and" and not edits:
            verbs.append(verb_lemma(other))
            last = other
        else:
            edits.append((other.idx, other.idx + len(other.text), f"{verb_lemma(other)} {'them' if several else 'it'}"))
    return verbs, last.idx + len(last.text), edits


def _reworded(text: str, begin: int, end: int, edits: list[Edit]) -> str:
    """`text[begin:end]` with each edit made."""
    parts, place = list[str](), begin
    for first, last, words in sorted(edits):
        if place <= first and last <= end:
            parts += [text[place:first], words]
            place = last
    return "".join([*parts, text[place:end]])


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
