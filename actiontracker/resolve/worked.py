"""What a working of deadline words gives and may know: a date and how it came about, or why there is none."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.resolve.calendar import NO_CALENDAR, Calendar
from actiontracker.resolve.days import DAY, in_words

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from actiontracker.resolve.calendar import Nation

NO_MEETING: Final = "the date of this meeting is not known"
_JUST_GONE: Final = datetime.timedelta(days=31)
"""How long after a day without a year has passed it may still be the one that is meant."""


@dataclass(frozen=True, slots=True)
class Worked:
    """A date and how it came about, or no date and why there is none."""

    date: datetime.date | None
    reason: str
    recurs: str | None = None
    """How often it comes round again; then `date` is the first time."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the minutes say that a date may be worked out from; None where they are not certain."""

    meeting: datetime.date | None
    next_meeting: datetime.date | None = None
    body: str | None = None
    parties: tuple[str, ...] = ()
    """Who is to act, and to whom it goes: whose meeting "its next meeting" may be."""
    calendar: Calendar = NO_CALENDAR
    """The days on which the body meets."""
    nation: Nation | None = None
    """Whose bank holidays it goes by."""
    future_meeting: int | None = None
    """Which meeting after this one the body takes "a future meeting" to be; None where it has no such rule."""


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
    """The first day from the meeting on, of those told by `day_in(year)`; none where one has only just passed.

    `how` tells the clerk which day it is, with the date in place of `{}`.
    """
    year = meeting.year if day_in(meeting.year) >= meeting else meeting.year + 1
    day, previous = day_in(year), day_in(year - 1)
    if meeting - previous <= _JUST_GONE:
        return Worked(None, f"it could be {in_words(previous)}, just gone, or {in_words(day)}")
    return Worked(day, how.format(in_words(day)))


def day_before(worked: Worked) -> Worked:
    """The last day before a date that was worked out; what has no date stays as it is."""
    if worked.date is None:
        return worked
    return Worked(worked.date - DAY, f"the day before {in_words(worked.date)}")
