"""Knowing what the tracker holds and whether it is sound, and copying it without overwriting anything."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from documents import NOON, Told, document, mark_done, numbered

from actiontracker.errors import TrackerError
from actiontracker.records import ActionFilter
from actiontracker.store import Tracker, open_reader, open_tracker

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def tracker(tmp_path: Path) -> Iterator[Tracker]:
    with open_tracker(tmp_path / "tracker.db") as opened:
        opened.save(document(Told(), Told("plant a tree")), "ann", NOON)
        yield opened


def test_info_counts_what_the_tracker_holds(tracker: Tracker) -> None:
    mark_done(tracker, "A-0001", "ann", NOON, NOON.date(), "")
    info = tracker.info()
    assert info.rows == {
        "authorities": 1,
        "bodies": 1,
        "meetings": 1,
        "people": 2,
        "sources": 1,
        "commitments": 2,
        "actions": 2,
        "history": 6,
    }
    assert (info.outstanding, info.last_read_at, info.damage) == (2, "2026-05-20T12:00:00+00:00", ())
    assert info.path == tracker.path
    assert info.size > os.path.getsize(tracker.path)  # noqa: PTH202 - the journal counts too


def test_info_of_an_empty_tracker(tmp_path: Path) -> None:
    with open_tracker(tmp_path / "empty.db") as tracker:
        assert (tracker.info().rows["actions"], tracker.info().last_read_at) == (0, None)


def test_a_row_that_points_at_nothing_is_damage(tracker: Tracker) -> None:
    with closing(sqlite3.connect(tracker.path, isolation_level=None)) as meddler:
        meddler.execute("UPDATE actions SET meeting_id = 99 WHERE id = 2")
    assert tracker.info().damage == ("row 2 of actions points at a row of meetings that is not there",)


def test_a_page_that_is_torn_is_damage(tracker: Tracker) -> None:
    with closing(sqlite3.connect(tracker.path, isolation_level=None)) as meddler:
        meddler.execute("PRAGMA writable_schema = ON")
        meddler.execute("UPDATE sqlite_master SET sql = replace(sql, '(due)', '(kind)') WHERE name = 'actions_by_due'")
    with open_reader(tracker.path) as reader:
        assert any("actions_by_due" in line for line in reader.info().damage)


def test_a_copy_is_one_whole_file_taken_while_others_write(tracker: Tracker, tmp_path: Path) -> None:
    copy = tmp_path / "safe" / "copy.db"
    with tracker.transaction():
        tracker.save(numbered(1), "ann", NOON)
        with open_reader(tracker.path) as reader:
            reader.backup(copy)
    assert [file.name for file in copy.parent.iterdir()] == ["copy.db"]
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    with open_reader(copy) as reader:
        assert reader.count(ActionFilter()) == 2
        assert reader.info().damage == ()
    assert [file.name for file in copy.parent.iterdir()] == ["copy.db"]


def test_a_copy_can_be_worked_with(tracker: Tracker, tmp_path: Path) -> None:
    tracker.backup(tmp_path / "copy.db")
    with open_tracker(tmp_path / "copy.db") as copy:
        assert copy.save(document(Told("count the swans")), "ann", NOON).added == ("A-0003",)
    assert tracker.reader.count(ActionFilter()) == 2


def test_a_copy_never_overwrites(tracker: Tracker, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Clerk")
    with pytest.raises(TrackerError, match="exists already, and was not overwritten"):
        tracker.backup(tmp_path / "letter.txt")
    assert (tmp_path / "letter.txt").read_text() == "Dear Clerk"


def test_a_copy_over_the_tracker_itself_is_refused(tracker: Tracker) -> None:
    with pytest.raises(TrackerError, match="exists already"):
        tracker.backup(tracker.path)
    assert tracker.reader.count(ActionFilter()) == 2


def test_a_copy_to_an_impossible_place_is_told(tracker: Tracker, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Clerk")
    with pytest.raises(TrackerError, match="cannot be made") as told:
        tracker.backup(tmp_path / "letter.txt" / "copy.db")
    assert told.value.advice == "Give the copy another name or place"


def test_a_copy_cut_short_earlier_is_not_in_the_way(tracker: Tracker, tmp_path: Path) -> None:
    (tmp_path / "copy.db.part").write_text("half a copy")
    tracker.backup(tmp_path / "copy.db")
    assert not (tmp_path / "copy.db.part").exists()
