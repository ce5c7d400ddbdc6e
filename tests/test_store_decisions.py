"""What people decided of everything found in a document, as the tracker tells it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from documents import NOON, NOWHERE, Told, document

from actiontracker.records import Kind, Review, Words
from actiontracker.store import Decision, Document, Revision, open_reader, open_tracker
from actiontracker.store.rows import moment, update
from actiontracker.store.steps import Event, Hand, note

if TYPE_CHECKING:
    from pathlib import Path

    from actiontracker.store import DecidedSource, Found

GATE = Told("repair the gate", "The Clerk", deadline="by June", twice=True, condition="if funds allow")


def saved(path: Path, *documents: Document) -> Path:
    with open_tracker(path / "tracker.db") as tracker:
        for each in documents:
            tracker.save(each, "ann", NOON)
    return path / "tracker.db"


def change(database: Path, number: int, field: str, new: str, why: str = "", *, decided: bool = True) -> None:
    """Somebody, or the program where nobody `decided` it, gives a field of an action another value."""
    with open_tracker(database) as tracker, tracker.transaction():
        note(Hand(tracker._db, "ann", moment(NOON), decided), number, Event.CHANGED, why, field, None, new)
        update(tracker._db, "actions", number, **{field: new})


def sources(database: Path) -> tuple[DecidedSource, ...]:
    with open_reader(database) as reader:
        return tuple(reader.decided())


def only(database: Path) -> Found:
    ((found,),) = (source.found for source in sources(database))
    return found


def test_something_found_comes_with_its_places_and_words(tmp_path: Path) -> None:
    made = document(GATE)
    database = saved(tmp_path, made)
    (source,) = sources(database)
    assert (source.text, source.path, source.newer) == (made.minutes.source.text, "parks.txt", None)
    assert source.meeting.body == "Parks Panel"
    commitment = made.actions[0].commitment
    found = only(database)
    assert (found.ref, found.span, found.quote) == ("A-0001", commitment.span, commitment.quote)
    assert (found.told_again, found.kind, found.decision) == (
        commitment.told_again,
        Kind.UNDERTAKING,
        Decision.UNDECIDED,
    )
    assert found.fields == {
        "owner": commitment.owner,
        "deadline": commitment.deadline,
        "condition": commitment.condition,
    }


@pytest.mark.parametrize(
    ("field", "value", "decided", "decision"),
    [
        ("review", Review.ACCEPTED.value, True, Decision.KEPT),
        ("review", Review.REJECTED.value, True, Decision.REJECTED),
        ("owner", "The Warden", True, Decision.KEPT),
        ("status", "done", True, Decision.KEPT),
        ("owner", "The Warden", False, Decision.UNDECIDED),
    ],
)
def test_whoever_touches_an_action_keeps_it_unless_they_reject_it(
    tmp_path: Path, field: str, value: str, decided: bool, decision: Decision
) -> None:
    database = saved(tmp_path, document(GATE))
    change(database, 1, field, value, decided=decided)
    assert only(database).decision is decision


def test_other_words_have_no_place_and_none_is_no_field(tmp_path: Path) -> None:
    database = saved(tmp_path, document(GATE))
    change(database, 1, "owner", "The Warden")
    fields = only(database).fields
    assert fields["owner"] == "The Warden"
    assert isinstance(fields["deadline"], Words)
    assert "recipient" not in fields


def test_the_last_reason_given_in_review_is_told(tmp_path: Path) -> None:
    database = saved(tmp_path, document(GATE))
    change(database, 1, "review", "accepted", why="yes")
    change(database, 1, "review", "rejected", why="plan")
    change(database, 1, "owner", "The Warden", why="a slip")
    assert only(database).why == "plan"


def test_a_newer_version_is_named_and_each_has_its_own_words(tmp_path: Path) -> None:
    draft, approved = document(GATE), document(GATE, path="approved.txt", opening="Parks Panel again")
    database = saved(tmp_path, draft, replace(approved, revision=Revision(1, {0: 1})))
    old, new = sources(database)
    assert (old.newer, new.newer) == ("approved.txt", None)
    assert [found.ref for found in (*old.found, *new.found)] == ["A-0001", "A-0001"]
    assert old.found[0].span.of(old.text) == new.found[0].span.of(new.text)


def test_a_document_read_again_has_each_action_once_with_the_latest_words(tmp_path: Path) -> None:
    first, again = document(GATE), document(GATE)
    shorter = replace(again.actions[0].commitment, told_again=())
    again = replace(again, actions=(replace(again.actions[0], commitment=shorter),), revision=Revision(1, {0: 1}))
    assert only(saved(tmp_path, first, again)).told_again == ()


def test_documents_without_a_certain_meeting_or_any_action_are_there_too(tmp_path: Path) -> None:
    (source,) = sources(saved(tmp_path, document(meeting=NOWHERE)))
    assert (source.found, source.meeting.body, source.meeting.date) == ((), None, None)
