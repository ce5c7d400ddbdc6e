"""Days that deadline words write out, with or without the year: "by Friday 12th June", "12/06/26"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actiontracker.resolve.days import DAY, MONTHS, WEEKDAYS, calendar_day, in_words, nearest_day
from actiontracker.resolve.phrases import month_number, weekday_number
from actiontracker.resolve.worked import NO_MEETING, Known, Worked, coming, day_before

if TYPE_CHECKING:
    import datetime
    import re


def full_date(match: re.Match[str], known: Known) -> Worked:
    """The day that is written out, the day before it for "before 1 June"; without a year the next such day."""
    parts = match.groupdict()
    worked = _written(parts, known.meeting)
    if worked.date is not None and parts["weekday"] and worked.date.weekday() != weekday_number(parts["weekday"]):
        real, told = WEEKDAYS[worked.date.weekday()], WEEKDAYS[weekday_number(parts["weekday"])]
        return Worked(None, f"{in_words(worked.date)} is a {real}, not a {told}")
    return day_before(worked) if parts.get("before") else worked


def _written(parts: dict[str, str | None], meeting: datetime.date | None) -> Worked:
    form = next(digit for digit in "0123" if parts[f"day{digit}"])
    day, month_words = int(parts[f"day{form}"] or 0), parts[f"month{form}"] or ""
    month = int(month_words) if month_words.isdigit() else month_number(month_words)
    year_words = parts[f"year{form}"]
    if not 1 <= month <= 12:
        return Worked(None, "day first, then month: there is no such day")
    if year_words is not None:
        date = calendar_day(_full_year(year_words, meeting), month, day)
        return Worked(date, "the date is in the words" if date else "the calendar has no such day")
    if meeting is None:
        return Worked(None, NO_MEETING)
    worked = coming(
        meeting, lambda year: nearest_day(year, month, day), "no year is named: the first such day from the meeting on"
    )
    if worked.date is not None and worked.date.day != day:
        return Worked(None, f"there is no {day} {MONTHS[month - 1]} in {worked.date.year}")
    return worked


def _full_year(words: str, meeting: datetime.date | None) -> int:
    """A year of two digits lies in the meeting's century."""
    digits = words.strip("'")
    century = meeting.year // 100 * 100 if meeting is not None else 2000
    return int(digits) if len(digits) == 4 else century + int(digits)


def week_commencing(match: re.Match[str], known: Known) -> Worked:
    """The last day of the week that begins on the day that is written out."""
    worked = full_date(match, known)
    if worked.date is None:
        return worked
    return Worked(worked.date + 6 * DAY, f"the last day of the week that begins on {in_words(worked.date)}")
