"""Documents for the store's tests: minutes of invented panels, with every offset worked out from the text."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass

from actiontracker.records import (
    Action,
    Commitment,
    Item,
    Kind,
    Line,
    Meeting,
    MeetingStatus,
    Minutes,
    Passage,
    Person,
    Problem,
    Role,
    Section,
    Source,
    SourceKind,
    Span,
    TrackedAction,
    Words,
)
from actiontracker.store import Document, Revision, Tracker
from actiontracker.store.progress import close, propose

MAY = datetime.date(2026, 5, 14)
JUNE = datetime.date(2026, 6, 30)
JULY = datetime.date(2026, 7, 31)
NOON = datetime.datetime(2026, 5, 20, 12, 0, tzinfo=datetime.UTC)

PANEL = Meeting("Northmere Borough Council", "Parks Panel", MAY, MeetingStatus.DRAFT, datetime.date(2026, 6, 11))
NOWHERE = Meeting()


@dataclass(frozen=True)
class Told:
    """One action as the minutes tell it: "The Clerk would repair the gate by June."."""

    action: str = "repair the gate"
    owner: str | None = "The Clerk"
    recipient: str | None = None
    deadline: str | None = None
    due: datetime.date | None = None
    item: str | None = "7"
    title: str = "Play areas"
    kind: Kind = Kind.UNDERTAKING
    inferred: str | None = None
    twice: bool = False
    condition: str | None = None

    @property
    def sentence(self) -> str:
        parts = (
            self.owner or "It was agreed that officers",
            "would",
            self.action,
            self.recipient,
            self.deadline,
            self.condition,
        )
        return " ".join(part for part in parts if part)


class _Page:
    """The text as it grows, line by line."""

    def __init__(self) -> None:
        self.text = ""
        self.lines: list[Line] = []

    def add(self, words: str) -> Span:
        span = Span(len(self.text), len(self.text) + len(words))
        self.lines.append(Line(span, len(self.lines) + 1, page=1 + len(self.lines) // 40))
        self.text += words + "\n"
        return span


def document(
    *told: Told,
    meeting: Meeting = PANEL,
    path: str = "parks.txt",
    people: tuple[Person, ...] = (
        Person("Alun Teg", Role.MEMBER),
        Person("Bea Cole", Role.OFFICER, "Head of Parks", "BC"),
    ),
    problems: tuple[Problem, ...] = (),
    model: str = "minutes_syntax-1.0",
    revision: Revision | None = None,
    opening: str = "Parks Panel",
) -> Document:
    """A document that tells these actions, each a sentence of its own under its item."""
    page = _Page()
    page.add(f"{opening}, {meeting.status}")
    items: list[Item] = []
    passages: list[Passage] = []
    actions = tuple(_told(page, one, items, passages) for one in told)
    digest = hashlib.sha256(page.text.encode("utf-8", "surrogatepass")).hexdigest()
    source = Source(path, digest, SourceKind.TEXT, None, page.text, tuple(page.lines), title=opening)
    minutes = Minutes(source, meeting, people, tuple(items), tuple(passages), ())
    return Document(minutes, actions, problems, model, revision)


def numbered(number: int, actions: int = 5) -> Document:
    """The same document each time for the same number: a meeting of its own, with that many actions."""
    date = datetime.date(2020, 1, 1) + datetime.timedelta(days=number)
    meeting = Meeting("Northmere Borough Council", "Parks Panel", date, MeetingStatus.APPROVED)
    told = (
        Told(f"mend fence {number}.{place}", due=date + datetime.timedelta(days=30 + place), twice=place == 0)
        for place in range(actions)
    )
    return document(*told, meeting=meeting, path=f"minutes-{number}.txt", opening=f"Parks Panel {number}")


def _told(page: _Page, told: Told, items: list[Item], passages: list[Passage]) -> Action:
    if told.item is not None:
        items.append(Item(told.item, told.title, page.add(f"{told.item} {told.title}")))
    span = page.add(f"{told.sentence}.")
    passages.append(
        Passage(page.text[span.start : span.end], tuple(range(span.start, span.end)), Section.MINUTES, len(items) - 1)
    )
    again = (page.add(f"RESOLVED that {told.sentence}."),) if told.twice else ()
    quote = Span(span.start, span.end - 1)
    line = page.lines[-1 - len(again)]
    found = Commitment(
        span=quote,
        quote=told.sentence,
        kind=told.kind,
        action=told.action.capitalize(),
        owner=_words(page.text, told.owner, quote),
        recipient=_words(page.text, told.recipient, quote),
        deadline=_words(page.text, told.deadline, quote),
        score=0.75,
        cue="would-undertake",
        passage=len(passages) - 1,
        item=len(items) - 1 if told.item is not None else None,
        section=Section.MINUTES,
        page=line.page,
        line=line.number,
        told_again=again,
        condition=_words(page.text, told.condition, quote),
    )
    rule = "named-month" if told.due else None
    reason = "the last day of the month" if told.due else "no deadline was found in the words"
    return Action(found, told.inferred, told.due, rule, reason)


def _words(text: str, words: str | None, within: Span) -> Words | None:
    if words is None:
        return None
    start = text.index(words, within.start, within.end)
    return Words(words, Span(start, start + len(words)))


def mark_done(tracker: Tracker, ref: str, by: str, at: datetime.datetime, on: datetime.date, why: str) -> TrackedAction:
    """Say that an action is done, as a person's proposal to close it."""
    return tracker.decide(ref, by, at, lambda hand, action: propose(hand, action, on, why))


def mark_closed(tracker: Tracker, ref: str, on: datetime.date = JUNE, by: str = "ann") -> TrackedAction:
    """Record that the body agreed to close an action, in minute 1 of that day."""
    return tracker.decide(ref, by, NOON, lambda hand, action: close(hand, action, "1", on, ""))
