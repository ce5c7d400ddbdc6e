"""Which words of later minutes report on an action that is still open, and what they say became of it.

Sentences are compared with each open action by the words that carry content, weighed by how rare they are in the body's
minutes. What else is around both, how old the action is and whether another fits as well go into a score.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from actiontracker.records import Section
from actiontracker.resolve.likeness import wording
from actiontracker.structure.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from actiontracker.records import Minutes, Passage, Span

THRESHOLD: Final = 0.5
"""The score from which a report is proposed; with each meeting left out of the fit in turn, 27 of 33 were right."""


class Says(StrEnum):
    """What later minutes say of an action."""

    DONE = "done"
    PROGRESS = "progress"
    DEFERRED = "deferred"
    REPEATED = "repeated"
    """It was asked for or agreed again."""


@dataclass(frozen=True, slots=True)
class OpenAction:
    """An action of an earlier meeting, as far as later minutes can be compared with it."""

    id: int
    action: str
    quote: str
    owner: str | None = None
    item_title: str | None = None
    passage: str = ""
    """The paragraph that its words stand in, which tells what it is about."""
    age: int = 0
    """How many of the body's meetings ago it was set."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """That words of later minutes seem to report on an action; `quote` is exactly the source's text at `span`."""

    action_id: int
    span: Span
    quote: str
    says: Says
    score: float
    """Between 0 and 1."""
    cue: str
    """The words that say what became of it; empty where the match alone speaks."""


_CUES: Final[tuple[tuple[Says, re.Pattern[str]], ...]] = (
    (
        Says.DEFERRED,
        re.compile(
            r"\b(?:deferred|carried (?:forward|over)|postponed|put (?:off|back)|held over|left (?:on|until)|on hold"
            r"|not (?:yet )?(?:been )?(?:able|possible) to|awaiting|waiting (?:for|to)|still (?:waiting|to)"
            r"|no (?:reply|response|answer|news|progress)|nothing (?:has been |had been )?heard|yet to)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Says.DONE,
        re.compile(
            r"\b(?:ha(?:s|d|ve)(?: now| all| since| already| both| also)* (?:been )?(?:completed|done|finished|repaired"
            r"|mended|fixed|replaced|removed|installed|sent|written|emailed|e-mailed|posted|circulated|purchased|bought"
            r"|ordered|delivered|cut|trimmed|cleared|cleaned|painted|erected|put up|put in|put back|filled|paid"
            r"|submitted|published|received|reported|contacted|spoken|arranged|resolved|provided|issued|agreed|signed"
            r"|moved|taken (?:down|up|place)|updated|made|met|carried out|obtained|renewed|closed|opened|fitted)"
            r"|(?:was|were|is|are) (?:now )?(?:complete[d]?|done|finished|in place|working|sent|circulated|installed"
            r"|repaired|replaced|fixed|mended|delivered|received|erected|cut|cleared|removed)"
            r"|(?:now )?complete[d]?|wrote to|sent (?:a|the)|received (?:a|the) (?:reply|letter|response|quot\w+)"
            r"|repl(?:y|ies|ied)|in hand and done)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Says.REPEATED,
        re.compile(
            r"\b(?:again|once more|chase[ds]?|chasing|remind(?:ed|er)?|follow(?:ed|ing)? (?:this )?up|to (?:write|ask"
            r"|contact|arrange|obtain|get|chase|report|speak|ring|email)|asked (?:for|that|to|the)|requested"
            r"|agreed (?:to|that)|will (?:be|write|contact|speak|ask|arrange|obtain|look|chase|get|report))\b",
            re.IGNORECASE,
        ),
    ),
    (
        Says.PROGRESS,
        re.compile(
            r"\b(?:report(?:ed|s)?|update[ds]?|advised|explained|informed|said that|is being|are being|was being"
            r"|in progress|ongoing|under ?way|in hand|due to|expected|progress|has|have|had|started|begun)\b",
            re.IGNORECASE,
        ),
    ),
)
"""What words say became of an action, the most telling first."""

_SECTIONS: Final = frozenset({Section.MINUTES, Section.OLD_ACTIONS, Section.DECISION, Section.RESOLUTION})
_MOST_WORDS: Final = 120
"""Words of the longest sentence that is looked at."""

FEATURES: Final = ("covered", "shared", "around", "owner", "age", "length", "ended", "clearly")
WEIGHTS: Final = (2.24, 6.11, 3.06, 1.58, -1.79, -0.74, 0.53, 0.25)
BIAS: Final = -8.44
"""By logistic regression over the links of `tests/followup_links.json` (`python -m models.followups`)."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of the later minutes."""

    span: Span
    quote: str
    text: str
    content: frozenset[str]
    beside: frozenset[str]
    """The content of its item's title and of the sentence before it, which a pronoun may stand for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An action as words to look for: its own, those around it, and its owner's name."""

    id: int
    own: frozenset[str]
    around: frozenset[str]
    owner: frozenset[str]
    age: int


def followups(
    minutes: Minutes, actions: Sequence[OpenAction], threshold: float = THRESHOLD, earlier: Sequence[str] = ()
) -> tuple[FollowUp, ...]:
    """What the minutes seem to report on open actions of earlier meetings, in reading order.

    `earlier` are the texts of the body's earlier minutes: a word that all of them have tells little. A sentence reports
    on one action at most, and an action is reported on once, where both fit best.
    """
    told = list(sentences(minutes))
    if not told or not actions:
        return ()
    rarity = rarities([*earlier, minutes.source.text], [one.content for one in told])
    wanted = [wanted_in(action) for action in actions]
    pairs = [(chance(facts), one, action) for one in told for action, facts in pairings(one, wanted, rarity)]
    pairs.sort(key=lambda pair: (-pair[0], pair[1].span, pair[2].id))
    found: list[FollowUp] = []
    taken: set[Span | int] = set()
    for score, one, action in pairs:
        if score >= threshold and one.span not in taken and action.id not in taken:
            taken |= {one.span, action.id}
            says, cue = said(one.text)
            found.append(FollowUp(action.id, one.span, one.quote, says, round(score, 4), cue))
    return tuple(sorted(found, key=lambda one: one.span))


def sentences(minutes: Minutes) -> Iterator[Told]:
    """Every sentence of the minutes that may report on something, in order."""
    for passage in minutes.passages:
        if passage.heading or passage.section not in _SECTIONS:
            continue
        title = minutes.items[passage.item].title if passage.item is not None else ""
        yield from _sentences_of(minutes, passage, wording(title).content)


def _sentences_of(minutes: Minutes, passage: Passage, title: frozenset[str]) -> Iterator[Told]:
    before: frozenset[str] = frozenset()
    for start, end in sentence_spans(passage.text):
        words = passage.text[start:end]
        if start >= end or len(words.split()) > _MOST_WORDS:
            continue
        content = wording(words).content
        span = passage.source_span(start, end)
        yield Told(span, span.of(minutes.source.text), words, content, title | before)
        before = content


def rarities(texts: Sequence[str], told: Sequence[frozenset[str]]) -> Mapping[str, float]:
    """How much a word tells: nothing where all of the body's minutes have it, about 1 where nothing else has."""
    in_texts = Counter(word for text in texts for word in wording(text).content)
    in_told = Counter(word for content in told for word in content)
    return {
        word: max(0.0, (_rare(count, len(texts)) + _rare(in_told[word], len(told))) / 2)
        for word, count in in_texts.items()
    }


def _rare(count: int, of: int) -> float:
    return math.log((of + 1) / (count + 0.5)) / math.log(of + 1.5)


def wanted_in(action: OpenAction) -> Wanted:
    """The action's words by where it has them."""
    owner = wording(action.owner or "").content
    own = (wording(action.action).content | wording(action.quote).content) - owner
    around = wording(action.passage).content | wording(action.item_title or "").content
    return Wanted(action.id, own, around - own, owner, max(1, action.age))


def pairings(
    one: Told, wanted: Sequence[Wanted], rarity: Mapping[str, float]
) -> Iterator[tuple[Wanted, tuple[float, ...]]]:
    """Each action that shares a word with the sentence, with what speaks for it (`FEATURES`)."""
    weighed = [(_weight(action.own & one.content, rarity), action) for action in wanted]
    fitting = sorted(((weight, action.id, action) for weight, action in weighed if weight > 0), reverse=True)[:_MOST]
    for place, (weight, _, action) in enumerate(fitting):
        best_other = fitting[1 - min(place, 1)][0] if len(fitting) > 1 else 0.0
        yield action, _features(one, action, weight, best_other, rarity)


_MOST: Final = 6
"""Actions looked at for one sentence."""


def _features(
    one: Told, action: Wanted, weight: float, best_other: float, rarity: Mapping[str, float]
) -> tuple[float, ...]:
    whole = _weight(action.own, rarity)
    around = _weight((action.around & (one.content | one.beside)) | (action.own & one.beside - one.content), rarity)
    return (
        weight / (whole or 1.0),
        math.log1p(weight),
        math.log1p(around),
        float(bool(action.owner & one.content)),
        math.log(action.age),
        whole / 8,
        float(said(one.text)[0] in (Says.DONE, Says.DEFERRED)),
        math.log((weight + 0.1) / (best_other + 0.1)),
    )


def _weight(words: frozenset[str], rarity: Mapping[str, float]) -> float:
    return sum(rarity.get(word, 0.0) for word in words)


def chance(facts: Sequence[float]) -> float:
    """How likely what speaks for a pair makes it that the sentence reports on the action, 0 to 1."""
    told = BIAS + sum(weight * fact for weight, fact in zip(WEIGHTS, facts, strict=True))
    return 1 / (1 + math.exp(-told))


def said(text: str) -> tuple[Says, str]:
    """What a sentence says became of an action, and the words that say it; progress where nothing does."""
    for says, pattern in _CUES:
        if match := pattern.search(text):
            return says, match.group()
    return Says.PROGRESS, ""
