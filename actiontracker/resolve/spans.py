"""Times that deadline words count from the meeting: "within two weeks", "by Friday", "the end of the quarter"."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from actiontracker.resolve.days import DAY, add_months, in_words, month_end
from actiontracker.resolve.phrases import number, weekday_number
from actiontracker.resolve.worked import NO_MEETING, Known, Worked, day_before

if TYPE_CHECKING:
    import re


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
    return day_before(day) if (match["lead"] or "").lower().startswith("before") else day


def day_itself(match: re.Match[str], meeting: datetime.date) -> Worked:
    """The day of the meeting, or the one after it."""
    if match["day"].lower() == "tomorrow":
        return Worked(meeting + DAY, "the day after the meeting")
    return Worked(meeting, "the day of the meeting")


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
