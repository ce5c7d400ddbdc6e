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
    from collections.abc import Sequence
    from pathlib import Path

MEBIBYTE: Final = 2**20

_MODEL: Final = "import sys, spacy; spacy.load(sys.argv[1])"


def ingest_row(minutes: Path, words: int, tracker: Path) -> Row:
    """Of `ingest` on a folder of minutes into a new tracker, which stays."""
    ingest = (*PROGRAM, "ingest", str(minutes), "--db", str(tracker))
    model = (sys.executable, "-c", _MODEL, str(default_model_path()))
    return _row(f"ingest: made-up minutes, {words:,} words", ingest, "spaCy with the model opened", model)


def overdue_row(tracker: Path, actions: int) -> Row:
    """Of `overdue` as it is typed."""
    return _row(f"overdue: of {actions:,} actions", lists.command(tracker), lists.IMPORTS_IN_WORDS, lists.IMPORTS)


def _row(what: str, ours: Sequence[str], beside: str, theirs: Sequence[str]) -> Row:
    our_peak, their_peak = peak_memory(ours), peak_memory(theirs)
    return Row(
        what=f"peak memory, {what}",
        ours=f"{our_peak / MEBIBYTE:,.0f} MiB",
        beside=beside,
        theirs=f"{their_peak / MEBIBYTE:,.0f} MiB",
        ratio=spread([our_peak / their_peak]),
    )
