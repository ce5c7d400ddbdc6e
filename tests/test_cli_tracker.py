"""Commands about the tracker itself: its file, copies of it, and the language model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from commands import run, small_tracker

from actiontracker import ingest
from actiontracker.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return small_tracker(tmp_path / "tracker.db")


def test_info_says_where_and_what_and_whether_it_is_sound(capsys: Capture, database: Path) -> None:
    done = run(capsys, "db", "info", "--db", database)
    lines = dict(line.split("  ", 1) for line in done.out.splitlines())
    facts = {label.strip(): words.strip() for label, words in lines.items()}
    assert facts["Tracker"] == str(database)
    assert (facts["Documents"], facts["Actions"], facts["Outstanding actions"]) == ("2", "4", "3")
    assert facts["Last document read"] == "20 May 2026"
    assert facts["Sound"].startswith("yes")
    data = json.loads(run(capsys, "db", "info", "--format", "json", "--db", database).out)
    assert (data["actions"], data["damage"]) == (4, [])


def test_a_damaged_tracker_is_told_and_ends_with_three(capsys: Capture, database: Path) -> None:
    with database.open("r+b") as file:
        file.seek(2 * 4096)
        file.write(b"\xff" * 4096)
    done = run(capsys, "db", "info", "--db", database)
    assert done.code == 3
    assert "damaged" in done.err
    assert "actiontracker db backup" in done.err


def test_a_copy_can_be_used_in_place_of_the_tracker(capsys: Capture, database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    done = run(capsys, "db", "backup", copy, "--db", database)
    assert (done.code, done.out) == (0, "")
    assert run(capsys, "list", "--db", copy).out == run(capsys, "list", "--db", database).out
    again = run(capsys, "db", "backup", copy, "--db", database)
    assert again.code == 1
    assert "exists already" in again.err


NETWORK = ingest.NetworkInfo(
    Path("models/net"), "minutes_clauses", "1.2.0", 1340, {"tracker": 0.6, "balanced": 0.45, "review": 0.1, "own": 0.3}
)


PRECISE = "chosen so that at least nine in ten of what is listed is a commitment"
BALANCED = "chosen so that as little as can be is listed wrongly or missed"
COMPLETE = "chosen so that at least 95 in 100 commitments are listed, with more that are none"


def model_of(network: ingest.NetworkInfo) -> Callable[[Path | None], ingest.ModelInfo]:
    """A `model_info` that knows this network."""
    scores = {"dep_las": 0.8712, "own": 0.5, "parser_loss": 99.0}
    return lambda path: ingest.ModelInfo(path or Path("models/here"), "minutes_syntax", "0.1.0", scores, network)


def test_model_and_network_are_told_with_what_the_levels_mean(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "model_info", model_of(NETWORK))
    lines = run(capsys, "model").out.splitlines()
    assert [" ".join(line.split()) for line in lines] == [
        "Path models/here",
        "Name minutes_syntax",
        "Version 0.1.0",
        "Scores and with the right relation 87.1%, own 50.0%",
        "Network models/net",
        "Its name minutes_clauses",
        "Its version 1.2.0",
        "Trained on 1,340 documents",
        f"For the tracker --min-score tracker (0.60): {PRECISE}",
        f"For both alike --min-score balanced (0.45): {BALANCED}",
        f"For a review --min-score review (0.10): {COMPLETE}",
    ]


def test_model_and_network_are_told_to_programs(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "model_info", model_of(NETWORK))
    data = json.loads(run(capsys, "model", "--model", "elsewhere", "--format", "json").out)
    assert (data["path"], data["scores"]) == ("elsewhere", {"dep_las": 0.8712, "own": 0.5})
    assert (data["network_path"], data["network_documents"]) == ("models/net", 1340)
    scores = [data[f"network_{level}_score"] for level in ("tracker", "balanced", "review")]
    assert scores == [0.6, 0.45, 0.1]


def test_a_network_that_kept_nothing_says_so(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = ingest.NetworkInfo(Path("models/net"), "minutes_clauses", "1.2.0", None, {})
    monkeypatch.setattr(ingest, "model_info", model_of(bare))
    lines = run(capsys, "model").out.splitlines()
    assert [line.split("  ")[-1].strip() for line in lines[-4:]] == ["not kept with the network"] * 4
    data = json.loads(run(capsys, "model", "--format", "json").out)
    assert (data["network_documents"], data["network_review_score"]) == (None, None)


def test_a_missing_model_ends_with_five(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def model_info(path: Path | None) -> ingest.ModelInfo:
        raise ModelError(f"{path}: no language model there", "Give a spaCy pipeline's folder with --model")

    monkeypatch.setattr(ingest, "model_info", model_info)
    done = run(capsys, "model", "--model", "nowhere")
    assert (done.code, done.out) == (5, "")
    assert done.err == "nowhere: no language model there. Give a spaCy pipeline's folder with --model.\n"
