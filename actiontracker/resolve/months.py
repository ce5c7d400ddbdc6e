"""Months and seasons that deadline words name, with or without the year: each falls due on its last day."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from actiontracker.resolve.days import MONTHS, add_months, in_words, month_end
from actiontracker.resolve.phrases import SEASON_ENDS, month_number
from actiontracker.resolve.worked import NO_MEETING, Known, Worked, coming, day_before

if TYPE_CHECKING:
    import re


def month(match: re.Match[str], known: Known) -> Worked:
    """The last day of the month, or the last one before it for "before June"; without a year the next such month."""
    worked = _month_named(match, known, (match["lead"] or "").lower().strip())
    if worked.date is not None and (match["lead"] or "").lower().startswith("before"):
        return day_before(Worked(worked.date.replace(day=1), ""))
    return worked


def month_start(match: re.Match[str], known: Known) -> Worked:
    """The first day of the month, or the one before it for "before the start of June"."""
    worked = _month_named(match, known)
    if worked.date is None:
        return worked
    first = worked.date.replace(day=1)
    started = Worked(first, f"{in_words(first)}, the first day of the month")
    return day_before(started) if match["lead"].lower().startswith("before") else started


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
