"""Deadline words: the phrases by which minutes say when a thing is to be done.

Full dates are seldom deadlines, so each form needs a preposition or a time word that makes it one.
"""

from __future__ import annotations

import re
from typing import Final

_MONTH: Final = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_NUMBER: Final = r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a few|a couple of|the next few|the next couple of|the coming|the next|the next two|the next three|the next \d+)"
_UNIT: Final = r"(?:working days?|clear days?|calendar days?|days?|weeks?|fortnight|months?|years?)"
_DAY: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DATE: Final = rf"(?:{_DAY},? )?(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? \d{{4}})?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}})"
_SEASON: Final = r"(?:spring|summer|autumn|winter|easter|christmas|new year|half[- ]term)"
_GATHERING: Final = (
    r"(?:meetings?|committees?|panels?|boards?|cabinets?|councils?|agendas?|sessions?|agm|forums?|workshops?)"
)
_WHICH: Final = rf"(?:next|following|future|forthcoming|subsequent|upcoming|later|annual|{_MONTH}(?: \d{{4}})?|first|scheduled|quarterly)"

FORMS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "meeting",
        rf"(?:(?:to|at|for|by|before|until|in time for|in|on|ahead of|prior to|onto) )(?:(?:the|a|an|its|their|our|each|every|any|one of the) )?(?:{_WHICH} )(?:[\w'’-]+,? ){{0,4}}?{_GATHERING}\b(?: (?:in|on|of|to be held (?:in|on)|scheduled for) (?:the )?(?:{_DATE}|{_MONTH}(?: \d{{4}})?|{_SEASON}))?",
        "report back to the next meeting",
    ),
    (
        "meeting on",
        rf"(?:to|at|for|by|before) (?:the|a|its|their) (?:[\w'’-]+ ){{0,3}}?(?:meeting|committee|panel|board|cabinet|council|forum)s? (?:in|on|of) (?:the )?(?:{_DATE}|{_MONTH}(?: \d{{4}})?)\b",
        "bring it to the committee meeting on 20 April",
    ),
    ("bare meeting", r"(?:the )?next (?:[\w'’-]+ ){0,2}?(?:meeting|agenda)\b", "agenda item next meeting"),
    ("each meeting", rf"(?:at|to|for) (?:each|every) (?:\w+ )?{_GATHERING}\b", "report to each meeting"),
    (
        "future reports",
        r"(?:(?:in|for|to|as part of|within) )(?:(?:the|a|all|any) )?(?:next|future|subsequent|forthcoming|following)(?: \w+)?(?: \w+)? (?:reports?|updates?|papers?|presentations?|briefings?|iterations?|editions?|newsletters?|budgets?|reviews?)\b",
        "include the figures in future reports",
    ),
    (
        "by date",
        rf"(?:by|before|on|until|no later than|not later than|from|for|w/c|during) (?:the )?(?:end of |beginning of |start of |middle of |mid[- ]|close of (?:play|business) (?:on )?)?(?:(?:early|late) )?(?:{_DATE}|{_DAY}|(?:next )?{_MONTH}(?:,? \d{{4}}(?:/\d{{2,4}})?)?)\b(?: at \d{{1,2}}[.:]?\d{{0,2}} ?(?:am|pm)?)?",
        "reply by 12 May 2026",
    ),
    (
        "in month",
        rf"in (?:the (?:spring|summer|autumn|winter|new year)(?: of \d{{4}}| \d{{4}})?|(?:(?:early|late|mid)[- ])?{_MONTH}(?:,? \d{{4}})?)\b",
        "return in the autumn",
    ),
    (
        "by season",
        rf"(?:by|before|after|over|during|until|for) (?:the )?(?:end of (?:the )?)?(?:early |late )?{_SEASON}(?: \d{{4}})?\b(?! (?:fair|fete|event|party|lights|tree|market|festival))",
        "finish before Christmas",
    ),
    (
        "day of the month",
        r"(?:by|before|on|until|from|for) the \d{1,2}(?:st|nd|rd|th)\b(?! (?:edition|floor|anniversary|century|birthday))",
        "names to the secretary by the 20th",
    ),
    (
        "named meeting",
        rf"the {_MONTH} (?:[\w'’-]+ ){{0,2}}?{_GATHERING}\b(?: of (?:the )?(?:full )?(?:council|cabinet|board|committee))?",
        "attend the December meeting of Council",
    ),
    (
        "moved to a month",
        rf"(?:(?<=forward )|(?<=back )|(?<=over )|(?<=deferred )|(?<=postponed )|(?<=moved ))(?:to|until|in|for) {_MONTH}\b(?: \d{{4}})?",
        "be brought forward to March",
    ),
    (
        "every month of a name",
        rf"(?:each|every) (?:{_MONTH}|{_SEASON})\b",
        "change the code each January",
    ),
    (
        "before an event",
        r"(?:before|prior to|in advance of|ahead of|in time for|in readiness for) (?:(?:the|its|their|his|her|any|each|this|next) )?(?:(?!and\b|or\b|to\b)[\w'’-]+ ){0,4}?(?:submission|consideration|publication|adoption|decision|vote|inspection|visit|hearing|elections?|audit|season|printing|launch|start|opening|closing|deadline|consultation|workshop|completion|approval|renewal|signing|year[- ]end|holidays?|recess|advent|review|tender|clocks go (?:back|forward))\b(?: (?:to|by|of) (?:the )?(?:council|cabinet|board|committee|executive|panel))?",
        "tell members prior to submission to Cabinet",
    ),
    (
        "end of period",
        r"(?:by|before|at|until|towards) the (?:end|start|beginning) of (?:the|this|next) (?:\w+ )?(?:week|month|quarter|year|term|calendar year|financial year|municipal year)\b",
        "by the end of the municipal year",
    ),
    (
        "new year",
        r"(?:in|during|for|early in|at the start of|until) the new (?:municipal|financial|academic|school|civic|calendar|council)? ?(?:year|term)\b",
        "share it in the new municipal year",
    ),
    (
        "within",
        rf"(?:within|in|over|after|for|every) (?:the )?(?:next |coming |first )?{_NUMBER}[’']? ?{_UNIT}[’']?(?:[’']s)?(?: time)?\b(?! of age| old| ago)",
        "reply within two weeks",
    ),
    (
        "next period",
        r"(?:(?:by|for|in|during|over|until|later|early) )?(?:the )?(?:next|this|following|coming) (?:week|month|quarter|year|term|autumn|spring|summer|winter|financial year|municipal year)\b",
        "next month",
    ),
    (
        "vague",
        r"in due course|next time(?! round)|forthwith|straight ?away|at once|by return|in good time|(?:at|over|by) the weekend|within the (?:week|month|fortnight|year)|as soon as (?:possible|practicable|practical|they (?:are|were|become|became) available|it (?:is|was|becomes|became) available|available)|asap|at (?:a|the) (?:later|future|earliest|appropriate) (?:date|stage|opportunity|time|point)|in the (?:near|coming|immediate) future|in (?:the )?(?:forthcoming|coming) (?:weeks|months|days)|in the (?:coming|next few) (?:weeks|months|days)|shortly|(?<!the )immediately(?! (?:preceding|after|before|adjacent|following))|urgently|going forward|at the earliest opportunity|when available|once available|when appropriate|in advance of the meeting|outside (?:of )?the meeting|after the meeting|following the meeting|before the meeting|prior to the meeting|today|tomorrow|tonight|at this point",
        "circulate it in due course",
    ),
    (
        "once it is so",
        r"(?:once|when|as soon as) (?:known|available|approved|agreed|received|published|complete|completed|finali[sz]ed|confirmed|ready|possible)\b",
        "once known dates will be published",
    ),
    (
        "with papers",
        r"with the (?:draft )?(?:minutes|agenda(?: papers)?|papers for (?:the )?[\w’']+|final report)\b(?! of the last)",
        "circulate it with the minutes",
    ),
    (
        "how often",
        r"(?:on an? )?(?:quarterly|annual|monthly|weekly|six[- ]monthly|bi-?annual|regular|half[- ]yearly) basis|\b(?:quarterly|annually|monthly|weekly|six[- ]monthly|half[- ]yearly|bi-?annually)\b(?! (?!to\b|by\b|in\b|on\b|at\b|for\b|and\b|with\b|from\b|so\b)\w)|(?:each|every) (?:quarter|month|year|week|fortnight|term|meeting|six months)\b",
        "report quarterly",
    ),
)
"""Name, pattern, and a line the pattern must match; tests keep each alive. Earlier forms win over later ones."""

_COMPILED: Final = tuple((name, re.compile(rf"\b(?:{pattern})", re.IGNORECASE)) for name, pattern, _ in FORMS)
_HINT: Final = re.compile(
    rf"\d|{_MONTH}|{_DAY}|{_SEASON}|meeting|committee|panel|board|cabinet|council|agenda|session|agm|forum|workshop|report|update|paper"
    r"|presentation|briefing|iteration|edition|newsletter|budget|review|day|week|fortnight|month"
    r"|quarter|year|term|course|possible|practicable|practical|available|asap|date|stage|opportunity|time|point|future|shortly"
    r"|once|minutes|known|approved|agreed|received|published|complete|confirmed|ready|before|prior|advance|ahead|readiness|return|forthwith|straight|once|weekend|year|immediately|urgently|forward|appropriate|tomorrow|tonight|annual|basis",
    re.IGNORECASE,
)
"""A word without which no form fits; most clauses have none."""
_MEETING_FORMS: Final = frozenset({"meeting", "bare meeting", "each meeting", "future reports", "meeting on"})
_EVENT: Final = re.compile(
    r"(?<!as to )(?<!clear )(?<!out )(?<!know )\b(?:once|when|as soon as|after|following|before|until|prior to|on completion of|upon|ahead of) (?!the meeting\b)[^,;.]{3,80}",
    re.IGNORECASE,
)


def find_deadline(text: str) -> tuple[int, int] | None:
    """Where the deadline's words stand in a clause's text (0-based, end exclusive), or None.

    The first of the forms that is there decides; where it is there more than once, its last place.
    """
    if _HINT.search(text) is None:
        return None
    for _, pattern in _COMPILED:
        places = [match.span() for match in pattern.finditer(text)]
        if places:
            return places[-1]
    return None


_DAYS: Final = re.compile(rf"\b{_DATE}(?: at \d{{1,2}}[.:]?\d{{0,2}} ?(?:am|pm)?)?", re.IGNORECASE)


def find_days(text: str) -> list[tuple[int, int]]:
    """Where each day of the calendar that `text` names stands (0-based, end exclusive)."""
    return [match.span() for match in _DAYS.finditer(text)]


def find_event(text: str) -> tuple[int, int] | None:
    """Where `text` first names an event to wait for: "once the survey is complete" (0-based, end exclusive), or None."""
    match = _EVENT.search(text)
    return match.span() if match is not None else None


def names_meeting(text: str) -> bool:
    """Whether words (a deadline's or a whole clause's) name a meeting or the next reports as a time."""
    return any(pattern.search(text) for name, pattern in _COMPILED if name in _MEETING_FORMS)
