"""What was done, step by step: one entry a step, what was taken back marked."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest
from commands import run
from documents import JULY, JUNE, NOON, Told, document

from actiontracker.store import open_tracker, progress, review

if TYPE_CHECKING:
    from pathlib import Path

    from actiontracker.store import Tracker


@pytest.fixture
def tracker(tmp_path: Path) -> Any:
    with open_tracker(tmp_path / "tracker.db") as opened:
        opened.save(document(Told(due=JUNE), Told("plant a tree")), "ann", NOON)
        yield opened


def test_a_step_is_one_entry_however_many_fields_it_changed(tracker: Tracker) -> None:
    tracker.decide("1", "bob", NOON, lambda hand, one: review.edit(hand, one, {"owner": "Warden"}, JULY, "as agreed"))
    latest, found, other = tracker.reader.happenings(None, None, datetime.UTC)
    assert (latest.ref, latest.who, latest.what, latest.why) == ("A-0001", "bob", "edit", "as agreed")
    assert sorted(latest.changes) == [
        ("due", "2026-06-30", "2026-07-31"),
        ("owner", "The Clerk", "Warden"),
        ("review", "suggested", "accepted"),
    ]
    assert (found.what, other.what) == ("found", "found")


def test_what_was_taken_back_is_marked_and_stays(tracker: Tracker) -> None:
    tracker.decide("1", "bob", NOON, lambda hand, one: progress.extend(hand, one, JULY, "late", "9/2026"))
    tracker.undo(None, "cai", NOON)
    back, extended, _ = tracker.reader.happenings("1", None, datetime.UTC)
    assert (extended.undone, extended.minute, back.undone, back.what) == (True, "9/2026", False, "undo")


def test_the_command_tells_the_latest_first(tracker: Tracker, capsys: pytest.CaptureFixture[str]) -> None:
    tracker.decide("1", "bob", NOON, lambda hand, one: progress.take(hand, one, progress.START, "begun"))
    told = run(capsys, "history", "--db", tracker.path, "--limit", "1").out
    assert "started" in told
    assert "status: open → in progress" in told
    assert "begun" in told
    assert run(capsys, "history", "A-0099", "--db", tracker.path).code == 4
