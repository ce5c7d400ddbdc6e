"""Several people at one tracker, and power cuts: nothing acknowledged is lost, nothing is half done."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from documents import NOON, numbered

from actiontracker.store import open_reader, open_tracker
from actiontracker.store.connection import open_for_reading
from actiontracker.store.maintenance import damage
from actiontracker.store.undo import replay

PROCESS = Path(__file__).with_name("desk_process.py")
SECONDS = 60.0 if os.environ.get("ACTIONTRACKER_SOAK") else 6.0
"""A minute with `make soak`."""
MAIN = [sys.executable, "-m", "actiontracker"]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "tracker.db"
    with open_tracker(path) as tracker:
        for number in range(4):
            tracker.save(numbered(number), "ann", NOON)
    return path


def start(*arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, str(PROCESS), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def missing(database: Path, told: list[str]) -> list[str]:
    """The acknowledged deeds that left no trace."""
    with open_reader(database) as reader:
        notes = {words for (words,) in reader.connection.execute("SELECT DISTINCT why FROM history")}
        notes |= {words for (words,) in reader.connection.execute("SELECT action FROM actions")}
        sources = {str(row_id) for (row_id,) in reader.connection.execute("SELECT id FROM sources")}
    lost = []
    for line in told:
        _, what, ref, *words = line.split()
        known = ref in sources if what == "read" else what in ("nothing", "accept") or " ".join(words) in notes
        if not known:
            lost.append(line)
    return lost


def assert_sound(database: Path) -> None:
    with closing(open_for_reading(database, 10)[0]) as connection:
        assert damage(connection) == ()
        for (row_id,) in connection.execute("SELECT id FROM actions").fetchall():
            replay(connection, row_id)


def test_four_write_and_four_read_at_once(database: Path) -> None:
    writers = [start("work", database, f"clerk{number}", SECONDS, number) for number in range(4)]
    readers = [start("watch", database, SECONDS) for _ in range(4)]
    outputs = [process.communicate(timeout=SECONDS * 4 + 60) for process in (*writers, *readers)]
    assert [process.returncode for process in (*writers, *readers)] == [0] * 8, outputs
    assert [errors for _, errors in outputs if errors] == []
    told = [line for output, _ in outputs[:4] for line in output.splitlines()]
    assert len(told) > 4 * SECONDS / 3
    assert missing(database, told) == []
    assert_sound(database)


def test_a_desk_killed_again_and_again_loses_nothing_it_was_told(database: Path) -> None:
    chance, told = random.Random(20260514), []
    for attempt in range(10):
        with start("work", database, f"clerk{attempt}", 60, attempt) as process:
            assert process.stdout is not None
            told.append(process.stdout.readline().rstrip("\n"))
            time.sleep(chance.uniform(0, 0.15))
            process.kill()
            rest = process.stdout.read()
        told += [line for line in rest.splitlines(keepends=True) if line.endswith("\n")]
        assert missing(database, [line.strip() for line in told if line]) == []
    assert_sound(database)


COMMANDS = (
    ("accept", "1", "2"),
    ("reject", "3"),
    ("edit", "4", "--owner", "Warden"),
    ("split", "5", "--part", "One", "--part", "Two"),
    ("merge", "6", "--into", "7"),
    ("add", "Mend the stile", "--body", "Parks"),
    ("update", "7", "seen to"),
    ("extend", "8", "--to", "01/01/2031", "--reason", "late"),
    ("done", "9"),
    ("close", "10", "--minute", "1"),
    ("bodies", "rename", "Parks", "Places Panel", "--on", "01/01/2026"),
    ("meetings", "add", "P", "10/09/2031"),
    ("people", "add", "Dee Marsh", "--post", "Clerk"),
    ("undo",),
    ("purge", "--really"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_command_killed_in_the_middle_is_done_or_not_begun(database: Path, command: tuple[str, ...]) -> None:
    chance = random.Random(command[0])
    for _ in range(3):
        before = _steps(database)
        process = subprocess.Popen(
            [*MAIN, *command, "--db", str(database)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        time.sleep(chance.uniform(0.15, 0.7))
        process.kill()
        _, said = process.communicate()
        assert "Traceback" not in said
        assert_sound(database)
        assert _steps(database) >= before
    done = subprocess.run([*MAIN, *command, "--db", str(database)], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert_sound(database)


def _steps(database: Path) -> int:
    with open_reader(database) as reader:
        return int(reader.connection.execute("SELECT count(*) FROM history").fetchone()[0])
