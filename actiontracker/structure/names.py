"""The authority and the body that met, as the title block or the page's heads name them."""

from __future__ import annotations

import re

from actiontracker.records import LineKind, Passage, Section, Source

_JOINING = r"and|of|&|the|on|upon|in|with|under|le|y|by|cum|next|for|de|la|to|-|\u2013"
_KIND_OF_COUNCIL = (
    r"(?:Parish|Town|Community|(?:County|Metropolitan|London) Borough|Borough|City|County|District|Unitary) Council"
)
_AUTHORITY = (
    rf"(?:[A-Z][\w&\u2019'.,-]*\s+(?:(?:{_JOINING})\s+)*){{1,9}}?"
    rf"(?:{_KIND_OF_COUNCIL}|Council|(?:Combined |Fire (?:and|&) Rescue |Fire |National Park |Police )?Authority"
    r"|Health Board|(?:NHS )?(?:Foundation )?Trust|Housing Association|Integrated Care Board"
    r"|Clinical Commissioning Group|Assembly|Academy Trust|School|College|University|Group Limited)"
)
_BODY = (
    r"(?:Sub[- ]?Committee|Committee|Panel|Board|Cabinet|Commission|Forum|Executive|Working Group|Working Party"
    r"|Task Group|Task and Finish Group|Partnership|Assembly|Governing Body|Council of Governors|Full Council"
    r"|Annual Council|Board of Directors|Steering Group|Council)"
)
_IS_AUTHORITY = re.compile(_AUTHORITY)
_IS_BODY = re.compile(rf"(?:[A-Z0-9][\w&\u2019',()/-]*\s+(?:(?:{_JOINING})\s+)*){{0,12}}{_BODY}")
_BODY_OF = re.compile(rf"(?P<body>.+?{_BODY})\s+of\s+(?:the\s+)?(?P<authority>.+)")
_GENERIC = re.compile(rf"{_KIND_OF_COUNCIL}|(?:Full )?Council")
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MEETING_LINE = re.compile(
    r"(?:Decided at meeting|Meeting): \d{1,2}/\d{1,2}/\d{4} - (?P<body>.+?)(?: \(Item [^)]*\))?$"
)
_BODY_AND_DAY = re.compile(rf"(?P<body>[A-Z].{{3,100}}?)\s+[-\u2013\u2014]\s*(?i:{_WEEKDAY}),?\s+\d")
_MINUTES_OF = re.compile(
    r"(?:(?:draft|unconfirmed|confirmed|approved|public|open|the|final)\s+)*(?:minutes?|notes?|record)"
    r"\s*(?:of|for|from|:)\s+(?:(?:the|an?)\s+)?"
    r"(?:(?:[\w-]+\s+){0,5}?(?:meetings?|proceedings)\s+(?:of|for)\s+(?:the\s+)?)?(?P<whose>.+?)(?:[\u2019']s)?\s*"
    rf"(?:,?\s*(?:meeting\b.*|held\b.*|which\b.*|on\s+(?:\d|{_WEEKDAY}).*|at\s+\d.*|{_WEEKDAY}\b.*|\d.*))?$",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?:draft )?minutes of .{5,140}?\b(?=held\b|on\b)", re.IGNORECASE)
_BEFORE_NAME = re.compile(
    r"^(?:(?:the|an?|draft|annual|extraordinary|virtual|ordinary|special|emergency|remote|minutes?|reports?|notes?"
    r"|meetings?|agenda|of|on|to|for|from|20\d\d|january|february|march|april|may|june|july|august|september|october"
    r"|november|december)\b\s*[-:\u2013\u2014]?\s*)+",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    r"\s*(?:[-,:\u2013\u2014]\s*)?\b(?:(?:draft|annual|extraordinary|ordinary|special|virtual)\s+)*"
    r"(?:meetings?|minutes?|agenda|notes)\b.*$",
    re.IGNORECASE,
)
_KIND_OF_MEETING = re.compile(
    r"\b(?:Annual|Extraordinary|Virtual|Ordinary|Special|Emergency)(?: General)? (?=(?:Parish|Town|Community) Council)"
)
_LOST_BLANK = re.compile(r"\b(Parish|Town|Borough|City|County|District)(?=Council)", re.IGNORECASE)
_PARTS = re.compile(r"\s+[-|:\u2013\u2014]\s+")
_ACRONYMS = frozenset(("NHS", "ICB", "CCG", "IJB", "PCC", "UK", "HSC", "ICP", "SEND", "HR", "ICT", "IT", "NI", "AGM"))
_SMALL = frozenset(("a", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "upon", "under", "with", "le"))
_TITLE_BLOCK = 25
_LONGEST_NAME = 90


def names_of(source: Source, passages: list[Passage]) -> tuple[str | None, str | None]:
    """Authority and body; None where neither the title block, nor the file's own title, nor running heads name them."""
    authority: str | None = None
    body: str | None = None
    for text in _lines(passages):
        found = _names_in(_plain_case(text))
        authority, body = authority or found[0], body or found[1]
    if authority is None:
        authority = next((name for part in _asides(source) if (name := _authority_of_aside(part)) is not None), None)
    if authority is not None and body is None:
        kind = re.search(r"(?:Parish|Town|Community) Council$", authority)
        body = kind.group() if kind else None
    return authority, body


def _lines(passages: list[Passage]) -> list[str]:
    """What names a meeting, the surest first: page heads, the title block, a title that runs on into the text."""
    heads = [each.text for each in passages if len(each.text) < 200 and _MEETING_LINE.match(each.text)]
    front = [each.text for each in passages[:_TITLE_BLOCK] if each.section is Section.FRONT and len(each.text) <= 300]
    long = [each.text for each in passages[:6] if each.item is None and len(each.text) > 300]
    opening = [match.group() for text in long if (match := _OPENING.match(text)) is not None]
    return [*heads, *front, *opening]


_DEPARTMENT_WORDS = 2


def _asides(source: Source) -> list[str]:
    """The parts of the file's own title, last first, and of its running heads and feet."""
    furniture = {line.span.of(source.text).strip() for line in source.lines if line.kind is LineKind.FURNITURE}
    texts = [source.title or "", *sorted(text for text in furniture if len(text) <= _LONGEST_NAME)]
    return [_plain_case(part) for text in texts for part in reversed(_PARTS.split(text))]


def _authority_of_aside(text: str) -> str | None:
    """The authority that a running head names, alone or before one of its departments ("Anytown Council Housing")."""
    match = _IS_AUTHORITY.match(text)
    if match is None or len(text[match.end() :].split()) > _DEPARTMENT_WORDS or _GENERIC.fullmatch(match.group()):
        return None
    return match.group()


def _names_in(text: str) -> tuple[str | None, str | None]:
    for pattern in (_MEETING_LINE, _BODY_AND_DAY):
        match = pattern.match(text)
        if match is not None:
            return _divided(match["body"])
    match = _MINUTES_OF.match(text)
    if match is not None:
        return _divided(match["whose"])
    if len(text) > _LONGEST_NAME:
        return None, None
    parts = [_divided(part) for part in (text, *_PARTS.split(text))]
    return next((part for part in parts if part != (None, None)), (None, None))


def _divided(text: str) -> tuple[str | None, str | None]:
    """Authority and body in "Anytown Borough Council Planning Committee" or "Planning Committee of Anytown Council"."""
    words = _without_kind_of_meeting(text)
    of = _BODY_OF.fullmatch(words)
    if of is not None and _IS_AUTHORITY.fullmatch(of["authority"]):
        return of["authority"], of["body"]
    if _IS_AUTHORITY.fullmatch(words) is not None:
        return (None, words) if _GENERIC.fullmatch(words) else (words, None)
    first = _IS_AUTHORITY.match(words)
    rest = words[first.end() :].strip(" ,:;-\u2013\u2014") if first is not None else ""
    if first is not None and _IS_BODY.fullmatch(rest):
        return first.group(), rest
    return None, words if _IS_BODY.fullmatch(words) else None


def _without_kind_of_meeting(words: str) -> str:
    """The name without "the", "Annual", "Extraordinary", "meeting" and the like around it."""
    bare = _KIND_OF_MEETING.sub("", _BEFORE_NAME.sub("", words.strip()))
    return _AFTER_NAME.sub("", bare).strip(" ,;:-\u2013\u2014")


def _plain_case(text: str) -> str:
    """Words in capitals throughout as they are written elsewhere: "AUDIT COMMITTEE" becomes "Audit Committee"."""
    text = _LOST_BLANK.sub(r"\1 ", text)
    if sum(char.isupper() for char in text) < 0.6 * sum(char.isalpha() for char in text):
        return text
    return " ".join(_plain_word(word) for word in text.split())


def _plain_word(word: str) -> str:
    bare = word.strip(".,;:()'\u2019")
    if bare in _ACRONYMS or not bare.isupper():
        return word
    return word.lower() if bare.lower() in _SMALL else "-".join(part.capitalize() for part in word.split("-"))
