"""Pages a second of our PDF reading beside pdfplumber's own `extract_text`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pdfplumber

from actiontracker.read import read_path
from benchmarks.table import Aim, Side, speed_row
from benchmarks.timing import in_turn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.table import Row

AIM: Final = Aim(Side.AT_LEAST, 0.6)


def row(what: str, files: Sequence[Path], rounds: int) -> Row:
    """Both speeds over all pages of the files."""
    timed = in_turn(lambda: with_ours(files), lambda: with_pdfplumber(files), rounds)
    return speed_row(f"reading PDF: {what}", "pdfplumber's extract_text", pages_in(files), "pages", timed, AIM)


def with_ours(files: Sequence[Path]) -> None:
    """Read every file as `ingest` does."""
    for path in files:
        source, problems = read_path(str(path))
        if source is None:
            raise RuntimeError("; ".join(map(str, problems)))


def with_pdfplumber(files: Sequence[Path]) -> None:
    """Take the text of every page by pdfplumber's own means."""
    for path in files:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                page.extract_text()


def pages_in(files: Sequence[Path]) -> int:
    """Pages of PDF files."""
    number = 0
    for path in files:
        with pdfplumber.open(path) as pdf:
            number += len(pdf.pages)
    return number
