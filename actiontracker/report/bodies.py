"""The lists of committees and boards and of their meetings, with how much each has to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actiontracker.report import wording
from actiontracker.report.build import Column, Listing, Tone

if TYPE_CHECKING:
    import datetime

    from actiontracker.report.build import Value
    from actiontracker.store.counts import BodyCounts, MeetingCounts

READ_SOME: Final = "The tracker holds none yet. Read minutes into it: actiontracker ingest FILE"


def _body(row: BodyCounts | MeetingCounts, _today: datetime.date) -> Value:
    return row.body or ("not named in the minutes" if row.authority else "not known")


def _late(row: BodyCounts | MeetingCounts, _today: datetime.date) -> Tone:
    return Tone.LATE if row.counts.overdue else Tone.PLAIN


def _day(day: datetime.date | None) -> str:
    return wording.short_day(day) if day else "not certain"


def _next(row: MeetingCounts, _today: datetime.date) -> Value:
    return wording.short_day(row.next_meeting) if row.next_meeting else ""


BODIES: Final[Listing[BodyCounts]] = Listing(
    noun=("body", "bodies"),
    about="with minutes in the tracker",
    columns=(
        Column("body", "Body", _body, flexible=True),
        Column("authority", "Authority", lambda b, _: b.authority, widest=30),
        Column("latest", "Latest meeting", lambda b, _: _day(b.latest)),
        Column("meetings", "Meetings", lambda b, _: b.meetings, needs=90),
        Column("found", "Actions", lambda b, _: b.counts.found),
        Column("outstanding", "Outstanding", lambda b, _: b.counts.outstanding),
        Column("overdue", "Overdue", lambda b, _: b.counts.overdue, _late),
    ),
    export=(
        Column("authority", "Authority", lambda b, _: b.authority),
        Column("body", "Body", lambda b, _: b.body),
        Column("latest", "Latest meeting", lambda b, _: b.latest),
        Column("meetings", "Meetings", lambda b, _: b.meetings),
        Column("documents", "Documents", lambda b, _: b.counts.documents),
        Column("found", "Actions", lambda b, _: b.counts.found),
        Column("outstanding", "Outstanding", lambda b, _: b.counts.outstanding),
        Column("overdue", "Overdue", lambda b, _: b.counts.overdue),
    ),
    empty=READ_SOME,
)

MEETINGS: Final[Listing[MeetingCounts]] = Listing(
    noun=("meeting", "meetings"),
    about="with minutes in the tracker",
    columns=(
        Column("date", "Meeting", lambda m, _: _day(m.date)),
        Column("body", "Body", _body, flexible=True),
        Column("authority", "Authority", lambda m, _: m.authority, needs=100, widest=30),
        Column("status", "Minutes", lambda m, _: m.status.value),
        Column("next_meeting", "Next meeting", _next, needs=110),
        Column("found", "Actions", lambda m, _: m.counts.found),
        Column("outstanding", "Outstanding", lambda m, _: m.counts.outstanding),
        Column("overdue", "Overdue", lambda m, _: m.counts.overdue, _late),
    ),
    export=(
        Column("authority", "Authority", lambda m, _: m.authority),
        Column("body", "Body", lambda m, _: m.body),
        Column("date", "Meeting", lambda m, _: m.date),
        Column("status", "Minutes", lambda m, _: m.status.value),
        Column("next_meeting", "Next meeting", lambda m, _: m.next_meeting),
        Column("documents", "Documents", lambda m, _: m.counts.documents),
        Column("found", "Actions", lambda m, _: m.counts.found),
        Column("outstanding", "Outstanding", lambda m, _: m.counts.outstanding),
        Column("overdue", "Overdue", lambda m, _: m.counts.overdue),
    ),
    empty=READ_SOME,
)
