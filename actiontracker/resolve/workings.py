"""How a date follows from deadline words that a rule has recognised; each function gives a date or says why there is none."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.resolve.days import (
    DAY,
    MONTHS,
    WEEKDAYS,
    add_months,
    calendar_day,
    in_words,
    month_end,
    nearest_day,
)
from actiontracker.resolve.phrases import SEASON_ENDS, month_number, number, weekday_number

if TYPE_CHECKING:
    from collections.abc import Callable

NO_MEETING: Final = "the date of this meeting is not known"
_JUST_GONE: Final = datetime.timedelta(days=31)
"""How long after a day without a year has passed it may still be the one that is meant."""


@dataclass(frozen=True, slots=True)
class Worked:
    """A date and how it came about, or no date and why there is none."""

    date: datetime.date | None
    reason: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the minutes say that a date may be worked out from; None where they are not certain."""

    meeting: datetime.date | None
    next_meeting: datetime.date | None = None
    body: str | None = None
    doer: str | None = None
    """Who is to act, or to whom it goes: whose meeting "its next meeting" is."""


def never(reason: str) -> Callable[[re.Match[str], Known], Worked]:
    """A working for words that name no day, with the reason."""
    return lambda _, __: Worked(None, reason)


def counted(
    work: Callable[[re.Match[str], datetime.date], Worked],
) -> Callable[[re.Match[str], Known], Worked]:
    """A working that needs nothing but the date of the meeting, and gives none without it."""

    def with_known(match: re.Match[str], known: Known) -> Worked:
        return work(match, known.meeting) if known.meeting is not None else Worked(None, NO_MEETING)

    return with_known


def coming(meeting: datetime.date, day_in: Callable[[int], datetime.date], how: str) -> Worked:
    """The first of a yearly day, told by `day_in(year)`, from the meeting on; none where the last one has only just passed.

    `how` tells the clerk which day it is, with the date in place of `{}`.
    """
    year = meeting.year if day_in(meeting.year) >= meeting else meeting.year + 1
    day, previous = day_in(year), day_in(year - 1)
    if meeting - previous <= _JUST_GONE:
        return Worked(None, f"it could be {in_words(previous)}, just gone, or {in_words(day)}")
    return Worked(day, how.format(in_words(day)))


def _day_before(worked: Worked) -> Worked:
    if worked.date is None:
        return worked
    return Worked(worked.date - DAY, f"the day before {in_words(worked.date)}")


# --- days of the calendar --------------------------------------------------------------------------------------------


def full_date(match: re.Match[str], known: Known) -> Worked:
    """The day that is written out, the day before it for "before 1 June"; without a year the next such day."""
    parts = match.groupdict()
    worked = _written(parts, known.meeting)
    if worked.date is not None and parts["weekday"] and worked.date.weekday() != weekday_number(parts["weekday"]):
        real, told = WEEKDAYS[worked.date.weekday()], WEEKDAYS[weekday_number(parts["weekday"])]
        return Worked(None, f"{in_words(worked.date)} is a {real}, not a {told}")
    return _day_before(worked) if parts.get("before") else worked


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


# --- months and seasons ----------------------------------------------------------------------------------------------


def month(match: re.Match[str], known: Known) -> Worked:
    """The last day of the month, or the last one before it for "before June"; without a year the next such month."""
    worked = _month_named(match, known, (match["lead"] or "").lower().strip())
    if worked.date is not None and (match["lead"] or "").lower().startswith("before"):
        return _day_before(Worked(worked.date.replace(day=1), ""))
    return worked


def month_start(match: re.Match[str], known: Known) -> Worked:
    """The first day of the month, or the one before it for "before the start of June"."""
    worked = _month_named(match, known)
    if worked.date is None:
        return worked
    first = worked.date.replace(day=1)
    started = Worked(first, f"{in_words(first)}, the first day of the month")
    return _day_before(started) if match["lead"].lower().startswith("before") else started


def month_middle(match: re.Match[str], known: Known) -> Worked:
    """The fifteenth of the month."""
    worked = _month_named(match, known)
    if worked.date is None:
        return worked
    middle = worked.date.replace(day=15)
    return Worked(middle, f"{in_words(middle)}, the middle of the month")


def _month_named(match: re.Match[str], known: Known, lead: str = "") -> Worked:
    number_of_month = month_number(match["month"])
    if match["year"]:
        end = month_end(int(match["year"]), number_of_month)
        return Worked(end, f"{in_words(end)}, the last day of the month")
    if known.meeting is None:
        return Worked(None, NO_MEETING)
    return _month_without_year(number_of_month, lead, known.meeting)


def _month_without_year(number_of_month: int, lead: str, meeting: datetime.date) -> Worked:
    def end_in(year: int) -> datetime.date:
        return month_end(year, number_of_month)

    name = MONTHS[number_of_month - 1]
    if lead == "next" and number_of_month > meeting.month:
        return Worked(None, f"it could be {name} {meeting.year} or {name} {meeting.year + 1}")
    if lead == "this" or (lead == "next" and number_of_month == meeting.month):
        end = end_in(meeting.year + (lead == "next"))
        return Worked(end, f"{in_words(end)}, the last day of the month")
    return coming(meeting, end_in, "{}, the last day of the month")


def season(match: re.Match[str], known: Known) -> Worked:
    """The last day of the season; without a year the next such season."""
    name, lead = match["season"].lower(), (match["lead"] or "").lower().strip()
    if lead.startswith("before"):
        return Worked(None, f"the day on which {name} begins is not fixed")
    if match["year"]:
        return _season_of_year(name, match)
    if known.meeting is None:
        return Worked(None, NO_MEETING)
    return _season_without_year(name, lead, known.meeting)


def _season_of_year(name: str, match: re.Match[str]) -> Worked:
    year, winter = int(match["year"]), name == "winter"
    if winter and not match["to_year"]:
        return Worked(None, f"winter {year} could end in February {year} or February {year + 1}")
    end = month_end(year + winter, SEASON_ENDS[name])
    return Worked(end, f"{in_words(end)}, the last day of {name}")


def _season_without_year(name: str, lead: str, meeting: datetime.date) -> Worked:
    def end_in(year: int) -> datetime.date:
        return month_end(year, SEASON_ENDS[name])

    worked = coming(meeting, end_in, f"{{}}, the last day of {name}")
    if worked.date is None or lead != "next":
        return worked
    begins = add_months(worked.date.replace(day=1), -2)
    if begins > meeting and begins.year == meeting.year:
        return Worked(None, f"it could be the coming {name} or the one after")
    end = end_in(worked.date.year + (begins <= meeting))
    return Worked(end, f"{in_words(end)}, the last day of {name}")


def christmas(_: re.Match[str], meeting: datetime.date) -> Worked:
    """Christmas Eve."""
    return coming(meeting, lambda year: datetime.date(year, 12, 24), "{}, Christmas Eve")


# --- counted from the meeting ----------------------------------------------------------------------------------------


def span_of_time(match: re.Match[str], meeting: datetime.date) -> Worked:
    """So many days, weeks, months or years from the meeting; hours count as the days they reach into."""
    count, unit = number(match["number"] or ""), match["unit"].lower().removeprefix("calendar ")
    if unit.startswith("month"):
        day = add_months(meeting, count)
    elif unit.startswith("year"):
        day = add_months(meeting, 12 * count)
    elif unit.startswith("hour"):
        day = meeting + -(-count // 24) * DAY
    else:
        day = meeting + count * {"d": 1, "w": 7, "f": 14}[unit[0]] * DAY
    return Worked(day, f"counted from the meeting of {in_words(meeting)}")


def week_end(match: re.Match[str], meeting: datetime.date) -> Worked:
    """The Sunday of this week or the next."""
    weeks = 0 if match["which"].lower() in ("this", "the") else 1
    sunday = meeting + (6 - meeting.weekday() + 7 * weeks) * DAY
    return Worked(sunday, f"{in_words(sunday)}, the last day of that week")


def which_month(match: re.Match[str], meeting: datetime.date) -> Worked:
    """The last day of this month or the next."""
    first = add_months(meeting.replace(day=1), 0 if _this(match) else 1)
    end = month_end(first.year, first.month)
    return Worked(end, f"{in_words(end)}, the last day of that month")


def quarter_end(match: re.Match[str], meeting: datetime.date) -> Worked:
    """The last day of this quarter or the next; those of the calendar year and of the financial year are the same."""
    last = add_months(meeting.replace(day=1), (3 - meeting.month) % 3 + (0 if _this(match) else 3))
    end = month_end(last.year, last.month)
    return Worked(end, f"{in_words(end)}, the last day of that quarter")


def _this(match: re.Match[str]) -> bool:
    return (match["which"] or "the").lower() in ("this", "the", "current")


def weekday(match: re.Match[str], meeting: datetime.date) -> Worked:
    """The first such day after the meeting, or the day before it for "before Friday"."""
    ahead = (weekday_number(match["weekday"]) - meeting.weekday() - 1) % 7 + 1
    day = Worked(meeting + ahead * DAY, f"the first {match['weekday'].title()} after the meeting")
    return _day_before(day) if (match["lead"] or "").lower().startswith("before") else day


def day_itself(match: re.Match[str], meeting: datetime.date) -> Worked:
    """The day of the meeting, or the one after it."""
    if match["day"].lower() == "tomorrow":
        return Worked(meeting + DAY, "the day after the meeting")
    return Worked(meeting, "the day of the meeting")


# --- ends of years ---------------------------------------------------------------------------------------------------


def financial_year_end(match: re.Match[str], meeting: datetime.date) -> Worked:
    """31 March: the end of the year that the meeting lies in, or of the next one."""
    end = datetime.date(meeting.year + (meeting.month > 3), 3, 31)
    if (match["which"] or "").lower() in ("next", "following"):
        end = end.replace(year=end.year + 1)
    return Worked(end, f"{in_words(end)}, the last day of that financial year")


def calendar_year_end(match: re.Match[str], known: Known) -> Worked:
    """31 December of the year that is named, or of the meeting's."""
    if match["year"]:
        end = datetime.date(int(match["year"]), 12, 31)
    elif known.meeting is not None:
        end = datetime.date(known.meeting.year, 12, 31)
    else:
        return Worked(None, NO_MEETING)
    return Worked(end, f"{in_words(end)}, the last day of that year")
