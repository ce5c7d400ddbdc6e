"""Deadline words become a date only by a named rule; no rule, no date, and the reason is kept.

Each rule takes the words it is for, so that a later one cannot read part of them otherwise. Where the words then give
two different dates, or one time or another, there is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from actiontracker.resolve.calendar import NO_CALENDAR, Calendar, Nation
from actiontracker.resolve.days import in_words
from actiontracker.resolve.phrases import MONTH, SEASON, SINGLE_GATHERING, UNIT
from actiontracker.resolve.rules import FROM_WHEN, RULES
from actiontracker.resolve.worked import Known, Worked

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from actiontracker.resolve.rule import Rule

_FURTHEST_MONTHS: Final = 60
"""How far ahead of its meeting a deadline may lie; beyond it the words were surely misread."""
_LONGEST: Final = 300
"""How many characters of deadline words are looked at; no deadline is as long."""
_LAST_WORDS: Final = 60
"""How many characters after the deadline words may belong to them."""
_GOES_ON: Final = (
    (
        re.compile(rf"{SINGLE_GATHERING}$", re.IGNORECASE),
        re.compile(r" (?:of|with|between|but one|after next)\b[^.,;:()]*", re.IGNORECASE),
    ),
    (
        re.compile(rf"{UNIT}$", re.IGNORECASE),
        re.compile(
            r" (?:(?:of|after|following|since)|from (?:the )?(?:date|day|receipt|end|start|approval|completion)"
            r"|(?:before|prior to|ahead of|in advance of) (?:the|any|each|its|their|this))\b[^.,;:()]*",
            re.IGNORECASE,
        ),
    ),
)
"""How deadline words end, and what may follow that says whose meeting it is, or what the time is counted from."""
_WHICH_YEAR: Final = re.compile(rf"({MONTH}|{SEASON})(?: of|,)? (this|next) year\b(?!')", re.IGNORECASE)
_TAKEN: Final = "\0"
"""Stands for a character that a rule has taken; no later pattern matches it as a word or a space."""
_ALIKE: Final = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "\N{NON-BREAKING HYPHEN}": "-", _TAKEN: " "})


@dataclass(frozen=True, slots=True)
class BodyRules:
    """What is known of a body beside the minutes at hand: when it meets, where it is, its own rules."""

    calendar: Calendar = NO_CALENDAR
    nation: Nation | None = None
    future_meeting: int | None = None
    """Which meeting after the one at hand it takes "a future meeting" to be."""


NO_RULES: Final = BodyRules()


@dataclass(frozen=True, slots=True)
class Due:
    """A date worked out from words, or none and why; `rule` names the rule that decided, None where none fits."""

    date: datetime.date | None
    rule: str | None
    reason: str
    recurs: str | None = None
    """How often it comes round again, where it does; then `date` is the first time."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What one rule makes of the part of the words that it took, and where that stands."""

    start: int
    rule: Rule
    worked: Worked


def due_date(
    words: str | None,
    meeting: datetime.date | None,
    next_meeting: datetime.date | None = None,
    *,
    body: str | None = None,
    parties: Sequence[str] = (),
    follows: str = "",
    bodys: BodyRules = NO_RULES,
) -> Due:
    """The date that deadline `words` mean, counted from the `meeting` that said them; never a guess.

    `body` is whose meeting it was and `parties` who is to act or receive, so that another body's next meeting is not
    taken for this one's. `follows` is the text after the words: "of receipt" after "within 14 days" belongs to them.
    `bodys` is what is known of the body beside these minutes: its calendar, its nation, its own rules.
    """
    if not words or not words.strip():
        return Due(None, None, "no deadline was found in the words")
    text = _with_year(_whole(_plain(words)[:_LONGEST], f" {_plain(follows[:_LAST_WORDS])}"), meeting)
    found = _findings(
        text, Known(meeting, next_meeting, body, tuple(parties), bodys.calendar, bodys.nation, bodys.future_meeting)
    )
    return _plausible(_decided(found, text), meeting)


def _plain(words: str) -> str:
    return " ".join(words.translate(_ALIKE).split())


def _whole(words: str, follows: str) -> str:
    """The words with what belongs to them in the text that follows."""
    for ending, belonging in _GOES_ON:
        match = belonging.match(follows) if ending.search(words) else None
        if match is not None:
            return words + match.group()
    return words


def _with_year(text: str, meeting: datetime.date | None) -> str:
    """The words with the year's number for "June next year", which is no rule's own."""
    if meeting is None:
        return text
    return _WHICH_YEAR.sub(lambda match: f"{match[1]} {meeting.year + (match[2].lower() == 'next')}", text)


def _findings(text: str, known: Known) -> list[_Found]:
    """What the rules make of the text, in the order of its words."""
    found: list[_Found] = []
    for rule in RULES:
        for match in rule.pattern.finditer(text):
            found.append(_Found(match.start(), rule, _worked(rule, match, known)))
            text = text[: match.start()] + _TAKEN * len(match.group()) + text[match.end() :]
    return sorted(found, key=lambda each: each.start)


def _worked(rule: Rule, match: re.Match[str], known: Known) -> Worked:
    try:
        return rule.work(match, known)
    except (ValueError, OverflowError):  # the calendar has only the years 1 to 9999
        return Worked(None, "the calendar does not reach so far")


def _decided(found: list[_Found], text: str) -> Due:
    either = len(found) > 1 and re.search(r"\bor\b", text, re.IGNORECASE) is not None
    recurring = [each for each in found if each.worked.recurs]
    if len({each.worked.recurs for each in recurring}) > 1:
        return Due(None, None, "it comes round in more than one way")
    if recurring and not either:
        ends = re.search(r"\b(?:until|till)\b", text, re.IGNORECASE) is not None
        return _first_time(recurring[0], [each for each in found if not each.worked.recurs], ends=ends)
    return _one_date(found, either=either)


def _first_time(recurring: _Found, others: list[_Found], *, ends: bool) -> Due:
    """When a thing first comes round; none where the words name another time too, save a yearly thing's or its end."""
    worked, name = recurring.worked, recurring.rule.name
    if any(each.rule.name == FROM_WHEN for each in others):
        return Due(None, name, "it begins at another time than this meeting", worked.recurs)
    other = _one_date(others, either=False)
    if other.date is not None and not ends:
        if worked.recurs == "annually":
            return replace(other, recurs=worked.recurs)
        return Due(None, name, "it comes round again, and another time is named too", worked.recurs)
    if any(each.rule.final for each in others):
        return Due(None, name, other.reason, worked.recurs)
    return Due(worked.date, name, worked.reason, worked.recurs)


def _one_date(found: list[_Found], *, either: bool) -> Due:
    """The one date of what was found; `either` tells that the words name one time or another."""
    if not found:
        return Due(None, None, "no rule fits these words")
    final = next((each for each in found if each.rule.final and each.worked.date is None), None)
    if final is not None:
        return Due(None, final.rule.name, final.worked.reason)
    dated = _dated(found)
    dates = sorted({date for date, _ in dated})
    if len(dates) > 1:
        return Due(None, None, f"the words give more than one date: {' and '.join(in_words(date) for date in dates)}")
    if either:
        return Due(None, None, "more than one time is named")
    best = dated[0][1] if dated else found[0]
    return Due(best.worked.date, best.rule.name, best.worked.reason)


def _dated(found: list[_Found]) -> list[tuple[datetime.date, _Found]]:
    """Those with a date; a custom of the body only where there is no other."""
    dated = [(each.worked.date, each) for each in found if each.worked.date is not None]
    return [(date, each) for date, each in dated if not each.rule.last_resort] or dated


def _plausible(due: Due, meeting: datetime.date | None) -> Due:
    """The same, but no date before the meeting nor many years after it."""
    if due.date is None or meeting is None:
        return due
    if due.date < meeting:
        reason = f"that would be {in_words(due.date)}, before the meeting of {in_words(meeting)}"
        return replace(due, date=None, reason=reason)
    if due.date.year * 12 + due.date.month > meeting.year * 12 + meeting.month + _FURTHEST_MONTHS:
        reason = f"that would be {in_words(due.date)}, more than five years after the meeting"
        return replace(due, date=None, reason=reason)
    return due
