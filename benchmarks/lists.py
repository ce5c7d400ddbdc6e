"""How soon `overdue` answers on a tracker of 100,000 actions, beside the imports that any such command needs."""

from __future__ import annotations

import csv
import datetime
import io
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Final

from actiontracker.store import open_tracker
from actiontracker.store.progress import close
from benchmarks.processes import PROGRAM, output, processes_in_turn
from benchmarks.table import Aim, Side, time_row
from benchmarks.tracker import multiply

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from actiontracker.store.steps import Hand
    from benchmarks.table import Row

AIM: Final = Aim(Side.UNDER, 3)
AS_OF: Final = "2026-07-24"
IMPORTS: Final = (sys.executable, "-c", "import typer, rich")
IMPORTS_IN_WORDS: Final = 'python -c "import typer, rich"'

DONE_ON: Final = datetime.datetime(2026, 1, 5, 9, 0, tzinfo=datetime.UTC)
DONE_OF_TEN: Final = 7

_AIMED_AT: Final = ((), ("--limit", "20"))
_EVERYTHING: Final = ("--format", "csv")


def grow(path: Path, actions: int) -> int:
    """Make a small tracker a large one in which most actions are done; gives how many actions it has."""
    with closing(sqlite3.connect(path)) as connection:
        refs = [ref for (ref,) in connection.execute("SELECT ref FROM actions ORDER BY id")]
    with open_tracker(path) as tracker, tracker.transaction():
        for place, ref in enumerate(refs):
            if place % 10 < DONE_OF_TEN:
                tracker.decide(ref, "benchmark", DONE_ON, _close)
    return multiply(path, actions)


def _close(hand: Hand, action: int) -> None:
    close(hand, action, "1", DONE_ON.date(), "")


def command(tracker: Path, *options: str) -> tuple[str, ...]:
    """The `overdue` command on that tracker, the same on whatever day it runs."""
    return (*PROGRAM, "overdue", "--db", str(tracker), "--as-of", AS_OF, *options)


def rows(tracker: Path, actions: int, rounds: int) -> Iterator[Row]:
    """As it is typed, and with `--limit`."""
    for options in _AIMED_AT:
        yield _row(tracker, options, f"of {actions:,} actions", rounds, AIM)


def row_of_everything(tracker: Path, rounds: int) -> Row:
    """With every overdue action as CSV: what it costs to hand all to another program; there is no aim for that."""
    late = rows_of_csv(output(command(tracker, *_EVERYTHING)))
    return _row(tracker, _EVERYTHING, f"all {late:,} that are late", rounds, None)


def rows_of_csv(data: bytes) -> int:
    """How many rows a CSV file has under its heading."""
    return sum(1 for _ in csv.reader(io.StringIO(data.decode(), newline=""))) - 1


def _row(tracker: Path, options: tuple[str, ...], about: str, rounds: int, aim: Aim | None) -> Row:
    timed = processes_in_turn(command(tracker, *options), IMPORTS, rounds)
    return time_row(f"{' '.join(('overdue', *options))}: {about}", IMPORTS_IN_WORDS, timed, aim)
