"""Reading the tracker starts fast: nothing heavy is imported on the way to a list."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from documents import NOON, numbered

from actiontracker import store
from actiontracker.store import open_tracker

LISTING = """
import sys, datetime, pathlib
from actiontracker.records import ActionFilter
from actiontracker.store import open_reader
with open_reader(pathlib.Path(sys.argv[1])) as reader:
    reader.find(ActionFilter(overdue_on=datetime.date(2030, 1, 1)), limit=20)
    reader.count(ActionFilter())
    {more}
print(*sys.modules)
"""
EVERYTHING = "reader.evidence('1'), reader.search('fence'), reader.bodies(), reader.meetings(), reader.has_source('')"
HEAVY = {"sqlite_utils", "spacy", "numpy", "pdfplumber", "lxml", "docx", "typer", "rich", "difflib", "json", "click"}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("startup") / "tracker.db"
    with open_tracker(path) as tracker:
        tracker.save(numbered(1), "ann", NOON)
    return path


def modules_after(code: str, database: Path) -> set[str]:
    root = Path(__file__).parents[1]
    command = [sys.executable, "-c", code, str(database)]
    return set(subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize("more", ["pass", EVERYTHING])
def test_reading_imports_the_standard_library_only(database: Path, more: str) -> None:
    loaded = modules_after(LISTING.format(more=more), database)
    assert "actiontracker.store.query" in loaded
    assert loaded & HEAVY == set()


def test_a_list_does_not_load_what_writes_or_shows_one_action(database: Path) -> None:
    loaded = {
        name.removeprefix("actiontracker.store.") for name in modules_after(LISTING.format(more="pass"), database)
    }
    assert loaded & {"connection", "reader", "query"} == {"connection", "reader", "query"}
    assert loaded & {"tracker", "documents", "migrations", "evidence", "counts", "maintenance"} == set()


@pytest.mark.parametrize("name", store.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(store, name) is not None


def test_a_name_that_is_not_public_is_unknown() -> None:
    with pytest.raises(AttributeError, match="insert"):
        _ = store.insert  # type: ignore[attr-defined] # the point of the test
