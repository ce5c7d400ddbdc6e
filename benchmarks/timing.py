"""Timing two things in turn, in processor time and by the clock on the wall.

Other work on the machine makes everything wait, one side of a ratio more than the other as it happens; processor time
does not count that waiting. The clock is told beside it, because a user looks at the clock.
"""

from __future__ import annotations

import resource
import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of several measurements, with the lowest and the highest."""

    middle: float
    lowest: float
    highest: float


def spread(values: Sequence[float]) -> Spread:
    """The median and the range of one value or more."""
    return Spread(median(values), min(values), max(values))


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds that something took."""

    processor: float
    """Of this process and of those it started and waited for, user and system time together."""
    clock: float


@dataclass(frozen=True, slots=True)
class Timed:
    """What each of two things took, round by round."""

    ours: tuple[Taken, ...]
    theirs: tuple[Taken, ...]

    @property
    def slower(self) -> Spread:
        """How many times as much processor time ours took, each round by itself."""
        return spread([ours.processor / theirs.processor for ours, theirs in self._rounds])

    @property
    def slower_by_the_clock(self) -> float:
        """The same by the clock, in the middle round."""
        return median(ours.clock / theirs.clock for ours, theirs in self._rounds)

    @property
    def _rounds(self) -> list[tuple[Taken, Taken]]:
        return list(zip(self.ours, self.theirs, strict=True))


def usual(taken: Sequence[Taken]) -> float:
    """The median processor time."""
    return median(one.processor for one in taken)


def in_turn(ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> Timed:
    """Time both `rounds` times, now one first and now the other; nothing is warmed up here."""
    taken: tuple[list[Taken], list[Taken]] = ([], [])
    for number in range(rounds):
        for which in (0, 1) if number % 2 == 0 else (1, 0):
            taken[which].append(time_taken((ours, theirs)[which]))
    return Timed(tuple(taken[0]), tuple(taken[1]))


def time_taken(task: Callable[[], object]) -> Taken:
    """Run the task once."""
    processor, clock = _processor(), time.perf_counter()
    task()
    return Taken(_processor() - processor, time.perf_counter() - clock)


def _processor() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
