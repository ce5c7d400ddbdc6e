"""The README is true: every command in it is run word for word, and its facts are those of the program."""

from __future__ import annotations

import html
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from actiontracker import errors

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line[2:] for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL) for line in block.splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the samples, as a new user has it."""
    folder = tmp_path_factory.mktemp("new-user")
    shutil.copytree(ROOT / "samples", folder / "samples")
    return folder


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program, *arguments = shlex.split(command)
    assert program == "actiontracker"
    environment = {**os.environ, "ACTIONTRACKER_DB": str(folder / "tracker.db"), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "actiontracker", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_command_of_the_readme_works_in_its_order(folder: Path) -> None:
    assert len(COMMANDS) > 10
    for command in COMMANDS:
        done = run(command, folder)
        assert done.returncode == 0, (command, done.stderr)
        assert done.stdout.strip() or done.stderr.strip(), command


def test_the_samples_are_as_many_as_it_says() -> None:
    count = len(list((ROOT / "samples").glob("*.expected.json")))
    numbers = {19: "nineteen", 20: "twenty", 21: "twenty-one", 22: "twenty-two"}
    assert f"the {numbers[count]} invented minutes" in README


def test_the_exit_codes_are_those_of_the_program() -> None:
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    classes = [value for value in vars(errors).values() if isinstance(value, type)]
    known = {value.exit_code for value in classes if issubclass(value, errors.TrackerError)}
    known |= {value for name, value in vars(errors).items() if name.startswith("EXIT_")}
    assert told == known


def test_every_file_it_links_to_is_there() -> None:
    links = re.findall(r"\]\((?!http)([^)]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_make_has_the_commands_it_names() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)$", README, re.MULTILINE):
        assert f"\n{target}:" in makefile


def test_the_picture_shows_what_the_program_prints() -> None:
    sys.path.insert(0, str(ROOT / "samples"))
    try:
        import picture
    finally:
        sys.path.pop(0)
    assert words_of(picture.picture()) == words_of(picture.PICTURE.read_text(encoding="utf-8"))


def words_of(drawing: str) -> list[str]:
    lines = re.findall(r">([^<]+)</text>", drawing)
    return " ".join(html.unescape(line) for line in lines).split()
