"""A tracked action made up for tests: name only what the story is about."""

from __future__ import annotations

import datetime
from dataclasses import replace

from actiontracker.records import Kind, Review, Section, Status, TrackedAction

TODAY = datetime.date(2026, 7, 24)

AN_ACTION = TrackedAction(
    ref="A-0001",
    own_ref=None,
    action="Circulate the ward figures",
    kind=Kind.REQUEST,
    owner="Head of Housing",
    owner_inferred=None,
    recipient="members",
    deadline="by the end of June",
    due=datetime.date(2026, 6, 30),
    due_rule="end of a month",
    due_reason="the last day of the month named",
    first_due=datetime.date(2026, 6, 30),
    times_moved=0,
    status=Status.OPEN,
    review=Review.SUGGESTED,
    score=0.81,
    authority="Highfield Borough Council",
    body="Scrutiny Committee",
    meeting_date=datetime.date(2026, 6, 3),
    item_number="5",
    item_title="Housing repairs",
    section=Section.MINUTES,
    quote="Members asked the Head of Housing to circulate the ward figures by the end of June",
    source_path="highfield.txt",
    page=None,
    line=12,
    start=40,
    end=121,
)


def tracked(**facts: object) -> TrackedAction:
    """The action above, but for `facts`."""
    return replace(AN_ACTION, **facts)  # type: ignore[arg-type]  # a test names any field; the record checks none
