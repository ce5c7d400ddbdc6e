"""The days on which a body meets, and what can be asked of them; pure, whatever they are known from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable


class Nation(StrEnum):
    """The part of the United Kingdom whose bank holidays and laws a body goes by."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern ireland"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A body's meetings, each kind in order; only ordinary ones are "the next meeting"."""

    ordinary: tuple[datetime.date, ...] = ()
    annual: tuple[datetime.date, ...] = ()

    def after(self, day: datetime.date, nth: int = 1) -> datetime.date | None:
        """The `nth` ordinary meeting after `day` (1 is the next); None where the calendar does not reach so far."""
        return _at(self.ordinary, bisect_right(self.ordinary, day) + nth - 1)

    def annual_after(self, day: datetime.date, nth: int = 1) -> datetime.date | None:
        """The `nth` annual meeting after `day`; None where the calendar does not reach so far."""
        return _at(self.annual, bisect_right(self.annual, day) + nth - 1)

    def meets_on(self, day: datetime.date) -> bool:
        """Whether an ordinary or annual meeting is planned for that day."""
        return day in self.ordinary or day in self.annual

    def in_month(self, month: int, since: datetime.date, year: int | None) -> tuple[datetime.date, ...]:
        """The ordinary meetings after `since` in that month (1 to 12) of that year, or of the nearest that has any."""
        days = [one for one in self.ordinary if one > since and one.month == month and year in (None, one.year)]
        return tuple(one for one in days if one.year == days[0].year)


NO_CALENDAR: Final = Calendar()


def calendar_of(days: Iterable[tuple[datetime.date, str]]) -> Calendar:
    """A calendar of days with their kind: "ordinary", "annual"; others are no part of it."""
    known = sorted(set(days))
    return Calendar(
        tuple(day for day, kind in known if kind == "ordinary"), tuple(day for day, kind in known if kind == "annual")
    )


def _at(days: tuple[datetime.date, ...], index: int) -> datetime.date | None:
    return days[index] if 0 <= index < len(days) else None
