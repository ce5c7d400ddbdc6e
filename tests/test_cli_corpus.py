"""`actiontracker corpus`: what people decided as marked documents, and what is sound in a corpus."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from commands import AUDIT, run, small_tracker
from documents import NOON, PANEL, Told, document, mark_done
from marked_minutes import CLEAN
from marked_minutes import PANEL as MARKED_PANEL

from actiontracker.annotation import load_gold, parse_marked
from actiontracker.records import Kind, Review, SourceKind
from actiontracker.store import Revision, open_tracker
from actiontracker.store.rows import moment, update
from actiontracker.store.steps import Event, Hand, note

if TYPE_CHECKING:
    from actiontracker.annotation import Annotated

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A-0001 to A-0003 in parks.txt, nothing decided; A-0004 in audit.txt is done."""
    return small_tracker(tmp_path / "tracker.db")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "corpus"


def decide(database: Path, number: int, review: Review, why: str = "", **fields: str) -> None:
    """A person accepts or rejects an action, or gives it other words."""
    with open_tracker(database) as tracker, tracker.transaction():
        hand = Hand(tracker._db, "ann", moment(NOON), decided=True)
        note(hand, number, Event.CHANGED, why, "review", Review.SUGGESTED, review)
        for field, words in fields.items():
            note(hand, number, Event.CHANGED, why, field, None, words)
        update(hand.db, "actions", number, review=review, **fields)


def export(capsys: Capture, database: Path, folder: Path, *options: str) -> list[str]:
    """What is told of an export that goes well."""
    done = run(capsys, "corpus", "export", folder, *options, "--db", database)
    assert done.code == 0, done.err
    return [*done.out.splitlines(), *done.err.splitlines()]


def told(marked: Annotated) -> list[str]:
    return [f"{mark.name} {mark.ids or mark.why}: {mark.span.of(marked.text)}" for mark in marked.marks]


# --- export ----------------------------------------------------------------------------------------------------------

PARKS = """\
authority: Northmere Borough Council
committee: Parks Panel
date: 2026-05-14
source: parks.txt
layout: unknown
---
Parks Panel, draft
7 Play areas
{undertaking 1: {owner: The Clerk} would repair the gate {recipient: for residents} {deadline: by June}}.
{undertaking 1: RESOLVED that The Clerk would repair the gate for residents by June.}
7 Play areas
{near plan: It was agreed that officers would publish the tree survey in due course}.
8 Fees
{request 2: {owner: The Head of Parks} would review the mooring fee}.
"""


def test_a_decided_document_is_written_with_its_marks(capsys: Capture, database: Path, folder: Path) -> None:
    decide(database, 1, Review.ACCEPTED)
    decide(database, 2, Review.REJECTED, why="Plan")
    decide(database, 3, Review.ACCEPTED)
    lines = export(capsys, database, folder)
    assert lines == [
        f"parks.txt: {folder / '0001-parks.marked'}, 2 commitments, 1 near miss",
        f"audit.txt: {folder / '0002-audit.marked'}, 1 commitment, no near misses",
        "2 documents exported, none left out.",
    ]
    assert (folder / "0001-parks.marked").read_text(encoding="utf-8") == PARKS
    assert [document.text for document in load_gold(folder)] == [
        document(
            Told("repair the gate", "The Clerk", deadline="by June", recipient="for residents", twice=True),
            Told("publish the tree survey", None, deadline="in due course"),
            Told("review the mooring fee", "The Head of Parks", item="8", title="Fees"),
        ).minutes.source.text,
        document(Told("bring the risk list", "The Auditor"), meeting=AUDIT).minutes.source.text,
    ]


def test_an_action_that_somebody_has_done_was_a_commitment(capsys: Capture, database: Path, folder: Path) -> None:
    lines = export(capsys, database, folder)
    assert "parks.txt: not exported: nothing in it is decided yet (3 found)." in lines
    assert [path.name for path in folder.iterdir()] == ["0002-audit.marked"]
    (audit,) = load_gold(folder)
    assert told(audit) == [
        "undertaking (1,): The Auditor would bring the risk list",
        "owner (1,): The Auditor",
    ]


def test_what_is_rejected_without_a_known_reason_is_rejected(capsys: Capture, database: Path, folder: Path) -> None:
    decide(database, 4, Review.REJECTED, why="we never said this")
    export(capsys, database, folder)
    (audit,) = load_gold(folder)
    assert told(audit) == ["near rejected: The Auditor would bring the risk list"]


def test_a_document_decided_in_part_is_exported_when_asked(capsys: Capture, database: Path, folder: Path) -> None:
    decide(database, 1, Review.ACCEPTED)
    lines = export(capsys, database, folder)
    assert any("parks.txt: not exported: 2 of 3 found are not decided yet" in line for line in lines)
    export(capsys, database, folder, "--undecided")
    parks = parse_marked((folder / "0001-parks.marked").read_text(encoding="utf-8"), "parks")
    assert [mark.why for mark in parks.near_misses] == ["borderline", "borderline"]
    assert len(parks.commitments) == 2


def test_what_a_person_changed_is_marked_where_it_stands(capsys: Capture, database: Path, folder: Path) -> None:
    words = {"owner": "the head of parks", "deadline": "by Easter", "kind": Kind.OFFER.value}
    decide(database, 1, Review.ACCEPTED, **words)
    decide(database, 2, Review.REJECTED)
    decide(database, 3, Review.REJECTED)
    lines = export(capsys, database, folder)
    assert "parks.txt: the deadline of A-0001, “by Easter”, stands nowhere in the text." in lines
    parks = parse_marked((folder / "0001-parks.marked").read_text(encoding="utf-8"), "parks")
    first, _ = parks.commitments
    assert (first.name, parks.field_words(first, "owner")) == ("offer", "The Head of Parks")
    assert parks.field_words(first, "deadline") is None


def test_a_field_across_the_edge_of_another_mark_is_told(capsys: Capture, database: Path, folder: Path) -> None:
    decide(database, 1, Review.ACCEPTED, owner="the Clerk", deadline="by June. Resolved")
    decide(database, 2, Review.REJECTED)
    decide(database, 3, Review.REJECTED)
    lines = export(capsys, database, folder)
    told = "parks.txt: the deadline of A-0001, “by June. Resolved”, stands across the edge of another mark."
    assert told in lines


def test_nothing_is_overwritten_unless_told(capsys: Capture, database: Path, folder: Path) -> None:
    export(capsys, database, folder)
    path = folder / "0002-audit.marked"
    written = path.read_bytes()
    assert "1 document exported" in export(capsys, database, folder)[-1]
    path.write_text("mine", encoding="utf-8")
    done = run(capsys, "corpus", "export", folder, "--db", database)
    assert done.code == 1
    assert f"audit.txt: not exported: {path} is there already and differs; --force overwrites it." in done.err
    assert path.read_text(encoding="utf-8") == "mine"
    export(capsys, database, folder, "--force")
    assert path.read_bytes() == written


def test_the_newest_version_alone_is_exported(capsys: Capture, database: Path, folder: Path) -> None:
    newer = document(Told("bring the risk list", "The Auditor"), meeting=AUDIT, path="new/audit.txt", opening="Again")
    with open_tracker(database) as tracker:
        tracker.save(replace(newer, revision=Revision(2, {0: 4})), "ann", NOON)
    lines = export(capsys, database, folder)
    assert "audit.txt: not exported: new/audit.txt is a newer version of it." in lines
    assert [path.name for path in folder.iterdir()] == ["0003-audit.marked"]


def test_a_document_read_again_is_marked_once(capsys: Capture, database: Path, folder: Path) -> None:
    again = document(Told("bring the risk list", "The Auditor"), meeting=AUDIT, path="audit.txt")
    with open_tracker(database) as tracker:
        tracker.save(replace(again, revision=Revision(2, {0: 4})), "ann", NOON)
    assert export(capsys, database, folder) == [
        f"audit.txt: {folder / '0002-audit.marked'}, 1 commitment, no near misses",
        "parks.txt: not exported: nothing in it is decided yet (3 found).",
        "1 document exported, 1 left out.",
    ]


def test_words_that_are_not_those_of_the_text_are_told(capsys: Capture, database: Path, folder: Path) -> None:
    connection = sqlite3.connect(database)
    connection.executescript(
        "DROP TRIGGER sources_keep_their_text; UPDATE sources SET text = 'x' || text WHERE id = 2;"
    )
    connection.close()
    done = run(capsys, "corpus", "export", folder, "--db", database)
    assert done.code == 1
    assert "audit.txt: not exported: the words of A-0004 are not those of the text at their place." in done.err
    assert not folder.exists()


def test_two_finds_on_the_same_words_are_marked_once(capsys: Capture, tmp_path: Path, folder: Path) -> None:
    made = document(Told("mend the gate"), meeting=PANEL)
    twice = replace(made, actions=(made.actions[0], made.actions[0]))
    with open_tracker(tmp_path / "tracker.db") as tracker:
        tracker.save(twice, "ann", NOON)
    decide(tmp_path / "tracker.db", 1, Review.REJECTED)
    decide(tmp_path / "tracker.db", 2, Review.ACCEPTED)
    lines = export(capsys, tmp_path / "tracker.db", folder)
    assert any("A-0001 is not marked at character" in line for line in lines)
    (parks,) = load_gold(folder)
    assert [mark.name for mark in parks.marks] == ["undertaking", "owner"]


def test_braces_and_places_of_the_machine_stay_where_they_belong(capsys: Capture, tmp_path: Path, folder: Path) -> None:
    made = document(Told("mend {the gate}", recipient="{members}"), path="/home/ann/Private/My {minutes}.pdf")
    source = replace(made.minutes.source, kind=SourceKind.PDF)
    with open_tracker(tmp_path / "tracker.db") as tracker:
        tracker.save(replace(made, minutes=replace(made.minutes, source=source)), "ann", NOON)
        mark_done(tracker, "1", "ann", NOON, NOON.date(), "")
    export(capsys, tmp_path / "tracker.db", folder)
    (path,) = folder.iterdir()
    assert path.name == "0001-my-minutes.marked"
    text = path.read_text(encoding="utf-8")
    assert "Private" not in text
    assert parse_marked(text, "a").text == source.text
    assert parse_marked(text, "a").head["layout"] == "pdf"


def test_without_a_tracker_or_with_a_file_for_a_folder_nothing_is_made(
    capsys: Capture, database: Path, tmp_path: Path, folder: Path
) -> None:
    assert run(capsys, "corpus", "export", folder, "--db", tmp_path / "none.db").code == 3
    folder.write_text("mine", encoding="utf-8")
    assert run(capsys, "corpus", "export", folder, "--db", database).code == 2
    assert folder.read_text(encoding="utf-8") == "mine"


def test_exporting_changes_nothing_in_the_tracker(capsys: Capture, database: Path, folder: Path) -> None:
    before = database.read_bytes()
    export(capsys, database, folder)
    assert database.read_bytes() == before


# --- check -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "marked"
    folder.mkdir()
    (folder / "a.marked").write_text(MARKED_PANEL, encoding="utf-8")
    (folder / "b.marked").write_text(f"authority: a\ncommittee: b\n{CLEAN}", encoding="utf-8")
    return folder


def test_what_a_corpus_holds(capsys: Capture, corpus: Path) -> None:
    done = run(capsys, "corpus", "check", corpus)
    assert done.code == 0
    lines = [" ".join(line.split()) for line in done.out.splitlines()]
    for line in (
        "documents 2",
        "documents without a commitment 1 50.0%",
        "commitments 2",
        "places that tell of one 3",
        "kind: request 1 33.3%",
        "with: owner 3 100.0%",
        "near misses 3",
        "near miss: borderline 1 33.3%",
    ):
        assert line in lines
    assert done.err.splitlines() == [
        "No run of words stands in more than one text.",
        "2 documents, 0 broken; no marks to look at.",
    ]


def test_broken_marks_and_slips_are_told_with_their_line(capsys: Capture, corpus: Path) -> None:
    (corpus / "c.marked").write_text("layout: notes\n---\nOne\n{request 1: two", encoding="utf-8")
    (corpus / "d.json").write_text('{"text": "The gate."}', encoding="utf-8")
    head = "authority: a\r\ncommittee: c\r\nlayout: notes\r\n---\r\n"
    (corpus / "e.marked").write_bytes(f"{head}One\r\n{{request 1: Two.}}".encode())
    done = run(capsys, "corpus", "check", corpus)
    assert done.code == 1
    assert f"{corpus / 'c.marked'}:4: the mark “request” that begins here is never closed." in done.err
    assert f"{corpus / 'd.json'}:1: “actions” is no list of objects." in done.err
    assert f"{corpus / 'e.marked'}:6: the request “Two.” ends with its full stop; leave it outside." in done.err
    assert done.err.endswith("3 documents, 2 broken; 1 mark to look at.\n")


NINE = "the warden reported that nine of the gates were broken"


def test_runs_of_words_in_two_documents_are_told(capsys: Capture, corpus: Path, tmp_path: Path) -> None:
    (corpus / "c.marked").write_text(f"{MARKED_PANEL}\nThen {NINE} again.", encoding="utf-8")
    done = run(capsys, "corpus", "check", corpus / "b.marked", corpus / "c.marked")
    assert "No run of words" in done.err
    other = tmp_path / "real"
    other.mkdir()
    (other / "old.html").write_text(f"<html><body><p>{NINE.upper()}!</p></body></html>", encoding="utf-8")
    (other / "gold.json").write_text(json.dumps({"text": f"So {NINE}.", "actions": []}), encoding="utf-8")
    done = run(capsys, "corpus", "check", corpus / "c.marked", "--shared-with", other)
    assert f"3      {NINE}" in done.out
    assert "1 run of words in more than one text." in done.err
    data = json.loads(
        run(capsys, "corpus", "check", corpus / "c.marked", "--shared-with", other, "--format", "json").out
    )
    texts = sorted(map(str, [corpus / "c.marked", other / "gold.json", other / "old.html"]))
    assert data["shared_runs"] == [{"words": NINE, "texts": texts}]
    assert (data["broken"], data["to_look_at"]) == ([], [])
    assert {row["what"]: row["number"] for row in data["counts"]}["documents"] == 1


def test_a_document_named_twice_is_counted_once(capsys: Capture, corpus: Path) -> None:
    (corpus / "c.marked").write_text("---", encoding="utf-8")
    done = run(capsys, "corpus", "check", corpus, corpus / "a.marked", corpus / "c.marked")
    assert done.err.splitlines()[-1] == "2 documents, 1 broken; no marks to look at."


@pytest.mark.parametrize("name", ["none", "none.marked", "tracker.txt"])
def test_a_path_without_marked_documents_is_told(capsys: Capture, tmp_path: Path, name: str) -> None:
    (tmp_path / "tracker.txt").write_text("text", encoding="utf-8")
    done = run(capsys, "corpus", "check", tmp_path / name)
    assert done.code == 1
    assert name in done.err


def test_the_marked_samples_are_sound(capsys: Capture) -> None:
    samples = Path(__file__).parents[1] / "samples" / "marked"
    done = run(capsys, "corpus", "check", samples)
    assert (done.code, done.err.splitlines()[-1]) == (0, "2 documents, 0 broken; no marks to look at.")
