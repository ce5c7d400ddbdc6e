"""`actiontracker evaluate`: figures, parts, mistakes, and one run against another."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from commands import run
from documents import Told, document

from actiontracker import ingest
from actiontracker.annotation import Annotated, Mark, to_marked
from actiontracker.ingest import Extracted, Settings, extract_texts
from actiontracker.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Capture = pytest.CaptureFixture[str]
SAMPLES = Path(__file__).parents[1] / "samples" / "marked"

MADE = document(
    Told("mend the gate", "The Clerk", deadline="by May"),
    Told("paint the fence", None),
    Told("hear of the flood", "The Board", item="8"),
)
TEXT = MADE.minutes.source.text


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A gold folder of two documents: in the first two commitments, of which one is found, in the second none."""
    folder = tmp_path / "gold"
    folder.mkdir()
    gate, fence, flood = (action.commitment.span for action in MADE.actions)
    item = Span(TEXT.index("Play areas"), TEXT.index("Play areas") + len("Play areas"))
    marks = (
        Mark("request", item, (1,)),
        Mark("undertaking", gate, (2,)),
        Mark("owner", Span(gate.start, gate.start + len("The Clerk")), (2,)),
        Mark("near", fence, why="plan"),
        Mark("near", flood, why="borderline"),
    )
    parks = Annotated("parks", {"layout": "notes"}, TEXT, marks)
    (folder / "parks.marked").write_bytes(to_marked(parks).encode())
    (folder / "clean.json").write_text(json.dumps({"text": "Nothing.", "actions": []}), encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """The settings that the command asks for; the same three actions are found in every text that holds them."""
    settings: list[Settings] = []

    def texts(given: Sequence[tuple[str, str]], wanted: Settings, _: object = None) -> Iterator[Extracted]:
        settings.append(wanted)
        least = wanted.min_score if isinstance(wanted.min_score, float) else 0.5
        sure = least <= MADE.actions[0].commitment.score
        for name, text in given:
            actions = MADE.actions if sure and text == TEXT else ()
            yield Extracted(name, MADE.minutes, actions, ())

    monkeypatch.setattr(ingest, "extract_texts", texts)
    return settings


TABLE = """\
Measure                                    Share  Right of
Precision: found that are right            0.500  1 of 2
Recall: marked that were found             0.500  1 of 2
F1: both together                          0.500
Average precision over the scores          0.250
Kind right                                 1.000  1 of 1
Owner right                                1.000  1 of 1
Recipient right                            –      0 of 0
Deadline right                             0.000  0 of 1
Condition right                            –      0 of 0
Documents without a commitment left clean  1.000  1 of 1
"""
SUMMARY = "2 documents: 2 commitments marked, 2 found, 1 right. Precision 0.500, recall 0.500, F1 0.500."


def test_the_measures_as_a_table_with_the_run_in_words(capsys: Capture, gold: Path) -> None:
    done = run(capsys, "evaluate", gold)
    assert (done.code, done.out, done.err.splitlines()) == (0, TABLE, [SUMMARY])


def rows(capsys: Capture, *arguments: object) -> list[dict[str, object]]:
    done = run(capsys, "evaluate", *arguments, "--format", "json")
    assert done.code == 0, done.err
    found: list[dict[str, object]] = json.loads(done.out)
    return found


@pytest.mark.parametrize(
    ("part", "key", "told"),
    [
        ("kind", "kind", {"undertaking": 1, "request": 1}),
        ("layout", "layout", {"notes": 2, "unknown": 0}),
        ("document", "document", {"clean.json": 0, "parks.marked": 2}),
    ],
)
def test_the_figures_part_by_part(capsys: Capture, gold: Path, part: str, key: str, told: dict[str, int]) -> None:
    assert {row[key]: row["marked"] for row in rows(capsys, gold, "--by", part)} == told


def test_the_figures_by_reason_and_by_score(capsys: Capture, gold: Path) -> None:
    reasons = {row["reason"]: (row["taken"], row["marked"]) for row in rows(capsys, gold, "--by", "reason")}
    assert reasons == {"borderline": (1, 1), "plan": (1, 1), "not marked": (0, None)}
    (score,) = rows(capsys, gold, "--by", "score")
    assert (score["low"], score["high"], score["found"], score["share_right"]) == (0.7, 0.8, 2, 0.5)


def test_every_mistake_with_its_passage(capsys: Capture, gold: Path) -> None:
    found = [(row["what"], row["about"], row["quote"]) for row in rows(capsys, gold, "--errors")]
    assert found == [
        ("missed", "request", "Play areas"),
        ("wrong field", "deadline", "The Clerk would mend the gate by May"),
        ("false", "undertaking", "It was agreed that officers would paint the fence"),
    ]
    table = run(capsys, "evaluate", gold, "--errors").out
    assert "»It was agreed that officers would paint the fence«." in table
    assert "marked: none, found: by May" in table
    limited = run(capsys, "evaluate", gold, "--errors", "--limit", 1)
    assert len(limited.out.splitlines()) == 1 + 1
    assert "1 of 3 mistakes. More: --limit 3" in limited.err


@pytest.mark.parametrize("options", [(), ("--errors",), ("--by", "kind"), ("--by", "layout"), ("--by", "reason")])
def test_csv_and_json_hold_the_same(capsys: Capture, gold: Path, options: tuple[str, ...]) -> None:
    as_csv = list(csv.reader(io.StringIO(run(capsys, "evaluate", gold, *options, "--format", "csv").out)))
    as_json = rows(capsys, gold, *options)
    assert len(as_csv) == 1 + len(as_json) > 1
    for row, record in zip(as_csv[1:], as_json, strict=True):
        assert row == ["" if value is None else str(value) for value in record.values()]


def test_a_run_is_recorded_and_a_later_one_set_against_it(capsys: Capture, gold: Path, tmp_path: Path) -> None:
    record = tmp_path / "run.json"
    first = run(capsys, "evaluate", gold, "--min-score", "0.9", "--record", record)
    assert f"The run is recorded in {record}." in first.err
    then = run(capsys, "evaluate", gold, "--against", record, "--record", record)
    assert then.code == 0
    assert [line.split()[0] for line in then.out.splitlines()] == ["Change", "lost", "gained"]
    assert "F1 – in the recorded run, 0.500 now: 1 gained, 1 lost." in then.err
    again = run(capsys, "evaluate", gold, "--against", record)
    assert again.out == ""
    assert "Nothing was gained or lost since the recorded run." in again.err
    assert "F1 0.500 in the recorded run, 0.500 now (+0.000): 0 gained, 0 lost." in again.err


def test_documents_that_only_one_run_has_are_told(capsys: Capture, gold: Path, tmp_path: Path) -> None:
    run(capsys, "evaluate", gold, "--record", tmp_path / "run.json")
    (gold / "clean.json").unlink()
    done = run(capsys, "evaluate", gold, "--against", tmp_path / "run.json")
    assert "Not compared: 1 document that only one of the runs has" in done.err


def test_model_and_score_are_passed_on(capsys: Capture, gold: Path, asked: list[Settings]) -> None:
    run(capsys, "evaluate", gold, "--model", "my-model", "--min-score", 0.3)
    run(capsys, "evaluate", gold)
    usual = Settings()
    assert asked == [replace(usual, model=Path("my-model"), min_score=0.3), usual]


def test_a_broken_document_is_told_and_the_others_are_measured(capsys: Capture, gold: Path) -> None:
    (gold / "broken.marked").write_text("layout: notes\n---\n{request 1: one", encoding="utf-8")
    done = run(capsys, "evaluate", gold)
    assert (done.code, done.out) == (1, TABLE)
    assert "broken.marked:3: the mark “request” that begins here is never closed. Add its brace." in done.err
    assert done.err.endswith("The figures are without 1 document whose marks cannot be read.\n")


@pytest.mark.parametrize("name", ["none.marked", "minutes.txt"])
def test_without_any_gold_there_is_no_figure(capsys: Capture, tmp_path: Path, name: str) -> None:
    (tmp_path / "minutes.txt").write_text("minutes", encoding="utf-8")
    done = run(capsys, "evaluate", tmp_path / name)
    assert (done.code, done.out) == (1, "")
    assert name in done.err


def test_wrong_use_is_told_and_nothing_is_overwritten(capsys: Capture, gold: Path, tmp_path: Path) -> None:
    other = tmp_path / "minutes.txt"
    other.write_text("minutes", encoding="utf-8")
    for options in (
        ["--errors", "--by", "kind"],
        ["--by", "colour"],
        ["--record", other],
        ["--against", other],
        ["--against", tmp_path / "none.json"],
        ["--min-score", "2"],
    ):
        done = run(capsys, "evaluate", gold, *options)
        assert (done.code, done.out) == (2, ""), options
    assert other.read_text(encoding="utf-8") == "minutes"
    assert run(capsys, "evaluate").code == 2
    assert run(capsys, "evaluate", gold, "--record", tmp_path / "none" / "run.json").code == 1


# --- the pipeline itself ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. Gates\n\nThe Clerk to write to Highways.\n", 1),
        ("<html>\n\nThe Clerk to write to Highways.\r\n", 1),
        ("\ud800 and é\r\n\r\nThe Clerk to write to Highways.\r\n\x00", 1),
        ("\ufeff%PDF-1.7\n\nThe Clerk to write to Highways.", 1),
        ("", 0),
        ("\n", 0),
    ],
)
def test_any_text_is_read_as_text_and_offsets_fit_it(text: str, found: int) -> None:
    (done,) = extract_texts([("a.json", text)], Settings())
    words = [action.commitment.span.of(text) for action in done.actions]
    assert words == ["The Clerk to write to Highways"] * found


def test_the_samples_are_measured_from_end_to_end(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "extract_texts", extract_texts)
    figures = {str(row["measure"]): row for row in rows(capsys, SAMPLES)}
    assert figures["recall"]["of"] == 4
    assert figures["clean"]["of"] == 1
    assert float(str(figures["recall"]["share"])) >= 0.5
