"""The program as a process: exit codes, pipes, terminals, colour, and how fast it starts."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from commands import run, small_tracker

from actiontracker import errors
from actiontracker.cli import chair

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[1]
HEAVY = {
    "spacy", "numpy", "thinc", "pdfplumber", "pdfminer", "docx", "lxml", "sqlite_utils", "platformdirs", "pydantic",
    "rich.table", "rich.progress",
}  # fmt: skip  # one name a line would fill a page
Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_tracker(tmp_path_factory.mktemp("main") / "tracker.db")


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "actiontracker", *map(str, arguments)]


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
    places = os.pathsep.join([str(ROOT), *filter(None, [kept.get("PYTHONPATH")])])
    return {**kept, "TERM": "xterm-256color", "PYTHONPATH": places, **more}


def on_a_terminal(*arguments: object, columns: int = 80, more: Mapping[str, str] | None = None) -> str:
    """What the command prints to a terminal so many columns wide."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        command(*arguments), stdout=slave, stderr=slave, stdin=slave, env=environment(**more or {})
    )
    os.close(slave)
    shown = b""
    while chunk := _read(master):
        shown += chunk
    os.close(master)
    assert process.wait(timeout=60) == 0
    return shown.decode().replace("\r\n", "\n")


def _read(master: int) -> bytes:
    try:
        return os.read(master, 65536)
    except OSError:  # Linux's way to say that the other end is closed
        return b""


# --- exit codes ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (errors.UnreadableFileError("a.pdf: is encrypted", "Save it without a password"), 1, None),
        (errors.UsageError("Lists cannot be sorted by “colour”"), 2, "Lists cannot be sorted by “colour”.\n"),
        (errors.DatabaseError("The tracker is held", "Close the other program."), 3, None),
        (errors.UnknownReferenceError("There is no action A-9", "Did you mean A-0001?"), 4, None),
        (errors.ModelError("no model there", "Install it again"), 5, "no model there. Install it again.\n"),
        (KeyboardInterrupt(), 130, "Stopped.\n"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_each_error_has_its_exit_code_and_its_words(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, told: str | None
) -> None:
    def failing(*_: object) -> None:
        raise error

    monkeypatch.setattr(chair, "show_actions", failing)
    done = run(capsys, "overdue")
    assert (done.code, done.out) == (code, "")
    assert done.err == told or (told is None and str(error) in done.err)


def test_a_reader_that_goes_away_is_no_error_to_talk_about(database: Path) -> None:
    process = subprocess.Popen(
        command("list", "--format", "json", "--db", database),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 1


def test_stopped_by_the_user(tmp_path: Path) -> None:
    fifo = tmp_path / "waiting.txt"
    os.mkfifo(fifo)
    process = subprocess.Popen(
        command("extract", fifo), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    writer = _once_it_is_read(fifo)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=1)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    os.close(writer)
    assert (process.returncode, told) == (130, b"Stopped.\n")


def _once_it_is_read(fifo: Path) -> int:
    """The writing end, open as soon as the program waits at the other; a busy machine takes its time."""
    for _ in range(600):
        try:
            return os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.1)
    raise AssertionError("nobody reads")


# --- terminals and pipes ---------------------------------------------------------------------------------------------


def test_a_terminal_gets_a_table_with_stress_and_a_pipe_gets_none(database: Path) -> None:
    shown = on_a_terminal("overdue", "--as-of", "24/07/2026", "--db", database)
    assert "\x1b[1;31m24 days late" in shown
    assert "────────" in shown
    piped = subprocess.run(
        command("overdue", "--as-of", "24/07/2026", "--db", database),
        capture_output=True,
        check=True,
        env=environment(),
    )
    assert b"24 days late" in piped.stdout
    assert b"\x1b" not in piped.stdout + piped.stderr


def test_no_color_takes_the_colour_and_leaves_the_words(database: Path) -> None:
    shown = on_a_terminal("overdue", "--as-of", "24/07/2026", "--db", database, more={"NO_COLOR": "1"})
    assert "24 days late" in shown
    assert "31m" not in shown


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_no_line_runs_over_the_edge(database: Path, columns: int) -> None:
    arguments = ["list", "--all", "--as-of", "24/07/2026", "--db", database]
    shown = re.sub(r"\x1b\[[0-9;]*m", "", on_a_terminal(*arguments, columns=columns))
    assert max(map(len, shown.splitlines())) <= columns
    assert "(inferred)" in shown


@pytest.mark.parametrize("how", ["csv", "json"])
def test_data_is_utf_8_whatever_the_terminal_speaks(database: Path, how: str) -> None:
    spoken = environment(PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    listed = command("undated", "--format", how, "--db", database)
    assert "Siân".encode() in subprocess.run(listed, capture_output=True, check=True, env=spoken).stdout
    table = subprocess.run(command("undated", "--db", database), capture_output=True, check=True, env=spoken)
    assert b"?in due course?" in table.stdout


# --- start -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [["overdue"], ["list", "--limit", "5"], ["undated"], ["unowned"]])
def test_a_list_starts_without_anything_heavy(database: Path, arguments: list[str]) -> None:
    code = "import sys; from actiontracker.__main__ import main; main(); print(*sys.modules, file=sys.stderr)"
    listed = subprocess.run(
        [sys.executable, "-c", code, *arguments, "--db", database],
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    )
    loaded = set(listed.stderr.split())
    assert {"actiontracker.store.query", "typer"} <= loaded
    assert loaded & HEAVY == set()


def test_help_starts_without_the_stages() -> None:
    code = "import sys; from actiontracker.__main__ import main; main(); print(*sys.modules, file=sys.stderr)"
    helped = subprocess.run(
        [sys.executable, "-c", code, "overdue", "--help"], capture_output=True, text=True, check=True, env=environment()
    )
    assert set(helped.stderr.split()) & {"spacy", "numpy", "pdfplumber", "sqlite_utils", "sqlite3"} == set()
