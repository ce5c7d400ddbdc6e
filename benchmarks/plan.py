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
SPEED_ROUNDS: Final = 3
START_ROUNDS: Final = 9

_CHECKOUT: Final = Path(__file__).parents[1]
SAMPLES: Final = _CHECKOUT / "samples"
PARISH: Final = _CHECKOUT.parent / "shared" / "minutes" / "parish"
"""Minutes of real councils, which are no part of the project; measured where they happen to be there."""


def measured(folder: Path, tell: Callable[[str], None]) -> Iterator[Row]:
    """The rows of the table, one after the other; `tell` hears what comes next, `folder` takes what is made for it."""
    made_up = folder / "minutes"
    made_up.mkdir()
    files = minutes.write(made_up, WORDS)
    words = ingest_speed.words_in(files)
    tell("ingest beside the bare pipeline")
    yield ingest_speed.row("made-up minutes", files, folder, SPEED_ROUNDS)
    real = spread_over(sorted(PARISH.rglob("*.txt")), PARISH_FILES)
    if real:
        yield ingest_speed.row(f"{len(real)} parish minutes", real, folder, SPEED_ROUNDS)
    tell("reading PDF beside pdfplumber")
    yield from _pdf_rows(folder)
    tell(f"building a tracker of {ACTIONS:,} actions")
    tracker = folder / "large.db"
    actions = lists.build(tracker, files, ACTIONS)
    tell("overdue beside its imports")
    yield from lists.rows(tracker, actions, START_ROUNDS)
    tell("peak memory")
    yield from memory.rows(made_up, words, tracker, actions, folder)


def spread_over(files: list[Path], number: int) -> list[Path]:
    """At most `number` of the files, evenly from first to last."""
    return [files[place * len(files) // number] for place in range(number)] if len(files) > number else files


def _pdf_rows(folder: Path) -> Iterator[Row]:
    long = folder / "long.pdf"
    pages.write_pdf(long, PDF_PAGES)
    yield pdf_speed.row("samples", sorted(SAMPLES.glob("*.pdf")), SPEED_ROUNDS)
    yield pdf_speed.row("made-up minutes", [long], SPEED_ROUNDS)
