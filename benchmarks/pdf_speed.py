"""Pages a second of our PDF reading beside pdfplumber's own `extract_text`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pdfplumber

from actiontracker.read import read_path
from benchmarks.table import Aim, Row, Side
from benchmarks.timing import in_turn, spread

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

AIM: Final = Aim(Side.AT_LEAST, 0.6)


def row(what: str, files: Sequence[Path], rounds: int) -> Row:
    """Both speeds over all pages of the files."""
    pages = _with_pdfplumber(files)
    _with_ours(files)
    timed = in_turn(lambda: _with_ours(files), lambda: _with_pdfplumber(files), rounds)
    return Row(
        what=f"reading PDF: {what}, {pages} pages",
        ours=f"{pages / spread(timed.ours).middle:,.1f} pages/s",
        beside="pdfplumber's extract_text",
        theirs=f"{pages / spread(timed.theirs).middle:,.1f} pages/s",
        ratio=timed.speed,
        aim=AIM,
    )


def _with_ours(files: Sequence[Path]) -> None:
    for path in files:
        source, problems = read_path(str(path))
        if source is None:
            raise RuntimeError("; ".join(map(str, problems)))


def _with_pdfplumber(files: Sequence[Path]) -> int:
    pages = 0
    for path in files:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                page.extract_text()
                pages += 1
    return pages
