"""What there is to know about the tracker's file, the language model and the clause network, as labelled facts."""

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


_LEVELS: Final = {
    "tracker": ("For the tracker", "chosen so that at least nine in ten of what is listed is a commitment"),
    "balanced": ("For both alike", "chosen so that as little as can be is listed wrongly or missed"),
    "review": ("For a review", "chosen so that at least 95 in 100 commitments are listed, with more that are none"),
}
"""What the network's scores are good for: how each was chosen, on documents that it was not trained on."""


def about_network(
    path: Path, name: str, version: str, documents: int | None, levels: dict[str, float]
) -> tuple[Fact, ...]:
    """The clause network's folder and version, on how many documents it was trained, and scores (0 to 1) to ask for."""
    trained = f"{documents:,} documents" if documents is not None else "not kept with the network"
    return (
        Fact("network_path", "Network", str(path), str(path)),
        Fact("network_name", "Its name", name, name),
        Fact("network_version", "Its version", version, version),
        Fact("network_documents", "Trained on", documents, trained),
        *(_about_level(level, label, words, levels.get(level)) for level, (label, words) in _LEVELS.items()),
    )


def _about_level(level: str, label: str, words: str, score: float | None) -> Fact:
    told = f"--min-score {level} ({score:.2f}): {words}" if score is not None else "not kept with the network"
    return Fact(f"network_{level}_score", label, score, told)
