"""Bodies over time, their calendar and rules, and the roster: what becomes of open actions."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from commands import run
from documents import JULY, JUNE, MAY, NOON, PANEL, Told, document, mark_closed

from actiontracker.records import Meeting, TrackedAction
from actiontracker.store import open_reader, open_tracker
from actiontracker.store.undo import replay

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
SEPTEMBER = datetime.date(2026, 9, 10)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """The Parks Panel's May meeting: one dated, one for the meeting in September, one closed."""
    told = (
        Told(due=JUNE),
        Told("report on the ponds", owner="Head of Parks", deadline="to the September meeting"),
        Told("mow the lawn"),
        Told("audit the tills", owner="BC", deadline="within 5 working days"),
    )
    with open_tracker(tmp_path / "tracker.db") as tracker:
        tracker.save(document(*told), "ann", NOON)
        mark_closed(tracker, "A-0003")
    return tmp_path / "tracker.db"


def one(database: Path, ref: str) -> TrackedAction:
    with open_reader(database) as reader:
        return reader.one(ref)


# --- the calendar ----------------------------------------------------------------------------------------------------


def test_a_day_entered_dates_what_waited_for_it_and_says_so(capsys: Capture, database: Path) -> None:
    done = run(capsys, "meetings", "add", "parks", "10/09/2026", "--db", database)
    assert "1 undated action got a date by it: A-0002." in done.err
    action = one(database, "A-0002")
    assert (action.due, action.due_rule, action.times_moved) == (SEPTEMBER, "month's meeting", 0)
    history = run(capsys, "history", "A-0002", "--db", database).out
    assert "date became known" in history
    assert "due: nothing → 2026-09-10" in history


def test_a_date_that_a_person_took_away_stays_away(capsys: Capture, database: Path) -> None:
    run(capsys, "extend", "A-0002", "--to", "1/10/2026", "--reason", "late", "--db", database)
    run(capsys, "meetings", "add", "parks", "10/09/2026", "--db", database)
    assert one(database, "A-0002").due == datetime.date(2026, 10, 1)


@pytest.mark.parametrize(
    ("name", "content", "days"),
    [
        ("plan.csv", "Date,Title\n10/09/2026,Panel\n08.10.26,Panel\n21 May 2027,Annual meeting\n", 3),
        (
            "plan.ics",
            (
                "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:1\nDTSTART:20260910T180000Z\nSUMMARY:Panel\n"
                "END:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART;VALUE=DATE:20261008\nSUMMARY:Panel\nSTATUS:CANCELLED\n"
                "END:VEVENT\nEND:VCALENDAR\n"
            ),
            1,
        ),
    ],
)
def test_a_calendar_file_is_entered(capsys: Capture, database: Path, name: str, content: str, days: int) -> None:
    path = database.parent / name
    path.write_text(content, encoding="utf-8")
    done = run(capsys, "meetings", "import", "Parks", path, "--db", database)
    assert (done.code, f"{days} day" in done.err) == (0, True)
    assert one(database, "A-0002").due == SEPTEMBER
    again = run(capsys, "meetings", "import", "Parks", path, "--db", database)
    assert "No days entered" in again.err or "no days entered" in again.err
    listed = run(capsys, "meetings", "days", "Parks", "--db", database).out
    assert f"10 September 2026  ordinary  {name}" in listed
    assert ("annual" in listed) == (name == "plan.csv")


@pytest.mark.parametrize("content", [b"", b"BEGIN:VCALENDAR\nnonsense", b"date\nnext week\n", b"31/02/2026\n"])
def test_a_calendar_that_cannot_be_read_is_told(capsys: Capture, database: Path, content: bytes) -> None:
    path = database.parent / "plan.ics"
    path.write_bytes(content)
    done = run(capsys, "meetings", "import", "Parks", path, "--db", database)
    assert (done.code, "plan.ics" in done.err, "Traceback" in done.err) == (1, True, False)


def test_a_cancelled_meeting_is_no_next_meeting(capsys: Capture, database: Path) -> None:
    run(capsys, "meetings", "cancel", "Parks", "11/06/2026", "--db", database)
    assert "11 June 2026" not in run(capsys, "meetings", "days", "Parks", "--db", database).out
    assert run(capsys, "meetings", "add", "Parks", "1/9/2026", "--kind", "party", "--db", database).code == 2
    assert run(capsys, "meetings", "add", "Planning", "1/9/2026", "--db", database).code == 2


# --- rules -----------------------------------------------------------------------------------------------------------


def test_a_body_s_nation_makes_working_days_a_date(capsys: Capture, database: Path) -> None:
    assert one(database, "A-0004").due is None
    done = run(capsys, "bodies", "set", "Parks", "--nation", "Wales", "--db", database)
    assert "1 undated action got a date by it." in done.err
    assert one(database, "A-0004").due == datetime.date(2026, 5, 21)


def test_a_body_s_own_words_for_statuses_are_shown(capsys: Capture, database: Path) -> None:
    run(capsys, "bodies", "set", "Parks", "--word", "closed=discharged", "--db", database)
    assert "discharged, 30 Jun 2026" in run(capsys, "list", "--all", "--db", database).out
    data = run(capsys, "list", "--all", "--format", "csv", "--db", database).out
    assert ",closed," in data


@pytest.mark.parametrize(
    "options", [[], ["--nation", "france"], ["--word", "closed"], ["--word", "shut=closed"], ["--future-meeting", "0"]]
)
def test_a_rule_that_cannot_be_is_refused(capsys: Capture, database: Path, options: list[str]) -> None:
    assert run(capsys, "bodies", "set", "Parks", *options, "--db", database).code == 2


# --- renamed and merged ----------------------------------------------------------------------------------------------


def test_a_renamed_body_s_open_actions_go_on_and_keep_their_trail(capsys: Capture, database: Path) -> None:
    done = run(capsys, "bodies", "rename", "Parks", "Places Panel", "--on", "1/9/2026", "--db", database)
    assert "Places Panel goes on from 1 September 2026, with 3 open actions." in done.err
    gate, closed = one(database, "A-0001"), one(database, "A-0003")
    assert (gate.body, gate.own_body, closed.body) == ("Places Panel", "Parks Panel", "Parks Panel")
    for body in ("Places", "Parks"):
        assert "A-0001" in run(capsys, "overdue", "--body", body, "--db", database).out
    bodies = run(capsys, "bodies", "--format", "csv", "--db", database).out
    assert "Northmere Borough Council,Places Panel,,0,0,3,3,1" in bodies
    with open_reader(database) as reader:
        assert replay(reader.connection, 1)["body_id"] is not None


def test_minutes_of_the_old_body_read_later_belong_to_its_successor(capsys: Capture, database: Path) -> None:
    run(capsys, "bodies", "rename", "Parks", "Places Panel", "--on", "1/9/2026", "--db", database)
    with open_tracker(database) as tracker:
        late = Meeting(PANEL.authority, PANEL.body, JULY)
        tracker.save(document(Told("count the swans"), meeting=late, opening="July"), "ann", NOON)
    assert one(database, "A-0005").body == "Places Panel"


def test_the_successor_s_calendar_dates_what_came_over(capsys: Capture, database: Path) -> None:
    run(capsys, "bodies", "rename", "Parks", "Places Panel", "--on", "1/9/2026", "--db", database)
    run(capsys, "meetings", "add", "Places", "10/09/2026", "--db", database)
    assert one(database, "A-0002").due == SEPTEMBER


def test_two_bodies_become_one(capsys: Capture, database: Path) -> None:
    with open_tracker(database) as tracker:
        audit = Meeting(PANEL.authority, "Audit Committee", MAY)
        tracker.save(document(Told("close the books"), meeting=audit, opening="Audit"), "ann", NOON)
    done = run(
        capsys, "bodies", "merge", "Parks", "Audit", "--into", "Audit Committee", "--on", "1/9/2026", "--db", database
    )
    assert "with 3 open actions" in done.err
    assert one(database, "A-0001").body == "Audit Committee"


def test_a_rename_is_undone_as_a_whole(capsys: Capture, database: Path) -> None:
    before = run(capsys, "list", "--all", "--db", database).out
    run(capsys, "bodies", "rename", "Parks", "Places Panel", "--on", "1/9/2026", "--db", database)
    assert "“body renamed” was taken back for A-0001, A-0002, A-0004." in run(capsys, "undo", "--db", database).err
    assert run(capsys, "list", "--all", "--db", database).out == before
    again = run(capsys, "bodies", "rename", "Parks", "Green Panel", "--on", "1/9/2026", "--db", database)
    assert "Green Panel goes on" in again.err


@pytest.mark.parametrize(("old", "new"), [("Parks", "Parks Panel"), ("Nobody", "Somebody")])
def test_a_body_is_not_its_own_successor_nor_one_that_is_not_there(
    capsys: Capture, database: Path, old: str, new: str
) -> None:
    assert run(capsys, "bodies", "rename", old, new, "--on", "1/9/2026", "--db", database).code == 2


def test_a_body_has_one_successor(capsys: Capture, database: Path) -> None:
    run(capsys, "bodies", "rename", "Parks Panel", "Places Panel", "--on", "1/9/2026", "--db", database)
    again = run(capsys, "bodies", "rename", "Parks Panel", "Green Panel", "--on", "1/9/2026", "--db", database)
    assert "was renamed or merged already" in again.err


# --- people ----------------------------------------------------------------------------------------------------------


def test_a_post_passes_on_and_its_open_actions_with_it(capsys: Capture, database: Path) -> None:
    run(
        capsys, "people", "add", "Bea Cole", "--post", "Head of Parks", "--authority", PANEL.authority, "--db", database
    )
    assert one(database, "A-0002").owner_known == "Bea Cole"
    told = run(
        capsys, "people", "add", "Dee Marsh", "--post", "Head of Parks", "--since", "1/7/2026",
        "--authority", PANEL.authority, "--db", database,
    ).err  # fmt: skip
    assert "1 entry of the roster changed; 1 action by it." in told
    assert (one(database, "A-0002").owner, one(database, "A-0002").owner_known) == ("Head of Parks", "Dee Marsh")
    people = run(capsys, "people", "--format", "csv", "--db", database).out
    assert "Bea Cole,Head of Parks,,,,2026-06-30," in people
    assert "owner id" in run(capsys, "history", "A-0002", "--db", database).out


def test_initials_of_the_attendance_list_name_the_owner(capsys: Capture, database: Path) -> None:
    run(capsys, "people", "add", "Somebody Else", "--db", database)
    assert one(database, "A-0004").owner_known == "Bea Cole"


def test_people_come_from_a_table(capsys: Capture, database: Path) -> None:
    path = database.parent / "people.csv"
    path.write_text(
        f"Name,Job title,Initials,Council,From\nDee Marsh,Head of Parks,DM,{PANEL.authority},01/07/2026\n",
        encoding="utf-8",
    )
    assert run(capsys, "people", "import", path, "--db", database).code == 0
    assert one(database, "A-0002").owner_known == "Dee Marsh"
    assert "no entries of the roster changed" in run(capsys, "people", "import", path, "--db", database).err.lower()
    path.write_text("Who,What\na,b\n", encoding="utf-8")
    assert run(capsys, "people", "import", path, "--db", database).code == 1
