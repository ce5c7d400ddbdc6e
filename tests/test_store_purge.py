"""Only a purge deletes: what ended longer ago than its body keeps it, with its history, and it says what went."""

from __future__ import annotations

import datetime
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from commands import run
from documents import JUNE, NOON, Told, document, mark_closed

from actiontracker.records import ActionFilter
from actiontracker.store import open_reader, open_tracker, progress, review

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
LONG_AGO = datetime.date(2018, 3, 1)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A-0001 closed in 2018, A-0002 closed this June, A-0003 in parts of which one ended in 2018, A-0006 open."""
    with open_tracker(tmp_path / "tracker.db") as tracker:
        told = (Told("mend the gate", twice=True), Told("plant a tree"), Told("do up the hut"), Told("count the swans"))
        tracker.save(document(*told), "ann", NOON)
        tracker.decide("1", "ann", NOON, lambda hand, one: progress.extend(hand, one, JUNE, "late", None))
        tracker.undo("1", "ann", NOON)
        mark_closed(tracker, "A-0001", LONG_AGO)
        mark_closed(tracker, "A-0002", JUNE)
        tracker.decide("3", "ann", NOON, lambda hand, one: review.split(hand, one, ["Mend it", "Paint it"], ""))
        mark_closed(tracker, "A-0003(a)", LONG_AGO)
    return tmp_path / "tracker.db"


def refs(database: Path) -> list[str]:
    with open_reader(database) as reader:
        return [action.ref for action in reader.find(ActionFilter(rejected=True), sort="ref")]


def test_nothing_goes_while_no_body_says_how_long_things_are_kept(capsys: Capture, database: Path) -> None:
    before = refs(database)
    told = run(capsys, "purge", "--really", "--db", database)
    assert "2 ended actions stay: their body has set no retention." in told.err
    assert refs(database) == before


def test_a_purge_says_what_would_go_then_removes_it_and_keeps_the_fact(capsys: Capture, database: Path) -> None:
    run(capsys, "bodies", "set", "Parks", "--retention-years", "6", "--db", database)
    before = refs(database)
    trial = run(capsys, "purge", "--db", database)
    assert (trial.out, "would be removed" in trial.err, refs(database)) == ("A-0001\n", True, before)
    done = run(capsys, "purge", "--really", "--db", database)
    assert "1 action with" in done.err
    assert refs(database) == [ref for ref in before if ref != "A-0001"]
    with closing(sqlite3.connect(database)) as connection:
        (removed,) = connection.execute("SELECT removed FROM purges").fetchone()
        assert '"A-0001"' in removed
        assert connection.execute("SELECT count(*) FROM history WHERE action_id = 1").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM due_dates WHERE action_id = 1").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM purging").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM sources").fetchone() == (1,)
    with open_tracker(database) as tracker:
        assert tracker.info().damage == ()


def test_a_part_stays_as_long_as_its_whole_is_outstanding(capsys: Capture, database: Path) -> None:
    run(capsys, "bodies", "set", "Parks", "--retention-years", "1", "--db", database)
    run(capsys, "purge", "--really", "--db", database)
    assert "A-0005" in refs(database)
