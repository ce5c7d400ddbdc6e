"""What is measured, how often, and on how much of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import ingest_speed, lists, memory, minutes, pages, pdf_speed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.table import Row

WORDS: Final = 60_000
PDF_PAGES: Final = 30
ACTIONS: Final = 100_000
PARISH_FILES: Final = 40
ROUNDS: Final = 3
ROUNDS_OF_PARISH: Final = 2
ROUNDS_OF_STARTS: Final = 9

_CHECKOUT: Final = Path(__file__).parents[1]
SAMPLES: Final = _CHECKOUT / "samples"
PARISH: Final = _CHECKOUT.parent / "shared" / "minutes" / "parish"
"""Minutes of real councils, which are no part of the project; measured where they happen to be there."""


def measured(folder: Path, tell: Callable[[str], None]) -> Iterator[Row]:
    """The rows of the table, one after the other; `tell` hears what comes next, `folder` takes what is made for it."""
    made_up = folder / "minutes"
    made_up.mkdir()
    files = minutes.write(made_up, WORDS)
    tell("ingest beside the bare pipeline")
    yield ingest_speed.row("made-up minutes", files, folder, ROUNDS)
    real = spread_over(sorted(PARISH.rglob("*.txt")), PARISH_FILES)
    if real:
        yield ingest_speed.row(f"{len(real)} parish minutes", real, folder, ROUNDS_OF_PARISH)
    tell("reading PDF beside pdfplumber")
    yield from _pdf_rows(folder)
    yield from _tracker_rows(made_up, ingest_speed.words_in(files), folder / "large.db", tell)


def _tracker_rows(made_up: Path, words: int, tracker: Path, tell: Callable[[str], None]) -> Iterator[Row]:
    """The tracker that `ingest` leaves while its memory is measured is the one that grows to be listed."""
    tell("peak memory of ingest")
    memory_of_ingest = memory.ingest_row(made_up, words, tracker)
    tell(f"overdue, on a tracker of {ACTIONS:,} actions")
    actions = lists.grow(tracker, ACTIONS)
    yield from lists.rows(tracker, actions, ROUNDS_OF_STARTS)
    yield lists.row_of_everything(tracker, ROUNDS)
    yield memory_of_ingest
    yield memory.overdue_row(tracker, actions)


def spread_over(files: list[Path], number: int) -> list[Path]:
    """At most `number` of the files, evenly from first to last."""
    return [files[place * len(files) // number] for place in range(number)] if len(files) > number else files


def _pdf_rows(folder: Path) -> Iterator[Row]:
    long = folder / "long.pdf"
    pages.write_pdf(long, PDF_PAGES)
    samples = sorted(SAMPLES.glob("*.pdf"))
    pdf_speed.with_ours(samples[:1])  # imports what reading needs, for both sides
    yield pdf_speed.row("samples", samples, ROUNDS)
    yield pdf_speed.row("made-up minutes", [long], ROUNDS)
