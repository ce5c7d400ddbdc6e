"""The clerk's commands: extract and ingest, with the stages between file and actions made up."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from commands import run
from documents import MAY, Told, document

from actiontracker import ingest
from actiontracker.ingest import Extracted, Ingested, Settings
from actiontracker.read.limits import MAX_BYTES, MAX_PAGES, MEBIBYTE
from actiontracker.records import Meeting, Problem
from actiontracker.store import open_tracker

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Sequence

Capture = pytest.CaptureFixture[str]

pytestmark = pytest.mark.usefixtures("folder", "asked")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """The settings that commands ask for; a file whose name begins with "bad" fails, any other holds one action."""
    settings: list[Settings] = []

    def extract_files(
        paths: Sequence[str], wanted: Settings, progress: Callable[[int, int, str], None] | None = None
    ) -> Iterator[Extracted]:
        settings.append(wanted)
        for done, path in enumerate(paths, 1):
            yield extracted(path)
            if progress:
                progress(done, len(paths), path)

    def ingest_files(
        paths: Sequence[str], tracker: Path | None, wanted: Settings, by: str, at: datetime.datetime, progress: None
    ) -> Iterator[Ingested]:
        for one in extract_files(paths, wanted, progress):
            saved = None
            if tracker and one.minutes:
                made = document(Told(f"mend {Path(one.path).name}"), path=one.path, opening=one.path)
                with open_tracker(tracker) as store:
                    saved = store.save(made, by, at)
            yield Ingested(one.path, one.minutes, one.actions, one.problems, saved)

    monkeypatch.setattr(ingest, "extract_files", extract_files)
    monkeypatch.setattr(ingest, "ingest_files", ingest_files)
    return settings


def extracted(path: str) -> Extracted:
    if Path(path).name.startswith("bad"):
        return Extracted(path, None, (), (Problem(path, "is empty", fatal=True),))
    made = document(Told(f"mend {Path(path).name}"), path=path, opening=path)
    return Extracted(path, made.minutes, made.actions, (Problem(path, "the time is not certain", line=2),))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two good files and one that fails, in which the commands run."""
    for name in ("a.txt", "b.txt", "bad.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


# --- extract ---------------------------------------------------------------------------------------------------------


def test_one_file_as_json_is_an_object(capsys: Capture) -> None:
    done = run(capsys, "extract", "a.txt", "--format", "json")
    data = json.loads(done.out)
    assert (done.code, data["source"]["path"], len(data["commitments"])) == (0, "a.txt", 1)
    assert done.err.splitlines() == ["a.txt:2: the time is not certain", "1 document: 1 action found."]


def test_several_files_as_json_are_an_array(capsys: Capture) -> None:
    done = run(capsys, "extract", ".", "--format", "json")
    assert done.code == 1
    assert [(one["source"]["path"], len(one["commitments"])) for one in json.loads(done.out)] == [
        ("a.txt", 1),
        ("b.txt", 1),
        ("bad.txt", 0),
    ]
    assert "bad.txt: is empty" in done.err
    assert done.err.endswith("3 documents (1 failed): 2 actions found.\n")


def test_as_jsonl_each_file_is_a_line(capsys: Capture) -> None:
    done = run(capsys, "extract", "a.txt", "b.txt", "--format", "jsonl")
    assert [json.loads(line)["source"]["path"] for line in done.out.splitlines()] == ["a.txt", "b.txt"]


def test_a_file_that_is_not_there_is_an_object_with_its_problem(capsys: Capture) -> None:
    done = run(capsys, "extract", "none.txt", "--format", "json")
    data = json.loads(done.out)
    assert done.code == 1
    assert (data["source"]["sha256"], data["commitments"], data["problems"][0]["fatal"]) == (None, [], True)


def test_a_problem_that_loses_nothing_is_no_failure(capsys: Capture) -> None:
    assert run(capsys, "extract", "a.txt").code == 0
    assert run(capsys, "extract", "bad.txt").code == 1


def test_a_table_names_the_document_above_it(capsys: Capture) -> None:
    done = run(capsys, "extract", "a.txt")
    assert done.out.splitlines()[:4] == [
        "a.txt: Northmere Borough Council, Parks Panel, 14 May 2026, draft minutes",
        "",
        "Action      Owner      Due      Kind         Item    Where           Sure",
        "Mend a.txt  The Clerk  no date  undertaking  item 7  page 1, line 3  75%",
    ]


def test_a_document_without_actions_says_so(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        ingest, "extract_files", lambda paths, *_: (replace(extracted(path), actions=()) for path in paths)
    )
    assert "No action was found." in run(capsys, "extract", "a.txt").out


def test_what_the_options_say_reaches_the_stages(capsys: Capture, asked: list[Settings]) -> None:
    options = ["--date", "14 May 2026", "--body", "Parks Panel", "--authority", "Northmere", "--model", "m"]
    run(capsys, "extract", "a.txt", *options, "--min-score", "0.8", "--max-size", "1.5", "--max-pages", "9")
    run(capsys, "ingest", "a.txt", *options, "--min-score", "0", "--dry-run")
    first, second = asked
    assert first.given == second.given == Meeting("Northmere", "Parks Panel", MAY)
    assert (first.model, first.min_score, second.min_score) == (Path("m"), 0.8, 0.0)
    assert (first.limits.max_bytes, first.limits.max_pages) == (1536 * 1024, 9)
    assert second.limits == Settings().limits


def test_the_help_tells_the_usual_limits(capsys: Capture, asked: list[Settings]) -> None:
    run(capsys, "extract", "a.txt")
    assert asked == [Settings()]
    words = " ".join(re.findall(r"[\w.]+", run(capsys, "extract", "--help").out))
    assert f"usually {MAX_BYTES // MEBIBYTE} MiB." in words
    assert f"usually {MAX_PAGES} pages." in words
    assert "tracker usual for ingest balanced usual elsewhere or review" in words


# --- ingest ----------------------------------------------------------------------------------------------------------

WHOSE = "Northmere Borough Council, Parks Panel, 14 May 2026, draft minutes"


def test_each_document_has_a_line_and_the_last_one_counts(capsys: Capture, folder: Path) -> None:
    done = run(capsys, "ingest", ".", "missing.txt", "--db", folder / "t.db", "--by", "Bea")
    assert done.code == 1
    assert done.out.splitlines() == [
        f"a.txt: 1 action found, 1 new ({WHOSE})",
        f"b.txt: 1 action found, 1 new ({WHOSE})",
        "bad.txt: not read",
        "4 documents (0 unchanged, 2 failed): 2 actions found, 2 new, 0 known already",
    ]
    assert [line.split(": ")[0] for line in done.err.splitlines()] == ["missing.txt", "a.txt:2", "b.txt:2", "bad.txt"]
    shown = run(capsys, "list", "--format", "json", "--db", folder / "t.db").out
    assert [one["action"] for one in json.loads(shown)] == ["Mend a.txt", "Mend b.txt"]


def test_the_same_files_again_change_nothing(capsys: Capture) -> None:
    run(capsys, "ingest", "a.txt", "--db", "t.db")
    done = run(capsys, "ingest", "a.txt", "--db", "t.db")
    assert done.code == 0
    assert done.out.splitlines()[0] == "a.txt: in the tracker already, nothing changed"
    assert done.out.splitlines()[-1].startswith("1 document (1 unchanged, 0 failed): ")


def test_one_date_for_several_files_is_told(capsys: Capture, folder: Path) -> None:
    dated = ["--date", "14/05/2026", "--db", folder / "t.db"]
    assert (
        "All 2 files are taken for minutes of the meeting on 14 May 2026"
        in run(capsys, "ingest", "a.txt", "b.txt", *dated).err
    )
    assert "All" not in run(capsys, "ingest", "a.txt", *dated).err


def test_a_dry_run_stores_nothing(capsys: Capture, folder: Path) -> None:
    done = run(capsys, "ingest", "a.txt", "--dry-run", "--db", "t.db")
    assert done.out.splitlines()[-1] == "1 document: 1 action found"
    assert "nothing was stored" in done.err
    assert not (folder / "t.db").exists()


def test_stopped_in_the_middle_it_tells_what_is_done(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ingest.ingest_files

    def stopped(*arguments: object) -> Iterator[Ingested]:
        yield next(whole(*arguments))  # type: ignore[arg-type] # handed on as they come
        raise KeyboardInterrupt

    monkeypatch.setattr(ingest, "ingest_files", stopped)
    done = run(capsys, "ingest", ".", "--db", "t.db")
    assert done.code == 130
    assert done.out.splitlines()[-1].startswith("1 document (0 unchanged, 0 failed): 1 action found")
    assert done.err.endswith("Stopped.\n")


def test_words_from_a_path_cannot_steer_the_terminal(capsys: Capture, folder: Path) -> None:
    (folder / "x\x1b[31m.txt").write_text("x", encoding="utf-8")
    done = run(capsys, "ingest", "x\x1b[31m.txt", "--db", "t.db")
    assert "\x1b" not in done.out + done.err
