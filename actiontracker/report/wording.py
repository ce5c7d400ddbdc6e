"""The words that every list uses for days, lateness, owners and states; never colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actiontracker.records import RUNNING, Review, Status

if TYPE_CHECKING:
    import datetime

    from actiontracker.records import Meeting, TrackedAction

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip  # one line a half-year reads better than one a month

NOBODY: Final = "nobody named"
NO_DATE: Final = "no date"


def long_day(day: datetime.date) -> str:
    """`day` as minutes print it: "24 July 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: datetime.date) -> str:
    """`day` in at most eleven characters: "24 Jul 2026"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """`number` with its noun: "1 action", "1,200 actions", "no actions"."""
    noun = one if number == 1 else many or f"{one}s"
    return f"{number:,} {noun}" if number else f"no {noun}"


def lateness(action: TrackedAction, today: datetime.date) -> str:
    """How `action` stands against its current due date on `today`: "12 days late", "due in 3 days", "no date"."""
    if not action.is_running():
        return " ".join(state(action)).rstrip()
    if action.due is None:
        return NO_DATE
    days = (action.due - today).days
    if days < 0:
        return f"{counted(-days, 'day')} late"
    return {0: "due today", 1: "due tomorrow"}.get(days, f"due in {counted(days, 'day')}")


def state(action: TrackedAction) -> tuple[str, str]:
    """Where `action` stands as a person left it, and since when where that is known: ("closed", "2 Jul 2026").

    What was found stays "suggested" until somebody has confirmed it.
    """
    if action.review is Review.REJECTED:
        return "rejected", ""
    if action.review is Review.SUGGESTED and action.status is Status.OPEN:
        return "suggested", ""
    day = action.done_on if action.status is Status.PROPOSED else action.closed_on
    since = short_day(day) if day and action.status not in RUNNING else ""
    usual = {Status.PROPOSED: "proposed"}.get(action.status, action.status.value)
    return action.status_word or usual, since


def owner(named: str | None, inferred: str | None) -> str:
    """Who is to act: the minutes' own words, else the likely owner marked as inferred, else "nobody named"."""
    if named:
        return named
    return f"{inferred} (inferred)" if inferred else NOBODY


def moved(action: TrackedAction) -> tuple[str, ...]:
    """How often the due date was moved and from when, or nothing: ("moved twice", "first 3 Jun 2026")."""
    if not action.times_moved:
        return ()
    times = {1: "once", 2: "twice"}.get(action.times_moved, f"{action.times_moved} times")
    return (f"moved {times}", f"first {short_day(action.first_due)}") if action.first_due else (f"moved {times}",)


def due(deadline: str | None, day: datetime.date | None) -> str:
    """The due date, else the minutes' own words in quotation marks, else nothing."""
    if day is not None:
        return short_day(day)
    return f"“{deadline}”" if deadline else ""


def origin(action: TrackedAction) -> tuple[str, ...]:
    """Whose meeting, and which day and item, `action` comes from: ("Scrutiny Committee", "3 Jun 2026, item 5")."""
    day = short_day(action.meeting_date) if action.meeting_date else "no meeting date"
    number = item(action.item_number, None)
    return (action.body or action.authority or "body not known", f"{day}, {number}" if number else day)


def item(number: str | None, title: str | None) -> str:
    """An agenda item by the body's own number, by its title where it has none: "item 5"."""
    if number:
        return f"item {number.rstrip('.')}"
    return f"“{title}”" if title else ""


def place(page: int | None, line: int) -> str:
    """Where in the document: "page 2, line 14"."""
    return f"page {page}, line {line}" if page is not None else f"line {line}"


def meeting(record: Meeting) -> str:
    """Whose meeting, in one line: "Highfield Council, Scrutiny Committee, 3 June 2026, draft minutes"."""
    parts = [
        record.authority or "",
        record.body or "",
        long_day(record.date) if record.date else "date not certain",
        f"{record.status.value} minutes" if record.status.value != "unknown" else "",
    ]
    return ", ".join(filter(None, parts))
