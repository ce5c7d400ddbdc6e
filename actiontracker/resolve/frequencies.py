"""How often something comes round again: words, and how the next time follows from the last. Data, tried in order."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.resolve.calendar import Calendar
from actiontracker.resolve.days import add_months

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_STEPS: Final = 5200
"""Occurrences looked at for the next one: weekly for a hundred years."""


@dataclass(frozen=True, slots=True)
class Frequency:
    """One way to come round again: its name, the words for it, and the `nth` time after a first day (1 is the next)."""

    name: str
    words: re.Pattern[str]
    nth: Callable[[datetime.date, int], datetime.date] | None
    """None where it follows the body's meetings."""


def _weeks(number: int) -> Callable[[datetime.date, int], datetime.date]:
    return lambda day, nth: day + datetime.timedelta(weeks=number * nth)


def _months(number: int) -> Callable[[datetime.date, int], datetime.date]:
    return lambda day, nth: add_months(day, number * nth)


def _words(*forms: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)


_FORTNIGHTS: Final = ("(?:each|every|a) fortnight", "every (?:two|2|other|second) weeks?")
_QUARTERS: Final = ("(?:each|every|once a) quarter", "every (?:three|3) months", "four times (?:a|each|per) year")
_TWICE: Final = ("twice (?:a|each|per) year", "every (?:six|6) months")
_YEARS: Final = ("(?:each|every|once a) year", "annual basis", "every (?:twelve|12) months")
_ALONE: Final = r"(?<!-)(?<!half )(?<!two )(?<!three )(?<!four )(?<!six )(?<!twelve )(?<!\d )"
"""No number before it, as in "six-monthly". "Bi-monthly" is no frequency: it may be twice a month, or every second."""

FREQUENCIES: Final = (
    Frequency(
        "each meeting",
        _words(r"(?:each|every) (?:[\w'-]+ ){0,3}?(?:meeting|agenda)", r"(?:at|to|for) all (?:[\w'-]+ ){0,3}?meetings"),
        None,
    ),
    Frequency("fortnightly", _words(f"{_ALONE}fortnightly", *_FORTNIGHTS), _weeks(2)),
    Frequency("weekly", _words(f"{_ALONE}weekly", "(?:each|every|once a) week"), _weeks(1)),
    Frequency("every two months", _words("(?:two|2)[- ]monthly", "every (?:two|2|other|second) months?"), _months(2)),
    Frequency("six-monthly", _words("(?:six|6)[- ]monthly", "half[- ]yearly", *_TWICE), _months(6)),
    Frequency("quarterly", _words("quarterly", "(?:three|3)[- ]monthly", *_QUARTERS), _months(3)),
    Frequency("monthly", _words(f"{_ALONE}monthly", "(?:each|every|once a) month"), _months(1)),
    Frequency("annually", _words(f"{_ALONE}annually", f"{_ALONE}yearly", *_YEARS), _months(12)),
)
"""Fortnights, six months and two months stand before what their words contain."""

_BY_NAME: Final = {one.name: one for one in FREQUENCIES}


def frequency_in(words: str) -> Frequency | None:
    """The one frequency that the words name; None for none, and for words of two."""
    found = [one for one in FREQUENCIES if one.words.search(words)]
    if len(found) > 1 and found[0].name == "each meeting":
        return found[0]
    return found[0] if len(found) == 1 else None


def next_occurrence(
    recurs: str, start: datetime.date, after: datetime.date, calendar: Calendar | None = None
) -> datetime.date | None:
    """The first time after `after` of something that came round on `start`; None where it is not known.

    Months are counted from `start`, so that what began on the 31st falls on the last day of shorter months and on the
    31st of longer ones.
    """
    one = _BY_NAME.get(recurs)
    if one is None:
        return None
    if one.nth is None:
        return (calendar or Calendar()).after(after)
    times = (one.nth(start, number) for number in range(1, _MOST_STEPS))
    return next((day for day in times if day > after), None)
