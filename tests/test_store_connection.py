"""What a clerk is told when the tracker's file cannot be used, and how it is opened when it can."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from documents import NOON, Told, document, numbered

from actiontracker.errors import DatabaseError
from actiontracker.records import ActionFilter
from actiontracker.store import open_reader, open_tracker
from actiontracker.store.connection import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    explained,
    in_words,
    open_for_reading,
    patiently,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOBODY = 65534


def tracker_with_one(path: Path) -> Path:
    with open_tracker(path) as tracker:
        tracker.save(document(Told()), "ann", NOON)
    return path


def nothing(path: Path) -> None:
    """Leave the place empty."""


def a_folder(path: Path) -> None:
    path.mkdir()


def a_letter(path: Path) -> None:
    path.write_text("Dear Clerk,\n" * 200)


def an_empty_file(path: Path) -> None:
    path.touch()


def another_programs_file(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")


def a_newer_tracker(path: Path) -> None:
    tracker_with_one(path)
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def a_torn_tracker(path: Path) -> None:
    tracker_with_one(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + os.urandom(4096) * (len(whole) // 4096 - 1))


READING = [
    (nothing, "There is no tracker at", "actiontracker ingest"),
    (a_folder, "cannot be opened", "--db"),
    (a_letter, "not an SQLite file", "--db"),
    (an_empty_file, "is empty", "actiontracker ingest"),
    (another_programs_file, "of another program", "--db"),
    (a_newer_tracker, "newer version", "pipx upgrade"),
    (a_torn_tracker, "is damaged", "actiontracker db backup"),
]


@pytest.mark.parametrize(("made", "message", "advice"), READING)
def test_what_cannot_be_read_is_told_in_words_with_what_to_do(
    tmp_path: Path, made: Callable[[Path], None], message: str, advice: str
) -> None:
    path = tmp_path / "tracker.db"
    made(path)
    with pytest.raises(DatabaseError) as told, open_reader(path) as reader:
        reader.find(ActionFilter())
    assert message in told.value.message
    assert advice in told.value.advice
    assert told.value.exit_code == 3


@pytest.mark.parametrize("made", [a_folder, a_letter, another_programs_file, a_newer_tracker])
def test_what_is_no_tracker_of_ours_is_not_written_to_either(tmp_path: Path, made: Callable[[Path], None]) -> None:
    path = tmp_path / "tracker.db"
    made(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(DatabaseError):
        open_tracker(path)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_reading_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError):
        open_reader(tmp_path / "tracker.db")
    assert list(tmp_path.iterdir()) == []


def test_writing_makes_the_folder_and_the_file(tmp_path: Path) -> None:
    path = tracker_with_one(tmp_path / "new" / "folder" / "tracker.db")
    with open_reader(path) as reader:
        assert reader.count(ActionFilter()) == 1


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseError, match="cannot be made"):
        open_tracker(tmp_path / "file" / "tracker.db")


@pytest.mark.parametrize("name", ["a b.db", "50%.db", "what?.db", "#1.db", "Môn.db", "it's.db"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    path = tracker_with_one(tmp_path / name)
    with open_reader(path) as reader:
        assert reader.count(ActionFilter()) == 1
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_an_empty_file_becomes_a_tracker(tmp_path: Path) -> None:
    an_empty_file(tmp_path / "tracker.db")
    tracker_with_one(tmp_path / "tracker.db")


def test_what_is_acknowledged_is_on_the_disk_and_links_are_checked(tmp_path: Path) -> None:
    with open_tracker(tmp_path / "tracker.db") as tracker:
        settings = {
            name: tracker.reader.connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "application_id", "user_version")
        }
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "application_id": APPLICATION_ID,
        "user_version": SCHEMA_VERSION,
    }


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    tracker_with_one(tmp_path / "tracker.db")
    with open_reader(tmp_path / "tracker.db") as reader, pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.connection.execute("UPDATE actions SET status = 'done'")


def test_another_program_that_never_lets_go_is_named_after_some_patience(tmp_path: Path) -> None:
    path = tracker_with_one(tmp_path / "tracker.db")
    with closing(sqlite3.connect(path, isolation_level=None)) as browser, open_tracker(path, patience=0.2) as tracker:
        browser.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseError) as told:
            tracker.save(document(Told("plant a tree")), "ann", NOON)
        browser.execute("ROLLBACK")
        tracker.save(document(Told("plant a tree")), "ann", NOON)
    assert "held by another program" in told.value.message
    assert "locked" not in str(told.value)


def test_a_writer_does_not_keep_readers_waiting(tmp_path: Path) -> None:
    path = tracker_with_one(tmp_path / "tracker.db")
    with open_tracker(path) as tracker, tracker.transaction():
        tracker.save(document(Told("plant a tree")), "ann", NOON)
        with open_reader(path, patience=0) as reader:
            assert reader.count(ActionFilter()) == 1


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    path = tracker_with_one(tmp_path / "tracker.db")
    with open_tracker(path) as tracker:
        (pages,) = tracker.reader.connection.execute("PRAGMA page_count").fetchone()
        tracker.reader.connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DatabaseError, match="no room left on the disk") as told:
            tracker.save(numbered(1, actions=500), "ann", NOON)
        tracker.reader.connection.execute("PRAGMA max_page_count = 1000000")
        tracker.save(document(Told("plant a tree")), "ann", NOON)
        assert tracker.info().damage == ()
    assert "run the same command again" in told.value.advice


@pytest.fixture
def as_nobody() -> Iterator[Path]:
    """A folder that everybody may read, as a user who may not write there."""
    if os.name != "posix":
        pytest.skip("permissions are POSIX ones")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        os.seteuid(os.getuid())
        Path(folder).chmod(0o755)


def become_nobody(folder: Path) -> None:
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)
    if os.geteuid() == 0:
        os.seteuid(NOBODY)


def test_a_tracker_in_a_read_only_folder_can_be_read(as_nobody: Path) -> None:
    path = tracker_with_one(as_nobody / "tracker.db")
    become_nobody(as_nobody)
    with open_reader(path) as reader:
        assert reader.one("A-0001").action == "Repair the gate"


def test_a_tracker_in_a_read_only_folder_cannot_be_written(as_nobody: Path) -> None:
    path = tracker_with_one(as_nobody / "tracker.db")
    become_nobody(as_nobody)
    with pytest.raises(DatabaseError) as told, open_tracker(path) as tracker:
        tracker.save(document(Told("plant a tree")), "ann", NOON)
    assert "cannot be written to" in told.value.message
    assert "permissions" in told.value.advice


def test_a_new_tracker_in_a_read_only_folder_is_refused(as_nobody: Path) -> None:
    become_nobody(as_nobody)
    with pytest.raises(DatabaseError, match="cannot be opened"):
        open_tracker(as_nobody / "tracker.db")


def test_a_journal_left_by_a_crash_is_not_passed_over_in_a_read_only_folder(as_nobody: Path) -> None:
    path = as_nobody / "tracker.db"
    with open_tracker(as_nobody / "live.db") as tracker:
        tracker.save(document(Told()), "ann", NOON)
        for ending in ("", "-wal"):
            (as_nobody / f"tracker.db{ending}").write_bytes((as_nobody / f"live.db{ending}").read_bytes())
    become_nobody(as_nobody)
    with pytest.raises(DatabaseError, match="cannot be opened"):
        open_reader(path)


def failing(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("as SQLite says it")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (sqlite3.SQLITE_FULL, "no room left"),
        (sqlite3.SQLITE_IOERR_FSYNC, "The disk gave an error"),
        (sqlite3.SQLITE_CORRUPT_VTAB, "damaged"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "cannot be written"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "another program"),
        (sqlite3.SQLITE_TOOBIG, "too large"),
        (sqlite3.SQLITE_INTERNAL, "as SQLite says it"),
    ],
)
def test_every_error_of_sqlite_has_words_and_a_next_step(code: int, message: str) -> None:
    told = in_words(failing(code), Path("tracker.db"))
    assert message in told.message
    assert "tracker.db" in told.message
    assert told.advice


def test_wrong_use_of_the_connection_is_not_blamed_on_the_file(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.ProgrammingError), explained(tmp_path):
        raise sqlite3.ProgrammingError("closed")


def test_patience_ends_when_the_file_comes_free() -> None:
    answers = [failing(sqlite3.SQLITE_BUSY), failing(sqlite3.SQLITE_BUSY_RECOVERY)]

    def attempt() -> str:
        if answers:
            raise answers.pop()
        return "free"

    assert patiently(attempt, 10) == "free"


def test_other_errors_are_not_waited_out() -> None:
    def attempt() -> None:
        raise failing(sqlite3.SQLITE_FULL)

    with pytest.raises(sqlite3.OperationalError):
        patiently(attempt, 1000)


def test_the_version_is_read_without_any_table(tmp_path: Path) -> None:
    path = tracker_with_one(tmp_path / "tracker.db")
    connection, version = open_for_reading(path, 1)
    connection.close()
    assert version == SCHEMA_VERSION
