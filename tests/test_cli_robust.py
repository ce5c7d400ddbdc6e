"""Real processes: `ingest` killed at any moment, and several at once on one tracker."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from actiontracker.ingest import Settings, extract_files
from actiontracker.records import Level

if TYPE_CHECKING:
    from pathlib import Path

PARKS = ("Ashby", "Birch", "Cedar", "Damson", "Elder", "Fir", "Gorse", "Hazel")
DOCUMENTS = 16


def folder_of_minutes(folder: Path) -> list[Path]:
    """Minutes of several meetings, with some actions each."""
    folder.mkdir()
    paths = []
    for number in range(DOCUMENTS):
        park, path = PARKS[number % len(PARKS)], folder / f"minutes-{number:02}.txt"
        path.write_text(
            f"Minutes of the {park} Parks Committee held on {number + 1} June 2026\n\n"
            f"1. Gates\n\nThe Clerk to mend gate {number} at {park}.\n\n"
            f"2. Paths\n\nIt was agreed that the Warden would report on path {number} to the next meeting.\n\n"
            f"3. Trees\n\nThe Clerk agreed to send the {park} tree survey to all members by 30 June 2026.\n",
            encoding="utf-8",
        )
        paths.append(path)
    return paths


def actions_in(paths: list[Path]) -> dict[str, int]:
    """How many actions each file has at the score that `ingest` asks for: at least two."""
    given = extract_files([str(path) for path in paths], Settings(min_score=Level.TRACKER))
    wanted = {done.path: len(done.actions) for done in given}
    assert all(count >= 2 for count in wanted.values()), wanted
    return wanted


def start(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "actiontracker", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def rows(tracker: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(tracker)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def check_sound(tracker: Path, actions_by_file: dict[str, int]) -> int:
    """Integrity, foreign keys, whole documents only; how many documents there are."""
    if not tracker.exists():
        return 0
    assert rows(tracker, "PRAGMA integrity_check") == [("ok",)]
    assert rows(tracker, "PRAGMA foreign_key_check") == []
    if not rows(tracker, "SELECT 1 FROM sqlite_master WHERE name = 'commitments'"):
        return 0
    counts = rows(
        tracker,
        "SELECT s.path, (SELECT count(*) FROM commitments c WHERE c.source_id = s.id) FROM sources s",
    )
    assert all(actions_by_file[str(path)] == count for path, count in counts)
    return len(counts)


def wait_until_stored(tracker: Path, count: int, process: subprocess.Popen[str]) -> None:
    """Until the tracker holds so many documents, or the process has ended."""
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        if tracker.exists() and rows(tracker, "SELECT 1 FROM sqlite_master WHERE name = 'sources'"):
            stored = rows(tracker, "SELECT count(*) FROM sources")[0][0]
            if isinstance(stored, int) and stored >= count:
                return
        time.sleep(0.005)


def test_ingest_killed_at_any_moment_leaves_whole_documents_and_can_go_on(tmp_path: Path) -> None:
    paths = folder_of_minutes(tmp_path / "minutes")
    wanted = actions_in(paths)
    tracker, chance = tmp_path / "tracker.db", random.Random(7)
    seen = []
    for wait_for in (0, 0, 1, 2, 4, 6, 9, 12):
        process = start("ingest", tmp_path / "minutes", "--db", tracker)
        wait_until_stored(tracker, wait_for, process)
        time.sleep(chance.uniform(0, 0.05))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        seen.append(check_sound(tracker, wanted))
    assert any(0 < count < DOCUMENTS for count in seen), "some run was killed between two documents"
    assert seen == sorted(seen), "no document that was stored is ever lost"
    last = start("ingest", tmp_path / "minutes", "--db", tracker)
    _, talk = last.communicate(timeout=120)
    assert last.returncode == 0, talk
    assert check_sound(tracker, wanted) == DOCUMENTS


def test_two_ingest_and_one_lists_at_the_same_time(tmp_path: Path) -> None:
    paths = folder_of_minutes(tmp_path / "minutes")
    count = sum(actions_in(paths).values())
    tracker = tmp_path / "tracker.db"
    first = start("ingest", *paths[:10], "--db", tracker)
    second = start("ingest", *paths[6:], "--db", tracker)
    talk, listings = [], 0
    while first.poll() is None or second.poll() is None:
        if tracker.exists() and rows(tracker, "SELECT 1 FROM sqlite_master WHERE name = 'actions'"):
            listing = start("list", "--db", tracker, "--format", "json")
            _, errors = listing.communicate(timeout=60)
            talk.append(errors)
            assert listing.returncode == 0, errors
            listings += 1
        time.sleep(0.05)
    for process in (first, second):
        _, errors = process.communicate()
        talk.append(errors)
        assert process.returncode == 0, errors
    assert listings
    assert not any("locked" in words or "Traceback" in words for words in talk)
    assert rows(tracker, "SELECT count(*), count(DISTINCT ref) FROM actions") == [(count, count)]
    assert rows(tracker, "SELECT count(*) FROM sources") == [(DOCUMENTS,)]
