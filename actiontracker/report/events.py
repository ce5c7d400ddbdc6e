"""Outstanding actions with a date as events of a calendar."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actiontracker.report import wording

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from actiontracker.records import TrackedAction


@dataclass(frozen=True, slots=True)
class Event:
    """A day in a calendar, the whole of it."""

    uid: str
    """The same in every export, so that a calendar program changes its event and adds none."""
    day: datetime.date
    title: str
    lines: tuple[str, ...]
    version: int
    """How often the day was moved; a calendar program takes the event with the higher one."""


def events(actions: Iterable[TrackedAction]) -> tuple[Event, ...]:
    """One event for each outstanding action with a due date, in the order given."""
    return tuple(_event(one, one.due) for one in actions if one.due is not None and one.is_outstanding())


def _event(action: TrackedAction, day: datetime.date) -> Event:
    owner = wording.owner(action.owner, action.owner_inferred)
    file = re.split(r"[\\/]", action.source_path)[-1]  # a shared calendar needs no folder of somebody's machine
    lines = (
        f"Owner: {owner}",
        f"Status: {' '.join(wording.state(action)).rstrip()}",
        *(f"Date {words}" for words in wording.moved(action)[:1]),
        f"How the date came about: {action.due_reason}",
        f"From: {', '.join(wording.origin(action))}",
        f"In the minutes: “{action.quote}”",
        f"Source: {file}, {wording.place(action.page, action.line)}",
    )
    return Event(_uid(action), day, f"{action.ref} {action.action} ({owner})", lines, action.times_moved)


def _uid(action: TrackedAction) -> str:
    """Made of what never changes about an action, so that two trackers do not claim each other's events."""
    evidence = f"{action.ref}\n{action.meeting_date}\n{action.quote}"
    digest = hashlib.sha256(evidence.encode(errors="replace")).hexdigest()
    return f"{action.ref.lower()}-{digest[:16]}@actiontracker.invalid"
