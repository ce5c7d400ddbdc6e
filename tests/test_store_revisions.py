"""Approved minutes after draft ones: references stay, differences are told, and what people decided stands."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from documents import JULY, JUNE, MAY, NOON, NOWHERE, PANEL, Told, document, mark_done

from actiontracker.records import ActionFilter, Meeting, MeetingStatus, Status
from actiontracker.store import Change, Document, Revision, Saved, SavedStatus, Tracker, open_tracker

if TYPE_CHECKING:
    from pathlib import Path

LATER = NOON + datetime.timedelta(days=30)
APPROVED = replace(PANEL, status=MeetingStatus.APPROVED)
GATE = Told("repair the gate", deadline="by June", due=JUNE)
TREE = Told("plant a tree")


@pytest.fixture
def tracker(tmp_path: Path) -> Any:
    with open_tracker(tmp_path / "tracker.db") as opened:
        yield opened


def approved(tracker: Tracker, *told: Told, matches: dict[int, int], meeting: Meeting = APPROVED) -> Saved:
    """Save the approved version of the first document."""
    new = document(*told, meeting=meeting, path="approved.txt", revision=Revision(1, matches), opening="Approved")
    return tracker.save(new, "ann", LATER)


def decide(tracker: Tracker, ref: str, field: str, value: str) -> None:
    """What a person's edit does: the column and a line of history that says a person decided."""
    with tracker.transaction():
        write = tracker.reader.connection.execute
        write(f"UPDATE actions SET {field} = ? WHERE ref = ?", [value, ref])  # noqa: S608 - own names
        write(
            """INSERT INTO history (action_id, at, who, what, field, new, why, decided)
            SELECT id, '2026-05-21T09:00:00+00:00', 'bob', 'edited', ?, ?, '', 1 FROM actions WHERE ref = ?""",
            [field, value, ref],
        )


def test_an_action_told_the_same_keeps_its_reference_and_its_history(tracker: Tracker) -> None:
    tracker.save(document(GATE), "ann", NOON)
    saved = approved(tracker, GATE, matches={0: 1})
    assert (saved.status, saved.matched) == (SavedStatus.REVISED, ("A-0001",))
    assert (saved.added, saved.changed, saved.missing) == ((), (), ())
    evidence = tracker.reader.evidence("A-0001")
    assert [line.what for line in evidence.history] == ["found"]
    assert len(evidence.due_dates) == 1


def test_the_action_rests_on_the_newest_words_and_keeps_the_older_ones(tracker: Tracker) -> None:
    tracker.save(document(GATE), "ann", NOON)
    approved(tracker, GATE, matches={0: 1})
    evidence = tracker.reader.evidence("A-0001")
    assert evidence.action.source_path == "approved.txt"
    assert evidence.text.startswith("Approved")
    assert [(words.source_path, words.quote) for words in evidence.other_versions] == [("parks.txt", GATE.sentence)]


def test_changed_words_are_taken_over_and_told(tracker: Tracker) -> None:
    tracker.save(document(GATE), "ann", NOON)
    saved = approved(tracker, replace(GATE, owner="The Surveyor"), matches={0: 1})
    assert saved.changed == (
        Change("A-0001", "owner", "The Clerk", "The Surveyor"),
        Change("A-0001", "quote", GATE.sentence, "The Surveyor would repair the gate by June"),
    )
    assert tracker.reader.one("A-0001").owner == "The Surveyor"
    told = tracker.reader.evidence("A-0001").history[1]
    assert (told.what, told.field, told.old, told.new) == ("minutes changed", "owner", "The Clerk", "The Surveyor")
    assert (told.who, told.at, told.decided) == ("ann", LATER, False)
    assert told.why == "told otherwise in the approved minutes approved.txt"
    assert [action.ref for action in tracker.reader.search("surveyor")] == ["A-0001"]
    assert tracker.reader.search("clerk") == ()


def test_a_condition_is_kept_over_re_reading_and_a_new_one_is_told(tracker: Tracker) -> None:
    told = replace(GATE, condition="if the grant is confirmed")
    tracker.save(document(told), "ann", NOON)
    assert approved(tracker, told, matches={0: 1}).changed == ()
    assert tracker.reader.one("A-0001").condition == "if the grant is confirmed"
    later = document(
        replace(told, condition="subject to funding"), meeting=APPROVED, path="third.txt", revision=Revision(2, {0: 1})
    )
    changed = tracker.save(later, "ann", LATER).changed
    assert changed[0] == Change("A-0001", "condition", "if the grant is confirmed", "subject to funding")
    assert tracker.reader.one("A-0001").condition == "subject to funding"


def test_a_moved_date_is_kept_beside_the_first(tracker: Tracker) -> None:
    tracker.save(document(GATE), "ann", NOON)
    saved = approved(tracker, replace(GATE, deadline="by July", due=JULY), matches={0: 1})
    assert Change("A-0001", "due", "2026-06-30", "2026-07-31") in saved.changed
    action = tracker.reader.one("A-0001")
    assert (action.first_due, action.due, action.times_moved) == (JUNE, JULY, 1)
    assert [date.due for date in tracker.reader.evidence("A-0001").due_dates] == [JUNE, JULY]


def test_search_forgets_the_words_of_the_older_version(tracker: Tracker) -> None:
    tracker.save(document(replace(GATE, deadline="by Lammas")), "ann", NOON)
    assert len(tracker.reader.search("lammas")) == 1
    approved(tracker, GATE, matches={0: 1})
    assert tracker.reader.search("lammas") == ()
    assert len(tracker.reader.search("june")) == 1


def test_a_third_version_is_taken_over_too(tracker: Tracker) -> None:
    tracker.save(document(GATE), "ann", NOON)
    approved(tracker, replace(GATE, owner="The Surveyor"), matches={0: 1})
    third = document(replace(GATE, owner="The Mayor"), meeting=APPROVED, opening="Third", revision=Revision(2, {0: 1}))
    saved = tracker.save(third, "ann", LATER)
    assert [(change.field, change.kept) for change in saved.changed] == [("owner", False), ("quote", False)]
    assert tracker.reader.one("A-0001").owner == "The Mayor"


def test_a_line_broken_elsewhere_is_no_change(tracker: Tracker) -> None:
    tracker.save(document(Told("repair the old gate")), "ann", NOON)
    assert approved(tracker, Told("repair the  old gate"), matches={0: 1}).changed == ()


def test_new_ones_are_added_and_lost_ones_stay_marked(tracker: Tracker) -> None:
    tracker.save(document(GATE, TREE), "ann", NOON)
    saved = approved(tracker, Told("count the swans"), GATE, matches={1: 1})
    assert (saved.added, saved.matched, saved.missing) == (("A-0003",), ("A-0001",), ("A-0002",))
    assert tracker.reader.one("A-0002").status is Status.OPEN
    lost = tracker.reader.evidence("A-0002").history[-1]
    assert (lost.what, lost.why) == ("no longer in the minutes", "not found in the approved minutes approved.txt")


def test_actions_of_another_page_of_the_same_meeting_are_not_missed(tracker: Tracker) -> None:
    tracker.save(document(GATE), "ann", NOON)
    tracker.save(document(TREE, opening="Item 8"), "ann", NOON)
    assert approved(tracker, GATE, matches={0: 1}).missing == ()


def test_what_a_person_decided_stands_and_the_difference_is_still_told(tracker: Tracker) -> None:
    tracker.save(document(GATE), "ann", NOON)
    decide(tracker, "A-0001", "owner", "The Mayor")
    saved = approved(tracker, replace(GATE, owner="The Surveyor"), matches={0: 1})
    assert Change("A-0001", "owner", "The Clerk", "The Surveyor", kept=True) in saved.changed
    assert tracker.reader.one("A-0001").owner == "The Mayor"
    assert tracker.reader.evidence("A-0001").history[2].why.endswith("what a person decided was kept")


def test_a_persons_edit_alone_is_not_a_change_of_the_minutes(tracker: Tracker) -> None:
    tracker.save(document(GATE), "ann", NOON)
    decide(tracker, "A-0001", "owner", "The Mayor")
    assert approved(tracker, GATE, matches={0: 1}).changed == ()
    assert tracker.reader.one("A-0001").owner == "The Mayor"


def test_a_date_that_a_person_set_stands(tracker: Tracker) -> None:
    tracker.save(document(GATE), "ann", NOON)
    decide(tracker, "A-0001", "due", "2026-12-24")
    with tracker.transaction():
        tracker.reader.connection.execute(
            """INSERT INTO due_dates (action_id, due, reason, who, at, decided)
            VALUES (1, '2026-12-24', 'agreed by the chair', 'bob', '2026-05-21T09:00:00+00:00', 1)"""
        )
    saved = approved(tracker, replace(GATE, deadline="by July", due=JULY), matches={0: 1})
    assert Change("A-0001", "due", "2026-06-30", "2026-07-31", kept=True) in saved.changed
    assert tracker.reader.one("A-0001").due == datetime.date(2026, 12, 24)


def test_done_and_accepted_actions_stay_so(tracker: Tracker) -> None:
    tracker.save(document(GATE), "ann", NOON)
    decide(tracker, "A-0001", "review", "accepted")
    mark_done(tracker, "A-0001", "bob", NOON, JUNE, "seen")
    approved(tracker, replace(GATE, owner="The Surveyor"), matches={0: 1})
    action = tracker.reader.one("A-0001")
    assert (action.status, action.done_on, action.review) == (Status.PROPOSED, JUNE, "accepted")


def test_the_approved_minutes_again_change_nothing(tracker: Tracker) -> None:
    tracker.save(document(GATE), "ann", NOON)
    approved(tracker, TREE, matches={})
    before = len(tracker.reader.evidence("A-0001").history)
    assert approved(tracker, TREE, matches={0: 2}).status is SavedStatus.UNCHANGED
    assert len(tracker.reader.evidence("A-0001").history) == before


def test_a_draft_read_after_the_approved_minutes_changes_nothing(tracker: Tracker) -> None:
    tracker.save(document(GATE, meeting=APPROVED), "ann", NOON)
    draft = document(
        replace(GATE, owner="The Beadle"), TREE, opening="Draft", path="draft.txt", revision=Revision(1, {0: 1})
    )
    saved = tracker.save(draft, "ann", LATER)
    assert (saved.matched, saved.changed, saved.added, saved.missing) == (("A-0001",), (), ("A-0002",), ("A-0002",))
    action = tracker.reader.one("A-0001")
    assert (action.owner, action.source_path) == ("The Clerk", "parks.txt")
    assert [words.source_path for words in tracker.reader.evidence("A-0001").other_versions] == ["draft.txt"]
    assert tracker.reader.meetings()[0].status is MeetingStatus.APPROVED


def test_two_actions_matched_with_the_same_one_count_once(tracker: Tracker) -> None:
    tracker.save(document(GATE), "ann", NOON)
    saved = approved(tracker, GATE, Told("mend the gate"), matches={0: 1, 1: 1})
    assert (saved.matched, saved.changed) == (("A-0001",), ())
    assert len(tracker.reader.evidence("A-0001").other_versions) == 2


def test_both_versions_share_the_meeting_even_if_the_draft_knew_less_of_it(tracker: Tracker) -> None:
    tracker.save(document(GATE, meeting=NOWHERE), "ann", NOON)
    approved(tracker, GATE, matches={0: 1})
    (meeting,) = tracker.reader.meetings()
    assert (meeting.body, meeting.date, meeting.status) == (PANEL.body, MAY, MeetingStatus.APPROVED)
    assert meeting.counts.documents == 2


def again(one: Document, meeting: Meeting, matches: dict[int, int]) -> Document:
    """The same file read again, with the meeting that the user has named since."""
    return replace(
        one, minutes=replace(one.minutes, meeting=meeting), model_version="2.0", revision=Revision(1, matches)
    )


def test_the_same_file_read_again_on_purpose_learns_its_meeting_and_its_dates(tracker: Tracker) -> None:
    one = document(replace(GATE, due=None), TREE, meeting=NOWHERE)
    tracker.save(one, "ann", NOON)
    dated = replace(again(one, PANEL, {0: 1, 1: 2}), actions=(replace(one.actions[0], due=JUNE), one.actions[1]))
    saved = tracker.save(dated, "ann", LATER)
    assert (saved.status, saved.source_id, saved.matched) == (SavedStatus.REVISED, 1, ("A-0001", "A-0002"))
    assert saved.changed == (Change("A-0001", "due", None, "2026-06-30"),)
    action = tracker.reader.one("A-0001")
    assert (action.meeting_date, action.body, action.due, action.times_moved) == (MAY, PANEL.body, JUNE, 0)
    assert [meeting.counts.documents for meeting in tracker.reader.meetings()] == [1]
    assert tracker.info().rows["sources"] == 1
    assert tracker.reader.connection.execute("SELECT count(*) FROM attendance").fetchone() == (2,)


def test_a_file_read_again_as_a_draft_is_no_older_version_of_itself(tracker: Tracker) -> None:
    one = document(GATE, meeting=APPROVED)
    tracker.save(one, "ann", NOON)
    owned = replace(one.actions[0], owner_inferred="Bea Cole")
    saved = tracker.save(replace(again(one, PANEL, {0: 1}), actions=(owned,)), "ann", LATER)
    assert saved.changed == (Change("A-0001", "owner_inferred", None, "Bea Cole"),)


def test_a_corrected_meeting_date_takes_the_actions_along(tracker: Tracker) -> None:
    one = document(GATE)
    tracker.save(one, "ann", NOON)
    tracker.save(again(one, replace(PANEL, date=JUNE), {0: 1}), "ann", LATER)
    assert [meeting.date for meeting in tracker.reader.meetings()] == [JUNE]
    assert tracker.reader.find(ActionFilter(meeting=JUNE))[0].ref == "A-0001"


def test_a_corrected_date_leaves_the_other_pages_of_that_meeting(tracker: Tracker) -> None:
    one = document(GATE)
    tracker.save(one, "ann", NOON)
    tracker.save(document(TREE, opening="Item 8"), "ann", NOON)
    tracker.save(again(one, replace(PANEL, date=JUNE), {0: 1}), "ann", LATER)
    assert {action.ref: action.meeting_date for action in tracker.reader.find(ActionFilter())} == {
        "A-0001": JUNE,
        "A-0002": MAY,
    }


@pytest.mark.parametrize("revision", [Revision(9, {}), Revision(1, {0: 9})])
def test_a_revision_of_what_is_not_there_is_refused_whole(tracker: Tracker, revision: Revision) -> None:
    tracker.save(document(GATE), "ann", NOON)
    with pytest.raises(ValueError, match="the tracker holds no"):
        tracker.save(document(TREE, revision=revision), "ann", LATER)
    assert tracker.info().rows["sources"] == 1
