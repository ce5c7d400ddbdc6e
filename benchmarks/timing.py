"""Timing two things in turn, so that whatever else the machine is doing slows both."""

from __future__ import annotations

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
class Timed:
    """Seconds that each of two things took, round by round."""

    ours: tuple[float, ...]
    theirs: tuple[float, ...]

    @property
    def slower(self) -> Spread:
        """How many times as long ours took, each round by itself."""
        return spread([ours / theirs for ours, theirs in zip(self.ours, self.theirs, strict=True)])

    @property
    def speed(self) -> Spread:
        """Our speed as a share of theirs, each round by itself."""
        return spread([theirs / ours for ours, theirs in zip(self.ours, self.theirs, strict=True)])


def in_turn(ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> Timed:
    """Time both `rounds` times, first one ahead, then the other; nothing is warmed up here."""
    taken: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds):
        for which in (0, 1) if number % 2 == 0 else (1, 0):
            taken[which].append(seconds((ours, theirs)[which]))
    return Timed(tuple(taken[0]), tuple(taken[1]))


def seconds(task: Callable[[], object]) -> float:
    """How long the task takes by the clock on the wall, waiting for disks and processes included."""
    started = time.perf_counter()
    task()
    return time.perf_counter() - started
