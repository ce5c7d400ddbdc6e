"""The roster as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actiontracker.report import wording
from actiontracker.report.build import Column, Listing

if TYPE_CHECKING:
    import datetime

    from actiontracker.report.build import Value
    from actiontracker.store.people import Listed


def _held(row: Listed, _today: datetime.date) -> Value:
    since = f"since {wording.short_day(row.since)}" if row.since else ""
    until = f"until {wording.short_day(row.until)}" if row.until else ""
    return tuple(filter(None, (since, until)))


PEOPLE: Final[Listing[Listed]] = Listing(
    noun=("person", "people"),
    about="in the roster",
    columns=(
        Column("name", "Name", lambda p, _: p.name, flexible=True),
        Column("post", "Post", lambda p, _: p.post, widest=28),
        Column("initials", "Initials", lambda p, _: p.initials),
        Column("held", "Held", _held, needs=90),
        Column("authority", "Authority", lambda p, _: p.authority, needs=100, widest=28),
        Column("known_from", "From", lambda p, _: p.known_from, needs=110),
        Column("owes", "Open", lambda p, _: p.owes),
    ),
    export=(
        Column("name", "Name", lambda p, _: p.name),
        Column("post", "Post", lambda p, _: p.post),
        Column("initials", "Initials", lambda p, _: p.initials),
        Column("email", "Email", lambda p, _: p.email),
        Column("since", "Since", lambda p, _: p.since),
        Column("until", "Until", lambda p, _: p.until),
        Column("authority", "Authority", lambda p, _: p.authority),
        Column("known_from", "Known from", lambda p, _: p.known_from),
        Column("owes", "Open actions", lambda p, _: p.owes),
    ),
    empty="Nobody is in the roster. Attendance lists fill it, or: actiontracker people add NAME",
)
