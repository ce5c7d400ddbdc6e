"""One action: shown in full with its words in their passage, and marked as done."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from commands import run, small_tracker
from documents import JULY, NOON, Told, document

from actiontracker.store import open_tracker

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return small_tracker(tmp_path / "tracker.db")


def test_a_condition_stands_in_full_and_in_the_data(capsys: Capture, tmp_path: Path) -> None:
    database = tmp_path / "tracker.db"
    with open_tracker(database) as tracker:
        tracker.save(document(Told(condition="if the grant is confirmed")), "ann", NOON)
    assert "Condition    “if the grant is confirmed”" in run(capsys, "show", "1", "--db", database).out
    data = json.loads(run(capsys, "show", "1", "--format", "json", "--db", database).out)
    assert data["condition"] == "if the grant is confirmed"


A_0001 = """\
A-0001  Repair the gate

  Owner         The Clerk
  For           for residents
  Kind          undertaking
  Status        suggested: found in the minutes, not yet confirmed by a person
  Due           30 June 2026, 24 days late
  In the words  “by June”
  Worked out    by the rule “named-month”: the last day of the month

In the minutes
  »The Clerk would repair the gate for residents by June«.

Where it comes from
  Authority     Northmere Borough Council
  Body          Parks Panel
  Meeting       14 May 2026
  Item          7 Play areas
  Part          minutes
  File          parks.txt
                page 1, line 3, characters 32 to 85

Told elsewhere
  Again         page 1, line 4
                “RESOLVED that The Clerk would repair the gate for residents by
                June.”

History
  20 May 2026   found by ann: in the draft minutes parks.txt, line 3

How it was found
  Rule          would-undertake
  Sure          75%
  Model         minutes_syntax-1.0
"""


def test_everything_about_an_action_on_one_page(capsys: Capture, database: Path) -> None:
    done = run(capsys, "show", "1", "--db", database)
    assert (done.code, done.out, done.err) == (0, A_0001, "")


def test_what_has_no_date_says_why(capsys: Capture, database: Path) -> None:
    page = run(capsys, "show", "a2", "--db", database).out
    assert "Owner         Siân Cole (inferred)" in page
    assert "Why no date   no deadline was found in the words" in page


def test_as_data_it_holds_the_evidence_too(capsys: Capture, database: Path) -> None:
    data = json.loads(run(capsys, "show", "A-0001", "--format", "json", "--db", database).out)
    passage = data["passage"]
    start, end = data["start"] - passage["start"], data["end"] - passage["start"]
    assert passage["text"][start:end] == data["quote"]
    assert [again["quote"][:13] for again in data["told_again"]] == ["RESOLVED that"]
    assert [entry["what"] for entry in data["history"]] == ["found"]
    assert (data["due"], data["days_late"], data["due_dates"][0]["rule"]) == ("2026-06-30", 24, "named-month")


def test_a_moved_date_and_other_versions_are_told(capsys: Capture, database: Path) -> None:
    later = document(Told("repair the gate", "The Clerk", due=JULY), path="approved.txt", opening="Parks Panel again")
    with open_tracker(database) as tracker:
        from actiontracker.store import Document, Revision

        (first, *_) = tracker.actions_of(1)
        revision = Revision(1, {0: first.id})
        tracker.save(Document(later.minutes, later.actions, (), "m 1", revision), "bea", NOON)
    page = run(capsys, "show", "1", "--db", database).out
    assert "moved once, first 30 Jun 2026" in page
    assert "31 July 2026, set by bea" in page
    assert "Version      parks.txt" in page


def test_an_unknown_reference_ends_with_four_and_offers_near_ones(capsys: Capture, database: Path) -> None:
    for command in ("show", "done"):
        done = run(capsys, command, "A-0011", "--db", database)
        assert (done.code, done.out) == (4, "")
        assert "A-0011" in done.err
        assert done.err.endswith("Did you mean A-0001?\n")


def test_done_proposes_closure_and_keeps_its_history(capsys: Capture, database: Path) -> None:
    words = ["--on", "20/07/2026", "--why", "gate seen to", "--by", "Bea Cole", "--db", database]
    done = run(capsys, "done", "A-0001", *words)
    assert (done.code, done.out, done.err) == (
        0,
        "",
        "A-0001 is done, on 20 July 2026: Repair the gate. It is proposed for closure.\n",
    )
    assert run(capsys, "overdue", "--db", database).out == ""
    page = run(capsys, "show", "1", "--db", database).out
    assert "Status        proposed 20 Jul 2026" in page
    assert "24 Jul 2026   done by Bea Cole: gate seen to" in page
    assert "status: open → proposed for closure" in page


def test_done_is_today_and_by_the_user_unless_told(capsys: Capture, database: Path) -> None:
    run(capsys, "done", "3", "--db", database)
    data = json.loads(run(capsys, "show", "3", "--format", "json", "--db", database).out)
    assert (data["done_on"], data["history"][-1]["who"]) == ("2026-07-24", "ann")


@pytest.mark.parametrize(("options", "who"), [((), "Bea Cole"), (("--by", "Cai Wood"), "Cai Wood")])
def test_a_name_kept_in_the_environment_stands_for_the_login_name(
    capsys: Capture, database: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], who: str
) -> None:
    monkeypatch.setenv("ACTIONTRACKER_BY", "Bea Cole")
    run(capsys, "done", "3", "--db", database, *options)
    assert json.loads(run(capsys, "history", "3", "--format", "json", "--db", database).out)[0]["who"] == who


@pytest.mark.parametrize(
    ("on", "told"),
    [("01/01/2099", "1 January 2099 lies ahead"), ("01/01/1066", "is before the meeting of")],
)
def test_a_day_that_cannot_be_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, on: str, told: str
) -> None:
    database = small_tracker(tmp_path / "tracker.db")
    refused = run(capsys, "done", "1", "--on", on, "--db", database)
    assert refused.code == 2
    assert told in refused.err


def test_done_twice_says_so_and_changes_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    database = small_tracker(tmp_path / "tracker.db")
    run(capsys, "done", "1", "--on", "20/07/2026", "--db", database)
    again = run(capsys, "done", "1", "--db", database)
    assert again.code == 0
    assert "A-0001 is done already, since 20 July 2026; nothing was changed." in again.err
