"""The day of the meeting, taken only when the document is certain of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actiontracker.records import Passage, Section
from actiontracker.structure.days import Day, days_in

if TYPE_CHECKING:
    import datetime

_MEETING_LINE = re.compile(
    r"(?:Meeting|Decided at meeting|Date of (?:the )?meeting|Meeting date|Date)\s*[:\u2013—-]\s*\S", re.IGNORECASE
)
_BODY_AND_DAY = re.compile(r".{3,120}?\s[-\u2013—]\s*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+\d", re.IGNORECASE)
_MINUTES_OF = re.compile(r".{0,120}?\b(?:minutes?|notes?|record|proceedings|meeting|assembly)\b", re.IGNORECASE)
_OTHER_DAY = re.compile(
    r"\b(?:previous|last|next|preceding|prior|as at|as of|deadline|published|publication|printed|posted|uploaded"
    r"|modified|due|amended|version|updated"
    r"|approved|confirmed|signed|adopted|call[- ]?in|effective|implement\w*|issued?|circulated|despatch\w*"
    r"|dispatch\w*|since|until|expires?"
    r"|year (?:ended|ending)|submitted to|closing)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_DOCUMENT_DAY = re.compile(
    r"\s[-\u2013—]\s*(?P<day>\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d)\s*(?:\(.{1,30}\))?,?\s*item\s+(?P<item>\w+)",
    re.IGNORECASE,
)
_TITLE_DAY = re.compile(r"\b(?:agenda|minutes|meeting|item)\b", re.IGNORECASE)
_OPENING = re.compile(r".{0,160}?\b(?P<minutes>(?:minutes?|notes?|meeting) (?:of|for|from)\b).{0,260}", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:were|was|be|been|is|approved|agreed|signed|confirm\w*|adopted|previous|last|are|attached|circulated"
    r"|adjourned|noted)\b",
    re.IGNORECASE,
)
_IS_SENTENCE = re.compile(r"\b(?:are|were|was|been|is|be)\b")
_STATUS_NOTE = re.compile(
    r"\(?\b(?:subject to|until|for|to be|not yet)\b[^.:;]{0,40}?\b(?:approv\w+|confirm\w+|ratif\w+|consideration"
    r"|agree\w+)\b"
    r"(?: (?:at|by) (?:the |a )?(?:next|following|future) (?:\w+ )?meeting)?\)?",
    re.IGNORECASE,
)
"""Words on when these minutes will be approved, which is not when the meeting was."""
_LAST_FRONT = 40
_LAST_OPENING, _FIRST_LINES = 12, 3


@dataclass(frozen=True, slots=True)
class Found:
    """The meeting's date, if certain, and messages for the person who will look at it."""

    date: datetime.date | None
    messages: tuple[str, ...]


def meeting_date(passages: list[Passage], title: str | None) -> Found:
    """The date of the meeting from its title lines, its page heads or the names of its documents.

    Days of other meetings, deadlines and publication dates are not candidates. Two different candidates give none.
    """
    written = _from_title_lines(passages)
    dated = [day for day in written if day.date is not None]
    if not dated and title is not None and _TITLE_DAY.search(title):
        dated = [day for day in _own_days(title) if day.date is not None]
    if not dated:
        dated = _from_documents(passages)
    dates = sorted({day.date for day in dated if day.date is not None})
    if len(dates) > 1:
        seen = ", ".join(_spoken(date) for date in dates)
        return Found(None, (f"more than one possible meeting date ({seen}); give the right one with --date",))
    if not dates:
        return Found(None, ("no certain meeting date; give it with --date",))
    return Found(dates[0], _weekday_messages(dated))


def item_of_documents(passages: list[Passage]) -> str | None:
    """The item's number from the names of its documents ("Title - 26.02.25, item 28"), when they agree."""
    numbers = {
        match["item"]
        for passage in passages
        if passage.section is Section.DOCUMENTS
        for match in re.finditer(r"\bitem\s+(?P<item>\d\w*)\b", passage.text)
    }
    return numbers.pop() if len(numbers) == 1 else None


def _spoken(date: datetime.date) -> str:
    return f"{date.day} {date:%B %Y}"


def _weekday_messages(days: list[Day]) -> tuple[str, ...]:
    wrong = next((day for day in days if not day.weekday_fits), None)
    if wrong is None or wrong.date is None or any(day.weekday is not None and day.weekday_fits for day in days):
        return ()
    truth = f"{_spoken(wrong.date)} is a {wrong.date:%A}"
    return (f"the weekday written beside the meeting date does not fit: {truth}; check it",)


def _from_title_lines(passages: list[Passage]) -> list[Day]:
    """The days in the lines that name the meeting; a day without a year takes it from the same day elsewhere there."""
    days: list[Day] = []
    for passage in _front(passages):
        if _names_meeting(passage):
            days += _own_days(_STATUS_NOTE.sub(" ", passage.text))
    if not days:
        opening = [
            each for index, each in enumerate(passages[:_LAST_OPENING]) if each.item is None or index < _FIRST_LINES
        ]
        days = [day for passage in opening for day in _opening_days(_STATUS_NOTE.sub(" ", passage.text))]
    return days


def _opening_days(text: str) -> list[Day]:
    """The days at the beginning of a title that runs on into the text: "MINUTES OF THE MEETING HELD ON ... PRESENT"."""
    opening = _OPENING.match(text)
    if opening is None:
        return []
    days = _own_days(opening.group())[:1]
    return [day for day in days if not _SAID.search(text, opening.start("minutes"), day.end + 50)]


def _front(passages: list[Passage]) -> list[Passage]:
    """The passages of the title block, and the lines wherever they stand that a page heads each meeting with."""
    front: list[Passage] = []
    for position, passage in enumerate(passages):
        heads = re.match(r"(?:Meeting|Decided at meeting): ", passage.text) and len(passage.text) < 200
        if heads or (
            position < _LAST_FRONT and passage.item is None and passage.section in {Section.FRONT, Section.ATTENDANCE}
        ):
            front.append(passage)
    return front


def _names_meeting(passage: Passage) -> bool:
    text = _STATUS_NOTE.sub(" ", passage.text)
    if len(text) > 400 or (passage.section is Section.FRONT and _IS_SENTENCE.search(text)):
        return False
    if _MEETING_LINE.match(text) or _BODY_AND_DAY.match(text):
        return True
    days = days_in(text)
    if not days:
        return False
    if passage.section is not Section.FRONT:
        return _MINUTES_OF.match(text) is not None and _SAID.search(text) is None
    return len(text) - (days[0].end - days[0].start) <= 60 or _MINUTES_OF.match(text) is not None


def _own_days(text: str) -> list[Day]:
    return [day for day in days_in(text) if not _OTHER_DAY.search(text[: day.start])]


def _from_documents(passages: list[Passage]) -> list[Day]:
    return [
        day
        for passage in passages
        if passage.section is Section.DOCUMENTS
        for match in _DOCUMENT_DAY.finditer(passage.text)
        for day in days_in(match["day"])
    ]
