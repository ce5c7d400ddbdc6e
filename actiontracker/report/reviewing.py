"""What a clerk sees of one thing to decide: a found action, or words of later minutes about an open one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.report import wording
from actiontracker.report.details import Passage

if TYPE_CHECKING:
    from actiontracker.records import Span, TrackedAction
    from actiontracker.report.details import Fact
    from actiontracker.store.evidence import Evidence
    from actiontracker.store.reports import Report

SAID: Final = {
    "done": "is done",
    "progress": "is getting on",
    "deferred": "has to wait",
    "repeated": "was asked for again",
}
"""What later minutes may say of an action, in words."""

_AROUND: Final = 320
"""Most characters of the minutes shown before and after words of later minutes."""


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to decide: where it stands, its words in their passage, and what was made of them."""

    heading: str
    ref: str
    action: str
    passage: Passage
    facts: tuple[Fact, ...]
    question: str


def action_card(evidence: Evidence, left: int) -> Card:
    """A found action, with how many of its meeting are to be decided."""
    action, text = evidence.action, evidence.text
    return Card(
        heading=f"{_where(action)} · {left} to decide",
        ref=action.ref,
        action=action.action,
        passage=_passage(text, evidence.passage.joined(evidence.quote), evidence.quote),
        facts=_facts(action),
        question="Is this an action?",
    )


def report_card(report: Report, left: int) -> Card:
    """Words of later minutes, with the action that they seem to report on, and how many such are to be decided."""
    day = wording.short_day(report.meeting_date) if report.meeting_date else "no meeting date"
    span = report.span
    place = wording.place(report.page, report.line)
    return Card(
        heading=f"{report.body or 'body not known'}, {day} · {place} · {left} to decide",
        ref=report.ref,
        action=report.action,
        passage=_passage(report.text, _lines_around(report.text, span), span),
        facts=(("Seems to say", (f"that it {SAID[report.says]}",)), ("Sure", (f"{report.score:.0%}",))),
        question="Do these words report on this action?",
    )


def _lines_around(text: str, span: Span) -> Span:
    """The whole lines that hold the words, with the one before, no longer than is good to read."""
    first = text.rfind("\n", 0, max(0, text.rfind("\n", 0, span.start))) + 1
    last = text.find("\n", span.end)
    end = len(text) if last < 0 else last
    return type(span)(max(first, span.start - _AROUND), min(end, span.end + _AROUND))


def _where(action: TrackedAction) -> str:
    return ", ".join(wording.origin(action))


def _facts(action: TrackedAction) -> tuple[Fact, ...]:
    due = wording.long_day(action.due) if action.due else wording.NO_DATE
    words = f"“{action.deadline}”" if action.deadline else ""
    facts: tuple[Fact, ...] = (
        ("Owner", (wording.owner(action.owner, action.owner_inferred),)),
        ("For", (action.recipient or "",)),
        ("By when", (words,)),
        ("Due", (due, action.due_reason)),
        ("If", (f"“{action.condition}”" if action.condition else "",)),
        ("Kind", (action.kind.value,)),
        ("Sure", (f"{action.score:.0%}",)),
    )
    return tuple((label, tuple(filter(None, lines))) for label, lines in facts if any(lines))


def _passage(text: str, whole: Span, quote: Span) -> Passage:
    return Passage(text[whole.start : quote.start], quote.of(text), text[quote.end : whole.end])
