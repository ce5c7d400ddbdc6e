"""How actions get on: every way from one status to another, endings that take two steps, parts, and later dates."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest
from documents import JULY, JUNE, MAY, NOON, Told, document, mark_closed, mark_done

from actiontracker.errors import UsageError
from actiontracker.records import OUTSTANDING, RUNNING, ActionFilter, Rag, Review, Status, TrackedAction
from actiontracker.store import open_tracker, progress, review

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from actiontracker.store import Tracker
    from actiontracker.store.steps import Hand

AUGUST = datetime.date(2026, 8, 31)


@pytest.fixture
def tracker(tmp_path: Path) -> Any:
    with open_tracker(tmp_path / "tracker.db") as opened:
        opened.save(document(Told(due=JUNE), Told("plant a tree")), "ann", NOON)
        yield opened


def do(tracker: Tracker, what: Callable[[Hand, int], object], ref: str = "A-0001") -> TrackedAction:
    return tracker.decide(ref, "bob", NOON, what)


def bring_to(tracker: Tracker, status: Status) -> None:
    """Puts A-0001 into a status by the ways that lead there."""
    ways: dict[Status, Callable[[Hand, int], object]] = {
        Status.IN_PROGRESS: lambda hand, one: progress.take(hand, one, progress.START, ""),
        Status.PAUSED: lambda hand, one: progress.take(hand, one, progress.PAUSE, ""),
        Status.PROPOSED: lambda hand, one: progress.propose(hand, one, JUNE, ""),
        Status.CLOSED: lambda hand, one: progress.close(hand, one, "1", JUNE, ""),
        Status.NOT_NEEDED: lambda hand, one: progress.drop(hand, one, JUNE, "sold", None),
        Status.MOVED: lambda hand, one: progress.move(hand, one, "plan", JUNE, "", None),
        Status.IN_PARTS: lambda hand, one: review.split(hand, one, ["Mend it", "Paint it"], ""),
        Status.MERGED: lambda hand, one: review.merge(hand, one, 2, ""),
    }
    if status is not Status.OPEN:
        do(tracker, ways[status])


ALLOWED = {
    progress.START: {Status.OPEN, Status.PAUSED},
    progress.PAUSE: {Status.OPEN, Status.IN_PROGRESS},
    progress.PROPOSE: {Status.OPEN, Status.IN_PROGRESS, Status.PAUSED, Status.PROPOSED},
    progress.CLOSE: {Status.OPEN, Status.IN_PROGRESS, Status.PAUSED, Status.PROPOSED},
    progress.DROP: {Status.OPEN, Status.IN_PROGRESS, Status.PAUSED, Status.PROPOSED},
    progress.MOVE: {Status.OPEN, Status.IN_PROGRESS, Status.PAUSED, Status.PROPOSED},
    progress.REOPEN: {Status.CLOSED, Status.NOT_NEEDED, Status.MOVED, Status.PROPOSED, Status.PAUSED},
}


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("way", ALLOWED, ids=lambda way: way.event)
def test_each_way_leads_from_where_it_should_and_nowhere_else(
    tracker: Tracker, way: progress.Transition, status: Status
) -> None:
    bring_to(tracker, status)
    if status in ALLOWED[way]:
        assert do(tracker, lambda hand, one: progress.take(hand, one, way, "")).status is way.to
    else:
        with pytest.raises(UsageError, match=f"A-0001 is {status}, which cannot become {way.to}"):
            do(tracker, lambda hand, one: progress.take(hand, one, way, ""))
        assert tracker.reader.one("A-0001").status is status


@pytest.mark.parametrize("status", Status)
def test_the_database_counts_as_outstanding_and_late_what_the_record_does(tracker: Tracker, status: Status) -> None:
    bring_to(tracker, status)
    action = tracker.reader.one("A-0001")
    assert action.is_outstanding() == (status in OUTSTANDING)
    assert action.is_overdue(JULY) == (status in RUNNING)
    outstanding = [one.ref for one in tracker.reader.find(ActionFilter(outstanding=True))]
    overdue = [one.ref for one in tracker.reader.find(ActionFilter(overdue_on=JULY))]
    assert ("A-0001" in outstanding) == action.is_outstanding()
    assert ("A-0001" in overdue) == action.is_overdue(JULY)


def test_a_closure_keeps_the_minute_that_agreed_it(tracker: Tracker) -> None:
    mark_done(tracker, "A-0001", "officer", NOON, MAY, "sent")
    closed = do(tracker, lambda hand, one: progress.close(hand, one, "14/2026", JUNE, "seen"))
    assert (closed.done_on, closed.closed_on, closed.closed_minute) == (MAY, JUNE, "14/2026")


def test_a_reopened_action_has_no_ending_left(tracker: Tracker) -> None:
    bring_to(tracker, Status.MOVED)
    action = do(tracker, lambda hand, one: progress.reopen(hand, one, "came back", "9"))
    assert (action.status, action.closed_on, action.closed_minute, action.moved_to) == (Status.OPEN, None, None, None)


def test_what_a_person_moves_on_is_confirmed_thereby(tracker: Tracker) -> None:
    assert do(tracker, lambda hand, one: progress.take(hand, one, progress.START, "")).review is Review.ACCEPTED


def test_a_rejected_action_cannot_be_moved_on(tracker: Tracker) -> None:
    do(tracker, lambda hand, one: review.reject(hand, one, "only told"))
    with pytest.raises(UsageError, match="A-0001 was rejected"):
        do(tracker, lambda hand, one: progress.take(hand, one, progress.START, ""))


def test_every_date_is_kept_and_lateness_told_against_first_and_last(tracker: Tracker) -> None:
    for to, minute in ((JULY, "15/2026"), (AUGUST, "20/2026")):
        do(tracker, lambda hand, one, to=to, minute=minute: progress.extend(hand, one, to, "survey late", minute))  # type: ignore[misc]
    action = tracker.reader.one("A-0001")
    assert (action.first_due, action.due, action.times_moved) == (JUNE, AUGUST, 2)
    september = datetime.date(2026, 9, 10)
    assert (action.days_late(september), action.days_late_against_first(september)) == (10, 72)
    dates = tracker.reader.evidence("A-0001").due_dates
    assert [(date.due, date.who, date.decided) for date in dates[1:]] == [(JULY, "bob", True), (AUGUST, "bob", True)]


def test_the_same_date_again_is_no_extension(tracker: Tracker) -> None:
    with pytest.raises(UsageError, match="due on that day already"):
        do(tracker, lambda hand, one: progress.extend(hand, one, JUNE, "", None))


def test_an_action_waits_for_its_parts_and_its_closure_is_then_proposed(tracker: Tracker) -> None:
    do(tracker, lambda hand, one: review.split(hand, one, ["Mend the gate", "Paint the gate"], "two jobs"))
    parts = tracker.reader.find(ActionFilter(part_of="A-0001"), sort="ref")
    assert [(part.ref, part.part, part.action, part.due) for part in parts] == [
        ("A-0003", "(a)", "Mend the gate", JUNE),
        ("A-0004", "(b)", "Paint the gate", JUNE),
    ]
    mark_closed(tracker, "A-0001(a)", JUNE)
    assert tracker.reader.one("A-0001").status is Status.IN_PARTS
    mark_closed(tracker, "1b", JULY)
    whole = tracker.reader.one("A-0001")
    assert (whole.status, whole.done_on) == (Status.PROPOSED, JULY)
    do(tracker, lambda hand, one: progress.reopen(hand, one, "it peels", None), "A-0004")
    assert tracker.reader.one("A-0001").status is Status.IN_PARTS


def test_updates_are_kept_with_their_day_and_the_latest_day_shows(tracker: Tracker) -> None:
    do(tracker, lambda hand, one: progress.tell(hand, one, JUNE, "surveyed"))
    action = do(tracker, lambda hand, one: progress.tell(hand, one, MAY, "ordered"))
    assert action.updated_on == JUNE
    rows = tracker.reader.connection.execute("SELECT day, words, who FROM updates ORDER BY id").fetchall()
    assert rows == [("2026-06-30", "surveyed", "bob"), ("2026-05-14", "ordered", "bob")]


def test_a_judgement_is_kept_apart_from_the_date(tracker: Tracker) -> None:
    action = do(tracker, lambda hand, one: progress.judge(hand, one, Rag.GREEN, "in hand"))
    assert (action.rag, action.is_overdue(JULY)) == (Rag.GREEN, True)
    assert do(tracker, lambda hand, one: progress.judge(hand, one, None, "")).rag is None


def test_what_comes_round_again_gets_its_next_date_without_a_move(tracker: Tracker) -> None:
    action = do(tracker, lambda hand, one: progress.next_time(hand, one, JUNE, AUGUST, ""))
    assert (action.status, action.due, action.first_due, action.times_moved) == (Status.OPEN, AUGUST, JUNE, 0)
    assert action.updated_on == JUNE
