"""The benchmarks measure what they say they do; how fast anything is, no test asks."""

from __future__ import annotations

import datetime
import re
import sqlite3
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

import pdfplumber
import pytest
from documents import JULY, NOON, numbered

from actiontracker.read import read
from actiontracker.records import ActionFilter, Meeting
from actiontracker.store import open_reader, open_tracker
from actiontracker.structure import structure
from benchmarks import lists, machine, phrases, plan
from benchmarks.ingest_speed import Reading, words_in
from benchmarks.minutes import minutes, write
from benchmarks.pages import write_pdf
from benchmarks.pdf_speed import pages_in, with_ours, with_pdfplumber
from benchmarks.processes import output, peak_memory
from benchmarks.table import Aim, Row, Side, markdown, plain, speed_row, time_row
from benchmarks.timing import Spread, Taken, Timed, in_turn, spread, time_taken
from benchmarks.tracker import multiply

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MEBIBYTE = 2**20

# --- made-up minutes -------------------------------------------------------------------------------------------------


def test_the_same_minutes_are_made_every_time_and_another_seed_makes_others() -> None:
    assert list(minutes(6_000)) == list(minutes(6_000))
    assert [one.text for one in minutes(6_000)] != [one.text for one in minutes(6_000, seed=7)]


def test_they_hold_the_words_asked_for_and_stop_at_the_end_of_that_meeting() -> None:
    made = list(minutes(9_000))
    assert sum(one.words for one in made) >= 9_000 > sum(one.words for one in made[:-1])
    assert len({one.name for one in made}) == len({one.text for one in made}) == len(made)


def test_no_slot_stays_open_and_every_list_of_words_is_used() -> None:
    assert "{" not in "".join(one.text for one in minutes(20_000))
    sentences = (*phrases.OPENINGS, *phrases.TELLING, *phrases.BINDING, *phrases.TAGS, *phrases.CLAUSES)
    assert set(re.findall(r"\{(\w+)\}", " ".join(sentences))) == set(phrases.SLOTS)


def test_every_second_document_is_hard_wrapped() -> None:
    longest = [max(map(len, one.text.splitlines())) for one in minutes(9_000)]
    assert all((length <= 92) == (place % 2 == 1) for place, length in enumerate(longest))


def test_the_program_takes_them_for_the_minutes_that_they_look_like() -> None:
    dates = []
    for one in minutes(9_000):
        source, problems = read(one.text.encode(), one.name)
        assert source is not None
        assert not problems
        understood, _ = structure(source, Meeting())
        assert understood.meeting.authority == phrases.AUTHORITY
        assert understood.meeting.body in phrases.BODIES
        assert len(understood.items) == 16
        assert understood.meeting.date is not None
        dates.append(understood.meeting.date)
    assert all(later - earlier == datetime.timedelta(days=28) for earlier, later in pairwise(dates))


def test_written_files_hold_what_was_made(tmp_path: Path) -> None:
    files = write(tmp_path, 3_000)
    assert [path.read_text(encoding="utf-8") for path in files] == [one.text for one in minutes(3_000)]
    assert words_in(files) == sum(one.words for one in minutes(3_000))


def test_a_made_up_pdf_has_so_many_full_pages_with_running_lines_and_tables(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    write_pdf(path, 6)
    with pdfplumber.open(path) as pdf:
        texts = [page.extract_text() for page in pdf.pages]
        tables = sum(len(page.find_tables()) for page in pdf.pages)
    assert pages_in([path]) == len(texts) == 6
    assert all(text.startswith(phrases.AUTHORITY) for text in texts)
    assert [text.splitlines()[-1] for text in texts] == [f"Page {number} of 6" for number in range(1, 7)]
    assert min(len(text.split()) for text in texts) > 350
    assert tables >= 1


def test_a_pdf_that_cannot_be_read_stops_the_run_instead_of_looking_fast(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing more")
    with pytest.raises(RuntimeError, match=r"broken\.pdf"):
        with_ours([path])


def test_both_readings_go_through_a_good_pdf(tmp_path: Path) -> None:
    path = tmp_path / "short.pdf"
    write_pdf(path, 1)
    with_ours([path])
    with_pdfplumber([path])


# --- a large tracker -------------------------------------------------------------------------------------------------


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A tracker of 20 actions from four meetings."""
    path = tmp_path / "tracker.db"
    with open_tracker(path) as tracker:
        for number in range(4):
            tracker.save(numbered(number), "clerk", NOON)
    return path


@pytest.mark.parametrize(("wanted", "held"), [(20, 20), (21, 40), (100, 100), (5, 20)])
def test_a_tracker_grows_by_whole_copies(small: Path, wanted: int, held: int) -> None:
    assert multiply(small, wanted) == held
    with open_reader(small) as reader:
        assert reader.count(ActionFilter()) == held


def test_what_has_grown_is_sound_and_every_copy_stands_for_itself(small: Path) -> None:
    multiply(small, 60)
    connection = sqlite3.connect(small)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    shared = "SELECT count(*), count(DISTINCT commitment_id), count(DISTINCT ref) FROM actions"
    assert connection.execute(shared).fetchone() == (60, 60, 60)
    for table, rows in (("authorities", 3), ("sources", 12), ("due_dates", 60), ("history", 60), ("told_again", 12)):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (rows,)  # noqa: S608 - the names above
    connection.close()


def test_a_copy_shows_the_same_words_and_can_be_found(small: Path) -> None:
    multiply(small, 40)
    with open_reader(small) as reader:
        first, copy = reader.evidence("A-0003"), reader.evidence("A-0023")
        found = reader.search("fence 0.2")
    assert copy.action.quote == first.action.quote == copy.text[copy.quote.start : copy.quote.end]
    assert copy.action.due == first.action.due
    assert copy.action.authority != first.action.authority
    assert [action.ref for action in found] == ["A-0003", "A-0023"]


def test_a_tracker_that_has_grown_still_takes_documents(small: Path) -> None:
    multiply(small, 40)
    with open_tracker(small) as tracker:
        saved = tracker.save(numbered(9, actions=1), "clerk", NOON)
    assert saved.added == ("A-0041",)


def test_seven_of_ten_actions_are_done_before_it_grows(small: Path) -> None:
    assert lists.grow(small, 40) == 40
    with open_reader(small) as reader:
        assert reader.count(ActionFilter(outstanding=True)) == 12


def test_the_command_that_is_timed_lists_what_is_late_in_it(small: Path) -> None:
    lists.grow(small, 40)
    late = ActionFilter(overdue_on=datetime.date.fromisoformat(lists.AS_OF))
    with open_reader(small) as reader:
        assert lists.rows_of_csv(output(lists.command(small, "--format", "csv"))) == reader.count(late) == 12
    assert len(output(lists.command(small, "--limit", "5")).splitlines()) == 1 + 5


def test_a_quoted_line_break_is_no_row() -> None:
    assert lists.rows_of_csv(b'Ref,Action\r\nA-0001,"Mend\nthe fence"\r\nA-0002,Paint it\r\n') == 2


# --- timing ----------------------------------------------------------------------------------------------------------


def test_two_things_are_timed_in_turn_now_one_first_and_now_the_other() -> None:
    order: list[str] = []
    timed = in_turn(lambda: order.append("ours"), lambda: order.append("theirs"), 3)
    assert order == ["ours", "theirs", "theirs", "ours", "ours", "theirs"]
    assert (len(timed.ours), len(timed.theirs)) == (3, 3)


def test_a_ratio_is_that_of_each_round_and_the_middle_one_counts() -> None:
    timed = Timed(
        ours=(Taken(2.0, 3.0), Taken(9.0, 90.0), Taken(4.0, 4.0)),
        theirs=(Taken(1.0, 1.0), Taken(1.0, 1.0), Taken(4.0, 2.0)),
    )
    assert timed.slower == Spread(middle=2.0, lowest=1.0, highest=9.0)
    assert timed.slower_by_the_clock == 3.0


def test_the_middle_of_an_even_number_lies_between_two() -> None:
    assert spread([4.0, 1.0, 2.0, 3.0]) == Spread(2.5, 1.0, 4.0)


def test_a_process_that_was_waited_for_counts_as_processor_time_and_sleep_does_not() -> None:
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    assert time_taken(lambda: output([sys.executable, "-c", busy])).processor > 0.25
    asleep = time_taken(lambda: output([sys.executable, "-S", "-c", "import time; time.sleep(0.6)"]))
    assert asleep.clock > 0.6 > asleep.processor


def test_peak_memory_is_the_commands_own_and_not_what_this_process_holds() -> None:
    here = bytearray(200 * MEBIBYTE)
    assert peak_memory([sys.executable, "-c", ""]) < 100 * MEBIBYTE
    assert peak_memory([sys.executable, "-c", f"bytearray({120 * MEBIBYTE})"]) > 120 * MEBIBYTE
    assert len(here) == 200 * MEBIBYTE


def test_a_command_that_fails_stops_the_run_with_its_own_words() -> None:
    with pytest.raises(RuntimeError, match="no such thing"):
        output([sys.executable, "-c", "raise SystemExit('no such thing')"])


def test_the_bare_pipeline_gets_the_whole_text(tmp_path: Path) -> None:
    minutes = tmp_path / "may.txt"
    minutes.write_text("Parks Committee\n\n1. Gates\n\nThe Clerk to mend the gate.\n\nMr Hale; Ms Oakes.\n")
    reading = Reading([minutes], tmp_path)
    assert reading.texts == ["Parks Committee", "Gates", "The Clerk to mend the gate.", "Mr Hale; Ms Oakes."]


# --- the plan and the table ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "chosen"), [(3, [0, 3, 6]), (10, list(range(10))), (40, list(range(10))), (4, [0, 2, 5, 7])]
)
def test_files_are_chosen_from_first_to_last(tmp_path: Path, number: int, chosen: list[int]) -> None:
    files = [tmp_path / f"{place}.txt" for place in range(10)]
    assert plan.spread_over(files, number) == [files[place] for place in chosen]


@pytest.mark.parametrize(
    ("aim", "ratio", "met"),
    [
        (Aim(Side.AT_LEAST, 0.7), 0.7, True),
        (Aim(Side.AT_LEAST, 0.7), 0.6999, False),
        (Aim(Side.UNDER, 3), 2.9999, True),
        (Aim(Side.UNDER, 3), 3.0, False),
    ],
)
def test_an_aim_is_met_by_the_unrounded_ratio(aim: Aim, ratio: float, met: bool) -> None:
    assert aim.met(ratio) is met


ROWS = (
    Row("reading", "9 pages/s", "a library", "12 pages/s", Spread(0.7994, 0.7, 0.81), 0.741, Aim(Side.AT_LEAST, 0.8)),
    Row("memory|peak", "40 MiB", "a library", "20 MiB", Spread(2.0, 2.0, 2.0)),
)


@pytest.mark.parametrize(
    ("layout", "lines"),
    [
        (
            plain,
            [
                "what         ours       beside it  theirs      ratio (range)         by the clock  aim           met",
                "reading      9 pages/s  a library  12 pages/s  0.799 (0.70 to 0.81)  0.74          at least 0.8  no",
                "memory|peak  40 MiB     a library  20 MiB      2.000",
            ],
        ),
        (
            markdown,
            [
                "| what | ours | beside it | theirs | ratio (range) | by the clock | aim | met |",
                "| --- | --- | --- | --- | --- | --- | --- | --- |",
                "| reading | 9 pages/s | a library | 12 pages/s | 0.799 (0.70 to 0.81) | 0.74 | at least 0.8 | no |",
                r"| memory\|peak | 40 MiB | a library | 20 MiB | 2.000 |  |  |  |",
            ],
        ),
    ],
)
def test_the_table(layout: type, lines: Sequence[str]) -> None:
    assert list(layout(ROWS)) == lines


def test_a_speed_is_told_as_a_share_of_the_other() -> None:
    timed = Timed(ours=(Taken(4.0, 5.0), Taken(5.0, 5.0)), theirs=(Taken(2.0, 2.0), Taken(4.0, 4.0)))
    row = speed_row("ingest", "bare", 9_000, "words", timed, Aim(Side.AT_LEAST, 0.6))
    assert (row.what, row.ours, row.theirs) == ("ingest, 9,000 words", "2,000 words/s", "3,000 words/s")
    assert (row.ratio.lowest, row.ratio.highest) == (0.5, 0.8)
    assert row.ratio.middle == pytest.approx(1 / 1.625)


def test_a_time_is_told_as_so_many_times_the_other() -> None:
    timed = Timed(ours=(Taken(0.5, 0.6),), theirs=(Taken(0.25, 0.2),))
    row = time_row("overdue", "imports", timed, None)
    assert (row.ours, row.theirs, row.ratio.middle, row.aim) == ("0.500 s", "0.250 s", 2.0, None)
    assert row.clock == pytest.approx(3.0)


def test_the_heading_tells_day_machine_and_libraries() -> None:
    heading = machine.description(datetime.datetime(JULY.year, JULY.month, JULY.day, tzinfo=datetime.UTC))
    assert "31 July 2026" in heading
    assert f"Python {sys.version_info.major}.{sys.version_info.minor}" in heading
    assert all(re.search(rf"\b{library} \d", heading) for library in machine.LIBRARIES)
    assert re.search(r"\b\d+ cores\b", heading)
