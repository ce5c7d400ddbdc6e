"""What binding words stand before a clause: "RESOLVED –" in its own paragraph, or the lead-in that a list hangs on."""

from __future__ import annotations

import re
from typing import Final

from actiontracker.extract.facts import Lead
from actiontracker.records import Section

_AFTER: Final = r"(?:\s*[-–—:,]+)*(?:\s*(?:by|with) [^:;.,]{0,60}(?=[:,]))?(?:\s*[-–—:,]+)*\s*"

HEADS: Final[tuple[tuple[Lead, str, str, str], ...]] = (
    (
        Lead.RESOLVED,
        rf"(?:(?i:(?:^|[.;]\s+)(?:it was |it is )?(?:unanimously )?resolved\b(?! to\b))|\bRESOLVED\b(?! to\b)|(?i:^resolution\b(?=\s*[:–-]))){_AFTER}",
        "RESOLVED – That a letter be sent.",
        "The dispute was resolved last week.",
    ),
    (
        Lead.RESOLVED,
        r"^(?=[Tt]hat (?!is\b|was\b|were\b|will\b|would\b|this\b|said\b|being\b|has\b|had\b|should\b))",
        "That a letter be sent.",
        "That is a long letter.",
    ),
    (
        Lead.RECOMMENDED,
        rf"(?:(?i:^(?:it was )?recommended\b(?=\s*[:–-]| that))|\bRECOMMENDED\b|\bRECOMMENDS?\b|(?i:^recommendations?\b(?=\s*[:–-]))){_AFTER}",
        "RECOMMENDED: That Cabinet review the fee.",
        "He gave his recommendation last week.",
    ),
    (
        Lead.AGREED,
        rf"(?:(?i:^(?:it was )?agreed\b(?=\s*[:–-]+))|\bAGREED\b(?! to\b)|(?i:^decisions?\b(?=\s*[:–-]))|\bCONCLUDED\b){_AFTER}",
        "AGREED – that the list be sent to members.",
        "Members agreed that the list was long.",
    ),
    (
        Lead.ACTION,
        rf"(?:(?i:^\W*actions?(?: points?)?(?: \d+)?\s*[:–-])|\bACTIONS?\s*[:–-]|\bActions? ?:){_AFTER}",
        "ACTION: Clerk to chase.",
        "No action was needed.",
    ),
)
"""Lead, pattern of the head in a paragraph, a line it must match, and one it must not."""

_HEADS: Final = tuple((lead, re.compile(pattern)) for lead, pattern, _, _ in HEADS)

LEAD_INS: Final[tuple[tuple[Lead, str, str, str], ...]] = (
    (Lead.RECOMMENDED, r"\brecommend(?:s|ed|ation|ations)?\b", "The Panel recommended that:", "The Panel heard that:"),
    (Lead.RESOLVED, r"\bresol(?:ved?|ution)\b", "It was RESOLVED:", "It was heard:"),
    (
        Lead.SAID,
        r"\b(?:respon\w+|advis\w+|report\w+|explain\w+|inform\w+|said|noted|comment\w+|question\w+|discuss\w+|raised|points|heard|highlight\w+|updates?|considered the)\b[^:]*:?-?$",
        "In response to questions, members were advised that:",
        "The Committee agreed that:",
    ),
    (
        Lead.ASKED,
        r"\b(?:request(?:s|ed)?|ask(?:s|ed)?|instruct(?:s|ed)?|invit(?:es|ed))\b",
        "Members requested:",
        "Members heard:",
    ),
    (
        Lead.AGREED,
        r"\b(?:agre(?:ed?|es)|decided?|decisions?|approved|undertook)\b",
        "The Committee considered and agreed:",
        "The Committee considered:",
    ),
    (Lead.ACTION, r"\bactions?\b", "Actions:", "The following points:"),
)
"""Lead, pattern of a list's lead-in, a line it must match, and one it must not; the first that fits decides."""

_LEAD_INS: Final = tuple((lead, re.compile(pattern, re.IGNORECASE)) for lead, pattern, _, _ in LEAD_INS)


def heads(text: str) -> list[tuple[int, Lead]]:
    """Where, in a passage's text, words under a head begin (0-based), and what head it is; in order."""
    found = [(match.end(), lead) for lead, pattern in _HEADS for match in pattern.finditer(text)]
    return sorted(found)


_GOES_ON: Final = re.compile(r"(?:and |also |further )*(?:that|to|\(?[a-z0-9ivx]{1,3}[).])\s", re.IGNORECASE)


def lead_of_sentence(text: str, start: int, end: int, before: int, found: list[tuple[int, Lead]], lead: Lead) -> Lead:
    """The lead that governs the sentence `text[start:end]`; `lead` is that of the sentence before, which began at `before`.

    A head governs the sentence right after it, and those after that which go on with "that", "to" or a clause's letter.
    """
    new = [head for place, head in found if before < place <= start + 1 or (start == 0 and place <= 1)]
    if new:
        return new[-1]
    return lead if _GOES_ON.match(text[start:end]) else Lead.NONE


def lead_of_lead_in(text: str) -> Lead:
    """What a lead-in ("RESOLVED that:", "In response it was said:") does with the list under it."""
    for lead, pattern in _LEAD_INS:
        if pattern.search(text[-160:]):
            return lead
    return Lead.NONE


def lead_of_section(section: Section) -> Lead:
    """What a labelled section does with naked clauses in it."""
    return Lead.RESOLVED if section in (Section.RESOLUTION, Section.DECISION) else Lead.NONE
