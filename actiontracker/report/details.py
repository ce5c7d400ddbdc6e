"""One action in full: everything the tracker knows of it, and its words in the passage they come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.records import Review
from actiontracker.report import wording
from actiontracker.report.columns import EXPORT

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from actiontracker.records import Span, TrackedAction
    from actiontracker.store.evidence import DueDate, Evidence, HistoryEntry, Place

Fact = tuple[str, tuple[str, ...]]
"""A label and its lines."""

DUE: Final = "Due"
"""The label of the fact that says how late an action is."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the minutes with what stands before and after them in the same paragraph."""

    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class Details:
    """One action as a page to read: label and lines, group by group."""

    ref: str
    action: str
    groups: tuple[tuple[str, tuple[Fact, ...]], ...]
    """Each with its title, empty for the first."""
    passage: Passage
    late: bool


def details(evidence: Evidence, today: datetime.date, zone: datetime.tzinfo) -> Details:
    """Everything about one action as at `today`, moments told in `zone`; what is not known is left out."""
    action = evidence.action
    groups = (
        ("", (*_what(action), *_when(action, today))),
        ("Where it comes from", _where(action)),
        ("Told elsewhere", _elsewhere(evidence)),
        ("Due dates set", _due_dates(evidence.due_dates, zone)),
        ("History", tuple(_entry(entry, zone) for entry in evidence.history)),
        ("How it was found", _how(evidence)),
    )
    return Details(
        ref=action.ref,
        action=action.action,
        groups=tuple((title, _known(facts)) for title, facts in groups if _known(facts)),
        passage=_passage(evidence.text, evidence.passage.joined(evidence.quote), evidence.quote),
        late=action.is_overdue(today),
    )


def _passage(text: str, passage: Span, quote: Span) -> Passage:
    return Passage(text[passage.start : quote.start], quote.of(text), text[quote.end : passage.end])


def _known(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple((label, tuple(filter(None, lines))) for label, lines in facts if any(lines))


def _what(action: TrackedAction) -> tuple[Fact, ...]:
    suggested = action.review is Review.SUGGESTED and action.is_outstanding()
    note = ": found in the minutes, not yet confirmed by a person" if suggested else ""
    return (
        ("Owner", (wording.owner(action.owner, action.owner_inferred),)),
        ("For", (action.recipient or "",)),
        ("Kind", (action.kind.value,)),
        ("Condition", (f"“{action.condition}”" if action.condition else "",)),
        ("Status", (" ".join(wording.state(action)).rstrip() + note,)),
        ("Own reference", (action.own_ref or "",)),
        ("Judged", (action.rag.value if action.rag else "",)),
        ("Who that is", (action.owner_known or "",)),
        ("Comes round", (action.recurs or "",)),
        ("Asked again", (wording.counted(action.repeats, "time") if action.repeats else "",)),
        ("Part of", (" ".join(filter(None, (action.part_of, action.part))),)),
        ("Goes on as", (action.merged_into or "",)),
        ("Went to", (action.moved_to or "",)),
        ("Closed by", (f"minute {action.closed_minute}" if action.closed_minute else "",)),
        ("Recommendation", _recommendation(action)),
    )


def _recommendation(action: TrackedAction) -> tuple[str, ...]:
    """How far a recommendation has got: sent, by when an answer is due, what the answer was."""
    if action.sent_on is None and action.response is None:
        return ()
    due = f"answer due {wording.long_day(action.response_due)}" if action.response_due else ""
    answer = f"{action.response}, {wording.long_day(action.response_on)}" if action.response_on else "unanswered"
    sent = f"sent {wording.long_day(action.sent_on)}" if action.sent_on else ""
    return tuple(filter(None, (sent, due, answer)))


def _when(action: TrackedAction, today: datetime.date) -> tuple[Fact, ...]:
    late = wording.lateness(action, today) if action.is_running() else ""
    due = ", ".join(filter(None, (wording.long_day(action.due) if action.due else "", late)))
    rule = f"by the rule “{action.due_rule}”" if action.due_rule else ""
    return (
        (DUE, (due, ", ".join(wording.moved(action)))),
        ("In the words", (f"“{action.deadline}”" if action.deadline else "",)),
        ("Worked out" if action.due else "Why no date", (": ".join(filter(None, (rule, action.due_reason))),)),
    )


def _where(action: TrackedAction) -> tuple[Fact, ...]:
    day = wording.long_day(action.meeting_date) if action.meeting_date else ""
    place = f"{wording.place(action.page, action.line)}, characters {action.start} to {action.end}"
    return (
        ("Authority", (action.authority or "",)),
        ("Body", (action.body or "", f"set by the {action.own_body}" if action.own_body else "")),
        ("Meeting", (day or "its date is not certain",)),
        ("Item", (" ".join(filter(None, (action.item_number, action.item_title))),)),
        ("Part", (action.section.value,)),
        ("File", (action.source_path, place)),
    )


def _elsewhere(evidence: Evidence) -> tuple[Fact, ...]:
    again = (("Again", _told(place, place.span.of(evidence.text))) for place in evidence.told_again)
    versions = (("Version", (w.source_path, *_told(w.place, w.quote))) for w in evidence.other_versions)
    return (*again, *versions)


def _told(place: Place, quote: str) -> tuple[str, str]:
    return wording.place(place.page, place.line), f"“{' '.join(quote.split())}”"


def _due_dates(entries: Sequence[DueDate], zone: datetime.tzinfo) -> tuple[Fact, ...]:
    """Every date the action has had; nothing while it has its first, which is told already."""
    return tuple(_due_date(entry, zone) for entry in entries) if len(entries) > 1 else ()


def _due_date(entry: DueDate, zone: datetime.tzinfo) -> Fact:
    due = wording.long_day(entry.due) if entry.due else wording.NO_DATE
    return _day(entry.at, zone), (f"{due}, set by {entry.who}" + (f": {entry.reason}" if entry.reason else ""),)


def _entry(entry: HistoryEntry, zone: datetime.tzinfo) -> Fact:
    told = f"{entry.what} by {entry.who}" + (f": {entry.why}" if entry.why else "")
    field = (entry.field or "").replace("_", " ")
    change = f"{field}: {entry.old or 'nothing'} → {entry.new or 'nothing'}" if field else ""
    return _day(entry.at, zone), (told, change)


def _how(evidence: Evidence) -> tuple[Fact, ...]:
    return (
        ("Rule", (evidence.cue,)),
        ("Sure", (f"{evidence.action.score:.0%}",)),
        ("Model", (evidence.model_version,)),
    )


def _day(at: datetime.datetime, zone: datetime.tzinfo) -> str:
    return wording.short_day(at.astimezone(zone).date())


# --- as data ---------------------------------------------------------------------------------------------------------


def as_data(evidence: Evidence, today: datetime.date) -> dict[str, object]:
    """The same as JSON data; offsets count characters of the text as read."""
    passage = evidence.passage
    return {
        **{column.key: column.value(evidence.action, today) for column in EXPORT},
        "passage": {"start": passage.start, "end": passage.end, "text": evidence.passage_text},
        "told_again": [{**_place(place), "quote": place.span.of(evidence.text)} for place in evidence.told_again],
        "other_versions": [
            {"source": words.source_path, **_place(words.place), "quote": words.quote}
            for words in evidence.other_versions
        ],
        "due_dates": [
            {"due": d.due, "rule": d.rule, "reason": d.reason, "who": d.who, "at": d.at, "decided": d.decided}
            for d in evidence.due_dates
        ],
        "history": [
            {
                "at": h.at,
                "who": h.who,
                "what": h.what,
                "field": h.field,
                "old": h.old,
                "new": h.new,
                "why": h.why,
                "decided": h.decided,
            }
            for h in evidence.history
        ],
        "cue": evidence.cue,
        "model_version": evidence.model_version,
    }


def _place(place: Place) -> dict[str, object]:
    return {"start": place.span.start, "end": place.span.end, "page": place.page, "line": place.line}
