"""Actions that get lost: without date or owner, silent or stale; aged in meetings of their body."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.records import ActionFilter
from actiontracker.report import columns, wording
from actiontracker.report.build import Column, Listing, Selection
from actiontracker.report.definitions import ACTION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from actiontracker.records import TrackedAction
    from actiontracker.report.build import Value

SILENT_FOR: Final = 2
"""Meetings of its body without a word about an action, from which it is silent."""
STALE_AFTER: Final = datetime.timedelta(days=183)
"""How long an action may be open before it is stale: six months."""

BodyName = tuple[str | None, str | None]
"""A body by the names of its authority and itself, as `TrackedAction` has them."""


@dataclass(frozen=True, slots=True)
class Aged:
    """An action, how many meetings its body has held since it was set, and since the latest word about it."""

    action: TrackedAction
    meetings: int | None
    """None where its meeting or the body's meetings are not known."""
    silent: int | None


def aged(
    actions: Iterable[TrackedAction], days: Mapping[BodyName, Sequence[datetime.date]], today: datetime.date
) -> tuple[Aged, ...]:
    """The actions with their ages on `today`; `days` are the days on which each body meets, in order."""
    return tuple(_aged(action, days.get((action.authority, action.body), ()), today) for action in actions)


def _aged(action: TrackedAction, days: Sequence[datetime.date], today: datetime.date) -> Aged:
    if action.meeting_date is None or not days:
        return Aged(action, None, None)
    heard = max(filter(None, (action.meeting_date, action.updated_on)))
    return Aged(action, _between(days, action.meeting_date, today), _between(days, heard, today))


def _between(days: Sequence[datetime.date], since: datetime.date, until: datetime.date) -> int:
    """How many of the days come after `since`, up to and with `until`."""
    return max(0, bisect_right(days, until) - bisect_right(days, since))


def _age(row: Aged, today: datetime.date) -> Value:
    met = row.action.meeting_date
    open_for = wording.counted((today - met).days, "day") if met else ""
    meetings = wording.counted(row.meetings, "meeting") if row.meetings is not None else ""
    return tuple(filter(None, (meetings, open_for)))


def _silence(row: Aged, _today: datetime.date) -> Value:
    heard = row.action.updated_on
    last = f"last {wording.short_day(heard)}" if heard else "never heard of"
    return (f"for {wording.counted(row.silent or 0, 'meeting')}", last)


def _of_action(column: Column[TrackedAction]) -> Column[Aged]:
    """A column of a list of actions, for a list of aged ones."""
    return Column(
        column.key,
        column.heading,
        lambda row, today: column.value(row.action, today),
        lambda row, today: column.tone(row.action, today),
        column.flexible,
        column.widest,
        column.needs,
    )


AGE: Final[Column[Aged]] = Column("age", "Open for", _age, widest=12)
SILENCE: Final[Column[Aged]] = Column("silence", "Silent", _silence, widest=18)
AGE_EXPORT: Final[tuple[Column[Aged], ...]] = (
    Column("meetings_open", "Meetings since", lambda row, _: row.meetings),
    Column("meetings_silent", "Meetings without a word", lambda row, _: row.silent),
)
EXPORT: Final = (*map(_of_action, columns.EXPORT), *AGE_EXPORT)


def _listing(about: str, shown: tuple[Column[Aged], ...], empty: str) -> Listing[Aged]:
    return Listing(noun=ACTION, about=about, columns=shown, export=EXPORT, empty=empty)


REF, WHAT, WHO = _of_action(columns.REF), _of_action(columns.ACTION), _of_action(columns.WHO)
DUE, STATE, ORIGIN = _of_action(columns.DUE_WORDS), _of_action(columns.STATE), _of_action(columns.ORIGIN)
LIKELY, WORDS, WHY = _of_action(columns.LIKELY), _of_action(columns.WORDS), _of_action(columns.WHY_UNDATED)

UNDATED: Final[Selection[Aged]] = Selection(
    _listing(
        "outstanding without a due date",
        (REF, WHAT, WHO, WORDS, WHY, AGE, ORIGIN),
        "Every outstanding action has a due date.",
    ),
    chosen=lambda _today: ActionFilter(undated=True, outstanding=True),
    sort="meeting",
)

UNOWNED: Final[Selection[Aged]] = Selection(
    _listing(
        "outstanding with nobody named",
        (REF, WHAT, LIKELY, DUE, AGE, ORIGIN),
        "Every outstanding action names who is to do it.",
    ),
    chosen=lambda _today: ActionFilter(unowned=True, outstanding=True),
    sort="due",
)

SILENT: Final[Selection[Aged]] = Selection(
    _listing(
        "outstanding that nobody has reported on",
        (REF, WHAT, WHO, DUE, SILENCE, ORIGIN),
        "Every outstanding action has been heard of lately.",
    ),
    chosen=lambda _today: ActionFilter(outstanding=True),
    sort="meeting",
)

STALE: Final[Selection[Aged]] = Selection(
    _listing(
        "open for six months on {day}",
        (REF, WHAT, WHO, DUE, AGE, STATE, ORIGIN),
        "Nothing has been open for six months.",
    ),
    chosen=lambda today: ActionFilter(outstanding=True, met_before=today - STALE_AFTER),
    sort="meeting",
)


def silent_for(rows: Iterable[Aged], meetings: int) -> tuple[Aged, ...]:
    """The actions that nobody has reported on for at least as many meetings of their body."""
    return tuple(row for row in rows if row.silent is not None and row.silent >= meetings)
