"""Recommendations: sent, by when an answer is due, received, and what the answer was."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from commands import run
from documents import JUNE, NOON, Told, document

from actiontracker.records import Kind, Response, Status, TrackedAction
from actiontracker.store import open_reader, open_tracker

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    with open_tracker(tmp_path / "tracker.db") as tracker:
        tracker.save(document(Told("review the fee", owner="Cabinet", kind=Kind.RECOMMENDATION, due=JUNE)), "a", NOON)
    return tmp_path / "tracker.db"


def one(database: Path) -> TrackedAction:
    with open_reader(database) as reader:
        return reader.one("1")


def test_a_clock_runs_from_the_day_it_was_sent(capsys: Capture, database: Path) -> None:
    told = run(capsys, "sent", "1", "--on", "1/6/2026", "--clock", "executive england", "--db", database).err
    assert "an answer is due by 31 July 2026" in told
    assert "section 9FE" in told
    assert "check the text" in told
    action = one(database)
    assert (action.sent_on, action.response_due, action.response) == (
        datetime.date(2026, 6, 1), datetime.date(2026, 7, 31), None,
    )  # fmt: skip
    page = run(capsys, "show", "1", "--db", database).out
    assert "31 July 2026" in page


def test_a_day_of_one_s_own_counts_before_the_clock(capsys: Capture, database: Path) -> None:
    run(capsys, "sent", "1", "--on", "1/6/2026", "--due", "15/6/2026", "--db", database)
    assert one(database).response_due == datetime.date(2026, 6, 15)


@pytest.mark.parametrize(
    ("said", "response", "status"),
    [
        ("accepted", Response.ACCEPTED, Status.OPEN),
        ("in part", Response.IN_PART, Status.OPEN),
        ("Accepted in principle", Response.IN_PRINCIPLE, Status.OPEN),
        ("rejected", Response.REJECTED, Status.NOT_NEEDED),
    ],
)
def test_an_answer_is_kept_with_how_late_it_was(
    capsys: Capture, database: Path, said: str, response: Response, status: Status
) -> None:
    run(capsys, "sent", "1", "--on", "1/6/2026", "--due", "15/6/2026", "--db", database)
    told = run(capsys, "answered", "1", said, "--on", "20/7/2026", "--why", "letter", "--db", database).err
    assert f"was {response} on 20 July 2026, 35 days after the last day to answer." in told
    action = one(database)
    assert (action.response, action.response_on, action.status) == (response, datetime.date(2026, 7, 20), status)
    run(capsys, "undo", "1", "--db", database)
    assert (one(database).response, one(database).status) == (None, Status.OPEN)


def test_what_is_not_understood_is_refused(capsys: Capture, database: Path) -> None:
    assert "executive Wales" in run(capsys, "sent", "1", "--clock", "sundial", "--db", database).err
    assert "accepted in part" in run(capsys, "answered", "1", "maybe", "--db", database).err
