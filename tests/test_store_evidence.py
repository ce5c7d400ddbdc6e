"""Everything about one action comes with the words it rests on, at their places."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

from documents import JULY, JUNE, NOON, PANEL, Told, document, mark_done

from actiontracker.records import MeetingStatus, Span
from actiontracker.store import Revision, open_reader, open_tracker

if TYPE_CHECKING:
    from pathlib import Path

GATE = Told("repair the gate", deadline="by June", due=JUNE, twice=True)


def test_the_quote_stands_in_its_passage_and_the_passage_in_the_text(tmp_path: Path) -> None:
    with open_tracker(tmp_path / "tracker.db") as tracker:
        tracker.save(document(Told("plant a tree"), GATE), "ann", NOON)
    with open_reader(tmp_path / "tracker.db") as reader:
        evidence = reader.evidence("A-0002")
    assert evidence.quote == Span(evidence.action.start, evidence.action.end)
    assert evidence.quote.of(evidence.text) == GATE.sentence == evidence.action.quote
    assert evidence.passage_text == f"{GATE.sentence}."
    assert evidence.quote_in_passage.of(evidence.passage_text) == GATE.sentence
    (again,) = evidence.told_again
    assert again.span.of(evidence.text) == f"RESOLVED that {GATE.sentence}."
    assert (again.page, again.line) == (1, 6)
    assert (evidence.cue, evidence.model_version) == ("would-undertake", "minutes_syntax-1.0")


def test_a_quote_longer_than_its_passage_is_shown_whole(tmp_path: Path) -> None:
    one = document(GATE)
    short = replace(one.minutes.passages[0], text="The Clerk", origins=one.minutes.passages[0].origins[:9])
    with open_tracker(tmp_path / "tracker.db") as tracker:
        tracker.save(replace(one, minutes=replace(one.minutes, passages=(short,))), "ann", NOON)
        evidence = tracker.reader.evidence("A-0001")
    assert evidence.quote_in_passage.of(evidence.passage_text) == GATE.sentence


def test_history_and_due_dates_stand_in_the_order_they_happened(tmp_path: Path) -> None:
    later = NOON + datetime.timedelta(days=30)
    approved = replace(PANEL, status=MeetingStatus.APPROVED)
    with open_tracker(tmp_path / "tracker.db") as tracker:
        tracker.save(document(GATE), "ann", NOON)
        moved = replace(GATE, due=JULY)
        tracker.save(document(moved, meeting=approved, opening="Approved", revision=Revision(1, {0: 1})), "cai", later)
        mark_done(tracker, "A-0001", "bob", later, JULY, "seen")
        evidence = tracker.reader.evidence("A-0001")
    assert [(line.what, line.field, line.who, line.at) for line in evidence.history] == [
        ("found", None, "ann", NOON),
        ("minutes changed", "due", "cai", later),
        ("done", "status", "bob", later),
        ("done", "done_on", "bob", later),
        ("done", "updated_on", "bob", later),
        ("done", "review", "bob", later),
    ]
    assert [(date.due, date.rule, date.who, date.at, date.decided) for date in evidence.due_dates] == [
        (JUNE, "named-month", "ann", NOON, False),
        (JULY, "named-month", "cai", later, False),
    ]
    assert evidence.due_dates[0].reason == "the last day of the month"
