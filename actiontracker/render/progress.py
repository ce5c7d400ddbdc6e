"""A bar that shows how far a run has come; it leaves nothing behind on the screen."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from actiontracker.render.harmless import harmless
from actiontracker.render.terminal import console

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO


class Advance(Protocol):
    """To be told after each file: how many are done, of how many, and which was the last."""

    def __call__(self, done: int, total: int, path: str) -> None:
        """Moves the bar on."""


@contextmanager
def progress_bar(paths: Sequence[str], stream: TextIO, *, lines_above: bool) -> Iterator[Advance]:
    """A bar on `stream`, a terminal, over a run through `paths`; what it gives is to be called after each of them.

    `lines_above`: whether standard output is shown on the same terminal, so that its lines have to go above the bar.
    """
    bar = Progress(
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.description}", markup=False),
        console=console(stream),
        transient=True,
        redirect_stdout=lines_above,
    )
    with bar:
        task = bar.add_task(_shown(paths[0]) if paths else "", total=len(paths))

        def advance(done: int, total: int, path: str) -> None:  # noqa: ARG001 - what is shown is the next one
            current = _shown(paths[done]) if done < len(paths) else ""
            bar.update(task, completed=done, total=total, description=current)

        yield advance


def _shown(path: str, room: int = 36) -> str:
    """The end of `path`, which tells files apart, in at most `room` characters."""
    text = harmless(path)
    return text if len(text) <= room else f"…{text[1 - room :]}"
