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
    from actiontracker.resolve.calendar import Calendar

_WORD: Final = re.compile(r"[a-z0-9]+")
_JOINING: Final = frozenset({"the", "and", "of", "for", "s"})
_ANY_MEETING: Final = _JOINING | {
    "meeting", "agenda", "next", "following", "forthcoming", "upcoming", "subsequent", "first", "this", "our", "same",
    "ordinary", "scheduled", "formal", "regular", "full", "main", "monthly", "available", "possible", "routine",
    "programmed", "planned", "timetabled", "normal",
}  # fmt: skip  # a line a word would hide the rest of the file
"""Words that may stand before "meeting" without making it another one than the body's own."""
_GATHERING: Final = re.compile(SINGLE_GATHERING)


def next_meeting(match: re.Match[str], known: Known) -> Worked:
    """The body's next meeting as its minutes announce it, else as its calendar has it."""
    return _next(known) if _is_ours(match, known) else _not_ours(known)


def meeting_after_next(match: re.Match[str], known: Known) -> Worked:
    """The body's second meeting from now, by its calendar."""
    if not _is_ours(match, known):
        return _not_ours(known)
    return _nth(known, 2, "the meeting after next")


def future_meeting(_: re.Match[str], known: Known) -> Worked:
    """Which meeting the body takes "a future meeting" to be; none where it has no such rule."""
    if known.future_meeting is None:
        return Worked(None, "no time is named, so it may be asked about at each meeting")
    return _nth(known, known.future_meeting, f"meeting {known.future_meeting} from now, by the body’s own rule")


def annual_meeting(_: re.Match[str], known: Known) -> Worked:
    """The body's next annual meeting, by its calendar."""
    day = known.calendar.annual_after(known.meeting) if known.meeting is not None else None
    if day is None:
        return Worked(None, "the date of the annual meeting is not known")
    return Worked(day, f"the body’s calendar gives {in_words(day)} as its annual meeting")


def municipal_year(match: re.Match[str], known: Known) -> Worked:
    """The day before the body's annual meeting, with which the municipal year begins (Local Government Act 1972)."""
    later = bool(match["which"])
    if later and not match["end"]:
        return Worked(None, "a whole year is named, and not a day in it")
    day = known.calendar.annual_after(known.meeting, 2 if later else 1) if known.meeting is not None else None
    if day is None:
        return Worked(None, "the date of the annual meeting is not known")
    return Worked(day - DAY, f"the day before the annual meeting of {in_words(day)}")


def how_often(match: re.Match[str], known: Known) -> Worked:
    """The first time of something that comes round again, counted from the meeting; none for a vague frequency."""
    one = frequency_in(match.group())
    if one is None or known.meeting is None:
        return Worked(None, "it comes round again, so there is no one date", one.name if one else None)
    day = next_occurrence(one.name, known.meeting, known.meeting, _with_announced(known))
    if day is None:
        return Worked(None, "the date of the next meeting is not known", one.name)
    return Worked(day, f"{one.name}, the first time on {in_words(day)}", one.name)


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
    if planned.date is not None and planned.date != announced.date:
        return Worked(announced.date, f"{announced.reason}; the body’s calendar has {in_words(planned.date)}")
    return announced


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
    if planned:
        return Worked(
            planned[0], f"the body’s calendar gives {in_words(planned[0])} as the {MONTHS[month - 1]} meeting"
        )
    worked = _announced(known)
    fits = worked.date is not None and worked.date.month == month and year in (None, worked.date.year)
    return worked if fits else Worked(None, f"the date of the {MONTHS[month - 1]} meeting is not known")


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


def _is_ours(match: re.Match[str], known: Known) -> bool:
    """Whether nothing in the words says that it is another body's meeting, or one of a special kind."""
    parts = match.groupdict()
    if parts["others"]:
        return False
    whose = (parts["whose"] or "").lower()
    if whose in ("its", "their"):
        if any(_names_a_gathering(party) and not _fits(party, known.body) for party in known.parties):
            return False
        whose = ""
    of_whom = parts["of"] or ""
    if re.match(r"(?:this|our)\b", of_whom, re.IGNORECASE):
        of_whom = ""
    return _fits(f"{whose} {parts['name']} {of_whom}", known.body)


def _names_a_gathering(words: str) -> bool:
    return any(_GATHERING.fullmatch(word) for word in _tokens(words))


def _fits(words: str, body: str | None) -> bool:
    """Whether each word is one of the body's own name, its initials, or says nothing of whose meeting it is."""
    return _tokens(words) - _ANY_MEETING <= _own_words(body or "")


def _own_words(body: str) -> frozenset[str]:
    words = [word for word in _WORD.findall(body.lower()) if word not in _JOINING]
    return frozenset({*words, "".join(word[0] for word in words)})


def _tokens(words: str) -> frozenset[str]:
    return frozenset(_WORD.findall(words.lower()))
