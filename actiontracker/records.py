"""The frozen records that the stages hand on; nothing here knows how any of them is made.

Every offset counts characters of `Source.text` from 0, the end exclusive; every page and line number counts from 1.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of `Source.text`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The exact words of this stretch of `text`."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """How many characters both cover; 0 when they are apart."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def joined(self, other: Span) -> Span:
        """The smallest stretch that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a stage could not do; the run went on. Printed as `file:page:line: message`."""

    path: str
    message: str
    page: int | None = None
    line: int | None = None
    fatal: bool = False
    """Whether the file gave nothing at all, so that the run counts it as failed."""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.page, self.line) if part is not None)
        return f"{place}: {self.message}"


# --- read ------------------------------------------------------------------------------------------------------------


class SourceKind(StrEnum):
    """What a file really is, whatever its ending says."""

    TEXT = "text"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    TABLE = "table"
    """An existing tracker's table, read as rows."""
    NOTE = "note"
    """What somebody typed who entered an action by hand."""


class LineKind(StrEnum):
    """What the layout of the file says about a line."""

    TEXT = "text"
    HEADING = "heading"
    LIST_ITEM = "list item"
    FURNITURE = "furniture"
    """Running heads and feet, page and line numbers, menus: kept in the text, never read as minutes."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table a line stands; rows and columns count from 0, a header row is row 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line (HTML, DOCX: one paragraph) of the text as read, without its line end; blank lines are kept."""

    span: Span
    number: int
    page: int | None = None
    kind: LineKind = LineKind.TEXT
    level: int = 0
    """Heading level or list depth from 1; 0 where the layout says nothing."""
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: the text that every later offset points into, and its lines in reading order."""

    path: str
    sha256: str
    kind: SourceKind
    pages: int | None
    text: str
    lines: tuple[Line, ...]
    title: str | None = None
    """The title the file itself declares (HTML `<title>`, DOCX and PDF properties)."""
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(line.span.start for line in self.lines))

    def line_at(self, offset: int) -> Line:
        """The line that holds the character at `offset`, or the last one before it."""
        return self.lines[max(0, bisect_right(self._starts, offset) - 1)]


# --- structure -------------------------------------------------------------------------------------------------------


class MeetingStatus(StrEnum):
    """Whether the body has approved these minutes; unknown where they do not say."""

    DRAFT = "draft"
    APPROVED = "approved"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Meeting:
    """Whose meeting the minutes record, and when; None where the document is not certain."""

    authority: str | None = None
    body: str | None = None
    date: datetime.date | None = None
    status: MeetingStatus = MeetingStatus.UNKNOWN
    next_meeting: datetime.date | None = None


class Role(StrEnum):
    """In what capacity somebody attended."""

    MEMBER = "member"
    OFFICER = "officer"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in the attendance list (never harvested from running text)."""

    name: str
    role: Role
    post: str | None = None
    initials: str | None = None
    present: bool = True


class Section(StrEnum):
    """The part of the document that a passage belongs to."""

    FRONT = "front"
    """Before the first item: title, venue, notices."""
    ATTENDANCE = "attendance"
    PURPOSE = "purpose"
    """The agenda's own words of what an item is for ("To receive the report")."""
    DECISION = "decision"
    MINUTES = "minutes"
    RESOLUTION = "resolution"
    DOCUMENTS = "documents"
    OLD_ACTIONS = "old actions"
    """An action log or matters arising: mostly older actions retold."""


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item under the body's own number; `presenter` is whoever introduced its report, as written."""

    number: str | None
    title: str
    span: Span
    presenter: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, bullet or clause with its layout smoothed away: `text[i]` stands at `origins[i]` in the source."""

    text: str
    origins: tuple[int, ...]
    section: Section
    item: int | None = None
    """Index into `Minutes.items`."""
    marker: str | None = None
    """The bullet or clause label before the words, as written: "•", "(a)", "2.3"; not part of `text`."""
    lead_in: int | None = None
    """Index into `Minutes.passages` of the words this clause or bullet hangs on ("RESOLVED that:")."""
    heading: bool = False

    @property
    def span(self) -> Span:
        """The stretch of the source that the passage covers."""
        return self.source_span(0, len(self.text))

    def source_span(self, start: int, end: int) -> Span:
        """Where `text[start:end]` stands in the source; `end` must be greater than `start`."""
        return Span(self.origins[start], self.origins[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class ActionTag:
    """An `ACTION: Clerk` line, `(Owner: X)`, or a cell of an action column, and what it is attached to."""

    span: Span
    owner: Span | None
    """The words that name the doer, when the tag names one."""
    covers: tuple[int, ...]
    """Indexes into `Minutes.passages`: what stands beside or before the tag."""
    text: Span | None = None
    """The tag's own statement of what is to be done, when it has one ("ACTION: Clerk to write to Highways")."""
    deadline: Span | None = None
    """The words of a "By when" cell in the same row."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """A document understood as minutes: whose, who was there, its items, and its passages in reading order."""

    source: Source
    meeting: Meeting
    people: tuple[Person, ...]
    items: tuple[Item, ...]
    passages: tuple[Passage, ...]
    tags: tuple[ActionTag, ...]


# --- extract and resolve ---------------------------------------------------------------------------------------------


class Kind(StrEnum):
    """By what kind of words somebody is bound."""

    UNDERTAKING = "undertaking"
    REQUEST = "request"
    RESOLUTION = "resolution"
    RECOMMENDATION = "recommendation"
    OFFER = "offer"


class Level(StrEnum):
    """Names for how sure to be before something counts as a commitment."""

    TRACKER = "tracker"
    """At least nine in ten of what is found were right."""
    BALANCED = "balanced"
    """As many found and as few false as go together."""
    REVIEW = "review"
    """As much as can be found, for somebody who looks through all of it."""


@dataclass(frozen=True, slots=True)
class Words:
    """Exact words of the source and where they stand."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Commitment:
    """A commitment as found in the minutes; `quote` is exactly `source.text[span.start:span.end]`."""

    span: Span
    quote: str
    kind: Kind
    action: str
    """What is to be done, as one imperative line."""
    owner: Words | None
    recipient: Words | None
    deadline: Words | None
    score: float
    """Between 0 and 1: how sure the extractor is."""
    cue: str
    """The name of the rule that decided."""
    passage: int
    """Index into `Minutes.passages`."""
    item: int | None
    section: Section
    page: int | None
    line: int
    told_again: tuple[Span, ...] = ()
    """The other places of the same obligation in the same document."""
    condition: Words | None = None
    """On what it depends, in the minutes' words: "if members wished"."""


@dataclass(frozen=True, slots=True)
class Action:
    """A commitment as an obligation to track: whose it probably is and when it falls due."""

    commitment: Commitment
    owner_inferred: str | None = None
    """The item's presenter, offered when the minutes name no doer; never certain."""
    due: datetime.date | None = None
    due_rule: str | None = None
    """The name of the rule that made `due` from the deadline's words."""
    due_reason: str = ""
    """Why there is no date, or how the rule came to this one, in words."""
    recurs: str | None = None
    """How often it comes round again; then `due` is the first time."""


# --- store and report ------------------------------------------------------------------------------------------------


class Status(StrEnum):
    """How far an action has got, as people said; whether it is late is worked out from its date."""

    OPEN = "open"
    IN_PROGRESS = "in progress"
    PAUSED = "paused"
    IN_PARTS = "in parts"
    """It was split, and waits until all its parts have ended."""
    PROPOSED = "proposed for closure"
    """Somebody says that it is done; the body has not agreed yet."""
    CLOSED = "closed"
    NOT_NEEDED = "no longer needed"
    MOVED = "moved"
    """To a work programme, or to another body's list."""
    MERGED = "merged"
    """Into another action that tells the same obligation."""


RUNNING = frozenset({Status.OPEN, Status.IN_PROGRESS})
"""Somebody has to act, and can be late."""
OUTSTANDING = RUNNING | {Status.PAUSED, Status.IN_PARTS, Status.PROPOSED}
"""Not ended yet."""


class Rag(StrEnum):
    """How a person judges an action's prospects; never worked out from dates."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"


class Response(StrEnum):
    """What the body that received a recommendation made of it; None while it has not answered."""

    ACCEPTED = "accepted"
    IN_PART = "accepted in part"
    IN_PRINCIPLE = "accepted in principle"
    REJECTED = "rejected"


class Review(StrEnum):
    """What a person said of a found commitment; suggested until somebody has looked at it."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class TrackedAction:
    """An action as the tracker holds it, with the evidence that it came from."""

    ref: str
    """Our own reference, given once and never changed: "A-0001"."""
    own_ref: str | None
    """The body's own reference or minute number, as written."""
    action: str
    kind: Kind
    owner: str | None
    owner_inferred: str | None
    recipient: str | None
    deadline: str | None
    due: datetime.date | None
    due_rule: str | None
    due_reason: str
    first_due: datetime.date | None
    times_moved: int
    status: Status
    review: Review
    score: float
    authority: str | None
    body: str | None
    meeting_date: datetime.date | None
    item_number: str | None
    item_title: str | None
    section: Section
    quote: str
    source_path: str
    page: int | None
    line: int
    start: int
    end: int
    done_on: datetime.date | None = None
    """The day on which it was done, as an officer says."""
    condition: str | None = None
    """On what the action depends, in the minutes' words: "if members wished"."""
    owner_known: str | None = None
    """The person of the roster whom the owner's words mean."""
    own_body: str | None = None
    """The body whose meeting it comes from, where another looks after it since: a renamed or merged one."""
    part_of: str | None = None
    """The reference of the action that this is a part of."""
    part: str | None = None
    """Its letter among the parts: "(a)"."""
    merged_into: str | None = None
    recurs: str | None = None
    """How often it comes round again; then `due` is its next occurrence."""
    rag: Rag | None = None
    closed_on: datetime.date | None = None
    closed_minute: str | None = None
    """The minute that agreed its closure, as written."""
    moved_to: str | None = None
    updated_on: datetime.date | None = None
    """The day of the latest word about its progress."""
    repeats: int = 0
    """How often later minutes asked for it again."""
    sent_on: datetime.date | None = None
    """The day on which a recommendation was sent to the body that is to answer."""
    response_due: datetime.date | None = None
    response_on: datetime.date | None = None
    response: Response | None = None
    status_word: str | None = None
    """The body's own word for the status, where it has one."""

    def is_outstanding(self) -> bool:
        """Whether it has not ended, and was not rejected as wrongly found."""
        return self.status in OUTSTANDING and self.review is not Review.REJECTED

    def is_running(self) -> bool:
        """Whether somebody still has to act: outstanding, and neither paused, in parts nor said to be done."""
        return self.status in RUNNING and self.review is not Review.REJECTED

    def is_overdue(self, today: datetime.date) -> bool:
        """Whether it runs and the due date has passed; an action due `today` is not late yet."""
        return self.is_running() and self.due is not None and self.due < today

    def days_late(self, today: datetime.date) -> int:
        """Days since the current due date; 0 when it is not overdue."""
        return (today - self.due).days if self.due is not None and self.is_overdue(today) else 0

    def days_late_against_first(self, today: datetime.date) -> int:
        """Days since the first due date it ever had, however often that was moved; 0 before it or when not running."""
        late = self.is_running() and self.first_due is not None and self.first_due < today
        return (today - self.first_due).days if late and self.first_due is not None else 0


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """Which actions a list shows; every field that is set must hold. Texts match without regard to case, in part."""

    body: str | None = None
    owner: str | None = None
    kind: Kind | None = None
    status: Status | None = None
    item: str | None = None
    meeting: datetime.date | None = None
    due_before: datetime.date | None = None
    due_after: datetime.date | None = None
    overdue_on: datetime.date | None = None
    """Outstanding, with a due date before this day."""
    text: str | None = None
    undated: bool = False
    unowned: bool = False
    """Nobody named; an inferred owner does not count as one."""
    outstanding: bool = False
    rejected: bool = False
    """Whether to show what a person rejected as wrongly found."""
    part_of: str | None = None
    """Only the parts of the action with this reference, as we write it."""
    review: Review | None = None
    met_before: datetime.date | None = None
    """Only from meetings before this day."""
