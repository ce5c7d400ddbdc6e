"""The columns that lists of tracked actions are made of, each defined once.

A table's cells are words for a reader; an export's cells are the bare values (dates, numbers) for other programs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actiontracker.report import wording
from actiontracker.report.build import Column, Tone

if TYPE_CHECKING:
    import datetime

    from actiontracker.records import TrackedAction
    from actiontracker.report.build import Value


def _late(action: TrackedAction, today: datetime.date) -> Tone:
    return Tone.LATE if action.is_overdue(today) else Tone.PLAIN


def _nobody(action: TrackedAction, _today: datetime.date) -> Tone:
    return Tone.PLAIN if action.owner else Tone.QUIET


def _quiet(_action: TrackedAction, _today: datetime.date) -> Tone:
    return Tone.QUIET


def _due_words(action: TrackedAction, today: datetime.date) -> Value:
    late = wording.lateness(action, today) if action.is_running() else ""
    return tuple(filter(None, (wording.due(action.deadline, action.due), late, *wording.moved(action))))


def _state_words(action: TrackedAction, _today: datetime.date) -> Value:
    return tuple(filter(None, wording.state(action)))


# --- for readers -----------------------------------------------------------------------------------------------------

REF: Final[Column[TrackedAction]] = Column("ref", "Ref", lambda a, _: a.ref)
ACTION: Final[Column[TrackedAction]] = Column("action", "Action", lambda a, _: a.action, flexible=True)
WHO: Final[Column[TrackedAction]] = Column(
    "who", "Owner", lambda a, _: wording.owner(a.owner, a.owner_inferred), _nobody, widest=18
)
LIKELY: Final[Column[TrackedAction]] = Column(
    "owner_inferred", "Perhaps (inferred)", lambda a, _: a.owner_inferred, _quiet, widest=18
)
DUE_WORDS: Final[Column[TrackedAction]] = Column("due_words", "Due", _due_words, _late, widest=17)
STATE: Final[Column[TrackedAction]] = Column("state", "Status", _state_words, widest=11)
ORIGIN: Final[Column[TrackedAction]] = Column(
    "origin", "From", lambda a, _: wording.origin(a), _quiet, needs=100, widest=24
)
WORDS: Final[Column[TrackedAction]] = Column(
    "deadline", "By when", lambda a, _: wording.due(a.deadline, None), needs=100, widest=18
)
WHY_UNDATED: Final[Column[TrackedAction]] = Column(
    "due_reason", "Why no date", lambda a, _: a.due_reason, _quiet, widest=24
)

# --- for programs ----------------------------------------------------------------------------------------------------

EXPORT: Final[tuple[Column[TrackedAction], ...]] = (
    REF,
    Column("own_ref", "Own ref", lambda a, _: a.own_ref),
    ACTION,
    Column("kind", "Kind", lambda a, _: a.kind.value),
    Column("owner", "Owner", lambda a, _: a.owner),
    Column("owner_inferred", "Owner (inferred)", lambda a, _: a.owner_inferred),
    Column("recipient", "Recipient", lambda a, _: a.recipient),
    Column("deadline", "Deadline in the minutes' words", lambda a, _: a.deadline),
    Column("condition", "Condition in the minutes' words", lambda a, _: a.condition),
    Column("due", "Due", lambda a, _: a.due),
    Column("due_rule", "Due by rule", lambda a, _: a.due_rule),
    Column("due_reason", "How the date came about", lambda a, _: a.due_reason),
    Column("first_due", "First due", lambda a, _: a.first_due),
    Column("times_moved", "Times moved", lambda a, _: a.times_moved),
    Column("lateness", "Lateness", wording.lateness),
    Column("days_late", "Days late", lambda a, today: a.days_late(today)),
    Column("days_late_first", "Days late against the first date", lambda a, today: a.days_late_against_first(today)),
    Column("recurs", "Comes round", lambda a, _: a.recurs),
    Column("status", "Status", lambda a, _: a.status.value),
    Column("review", "Review", lambda a, _: a.review.value),
    Column("done_on", "Done on", lambda a, _: a.done_on),
    Column("closed_on", "Closed on", lambda a, _: a.closed_on),
    Column("closed_minute", "Closed by minute", lambda a, _: a.closed_minute),
    Column("moved_to", "Moved to", lambda a, _: a.moved_to),
    Column("rag", "RAG", lambda a, _: a.rag.value if a.rag else None),
    Column("updated_on", "Latest word", lambda a, _: a.updated_on),
    Column("repeats", "Asked again", lambda a, _: a.repeats),
    Column("part_of", "Part of", lambda a, _: a.part_of),
    Column("part", "Part", lambda a, _: a.part),
    Column("merged_into", "Merged into", lambda a, _: a.merged_into),
    Column("sent_on", "Sent on", lambda a, _: a.sent_on),
    Column("response_due", "Response due", lambda a, _: a.response_due),
    Column("response_on", "Response on", lambda a, _: a.response_on),
    Column("response", "Response", lambda a, _: a.response.value if a.response else None),
    Column("owner_known", "Owner in the roster", lambda a, _: a.owner_known),
    Column("own_body", "Body of the meeting", lambda a, _: a.own_body),
    Column("score", "Score", lambda a, _: a.score),
    Column("authority", "Authority", lambda a, _: a.authority),
    Column("body", "Body", lambda a, _: a.body),
    Column("meeting_date", "Meeting", lambda a, _: a.meeting_date),
    Column("item", "Item", lambda a, _: a.item_number),
    Column("item_title", "Item title", lambda a, _: a.item_title),
    Column("section", "Section", lambda a, _: a.section.value),
    Column("quote", "Words in the minutes", lambda a, _: a.quote),
    Column("source", "File", lambda a, _: a.source_path),
    Column("page", "Page", lambda a, _: a.page),
    Column("line", "Line", lambda a, _: a.line),
    Column("start", "Start", lambda a, _: a.start),
    Column("end", "End", lambda a, _: a.end),
)
