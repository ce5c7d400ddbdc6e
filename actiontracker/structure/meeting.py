"""The meeting that the minutes record: whose it was, when, whether they are approved, and when the next one is."""

from __future__ import annotations

import re

from actiontracker.records import Item, Meeting, MeetingStatus, Passage, Source
from actiontracker.structure.meeting_date import meeting_date
from actiontracker.structure.names import names_of
from actiontracker.structure.next_meeting import next_meeting

_DRAFT = re.compile(
    r"\b(?:draft|unconfirmed|unapproved|subject to (?:the )?(?:approval|confirmation|ratification|agreement)"
    r"|not yet (?:been )?(?:approved|confirmed)|to be (?:approved|confirmed|ratified) at)\b",
    re.IGNORECASE,
)
_APPROVED = re.compile(
    r"\b(?:approved|confirmed|signed|final|ratified) (?:minutes|copy|version)\b|\bminutes \((?:approved|confirmed)\)"
    r"|^(?:status: )?(?:approved|confirmed)$|^(?:approved|confirmed|ratified|adopted) (?:by|at|on)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\b(?:signed|confirmed|approved|agreed)\b.{0,60}\b(?:true|correct|accurate)\b.{0,40}\brecord\b"
    r"|\bminutes (?:were )?(?:approved|confirmed|signed|agreed) (?:by|on|at)\b|^(?:signed|approved) by\b",
    re.IGNORECASE,
)
_TELLS = re.compile(r"\b(?:are|were|was|noted|the draft)\b", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:previous|last|held on|of the meeting|subject to|to be|will be)\b", re.IGNORECASE)
_BLANKS = re.compile(r"[._\u2026]{4,}")
_TITLE_BLOCK, _LAST_LINES, _LONGEST = 25, 6, 250


def read_meeting(
    source: Source, passages: list[Passage], items: tuple[Item, ...], given: Meeting
) -> tuple[Meeting, tuple[str, ...]]:
    """The meeting with the fields of `given` before what the document says, and messages where it is not certain."""
    authority, body = names_of(source, passages)
    date = given.date
    messages: tuple[str, ...] = ()
    if date is None:
        found = meeting_date(passages, source.title)
        date, messages = found.date, found.messages
    status = given.status if given.status is not MeetingStatus.UNKNOWN else status_of(passages)
    upcoming = given.next_meeting or next_meeting(passages, [item.title for item in items], date)
    return Meeting(given.authority or authority, given.body or body, date, status, upcoming), messages


def status_of(passages: list[Passage]) -> MeetingStatus:
    """Draft or approved as the title block or the signature at the end says; earlier minutes do not count."""
    front = [each.text for each in passages[:_TITLE_BLOCK] if each.item is None and len(each.text) < _LONGEST]
    if any(_DRAFT.match(text) or (_DRAFT.search(text) and not _TELLS.search(text)) for text in front):
        return MeetingStatus.DRAFT
    end = [each.text for each in passages[-_LAST_LINES:] if len(each.text) < _LONGEST]
    signed = any(_SIGNED.search(text) and not (_EARLIER.search(text) or _BLANKS.search(text)) for text in end)
    if signed or any(_APPROVED.search(text) for text in front):
        return MeetingStatus.APPROVED
    return MeetingStatus.UNKNOWN
