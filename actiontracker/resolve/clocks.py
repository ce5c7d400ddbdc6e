"""The clocks that start when a recommendation is received: which law gives how long to answer. Data.

Each says "check the text" until a person has confirmed it for their body: constitutions differ, and laws change.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.resolve.calendar import Nation
from actiontracker.resolve.days import DAY, add_months, in_words
from actiontracker.resolve.worked import Worked
from actiontracker.resolve.working_days import clear_days_after

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Clock:
    """How long a law gives to answer: its name, where and since when it holds, and the last day to answer."""

    name: str
    law: str
    nations: frozenset[Nation]
    since: datetime.date
    until: datetime.date | None
    """None while it is in force."""
    last_day: Callable[[datetime.date, Nation], datetime.date]
    told: str
    """The length in words."""


def _two_months(received: datetime.date, _: Nation) -> datetime.date:
    """The day of receipt is day one, so that two months end the day before its date comes round."""
    return add_months(received, 2) - DAY


def _days(number: int) -> Callable[[datetime.date, Nation], datetime.date]:
    return lambda received, _: received + datetime.timedelta(days=number)


_EVERYWHERE: Final = frozenset({Nation.ENGLAND, Nation.WALES})

CLOCKS: Final = (
    Clock(
        name="executive England",
        law="Local Government Act 2000, section 9FE",
        nations=frozenset({Nation.ENGLAND}),
        since=datetime.date(2012, 5, 4),
        until=None,
        last_day=_two_months,
        told="two months, the day of receipt being day one",
    ),
    Clock(
        name="executive Wales",
        law="Local Government Act 2000, section 21B",
        nations=frozenset({Nation.WALES}),
        since=datetime.date(2008, 4, 1),
        until=None,
        last_day=_two_months,
        told="two months, the day of receipt being day one",
    ),
    Clock(
        name="NHS body",
        law="Local Authority (Public Health, Health and Wellbeing Boards and Health Scrutiny) Regulations 2013, reg 22",
        nations=frozenset({Nation.ENGLAND}),
        since=datetime.date(2013, 4, 1),
        until=None,
        last_day=_days(28),
        told="28 days from the request",
    ),
    Clock(
        name="crime and disorder",
        law="Crime and Disorder (Overview and Scrutiny) Regulations 2009",
        nations=_EVERYWHERE,
        since=datetime.date(2009, 4, 30),
        until=None,
        last_day=_days(28),
        told="28 days from the day it was made",
    ),
    Clock(
        name="document request",
        law="Local Authorities (Executive Arrangements) (Access to Information) (England) Regulations 2012",
        nations=frozenset({Nation.ENGLAND}),
        since=datetime.date(2012, 9, 10),
        until=None,
        last_day=lambda received, nation: clear_days_after(received, 10, nation),
        told="10 clear days, counted here in working days",
    ),
)


def clock_named(name: str) -> Clock | None:
    """The clock of that name, without regard to case."""
    return next((clock for clock in CLOCKS if clock.name.lower() == name.strip().lower()), None)


def response_due(clock: Clock, received: datetime.date, nation: Nation | None) -> Worked:
    """The last day to answer what was received on that day, or why there is none; always to be checked."""
    where = nation or (next(iter(clock.nations)) if len(clock.nations) == 1 else Nation.ENGLAND)
    if nation is not None and nation not in clock.nations:
        return Worked(None, f"{clock.law} does not hold in {nation.title()}")
    if received < clock.since or (clock.until is not None and received > clock.until):
        return Worked(None, f"{clock.law} was not in force on {in_words(received)}")
    told = f"{clock.told} ({clock.law}), from {in_words(received)}; check the text"
    return Worked(clock.last_day(received, where), told)
