"""What a user names on the command line, as files."""

import os
from pathlib import Path

import pytest

from actiontracker.read.detect import ENDINGS
from actiontracker.read.paths import expand


@pytest.fixture
def minutes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of minutes with things in it that are none."""
    for name in [
        "may.txt",
        "june.PDF",
        "July Minutes.docx",
        "2024/page.htm",
        "2024/notes.md",
        "2024/~$notes.docx",
        "2024/budget.xlsx",
        ".hidden.txt",
        ".trash/old.txt",
        "logo.png",
    ]:
        path = tmp_path / "minutes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "minutes"


def shown(paths: tuple[str, ...]) -> list[str]:
    return [Path(path).as_posix() for path in paths]


def test_a_folder_gives_what_can_be_read_to_any_depth(minutes: Path) -> None:
    paths, problems = expand([minutes.name])

    assert shown(paths) == [
        "minutes/2024/notes.md",
        "minutes/2024/page.htm",
        "minutes/July Minutes.docx",
        "minutes/june.PDF",
        "minutes/may.txt",
    ]
    assert problems == ()


def test_a_file_is_taken_whatever_its_name(minutes: Path) -> None:
    names = [str(minutes / "logo.png"), str(minutes / ".hidden.txt")]

    assert expand(names) == (tuple(sorted(names)), ())


def test_a_pattern_is_expanded_where_the_shell_does_not(minutes: Path) -> None:
    assert shown(expand(["minutes/*.txt", "minutes/*.docx"])[0]) == ["minutes/July Minutes.docx", "minutes/may.txt"]
    assert shown(expand(["minutes/**/*.md"])[0]) == ["minutes/2024/notes.md"]
    assert shown(expand(["minutes/20*"])[0]) == ["minutes/2024/notes.md", "minutes/2024/page.htm"]
    assert shown(expand([str(minutes / "ma?.txt")])[0]) == [(minutes / "may.txt").as_posix()]


def test_a_name_with_brackets_is_a_file_first(minutes: Path) -> None:
    (minutes / "minutes [draft].txt").write_text("x")

    assert shown(expand(["minutes/minutes [draft].txt"])[0]) == ["minutes/minutes [draft].txt"]


def test_each_file_comes_once(minutes: Path) -> None:
    paths, _ = expand(["minutes/may.txt", "./minutes/may.txt", str(minutes / "may.txt"), "minutes/m*.txt", "-", "-"])

    assert shown(paths) == ["-", "minutes/may.txt"]


def test_a_name_that_gives_nothing_is_a_problem(minutes: Path) -> None:
    (minutes / "empty").mkdir()

    paths, problems = expand(["minutes/may.txt", "minutes/april.txt", "minutes/*.odt", "minutes/empty"])

    assert shown(paths) == ["minutes/may.txt"]
    assert [str(problem) for problem in problems] == [
        "minutes/april.txt: there is no such file or folder. Check the name",
        "minutes/*.odt: no file matches this pattern. Check it, or name the folder",
        f"minutes/empty: there is no file in this folder that can be read ({', '.join(ENDINGS)})",
    ]
    assert all(problem.fatal for problem in problems)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="this system has no links")
def test_links_do_not_lead_in_circles(minutes: Path) -> None:
    for name in ("up", "round", "again"):
        (minutes / "2024" / name).symlink_to(minutes)
    (minutes / "again.txt").symlink_to(minutes / "may.txt")

    paths, problems = expand(["minutes"])

    assert len(paths) == len({os.path.realpath(path) for path in paths}) == 5
    assert problems == ()


def test_a_folder_that_cannot_be_opened_is_a_problem(minutes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("2024"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)

    paths, problems = expand([str(minutes)])

    assert [Path(path).name for path in paths] == ["July Minutes.docx", "june.PDF", "may.txt"]
    assert [str(problem) for problem in problems] == [
        f"{minutes / '2024'}: this folder cannot be opened. Check who may read it"
    ]
