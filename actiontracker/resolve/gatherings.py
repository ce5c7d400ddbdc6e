"""Whose meeting deadline words name, and when it is: only this body's own next meeting has a date in its minutes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from actiontracker.resolve.days import DAY, MONTHS, add_months, in_words
from actiontracker.resolve.frequencies import frequency_in, next_occurrence
from actiontracker.resolve.phrases import SINGLE_GATHERING, month_number
from actiontracker.resolve.worked import NO_MEETING, Known, Worked

if TYPE_CHECKING:
    import datetime

    from actiontracker.resolve.calendar import Calendar

_WORD: Final = re.compile(r"[a-z0-9]+")
_JOINING: Final = frozenset({"the", "and", "of", "for", "s"})
_ANY_MEETING: Final = _JOINING | {
    "meeting", "agenda", "next", "following", "forthcoming", "upcoming", "subsequent", "first", "this", "our", "same",
    "ordinary", "scheduled", "formal", "regular", "full", "main", "monthly", "available", "possible", "routine",
    "programmed", "planned", "timetabled", "normal", "future", "meetings", "agendas",
}  # fmt: skip  # a line a word would hide the rest of the file
"""Words that may stand before "meeting" without making it another one than the body's own."""
_ANY_ANNUAL: Final = frozenset({"annual", "general", "agm"})
"""Words that may stand in the name of the body's own annual meeting."""
_NEXT_ANNUAL_MONTHS: Final = 12
_NEXT_ANNUAL_LEEWAY: Final = 21 * DAY
"""Annual meetings are about a year apart; where the next known one is further off, one between is surely missing."""
_NO_ANNUAL: Final = "the date of the annual meeting is not known"
_GATHERING: Final = re.compile(SINGLE_GATHERING)


def next_meeting(match: re.Match[str], known: Known) -> Worked:
    """The body's next meeting as its minutes announce it, else as its calendar has it."""
    return _next(known) if _is_ours(match, known) else _not_ours(known)


def meeting_after_next(match: re.Match[str], known: Known) -> Worked:
    """The body's second meeting from now, by its calendar; none where minutes and calendar differ about the first."""
    if not _is_ours(match, known):
        return _not_ours(known)
    return _later(known, 2, "the meeting after next")


def future_meeting(match: re.Match[str], known: Known) -> Worked:
    """Which of its meetings the body takes "a future meeting" to be; none where it has no such rule."""
    if known.future_meeting is None or match["several"]:
        return Worked(None, "no time is named, so it may be asked about at each meeting")
    if not _is_ours(match, known):
        return _not_ours(known)
    return _later(known, known.future_meeting, f"meeting {known.future_meeting} from now, by the body’s own rule")


def annual_meeting(match: re.Match[str], known: Known) -> Worked:
    """The body's own next annual meeting, by its calendar; none where it is not in the month that is named."""
    if not _is_ours(match, known, _ANY_ANNUAL):
        return _not_ours(known)
    day = _next_annual(known)
    if day is None:
        return Worked(None, _NO_ANNUAL)
    if match["month"] and month_number(match["month"]) != day.month:
        return Worked(None, f"the annual meeting is on {in_words(day)}, which is another month")
    return Worked(day, f"the body’s calendar gives {in_words(day)} as its annual meeting")


def _next_annual(known: Known) -> datetime.date | None:
    """The next annual meeting, unless it is so far off that one between must be missing from the calendar."""
    if known.meeting is None:
        return None
    day = known.calendar.annual_after(known.meeting)
    latest = add_months(known.meeting, _NEXT_ANNUAL_MONTHS) + _NEXT_ANNUAL_LEEWAY
    return day if day is not None and day <= latest else None


def municipal_year(match: re.Match[str], known: Known) -> Worked:
    """The day before the body's annual meeting in May, which opens a municipal year (Local Government Act 1972)."""
    later = bool(match["which"])
    if later and not (match["end"] or match["before"]):
        return Worked(None, "a whole year is named, and not a day in it")
    day = _ends_year(known, later=later and not match["before"])
    if day is None:
        return Worked(None, _NO_ANNUAL)
    return Worked(day - DAY, f"the day before the annual meeting of {in_words(day)}")


def _ends_year(known: Known, *, later: bool) -> datetime.date | None:
    """The annual meeting that ends this municipal year or a `later` one; no municipal year ends outside May."""
    first = _next_annual(known)
    if first is None or first.month != 5:
        return None
    if not later:
        return first
    day = known.calendar.annual_after(first)
    return day if day is not None and (day.year, day.month) == (first.year + 1, 5) else None


def how_often(match: re.Match[str], known: Known) -> Worked:
    """The first time of something that comes round again, counted from the meeting; none for a vague frequency."""
    one = frequency_in(match.group())
    if one is None or known.meeting is None:
        return Worked(None, "it comes round again, so there is no one date", one.name if one else None)
    day = next_occurrence(one.name, known.meeting, known.meeting, _with_announced(known))
    if day is None:
        return Worked(None, "the date of the next meeting is not known", one.name)
    return Worked(day, f"{one.name}, the first time on {in_words(day)}", one.name)


def each_meeting(match: re.Match[str], known: Known) -> Worked:
    """The body's next meeting, as the first time of what is due at each; none where it may be another body's."""
    ours = match["name"] is None or _is_ours(match, known)
    return how_often(match, known) if ours else _not_ours(known)


def _with_announced(known: Known) -> Calendar:
    """The body's calendar with the meeting that these minutes announce."""
    announced = _announced(known).date
    if announced is None or announced in known.calendar.ordinary:
        return known.calendar
    return replace(known.calendar, ordinary=tuple(sorted((*known.calendar.ordinary, announced))))


def _next(known: Known) -> Worked:
    """The next meeting: the minutes' own word counts before the calendar's, and is told where the two differ."""
    announced, planned = _announced(known), _nth(known, 1, "the next meeting")
    if announced.date is None:
        return planned if planned.date is not None else announced
    if planned.date is not None and not _agree(announced.date, planned.date, known):
        return Worked(announced.date, f"{announced.reason}; the body’s calendar has {in_words(planned.date)}")
    return announced


def _agree(announced: datetime.date, planned: datetime.date, known: Known) -> bool:
    """Whether the calendar has the day that is announced: as the next ordinary meeting, or the annual one before it."""
    return announced == planned or (announced < planned and known.calendar.meets_on(announced))


def _later(known: Known, nth: int, what: str) -> Worked:
    """The `nth` meeting from now, counted on from the one that the minutes announce."""
    announced, planned = _announced(known).date, _nth(known, 1, "").date
    if nth == 1 or announced is None:
        return _nth(known, nth, what) if announced is None else _next(known)
    if planned is not None and not _agree(announced, planned, known):
        told = f"the minutes give {in_words(announced)} as the next meeting, the body’s calendar {in_words(planned)}"
        return Worked(None, f"{told}, so it is not certain which comes after it")
    return _nth(replace(known, meeting=announced), nth - 1, what)


def _nth(known: Known, nth: int, what: str) -> Worked:
    day = known.calendar.after(known.meeting, nth) if known.meeting is not None else None
    if day is None:
        return Worked(None, f"the date of {what} is not known")
    return Worked(day, f"the body’s calendar gives {in_words(day)}: {what}")


def months_meeting(match: re.Match[str], known: Known) -> Worked:
    """The body's next meeting when it lies in the month that is named, or in the one after the meeting's."""
    if not _is_ours(match, known):
        return _not_ours(known)
    wanted = _month(match, known)
    if wanted is None:
        return Worked(None, NO_MEETING)
    month, year = wanted
    planned = known.calendar.in_month(month, known.meeting, year) if known.meeting is not None else ()
    if len(planned) > 1:
        return Worked(None, f"there are {len(planned)} meetings in {MONTHS[month - 1]}")
    announced = _announced(known)
    if announced.date is not None and announced.date.month == month and year in (None, announced.date.year):
        return _next(replace(known, calendar=replace(known.calendar, ordinary=planned)))
    return _planned_in(planned, month, year or _nearest_year(month, known))


def _planned_in(planned: tuple[datetime.date, ...], month: int, year: int | None) -> Worked:
    """The one meeting of the month; none where the calendar's next such month is a year too late."""
    name = f"{MONTHS[month - 1]} meeting"
    if not planned or (year is not None and planned[0].year > year):
        return Worked(None, f"the date of the {name} is not known")
    return Worked(planned[0], f"the body’s calendar gives {in_words(planned[0])} as the {name}")


def _nearest_year(month: int, known: Known) -> int | None:
    """The year of the next such month; the meeting's own month is over with it, unless the body meets in it again."""
    if known.meeting is None:
        return None
    return known.meeting.year + (month <= known.meeting.month)


def _month(match: re.Match[str], known: Known) -> tuple[int, int | None] | None:
    """The month that is named and its year where there is one."""
    parts = match.groupdict()
    if parts["month"]:
        return month_number(parts["month"]), int(parts["year"]) if parts["year"] else None
    if known.meeting is None:
        return None
    following = add_months(known.meeting.replace(day=1), 1)
    return following.month, following.year


def _announced(known: Known) -> Worked:
    day = known.next_meeting
    if day is None:
        return Worked(None, "the date of the next meeting is not known")
    if known.meeting is not None and day <= known.meeting:
        return Worked(None, f"the next meeting is given as {in_words(day)}, which is not after this one")
    return Worked(day, f"the minutes give {in_words(day)} as the next meeting")


def _not_ours(known: Known) -> Worked:
    if known.body is None:
        return Worked(None, "these minutes do not name their body, so it may be another body’s meeting")
    return Worked(None, "it may not be this body’s own next meeting")


def _is_ours(match: re.Match[str], known: Known, besides: frozenset[str] = frozenset()) -> bool:
    """Whether nothing in the words, save those `besides`, says that it is another body's meeting or a special one."""
    parts = match.groupdict()
    if parts["others"]:
        return False
    whose = (parts.get("whose") or "").lower()
    if whose in ("its", "their"):
        if any(_names_a_gathering(party) and not _fits(party, known.body) for party in known.parties):
            return False
        whose = ""
    of_whom = parts["of"] or ""
    if re.match(r"(?:this|our)\b", of_whom, re.IGNORECASE):
        of_whom = ""
    return _fits(f"{whose} {parts['name']} {of_whom}", known.body, besides)


def _names_a_gathering(words: str) -> bool:
    return any(_GATHERING.fullmatch(word) for word in _tokens(words))


def _fits(words: str, body: str | None, besides: frozenset[str] = frozenset()) -> bool:
    """Whether each word is one of the body's own name, its initials, or says nothing of whose meeting it is."""
    return _tokens(words) - _ANY_MEETING - besides <= _own_words(body or "")


def _own_words(body: str) -> frozenset[str]:
    words = [word for word in _WORD.findall(body.lower()) if word not in _JOINING]
    return frozenset({*words, "".join(word[0] for word in words)})


def _tokens(words: str) -> frozenset[str]:
    return frozenset(_WORD.findall(words.lower()))
