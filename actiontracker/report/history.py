"""What people and the program did, step by step, as a list: when, who, to which action, what, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actiontracker.report import wording
from actiontracker.report.build import Column, Listing, Tone

if TYPE_CHECKING:
    import datetime

    from actiontracker.report.build import Value
    from actiontracker.store.evidence import Happening

_UNTOLD: Final = frozenset({"review", "updated_on"})
"""Fields that change along with others; a reader is told only where they change alone."""


def _changes(row: Happening, _today: datetime.date) -> Value:
    told = [change for change in row.changes if change[0] not in _UNTOLD] or list(row.changes)
    return tuple(f"{field.replace('_', ' ')}: {old or 'nothing'} → {new or 'nothing'}" for field, old, new in told)


def _undone(row: Happening, _today: datetime.date) -> Value:
    return f"{row.what} (taken back)" if row.undone else row.what


HISTORY: Final[Listing[Happening]] = Listing(
    noun=("entry", "entries"),
    about="of history",
    columns=(
        Column("at", "When", lambda row, _: (wording.short_day(row.at.date()), f"{row.at:%H:%M}")),
        Column("who", "Who", lambda row, _: row.who, widest=16),
        Column("ref", "Ref", lambda row, _: row.ref),
        Column("what", "What", _undone, lambda row, _: Tone.QUIET if row.undone else Tone.PLAIN, widest=20),
        Column("changes", "Change", _changes, flexible=True),
        Column("why", "Why", lambda row, _: (row.why, f"minute {row.minute}") if row.minute else row.why, widest=30),
    ),
    export=(
        Column("at", "When", lambda row, _: row.at.isoformat()),
        Column("who", "Who", lambda row, _: row.who),
        Column("ref", "Ref", lambda row, _: row.ref),
        Column("what", "What", lambda row, _: row.what),
        Column("changes", "Change", lambda row, _: "; ".join(f"{f}: {o or ''} → {n or ''}" for f, o, n in row.changes)),
        Column("why", "Why", lambda row, _: row.why),
        Column("minute", "Minute", lambda row, _: row.minute),
        Column("undone", "Taken back", lambda row, _: row.undone),
    ),
    empty="Nothing has happened yet.",
)
