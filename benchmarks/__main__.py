"""Measures everything and prints one table; this takes a few minutes."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
import tempfile
from pathlib import Path
from typing import Final

from benchmarks import machine, table

NOTE: Final = """\
Both sides of a ratio are measured in turn in this one run, on one thread each. Figures and ratios are of processor
time, which other work on the machine hardly touches: the median of the rounds, and in brackets the lowest and the
highest. "By the clock" is the median ratio of the same rounds with all waiting counted in."""


def main() -> None:
    """Print the table on standard output, and what is being measured on standard error."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--markdown", action="store_true", help="print it as Markdown, for the README")
    layout = table.markdown if parser.parse_args().markdown else table.plain
    heading = machine.description(datetime.datetime.now(datetime.UTC).astimezone())
    _take_one_thread()
    from benchmarks.plan import measured

    with tempfile.TemporaryDirectory(prefix="actiontracker-benchmarks-") as folder:
        rows = list(measured(Path(folder), _tell))
    print(heading, "", *layout(rows), "", NOTE, sep="\n")


def _take_one_thread() -> None:
    """The libraries for arithmetic read these once, when they are imported."""
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ[variable] = "1"


def _tell(what: str) -> None:
    print(f"measuring: {what} ...", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
