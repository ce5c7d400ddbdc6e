"""When the body meets next, as these minutes announce it."""

from __future__ import annotations

import datetime
import re

from actiontracker.records import Passage
from actiontracker.structure.days import Day, days_in

_HEAD = re.compile(
    r"(?:to (?:note|agree|confirm|set|arrange) )?(?:the )?(?:dates?(?:,? time)?(?:,? and (?:venue|time|place))? (?:of|for) )?(?:the )?(?:next|future) (?:[a-z&-]+ ){0,4}?meetings?\b",
    re.IGNORECASE,
)
_HEAD_LINE = re.compile(
    rf"{_HEAD.pattern}\s*(?:$|[:\u2013\u2014-]|(?:is|to be)\b|(?=\d|mon|tue|wed|thu|fri|sat|sun))", re.IGNORECASE
)
_SENTENCE = re.compile(
    r"\b(?:the )?(?:date (?:of|for) (?:the )?)?next (?:ordinary |full |scheduled |formal |regular |monthly |public |bi-?monthly |quarterly |annual )*"
    r"(?:(?:parish|town|community|borough|city|county|district)? ?(?:council|committee|panel|board|cabinet) )?meeting"
    r"(?: (?:of|for) the (?:[\w&,’'-]+ ){0,6}?(?:committee|council|panel|board|cabinet|sub-committee|forum|trust|authority|group|commission))?"
    r"(?:,? (?:is|will|would|to|was|on|date)\b|\s*[:–—-])",
    re.IGNORECASE,
)
_LONGEST_WAIT = datetime.timedelta(days=400)


def next_meeting(passages: list[Passage], titles: list[str], meeting: datetime.date | None) -> datetime.date | None:
    """The first announced day after the meeting, or None. A day without a year needs the meeting's own date."""
    for index, passage in reversed(list(enumerate(passages))):
        words = _announced(passages, index, passage, titles)
        dates = sorted(date for day in days_in(words) if (date := _dated(day, meeting)) is not None)
        if dates:
            return dates[0]
    return None


def _announced(passages: list[Passage], index: int, passage: Passage, titles: list[str]) -> str:
    """The words of the passage that announce meetings: those of an item of that name, or a sentence's."""
    title = titles[passage.item] if passage.item is not None else ""
    if len(passage.text) < 600 and _HEAD.match(title) and passage.item is not None:
        return passage.text
    match = _SENTENCE.search(passage.text) or (_HEAD_LINE.match(passage.text) if len(passage.text) < 200 else None)
    if match is None:
        return ""
    follows = passages[index + 1].text if len(passage.text) < 60 and index + 1 < len(passages) else ""
    return f"{passage.text[match.start() : match.end() + 160]} {follows[:120]}"


def _dated(day: Day, meeting: datetime.date | None) -> datetime.date | None:
    date = day.date
    if date is None and meeting is not None:
        years = (day.in_year(meeting.year), day.in_year(meeting.year + 1))
        date = next((each for each in years if each is not None and each > meeting), None)
        if date is not None and day.weekday is not None and date.weekday() != day.weekday:
            return None
    if date is None or (meeting is not None and not meeting < date <= meeting + _LONGEST_WAIT):
        return None
    return date
