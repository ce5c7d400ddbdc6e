"""Deadline words become a date only by a named rule; no rule, no date, and the reason is kept.

Rules are data: each has a name, a pattern, and how the date follows from the meeting's date. They are tried in order and the
first that fits decides. Days come before months always. The rules are those seen in trackers of public bodies.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

MONTHS: Final = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT: Final = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_DAYS: Final = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_SEASON_END: Final = {"spring": 5, "summer": 8, "autumn": 11, "winter": 2}
_NUMBERS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "twenty": 20, "thirty": 30, "the next": 1, "the coming": 1, "a couple of": 2,
}  # fmt: skip

_MONTH: Final = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
_NUMBER: Final = (
    r"(?P<number>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|twenty|thirty"
    r"|the next|the coming|a couple of)"
)


@dataclass(frozen=True, slots=True)
class Due:
    """A worked-out date with the rule's name, or no date and why there is none."""

    date: datetime.date | None
    rule: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the rules may count from."""

    meeting: datetime.date
    next_meeting: datetime.date | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One way from words to a date; `work` returns None where the words fit but no date follows."""

    name: str
    pattern: re.Pattern[str]
    work: Callable[[re.Match[str], Known], datetime.date | None]
    why_not: str = ""
    """What to say when the words fit and no date follows."""


def _month_end(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day `months` later; the last day of a month that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _month_number(name: str) -> int:
    lowered = name.lower()
    return MONTHS.get(lowered) or _SHORT[lowered]


def _valid(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _numeric_date(match: re.Match[str], _: Known) -> datetime.date | None:
    return _valid(_year(match["year"]), int(match["monthnumber"]), int(match["day"]))


def _written_date(match: re.Match[str], known: Known) -> datetime.date | None:
    month, day = _month_number(match["month"]), int(match["day"])
    if match["year"]:
        return _valid(_year(match["year"]), month, day)
    this_year = _valid(known.meeting.year, month, day)
    if this_year is not None and this_year >= known.meeting:
        return this_year
    return _valid(known.meeting.year + 1, month, day)


def _next_meeting(_: re.Match[str], known: Known) -> datetime.date | None:
    if known.next_meeting is not None and known.next_meeting > known.meeting:
        return known.next_meeting
    return None


def _named_months_meeting(match: re.Match[str], known: Known) -> datetime.date | None:
    following = _next_meeting(match, known)
    return following if following is not None and following.month == _month_number(match["month"]) else None


def _count(text: str) -> int:
    lowered = text.lower()
    return int(lowered) if lowered.isdigit() else _NUMBERS[lowered]


def _span_of_time(match: re.Match[str], known: Known) -> datetime.date | None:
    number, unit = _count(match["number"]), match["unit"].lower()
    if unit.startswith("month"):
        return add_months(known.meeting, number)
    if unit.startswith("year"):
        return add_months(known.meeting, 12 * number)
    days = {"d": 1, "w": 7, "f": 14}[unit[0]]
    return known.meeting + datetime.timedelta(days=days * number)


def _month_alone(match: re.Match[str], known: Known) -> datetime.date | None:
    month = _month_number(match["month"])
    if match["year"]:
        return _month_end(int(match["year"]), month)
    return _month_end(known.meeting.year + (month < known.meeting.month), month)


def _season(match: re.Match[str], known: Known) -> datetime.date | None:
    month = _SEASON_END[match["season"].lower()]
    if match["year"]:
        year = int(match["year"]) + (month == 2)
    else:
        year = known.meeting.year + (month < known.meeting.month)
    return _month_end(year, month)


def _christmas(_: re.Match[str], known: Known) -> datetime.date | None:
    eve = datetime.date(known.meeting.year, 12, 24)
    return eve if eve >= known.meeting else eve.replace(year=eve.year + 1)


def _weekday(match: re.Match[str], known: Known) -> datetime.date | None:
    ahead = (_DAYS[match["weekday"].lower()] - known.meeting.weekday() - 1) % 7 + 1
    return known.meeting + datetime.timedelta(days=ahead)


def _week_end(match: re.Match[str], known: Known) -> datetime.date | None:
    sunday = known.meeting + datetime.timedelta(days=6 - known.meeting.weekday())
    return sunday + datetime.timedelta(days=0 if match["which"].lower() == "this" else 7)


def _which_month(match: re.Match[str], known: Known) -> datetime.date | None:
    ahead = 0 if match["which2"] or match["which"].lower() == "this" else 1
    first = add_months(known.meeting.replace(day=1), ahead)
    return _month_end(first.year, first.month)


def _financial_year_end(_: re.Match[str], known: Known) -> datetime.date | None:
    end = datetime.date(known.meeting.year, 3, 31)
    return end if end >= known.meeting else end.replace(year=end.year + 1)


def _calendar_year_end(match: re.Match[str], known: Known) -> datetime.date | None:
    return datetime.date(int(match["year"]) if match["year"] else known.meeting.year, 12, 31)


def _day_after(match: re.Match[str], known: Known) -> datetime.date | None:
    return known.meeting + datetime.timedelta(days=1 if match["day"].lower() == "tomorrow" else 0)


def _never(_: re.Match[str], __: Known) -> datetime.date | None:
    return None


def _rule(
    name: str, pattern: str, work: Callable[[re.Match[str], Known], datetime.date | None], why_not: str = ""
) -> Rule:
    return Rule(name, re.compile(rf"\b(?:{pattern})", re.IGNORECASE), work, why_not)


_ORDINAL: Final = r"(?:st|nd|rd|th)?"
_UNIT: Final = r"(?P<unit>days?|weeks?|fortnight|months?|years?)\b"

RULES: Final[tuple[Rule, ...]] = (
    _rule("full date", r"(?P<day>\d{1,2})[/.](?P<monthnumber>\d{1,2})[/.](?P<year>\d{4}|\d{2})\b", _numeric_date, "that is no day of the calendar"),
    _rule("full date", rf"(?P<day>\d{{1,2}}){_ORDINAL}(?: of)? {_MONTH}(?:,? (?P<year>\d{{4}}))?", _written_date, "that is no day of the calendar"),
    _rule("full date", rf"{_MONTH} (?P<day>\d{{1,2}}){_ORDINAL}\b(?:,? (?P<year>\d{{4}}))?", _written_date, "that is no day of the calendar"),
    _rule("working days", r"\d+ (?:working|clear) days?|(?:working|clear) days?", _never, "working days need a calendar of bank holidays"),
    _rule("how often", r"(?:each|every|all) \w+|quarterly|annually|monthly|weekly|\w+ basis|six[- ]monthly", _never, "it recurs, so there is no single date"),
    _rule("month's meeting", rf"{_MONTH}(?: \d{{4}})? (?:\w+ )?(?:meeting|committee|panel|board|cabinet|council)", _named_months_meeting, "the date of that meeting is not known"),
    _rule("meeting in a month", rf"(?:meeting|committee|panel|board|cabinet|council)s? in (?:the )?{_MONTH}", _named_months_meeting, "the date of that meeting is not known"),
    _rule("another body's meeting", r"(?:(?:full|next|the) )*(?:cabinet|council|executive|annual|agm)(?: (?:meeting|agm))?\b(?! agenda)|next (?:meeting )?of the \w+", _never, "that body's meetings are not known"),
    _rule("next meeting", r"(?:next|following|forthcoming|subsequent|upcoming) (?:\w+ ){0,3}?(?:meeting|committee|panel|board|agenda|forum)s?\b(?<!meetings)(?<!committees)(?<!agendas)", _next_meeting, "the date of the next meeting is not known"),
    _rule("a span of time", rf"(?:within|in|over|after|for) (?:the )?{_NUMBER}[’']? ?{_UNIT}", _span_of_time),
    _rule("a week", r"(?P<which>this|next|following|coming) week\b", _week_end),
    _rule("a month's end", r"(?P<which>this|next|following|coming) month\b|end of (?P<which2>the) month\b", _which_month),
    _rule("the financial year's end", r"end of the financial year", _financial_year_end),
    _rule("the calendar year's end", r"end of (?:the calendar year|(?P<year>20\d\d))\b", _calendar_year_end),
    _rule("the municipal year's end", r"(?:end of the )?municipal year", _never, "the date of the annual meeting is not known"),
    _rule("Christmas", r"(?:by|before|until) christmas", _christmas),
    _rule("season", r"(?P<season>spring|summer|autumn|winter)(?:(?: of)? (?P<year>20\d\d))?\b(?! term)", _season),
    _rule("month", rf"{_MONTH}(?:,? (?P<year>20\d\d))?", _month_alone),
    _rule("weekday", r"(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)", _weekday),
    _rule("day", r"(?P<day>today|tomorrow)", _day_after),
    _rule("a future meeting", r"(?:future|later|subsequent|forthcoming) |in due course", _never, "no time is named, ask at each meeting"),
)  # fmt: skip
"""In the order in which they are tried."""


def due_date(words: str | None, meeting: datetime.date | None, next_meeting: datetime.date | None = None) -> Due:
    """The date that deadline `words` mean, counted from the `meeting` that said them; never a guess.

    A month without a year is the next such month, its last day (the meeting's own month counts); a season ends with May,
    August, November or February; "within N" counts from the meeting.
    """
    if not words:
        return Due(None, None, "no deadline in the words")
    text = " ".join(words.split())
    rule, match = _first_fit(text)
    if rule is None or match is None:
        return Due(None, None, f"no rule turns “{text}” into a date")
    if meeting is None:
        return _without_meeting(rule, match)
    date = rule.work(match, Known(meeting, next_meeting))
    if date is None:
        return Due(None, None, rule.why_not or f"no rule turns “{text}” into a date")
    return Due(date, rule.name, f"“{text}” counted from the meeting of {meeting:%d/%m/%Y}")


def _first_fit(text: str) -> tuple[Rule | None, re.Match[str] | None]:
    for rule in RULES:
        matches = list(rule.pattern.finditer(text))
        if len(matches) == 1 or (matches and len({match.group() for match in matches}) == 1):
            return rule, matches[0]
        if matches:
            return None, None
    return None, None


def _without_meeting(rule: Rule, match: re.Match[str]) -> Due:
    if rule.name == "full date" and match.groupdict().get("year"):
        date = rule.work(match, Known(datetime.date.min, None))
        if date is not None:
            return Due(date, rule.name, "a full date in the words")
    return Due(None, None, "the meeting's own date is not known")
