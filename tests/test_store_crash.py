"""A process killed at any moment leaves whole documents only, and a second run completes."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from documents import NOON, numbered

from actiontracker.store import open_tracker
from actiontracker.store.connection import open_for_reading
from actiontracker.store.maintenance import damage

PROCESS = Path(__file__).with_name("store_process.py")
PER_DOCUMENT = len(numbered(0).actions)


def killed_after(database: Path, first: int, seconds: float, *, once_writing: bool) -> list[int]:
    """Start a writer, kill it, and return the numbers of the documents that it said were stored."""
    command = [sys.executable, str(PROCESS), "write", str(database), str(first), "5000"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = process.stdout.readline() if once_writing else ""
        time.sleep(seconds)
        process.kill()
        said += process.stdout.read()
    return [int(line.split()[1]) for line in said.splitlines(keepends=True) if line.endswith("\n")]


def assert_sound_and_whole(database: Path) -> set[str]:
    """The hashes of the documents stored, after looking for any damage or any part of a document."""
    with closing(open_for_reading(database, 10)[0]) as connection:
        assert damage(connection) == ()
        rows = connection.execute(
            """SELECT s.sha256, count(DISTINCT a.id), count(DISTINCT d.action_id), count(DISTINCT h.action_id),
            (SELECT count(*) FROM attendance t WHERE t.source_id = s.id),
            (SELECT count(*) FROM items i WHERE i.source_id = s.id)
            FROM sources s LEFT JOIN commitments c ON c.source_id = s.id
            LEFT JOIN action_commitments l ON l.commitment_id = c.id LEFT JOIN actions a ON a.id = l.action_id
            LEFT JOIN due_dates d ON d.action_id = a.id LEFT JOIN history h ON h.action_id = a.id GROUP BY s.id"""
        ).fetchall()
        (actions,) = connection.execute("SELECT count(*) FROM actions").fetchone()
    assert [row for row in rows if row[1:] != (PER_DOCUMENT, PER_DOCUMENT, PER_DOCUMENT, 2, PER_DOCUMENT)] == []
    assert actions == len(rows) * PER_DOCUMENT
    return {sha256 for sha256, *_ in rows}


def test_a_writer_killed_again_and_again_leaves_only_whole_documents(tmp_path: Path) -> None:
    database, chance = tmp_path / "tracker.db", random.Random(20260514)
    acknowledged: set[int] = set()
    for attempt in range(12):
        acknowledged |= set(killed_after(database, attempt * 5000, chance.uniform(0, 0.12), once_writing=True))
        stored = assert_sound_and_whole(database)
        assert {numbered(number).minutes.source.sha256 for number in acknowledged} <= stored
    assert len(acknowledged) >= 12


@pytest.mark.parametrize("seconds", [0.1, 0.2, 0.25, 0.3, 0.35])
def test_a_first_run_killed_while_it_makes_the_tracker_can_be_run_again(tmp_path: Path, seconds: float) -> None:
    database = tmp_path / "tracker.db"
    killed_after(database, 0, seconds, once_writing=False)
    with open_tracker(database) as tracker:
        for number in range(3):
            tracker.save(numbered(number), "ann", NOON)
    assert {numbered(number).minutes.source.sha256 for number in range(3)} <= assert_sound_and_whole(database)


def test_a_document_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    database = tmp_path / "tracker.db"
    with open_tracker(database) as tracker:
        tracker.save(numbered(1), "ann", NOON)
        tracker.reader.connection.execute(
            """CREATE TEMP TRIGGER fail BEFORE INSERT ON due_dates WHEN (SELECT count(*) FROM actions) = 9
            BEGIN SELECT RAISE(ABORT, 'planted'); END"""
        )
        with pytest.raises(Exception, match="planted"):
            tracker.save(numbered(2), "ann", NOON)
    assert assert_sound_and_whole(database) == {numbered(1).minutes.source.sha256}
