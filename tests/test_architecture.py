"""The borders between the rooms of the house: who may import whom, and who may ask the clock and the environment."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parents[1] / "actiontracker"

SPACY = {"spacy", "thinc"}
SQLITE = {"sqlite3", "sqlite_utils"}
PDF = {"pdfplumber", "pdfminer", "pypdfium2"}
TERMINAL = {"typer", "click", "rich"}
NETWORK = {"onnxruntime", "tokenizers"}
"""What runs the clause network; only `extract` may know of it."""
STAGES = ("read", "structure", "extract", "resolve", "store", "report", "render")
BESIDE = ("annotation", "evaluate", "feedback")
OURS = {f"actiontracker.{name}" for name in (*STAGES, *BESIDE, "records", "errors", "ingest", "cli")}


def ours(*names: str) -> set[str]:
    """Parts of the project by their names."""
    return {f"actiontracker.{name}" for name in names}


OUTSIDE = "anything that is neither the standard library nor the project"
"""Stands for every third-party package."""

NEVER_IMPORTS: dict[str, set[str]] = {
    "__init__.py": {OUTSIDE} | OURS,
    "__main__.py": {OUTSIDE},
    "records.py": {OUTSIDE} | OURS - ours("records"),
    "errors.py": {OUTSIDE} | OURS - ours("errors"),
    "read": SPACY | NETWORK | SQLITE | TERMINAL | OURS - ours("read", "records", "errors"),
    "structure": {OUTSIDE} | SQLITE | OURS - ours("structure", "records", "errors"),
    "extract": SQLITE | PDF | TERMINAL | OURS - ours("extract", "structure", "records", "errors"),
    "resolve": SPACY | NETWORK | SQLITE | PDF | TERMINAL | ours("store", "report", "render", "ingest", "cli"),
    "store": SPACY | NETWORK | PDF | TERMINAL | ours("read", "extract", "report", "render", "ingest", "cli"),
    "report": SPACY | NETWORK | SQLITE | PDF | TERMINAL | ours("read", "extract", "render", "ingest", "cli"),
    "render": SPACY | NETWORK | SQLITE | PDF | {"typer", "click"} | ours("read", "extract", "store", "ingest", "cli"),
    "ingest.py": NETWORK | TERMINAL | ours("report", "render", "cli"),
    "annotation": {OUTSIDE} | SQLITE | OURS - ours("annotation", "records", "errors"),
    "evaluate": {OUTSIDE} | SQLITE | OURS - ours("evaluate", "annotation", "records", "errors"),
    "feedback.py": {OUTSIDE} | SQLITE | OURS - ours("feedback", "annotation", "store", "records", "errors"),
    "cli": SPACY | NETWORK | SQLITE | PDF | {"rich"},
}

CLOCKS = {
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("date", "today"),
    ("time", "time"),
    ("time", "localtime"),
    ("os", "environ"),
    ("os", "getenv"),
}
"""How the clock and the environment are asked; only `cli` may."""


MODULES = [(path.relative_to(PACKAGE).parts[0], path) for path in sorted(PACKAGE.rglob("*.py"))]
"""Every module with the part of the project that it belongs to."""


def named(value: str | Path) -> str:
    """A module's name in the report of a test run."""
    return value.stem if isinstance(value, Path) else value


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module that is imported, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            whole = "." * node.level + (node.module or "")
            yield from (f"{whole}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            yield ast.unparse(node.args[0]).strip("'\"") if node.args else ""


def is_outside(module: str) -> bool:
    return module.partition(".")[0] not in {*sys.stdlib_module_names, "actiontracker"}


def forbidden_imports(part: str, code: str) -> set[str]:
    """What `code`, standing in `part`, imports across a border."""
    never = NEVER_IMPORTS[part]

    def crosses(module: str) -> bool:
        belongs = any(f"{module}.".startswith(f"{name}.") for name in never)
        return belongs or module.startswith(".") or (OUTSIDE in never and is_outside(module))

    return {module for module in imported(ast.parse(code)) if crosses(module)}


def hidden_inputs(part: str, code: str) -> set[str]:
    """Where `code` asks the clock or the environment though it is not in `cli`."""
    if part == "cli":
        return set()
    asked = {node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Attribute)}
    return {ast.unparse(node) for node in asked if (ast.unparse(node.value).split(".")[-1], node.attr) in CLOCKS}


@pytest.mark.parametrize(("part", "path"), MODULES, ids=named)
def test_no_module_crosses_a_border(part: str, path: Path) -> None:
    assert forbidden_imports(part, path.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize(("part", "path"), MODULES, ids=named)
def test_only_the_command_line_asks_the_clock_and_the_environment(part: str, path: Path) -> None:
    assert hidden_inputs(part, path.read_text(encoding="utf-8")) == set()


def test_every_stage_is_there_and_was_looked_at() -> None:
    assert {part for part, _ in MODULES} >= {
        *STAGES,
        "annotation",
        "evaluate",
        "feedback.py",
        "cli",
        "records.py",
        "errors.py",
        "ingest.py",
        "__main__.py",
    }


@pytest.mark.parametrize("part", NEVER_IMPORTS)
def test_a_planted_import_is_found(part: str) -> None:
    for module in NEVER_IMPORTS[part] - {OUTSIDE}:
        assert forbidden_imports(part, f"import {module}") == {module}


@pytest.mark.parametrize(
    "planted",
    [
        "import rich.table as other",
        "from rich.table import Table",
        "def later():\n    from rich import print",
        "import typing\nif typing.TYPE_CHECKING:\n    import rich",
        "import importlib\nimportlib.import_module('rich')",
        "__import__('rich')",
    ],
)
def test_however_it_is_written(planted: str) -> None:
    assert forbidden_imports("report", planted)
    assert not forbidden_imports("render", planted)


@pytest.mark.parametrize("part", [part for part, never in NEVER_IMPORTS.items() if OUTSIDE in never])
def test_a_planted_package_from_outside_is_found(part: str) -> None:
    assert forbidden_imports(part, "import lxml.html") == {"lxml.html"}
    assert forbidden_imports(part, "import datetime, re, collections.abc") == set()


def test_a_part_by_its_parent_is_found() -> None:
    assert forbidden_imports("render", "from actiontracker import store") == {"actiontracker.store"}
    assert forbidden_imports("render", "from ..store import reader") == {"..store.reader"}


def test_names_that_only_begin_alike_are_allowed() -> None:
    assert forbidden_imports("cli", "import richly, spacy_lookalike") == set()


@pytest.mark.parametrize(
    "planted",
    [
        "import datetime\nday = datetime.date.today()",
        "from datetime import date\nday = date.today()",
        "import datetime\nat = datetime.datetime.now(datetime.UTC)",
        "import time\nat = time.time()",
        "import os\nplace = os.environ['HOME']",
        "import os\nplace = os.getenv('HOME')",
    ],
)
def test_a_planted_look_at_the_clock_or_the_environment_is_found(planted: str) -> None:
    assert hidden_inputs("resolve", planted)
    assert not hidden_inputs("cli", planted)
