"""Action tags and columns: they name the owner of what stands beside them, and are sometimes all there is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from actiontracker.extract import lexicon
from actiontracker.extract.line import bare
from actiontracker.records import Commitment, Kind, Section, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actiontracker.records import ActionTag, Minutes, Span

_STATUS: Final = re.compile(
    r"^\W*(?:action\W*)?(?:ongoing|on-going|completed?|done|closed?|outstanding|in progress|carried forward"
    r"|none|noted?|agreed|n/?a)\b",
    re.IGNORECASE,
)
_ONLY_STATUS: Final = re.compile(r"\baction (?:ongoing|on-going|completed?|closed|taken|outstanding)\b", re.IGNORECASE)
TAG_SCORE = 0.8
"""A tag with words of its own is a clerk's own mark; older actions retold keep it from being certain."""


def from_tags(minutes: Minutes, found: Sequence[Commitment]) -> tuple[Commitment, ...]:
    """The commitments with owners and deadlines from tags, and those that only a tag tells; in reading order."""
    result = list(found)
    for tag in minutes.tags:
        if not _counts(minutes, tag):
            continue
        inside = [index for index, item in enumerate(result) if _belongs(tag, item)]
        for index in inside:
            result[index] = _with_tag(minutes, tag, result[index])
        if (
            tag.text is not None
            and _states_a_task(minutes, tag.text)
            and not any(_tells(tag.text, result[index]) for index in inside)
        ):
            result.append(_own_statement(minutes, tag, tag.text))
    return tuple(sorted(result, key=lambda item: item.span))


def _states_a_task(minutes: Minutes, text: Span) -> bool:
    words = text.of(minutes.source.text)
    told = [word.strip(".,;:()").lower() for word in words.split()]
    works = any(word in lexicon.DELIVER or word in lexicon.TASK for word in told)
    return len(told) > 1 and works and not _STATUS.match(words) and not _ONLY_STATUS.search(words)


def _counts(minutes: Minutes, tag: ActionTag) -> bool:
    return all(minutes.passages[index].section is not Section.OLD_ACTIONS for index in tag.covers)


def _belongs(tag: ActionTag, item: Commitment) -> bool:
    return item.passage in tag.covers or item.span.overlap(tag.span) > 0


def _tells(text: Span, item: Commitment) -> bool:
    return item.span.overlap(text) * 2 > min(text.end - text.start, item.span.end - item.span.start)


def _with_tag(minutes: Minutes, tag: ActionTag, item: Commitment) -> Commitment:
    owner = item.owner or _words(minutes, tag.owner)
    deadline = item.deadline or _words(minutes, tag.deadline)
    return replace(item, owner=owner, deadline=deadline)


def _words(minutes: Minutes, span: Span | None) -> Words | None:
    return Words(" ".join(span.of(minutes.source.text).split()), span) if span is not None else None


def _own_statement(minutes: Minutes, tag: ActionTag, text: Span) -> Commitment:
    words = _words(minutes, text)
    assert words is not None
    line = minutes.source.line_at(text.start)
    passage = next((i for i, p in enumerate(minutes.passages) if p.text and p.span.overlap(text)), 0)
    return Commitment(
        span=text,
        quote=text.of(minutes.source.text),
        kind=Kind.UNDERTAKING,
        action=bare(words.text),
        owner=_words(minutes, tag.owner),
        recipient=None,
        deadline=_words(minutes, tag.deadline),
        score=TAG_SCORE,
        cue="action tag",
        passage=passage,
        item=minutes.passages[passage].item,
        section=minutes.passages[passage].section,
        page=line.page,
        line=line.number,
    )
