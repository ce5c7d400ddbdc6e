"""What happens to an action leaves history that is only added to, whatever is done in whatever order."""

from __future__ import annotations

import datetime
import tempfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from documents import JULY, JUNE, NOON, PANEL, Told, document, mark_done, numbered
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from actiontracker.errors import UnknownReferenceError
from actiontracker.records import ActionFilter, MeetingStatus, Status
from actiontracker.store import Revision, Tracker, open_tracker


@pytest.fixture
def tracker(tmp_path: Path) -> Any:
    with open_tracker(tmp_path / "tracker.db") as opened:
        opened.save(document(Told(due=JUNE), Told("plant a tree")), "ann", NOON)
        yield opened


def test_done_proposes_closure_on_its_day_and_says_who_and_why(tracker: Tracker) -> None:
    action = mark_done(tracker, "a-1", "bob", NOON, JUNE, "minute 12 of the June meeting")
    assert (action.ref, action.status, action.done_on) == ("A-0001", Status.PROPOSED, JUNE)
    assert action.is_outstanding()
    assert not action.is_running()
    lines = {line.field: line for line in tracker.reader.evidence("A-0001").history[1:]}
    status, day = lines["status"], lines["done_on"]
    assert (status.what, status.field, status.old, status.new) == ("done", "status", "open", "proposed for closure")
    assert (day.field, day.old, day.new) == ("done_on", None, "2026-06-30")
    assert {(line.who, line.why, line.decided) for line in (status, day)} == {
        ("bob", "minute 12 of the June meeting", True)
    }
    assert [action.ref for action in tracker.reader.find(ActionFilter(outstanding=True))] == ["A-0001", "A-0002"]
    assert tracker.reader.find(ActionFilter(overdue_on=JULY)) == ()


def test_done_twice_is_told_once(tracker: Tracker) -> None:
    mark_done(tracker, "A-0001", "bob", NOON, JUNE, "")
    told = tracker.reader.evidence("A-0001").history
    mark_done(tracker, "A-0001", "bob", NOON, JUNE, "")
    assert tracker.reader.evidence("A-0001").history == told


def test_a_day_put_right_is_told(tracker: Tracker) -> None:
    mark_done(tracker, "A-0001", "bob", NOON, JUNE, "")
    assert mark_done(tracker, "A-0001", "ann", NOON, JULY, "a slip").done_on == JULY
    last = next(line for line in tracker.reader.evidence("A-0001").history[::-1] if line.field == "done_on")
    assert (last.field, last.old, last.new, last.who) == ("done_on", "2026-06-30", "2026-07-31", "ann")


def test_an_unknown_reference_changes_nothing(tracker: Tracker) -> None:
    with pytest.raises(UnknownReferenceError, match="Did you mean A-0002"):
        mark_done(tracker, "A-0003", "bob", NOON, JUNE, "")
    assert tracker.reader.count(ActionFilter(status=Status.PROPOSED)) == 0


def test_moments_are_kept_in_universal_time(tracker: Tracker) -> None:
    summer = datetime.timezone(datetime.timedelta(hours=1))
    mark_done(tracker, "A-0001", "bob", datetime.datetime(2026, 7, 1, 0, 30, tzinfo=summer), JUNE, "")
    kept = tracker.reader.connection.execute("SELECT max(at) FROM history").fetchone()
    assert kept == ("2026-06-30T23:30:00+00:00",)


class AnyOrder(RuleBasedStateMachine):
    """Documents read, revised and closed in any order, by two people."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.tracker = open_tracker(Path(self.folder.name) / "tracker.db")
        self.history: list[Any] = []
        self.due_dates: list[Any] = []
        self.refs: set[str] = set()
        self.done: set[str] = set()
        self.version = 0

    def teardown(self) -> None:
        self.tracker.close()
        self.folder.cleanup()

    @rule(number=st.integers(0, 4), actions=st.integers(0, 3))
    def read(self, number: int, actions: int) -> None:
        self.tracker.save(numbered(number, actions), "ann", NOON)

    @rule(pick=st.integers(0), due=st.none() | st.dates(), owner=st.sampled_from([None, "The Clerk", "The Mayor"]))
    def revise(self, pick: int, due: datetime.date | None, owner: str | None) -> None:
        sources = self.rows("SELECT id FROM sources ORDER BY id")
        if not sources:
            return
        source = sources[pick % len(sources)][0]
        known = self.tracker.actions_of(source)
        self.version += 1
        matches = {index: action.id for index, action in enumerate(known[:2])}
        told = [Told(f"mend gate {index}", owner=owner, due=due) for index in range(3)]
        meeting = replace(PANEL, status=MeetingStatus.APPROVED)
        revision = Revision(source, matches)
        new = document(*told, meeting=meeting, opening=f"Version {self.version}", revision=revision)
        saved = self.tracker.save(new, "bob", NOON)
        assert set(saved.matched) == {action.ref for action in known[:2]}
        assert set(saved.missing) == {action.ref for action in known[2:]}

    @rule(pick=st.integers(0), on=st.dates())
    def close(self, pick: int, on: datetime.date) -> None:
        if self.refs:
            ref = sorted(self.refs)[pick % len(self.refs)]
            assert mark_done(self.tracker, ref, "bob", NOON, on, "").done_on == on
            self.done.add(ref)

    @invariant()
    def nothing_told_is_ever_taken_back(self) -> None:
        history, due_dates = self.rows("SELECT * FROM history"), self.rows("SELECT * FROM due_dates")
        assert history[: len(self.history)] == self.history
        assert due_dates[: len(self.due_dates)] == self.due_dates
        self.history, self.due_dates = history, due_dates

    @invariant()
    def every_action_stays_and_what_was_closed_stays_closed(self) -> None:
        actions = {action.ref: action for action in self.tracker.reader.find(ActionFilter())}
        assert self.refs <= set(actions)
        assert {ref for ref, action in actions.items() if action.status is Status.PROPOSED} == self.done
        self.refs = set(actions)

    @invariant()
    def an_action_shows_what_its_due_dates_tell(self) -> None:
        for action in self.tracker.reader.find(ActionFilter()):
            dates = [date.due for date in self.tracker.reader.evidence(action.ref).due_dates]
            dated = [date for date in dates if date is not None]
            assert action.due == dates[-1]
            assert action.first_due == (dated[0] if dated else None)
            later = dates[dates.index(action.first_due) :] if dated else []
            moves = [pair for pair in pairwise(later) if pair[0] != pair[1]]
            assert action.times_moved == len(moves)

    @invariant()
    def the_file_is_sound_and_the_search_in_step(self) -> None:
        assert self.tracker.info().damage == ()
        self.rows("INSERT INTO actions_fts (actions_fts, rank) VALUES ('integrity-check', 1)")

    def rows(self, sql: str) -> list[Any]:
        return self.tracker.reader.connection.execute(sql).fetchall()


AnyOrder.TestCase.settings = settings(max_examples=15, stateful_step_count=10, deadline=None)
TestAnyOrder = AnyOrder.TestCase
