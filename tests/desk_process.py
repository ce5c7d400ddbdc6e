"""What the crash and concurrency tests start as processes of their own: people at work on one tracker.

python tests/desk_process.py work DB NAME SECONDS SEED   says "did REF WHAT N" after each deed that is stored
python tests/desk_process.py watch DB SECONDS            says how often it looked
"""

from __future__ import annotations

import datetime
import random
import sys
import time
from pathlib import Path

from documents import NOON, numbered

from actiontracker.errors import TrackerError
from actiontracker.records import ActionFilter
from actiontracker.store import Tracker, open_reader, open_tracker, progress, review
from actiontracker.store.entered import Entry
from actiontracker.store.undo import replay

PATIENCE = 60.0


def work(path: Path, name: str, seconds: float, seed: int) -> None:
    chance, until, number = random.Random(seed), time.monotonic() + seconds, 0
    while time.monotonic() < until:
        number += 1
        with open_tracker(path, PATIENCE) as tracker:
            refs = [action.ref for action in tracker.reader.find(ActionFilter(outstanding=True), "ref", 40)]
            told = _deed(tracker, chance, name, number, refs)
        print(f"did {told}", flush=True)  # noqa: T201 - the parent reads what is acknowledged


def _deed(tracker: Tracker, chance: random.Random, name: str, number: int, refs: list[str]) -> str:
    ref, words = chance.choice(refs) if refs else "A-0001", f"{name} {number}"
    what = chance.choice(["tell", "extend", "add", "read", "accept"])
    if what == "add":
        return f"add {tracker.add(Entry(words, numbered(0).minutes.meeting), name, NOON).ref} {words}"
    if what == "read":
        return f"read {tracker.save(numbered(chance.randrange(10_000)), name, NOON).source_id} {words}"
    to = datetime.date(2027, 1, 1) + datetime.timedelta(days=chance.randrange(2000))
    deeds = {
        "tell": lambda hand, one: progress.tell(hand, one, NOON.date(), words),
        "extend": lambda hand, one: progress.extend(hand, one, to, words, None),
        "accept": lambda hand, one: review.accept(hand, one, words),
    }
    try:
        tracker.decide(ref, name, NOON, deeds[what])
    except TrackerError:
        return f"nothing {ref} {words}"
    return f"{what} {ref} {words}"


def watch(path: Path, seconds: float) -> None:
    until, times, most = time.monotonic() + seconds, 0, 0
    while time.monotonic() < until:
        with open_reader(path, PATIENCE) as reader:
            found = reader.count(ActionFilter())
            for (row_id,) in reader.connection.execute("SELECT id FROM actions ORDER BY random() LIMIT 5").fetchall():
                replay(reader.connection, row_id)
        if found < most:
            raise SystemExit(f"saw {found} actions after {most}")
        times, most = times + 1, found
    print("looked", times, flush=True)  # noqa: T201 - as above


if __name__ == "__main__":
    task, database, *rest = sys.argv[1:]
    if task == "work":
        work(Path(database), rest[0], float(rest[1]), int(rest[2]))
    else:
        watch(Path(database), float(rest[0]))
