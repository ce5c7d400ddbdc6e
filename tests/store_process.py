"""What the crash and concurrency tests start as processes of their own: writing documents, or listing actions.

python tests/store_process.py write DB FIRST COUNT    says "saved N" after each document is stored
python tests/store_process.py list DB SECONDS         says how often it listed
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from documents import NOON, numbered

from actiontracker.records import ActionFilter
from actiontracker.store import open_reader, open_tracker


def write(path: Path, first: int, count: int) -> None:
    with open_tracker(path) as tracker:
        for number in range(first, first + count):
            saved = tracker.save(numbered(number), "ann", NOON)
            print(saved.status, number, flush=True)  # noqa: T201 - the parent reads what is acknowledged


def read(path: Path, seconds: float) -> None:
    until, times, most = time.monotonic() + seconds, 0, 0
    while time.monotonic() < until:
        with open_reader(path) as reader:
            found = len(reader.find(ActionFilter()))
        if found < most or found % len(numbered(0).actions):
            raise SystemExit(f"saw {found} actions after {most}: part of a document, or one lost")
        times, most = times + 1, found
    print("listed", times, flush=True)  # noqa: T201 - as above


if __name__ == "__main__":
    task, database, *rest = sys.argv[1:]
    if task == "write":
        write(Path(database), int(rest[0]), int(rest[1]))
    else:
        read(Path(database), float(rest[0]))
