"""What a clerk decides of found actions, and that no later reading undoes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from documents import JULY, JUNE, MAY, NOON, PANEL, Told, document, mark_closed

from actiontracker.errors import TrackerError, UsageError
from actiontracker.records import ActionFilter, Kind, Meeting, MeetingStatus, Review, Status, TrackedAction
from actiontracker.store import Revision, open_tracker, review
from actiontracker.store.entered import Entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from actiontracker.store import Tracker
    from actiontracker.store.steps import Hand


@pytest.fixture
def tracker(tmp_path: Path) -> Any:
    with open_tracker(tmp_path / "tracker.db") as opened:
        opened.save(document(Told(due=JUNE), Told("plant a tree", owner=None)), "ann", NOON)
        yield opened


def do(tracker: Tracker, what: Callable[[Hand, int], object], ref: str = "A-0001") -> TrackedAction:
    return tracker.decide(ref, "bob", NOON, what)


def test_accepting_and_rejecting_say_who_and_why(tracker: Tracker) -> None:
    assert do(tracker, lambda hand, one: review.accept(hand, one, "")).review is Review.ACCEPTED
    rejected = do(tracker, lambda hand, one: review.reject(hand, one, "only told as information"))
    assert rejected.review is Review.REJECTED
    last = tracker.reader.evidence("A-0001").history[-1]
    assert (last.who, last.why, last.old, last.new) == ("bob", "only told as information", "accepted", "rejected")
    assert [one.ref for one in tracker.reader.find(ActionFilter())] == ["A-0002"]


def test_an_edit_puts_right_confirms_and_outlasts_the_approved_minutes(tracker: Tracker) -> None:
    fields = {"owner": "Head of Parks", "action": "Mend the gate"}
    action = do(tracker, lambda hand, one: review.edit(hand, one, fields, JULY, "as agreed"))
    assert (action.owner, action.action, action.due, action.review) == (
        "Head of Parks", "Mend the gate", JULY, Review.ACCEPTED,
    )  # fmt: skip
    approved = replace(PANEL, status=MeetingStatus.APPROVED)
    told = Told("repair the gate", owner="The Surveyor", due=MAY)
    tracker.save(document(told, meeting=approved, opening="Approved", revision=Revision(1, {0: 1})), "cai", NOON)
    after = tracker.reader.one("A-0001")
    assert (after.owner, after.action, after.due) == ("Head of Parks", "Mend the gate", JULY)


def test_an_edit_that_was_undone_leaves_the_field_to_the_minutes(tracker: Tracker) -> None:
    do(tracker, lambda hand, one: review.edit(hand, one, {"owner": "Head of Parks"}))
    tracker.undo("A-0001", "bob", NOON)
    approved = replace(PANEL, status=MeetingStatus.APPROVED)
    told = Told("repair the gate", owner="The Surveyor", due=JUNE)
    tracker.save(document(told, meeting=approved, opening="Approved", revision=Revision(1, {0: 1})), "cai", NOON)
    assert tracker.reader.one("A-0001").owner == "The Surveyor"


def test_only_what_minutes_say_can_be_edited(tracker: Tracker) -> None:
    with pytest.raises(UsageError, match="score, status cannot be edited"):
        do(tracker, lambda hand, one: review.edit(hand, one, {"status": "closed", "score": "1"}))


@pytest.mark.parametrize("parts", [[], ["One"], ["One", "  "], ["One"] * 27])
def test_an_action_is_split_into_two_to_twenty_six_parts(tracker: Tracker, parts: list[str]) -> None:
    with pytest.raises(UsageError, match="at least two parts"):
        do(tracker, lambda hand, one: review.split(hand, one, parts, ""))
    assert tracker.reader.count(ActionFilter()) == 2


def test_parts_and_ended_actions_are_not_split(tracker: Tracker) -> None:
    do(tracker, lambda hand, one: review.split(hand, one, ["One", "Two"], ""))
    with pytest.raises(UsageError, match="A part cannot be split"):
        do(tracker, lambda hand, one: review.split(hand, one, ["One", "Two"], ""), "A-0003")
    mark_closed(tracker, "A-0002")
    with pytest.raises(UsageError, match="closed cannot be split"):
        do(tracker, lambda hand, one: review.split(hand, one, ["One", "Two"], ""), "A-0002")


def test_a_merged_action_lives_on_in_the_other_which_learns_what_it_lacks(tracker: Tracker) -> None:
    merged = do(tracker, lambda hand, one: review.merge(hand, one, 2, "told twice"))
    assert (merged.status, merged.merged_into) == (Status.MERGED, "A-0002")
    other = tracker.reader.one("A-0002")
    assert (other.owner, other.due, other.times_moved) == ("The Clerk", JUNE, 0)
    assert [one.ref for one in tracker.reader.find(ActionFilter(outstanding=True))] == ["A-0002"]


def test_a_number_that_a_merged_action_hands_on_names_the_one_that_goes_on(tracker: Tracker) -> None:
    do(tracker, lambda hand, one: review.edit(hand, one, {"own_ref": "SC/12"}))
    do(tracker, lambda hand, one: review.merge(hand, one, 2, "told twice"))
    assert tracker.reader.one("SC/12").ref == "A-0002"


def test_an_action_is_not_merged_with_itself_nor_with_one_that_ended(tracker: Tracker) -> None:
    with pytest.raises(UsageError, match="with itself"):
        do(tracker, lambda hand, one: review.merge(hand, one, 1, ""))
    mark_closed(tracker, "A-0002")
    with pytest.raises(UsageError, match="A-0002 cannot be merged: it is closed"):
        do(tracker, lambda hand, one: review.merge(hand, one, 2, ""))


def test_an_action_entered_by_hand_rests_on_the_words_typed(tracker: Tracker) -> None:
    meeting = Meeting("Northmere Borough Council", "Parks Panel", MAY)
    action = tracker.add(Entry("Mend the stile", meeting, Kind.REQUEST, owner="Warden", due=JULY), "bob", NOON)
    assert (action.ref, action.review, action.owner, action.due) == ("A-0003", Review.ACCEPTED, "Warden", JULY)
    assert (action.quote, action.meeting_date, action.body) == ("Mend the stile", MAY, "Parks Panel")
    evidence = tracker.reader.evidence("A-0003")
    assert evidence.quote.of(evidence.text) == action.quote


def test_an_action_entered_by_hand_can_rest_on_words_of_the_minutes(tracker: Tracker) -> None:
    action = tracker.add(Entry("Plant it in May", PANEL, quote="officers  would\nplant a tree"), "bob", NOON)
    assert (action.quote, action.source_path, action.item_number) == ("officers would plant a tree", "parks.txt", "7")


@pytest.mark.parametrize(("words", "told"), [("no such words", "do not stand in any"), ("would", "stand 2 times")])
def test_words_that_stand_nowhere_or_twice_are_no_evidence(tracker: Tracker, words: str, told: str) -> None:
    with pytest.raises(TrackerError, match=told):
        tracker.add(Entry("Mend the stile", PANEL, quote=words), "bob", NOON)
    assert tracker.reader.count(ActionFilter()) == 2
