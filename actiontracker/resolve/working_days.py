"""Working days: weekdays that are no bank holiday of a nation, by the library `holidays`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actiontracker.resolve.calendar import Nation
from actiontracker.resolve.days import DAY, in_words
from actiontracker.resolve.phrases import number
from actiontracker.resolve.worked import NO_MEETING, Known, Worked

if TYPE_CHECKING:
    import datetime
    import re

_SUBDIVISIONS: Final = {
    Nation.ENGLAND: "ENG",
    Nation.WALES: "WLS",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}
NO_NATION: Final = "bank holidays differ, and the body’s nation is not set (bodies set)"


def is_working_day(day: datetime.date, nation: Nation) -> bool:
    """Whether it is a weekday and no bank holiday there.

    Raises:
        ValueError: the bank holidays of that year are not known.
    """
    return day.weekday() < 5 and day not in _holidays(nation, day.year)


def working_days_after(day: datetime.date, count: int, nation: Nation) -> datetime.date:
    """The `count`th working day after `day`, which is not counted itself."""
    while count > 0:
        day += DAY
        count -= is_working_day(day, nation)
    return day


def clear_days_after(day: datetime.date, count: int, nation: Nation) -> datetime.date:
    """The working day after `count` whole working days have passed: neither end is counted."""
    return working_days_after(day, count + 1, nation)


def working_days(match: re.Match[str], known: Known) -> Worked:
    """So many working days from the meeting, by the bank holidays of the body's nation."""
    if known.meeting is None:
        return Worked(None, NO_MEETING)
    if match["lead"]:
        return Worked(None, "it says for how long, only about when, or more than one time")
    if match["other"]:
        return Worked(None, "it is counted from something other than this meeting")
    if not match["number"]:
        return Worked(None, "it does not say how many working days")
    if known.nation is None:
        return Worked(None, NO_NATION)
    count = number(match["number"].strip())
    counted = clear_days_after if match["clear"] else working_days_after
    kind = "clear working days" if match["clear"] else "working days"
    told = f"{count} {kind} after {in_words(known.meeting)}, without the bank holidays of {known.nation.title()}"
    return Worked(counted(known.meeting, count, known.nation), told)


def _holidays(nation: Nation, year: int) -> frozenset[datetime.date]:
    if (nation, year) not in _KNOWN:
        import holidays  # lists never need it, and it takes time to load

        found = holidays.country_holidays("GB", subdiv=_SUBDIVISIONS[nation], years=[year])
        if not found:
            raise ValueError(f"the bank holidays of {year} are not known")
        _KNOWN[nation, year] = frozenset(found)
    return _KNOWN[nation, year]


_KNOWN: Final[dict[tuple[Nation, int], frozenset[datetime.date]]] = {}
"""Years worked out once; the same for ever."""
