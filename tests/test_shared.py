"""Measured on real minutes, where they lie beside the checkout: floors, exact quotes, and no exception."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from documents import NOON

from actiontracker.ingest import Settings, extract_files, ingest_files
from actiontracker.read import expand
from actiontracker.report.document import document
from actiontracker.store import SavedStatus

SHARED = Path(__file__).parents[2] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the real minutes are not beside this checkout")

EVERY = 1 if os.environ.get("ACTIONTRACKER_SOAK") else 20
"""All of the parish files with `make soak`; else one in so many."""


def scores(gold: Path, scratch: Path) -> dict[str, float]:
    """What the scorer prints for our predictions: precision, recall, F1, kind, owner, deadline."""
    texts, predictions = scratch / "texts", scratch / "predictions"
    texts.mkdir()
    predictions.mkdir()
    for path in sorted(gold.glob("*.json")):
        text = json.loads(path.read_text(encoding="utf-8"))["text"]
        (texts / f"{path.stem}.txt").write_bytes(text.encode())
    for done in extract_files([str(path) for path in sorted(texts.glob("*.txt"))], Settings()):
        data = document(done.path, done.minutes, done.actions, done.problems)
        (predictions / f"{Path(done.path).stem}.json").write_text(json.dumps(data), encoding="utf-8")
    printed = subprocess.run(
        [sys.executable, str(SHARED / "eval" / "score.py"), str(gold), str(predictions)],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return {name: float(value) for name, value in re.findall(r"(\w+) (\d\.\d+)", printed)}


def test_the_two_pages_the_project_started_from(tmp_path: Path) -> None:
    found = scores(SHARED / "gold" / "seeds", tmp_path)
    assert found["recall"] >= 10 / 12
    assert found["precision"] >= 0.75


def test_parish_minutes(tmp_path: Path) -> None:
    assert scores(SHARED / "gold" / "parish", tmp_path)["F1"] >= 0.60


def test_parish_minutes_ingest_whole_and_once(tmp_path: Path) -> None:
    paths = expand([str(SHARED / "minutes" / "parish")])[0][::EVERY]
    tracker = tmp_path / "tracker.db"
    first = list(ingest_files(paths, tracker, Settings(), "clerk", NOON))
    assert [done.path for done in first if done.failed] == []
    for done in first:
        if done.minutes is not None:
            text = done.minutes.source.text
            assert all(action.commitment.span.of(text) == action.commitment.quote for action in done.actions)
    second = list(ingest_files(paths, tracker, Settings(), "clerk", NOON))
    assert {done.saved.status for done in second if done.saved} == {SavedStatus.UNCHANGED}
