"""The lists: which actions they show, in which form, and what they say besides."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest
from commands import run, small_tracker

from actiontracker.cli import lists
from actiontracker.cli.options import Order
from actiontracker.store import SORTS, open_tracker

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_tracker(tmp_path_factory.mktemp("lists") / "tracker.db")


Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("arguments", "refs"),
    [
        (["list"], "1 3 2"),
        (["list", "--all"], "1 4 3 2"),
        (["list", "--status", "closed"], "4"),
        (["list", "--status", "open"], "1 3 2"),
        (["list", "--sort", "ref"], "1 2 3"),
        (["list", "--sort", "owner"], "1 3 2"),
        (["list", "--limit", "1"], "1"),
        (["list", "--body", "parks"], "1 3 2"),
        (["list", "--body", "audit"], ""),
        (["list", "--body", "audit", "--all"], "4"),
        (["list", "--owner", "head of parks"], "3"),
        (["list", "--kind", "request"], "3"),
        (["list", "--item", "8"], "3"),
        (["list", "--item", "play"], "1 2"),
        (["list", "--meeting", "14/05/2026"], "1 3 2"),
        (["list", "--meeting", "15/05/2026"], ""),
        (["list", "--due-before", "1 July 2026"], "1"),
        (["list", "--due-after", "2026-07-01"], "3"),
        (["list", "--text", "mooring"], "3"),
        (["overdue"], "1"),
        (["overdue", "--as-of", "30/06/2026"], ""),
        (["overdue", "--as-of", "1/8/2026"], "1 3"),
        (["overdue", "--as-of", "1/8/2026", "--owner", "clerk"], "1"),
        (["overdue", "--as-of", "1/8/2026", "--body", "audit"], ""),
        (["undated"], "2"),
        (["undated", "--body", "audit"], ""),
        (["undated", "--owner", "clerk"], ""),
        (["unowned"], "2"),
        (["unowned", "--body", "audit"], ""),
        (["search", "survey"], "2"),
        (["search", "mended", "gates"], ""),
        (["search", "repairing", "gates"], "1"),
        (["search", "risk"], "4"),
        (["search", '"tree survey"'], "2"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_which_actions_a_list_shows(capsys: Capture, database: Path, arguments: list[str], refs: str) -> None:
    done = run(capsys, *arguments, "--format", "json", "--db", database)
    assert done.code == 0
    assert [int(row["ref"][2:]) for row in json.loads(done.out)] == [int(number) for number in refs.split()]


OVERDUE = """\
Ref     Action           Owner      Due                        Status     From
A-0001  Repair the gate  The Clerk  30 Jun 2026, 24 days late  suggested  Parks Panel, 14 May 2026, item 7
"""


def test_a_table_in_a_pipe_is_whole_and_plain(capsys: Capture, database: Path) -> None:
    done = run(capsys, "overdue", "--db", database)
    assert done.out == OVERDUE
    assert done.err.splitlines() == [
        "1 action overdue on 24 July 2026.",
        "1 is suggested: found in the minutes, not yet confirmed by a person.",
    ]


LIST = [
    "Ref | Action | Owner | Due | Status",
    "A-0001 | Repair the gate | The Clerk | 30 Jun 2026, 24 days late | suggested",
    "A-0004 | Bring the risk list | The Auditor | 30 Jun 2026 | closed, 20 Jun 2026",
    "A-0003 | Review the mooring fee | The Head of Parks | 31 Jul 2026, due in 7 days | suggested",
    "A-0002 | Publish the tree survey | Siân Cole (inferred) | “in due course”, no date | suggested",
]


def test_lateness_owner_and_state_are_told_in_words(capsys: Capture, database: Path) -> None:
    done = run(capsys, "list", "--all", "--db", database)
    rows = [re.split("  +", line) for line in done.out.splitlines()]
    assert [" | ".join(row[:5]) for row in rows] == LIST
    assert done.err.startswith("4 actions.\n")


def test_undated_says_why_and_unowned_who_it_may_be(capsys: Capture, database: Path) -> None:
    undated = run(capsys, "undated", "--db", database).out
    assert "“in due course”" in undated
    assert "no deadline was found in the words" in undated
    unowned = run(capsys, "unowned", "--db", database).out
    assert "Perhaps (inferred)" in unowned
    assert "Siân Cole" in unowned


def test_csv_and_json_hold_the_same(capsys: Capture, database: Path) -> None:
    as_csv = list(csv.reader(io.StringIO(run(capsys, "list", "--format", "csv", "--db", database).out)))
    as_json = json.loads(run(capsys, "list", "--format", "json", "--db", database).out)
    assert len(as_csv) == 1 + len(as_json) == 4
    for row, record in zip(as_csv[1:], as_json, strict=True):
        assert row == ["" if value is None else str(value) for value in record.values()]


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["overdue", "--as-of", "1/1/2020"], "actiontracker undated"),
        (["list", "--owner", "nobody"], "actiontracker list --all"),
        (["search", "zeppelin"], "fewer of them"),
    ],
)
def test_an_empty_list_says_what_to_do(capsys: Capture, database: Path, arguments: list[str], advice: str) -> None:
    done = run(capsys, *arguments, "--db", database)
    assert (done.code, done.out) == (0, "")
    assert advice in done.err


@pytest.mark.parametrize("command", ["list", "overdue", "undated", "unowned"])
def test_an_empty_tracker_says_how_to_fill_it(capsys: Capture, tmp_path: Path, command: str) -> None:
    open_tracker(tmp_path / "new.db").close()
    done = run(capsys, command, "--db", tmp_path / "new.db", "--format", "json")
    assert (done.code, json.loads(done.out)) == (0, [])
    assert "actiontracker ingest" in done.err


@pytest.mark.parametrize("command", [["list"], ["overdue"], ["bodies"], ["show", "1"], ["done", "1"], ["db", "info"]])
def test_without_a_tracker_nothing_is_made(capsys: Capture, tmp_path: Path, command: list[str]) -> None:
    done = run(capsys, *command, "--db", tmp_path / "none.db")
    assert (done.code, done.out) == (3, "")
    assert "none.db" in done.err
    assert list(tmp_path.iterdir()) == []


def test_tables_are_short_unless_told_and_data_is_whole(
    capsys: Capture, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "ROWS", 2)
    assert len(run(capsys, "list", "--db", database).out.splitlines()) == 1 + 2
    assert len(run(capsys, "list", "--limit", "3", "--db", database).out.splitlines()) == 1 + 3
    assert len(json.loads(run(capsys, "list", "--format", "json", "--db", database).out)) == 3


def test_more_rows_than_shown_are_told(capsys: Capture, database: Path) -> None:
    done = run(capsys, "list", "--limit", "2", "--db", database)
    assert len(done.out.splitlines()) == 3
    assert "2 of 3 actions outstanding on 24 July 2026. More: --limit 3" in done.err


def test_the_tracker_can_be_named_in_the_environment(
    capsys: Capture, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACTIONTRACKER_DB", str(database))
    assert run(capsys, "overdue").out == OVERDUE


def test_bodies_and_meetings_tell_what_is_to_be_done(capsys: Capture, database: Path) -> None:
    bodies = json.loads(run(capsys, "bodies", "--format", "json", "--db", database).out)
    assert [(body["body"], body["outstanding"], body["overdue"]) for body in bodies] == [
        ("Audit Committee", 0, 0),
        ("Parks Panel", 3, 1),
    ]
    meetings = run(capsys, "meetings", "--body", "parks", "--db", database)
    assert "14 May 2026  Parks Panel  Northmere Borough Council  draft" in meetings.out
    assert meetings.err == "1 meeting with minutes in the tracker.\n"


def test_the_orders_are_those_the_store_knows() -> None:
    assert {order.value for order in Order} == set(SORTS)


@pytest.mark.parametrize(
    "arguments",
    [
        ["overdue", "--as-of", "31/02/2026"],
        ["list", "--sort", "colour"],
        ["list", "--kind", "wish"],
        ["list", "--limit", "0"],
        ["list", "--format", "docx"],
        ["list", "stray"],
        ["search"],
        ["nonsense"],
        [],
    ],
)
def test_wrong_use_is_told_and_ends_with_two(capsys: Capture, arguments: list[str]) -> None:
    assert run(capsys, *arguments).code == 2
