"""How soon `overdue` answers on a tracker of 100,000 actions, beside the imports that any such command needs."""

from __future__ import annotations

import datetime
import sqlite3
import sys
from collections import deque
from contextlib import closing
from typing import TYPE_CHECKING, Final

from actiontracker.ingest import Settings, ingest_files
from actiontracker.store import open_tracker
from benchmarks.ingest_speed import READ_AT
from benchmarks.processes import PROGRAM, output, processes_in_turn
from benchmarks.table import Aim, Row, Side
from benchmarks.timing import spread
from benchmarks.tracker import multiply

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

AIM: Final = Aim(Side.UNDER, 3)
AS_OF: Final = "2026-07-24"
IMPORTS: Final = (sys.executable, "-c", "import typer, rich")
DONE_OF_TEN: Final = 7

_KINDS: Final = ((), ("--limit", "20"))
_EVERYTHING: Final = ("--format", "csv")


def build(path: Path, files: Sequence[Path], actions: int) -> int:
    """A tracker of about that many actions, most of them done; gives how many it has."""
    deque(ingest_files([str(file) for file in files], path, Settings(), "benchmark", READ_AT), maxlen=0)
    with closing(sqlite3.connect(path)) as connection:
        refs = [ref for (ref,) in connection.execute("SELECT ref FROM actions ORDER BY id")]
    with open_tracker(path) as tracker, tracker.transaction():
        for place, ref in enumerate(refs):
            if place % 10 < DONE_OF_TEN:
                tracker.mark_done(ref, "benchmark", READ_AT, datetime.date(2026, 1, 5), "")
    return multiply(path, actions)


def command(tracker: Path, *options: str) -> tuple[str, ...]:
    """The `overdue` command on that tracker, the same on whatever day it runs."""
    return (*PROGRAM, "overdue", "--db", str(tracker), "--as-of", AS_OF, *options)


def rows(tracker: Path, actions: int, rounds: int) -> Iterator[Row]:
    """As it is typed, with `--limit`, and, for information, with every overdue action as CSV."""
    for options in _KINDS:
        yield _row(tracker, options, f"of {actions:,} actions", rounds, AIM)
    late = output(command(tracker, *_EVERYTHING)).count(b"\n") - 1
    yield _row(tracker, _EVERYTHING, f"all {late:,} rows", rounds, None)


def _row(tracker: Path, options: tuple[str, ...], about: str, rounds: int, aim: Aim | None) -> Row:
    timed = processes_in_turn(command(tracker, *options), IMPORTS, rounds)
    return Row(
        what=f"{' '.join(('overdue', *options))}: {about}",
        ours=f"{spread(timed.ours).middle:.2f} s",
        beside='python -c "import typer, rich"',
        theirs=f"{spread(timed.theirs).middle:.2f} s",
        ratio=timed.slower,
        aim=aim,
    )
