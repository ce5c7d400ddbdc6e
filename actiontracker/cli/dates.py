"""Dates as people type them on the command line: year first, or day first; never month first."""

import datetime
import re
from typing import Final

import typer

from actiontracker.report.wording import MONTHS

ADVICE: Final = "Write 24/07/2026, 2026-07-24 or “24 July 2026”, with the year in full"

_YEAR_FIRST: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_IN_WORDS: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})", re.IGNORECASE)


def parse_day(text: str) -> datetime.date:
    """The day that `text` names: "2026-07-24", "24/07/2026", "24.7.2026", "24 July 2026", "24th Jul 2026".

    Raises:
        typer.BadParameter: it names no day, or no day of the calendar.
    """
    if isinstance(text, datetime.date):  # a default value passes through the parser too
        return text
    parts = _parts(" ".join(text.split()))
    if parts is None:
        raise typer.BadParameter(f"“{text}” is not understood as a date. {ADVICE}.")
    try:
        return datetime.date(*parts)
    except ValueError:
        raise typer.BadParameter(f"“{text}” is no day of the calendar (day first, then month). {ADVICE}.") from None


def _parts(text: str) -> tuple[int, int, int] | None:
    """Year, month, day; month 0 for a word that is no month."""
    if found := _YEAR_FIRST.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DAY_FIRST.fullmatch(text):
        return int(found[4]), int(found[3]), int(found[1])
    if found := _IN_WORDS.fullmatch(text):
        return int(found[3]), _month(found[2]), int(found[1])
    return None


def _month(word: str) -> int:
    """1 to 12 for a month's name or its first letters, three at least; 0 for any other word."""
    return next((number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word.lower())), 0)
