"""Taking over six trackers of different make: columns understood and shown, words kept, the same file again nothing."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from commands import Run, run
from documents import NOON, Told, document
from trackers import MAKES

from actiontracker.records import ActionFilter, Kind, Rag, Review, Status, TrackedAction
from actiontracker.store import open_reader, open_tracker

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
JUNE_30, AUGUST_1 = datetime.date(2026, 6, 30), datetime.date(2026, 8, 1)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A tracker that knows the Parks Panel's May meeting and when it meets next."""
    with open_tracker(tmp_path / "tracker.db") as tracker:
        tracker.save(document(Told()), "ann", NOON)
    return tmp_path / "tracker.db"


def take_over(capsys: Capture, make: str, database: Path, *options: str) -> Run:
    path = MAKES[make](database.parent)
    return run(capsys, "import", path, "--body", "Parks Panel", "--db", database, *(options or ("--yes",)))


def imported(database: Path) -> list[TrackedAction]:
    with open_reader(database) as reader:
        return [one for one in reader.find(ActionFilter(rejected=True), sort="ref") if one.ref != "A-0001"]


def test_a_plain_table_is_taken_over_as_written(capsys: Capture, database: Path) -> None:
    done = take_over(capsys, "plain_csv", database)
    assert (done.code, "3 actions imported, A-0002 to A-0004" in done.err) == (0, True)
    gate, residents, rules = imported(database)
    assert (gate.own_ref, gate.action, gate.owner, gate.due) == (
        "PP/01", "Mend the gate at Hollow Park", "Warden", JUNE_30,
    )  # fmt: skip
    assert (gate.review, gate.status, rules.status) == (Review.ACCEPTED, Status.OPEN, Status.CLOSED)
    assert (residents.status, residents.deadline, residents.due) == (Status.IN_PROGRESS, "By next meeting", None)
    assert gate.quote == "PP/01 | Mend the gate at Hollow Park | Warden | 30/06/2026 | Open | Quotes sought"
    assert gate.updated_on is not None


def test_the_columns_are_shown_before_anything_is_stored(capsys: Capture, database: Path) -> None:
    path = MAKES["own_columns_csv"](database.parent)
    command = ("import", path, "--body", "Parks Panel", "--db", database)
    for typed, stored in (("n\n", 0), ("", 0), ("y\n", 2)):
        done = run(capsys, *command, typed=typed)
        assert "What was agreed / recommendation  →  action" in done.out
        assert "Timescale                         →  due" in done.out
        assert len(imported(database)) == stored


def test_words_in_a_date_column_become_a_date_only_by_a_rule(capsys: Capture, database: Path) -> None:
    take_over(capsys, "own_columns_csv", database)
    survey, county = imported(database)
    assert (survey.deadline, survey.due, survey.due_rule) == ("in September", datetime.date(2026, 9, 30), "month")
    assert (county.deadline, county.due, county.owner) == ("asap", None, "BC & AT")
    assert survey.meeting_date == datetime.date(2026, 5, 14)


def test_initials_mean_the_officer_of_the_attendance_list(capsys: Capture, database: Path) -> None:
    take_over(capsys, "own_columns_csv", database)
    assert [one.owner_known for one in imported(database)] == ["Bea Cole", None]


def test_merged_cells_count_for_every_row_that_they_cover(capsys: Capture, database: Path) -> None:
    take_over(capsys, "merged_xlsx", database)
    bench, pavilion, well = imported(database)
    assert {one.meeting_date for one in (bench, pavilion, well)} == {datetime.date(2026, 5, 14)}
    assert (pavilion.first_due, pavilion.due, pavilion.times_moved) == (datetime.date(2026, 6, 1), AUGUST_1, 1)
    assert [one.rag for one in (bench, pavilion, well)] == [Rag.AMBER, Rag.RED, Rag.GREEN]
    assert (well.status, well.closed_on) == (Status.CLOSED, datetime.date(2026, 5, 19))


def test_a_word_table_keeps_references_and_words_for_statuses(capsys: Capture, database: Path) -> None:
    take_over(capsys, "word_table", database)
    ponds, swings = imported(database)
    assert (ponds.own_ref, ponds.rag, swings.status, swings.moved_to) == (
        "60/17(h)", Rag.AMBER, Status.MOVED, "Moved to work programme",
    )  # fmt: skip
    page = " ".join(run(capsys, "show", swings.ref, "--db", database).out.split())
    assert "its status there: Moved to work programme" in page
    assert run(capsys, "show", "60/17(h)", "--db", database).code == 0


def test_a_pdf_table_of_recommendations(capsys: Capture, database: Path) -> None:
    take_over(capsys, "pdf_table", database)
    fence, warden = imported(database)
    assert (fence.own_ref, fence.kind, fence.due) == ("SR (25/26) 01", Kind.RECOMMENDATION, JUNE_30)
    assert warden.status is Status.NOT_NEEDED


def test_what_cannot_be_placed_is_told_with_its_row(capsys: Capture, database: Path) -> None:
    done = take_over(capsys, "untidy_csv", database)
    assert done.code == 1
    assert "untidy.tsv:2: status “with legal” is not known; taken as open" in done.err
    assert "untidy.tsv:3: has no action, and was left out" in done.err
    formula, lease = imported(database)
    assert (formula.due, formula.deadline) == (None, "1/6/26 or 8/6/26")
    assert (lease.status, lease.owner) == (Status.OPEN, None)
    assert "'=HYPERLINK" in run(capsys, "list", "--format", "csv", "--db", database).out


@pytest.mark.parametrize("make", MAKES)
def test_the_same_file_twice_changes_nothing(capsys: Capture, database: Path, make: str) -> None:
    path = MAKES[make](database.parent)
    command = ("import", path, "--body", "Parks Panel", "--db", database, "--yes")
    run(capsys, *command)
    before = imported(database)
    assert before
    again = run(capsys, *command)
    assert imported(database) == before
    assert "This very file was imported before; nothing was changed." in again.err


def test_a_grown_tracker_adds_only_what_is_new(capsys: Capture, database: Path) -> None:
    path = MAKES["plain_csv"](database.parent)
    take_over(capsys, "plain_csv", database)
    run(capsys, "extend", "A-0002", "--to", "01/08/2026", "--reason", "late", "--db", database)
    path.write_text(path.read_text() + "PP/04,Order a skip,Warden,,,\n", encoding="utf-8")
    done = run(capsys, "import", path, "--body", "Parks Panel", "--db", database, "--yes")
    assert "1 action imported, A-0005 to A-0005; 3 rows known already." in done.err
    assert imported(database)[0].due == AUGUST_1


def test_a_body_s_own_columns_are_remembered(capsys: Capture, database: Path) -> None:
    path = database.parent / "odd.csv"
    path.write_text("Nr,Bits,Bobs\n7,Mend the stile,Warden\n", encoding="utf-8")
    command = ("import", path, "--body", "Parks Panel", "--db", database, "--yes")
    refused = run(capsys, *command)
    assert (refused.code, "name it with --column" in refused.err) == (1, True)
    assert run(capsys, *command, "--column", "Bits=action", "--column", "Bobs=owner").code == 0
    path.write_text("Nr,Bits,Bobs\n8,Mend the seat,Clerk\n", encoding="utf-8")
    assert run(capsys, *command).code == 0
    assert [(one.action, one.owner) for one in imported(database)] == [
        ("Mend the stile", "Warden"), ("Mend the seat", "Clerk"),
    ]  # fmt: skip
    assert run(capsys, *command, "--column", "Bits=colour").code == 2


@pytest.mark.parametrize(("content", "told"), [(b"", "no table"), (b"just words", "no table"), (b"PK\x03\x04xx", "")])
def test_a_file_without_a_table_is_told(capsys: Capture, database: Path, content: bytes, told: str) -> None:
    path = database.parent / "none.csv"
    path.write_bytes(content)
    done = run(capsys, "import", path, "--body", "Parks Panel", "--db", database, "--yes")
    assert (done.code, "Traceback" in done.err, told in done.err) == (1, False, True)
    assert run(capsys, "import", "nowhere.csv", "--body", "Parks", "--db", database).code == 1
