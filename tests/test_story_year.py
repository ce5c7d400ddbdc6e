"""A year of one body, from its first minutes to its last: read, reviewed, extended, closed, renamed in the middle."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from commands import Run, run
from documents import NOON
from year_of_minutes import AUTHORITY, NEW, OLD, YEAR, write

from actiontracker.ingest import Settings, ingest_files
from actiontracker.read import expand
from actiontracker.records import ActionFilter, Status
from actiontracker.store import open_reader, open_tracker, progress, review
from actiontracker.store.undo import replay

if TYPE_CHECKING:
    from collections.abc import Callable

    from actiontracker.store.steps import Hand

SHARED = Path(__file__).parents[2] / "shared"
PONDS, BUSES, RENTS, CYCLES, TREES, LEAVES = (f"A-{number:04}" for number in range(1, 7))


class Office:
    """The clerk's desk: every command on the day on which it is given."""

    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self.capsys, self.folder, self.database = capsys, folder, folder / "tracker.db"
        self.now = datetime.datetime(2026, 5, 14, 9, 0, tzinfo=datetime.UTC)

    def on(self, day: datetime.date) -> None:
        self.now = datetime.datetime.combine(day, datetime.time(9), datetime.UTC)

    def do(self, *arguments: object, typed: str = "") -> Run:
        done = run(self.capsys, *arguments, "--db", self.database, now=self.now, typed=typed)
        assert done.code == 0, done.err
        return done

    def listed(self, *arguments: object) -> dict[str, dict[str, Any]]:
        return {row["ref"]: row for row in json.loads(self.do(*arguments, "--format", "json").out)}

    def read(self, number: int) -> Run:
        held = YEAR[number]
        self.on(held.day + datetime.timedelta(days=4))
        return self.do("ingest", write(held, self.folder))


def day(month: int, of: int, year: int = 2026) -> datetime.date:
    return datetime.date(year, month, of)


def test_a_year_of_one_body(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    office = Office(capsys, tmp_path)

    # May: three actions are found, and confirmed in the review.
    assert "3 actions found, 3 new" in office.read(0).out
    reviewed = office.do("review", typed="a\na\na\n")
    assert "3 decisions made, no things left to decide." in reviewed.err
    assert office.listed("list")[PONDS]["due"] == "2026-06-11"
    assert set(office.listed("undated")) == {RENTS}
    assert office.listed("list")[PONDS]["owner_known"] == "Dee Marsh"

    # June: the next minutes say that the plan was sent, which the clerk confirms; the Panel agrees in July.
    assert "1 passage to review" in office.read(1).out
    office.do("review", typed="a\ny\n")
    assert office.listed("list")[PONDS]["status"] == "proposed for closure"
    assert office.listed("overdue", "--as-of", "12/07/2026").keys() == {BUSES}
    office.on(day(7, 9))
    office.do("close", PONDS, "--minute", "31/2026")

    # July: the bus company has not answered, and the officer is given longer.
    assert "1 action found, 1 new" in office.read(2).out
    office.do("review", typed="a\n")
    office.do("update", BUSES, "no reply from the company yet")
    office.do("extend", BUSES, "--to", "30/09/2026", "--reason", "no reply", "--minute", "40/2026")
    late = office.listed("overdue", "--as-of", "10/10/2026")[BUSES]
    assert (late["days_late"], late["days_late_first"], late["times_moved"]) == (10, 102, 1)
    assert office.listed("overdue", "--as-of", "20/09/2026").keys() == {CYCLES, TREES}

    # September: the Panel has a new name, and its open actions go with it.
    office.on(day(9, 1))
    renamed = office.do("bodies", "rename", OLD, NEW, "--on", "1/9/2026")
    assert "with 4 open actions" in renamed.err
    office.read(3)
    office.do("done", TREES, "--on", "10/09/2026", "--why", "list circulated")
    office.do("update", CYCLES, "survey in progress")
    assert office.listed("list", "--body", NEW).keys() == {BUSES, RENTS, CYCLES, TREES}
    assert {row["own_body"] for row in office.listed("list", "--body", NEW).values()} == {OLD}
    assert office.listed("list", "--all", "--body", OLD)[PONDS]["body"] == OLD

    # October and November: what waited for the January meeting gets its date when that is announced.
    office.read(4)
    office.do("review", typed="a\n")
    assert office.listed("undated").keys() == {RENTS, LEAVES}
    assert "1 undated action got a date" in office.read(5).out
    assert office.listed("list")[LEAVES]["due"] == "2027-01-14"
    silent = office.listed("silent", "--meetings", "3")
    assert silent.keys() == {BUSES, RENTS}
    assert silent[RENTS]["meetings_open"] == 5
    office.do("close", CYCLES, "--minute", "70/2026", "--on", "12/11/2026")
    office.do("close", TREES, "--minute", "70/2026", "--on", "12/11/2026")

    # January and March: the leaves are put off once more; the rents are dropped; nothing that was told is lost.
    office.read(6)
    office.do("review", typed="r\ntold already\ny\n")
    office.do("extend", LEAVES, "--to", "11/03/2027", "--reason", "deferred", "--minute", "3/2027")
    office.do("drop", RENTS, "--why", "published by the county")
    office.read(7)
    assert office.listed("overdue").keys() == {BUSES, LEAVES}
    assert office.listed("stale").keys() == {BUSES}
    everything = office.listed("list", "--all")
    assert {ref: row["status"] for ref, row in everything.items() if row["review"] != "rejected"} == {
        PONDS: "closed", BUSES: "open", RENTS: "no longer needed",
        CYCLES: "closed", TREES: "closed", LEAVES: "open",
    }  # fmt: skip
    told = office.do("history", BUSES).out
    for words in ("accepted", "extended", "minute 40/2026", "no reply from the company yet", "body renamed"):
        assert words in told
    bodies = {row["body"]: row for row in json.loads(office.do("bodies", "--format", "json").out)}
    assert (bodies[NEW]["outstanding"], bodies[OLD]["outstanding"]) == (2, 0)
    assert {row["authority"] for row in bodies.values()} == {AUTHORITY}
    with open_reader(office.database) as reader:
        for (row_id,) in reader.connection.execute("SELECT id FROM actions").fetchall():
            replay(reader.connection, row_id)
    assert "Sound" in office.do("db", "info").out


def test_reading_the_whole_year_again_changes_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    office = Office(capsys, tmp_path)
    for number in range(3):
        office.read(number)
    office.do("review", typed="a\nr\nno\ne\n2\nSomebody Else\n\n")
    before = office.do("list", "--all", "--format", "json").out
    assert "(3 unchanged, 0 failed)" in office.do("ingest", *(tmp_path / held.name for held in YEAR[:3])).out
    assert office.do("list", "--all", "--format", "json").out == before


@pytest.mark.skipif(not SHARED.exists(), reason="the real minutes are not beside this checkout")
def test_the_same_on_a_series_of_real_minutes(tmp_path: Path) -> None:
    paths = expand([str(SHARED / "minutes" / "parish" / "west-dereham")])[0][20:36]
    database = tmp_path / "tracker.db"
    deeds: list[Callable[[Hand, int], object]] = [
        lambda hand, one: review.accept(hand, one, ""),
        lambda hand, one: review.reject(hand, one, "told only"),
        lambda hand, one: review.edit(hand, one, {"owner": "Clerk"}),
        lambda hand, one: progress.extend(hand, one, day(12, 31, 2030), "late", "1"),
        lambda hand, one: progress.propose(hand, one, day(1, 1, 2020), ""),
        lambda hand, one: progress.close(hand, one, "2", day(1, 1, 2020), ""),
    ]
    for path in paths:
        (done,) = ingest_files([path], database, Settings(), "clerk", NOON)
        assert not done.failed, done.problems
        with open_tracker(database) as tracker:
            suggested = tracker.reader.find(ActionFilter(outstanding=True), sort="ref")[-6:]
            for number, action in enumerate(suggested):
                if action.status is Status.OPEN and action.review.value == "suggested":
                    tracker.decide(action.ref, "clerk", NOON, deeds[number % len(deeds)])
            for report in tracker.reader.reports()[:3]:
                tracker.decide_report(report.id, "clerk", NOON, right=report.id % 2 == 0)
    with open_reader(database) as reader:
        actions = reader.find(ActionFilter(rejected=True))
        assert len(actions) > 50
        for (row_id,) in reader.connection.execute("SELECT id FROM actions").fetchall():
            replay(reader.connection, row_id)
        assert reader.info().damage == ()
