"""Reading: a path or bytes become a `Source`, the text as read and its lines with their page and offsets."""

import sys
from pathlib import Path
from typing import Final

from actiontracker.errors import UnreadableFileError
from actiontracker.read.detect import Refusal, detect, ending_problem
from actiontracker.read.limits import MEBIBYTE, Limits
from actiontracker.read.paths import STANDARD_INPUT, expand
from actiontracker.records import Problem, Source, SourceKind

__all__ = ["Limits", "Reading", "expand", "read", "read_path"]

Reading = tuple[Source | None, tuple[Problem, ...]]
"""What a reader gives: the source, None when a fatal problem says why there is none, and all problems."""

DEFAULT_LIMITS: Final = Limits()


def read(data: bytes, path: str, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """The file with these bytes as a `Source`, whatever its name; no bytes whatever make it raise.

    `path` names the file in the source and in the problems; `-` is standard input.
    """
    try:
        return _read(data, path, limits)
    except UnreadableFileError as error:
        return None, (_fatal(path, str(error)),)
    except Exception as error:  # noqa: BLE001 - whatever a parser trips over in a broken file must not stop the run
        what = str(error).strip().partition("\n")[0] or type(error).__name__
        advice = "It may be damaged; open it, save it again as DOCX or PDF and try again"
        return None, (_fatal(path, f"cannot be read: {what[:200]}. {advice}"),)


def read_path(path: str, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """The file at `path` as a `Source`; `-` reads standard input. No more than one byte over the limit is taken in."""
    if path == STANDARD_INPUT:
        return read(sys.stdin.buffer.read(limits.max_bytes + 1), path, limits)
    try:
        with Path(path).open("rb") as file:
            data = file.read(limits.max_bytes + 1)
    except FileNotFoundError:
        return None, (_fatal(path, "there is no such file. Check the name"),)
    except PermissionError:
        return None, (
            _fatal(path, "may not be opened. Check who may read it, and whether another program has it open"),
        )
    except IsADirectoryError:
        return None, (_fatal(path, "is a folder, not a file. Name the files in it"),)
    except (OSError, ValueError) as error:
        return None, (_fatal(path, f"cannot be opened: {error}"),)
    return read(data, path, limits)


def _fatal(path: str, message: str) -> Problem:
    return Problem(path, message, fatal=True)


def _read(data: bytes, path: str, limits: Limits) -> Reading:
    if len(data) > limits.max_bytes:
        size = limits.max_bytes / MEBIBYTE
        raise UnreadableFileError(f"is larger than the limit of {size:.4g} MiB", "Split it, or raise the limit")
    if not data.strip():
        raise UnreadableFileError("is empty")
    kind = detect(data)
    if isinstance(kind, Refusal):
        raise kind.error()
    source, problems = _reader(kind, data, path, limits)
    problems = (*ending_problem(path, kind), *problems)
    if source is not None and not any(line.span.of(source.text).strip() for line in source.lines):
        raise UnreadableFileError("holds no text", "If it consists of pictures, turn it into a PDF with text (OCR)")
    return source, problems


def _reader(kind: SourceKind, data: bytes, path: str, limits: Limits) -> Reading:
    """The right reader's answer; each is imported when it is first needed, because most are slow to import."""
    if kind is SourceKind.PDF:
        from actiontracker.read.pdf import read_pdf

        return read_pdf(data, path, limits)
    if kind is SourceKind.DOCX:
        from actiontracker.read.docx import read_docx

        return read_docx(data, path, limits)
    if kind is SourceKind.HTML:
        from actiontracker.read.html import read_html

        return read_html(data, path)
    from actiontracker.read.text import read_text

    return read_text(data, path)
