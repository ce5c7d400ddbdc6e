"""Calendar days as minutes write them, in figures always day before month: "14.10.2020", "MONDAY 13TH MAY 2019"."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<{0}>Jan(?:uary|aury)?|Feb(?:ruary|uary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_WEEKDAY = r"(?:(?P<{0}>Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*[,.]?\s*(?:the\s+)?)?"
_YEAR = r"(?:(?P<{0}>(?:19|20)\d\d|['\u2019]?\d\d)(?![\d/:.]\d|\d|\s*(?:am|pm|hrs)))"
_DAY = re.compile(
    rf"(?:{_WEEKDAY.format('w1')}(?<!\d)(?P<d1>\d{{1,2}})\s*(?:st|nd|rd"
    rf"|th)?\s*(?:day\s+)?(?:of\s+)?{_MONTH.format('m1').replace(chr(92) + 'b', '(?![a-z])')}"
    rf"[,.]?\s*{_YEAR.format('y1')}?"
    rf"|{_WEEKDAY.format('w2')}\b{_MONTH.format('m2')}\s+(?P<d2>\d{{1,2}})(?:\s*(?:st|nd|rd|th))?[,.]?\s+(?P<y2>(?:19"
    rf"|20)\d\d)\b"
    rf"|{_WEEKDAY.format('w3')}(?<![\d/.-])(?P<d3>\d{{1,2}})(?P<sep>[/.-])(?P<m3>\d{{1,2}})(?P=sep)(?P<y3>(?:19"
    rf"|20)\d\d|\d\d)(?![\d/-]))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written: the year may be missing, the weekday may be wrong."""

    day: int
    month: int
    year: int | None
    weekday: int | None
    """0 for Monday, as written; None where no weekday stands before the day."""
    start: int
    end: int

    @property
    def date(self) -> datetime.date | None:
        """The calendar day, or None where the year is missing or there is no such day."""
        return None if self.year is None else self.in_year(self.year)

    def in_year(self, year: int) -> datetime.date | None:
        """This day in another year, or None where that year has no such day."""
        try:
            return datetime.date(year, self.month, self.day)
        except ValueError:
            return None

    @property
    def weekday_fits(self) -> bool:
        """False only where a weekday is written and the date falls on another one."""
        return self.date is None or self.weekday is None or self.date.weekday() == self.weekday


def days_in(text: str) -> list[Day]:
    """Every day named in `text`, in order; two-digit years are of this century. Impossible days are left out."""
    found: list[Day] = []
    for match in _DAY.finditer(text):
        form = next(form for form in "123" if match[f"d{form}"] is not None)
        month = int(match["m3"]) if form == "3" else 1 + _MONTHS.index(match[f"m{form}"][:3].lower())
        weekday, year = match[f"w{form}"], match[f"y{form}"]
        day = Day(
            int(match[f"d{form}"]),
            month,
            None if year is None else _year(year),
            None if weekday is None else _WEEKDAYS.index(weekday[:3].lower()),
            match.start(),
            match.end(),
        )
        if day.in_year(day.year or 2000) is not None:
            found.append(day)
    return found


def _year(text: str) -> int:
    digits = text.strip("'\u2019")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)
