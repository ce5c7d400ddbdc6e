"""Draws `terminal.svg`, the README's picture of a real run: `python samples/picture.py`."""

from __future__ import annotations

import io
import os
import pty
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

HERE = Path(__file__).parent
PICTURE = HERE / "terminal.svg"
WIDTH = 100
"""Columns of the terminal that is drawn."""
COMMANDS = (
    "actiontracker ingest samples/fire-authority.pdf",
    "actiontracker overdue --as-of 15/07/2022 --limit 4",
)


def on_a_terminal(command: str, folder: Path) -> str:
    """What a command prints, with its colours, when its output is a terminal of `WIDTH` columns."""
    environment = {**os.environ, "ACTIONTRACKER_DB": "tracker.db", "COLUMNS": str(WIDTH), "TERM": "xterm-256color"}
    environment["PYTHONPATH"] = str(HERE.parent)
    main, other = pty.openpty()
    words = [sys.executable, "-m", *command.split()]
    with subprocess.Popen(words, cwd=folder, env=environment, stdout=other, stderr=subprocess.DEVNULL) as process:  # noqa: S603 - our own command
        os.close(other)
        printed = b""
        while chunk := _read(main):
            printed += chunk
        process.wait()
    os.close(main)
    return printed.decode().replace("\r\n", "\n")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # the other end is closed
        return b""


def run() -> Text:
    """The commands and what they print, in a fresh folder with the samples."""
    told = Text()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        shutil.copytree(HERE, folder / "samples")
        for command in COMMANDS:
            told.append("$ ", style="dim").append(command + "\n", style="bold")
            told.append(Text.from_ansi(on_a_terminal(command, folder))).append("\n\n")
    return told


def picture() -> str:
    """The run as an SVG image."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(run())
    return console.export_svg(title="actiontracker", unique_id="actiontracker")


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
    print(PICTURE.name)
