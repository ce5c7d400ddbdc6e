"""Whose meeting it is and whether its minutes are approved, from the title block alone."""

from __future__ import annotations

import re

from actiontracker.records import Item, Meeting, MeetingStatus, Passage, Section
from actiontracker.structure.meeting_date import meeting_date
from actiontracker.structure.next_meeting import next_meeting

_AUTHORITY = (
    r"(?:[A-Z][\w&’'.,-]*\s+(?:(?:and|of|&|the|on|upon|in|with|under|le|y|by|cum|next|for|de|la|-)\s+)*){1,9}?"
    r"(?:(?:Parish|Town|Community|Borough|City|County|District|County Borough|Metropolitan Borough|Unitary|London Borough)\s+Council|Council"
    r"|(?:Combined |Fire (?:and|&) Rescue |Fire |National Park |Police )?Authority|Health Board|(?:NHS )?(?:Foundation )?Trust|Housing Association"
    r"|Integrated Care Board|Clinical Commissioning Group|Assembly|Academy Trust|School|College|University|Group Limited)"
)
_BODY = (
    r"(?:Sub[- ]?Committee|Committee|Panel|Board|Cabinet|Commission|Forum|Executive|Working Group|Working Party|Task Group|Task and Finish Group"
    r"|Partnership|Assembly|Governing Body|Council of Governors|Full Council|Annual Council|Board of Directors|Steering Group|Council)"
)
_IS_AUTHORITY = re.compile(_AUTHORITY)
_ENDS_IN_BODY = re.compile(
    rf"(?:[A-Z0-9][\w&’',()/-]*\s+(?:(?:and|of|&|the|for|on|in|to|with|-|–)\s+)*){{0,12}}{_BODY}"
)
_BODY_OF = re.compile(rf"(?P<body>.+?{_BODY})\s+of\s+(?:the\s+)?(?P<authority>.+)")
_MEETING_LINE = re.compile(
    r"(?:Decided at meeting|Meeting): \d{1,2}/\d{1,2}/\d{4} - (?P<body>.+?)(?: \(Item [^)]*\))?$"
)
_BODY_AND_DAY = re.compile(r"(?P<body>[A-Z].{3,100}?)\s+[-–—]\s*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+\d")
_MINUTES_OF = re.compile(
    r"(?:(?:draft|unconfirmed|confirmed|approved|public|open|the|final)\s+)*(?:minutes?|notes?|record)\s*(?:of|for|from|:)\s+"
    r"(?:(?:the|a|an)\s+)?(?:(?:[\w-]+\s+){0,5}?(?:meetings?|proceedings)\s+(?:of|for)\s+(?:the\s+)?)?(?P<whose>.+?)"
    r"(?:[’']s)?\s*(?:,?\s*(?:meeting\b.*|held\b.*|which\b.*|on\s+(?:\d|mon|tue|wed|thu|fri|sat|sun).*|at\s+\d.*|,?\s*(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*|\d.*))?$",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?:draft )?minutes of .{5,140}?\b(?=held\b|on\b)", re.IGNORECASE)
_DRAFT = re.compile(
    r"\b(?:draft|unconfirmed|unapproved|subject to (?:approval|confirmation|ratification|agreement)|not yet (?:been )?(?:approved|confirmed)|to be (?:approved|confirmed|ratified) at)\b",
    re.IGNORECASE,
)
_APPROVED_FRONT = re.compile(
    r"\b(?:approved|confirmed|signed|final|ratified) (?:minutes|copy|version)\b|\bminutes \((?:approved|confirmed)\)|^(?:status: )?(?:approved|confirmed)$",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\b(?:signed|confirmed|approved|agreed)\b.{0,60}\b(?:true|correct|accurate)\b.{0,40}\brecord\b|\bminutes (?:were )?(?:approved|confirmed|signed|agreed) (?:by|on|at)\b|^(?:signed|approved) by\b",
    re.IGNORECASE,
)
_BEFORE_NAME = re.compile(
    r"^(?:(?:the|an?|draft|annual|extraordinary|virtual|ordinary|special|emergency|remote|minutes?|reports?|notes?|meetings?|agenda|of|on|to|for|from|20\d\d"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\b\s*[-–—:]?\s*)+",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    r"\s*(?:[-–—,:]\s*)?\b(?:(?:draft|annual|extraordinary|ordinary|special|virtual)\s+)*(?:meetings?|minutes?|agenda|notes)\b.*$",
    re.IGNORECASE,
)
_GENERIC = re.compile(r"(?:Parish|Town|Community|Borough|City|County|District|Full) Council|Council")
_TELLS = re.compile(r"\b(?:are|were|was|noted|the draft)\b", re.IGNORECASE)
_DOTTED = re.compile(r"[._…]{4,}")
_ACRONYMS = frozenset("NHS ICB CCG IJB PCC UK HSC ICP CIC SEND HR ICT IT LGPS PLC HWB NI AGM".split())
_SMALL = frozenset("a and at by for in of on or the to upon under with le cum".split())
_FRONT = 25


def read_meeting(
    passages: list[Passage], items: tuple[Item, ...], title: str | None, given: Meeting
) -> tuple[Meeting, tuple[str, ...]]:
    """The meeting with the fields of `given` before what the document says, and messages where it is not certain."""
    authority, body = names_of(passages, title)
    date = given.date
    messages: tuple[str, ...] = ()
    if date is None:
        found = meeting_date(passages, title)
        date, messages = found.date, found.messages
    status = given.status if given.status is not MeetingStatus.UNKNOWN else status_of(passages)
    upcoming = given.next_meeting or next_meeting(passages, [item.title for item in items], date)
    return Meeting(given.authority or authority, given.body or body, date, status, upcoming), messages


def names_of(passages: list[Passage], title: str | None) -> tuple[str | None, str | None]:
    """Authority and body as the title block or the page's heads name them; None where it does not."""
    front = [passage for passage in passages[:_FRONT] if passage.section is Section.FRONT and len(passage.text) <= 300]
    opening = [
        _OPENING.match(passage.text) for passage in passages[:6] if passage.item is None and len(passage.text) > 300
    ]
    heads = [passage for passage in passages if len(passage.text) < 200 and _MEETING_LINE.match(passage.text)]
    authority: str | None = None
    body: str | None = None
    lines = [passage.text for passage in (*heads, *front)] + [match.group() for match in opening if match is not None]
    for text in lines:
        found = _names_in(_plain_case(text))
        authority, body = authority or found[0], body or found[1]
    if title is not None and authority is None:
        authority = next(
            (part for part in re.split(r"\s+[-–—|:]\s+", title)[::-1] if _IS_AUTHORITY.fullmatch(part)), None
        )
    if authority is not None and body is None:
        kind = re.search(r"(?:Parish|Town|Community) Council$", authority)
        body = kind.group() if kind else None
    return authority, body


def status_of(passages: list[Passage]) -> MeetingStatus:
    """Draft or approved as the title block or the signature at the end says; words about earlier minutes do not count."""
    front = [passage.text for passage in passages[:_FRONT] if passage.item is None and len(passage.text) < 250]
    if any(_DRAFT.search(text) and not _TELLS.search(text) for text in front):
        return MeetingStatus.DRAFT
    end = [passage.text for passage in passages[-6:] if len(passage.text) < 250 and not _is_about_earlier(passage.text)]
    if any(_APPROVED_FRONT.search(text) for text in front) or any(
        _SIGNED.search(text) and not _DOTTED.search(text) for text in end
    ):
        return MeetingStatus.APPROVED
    return MeetingStatus.UNKNOWN


def _is_about_earlier(text: str) -> bool:
    return (
        re.search(r"\b(?:previous|last|held on|of the meeting|subject to|to be|will be)\b", text, re.IGNORECASE)
        is not None
    )


def _names_in(text: str) -> tuple[str | None, str | None]:
    for pattern in (_MEETING_LINE, _BODY_AND_DAY):
        match = pattern.match(text)
        if match is not None:
            return _divided(match["body"])
    match = _MINUTES_OF.match(text)
    if match is not None:
        return _divided(match["whose"])
    if len(text) > 90:
        return None, None
    parts = [_divided(part) for part in (text, *re.split(r"\s+[-–—|]\s+", text))]
    return next((part for part in parts if part != (None, None)), (None, None))


def _divided(words: str) -> tuple[str | None, str | None]:
    """Authority and body in "Anytown Borough Council Planning Committee" or "the Planning Committee of Anytown Council"."""
    words = _without_kind_of_meeting(words)
    of = _BODY_OF.fullmatch(words)
    if of is not None and _IS_AUTHORITY.fullmatch(of["authority"]):
        return of["authority"], of["body"]
    if _IS_AUTHORITY.fullmatch(words) is not None:
        return (None, words) if _GENERIC.fullmatch(words) else (words, None)
    first = _IS_AUTHORITY.match(words)
    rest = words[first.end() :].strip(" ,:;-\u2013\u2014") if first is not None else ""
    if first is not None and _ENDS_IN_BODY.fullmatch(rest):
        return first.group(), rest
    return None, words if _ENDS_IN_BODY.fullmatch(words) else None


def _without_kind_of_meeting(words: str) -> str:
    """The name without "the", "Annual", "Extraordinary", "meeting" and the like around it."""
    bare = _BEFORE_NAME.sub("", words.strip())
    bare = re.sub(
        r"\b(?:Annual|Extraordinary|Virtual|Ordinary|Special|Emergency)(?: General)? (?=(?:Parish|Town|Community) Council)",
        "",
        bare,
    )
    return _AFTER_NAME.sub("", bare).strip(" ,;:–—-")


def _plain_case(text: str) -> str:
    """Words in capitals throughout as they are written elsewhere: "AUDIT COMMITTEE" becomes "Audit Committee"."""
    if sum(char.isupper() for char in text) < 0.6 * sum(char.isalpha() for char in text):
        return text
    return " ".join(_plain_word(word) for word in text.split())


def _plain_word(word: str) -> str:
    bare = word.strip(".,;:()'’")
    if bare in _ACRONYMS or not bare.isupper():
        return word
    return word.lower() if bare.lower() in _SMALL else "-".join(part.capitalize() for part in word.split("-"))
