"""Peak memory of the two commands that people wait for, each beside the libraries that it cannot do without."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from actiontracker.extract import default_model_path
from benchmarks import lists
from benchmarks.processes import PROGRAM, peak_memory
from benchmarks.table import Row
from benchmarks.timing import spread

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

MEBIBYTE: Final = 2**20


def rows(minutes: Path, words: int, tracker: Path, actions: int, folder: Path) -> Iterator[Row]:
    """Of `ingest` on the folder of minutes, and of `overdue` on the tracker; a new tracker is made in `folder`."""
    ingest = (*PROGRAM, "ingest", str(minutes), "--db", str(folder / "memory.db"))
    model = (sys.executable, "-c", "import sys, spacy; spacy.load(sys.argv[1])", str(default_model_path()))
    yield _row(f"ingest: {words:,} words", ingest, "spaCy with the model opened", model)
    imports = 'python -c "import typer, rich"'
    yield _row(f"overdue: of {actions:,} actions", lists.command(tracker), imports, lists.IMPORTS)


def _row(what: str, ours: Sequence[str], beside: str, theirs: Sequence[str]) -> Row:
    our_peak, their_peak = peak_memory(ours), peak_memory(theirs)
    return Row(
        what=f"peak memory, {what}",
        ours=f"{our_peak / MEBIBYTE:,.0f} MiB",
        beside=beside,
        theirs=f"{their_peak / MEBIBYTE:,.0f} MiB",
        ratio=spread([our_peak / their_peak]),
    )
