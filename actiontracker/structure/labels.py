"""Words that name a section when they stand alone on a line or before a colon: "Decision:", "Present:", "RESOLVED –"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from actiontracker.records import Section

_WORDS: tuple[tuple[Section, str], ...] = (
    (Section.DECISION, r"(?:board |committee |panel |council )?decisions?(?: (?:made|taken|reached))?"),
    (
        Section.MINUTES,
        r"minutes?|discussion|summary of discussion|key (?:points|issues) (?:of|from) (?:the )?discussion"
        r"|reasons?(?: for (?:the )?(?:decisions?|recommendations?|urgency))?"
        r"|(?:details of )?(?:any )?(?:alternative|other) options? considered(?: and rejected)?(?: by .{3,40})?"
        r"|options considered|declarations? of interests? (?:made|declared)",
    ),
    (
        Section.RESOLUTION,
        r"resolved(?: unanimously)?(?:,? that)?|unanimously resolved|resolutions?|agreed(?: unanimously)?(?:,? that)?"
        r"|it was (?:unanimously |therefore |then )?(?:resolved|agreed|recommended)(?: unanimously)?(?:,? that)?"
        r"|recommended(?:,? that)?|recommendations?|the (?:[a-z&]+ ){1,6}(?<!were )(?<!was )(?<!been )(?:resolved|agreed|recommended)(?:,? (?:that|to))?"
        r"|decided(?:,? that)?|outcomes?",
    ),
    (
        Section.DOCUMENTS,
        r"(?:supporting|additional|related|accompanying|background|meeting) (?:documents?|papers?)|attachments?"
        r"|documents?|papers?|appendices|background papers?:? none",
    ),
    (Section.PURPOSE, r"(?:purpose|aim) ?(?:of (?:the |this )?(?:reports?|items?|paper))?|reason for report"),
    (
        Section.ATTENDANCE,
        r"(?:(?:members|councillors|councilors|cllrs|governors|trustees|directors|officers|others|those|persons?|board members"
        r"|committee members|officials|staff|visitors|observers|elected members|voting members|non[- ]voting members"
        r"|executive directors|non[- ]executive directors|co[- ]opted members|co[- ]optees|substitutes?) )?"
        r"(?:also )?(?:present|in attendance|attending|attendance|attended|absent)(?: (?:were|virtually|remotely|online|via teams"
        r"|at the meeting|by invitation))?|attendees|attendance(?: list| record| details)?|apologies(?: for (?:absence|non[- ]attendance))?"
        r"(?: (?:received|from|were received from))?|(?:apologies )?received from|in the chair|chair(?:man|person)?(?: of the meeting)?"
        r"|membership|members|councillors|officers|non[- ]members?|also attending|quorum|not present|by invitation"
        r"|(?:officers|officials|staff|others|guests|witnesses) (?:in attendance|present|attending)|substitutes?|observers?|guests?",
    ),
    (
        Section.OLD_ACTIONS,
        r"(?:rolling )?actions? ?(?:points? )?(?:log|tracker|tracking|sheet|register|list|schedule|monitoring)(?: (?:update|report))?"
        r"|(?:table of )?(?:outstanding|previous|open|rolling) actions?(?: (?:log|list|points?|items?))?"
        r"|(?:review of |progress (?:on|against|of|with) |updates? on |follow[- ]?up (?:on |of )?)(?:the )?"
        r"(?:outstanding |previous |agreed )?actions?(?: (?:points|log|list|items))?"
        r"(?: (?:from|arising from|of) .{0,40}(?:meetings?|minutes))?"
        r"|actions? (?:points? )?(?:arising )?(?:from|of) (?:the )?(?:previous|last|past|earlier) (?:meetings?|minutes)"
        r"|actions? (?:points? )?(?:outstanding|completed|carried forward)(?: from .{3,40})?",
    ),
)
_END = r"\s*(?:[:;]\s*[-–—]?|[-–—.])?\s*"
_WHOLE = re.compile(
    "|".join(f"(?P<s{number}>{words}){_END}" for number, (_, words) in enumerate(_WORDS)), re.IGNORECASE
)
_INLINE = re.compile(
    r"(?P<decision>(?:Decisions?(?: made)?|DECISIONS?)\s*:)|(?P<purpose>(?:Purpose|PURPOSE)(?: of (?:the )?[Rr]eport)?\s*:)"
    r"|(?P<minutes>(?:Reasons?|REASONS?)(?: (?:for|FOR) (?:the |THE )?(?:[Dd]ecisions?|DECISIONS?|[Rr]ecommendations?|RECOMMENDATIONS?|[Uu]rgency))\s*:)"
    r"|(?P<documents>(?:Supporting|Additional|Accompanying|Background) (?:documents?|papers?|Papers?)\s*:)"
)
_ATTENDANCE_START = re.compile(
    rf"(?:{_WORDS[5][1]})(?: \([^)]{{1,40}}\))?\s*(?:[:;]\s*[-–—]?|[-–—]\s|…+\.*|\.{(2,)})\s*(?=\S)", re.IGNORECASE
)
_APOLOGIES_FROM = re.compile(
    r"apolog\w+(?: for (?:absence|non[- ]attendance))?(?: (?:were|had been|have been|was))? (?:received|recorded|given|noted|accepted|submitted|reported)"
    r" (?:from|on behalf of|by|for) ",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"(?=(?:Councillors|Cllrs\.?)\s[A-Z][^.:;]*,[^:;]*\sand\s)(?!.*\b(?:was|were|had|has|asked|said|agreed|proposed|reported|declared|would|will|to)\b)"
)
_RESOLVED = re.compile(
    r"(?:it was |the (?:[\w&’']+ ){1,6})?(?:unanimously |therefore |then |accordingly )*"
    r"(?:RESOLVED|AGREED|RECOMMENDED|DECIDED|CONCLUDED|Resolved|Agreed|Recommended|Decided)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(r"\b(?:RESOLVED|AGREED|RECOMMENDED|DECIDED|CONCLUDED)\b")
_SENTENCE_RESOLVED = re.compile(r"(?:Resolved|Recommended|Agreed)\b(?:\s*[:–—-]|,? that\b|,? to\b|\s*$|,)")
_IT_WAS_RESOLVED = re.compile(
    r"it was (?:unanimously |therefore |then |further )*(?:resolved|recommended)\b", re.IGNORECASE
)


_FIELD = re.compile(
    r"(?:Decision (?:Maker|status|type|due|number)|Is Key decision\?|Is subject to call in\?|Report author|Publication date|Date of (?:decision|publication)|Decided(?: at meeting)?"
    r"|Effective from|Wards? affected|Reason Key|Notice of (?:decision|proposed)|Lead (?:officer|member)|Portfolio(?: holder)?|Contact(?: officer)?|Urgent item\?|Originating report)\s*:",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """A section's name at the start of a text."""

    section: Section
    end: int
    """Where the words after it begin; the text's length when it stands alone."""


def label_of(text: str) -> Label | None:
    """The section that `text` names, standing alone ("Minutes:") or before its words ("Decision: That ..."), or None."""
    if len(text) <= 100:
        match = _WHOLE.fullmatch(text)
        if match is not None:
            section = next(pair[0] for number, pair in enumerate(_WORDS) if match[f"s{number}"] is not None)
            return Label(section, len(text))
    inline = _INLINE.match(text)
    if inline is None or inline.lastgroup is None:
        return None
    return Label(Section[inline.lastgroup.upper()], inline.end())


def attendance_start(text: str) -> int | None:
    """Where the names begin in "Present: Councillors A, B" and "Councillors A (Chair), B", or None when `text` is no attendance list."""
    match = _ATTENDANCE_START.match(text) or _APOLOGIES_FROM.match(text) or _NAMES.match(text)
    return None if match is None else match.end()


def opens_resolution(text: str) -> bool:
    """Whether `text` begins with the words that open a resolution: "RESOLVED –", "It was resolved that", "Agreed:-"."""
    match = _RESOLVED.match(text)
    if match is None:
        return False
    if _FIRM.search(match.group()) or _IT_WAS_RESOLVED.match(text):
        return True
    return _SENTENCE_RESOLVED.match(text) is not None


def is_field(text: str) -> bool:
    """Whether `text` is one of the fields that a decision's page lists: "Publication date: 4 March"."""
    return _FIELD.match(text) is not None
