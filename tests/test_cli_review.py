"""The review, as a clerk goes through it: keys in, decisions kept at once, and the rest left for another day."""

from __future__ import annotations

import datetime
import os
import pty
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from commands import Run, run
from documents import JULY, JUNE, NOON, PANEL, Told, document

from actiontracker.records import ActionFilter, Meeting, Review, Status
from actiontracker.resolve.followups import FollowUp, Says
from actiontracker.store import open_reader, open_tracker
from actiontracker.store.review import accept

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Three found actions of the Parks Panel's May meeting, one of its June meeting."""
    path = tmp_path / "tracker.db"
    june = Meeting("Northmere Borough Council", "Parks Panel", JUNE)
    with open_tracker(path) as tracker:
        told = (Told(due=JULY), Told("plant a tree", owner=None), Told("mend and paint the hut"))
        tracker.save(document(*told), "ann", NOON)
        tracker.save(document(Told("count the swans"), meeting=june, opening="June"), "ann", NOON)
    return path


def review(capsys: Capture, database: Path, typed: str, *options: str) -> Run:
    return run(capsys, "review", "--db", database, *options, typed=typed)


def states(database: Path) -> dict[str, Review]:
    with open_reader(database) as reader:
        return {action.ref: action.review for action in reader.find(ActionFilter(rejected=True))}


def test_each_action_is_shown_with_its_words_marked_and_decided_by_one_key(capsys: Capture, database: Path) -> None:
    done = review(capsys, database, "a\nr\nonly talk\na\na\n")
    assert done.code == 0
    assert "»The Clerk would repair the gate«" in done.out
    assert "Parks Panel, 14 May 2026, item 7 · 3 to decide" in done.out
    assert "4 decisions made, no things left to decide." in done.err
    assert states(database) == {
        "A-0001": Review.ACCEPTED, "A-0002": Review.REJECTED, "A-0003": Review.ACCEPTED, "A-0004": Review.ACCEPTED,
    }  # fmt: skip
    with open_reader(database) as reader:
        assert reader.evidence("A-0002").history[-1].why == "only talk"


def test_a_review_stops_anywhere_and_goes_on_there(capsys: Capture, database: Path) -> None:
    assert "1 decision made, 3 things left to decide." in review(capsys, database, "a\nq\n").err
    again = review(capsys, database, "")
    assert "A-0002" in again.out
    assert "A-0001" not in again.out
    assert "No decisions made, 3 things left to decide." in again.err


def test_what_is_skipped_waits_for_the_next_review(capsys: Capture, database: Path) -> None:
    done = review(capsys, database, "k\na\nk\na\n")
    assert "2 decisions made, 2 things left" in done.err
    assert [ref for ref, state in states(database).items() if state is Review.SUGGESTED] == ["A-0001", "A-0003"]


def test_fields_are_put_right_one_at_a_time(capsys: Capture, database: Path) -> None:
    review(capsys, database, "e\n2\nHead of Parks\n3\n\n\ne\n5\n31/08/2026\n\nq\n")
    with open_reader(database) as reader:
        first, second = reader.one("1"), reader.one("2")
    assert (first.owner, first.review) == ("Head of Parks", Review.ACCEPTED)
    assert second.due == datetime.date(2026, 8, 31)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("e\n5\nsoon\nq\n", "is not understood as a date"),
        ("e\n7\nwish\nq\n", "“wish” is no kind of action"),
        ("e\n1\n\nq\n", "An action needs words"),
        ("e\n9\nq\n", "[Enter] ready"),
        ("x\nq\n", "Press one of: a, e, r"),
        ("?\nq\n", "merge: it is the same as another action"),
        ("m\n99\nq\n", "There is no action"),
        ("u\nq\n", "Nothing was decided yet"),
        ("s\nOne\n\nq\n", "at least two parts"),
    ],
)
def test_a_slip_is_told_and_changes_nothing(capsys: Capture, database: Path, typed: str, told: str) -> None:
    done = review(capsys, database, typed)
    assert told in " ".join(done.err.split())
    assert set(states(database).values()) == {Review.SUGGESTED}


def test_an_action_is_split_and_another_merged(capsys: Capture, database: Path) -> None:
    review(capsys, database, "k\nm\n1\ns\nMend the hut\nPaint the hut\n\nq\n")
    with open_reader(database) as reader:
        assert reader.one("2").merged_into == "A-0001"
        parts = reader.find(ActionFilter(part_of="A-0003"), sort="ref")
    assert [part.action for part in parts] == ["Mend the hut", "Paint the hut"]


def test_undo_brings_the_last_decision_back_even_over_meetings(capsys: Capture, database: Path) -> None:
    done = review(capsys, database, "a\na\na\nu\nq\n")
    assert "was taken back for A-0003" in done.err
    assert done.out.rindex("A-0003") > done.out.rindex("A-0004")
    assert states(database)["A-0003"] is Review.SUGGESTED


def test_one_body_or_one_meeting_alone(capsys: Capture, database: Path) -> None:
    assert "A-0004" in review(capsys, database, "q\n", "--meeting", "30/06/2026").out
    assert review(capsys, database, "q\n", "--body", "Audit").out == ""


def test_later_minutes_reports_are_confirmed_or_not(capsys: Capture, database: Path) -> None:
    later = document(Told("mow the lawn"), meeting=Meeting(PANEL.authority, "Parks Panel", JULY), opening="July")
    source = later.minutes.source
    span = later.actions[0].commitment.span
    with open_tracker(database) as tracker:
        saved = tracker.save(later, "ann", NOON)
        found = [
            FollowUp(action, span, span.of(source.text), says, 0.9, "")
            for action, says in ((1, Says.DONE), (2, Says.PROGRESS), (3, Says.REPEATED))
        ]
        assert tracker.put_reports(saved.source_id, source, found, NOON) == 3
        assert tracker.put_reports(saved.source_id, source, found, NOON) == 0
        for ref in ("1", "2", "3", "4", "5"):
            tracker.decide(ref, "ann", NOON, lambda hand, one: accept(hand, one, ""))
    done = review(capsys, database, "y\nn\ny\n")
    assert "Do these words report on this action?" in done.err
    with open_reader(database) as reader:
        first, second, third = (reader.one(ref) for ref in "123")
    assert (first.status, first.done_on, first.updated_on) == (Status.PROPOSED, JULY, JULY)
    assert (second.status, second.updated_on) == (Status.OPEN, None)
    assert (third.status, third.repeats) == (Status.OPEN, 1)


def test_on_a_terminal_one_key_is_enough(database: Path) -> None:
    terminal, other = pty.openpty()
    command = [sys.executable, "-m", "actiontracker", "review", "--db", str(database)]
    with subprocess.Popen(command, stdin=other, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        assert process.stdout is not None
        for key in b"aq":
            _wait_for(process.stdout, b"[?] help")
            time.sleep(0.2)
            os.write(terminal, bytes([key]))
        rest = process.stdout.read()
    assert process.returncode == 0
    assert b"1 decision made, 3 things left to decide." in rest
    assert states(database)["A-0001"] is Review.ACCEPTED


def _wait_for(stream: object, words: bytes) -> None:
    seen = b""
    while words not in seen:
        one = stream.read(1)  # type: ignore[attr-defined]
        assert one, seen
        seen += one
