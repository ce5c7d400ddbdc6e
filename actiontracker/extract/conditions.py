"""Condition words: on what an offer or a promise depends ("if members wished", "subject to funding").

Words that only say when ("once the survey is done", "when approved") are a deadline's and never a condition's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from actiontracker.extract import lexicon
from actiontracker.extract.verbs import is_predicate, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from actiontracker.extract.facts import Facts

_REST: Final = r"(?:[^,;:.()]|(?<=\bMr)\.|(?<=\bMrs)\.|(?<=\bCllr)\.|(?<=\bDr)\.|[.,:](?=\d))*"
"""To the end of the clause; the points of titles, figures and times end none."""
_STARTS: Final = r"(?:^|(?<=[,;:.(] )|(?<=[-–—] ))"
_ASKING: Final = "".join(
    rf"(?<!{word} )"
    for word in (
        *("ask", "asked", "asking", "see", "check", "checked", "know", "wonder", "wondered", "enquire", "enquired"),
        *("query", "queried", "consider", "confirm", "clarify", "establish", "ascertain", "find out", "them", "him"),
        *("as", "even", "request", "determine", "what", "decide", "look at"),
    )
)
"""After these "if" opens a question, not a condition."""

FORMS: Final[tuple[tuple[str, str, str, str], ...]] = (
    (
        "short if",
        (
            r"if (?:so|not|need be|necessary|needed|required|requested|wanted|wished|invited|asked|desired"
            r"|appropriate)\b(?! (?:by|for|to|that|before|in|at|on|so|what|when|how|which|who|why)\b)"
        ),
        "if need be it could be put off",
        "a list of works, if possible with prices",
    ),
    (
        "if",
        (
            rf"{_ASKING}(?:only )?\bif (?!so (?:at )?(?:what|when|how|which|who|why)\b|possible|at all"
            rf"|any\b(?!one|body|thing| \w)){_REST}"
        ),
        "send a copy if members wished",
        "he asked if members wished a copy",
    ),
    (
        "should",
        rf"{_STARTS}should (?!be\b|not\b|have\b|also\b|only\b|come\b){_REST}",
        "Should the grant be confirmed, order the bench",
        "members should the next time be told",
    ),
    (
        "should at the end",
        (
            r"should (?:the|a|an|any|anyone|anybody|there|this|that|these|they|it|he|she|members|councillors|residents"
            rf"|officers|nobody|no one) (?:[\w'’-]+ ){{0,4}}?(?:be|so|wish|want|ask|find|need|require|request|agree"
            rf"|prove|fail|arise|let|have|not|come|give|become|go|decide|change){_REST}"
        ),
        "order the bench should the grant be confirmed",
        "said that this should be ordered",
    ),
    (
        "were",
        rf"{_STARTS}were (?:that|this|it|they|there|the|any) (?:[\w'’-]+ ){{0,3}}?(?:to|not)\b{_REST}",
        "Were that not to be the case, a member would ask",
        "They were to be the case",
    ),
    (
        "subject to",
        (
            rf"(?<!the )(?<!a )(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bbeing )"
            rf"(?<!this )subject to (?!be\b|which|those|review at|the (?:above|following)\b){_REST}"
        ),
        "go ahead subject to funding",
        "the scheme is subject to funding",
    ),
    (
        "provided that",
        (
            rf"(?:provided|providing) (?:that|always|there|(?:the|a|all|both|they|it|he|she|no|nobody|parents"
            r"|members|this)"
            rf" (?:[\w'’-]+ ){{0,6}}?(?:is|are|was|were|had|has|have|can|could|will|would|does|did"
            rf"|\w+ed|agrees?)\b){_REST}"
        ),
        "lend the hall provided that the trust helped",
        "the notes provided the basis for a letter",
    ),
    (
        "unless",
        rf"\bunless {_REST}",
        "cut the hedge unless the owner objects",
        "cut the hedge nonetheless",
    ),
    (
        "on condition",
        rf"(?:(?:on|with) (?:the )?(?:condition|understanding|proviso) that|in the event (?:that|of)) {_REST}",
        "pay half on condition that the Diocese met the balance",
        "report on the condition of the roof",
    ),
    (
        "as long as",
        rf"(?<!for )(?:so|as) long as {_REST}",
        "open the hall so long as it was booked a week ahead",
        "tell members how long it takes",
    ),
    (
        "on request",
        rf"(?:up)?on (?:written )?request\b(?: (?:by|from) {_REST})?",
        "provide detail on request",
        "report on requests for detail",
    ),
    (
        "failing",
        rf"failing (?:that|this|which|agreement|satisfaction|an? (?:reply|answer)|any reply){_REST}",
        "failing that, write to the owner",
        "write to the failing school",
    ),
    (
        "pending",
        rf"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )\bpending [a-z]{_REST}",
        "hold the post vacant pending consultation",
        "the appeal is pending",
    ),
    (
        "in case of",
        rf"in case of (?:a |an |any )?(?:need|refusal|doubt|difficulty|objection|no (?:reply|response)){_REST}",
        "call the engineer in case of need",
        "in case of Mr Holt's illness",
    ),
)
"""Name, pattern, a line it must match and one it must not; the first place in a line decides, then the order here."""

_COMPILED: Final = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern, _, _ in FORMS)
_HINT: Final = re.compile(
    r"\b(?:if|should|were|subject|provid|unless|condition|understanding|proviso|event|long as|request"
    r"|failing|pending|in case)",
    re.IGNORECASE,
)
"""A word without which no form fits; most clauses have none."""


def find_condition(text: str) -> tuple[int, int] | None:
    """Where the condition's words stand in a clause's text (0-based, end exclusive), or None.

    The earliest place of any form; a condition ends with its clause's punctuation.
    """
    places = _places(text)
    return places[0] if places else None


def _places(text: str) -> list[tuple[int, int]]:
    if _HINT.search(text) is None:
        return []
    found = [match.span() for _, pattern in _COMPILED for match in pattern.finditer(text)]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda place: place[0]):
        if (not kept or start >= kept[-1][1]) and not _asks(text, start):
            kept.append((start, start + len(text[start:end].rstrip(" -–—"))))
    return kept


_ASKED: Final = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|tell|told|inform|enquires?|inquires?|know|known|found out|finds? out)\b"
    r"(?:(?! to\b| that\b)[^,;.]){0,50}$",
    re.IGNORECASE,
)


def _asks(text: str, start: int) -> bool:
    """Whether "if" at `start` opens what somebody is asked or told: "ask the school if", "let her know by May if"."""
    return text[start : start + 3].lower() == "if " and _ASKED.search(text, 0, start) is not None


def condition_span(facts: Facts, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the words on which the clause depends stand in the passage's text (0-based, end exclusive), or None.

    `text` is the whole passage's, `text[start:end]` the commitment's; a condition may open the sentence before it or
    close it after it.
    """
    sentence = facts.clause.sentence
    first, last = min(start, sentence.start_char), max(end, sentence.end_char)
    places = [(first + place[0], first + place[1]) for place in _places(text[first:last])]
    for place in places or _inverted(sentence, text):
        here = _cut(facts, place, text)
        whole = _TORN.search(text, *here) is None
        if whole and _touches(text, here, (start, end)) and _holds_the_clause(facts, here):
            return here
    return None


_TORN: Final = re.compile(
    r"(?:^|\s)(?:if|unless|should|is|are|was|were|the|a|to|than|would|will|he|she|it)$", re.IGNORECASE
)
"""What ends with such a word was torn off: the tree shows the clause within its own condition."""


def _inverted(sentence: Span, text: str) -> list[tuple[int, int]]:
    """Where a subject stands behind its "should", by the tree: "should planning permission be granted"."""
    found = []
    for token in sentence:
        subjects = (child for child in token.head.lefts if child.dep_.startswith("nsubj"))
        if token.lower_ == "should" and any(child.i > token.i for child in subjects):
            rest = _CLAUSE.match(text, token.idx, sentence.end_char)
            assert rest is not None, "a word is its own clause at least"
            found.append(rest.span())
    return found


_CLAUSE: Final = re.compile(_REST)
_BETWEEN: Final = frozenset({"", "then", "and", "that"})
"""What may stand between a condition and the clause that depends on it, breaks apart."""


def _touches(text: str, place: tuple[int, int], clause: tuple[int, int]) -> bool:
    """Whether the words stand within the commitment, or with nothing but a break between the two."""
    if place[0] < clause[1] and place[1] > clause[0]:
        return True
    between = text[place[1] : clause[0]] or text[clause[1] : place[0]]
    return between.strip(" ,-–—").lower() in _BETWEEN


def _tokens(doc: Doc, place: tuple[int, int]) -> list[Token]:
    return list(doc.char_span(*place, alignment_mode="expand") or ())


def _holds_the_clause(facts: Facts, place: tuple[int, int]) -> bool:
    """Whether what the words hang on is the clause itself, as far as the tree shows what they hang on."""
    words = _tokens(facts.clause.head.doc, place)
    if not words or facts.clause.head in words[1:]:
        return False
    predicate = words[0].head
    opens = words[0].dep_ in _OPENING and predicate in words and predicate.dep_ in ("advcl", "ccomp")
    if not opens or not is_predicate(predicate.head) or predicate.head in words:
        return True
    asks = predicate.dep_ == "ccomp" and verb_lemma(predicate.head) in _TAKES_A_QUESTION
    return predicate.head in _own_predicates(facts) and not asks


_TAKES_A_QUESTION: Final = frozenset(
    {
        "ask",
        "request",
        "find",
        "see",
        "check",
        "know",
        "confirm",
        "clarify",
        "establish",
        "ascertain",
        "enquire",
        "inquire",
    }
    | {"tell", "consider", "decide", "say", "report", "advise", "investigate", "look", "let", "determine", "query"}
    | {"monitor", "review", "explain", "inform", "discuss", "wonder", "remember"}
)
_OPENING: Final = frozenset({"mark", "aux", "aux:pass", "advmod", "cop"})


def _own_predicates(facts: Facts) -> set[Token]:
    """The clause's verbs, and those that it hangs on."""
    clause = facts.clause
    own = {clause.head, *(other for other in clause.head.rights if other.dep_ in ("conj", "xcomp"))}
    above = clause.head
    while above.dep_ in ("conj", "xcomp", "ccomp") and above.head != above:
        above = above.head
        own.add(above)
    return own | ({clause.governor} if clause.governor is not None else set())


_WORK: Final = "|".join(sorted(lexicon.DELIVER | (lexicon.TASK - lexicon.FORMAL)))
_ANOTHER: Final = re.compile(
    r",? (?:and|but) (?=(?:[\w'’.-]+ ){0,4}(?:would|will|shall)\b|(?:[A-Z][\w.]* ){0,3}to\b"
    rf"|(?:also )?(?:{_WORK})\b)"
)
"""Where, within what looks like a condition, another clause goes on: "subject to funding and report back"."""


def _cut(facts: Facts, place: tuple[int, int], text: str) -> tuple[int, int]:
    """The place without what goes on after the condition: the clause that depends on it, or another one."""
    words = _tokens(facts.clause.head.doc, place)
    goes_on = _ANOTHER.search(text, place[0], place[1])
    stops = [place[1]] if goes_on is None else [goes_on.start()]
    held = facts.clause.subject if facts.clause.subject in words else facts.clause.head
    if held is not None and held in words[2:]:
        stops.append(min(child.idx for child in (held, *held.lefts) if child in words[1:]))
    words_left = text[place[0] : min(stops)].rstrip(" ,-–—").removesuffix(" then")
    return place[0], place[0] + len(words_left.rstrip(" ,"))
