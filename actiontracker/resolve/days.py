"""Arithmetic with days, and days in words; nothing here knows what a deadline is."""

from __future__ import annotations

import calendar
import datetime
from typing import Final

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip  # the standard library's names follow the computer's language
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

DAY: Final = datetime.timedelta(days=1)


def in_words(day: datetime.date) -> str:
    """`day` as minutes print it: "24 July 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_end(year: int, month: int) -> datetime.date:
    """The last day of a month; months count from 1."""
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day `months` later; the last day of a month that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def calendar_day(year: int, month: int, day: int) -> datetime.date | None:
    """That day, or None where the calendar has no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def nearest_day(year: int, month: int, day: int) -> datetime.date:
    """That day, or the last one of the month where the month is shorter; `month` must be 1 to 12."""
    return datetime.date(year, month, max(1, min(day, calendar.monthrange(year, month)[1])))
