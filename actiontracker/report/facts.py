"""What there is to know about the tracker's file and the language model, as labelled facts."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.report import wording

if TYPE_CHECKING:
    from pathlib import Path

    from actiontracker.store.maintenance import TrackerInfo

_TABLES: Final = {
    "authorities": "Authorities",
    "bodies": "Bodies",
    "meetings": "Meetings",
    "sources": "Documents",
    "people": "People",
    "commitments": "Commitments found",
    "actions": "Actions",
    "history": "Entries of history",
}
_SCORES: Final = {
    "tag_acc": "Tags right",
    "pos_acc": "Parts of speech right",
    "morph_acc": "Word forms right",
    "lemma_acc": "Base forms right",
    "dep_uas": "Words hung on the right word",
    "dep_las": "and with the right relation",
    "sents_p": "Sentence starts found that are right",
    "sents_r": "Sentence starts found of all",
    "sents_f": "Sentence starts (F1)",
}
"""The names that spaCy gives its scores (https://spacy.io/api/scorer), in words."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to know: `key` and `value` for programs, `label` and `words` for readers."""

    key: str
    label: str
    value: object
    words: str


def about_tracker(info: TrackerInfo) -> tuple[Fact, ...]:
    """The tracker's place, size, contents and soundness."""
    read = wording.long_day(datetime.datetime.fromisoformat(info.last_read_at).date()) if info.last_read_at else "never"
    sound = "yes: every page and every link was checked" if not info.damage else "NO: it is damaged"
    return (
        Fact("path", "Tracker", str(info.path), str(info.path)),
        Fact("size", "Size", info.size, f"{info.size / 1024**2:,.1f} MiB"),
        *(Fact(name, label, info.rows[name], f"{info.rows[name]:,}") for name, label in _TABLES.items()),
        Fact("outstanding", "Outstanding actions", info.outstanding, f"{info.outstanding:,}"),
        Fact("last_read_at", "Last document read", info.last_read_at, read),
        Fact("schema_version", "Version of its layout", info.schema_version, str(info.schema_version)),
        Fact("sqlite_version", "SQLite", info.sqlite_version, info.sqlite_version),
        Fact("damage", "Sound", list(info.damage), sound),
    )


def about_model(path: Path, name: str, version: str, scores: dict[str, float]) -> tuple[Fact, ...]:
    """The language model's folder, version and scores, which lie between 0 and 1."""
    kept = {score: value for score, value in scores.items() if not score.endswith("_loss")}  # spaCy keeps losses there
    told = ", ".join(f"{_SCORES.get(score, score)} {value:.1%}" for score, value in kept.items())
    return (
        Fact("path", "Path", str(path), str(path)),
        Fact("name", "Name", name, name),
        Fact("version", "Version", version, version),
        Fact("scores", "Scores", kept, told or "none kept with the model"),
    )
