"""Several processes on one tracker: nothing is lost, and nobody is shown that it is locked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from documents import numbered

from actiontracker.records import ActionFilter
from actiontracker.store import open_reader

PROCESS = Path(__file__).with_name("store_process.py")
DOCUMENTS = 150


def start(*words: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(PROCESS), *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def outcome(process: subprocess.Popen[str]) -> tuple[int, str]:
    said, _ = process.communicate(timeout=120)
    return process.returncode, said


def test_two_write_and_one_lists_and_nothing_is_lost(tmp_path: Path) -> None:
    database = str(tmp_path / "tracker.db")
    assert outcome(start("write", database, "0", "1")) == (0, "new 0\n")
    lister = start("list", database, "3")
    writers = [start("write", database, first, str(DOCUMENTS)) for first in ("1", "1000")]
    for writer, first in zip(writers, (1, 1000), strict=True):
        expected = "".join(f"new {number}\n" for number in range(first, first + DOCUMENTS))
        assert outcome(writer) == (0, expected)
    code, said = outcome(lister)
    assert code == 0, said
    assert int(said.split()[1]) > 1
    with open_reader(Path(database)) as reader:
        refs = [action.ref for action in reader.find(ActionFilter(), sort="ref")]
        assert reader.info().damage == ()
    assert refs == [f"A-{number:04d}" for number in range(1, (2 * DOCUMENTS + 1) * len(numbered(0).actions) + 1)]


def test_two_first_runs_at_once_make_one_tracker(tmp_path: Path) -> None:
    database = str(tmp_path / "tracker.db")
    processes = [start("write", database, first, "10") for first in ("0", "100", "200")]
    assert [outcome(process)[0] for process in processes] == [0, 0, 0]
    with open_reader(Path(database)) as reader:
        assert reader.info().rows["sources"] == 30
        assert reader.info().damage == ()


def test_the_same_documents_read_by_two_at_once_are_stored_once(tmp_path: Path) -> None:
    database = str(tmp_path / "tracker.db")
    processes = [start("write", database, "0", "40") for _ in range(2)]
    said = [outcome(process) for process in processes]
    assert [code for code, _ in said] == [0, 0]
    together = " ".join(words for _, words in said).split()
    assert together.count("new") == 40
    assert together.count("unchanged") == 40
    with open_reader(Path(database)) as reader:
        assert reader.info().rows["actions"] == 40 * len(numbered(0).actions)
