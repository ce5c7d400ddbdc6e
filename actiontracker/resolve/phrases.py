"""The words that deadlines are made of, as data: numbers, months, days and gatherings, and patterns built from them."""

from __future__ import annotations

from typing import Final

from actiontracker.resolve.days import MONTHS, WEEKDAYS

_ONES: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS: Final = {
    **{word: value for value, word in enumerate((*_ONES, *_TEENS), start=1)},
    **{word: 10 * value for value, word in enumerate(_TENS, start=2)},
    "a": 1,
    "an": 1,
    "": 1,
}
_MONTH_NUMBERS: Final = {name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)}
_WEEKDAY_NUMBERS: Final = {name[:3].lower(): number for number, name in enumerate(WEEKDAYS)}

SEASON_ENDS: Final = {"spring": 5, "summer": 8, "autumn": 11, "winter": 2}
"""The month with whose last day each season is taken to end, as trackers of public bodies do."""

NUMBER: Final = (
    rf"(?:\d{{1,3}}|(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES)}))?|{'|'.join((*_TEENS, *_ONES))}|an?)\b"
)
UNIT: Final = r"(?:(?:calendar )?(?:days?|months?)|hours?|weeks?|fortnights?|years?)\b(?:'s?)?(?: time)?"
_MONTH_NAME: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
MONTH: Final = rf"{_MONTH_NAME}\b\.?"
WEEKDAY: Final = rf"(?:{'|'.join(WEEKDAYS)})\b"
_SHORT_WEEKDAY: Final = rf"(?:{WEEKDAY}|mon|tues?|weds?|thur?s?|fri|sat|sun)\b\.?"
YEAR: Final = r"(?:19|20)\d\d(?![\d/-])"
SEASON: Final = rf"(?:{'|'.join(SEASON_ENDS)})\b"

_ORDINAL: Final = r"(?:st|nd|rd|th)?"
DATE: Final = (
    rf"(?:(?P<weekday>{_SHORT_WEEKDAY}),? )?(?:the )?(?<![\d/.])(?:"
    r"(?P<year0>\d{4})-(?P<month0>\d{2})-(?P<day0>\d{2})(?!\d)"
    r"|(?P<day1>\d{1,2})(?P<mark>[/.-])(?P<month1>\d{1,2})(?P=mark)(?P<year1>\d{4}|\d{2})(?![\d/])"
    rf"|(?P<day2>\d{{1,2}}){_ORDINAL} ?(?:of )?(?P<month2>{_MONTH_NAME})(?:\b\.?|(?=\d{{4}}))"
    r"(?:,? ?(?P<year2>\d{4}\b|'\d\d\b|\d\d(?=\s*(?:$|[,;)]))))?"
    rf"|(?P<month3>{MONTH}) (?:the )?(?P<day3>\d{{1,2}}){_ORDINAL}(?![\d:.]*\d|\w)(?:,? (?P<year3>\d{{4}})\b)?"
    r")"
)
"""A day of a month, day first: "2026-05-12", "12/05/26", "Tuesday 12th May 2026", "May 12th"; perhaps without year."""

SINGLE_GATHERING: Final = r"(?:meeting|committee|panel|board|forum|agenda|council|cabinet|executive|assembly|agm|group)"
_PREPOSITION: Final = (
    r"(?:to|of|for|in|on|at|by|with|from|before|after|until|and then|report|reports|update|paper|ahead|prior)\b"
)
_QUALIFIERS: Final = rf"(?:(?!{_PREPOSITION})[\w'&/-]+ ){{0,5}}?"
GATHERING: Final = rf"{_QUALIFIERS}{SINGLE_GATHERING}\b(?!')(?: (?:meeting|agenda)\b(?!'))?"
"""The name of a gathering as deadlines tell it: "ordinary meeting", "Audit and Governance Committee", "PC meeting"."""
GATHERINGS: Final = rf"{_QUALIFIERS}{SINGLE_GATHERING}s\b"
OF_WHOM: Final = (
    r"(?: of (?P<of>(?!which)[\w'&-]+"
    r"(?: (?!(?:on|in|at|to|for|and|or|by|which|that|held|when|with|from|after)\b)[\w'&-]+){0,6}))?"
    r"(?P<others> (?:with|between|but one|after next)\b)?"
)
WHOSE: Final = r"(?:(?P<whose>[\w-]+'s?|its|their) )?"

ENDS: Final = (
    r"(?! (?!(?:and|or|with|to|at|if|so|by|as|when|once|after|before|following|for|on|in|subject|unless)\b)[a-z])"
    r"(?! ?\d)(?!')"
)
"""Nothing that makes a month or a season part of a name follows, as in "the autumn newsletter"."""


def number(words: str) -> int:
    """The number that matched `NUMBER` or was left out: "28", "twenty-eight", "a", ""."""
    if words.isdigit():
        return int(words)
    return sum(_NUMBERS[part] for part in words.lower().replace("-", " ").split(" "))


def month_number(name: str) -> int:
    """1 to 12 for a month's name or short name."""
    return _MONTH_NUMBERS[name[:3].lower()]


def weekday_number(name: str) -> int:
    """0 for Monday to 6 for Sunday, for a weekday's name or short name."""
    return _WEEKDAY_NUMBERS[name[:3].lower()]
