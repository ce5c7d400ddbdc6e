"""When the body meets next, as these minutes announce it."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from actiontracker.structure.days import Day, days_in

if TYPE_CHECKING:
    from actiontracker.records import Passage

_HEAD = re.compile(
    r"(?:to (?:note|agree|confirm|set|arrange) )?(?:the )?(?:dates?(?:,? time)?(?:,? and (?:venue|time|place))? (?:of"
    r"|for) )?(?:the )?(?:next|future) (?:[a-z&-]+ ){0,4}?meetings?\b",
    re.IGNORECASE,
)
_HEAD_LINE = re.compile(
    rf"{_HEAD.pattern}\s*(?:$|[:\u2013\u2014-]|(?:is|to be)\b|(?=\d|mon|tue|wed|thu|fri|sat|sun))", re.IGNORECASE
)
_SENTENCE = re.compile(
    r"\b(?:the )?(?:date (?:of|for) (?:the )?)?next (?:ordinary |full |scheduled |formal |regular |monthly |public "
    r"|bi-?monthly |quarterly |annual )*"
    r"(?:(?:parish|town|community|borough|city|county|district)? ?(?:council|committee|panel|board|cabinet) )?meeting"
    r"(?: (?:of|for) the (?:[\w&,\u2019'-]+ ){0,6}?(?:committee|council|panel|board|cabinet|sub-committee|forum|trust"
    r"|authority|group|commission))?"
    r"(?:,? (?:is|will|would|to|was|on|date)\b|\s*[:\u2013—-])",
    re.IGNORECASE,
)
_LONGEST = 600
_LONGEST_WAIT = datetime.timedelta(days=400)


def next_meeting(passages: list[Passage], titles: list[str], meeting: datetime.date | None) -> datetime.date | None:
    """The first announced day after the meeting, or None. A day without a year needs the meeting's own date."""
    of_that_name = {number for number, title in enumerate(titles) if _HEAD.match(title)}
    named = [index for index, passage in enumerate(passages) if passage.item in of_that_name]
    for index in [*named, *reversed(range(len(passages)))]:
        words = _announced(passages, index, named=passages[index].item in of_that_name)
        dates = sorted(date for day in days_in(words) if (date := _dated(day, meeting)) is not None)
        if dates:
            return dates[0]
    return None


def _announced(passages: list[Passage], index: int, *, named: bool) -> str:
    """The words of the passage that announce meetings: those of an item of that name, or a sentence's."""
    passage = passages[index]
    if named and len(passage.text) < _LONGEST:
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
