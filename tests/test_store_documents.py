"""Saving a document: everything that the stages found is kept, once, with the places in the source it came from."""

from __future__ import annotations

import datetime
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from documents import JULY, JUNE, MAY, NOON, NOWHERE, PANEL, Told, document
from hypothesis import given, settings
from hypothesis import strategies as st

from actiontracker.errors import TrackerError
from actiontracker.records import ActionFilter, Kind, Meeting, Person, Problem, Role, Span
from actiontracker.store import Document, SavedStatus, Tracker, open_tracker
from actiontracker.store.rows import storable

TABLES = """
authorities bodies meetings sources problems people attendance items commitments told_again actions action_commitments
due_dates history
"""


@pytest.fixture
def tracker(tmp_path: Path) -> Any:
    with open_tracker(tmp_path / "tracker.db") as opened:
        yield opened


def rows(tracker: Tracker, sql: str) -> list[Any]:
    return tracker.reader.connection.execute(sql).fetchall()


def contents(tracker: Tracker) -> dict[str, list[Any]]:
    return {table: rows(tracker, f"SELECT * FROM {table}") for table in TABLES.split()}  # noqa: S608 - own names


def test_a_new_document_gives_each_action_a_reference_in_its_order(tracker: Tracker) -> None:
    saved = tracker.save(document(Told(), Told("plant a tree")), "ann", NOON)
    assert saved.status is SavedStatus.NEW
    assert saved.added == ("A-0001", "A-0002")
    assert [action.action for action in tracker.reader.find(ActionFilter())] == ["Repair the gate", "Plant a tree"]


def test_the_same_document_again_changes_nothing(tracker: Tracker) -> None:
    one = document(Told(due=JUNE, twice=True), problems=(Problem("parks.txt", "a torn page", page=2),))
    first = tracker.save(one, "ann", NOON)
    before = contents(tracker)
    elsewhere = replace(one, minutes=replace(one.minutes, source=replace(one.minutes.source, path="copy of parks.txt")))
    again = tracker.save(elsewhere, "bob", NOON + datetime.timedelta(days=1))
    assert again.status is SavedStatus.UNCHANGED
    assert again.source_id == first.source_id
    assert contents(tracker) == before


def test_a_document_without_any_action_is_kept_too(tracker: Tracker) -> None:
    saved = tracker.save(document(), "ann", NOON)
    assert (saved.status, saved.added) == (SavedStatus.NEW, ())
    assert tracker.has_source(document().minutes.source.sha256)
    assert not tracker.has_source("0" * 64)


def test_everything_found_stands_in_its_table(tracker: Tracker) -> None:
    told = Told(
        "send the figures",
        owner="The Treasurer",
        recipient="to members",
        deadline="by June",
        due=JUNE,
        item="60/17(h)",
        kind=Kind.REQUEST,
        inferred="Bea Cole",
        twice=True,
    )
    tracker.save(document(told, problems=(Problem("parks.txt", "a torn page", page=2, line=9),)), "ann", NOON)
    text = rows(tracker, "SELECT text FROM sources")[0][0]
    (found,) = rows(
        tracker,
        """SELECT start, end, quote, owner, owner_start, owner_end, recipient, recipient_start, recipient_end,
        deadline, deadline_start, deadline_end, cue, score, section, model_version FROM commitments""",
    )
    for words, (start, end) in {found[2]: found[:2], **{found[at]: found[at + 1 : at + 3] for at in (3, 6, 9)}}.items():
        assert text[start:end] == words
    assert found[2] == "The Treasurer would send the figures to members by June"
    assert found[12:] == ("would-undertake", 0.75, "minutes", "minutes_syntax-1.0")
    ((start, end, line),) = rows(tracker, "SELECT start, end, line FROM told_again")
    assert text[start:end].startswith("RESOLVED that The Treasurer")
    assert line == 4
    (action,) = tracker.reader.find(ActionFilter())
    assert (action.own_ref, action.owner_inferred, action.item_title) == ("60/17(h)", "Bea Cole", "Play areas")
    assert (action.kind, action.recipient, action.deadline) == (Kind.REQUEST, "to members", "by June")
    assert (action.due, action.first_due, action.due_rule, action.times_moved) == (JUNE, JUNE, "named-month", 0)
    assert (action.authority, action.body, action.meeting_date) == (PANEL.authority, PANEL.body, MAY)
    assert text[action.start : action.end] == action.quote
    assert rows(tracker, "SELECT page, line, message FROM problems") == [(2, 9, "a torn page")]


def test_who_was_there_is_kept_and_a_person_is_held_once(tracker: Tracker) -> None:
    tracker.save(document(), "ann", NOON)
    people = (Person("Bea  COLE", Role.OFFICER, present=False), Person("Cai Dunn", Role.OTHER))
    tracker.save(document(opening="Second", people=people), "ann", NOON)
    there = """SELECT t.source_id, p.name, t.role, t.post, t.initials, t.present
        FROM attendance t JOIN people p ON p.id = t.person_id ORDER BY t.id"""
    assert rows(tracker, there) == [
        (1, "Alun Teg", "member", None, None, 1),
        (1, "Bea Cole", "officer", "Head of Parks", "BC", 1),
        (2, "Bea Cole", "officer", None, None, 0),
        (2, "Cai Dunn", "other", None, None, 1),
    ]


def test_stops_make_no_other_person(tracker: Tracker) -> None:
    for version, name in enumerate(("Mr. A.Teg", "Mr A Teg", "mr a. teg", "Mr A Tegg")):
        tracker.save(document(opening=str(version), people=(Person(name, Role.MEMBER),)), "ann", NOON)
    assert rows(tracker, "SELECT name FROM people") == [("Mr. A.Teg",), ("Mr A Tegg",)]


def test_finding_is_the_first_line_of_an_actions_history(tracker: Tracker) -> None:
    tracker.save(document(Told()), "ann", NOON)
    (line,) = tracker.reader.evidence("A-0001").history
    assert (line.who, line.at, line.what, line.new, line.decided) == ("ann", NOON, "found", "Repair the gate", False)
    assert line.why == "in the draft minutes parks.txt, line 3"


def test_two_pages_of_one_meeting_share_it_whatever_the_spelling(tracker: Tracker) -> None:
    tracker.save(document(Told()), "ann", NOON)
    shouted = replace(PANEL, authority="NORTHMERE  Borough Council", body="PARKS PANEL")
    tracker.save(document(Told("plant a tree", item="8"), meeting=shouted), "ann", NOON)
    assert rows(tracker, "SELECT count(*) FROM meetings") == [(1,)]
    assert rows(tracker, "SELECT count(*) FROM bodies") == [(1,)]


@pytest.mark.parametrize("meeting", [NOWHERE, replace(PANEL, date=None), Meeting(date=MAY)])
def test_documents_that_are_not_certain_of_their_meeting_share_none(tracker: Tracker, meeting: Meeting) -> None:
    for action in ("repair the gate", "plant a tree"):
        tracker.save(document(Told(action), meeting=meeting), "ann", NOON)
    assert rows(tracker, "SELECT count(*) FROM meetings") == [(2,)]
    assert tracker.reader.find(ActionFilter())[0].meeting_date == meeting.date


def test_a_quote_that_is_not_the_sources_own_words_is_refused_whole(tracker: Tracker) -> None:
    one = document(Told("plant a tree"), Told())
    shifted = replace(one.actions[1].commitment, span=Span(3, 9))
    wrong = replace(one, actions=(one.actions[0], replace(one.actions[1], commitment=shifted)))
    before = contents(tracker)
    with pytest.raises(TrackerError, match=r"parks\.txt:5: the words of a commitment"):
        tracker.save(wrong, "ann", NOON)
    assert contents(tracker) == before


def test_half_characters_from_a_broken_font_are_kept_as_unknown_ones_in_place(tracker: Tracker) -> None:
    tracker.save(document(Told("repair the \ud835gate\udc9c"), opening="Parks\ud800"), "ann", NOON)
    (action,) = tracker.reader.find(ActionFilter())
    evidence = tracker.reader.evidence(action.ref)
    assert action.quote == "The Clerk would repair the \ufffdgate\ufffd"
    assert evidence.quote.of(evidence.text) == action.quote


def test_a_document_refused_inside_a_larger_transaction_leaves_the_others(tracker: Tracker) -> None:
    wrong = document(Told("plant a tree"))
    wrong = replace(
        wrong, actions=(replace(wrong.actions[0], commitment=replace(wrong.actions[0].commitment, item=7)),)
    )
    with tracker.transaction():
        tracker.save(document(Told()), "ann", NOON)
        with pytest.raises(IndexError):
            tracker.save(wrong, "ann", NOON)
    assert [action.ref for action in tracker.reader.find(ActionFilter())] == ["A-0001"]
    assert rows(tracker, "SELECT count(*) FROM sources") == [(1,)]


def test_a_transaction_that_fails_leaves_nothing(tracker: Tracker) -> None:
    before = contents(tracker)
    with suppress(KeyboardInterrupt), tracker.transaction():
        tracker.save(document(Told()), "ann", NOON)
        raise KeyboardInterrupt
    assert contents(tracker) == before


WORDS = st.text(st.characters(exclude_characters="\r\n"), min_size=1, max_size=20).map(lambda text: f"x{text}x")
TOLD = st.builds(
    Told,
    action=WORDS,
    owner=st.none() | st.sampled_from(["The Clerk", "Cllr Siân Wynn", "Ω"]),
    recipient=st.none() | WORDS,
    due=st.none() | st.dates(),
    item=st.none() | st.sampled_from(["7", "7.1", "14/2018/P"]),
    kind=st.sampled_from(Kind),
    twice=st.booleans(),
)
MEETINGS = st.builds(
    Meeting,
    authority=st.none() | st.sampled_from(["Northmere Borough Council", "Alder Town Council"]),
    body=st.none() | st.sampled_from(["Parks Panel", "Audit Committee"]),
    date=st.none() | st.sampled_from([MAY, JUNE, JULY]),
)
DOCUMENTS = st.builds(lambda told, meeting: document(*told, meeting=meeting), st.lists(TOLD, max_size=4), MEETINGS)


@settings(max_examples=40, deadline=None)
@given(st.lists(DOCUMENTS, min_size=1, max_size=4))
def test_whatever_is_saved_is_found_again_word_for_word_and_saving_it_again_changes_nothing(
    documents: list[Document],
) -> None:
    with tempfile.TemporaryDirectory() as folder, open_tracker(Path(folder) / "tracker.db") as tracker:
        for one in documents:
            tracker.save(one, "ann", NOON)
        before = contents(tracker)
        assert {tracker.save(one, "bob", NOON).status for one in documents} == {SavedStatus.UNCHANGED}
        assert contents(tracker) == before
        different = {one.minutes.source.sha256: one for one in documents}.values()
        expected = [storable(found.commitment.quote) for one in different for found in one.actions]
        actions = tracker.reader.find(ActionFilter(), sort="ref")
        assert [action.quote for action in actions] == expected
        for action in actions:
            evidence = tracker.reader.evidence(action.ref)
            assert evidence.quote.of(evidence.text) == action.quote
            assert evidence.quote_in_passage.of(evidence.passage_text) == action.quote
            assert evidence.due_dates[-1].due == action.due
        assert tracker.info().damage == ()
