"""Handing the log to other programs: what is written, what is left out, and what is never replaced unasked."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from commands import run
from documents import JUNE, NOON, Told, document, mark_closed
from icalendar import Calendar
from openpyxl import load_workbook

from actiontracker.store import open_tracker

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Three actions: one due in June, one without a date, one that is closed."""
    with open_tracker(tmp_path / "tracker.db") as tracker:
        tracker.save(document(Told(due=JUNE), Told("plant a tree for £5"), Told("ring the farm")), "ann", NOON)
        mark_closed(tracker, "A-0003")
    return tmp_path / "tracker.db"


def references(path: Path) -> list[str]:
    data = path.read_bytes()
    if path.suffix == ".json":
        return [row["ref"] for row in json.loads(data)]
    if path.suffix == ".csv":
        return [row["Ref"] for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig")))]
    if path.suffix == ".xlsx":
        return [str(row[0]) for row in load_workbook(path).worksheets[0].iter_rows(min_row=2, values_only=True)]
    return [str(event["SUMMARY"])[:6] for event in Calendar.from_ical(data).walk("VEVENT")]


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("log.csv", (), ["A-0001", "A-0002"]),
        ("log.xlsx", (), ["A-0001", "A-0002"]),
        ("log.json", (), ["A-0001", "A-0002"]),
        ("LOG.CSV", ("--all",), ["A-0001", "A-0002", "A-0003"]),
        ("log.xlsx", ("--owner", "nobody at all"), []),
        ("log.ics", ("--all",), ["A-0001"]),
        ("new/folder/log.ics", (), ["A-0001"]),
    ],
)
def test_the_ending_says_how_it_is_written(
    capsys: Capture, database: Path, name: str, options: tuple[str, ...], told: list[str]
) -> None:
    target = database.parent / name
    done = run(capsys, "export", target, "--db", database, *options)
    assert (done.code, done.out) == (0, "")
    assert sorted(references(target.rename(target.with_suffix(target.suffix.lower())))) == told


def test_a_calendar_says_what_it_leaves_out(capsys: Capture, database: Path) -> None:
    done = run(capsys, "export", database.parent / "log.ics", "--db", database)
    assert "1 event written to" in done.err
    assert "1 action without a date left out; see: actiontracker undated" in done.err


def test_excel_sees_the_pound_sign(capsys: Capture, database: Path) -> None:
    run(capsys, "export", database.parent / "log.csv", "--db", database)
    assert (database.parent / "log.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_file_is_replaced_only_when_asked(capsys: Capture, database: Path) -> None:
    target = database.parent / "log.json"
    target.write_text("mine")
    refused = run(capsys, "export", target, "--db", database)
    assert (refused.code, target.read_text()) == (2, "mine")
    assert "exists already, and was not replaced" in refused.err
    assert run(capsys, "export", target, "--overwrite", "--db", database).code == 0
    assert references(target) == ["A-0001", "A-0002"]


@pytest.mark.parametrize("name", ["log.doc", "log", "tracker.db/log.csv"])
def test_what_cannot_be_written_is_told_and_leaves_nothing(capsys: Capture, database: Path, name: str) -> None:
    done = run(capsys, "export", database.parent / name, "--db", database)
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err
    assert [path.name for path in database.parent.iterdir() if "log" in path.name] == []


def test_an_exported_sheet_can_be_taken_over_by_another_tracker(capsys: Capture, database: Path) -> None:
    sheet = database.parent / "log.xlsx"
    run(capsys, "export", sheet, "--db", database)
    other = database.parent / "other.db"
    done = run(capsys, "import", sheet, "--body", "Parks Panel", "--db", other, "--yes")
    assert (done.code, "2 actions imported" in done.err) == (0, True)
