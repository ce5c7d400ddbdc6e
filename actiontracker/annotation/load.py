"""Opens annotated documents: a file or a folder of gold JSON and marked texts."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from actiontracker.annotation.gold import PARTS, read_gold_json
from actiontracker.annotation.marked import parse_marked
from actiontracker.errors import AnnotationError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from actiontracker.annotation.document import Annotated

READERS: Final[dict[str, Callable[[str, str], Annotated]]] = {".json": read_gold_json, ".marked": parse_marked}
"""What reads a file's text, by the ending of its name."""


def load_gold(path: Path) -> tuple[Annotated, ...]:
    """Every annotated document in the folder or file, named by its place in the folder, in the order of the names.

    Raises:
        AnnotationError: one or more are broken; the message tells each with `file:line`.
    """
    documents, broken = read_gold(path)
    if broken:
        raise AnnotationError("\n".join(map(str, broken)))
    return documents


def read_gold(path: Path) -> tuple[tuple[Annotated, ...], tuple[AnnotationError, ...]]:
    """The sound documents in the folder or file, as `load_gold` names them, and what is wrong with the others."""
    documents, broken = [], []
    for file in gold_files(path):
        try:
            name = file.relative_to(path).as_posix() if file != path else file.name
            documents.append(replace(read_annotated(file), name=name))
        except AnnotationError as error:
            broken.append(error)
    if not documents and not broken:
        advice = f"Give a file, or a folder of files, that end in {' or '.join(READERS)}"
        broken.append(AnnotationError(f"{path}:1: there is no annotated document here", advice))
    return tuple(documents), tuple(broken)


def gold_files(path: Path) -> tuple[Path, ...]:
    """The files of a folder, its inner folders included, that may hold an annotated document; a file itself.

    JSON that has no part of a gold document, such as a list of splits or the record of a run, is passed over.
    """
    if not path.is_dir():
        return (path,)
    files = sorted(file for file in path.rglob("*") if file.suffix in READERS and file.is_file())
    return tuple(file for file in files if not _is_other_json(file))


def _is_other_json(file: Path) -> bool:
    if file.suffix != ".json":
        return False
    try:
        data = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):  # what is wrong with it is told when it is read
        return False
    return not isinstance(data, dict) or PARTS.isdisjoint(data)


def read_annotated(file: Path) -> Annotated:
    """The document in one file, named by the file's path.

    Raises:
        AnnotationError: the file cannot be read, or its annotation is broken.
    """
    if file.suffix not in READERS:
        raise AnnotationError(f"{file}:1: this kind of file holds no annotation", f"Give {' or '.join(READERS)}")
    return READERS[file.suffix](read_utf8(file), str(file))


def read_utf8(file: Path) -> str:
    """The file's characters, its line ends as they are, without a byte-order mark.

    Raises:
        AnnotationError: there is no such file, it cannot be opened, or it is not UTF-8.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        message = f"{file}:1: cannot be opened ({error.strerror or error})"
        raise AnnotationError(message, "Check the name, and who may read it") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise AnnotationError(f"{file}:{line}: this is not UTF-8 text", "Save the file again as UTF-8") from None
