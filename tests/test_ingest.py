"""From files to the tracker: what is new, what is the same, what is a newer version, and what fails alone."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path

import pytest
from documents import mark_done
from lines import nlp

from actiontracker import ingest as stages
from actiontracker.extract import default_network_path
from actiontracker.ingest import Ingested, Settings, extract_files, ingest_files, model_info
from actiontracker.records import ActionFilter, Level, Meeting, TrackedAction
from actiontracker.store import SavedStatus, open_reader, open_tracker

SAMPLES = Path(__file__).parents[1] / "samples"
NOON = datetime.datetime(2026, 7, 1, 12, tzinfo=datetime.UTC)

MINUTES = """Fallowmere Town Council

Minutes of the meeting of the Parks Committee held on 6 May 2026

{status}

Present: Councillors A Hart (Chair) and B Reed

1. Gates

{gate}

2. Benches

The Head of Parks agreed to send the costs to members by 1 June 2026.

Date of next meeting: 3 June 2026
"""


def minutes(folder: Path, name: str, status: str = "", gate: str = "The Clerk to mend the gate.") -> str:
    path = folder / name
    path.write_text(MINUTES.format(status=status, gate=gate), encoding="utf-8")
    return str(path)


def ingest(tracker: Path | None, *paths: str, settings: Settings | None = None) -> list[Ingested]:
    return list(ingest_files(paths, tracker, settings or Settings(), "clerk", NOON))


def actions(tracker: Path) -> list[TrackedAction]:
    with open_reader(tracker) as reader:
        return sorted(reader.find(ActionFilter()), key=lambda action: action.ref)


def test_a_document_gives_actions_with_their_evidence(tmp_path: Path) -> None:
    tracker = tmp_path / "tracker.db"
    (done,) = ingest(tracker, minutes(tmp_path, "may.txt"))
    assert done.saved is not None
    assert done.saved.status is SavedStatus.NEW
    gate, costs = actions(tracker)
    assert (gate.ref, gate.owner, gate.due) == ("A-0001", "The Clerk", None)
    assert (costs.owner, costs.due, costs.due_rule) == (
        "The Head of Parks",
        datetime.date(2026, 6, 1),
        "full date",
    )
    assert (costs.body, costs.meeting_date, costs.item_number) == ("Parks Committee", datetime.date(2026, 5, 6), "2")


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    tracker, path = tmp_path / "tracker.db", minutes(tmp_path, "may.txt")
    ingest(tracker, path)
    before = actions(tracker)
    (again,) = ingest(tracker, path)
    assert again.saved is not None
    assert again.saved.status is SavedStatus.UNCHANGED
    assert actions(tracker) == before


def test_the_same_file_under_another_name_is_still_the_same(tmp_path: Path) -> None:
    tracker, path = tmp_path / "tracker.db", minutes(tmp_path, "may.txt")
    ingest(tracker, path)
    copy = shutil.copy(path, tmp_path / "copy.txt")
    (again,) = ingest(tracker, str(copy))
    assert again.saved is not None
    assert again.saved.status is SavedStatus.UNCHANGED


def test_approved_minutes_show_the_difference_and_keep_what_a_person_decided(tmp_path: Path) -> None:
    tracker = tmp_path / "tracker.db"
    ingest(tracker, minutes(tmp_path, "draft.txt", status="DRAFT"))
    with open_tracker(tracker) as writing:
        mark_done(writing, "A-0001", by="clerk", at=NOON, on=NOON.date(), why="mended")
    approved = minutes(
        tmp_path, "approved.txt", status="APPROVED", gate="The Clerk to mend the gate. The Warden to paint the gate."
    )
    (done,) = ingest(tracker, approved)
    assert done.saved is not None
    assert done.saved.status is SavedStatus.REVISED
    assert len(done.saved.matched) == 2
    assert len(done.saved.added) == 1
    gate, costs, paint = actions(tracker)
    assert gate.status.value == "proposed for closure"
    assert (costs.ref, paint.ref, paint.owner) == ("A-0002", "A-0003", "The Warden")


def test_what_the_options_say_wins_and_is_taken_up_by_a_second_run(tmp_path: Path) -> None:
    tracker, path = tmp_path / "tracker.db", minutes(tmp_path, "may.txt")
    ingest(tracker, path)
    given = Settings(given=Meeting(body="Open Spaces Committee"))
    (done,) = ingest(tracker, path, settings=given)
    assert done.saved is not None
    assert done.saved.status is SavedStatus.REVISED
    assert [action.ref for action in actions(tracker)] == ["A-0001", "A-0002"]
    assert {action.body for action in actions(tracker)} == {"Open Spaces Committee"}


def test_the_options_in_other_letters_say_nothing_new(tmp_path: Path) -> None:
    tracker, path = tmp_path / "tracker.db", minutes(tmp_path, "may.txt")
    ingest(tracker, path)
    (again,) = ingest(tracker, path, settings=Settings(given=Meeting(body="PARKS committee")))
    assert again.saved is not None
    assert again.saved.status is SavedStatus.UNCHANGED


def test_one_bad_file_never_stops_the_run(tmp_path: Path) -> None:
    broken, empty = tmp_path / "broken.pdf", tmp_path / "empty.txt"
    broken.write_bytes(b"%PDF-1.7 and then nothing")
    empty.write_text("")
    paths = [str(broken), minutes(tmp_path, "may.txt"), str(empty), str(tmp_path / "nowhere.txt")]
    results = ingest(tmp_path / "tracker.db", *paths)
    assert [result.failed for result in results] == [True, False, True, True]
    assert all(result.problems for result in results if result.failed)


def test_a_dry_run_stores_nothing(tmp_path: Path) -> None:
    (done,) = ingest(None, minutes(tmp_path, "may.txt"))
    assert len(done.actions) == 2
    assert done.saved is None
    assert not list(tmp_path.glob("*.db"))


def test_progress_is_told_after_each_file(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    paths = [minutes(tmp_path, "a.txt"), minutes(tmp_path, "b.txt", gate="Nothing.")]
    list(extract_files(paths, Settings(), lambda done, total, path: told.append((done, total, path))))
    assert told == [(1, 2, paths[0]), (2, 2, paths[1])]


@pytest.mark.parametrize("name", ["scrutiny-agenda-item.html", "schools-forum.docx", "scrutiny-committee.pdf"])
def test_every_format_ends_in_the_tracker_with_exact_quotes(tmp_path: Path, name: str) -> None:
    tracker = tmp_path / "tracker.db"
    (done,) = ingest(tracker, str(SAMPLES / name))
    assert done.minutes is not None
    text = done.minutes.source.text
    assert done.actions
    assert all(text[a.start : a.end] == a.quote for a in actions(tracker))


def test_the_model_tells_its_version_and_scores() -> None:
    info = model_info()
    assert (info.name, info.version) == ("minutes_syntax", "1.0.0")
    assert 0.8 < info.scores["ewt dep_uas"] < 1


def test_the_shipped_network_is_told_with_the_model() -> None:
    network = model_info().network
    assert network.path == default_network_path()
    assert network.name == "minutes_clauses"
    assert set(network.levels) <= set(Level)
    assert all(0 <= level <= 1 for level in network.levels.values())


@pytest.mark.parametrize(
    ("meta", "told"),
    [
        ({}, ("network", "unknown", None, {})),
        ({"name": "n", "version": 2, "documents": 12, "levels": {"review": 0.1}}, ("n", "2", 12, {"review": 0.1})),
        (
            {"documents": "many", "levels": {"review": "low", "tracker": 1}},
            ("network", "unknown", None, {"tracker": 1}),
        ),
    ],
)
def test_what_a_network_did_not_keep_is_not_made_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, meta: dict[str, object], told: tuple[object, ...]
) -> None:
    folder = tmp_path / "network"
    folder.mkdir()
    (folder / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    monkeypatch.setattr(stages, "default_network_path", lambda: folder)
    monkeypatch.setattr(stages, "load", lambda _: nlp())
    network = model_info().network
    assert (network.name, network.version, network.documents, network.levels) == told
