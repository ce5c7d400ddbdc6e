"""What is already known of a meeting, for telling a new version from a new meeting."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from documents import JUNE, MAY, NOON, NOWHERE, PANEL, Told, document, mark_done

from actiontracker.records import Kind, Meeting, MeetingStatus, Review, Status
from actiontracker.store import Tracker, open_tracker

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

COUNCIL, PARKS = PANEL.authority, PANEL.body


@pytest.fixture
def tracker(tmp_path: Path) -> Any:
    with open_tracker(tmp_path / "tracker.db") as opened:
        opened.save(document(Told(), Told("plant a tree", item="8", kind=Kind.REQUEST)), "ann", NOON)
        opened.save(document(Told("write"), opening="Item 9", path="nine.txt"), "ann", NOON)
        yield opened


def test_a_document_is_known_with_its_text_and_its_meeting(tracker: Tracker) -> None:
    first, second = tracker.known_sources(COUNCIL, PARKS, MAY)
    one = document(Told(), Told("plant a tree", item="8", kind=Kind.REQUEST)).minutes.source
    assert (first.sha256, first.path, first.text) == (one.sha256, "parks.txt", one.text)
    assert (first.status, first.meeting) == (MeetingStatus.DRAFT, PANEL)
    assert second.path == "nine.txt"
    assert tracker.source_with(one.sha256) == first
    assert tracker.source_with("0" * 64) is None


def test_an_action_is_known_with_its_words_and_their_place(tracker: Tracker) -> None:
    _, tree, _ = tracker.known_actions(COUNCIL, PARKS, MAY)
    (source, _) = tracker.known_sources(COUNCIL, PARKS, MAY)
    assert (tree.id, tree.ref, tree.action, tree.kind) == (2, "A-0002", "Plant a tree", Kind.REQUEST)
    assert (tree.owner, tree.item_number) == ("The Clerk", "8")
    assert tree.source_id == source.id
    assert tree.span.of(source.text) == tree.quote
    assert (tree.status, tree.review, tree.decided) == (Status.OPEN, Review.SUGGESTED, False)


def test_what_a_person_has_touched_is_marked(tracker: Tracker) -> None:
    mark_done(tracker, "A-0002", "bob", NOON, JUNE, "")
    assert [action.decided for action in tracker.known_actions(COUNCIL, PARKS, MAY)] == [False, True, False]


def test_the_actions_of_one_document(tracker: Tracker) -> None:
    assert [action.ref for action in tracker.actions_of(1)] == ["A-0001", "A-0002"]
    assert [action.ref for action in tracker.actions_of(2)] == ["A-0003"]
    assert tracker.actions_of(3) == ()


@pytest.mark.parametrize(
    ("authority", "body", "date", "known"),
    [
        (COUNCIL, PARKS, MAY, 2),
        ("NORTHMERE  borough council", "parks panel", MAY, 2),
        (None, PARKS, MAY, 2),
        ("Alder Town Council", PARKS, MAY, 0),
        (COUNCIL, PARKS, JUNE, 0),
        (COUNCIL, "Audit Committee", MAY, 0),
        (COUNCIL, None, MAY, 0),
        (COUNCIL, PARKS, None, 0),
        (None, None, MAY, 0),
        (None, None, None, 0),
        ("  ", "", MAY, 0),
    ],
)
def test_a_meeting_is_known_by_body_and_date(
    tracker: Tracker, authority: str | None, body: str | None, date: datetime.date | None, known: int
) -> None:
    assert len(tracker.known_sources(authority, body, date)) == known


def test_an_authority_that_an_earlier_page_did_not_name_is_no_contradiction(tracker: Tracker) -> None:
    tracker.save(document(opening="Nameless", meeting=replace(PANEL, authority=None)), "ann", NOON)
    assert len(tracker.known_sources(COUNCIL, PARKS, MAY)) == 3


def test_two_councils_panels_of_one_name_are_two_candidates_and_so_none(tracker: Tracker) -> None:
    tracker.save(document(opening="Other", meeting=replace(PANEL, authority="Alder Town Council")), "ann", NOON)
    assert tracker.known_sources(None, PARKS, MAY) == ()
    assert len(tracker.known_sources(COUNCIL, PARKS, MAY)) == 2


def test_a_council_without_a_body_is_known_by_itself(tracker: Tracker) -> None:
    tracker.save(document(opening="Parish", meeting=Meeting("Alder Parish Council", None, MAY)), "ann", NOON)
    assert len(tracker.known_sources("Alder Parish Council", None, MAY)) == 1


def test_documents_of_no_certain_meeting_are_never_taken_for_one(tracker: Tracker) -> None:
    tracker.save(document(opening="Nowhere", meeting=NOWHERE), "ann", NOON)
    assert tracker.known_sources(None, None, None) == ()
