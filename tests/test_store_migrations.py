"""The schema grows by named migrations, keeps what is there, and guards what must never change."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from documents import JULY, NOON, Told, document
from sqlite_utils import Database

from actiontracker.records import ActionFilter
from actiontracker.store import open_reader, open_tracker
from actiontracker.store.connection import APPLICATION_ID, SCHEMA_VERSION
from actiontracker.store.migrations import MIGRATIONS, migrate

if TYPE_CHECKING:
    from pathlib import Path

RELEASED = ["m0001_documents", "m0002_actions", "m0003_search", "m0004_conditions", "m0005_progress"]
"""Only ever added to at the end: trackers out there have had these."""


STORED = """
INSERT INTO meetings (id, date, status) VALUES (1, '2026-05-14', 'draft');
INSERT INTO sources (id, sha256, meeting_id, path, kind, status, model_version, read_at, read_by, text)
    VALUES (1, 'abc', 1, 'parks.txt', 'text', 'draft', 'old', '2026-05-20T12:00:00+00:00', 'ann', 'Count the swans.');
INSERT INTO commitments (id, source_id, start, end, line, kind, section, score, quote, action, cue, passage,
    passage_start, passage_end, model_version)
    VALUES (1, 1, 0, 15, 1, 'undertaking', 'minutes', 0.75, 'Count the swans', 'Count the swans', 'old', 0,
    0, 16, 'old');
INSERT INTO actions (id, meeting_id, commitment_id, action, kind, due_reason)
    VALUES (1, 1, 1, 'Count the swans', 'undertaking', 'no deadline was found in the words');
INSERT INTO action_commitments (action_id, commitment_id) VALUES (1, 1);
"""
"""One action as the second version stored it; a later one could not store it there."""


def tracker_of_version(path: Path, version: int, *, stored: str = "") -> Path:
    """A tracker as the first migrations alone make it, with what the statements in `stored` put into it."""
    with closing(Database(path)) as db:
        later = RELEASED[version:]
        MIGRATIONS.apply(db, stop_before=later[:1])
        db.executescript(stored)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {version}")
    return path


def tables(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall())


def test_migrations_are_only_added_at_the_end(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "new.db")) as db:
        migrate(db)
        assert [applied.name for applied in MIGRATIONS.applied(db)] == RELEASED
    assert len(RELEASED) == SCHEMA_VERSION


@pytest.mark.parametrize("version", range(1, len(RELEASED)))
def test_an_older_tracker_is_brought_up_to_date_by_whoever_opens_it(tmp_path: Path, version: int) -> None:
    path = tracker_of_version(tmp_path / "tracker.db", version)
    with open_reader(path) as reader:
        assert reader.count(ActionFilter()) == 0
    with open_tracker(path) as tracker:
        tracker.save(document(Told()), "ann", NOON)
    whole = tmp_path / "whole.db"
    open_tracker(whole).close()
    assert tables(path) == tables(whole)


def test_actions_stored_before_there_was_a_search_are_found_by_it(tmp_path: Path) -> None:
    path = tracker_of_version(tmp_path / "tracker.db", 2, stored=STORED)
    with open_reader(path) as reader:
        assert [action.action for action in reader.search("swan")] == ["Count the swans"]


@pytest.mark.parametrize("version", [2, 3])
def test_actions_stored_before_conditions_were_have_none_and_later_ones_have(tmp_path: Path, version: int) -> None:
    path = tracker_of_version(tmp_path / "tracker.db", version, stored=STORED)
    with open_tracker(path) as tracker:
        tracker.save(document(Told(condition="if the grant is confirmed")), "ann", NOON)
    with open_reader(path) as reader:
        conditions = [action.condition for action in reader.find(ActionFilter(), sort="ref")]
    assert conditions == [None, "if the grant is confirmed"]


def test_a_migration_that_fails_leaves_the_tracker_as_it_was(tmp_path: Path) -> None:
    path = tracker_of_version(tmp_path / "tracker.db", 1)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE due_dates (in_the_way TEXT)")
    before = tables(path)
    with pytest.raises(Exception, match="due_dates"):
        open_tracker(path)
    assert tables(path) == before


def test_a_migration_waits_for_its_turn(tmp_path: Path) -> None:
    path = tracker_of_version(tmp_path / "tracker.db", 1)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Exception, match="another program"):
            open_tracker(path, patience=0.2)
    open_tracker(path).close()


def test_every_table_is_strict_and_every_link_has_an_index(tmp_path: Path) -> None:
    open_tracker(tmp_path / "tracker.db").close()
    with closing(Database(tmp_path / "tracker.db")) as db:
        ours = [table for table in db.tables if not re.match("_sqlite|sqlite|actions_fts", table.name)]
        assert len(ours) == 23
        for table in ours:
            assert table.strict, table.name
            indexed = {index.columns[0] for index in table.indexes} | {"authority_id"}  # authorities are few
            assert {key.column for key in table.foreign_keys} <= indexed, table.name


def test_an_sqlite_that_does_not_know_strict_tables_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Database, "supports_strict", property(lambda _: False))
    with open_tracker(tmp_path / "tracker.db") as tracker:
        tracker.save(document(Told()), "ann", NOON)
    assert not [name for name, sql in tables(tmp_path / "tracker.db").items() if "STRICT" in sql]


GUARDED = [
    "UPDATE history SET why = 'because'",
    "DELETE FROM history",
    "INSERT OR REPLACE INTO history (id, action_id, at, who, what, why, decided) VALUES (1, 1, '', '', '', '', 0)",
    "UPDATE due_dates SET due = '2030-01-01'",
    "DELETE FROM due_dates",
    "INSERT OR REPLACE INTO due_dates (id, action_id, reason, who, at, decided) VALUES (1, 1, '', '', '', 0)",
    "UPDATE commitments SET quote = 'other words'",
    "DELETE FROM commitments",
    "UPDATE told_again SET start = 0",
    "DELETE FROM told_again",
    "UPDATE items SET title = 'other'",
    "DELETE FROM items",
    "UPDATE sources SET text = 'other words'",
    "UPDATE sources SET sha256 = 'other'",
    "DELETE FROM actions",
    "UPDATE actions SET due = 'next June'",
    "UPDATE actions SET meeting_id = 99",
    "DELETE FROM sources",
    "DELETE FROM meetings",
    "UPDATE actions SET times_moved = 'twice'",
]


@pytest.mark.parametrize("recursive", ["ON", "OFF"])
@pytest.mark.parametrize("statement", GUARDED)
def test_what_must_never_change_cannot_be_changed(tmp_path: Path, statement: str, recursive: str) -> None:
    path = tmp_path / "tracker.db"
    with open_tracker(path) as tracker:
        tracker.save(document(Told(due=JULY, twice=True)), "ann", NOON)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA recursive_triggers = {recursive}")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)


def test_a_number_once_given_is_not_given_again(tmp_path: Path) -> None:
    path = tmp_path / "tracker.db"
    with open_tracker(path) as tracker:
        tracker.save(document(Told(), Told("plant a tree")), "ann", NOON)
    with closing(sqlite3.connect(path, isolation_level=None)) as meddler:
        meddler.execute("DROP TRIGGER actions_never_go")
        meddler.execute("DELETE FROM actions WHERE id = 2")
    with open_tracker(path) as tracker:
        assert tracker.save(document(Told("count the swans")), "ann", NOON).added == ("A-0003",)
