"""A body's calendar from a file: days with their kind, from CSV or ICS (by the library icalendar)."""

from __future__ import annotations

import csv
import datetime
import io
import re
from typing import TYPE_CHECKING, Final

from actiontracker.read.decoding import decode
from actiontracker.records import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Days = list[tuple[datetime.date, str]]

_KINDS: Final = (
    ("annual", re.compile(r"\b(?:annual|agm)\b", re.IGNORECASE)),
    ("special", re.compile(r"\b(?:special|extraordinary|extra[- ]ordinary|briefing|workshop)\b", re.IGNORECASE)),
)
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b")
_YEAR_FIRST: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_IN_WORDS: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([A-Za-z]{3})[a-z]*\.?,?\s+(\d{4})")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MOST_BYTES: Final = 5 * 1024**2


def read_calendar(path: Path) -> tuple[Days, tuple[Problem, ...]]:
    """The days of a calendar file, each with "ordinary", "annual" or "special", and what could not be read in it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return [], (Problem(str(path), f"cannot be read: {error.strerror or error}", fatal=True),)
    if len(data) > MOST_BYTES:
        return [], (Problem(str(path), "is too large for a calendar (5 MiB at most)", fatal=True),)
    if b"BEGIN:VCALENDAR" in data[:2000].upper():
        return _from_ics(path, data)
    return _from_csv(path, decode(data, str(path))[0])


def _from_ics(path: Path, data: bytes) -> tuple[Days, tuple[Problem, ...]]:
    from icalendar import Calendar

    try:
        calendar = Calendar.from_ical(data)
    except (ValueError, IndexError, KeyError) as error:
        return [], (Problem(str(path), f"is no calendar that can be read ({error})", fatal=True),)
    days: Days = []
    problems = []
    for event in calendar.walk("VEVENT"):
        start = event.get("DTSTART")
        if str(event.get("STATUS", "")).upper() == "CANCELLED":
            continue
        if start is None or not isinstance(start.dt, datetime.date):
            problems.append(Problem(str(path), f"an event has no day: {event.get('SUMMARY', 'without a title')}"))
            continue
        date = start.dt.date() if isinstance(start.dt, datetime.datetime) else start.dt
        days.append((date, kind_in(str(event.get("SUMMARY", "")))))
    return _told(path, days, problems)


def _from_csv(path: Path, text: str) -> tuple[Days, tuple[Problem, ...]]:
    days: Days = []
    problems = []
    for number, row in enumerate(csv.reader(io.StringIO(text)), start=1):
        found = next((day for day in map(day_in, row) if day is not None), None)
        if found is not None:
            days.append((found, kind_in(" ".join(row))))
        elif number > 1 and any(cell.strip() for cell in row):
            problems.append(Problem(str(path), f"no day is understood in “{', '.join(row)[:60]}”", line=number))
    return _told(path, days, problems)


def _told(path: Path, days: Days, problems: list[Problem]) -> tuple[Days, tuple[Problem, ...]]:
    if not days and not problems:
        problems.append(Problem(str(path), "holds no days", fatal=True))
    return sorted(set(days)), tuple(problems)


def kind_in(words: str) -> str:
    """The kind of meeting that a title says."""
    return next((kind for kind, pattern in _KINDS if pattern.search(words)), "ordinary")


def day_in(cell: str) -> datetime.date | None:
    """The first day that a cell names, day first always; None for none, or for one that cannot be."""
    for year, month, day in _parts(cell):
        try:
            return datetime.date(year, month, day)
        except ValueError:
            return None
    return None


def _parts(cell: str) -> Iterator[tuple[int, int, int]]:
    if found := _YEAR_FIRST.search(cell):
        yield int(found[1]), int(found[2]), int(found[3])
    elif found := _DAY_FIRST.search(cell):
        year = int(found[3])
        yield year + 2000 if year < 100 else year, int(found[2]), int(found[1])
    elif found := _IN_WORDS.search(cell):
        month = found[2].lower()
        yield int(found[3]), _MONTHS.index(month) + 1 if month in _MONTHS else 0, int(found[1])
