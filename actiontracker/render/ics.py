"""Events as a calendar file, ICS after RFC 5545, by the library icalendar."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from icalendar import Calendar
from icalendar import Event as Entry

from actiontracker.render.harmless import harmless, harmless_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actiontracker.report.events import Event


def as_ics(events: Iterable[Event], name: str, day: datetime.date) -> bytes:
    """A calendar called `name` that was made on `day`; every event takes a whole day and leaves it free for others."""
    calendar = Calendar()
    calendar.add("prodid", "-//actiontracker//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", harmless(name))
    made = datetime.datetime.combine(day, datetime.time(), tzinfo=datetime.UTC)
    for event in events:
        calendar.add_component(_entry(event, made))
    return bytes(calendar.to_ical())


def _entry(event: Event, made: datetime.datetime) -> Entry:
    entry = Entry()
    entry.add("uid", event.uid)
    entry.add("dtstamp", made)
    entry.add("sequence", event.version)
    entry.add("dtstart", event.day)
    entry.add("summary", harmless(event.title))
    entry.add("description", harmless_lines("\n".join(event.lines)))
    entry.add("transp", "TRANSPARENT")
    return entry
