"""Which words of later minutes report on an action that is still open, and what they say became of it.

Sentences are compared with each open action by the words that carry content, weighed by how rare they are among the
body's actions and in the later minutes, helped by the item's title and by words of reporting. One sentence reports on
one action at most; where two actions fit it alike, on none.
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
"""The score from which a report is proposed; `tests/test_followups_measured.py` says how good it is there."""


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
_TOO_COMMON: Final = 0.34
"""The share of open actions in which a word tells none of them from another."""
_LEAST_SHARED: Final = 2
_CLEARLY: Final = 1.15
"""How much better than the next action the best must fit a sentence."""
_MOST_WORDS: Final = 120


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of the later minutes."""

    span: Span
    quote: str
    text: str
    content: frozenset[str]
    title: frozenset[str]
    section: Section
    before: frozenset[str]
    """The content of the sentence before it in the same passage, which a pronoun may stand for."""


def followups(minutes: Minutes, actions: Sequence[OpenAction], threshold: float = THRESHOLD) -> tuple[FollowUp, ...]:
    """What the minutes seem to report on open actions of earlier meetings, in reading order.

    Each action is reported on by its best sentence only; a sentence that fits two actions alike reports on neither.
    """
    told = list(_sentences(minutes))
    if not told or not actions:
        return ()
    weights = _weights([_content(action) for action in actions], [one.content for one in told])
    best: dict[int, FollowUp] = {}
    for one in told:
        found = _best(one, actions, weights)
        if found is not None and found.score >= threshold:
            known = best.get(found.action_id)
            if known is None or found.score > known.score:
                best[found.action_id] = found
    return tuple(sorted(best.values(), key=lambda found: found.span))


def _sentences(minutes: Minutes) -> Iterator[_Told]:
    for passage in minutes.passages:
        if passage.heading or passage.section not in _SECTIONS:
            continue
        title = minutes.items[passage.item].title if passage.item is not None else ""
        yield from _sentences_of(minutes, passage, wording(title).content)


def _sentences_of(minutes: Minutes, passage: Passage, title: frozenset[str]) -> Iterator[_Told]:
    before: frozenset[str] = frozenset()
    for start, end in sentence_spans(passage.text):
        words = passage.text[start:end]
        if start >= end or len(words.split()) > _MOST_WORDS:
            continue
        content = wording(words).content
        span = passage.source_span(start, end)
        yield _Told(span, span.of(minutes.source.text), words, content, title, passage.section, before)
        before = content


def _content(action: OpenAction) -> frozenset[str]:
    return wording(action.action).content | wording(action.quote).content - wording(action.owner or "").content


def _weights(actions: Sequence[frozenset[str]], told: Sequence[frozenset[str]]) -> Mapping[str, float]:
    """How much a word in common tells: the rarer among the open actions and in these minutes, the more."""
    in_actions = Counter(word for content in actions for word in content)
    in_minutes = Counter(word for content in told for word in content)
    return {
        word: math.log((len(actions) + 1) / count)
        * math.log((len(told) + 2) / (in_minutes[word] + 1))
        / math.log(len(told) + 2)
        for word, count in in_actions.items()
        if count <= max(2, _TOO_COMMON * len(actions))
    }


def _best(one: _Told, actions: Sequence[OpenAction], weights: Mapping[str, float]) -> FollowUp | None:
    """The action that the sentence fits clearly best, with what it says of it."""
    fits = sorted(((_fit(one, action, weights), action.id) for action in actions), reverse=True)
    if len(fits) > 1 and fits[0][0] < _CLEARLY * fits[1][0]:
        return None
    says, cue = said(one.text)
    score = _chance(fits[0][0], one, cue)
    return FollowUp(fits[0][1], one.span, one.quote, says, round(score, 4), cue) if score else None


def _fit(one: _Told, action: OpenAction, weights: Mapping[str, float]) -> float:
    """How much of the action's telling words the sentence has; its item's title and the sentence before count half."""
    wanted = {word: weights[word] for word in _content(action) if word in weights}
    total = sum(wanted.values())
    shared = wanted.keys() & one.content
    nearby = (wanted.keys() & (one.title | one.before)) - shared
    if not total or len(shared | nearby) < min(_LEAST_SHARED, len(wanted)) or not shared:
        return 0.0
    told = sum(wanted[word] for word in shared) + sum(wanted[word] for word in nearby) / 2
    return told / math.sqrt(total * max(total, 1.0))


def _chance(fit: float, one: _Told, cue: str) -> float:
    """The score of a fit, higher for words of reporting and among matters arising."""
    if fit <= 0:
        return 0.0
    told = 6.0 * fit - 3.0 + (0.6 if cue else -1.0) + (0.6 if one.section is Section.OLD_ACTIONS else 0.0)
    return 1 / (1 + math.exp(-told))


def said(text: str) -> tuple[Says, str]:
    """What a sentence says became of an action, and the words that say it; progress where nothing does."""
    for says, pattern in _CUES:
        if match := pattern.search(text):
            return says, match.group()
    return Says.PROGRESS, ""
