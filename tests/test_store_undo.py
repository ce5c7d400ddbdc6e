"""Taking back: whatever was done, undo restores what was there before, and history replays to the present state."""

from __future__ import annotations

import datetime
import tempfile
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from documents import JULY, JUNE, NOON, PANEL, Told, document, numbered
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from actiontracker.errors import TrackerError, UsageError
from actiontracker.records import ActionFilter, Kind, MeetingStatus, Rag, Review, Status
from actiontracker.store import Revision, open_tracker, progress, review
from actiontracker.store.entered import Entry
from actiontracker.store.imports import import_rows
from actiontracker.store.undo import replay
from actiontracker.structure.sheet_columns import TrackerRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from actiontracker.store import Tracker
    from actiontracker.store.steps import Hand

DEEDS: dict[str, Callable[[Hand, int], object]] = {
    "accept": lambda hand, one: review.accept(hand, one, ""),
    "reject": lambda hand, one: review.reject(hand, one, "no"),
    "edit": lambda hand, one: review.edit(hand, one, {"owner": "Warden", "deadline": None}, JULY),
    "split": lambda hand, one: review.split(hand, one, ["Mend it", "Paint it"], ""),
    "merge": lambda hand, one: review.merge(hand, one, 2, ""),
    "tell": lambda hand, one: progress.tell(hand, one, JUNE, "surveyed"),
    "start": lambda hand, one: progress.take(hand, one, progress.START, ""),
    "pause": lambda hand, one: progress.take(hand, one, progress.PAUSE, ""),
    "propose": lambda hand, one: progress.propose(hand, one, JUNE, ""),
    "close": lambda hand, one: progress.close(hand, one, "1", JUNE, ""),
    "drop": lambda hand, one: progress.drop(hand, one, JUNE, "sold", None),
    "move": lambda hand, one: progress.move(hand, one, "plan", JUNE, "", "2"),
    "extend": lambda hand, one: progress.extend(hand, one, JULY, "late", None),
    "next time": lambda hand, one: progress.next_time(hand, one, JUNE, JULY, ""),
    "judge": lambda hand, one: progress.judge(hand, one, Rag.RED, ""),
    "reopen": lambda hand, one: progress.reopen(hand, one, "again", None),
}


@pytest.fixture
def tracker(tmp_path: Path) -> Any:
    with open_tracker(tmp_path / "tracker.db") as opened:
        opened.save(document(Told(due=JUNE, deadline="by June"), Told("plant a tree", owner=None)), "ann", NOON)
        yield opened


def lists(tracker: Tracker) -> list[Any]:
    return list(tracker.reader.find(ActionFilter(), sort="ref"))


@pytest.mark.parametrize("deed", [name for name in DEEDS if name != "reopen"])
def test_undo_restores_every_list(tracker: Tracker, deed: str) -> None:
    before = lists(tracker)
    tracker.decide("A-0001", "bob", NOON, DEEDS[deed])
    assert lists(tracker) != before
    what, _ = tracker.undo(None, "cai", NOON)
    assert what
    assert lists(tracker) == before
    with pytest.raises(TrackerError, match="nothing to undo"):
        tracker.undo(None, "cai", NOON)


def test_undo_takes_back_one_step_after_another(tracker: Tracker) -> None:
    for deed in ("edit", "start", "propose"):
        tracker.decide("A-0001", "bob", NOON, DEEDS[deed])
    assert [tracker.undo("A-0001", "bob", NOON)[0] for _ in range(3)] == ["done", "started", "edit"]
    assert tracker.reader.one("A-0001").review is Review.SUGGESTED


def test_undo_of_another_action_s_step_is_its_own(tracker: Tracker) -> None:
    tracker.decide("A-0001", "bob", NOON, DEEDS["start"])
    tracker.decide("A-0002", "bob", NOON, DEEDS["pause"])
    tracker.undo("A-0001", "bob", NOON)
    assert [action.status for action in lists(tracker)] == [Status.OPEN, Status.PAUSED]


def test_a_step_that_others_build_on_is_not_undone_before_them(tracker: Tracker) -> None:
    tracker.decide("A-0001", "bob", NOON, DEEDS["merge"])
    tracker.decide("A-0002", "bob", NOON, lambda hand, one: review.edit(hand, one, {"owner": "Warden"}))
    with pytest.raises(TrackerError, match=r"“merge” cannot be undone: A-0002 changed again since"):
        tracker.undo("A-0001", "bob", NOON)
    tracker.undo("A-0002", "bob", NOON)
    tracker.undo("A-0001", "bob", NOON)
    assert tracker.reader.one("A-0001").merged_into is None


def test_an_action_added_by_hand_is_rejected_by_undo_and_stays(tracker: Tracker) -> None:
    tracker.add(Entry("Mend the stile", PANEL), "bob", NOON)
    tracker.undo(None, "bob", NOON)
    assert tracker.reader.one("A-0003").review is Review.REJECTED


def test_a_gap_in_history_is_found(tracker: Tracker) -> None:
    tracker.decide("A-0001", "bob", NOON, DEEDS["start"])
    with tracker.transaction():
        tracker.reader.connection.execute(
            """INSERT INTO history (action_id, at, who, what, field, old, new, why, decided)
            VALUES (1, '2026-05-21', 'bob', 'edited', 'status', 'open', 'closed', '', 1)"""
        )
    with pytest.raises(TrackerError, match="a gap at “status”"):
        replay(tracker.reader.connection, 1)


def tracker_row(ref: str, number: int) -> TrackerRow:
    blank = dict.fromkeys(field.name for field in fields(TrackerRow))
    said = {"number": number, "words": f"{ref} | sweep path {number}", "action": f"sweep path {number}", "ref": ref}
    return TrackerRow(**{**blank, **said, "kind": Kind.UNDERTAKING, "status": Status.OPEN})  # type: ignore[arg-type]


class AnyDeeds(RuleBasedStateMachine):
    """Anything done to any action in any order, undone at will."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.tracker = open_tracker(Path(self.folder.name) / "tracker.db")
        self.tracker.save(numbered(1, 4), "ann", NOON)
        self.refs: set[str] = set()
        self.version = 0

    def teardown(self) -> None:
        self.tracker.close()
        self.folder.cleanup()

    @rule(pick=st.integers(1, 8), deed=st.sampled_from(sorted(DEEDS)), day=st.dates(datetime.date(2020, 1, 1)))
    def do(self, pick: int, deed: str, day: datetime.date) -> None:
        ref = f"A-{pick:04}"
        try:
            self.tracker.decide(ref, "bob", NOON, DEEDS[deed])
        except (UsageError, TrackerError):
            return
        if deed == "extend":
            self.tracker.decide(ref, "bob", NOON, lambda hand, one: progress.extend(hand, one, day, "", None))

    @rule(pick=st.none() | st.integers(1, 6))
    def undo(self, pick: int | None) -> None:
        before = lists(self.tracker)
        try:
            self.tracker.undo(f"A-{pick:04}" if pick else None, "cai", NOON)
        except TrackerError:
            assert lists(self.tracker) == before

    @rule(number=st.integers(2, 4))
    def read(self, number: int) -> None:
        self.tracker.save(numbered(number, 2), "ann", NOON)

    @rule(owner=st.sampled_from(["The Clerk", "The Mayor", None]), due=st.none() | st.dates(datetime.date(2020, 1, 2)))
    def read_again_otherwise(self, owner: str | None, due: datetime.date | None) -> None:
        """The approved version of the first minutes, which says something else of what it tells."""
        self.version += 1
        known = self.tracker.actions_of(1)
        told = [Told(f"mend fence 1.{place}", owner=owner, due=due) for place in range(len(known))]
        revision = Revision(1, {index: action.id for index, action in enumerate(known)})
        meeting = replace(PANEL, status=MeetingStatus.APPROVED)
        new = document(*told, meeting=meeting, opening=f"Version {self.version}", revision=revision)
        self.tracker.save(new, "ann", NOON)

    @rule(count=st.integers(1, 4), again=st.booleans())
    def take_over(self, count: int, again: bool) -> None:
        """A table that grows: rows known by their references come in once, whatever else the file holds."""
        rows = [tracker_row(f"R/{number}", number) for number in range(1, count + 1)]
        with self.tracker.transaction():
            for _ in range(1 + again):
                import_rows(self.tracker.hand("dee", NOON), rows, PANEL, "log.csv", f"sha {count}", {})

    @invariant()
    def nothing_is_tracked_twice(self) -> None:
        twice = """SELECT own_ref FROM actions WHERE own_ref LIKE 'R/%' AND status <> 'merged'
            GROUP BY own_ref HAVING count(*) > 1"""
        assert self.tracker.reader.connection.execute(twice).fetchall() == []
        quotes = "SELECT quote FROM commitments c JOIN sources s ON s.id = c.source_id WHERE s.path LIKE 'minutes-%'"
        found = [quote for (quote,) in self.tracker.reader.connection.execute(f"{quotes} AND s.revises IS NULL")]
        assert len(found) == len(set(found))

    @invariant()
    def what_a_person_decided_and_nobody_took_back_stands(self) -> None:
        connection = self.tracker.reader.connection
        rows = connection.execute(
            """SELECT action_id, field, new, max(id) FROM decisions
            WHERE field IN ('owner', 'action', 'kind', 'deadline', 'recipient', 'review') GROUP BY action_id, field"""
        ).fetchall()
        for row_id, field, new, _ in rows:
            (now,) = connection.execute(f"SELECT {field} FROM actions WHERE id = {row_id}").fetchone()  # noqa: S608 - as below
            assert now == new, (row_id, field)

    @invariant()
    def history_replays_to_the_present(self) -> None:
        connection = self.tracker.reader.connection
        for (row_id,) in connection.execute("SELECT id FROM actions").fetchall():
            for field, value in replay(connection, row_id).items():
                (now,) = connection.execute(f"SELECT {field} FROM actions WHERE id = {row_id}").fetchone()  # noqa: S608 - from the program
                assert (None if now is None else str(now)) == value, field

    @invariant()
    def no_action_is_lost_and_the_file_is_sound(self) -> None:
        refs = {action.ref for action in self.tracker.reader.find(ActionFilter(rejected=True))}
        assert self.refs <= refs
        self.refs = refs
        assert self.tracker.info().damage == ()


AnyDeeds.TestCase.settings = settings(max_examples=20, stateful_step_count=15, deadline=None)
TestAnyDeeds = AnyDeeds.TestCase
