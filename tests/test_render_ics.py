"""Calendar files: what a calendar program reads back, whatever a document says."""

from __future__ import annotations

import datetime

import pytest
from hostile import HOSTILE
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from tracked import TODAY, tracked

from actiontracker.render.harmless import harmless, harmless_lines
from actiontracker.render.ics import as_ics
from actiontracker.report.events import events


def test_an_event_takes_the_whole_day_and_leaves_it_free() -> None:
    calendar = Calendar.from_ical(as_ics(events([tracked(times_moved=2)]), "Actions", TODAY))
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("DTSTART") == datetime.date(2026, 6, 30)
    assert (str(event["TRANSP"]), event.decoded("SEQUENCE")) == ("TRANSPARENT", 2)
    assert str(calendar["X-WR-CALNAME"]) == "Actions"


def test_no_line_is_longer_than_the_standard_allows() -> None:
    lines = as_ics(events([tracked(action="é" * 10_000)]), "Actions", TODAY).split(b"\r\n")
    assert max(map(len, lines)) <= 75


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    calendar = Calendar.from_ical(as_ics(events([tracked(action=text, quote=text)]), text, TODAY))
    (event,) = calendar.walk("VEVENT")
    assert str(event["SUMMARY"]) == f"A-0001 {harmless(text)} (Head of Housing)"
    assert harmless_lines(text) in str(event["DESCRIPTION"])


@given(st.text(st.characters(codec="utf-8")))
def test_any_action_is_one_event(text: str) -> None:
    written = as_ics(events([tracked(action=text, quote=text)]), "Actions", TODAY)
    assert len(Calendar.from_ical(written).walk("VEVENT")) == 1
