"""Words that name a section when they stand alone on a line or before a colon: "Decision:", "Present:", "RESOLVED"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from actiontracker.records import Section

_PEOPLE = (
    r"(?:members|councillors|councilors|cllrs|governors|trustees|directors|officers|others|those|persons?|officials"
    r"|staff|visitors|observers|guests|witnesses"
    r"|(?:board|committee|panel|forum|group|trust|authority|elected|voting|non[- ]voting) members"
    r"|(?:non[- ])?executive directors|co[- ]opted members|co[- ]optees|substitutes?)"
)
_ATTENDANCE = (
    rf"(?:{_PEOPLE} )?(?:also )?(?:present|in attendance|attending|attendance|attended|absent)"
    r"(?: (?:were|virtually|remotely|online|via teams|at the meeting|by invitation))?"
    r"|attendees|attendance(?: list| record| details)?|apologies(?: for (?:absence|non[- ]attendance))?"
    r"(?: (?:received|from|were received from))?|(?:apologies )?received from|not present|by invitation"
    rf"|in the chair|chair(?:man|person)?(?: of the meeting)?|membership|non[- ]members?|quorum|{_PEOPLE}"
)
_RESOLUTION = (
    r"resolved(?: unanimously)?(?:,? that)?|unanimously resolved|resolutions?|agreed(?: unanimously)?(?:,? that)?"
    r"|it was (?:unanimously |therefore |then )?(?:resolved|agreed|recommended)(?: unanimously)?(?:,? that)?"
    r"|recommended(?:,? that)?|recommendations?|decided(?:,? that)?|outcomes?"
    r"|the (?:[a-z&]+ ){1,6}(?<!were )(?<!was )(?<!been )(?:resolved|agreed|recommended)(?:,? (?:that|to))?"
)
_OLD_ACTIONS = (
    r"(?:rolling )?actions? ?(?:points? )?(?:log|tracker|tracking|sheet|register|list|schedule|monitoring)"
    r"(?: (?:update|report))?|(?:table of )?(?:outstanding|previous|open|rolling) actions?"
    r"(?: (?:log|list|points?|items?))?"
    r"|(?:review of |progress (?:on|against|of|with) |updates? on |follow[- ]?up (?:on |of )?)(?:the )?"
    r"(?:outstanding |previous |agreed )?actions?(?: (?:points|log|list|items))?"
    r"(?: (?:from|arising from|of) .{0,40}(?:meetings?|minutes))?"
    r"|actions? (?:points? )?(?:arising )?(?:from|of) (?:the )?(?:previous|last|past|earlier) (?:meetings?|minutes)"
    r"|actions? (?:points? )?(?:outstanding|completed|carried forward)(?: from .{3,40})?"
)
_MINUTES = (
    r"minutes?|discussion|summary of discussion|key (?:points|issues) (?:of|from) (?:the )?discussion"
    r"|reasons?(?: for (?:the )?(?:decisions?|recommendations?|urgency))?|options considered"
    r"|(?:details of )?(?:any )?(?:alternative|other) options? considered(?: and rejected)?(?: by .{3,40})?"
    r"|declarations? of interests? (?:made|declared)"
)
_DOCUMENTS = (
    r"(?:supporting|additional|related|accompanying|background|meeting) (?:documents?|papers?)|attachments?"
    r"|documents?|papers?|appendices|background papers?:? none"
)
_WORDS: dict[Section, str] = {
    Section.DECISION: r"(?:board |committee |panel |council )?decisions?(?: (?:made|taken|reached))?",
    Section.MINUTES: _MINUTES,
    Section.RESOLUTION: _RESOLUTION,
    Section.DOCUMENTS: _DOCUMENTS,
    Section.PURPOSE: r"(?:purpose|aim) ?(?:of (?:the |this )?(?:reports?|items?|paper))?|reason for report",
    Section.ATTENDANCE: _ATTENDANCE,
    Section.OLD_ACTIONS: _OLD_ACTIONS,
}
_END = r"\s*(?:[:;]\s*[-\u2013—]?|[-\u2013—.])?\s*"
_WHOLE = re.compile("|".join(f"(?P<{section.name}>{words}){_END}" for section, words in _WORDS.items()), re.IGNORECASE)
_INLINE = re.compile(
    r"(?P<decision>(?:Decisions?(?: made)?|DECISIONS?)\s*:)|(?P<purpose>(?:Purpose"
    r"|PURPOSE)(?: of (?:the )?[Rr]eport)?\s*:)"
    r"|(?P<minutes>(?:Reasons?|REASONS?)(?: (?:for|FOR) (?:the |THE )?(?:[Dd]ecisions?|DECISIONS?|[Rr]ecommendations?"
    r"|RECOMMENDATIONS?|[Uu]rgency))\s*:)"
    r"|(?P<documents>(?:Supporting|Additional|Accompanying|Background) (?:documents?|papers?|Papers?)\s*:)"
)
_ATTENDANCE_START = re.compile(
    rf"(?:{_ATTENDANCE})(?: \([^)]{{1,40}}\))?\s*(?:[:;]\s*[-\u2013—]?|[-\u2013—]\s|…+\.*|\.{(2,)})\s*(?=\S)",
    re.IGNORECASE,
)
_LONGEST_LIST = 2000
_APOLOGIES_FROM = re.compile(
    r"apolog\w+(?: for (?:absence|non[- ]attendance))?(?: (?:were|had been|have been|was))? (?:received|recorded"
    r"|given|noted|accepted|submitted|reported)"
    r" (?:from|on behalf of|by|for) ",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"(?=(?:Councillors|Cllrs\.?)\s[A-Z][^.:;]*,[^:;]*\sand\s)(?!.*\b(?:was|were|had|has|asked|said|agreed|proposed"
    r"|reported|declared|would|will|to)\b)"
)
_RESOLVED = re.compile(
    r"(?:it was |the (?:[\w&\u2019']+ ){1,6})?(?:unanimously |therefore |then |accordingly )*"
    r"(?:RESOLVED|AGREED|RECOMMENDED|DECIDED|CONCLUDED|Resolved|Agreed|Recommended|Decided)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(r"\b(?:RESOLVED|AGREED|RECOMMENDED|DECIDED|CONCLUDED)\b")
_SENTENCE_RESOLVED = re.compile(r"(?:Resolved|Recommended|Agreed)\b(?:\s*[:\u2013—-]|,? that\b|,? to\b|\s*$|,)")
_IT_WAS_RESOLVED = re.compile(
    r"it was (?:unanimously |therefore |then |further )*(?:resolved|recommended)\b", re.IGNORECASE
)


_FIELD = re.compile(
    r"(?:Decision (?:Maker|status|type|due|number)|Is Key decision\?|Is subject to call in\?|Report author"
    r"|Publication date|Date of (?:decision|publication)|Decided(?: at meeting)?"
    r"|Effective from|Wards? affected|Reason Key|Notice of (?:decision|proposed)|Lead (?:officer|member)"
    r"|Portfolio(?: holder)?|Contact(?: officer)?|Urgent item\?|Originating report)\s*:",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """A section's name at the start of a text."""

    section: Section
    end: int
    """Where the words after it begin; the text's length when it stands alone."""


def label_of(text: str) -> Label | None:
    """The section that `text` names, alone ("Minutes:") or before its words ("Decision: That ..."), or None."""
    if len(text) <= 100:
        match = _WHOLE.fullmatch(text)
        if match is not None:
            section = next(name for name in _WORDS if match[name.name] is not None)
            return Label(section, len(text))
    inline = _INLINE.match(text)
    if inline is None or inline.lastgroup is None:
        return None
    return Label(Section[inline.lastgroup.upper()], inline.end())


def attendance_start(text: str) -> int | None:
    """Where the names begin in "Present: Councillors A, B", or None when `text` opens no attendance list."""
    match = _ATTENDANCE_START.match(text) or _APOLOGIES_FROM.match(text) or _NAMES.match(text[:_LONGEST_LIST])
    return None if match is None else match.end()


def opens_resolution(text: str) -> bool:
    """Whether `text` begins with the words that open a resolution: "RESOLVED:", "It was resolved that", "Agreed:-"."""
    match = _RESOLVED.match(text)
    if match is None:
        return False
    if _FIRM.search(match.group()) or _IT_WAS_RESOLVED.match(text):
        return True
    return _SENTENCE_RESOLVED.match(text) is not None


def is_field(text: str) -> bool:
    """Whether `text` is one of the fields that a decision's page lists: "Publication date: 4 March"."""
    return _FIELD.match(text) is not None
