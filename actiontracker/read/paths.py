"""What the user named on the command line, as files: folders are searched, patterns expanded, duplicates left out."""

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from actiontracker.read.detect import ENDINGS
from actiontracker.records import Problem

STANDARD_INPUT: Final = "-"
LOCK_FILE: Final = "~$"
"""How the names begin of the files that Word keeps beside an open document."""
ABOUT_THE_FOLDER: Final = frozenset({"readme", "license", "licence", "changelog"})
"""Names, without their ending, of files that tell about a folder and are no minutes."""
WILDCARDS: Final = frozenset("*?[")


def expand(arguments: Sequence[str]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The files that `arguments` name, sorted, each once, and a problem for each argument that gives none.

    A file is taken whatever its name, and `-` is standard input. A folder is searched to any depth for names with an
    ending that can be read; hidden files, Word's lock files, README files and links back into the folder are passed
    over. A pattern
    is expanded for shells that do not do so.
    """
    found: list[str] = []
    problems: list[Problem] = []
    for argument in arguments:
        paths, troubles = _expand_one(argument)
        found += paths
        problems += troubles
    return tuple(sorted(_without_duplicates(found))), tuple(problems)


def _expand_one(argument: str) -> tuple[list[str], list[Problem]]:
    if argument == STANDARD_INPUT:
        return [argument], []
    if not os.path.lexists(argument) and WILDCARDS & set(argument):
        return _expand_pattern(argument)
    if Path(argument).is_dir():
        return _search(argument)
    if os.path.lexists(argument):
        return [argument], []
    return [], [Problem(argument, "there is no such file or folder. Check the name", fatal=True)]


def _expand_pattern(pattern: str) -> tuple[list[str], list[Problem]]:
    names = glob.glob(pattern, recursive=True)  # noqa: PTH207 - Path.glob refuses absolute patterns
    matches = [name for name in names if not Path(name).name.startswith(LOCK_FILE)]
    if not matches:
        return [], [Problem(pattern, "no file matches this pattern. Check it, or name the folder", fatal=True)]
    pairs = [_search(match) if Path(match).is_dir() else ([match], []) for match in matches]
    return [path for paths, _ in pairs for path in paths], [trouble for _, troubles in pairs for trouble in troubles]


def _search(folder: str) -> tuple[list[str], list[Problem]]:
    problems: list[Problem] = []
    found = list(_walk(folder, problems))
    if not found and not problems:
        endings = ", ".join(ENDINGS)
        problems.append(Problem(folder, f"there is no file in this folder that can be read ({endings})", fatal=True))
    return found, problems


def _walk(folder: str, problems: list[Problem]) -> Iterator[str]:
    """The files worth reading below `folder`; each real folder is entered once, so that no link leads in circles."""

    def refused(error: OSError) -> None:
        problems.append(Problem(str(error.filename), "this folder cannot be opened. Check who may read it", fatal=True))

    entered: set[str] = set()
    for top, folders, files in os.walk(folder, onerror=refused, followlinks=True):
        real = os.path.realpath(top)
        if real in entered:
            folders.clear()
            continue
        entered.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (str(Path(top, name)) for name in sorted(files) if _is_worth_reading(name))


def _is_worth_reading(name: str) -> bool:
    path = Path(name)
    about = path.stem.lower() in ABOUT_THE_FOLDER
    return not about and not name.startswith((".", LOCK_FILE)) and path.suffix.lower() in ENDINGS


def _without_duplicates(paths: Iterable[str]) -> Iterator[str]:
    """Each real file once, under the name that was given first."""
    seen: set[str] = set()
    for path in paths:
        real = path if path == STANDARD_INPUT else os.path.realpath(path)
        if real not in seen:
            seen.add(real)
            yield path
