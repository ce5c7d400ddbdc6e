"""Words a second of `ingest` beside the bare spaCy pipeline on the same text."""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from unittest.mock import patch

import spacy

from actiontracker.extract import default_model_path, load
from actiontracker.ingest import Settings, ingest_files
from actiontracker.read import read_path
from actiontracker.structure import structure
from benchmarks.table import Aim, Side, speed_row
from benchmarks.timing import in_turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from benchmarks.table import Row

AIM: Final = Aim(Side.AT_LEAST, 0.2)
BATCH: Final = 64
"""Texts the bare pipeline takes at a time: as many as ours, and faster on passages than spaCy's own 1,000."""
READ_AT: Final = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


class Reading:
    """Files read in both ways, each with its model already open: ours with all its stages, the bare one with none."""

    def __init__(self, files: Sequence[Path], folder: Path) -> None:
        self.files = [str(path) for path in files]
        self.folder = folder
        self.nlp = load()
        self.bare = spacy.load(default_model_path())
        self.trackers = 0
        self.texts = self._passages()

    def _passages(self) -> list[str]:
        """The whole text of the files, a passage a text, which is how a parser reads minutes best and fastest."""
        self.ingest()  # warms everything up
        sources = [read_path(path)[0] for path in self.files]
        documents = [structure(source)[0] for source in sources if source is not None]
        return [passage.text for minutes in documents for passage in minutes.passages]

    def ingest(self) -> None:
        """Take all the files into a new tracker."""
        self.trackers += 1
        tracker = self.folder / f"ingest-{self.trackers}.db"
        # The bare pipeline is opened once too; opening is no part of either speed.
        with patch("actiontracker.ingest.load", lambda _path: self.nlp):
            deque(ingest_files(self.files, tracker, Settings(), "benchmark", READ_AT), maxlen=0)

    def parse(self) -> None:
        """Run the model over the same text, and do nothing with what it finds."""
        deque(self.bare.pipe(self.texts, batch_size=BATCH), maxlen=0)


def row(what: str, files: Sequence[Path], folder: Path, rounds: int) -> Row:
    """Both speeds over the words of the whole files; trackers are made in `folder`."""
    words = words_in(files)
    reading = Reading(files, folder)
    timed = in_turn(reading.ingest, reading.parse, rounds)
    return speed_row(f"ingest: {what}", "bare spaCy pipeline, same text", words, "words", timed, AIM)


def words_in(files: Iterable[Path]) -> int:
    """Stretches between blanks in text files."""
    return sum(len(path.read_text(encoding="utf-8", errors="replace").split()) for path in files)
