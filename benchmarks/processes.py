"""Running commands as a user does, each a process of its own with its output in a pipe."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Final

from benchmarks.timing import Timed, in_turn

if TYPE_CHECKING:
    from collections.abc import Sequence

KIBIBYTE: Final = 1024

PROGRAM: Final = (sys.executable, "-m", "actiontracker")

_PEAK: Final = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def output(command: Sequence[str]) -> bytes:
    """What the command writes to its standard output; an error of the command ends the run with its own words."""
    done = subprocess.run(command, check=False, capture_output=True)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def processes_in_turn(ours: Sequence[str], theirs: Sequence[str], rounds: int) -> Timed:
    """Time both commands from start to end, after one run of each that fills the caches of the disk."""
    output(ours)
    output(theirs)
    return in_turn(lambda: output(ours), lambda: output(theirs), rounds)


def peak_memory(command: Sequence[str]) -> int:
    """The most bytes of memory that the command's process had at once.

    A small process starts it, because Linux counts what the parent held when it started a child as the child's own.
    """
    # Linux tells kibibytes, macOS bytes (getrusage(2) of each).
    unit = 1 if sys.platform == "darwin" else KIBIBYTE
    return unit * int(output([sys.executable, "-c", _PEAK, *command]))
