"""The order of the stages: read, structure, extract, resolve, store. Only this file knows it.

A file that fails gives its problems and the next one is taken; a document that is stored is stored whole.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from actiontracker.errors import DatabaseError, TrackerError
from actiontracker.extract import default_model_path, default_network_path, extract, load, score_at
from actiontracker.read import Limits, read_path
from actiontracker.read.text import read_text
from actiontracker.records import Level, Meeting, Problem
from actiontracker.resolve import resolve
from actiontracker.resolve.dates import NO_RULES, BodyRules
from actiontracker.resolve.followups import followups
from actiontracker.resolve.identity import is_version_of, matches
from actiontracker.store import Document, Revision, Saved, SavedStatus, open_tracker
from actiontracker.store.meetings import name_key
from actiontracker.structure import structure

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from spacy.language import Language

    from actiontracker.records import Action, Minutes, Source
    from actiontracker.store import KnownSource, Tracker


class Progress(Protocol):
    """Told after each file: how many are done, of how many, and which was the last."""

    def __call__(self, done: int, total: int, path: str) -> None:
        """Take note."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user said for the whole run: facts about the meeting, limits, model, and how sure to be."""

    given: Meeting = field(default_factory=Meeting)
    limits: Limits = field(default_factory=Limits)
    model: Path | None = None
    min_score: float | Level | None = None
    """A score from 0 to 1, or a level by name; None: what is usual for the command."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one file gave; `minutes` is None when it could not be read."""

    path: str
    minutes: Minutes | None
    actions: tuple[Action, ...]
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Whether the file gave nothing because it could not be read."""
        return self.minutes is None


@dataclass(frozen=True, slots=True)
class Ingested:
    """What one file gave and what the tracker made of it; `saved` is None for a failed file and in a dry run."""

    path: str
    minutes: Minutes | None
    actions: tuple[Action, ...]
    problems: tuple[Problem, ...]
    saved: Saved | None
    reports: int = 0
    """How many new proposals that its words report on an open action of an earlier meeting."""
    dated: int = 0
    """How many undated actions got a date from what it makes known."""

    @property
    def failed(self) -> bool:
        """Whether the file gave nothing because it could not be read or stored."""
        return any(problem.fatal for problem in self.problems)


@dataclass(frozen=True, slots=True)
class NetworkInfo:
    """A clause network's folder, name and version, and what its training and calibration left with it."""

    path: Path
    name: str
    version: str
    documents: int | None
    """How many documents it was trained on; None when that is not kept."""
    levels: dict[str, float]
    """Scores (0 to 1) by what they are good for: "tracker", "balanced", "review"."""


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """A language model's folder, name and version, and its scores as measured when it was trained (0 to 1)."""

    path: Path
    name: str
    version: str
    scores: dict[str, float]
    network: NetworkInfo


class _Extractor:
    """Reads files with one pipeline, opened when the first file needs it."""

    def __init__(self, settings: Settings, usual: Level) -> None:
        self.settings = settings
        self.usual = usual
        self._nlp: Language | None = None

    @property
    def nlp(self) -> Language:
        if self._nlp is None:
            self._nlp = load(self.settings.model)
        return self._nlp

    @property
    def min_score(self) -> float:
        wanted = self.settings.min_score
        if isinstance(wanted, float):
            return wanted
        return score_at(self.nlp, wanted or self.usual)

    @property
    def model_version(self) -> str:
        return f"{self.nlp.meta['name']} {self.nlp.meta['version']}"

    def source(self, path: str) -> tuple[Source | None, tuple[Problem, ...]]:
        return read_path(path, self.settings.limits)

    def extracted(
        self,
        source: Source,
        problems: tuple[Problem, ...],
        rules: Callable[[Meeting], BodyRules] = lambda _: NO_RULES,
    ) -> Extracted:
        minutes, structure_problems = structure(source, self.settings.given)
        commitments, extract_problems = extract(minutes, self.nlp, self.min_score)
        actions, resolve_problems = resolve(minutes, commitments, rules(minutes.meeting))
        told = problems + structure_problems + extract_problems + resolve_problems
        return Extracted(source.path, minutes, actions, told)


def extract_files(paths: Sequence[str], settings: Settings, progress: Progress | None = None) -> Iterator[Extracted]:
    """What each file gives, in the order of `paths`, without any tracker."""
    extractor = _Extractor(settings, Level.BALANCED)
    for done, path in enumerate(paths, start=1):
        source, problems = extractor.source(path)
        yield extractor.extracted(source, problems) if source else Extracted(path, None, (), problems)
        _tell(progress, done, len(paths), path)


def extract_texts(
    texts: Sequence[tuple[str, str]], settings: Settings, progress: Progress | None = None
) -> Iterator[Extracted]:
    """What each text, given with its name, gives as if it were a plain text file; offsets count its characters."""
    extractor = _Extractor(settings, Level.BALANCED)
    for done, (name, text) in enumerate(texts, start=1):
        # Half characters cannot be encoded; one character stands for each, so that offsets stay right.
        source, problems = read_text(text.encode(errors="replace"), name)
        yield extractor.extracted(source, problems)
        _tell(progress, done, len(texts), name)


def ingest_files(
    paths: Sequence[str],
    tracker_path: Path | None,
    settings: Settings,
    by: str,
    at: datetime.datetime,
    progress: Progress | None = None,
) -> Iterator[Ingested]:
    """What each file gave, in the order of `paths`, as it is stored at `tracker_path`, one transaction a document.

    Where `tracker_path` is None nothing is stored: a dry run. A DatabaseError ends the run, others only their file.

    Content that the tracker already holds is not read again, unless the options now say another meeting for it.
    """
    if tracker_path is None:
        for done in extract_files(paths, settings, progress):
            yield Ingested(done.path, done.minutes, done.actions, done.problems, None)
        return
    extractor = _Extractor(settings, Level.TRACKER)
    with open_tracker(tracker_path) as tracker:
        for done_count, path in enumerate(paths, start=1):
            yield _ingest(tracker, extractor, path, by, at)
            _tell(progress, done_count, len(paths), path)


def _tell(progress: Progress | None, done: int, total: int, path: str) -> None:
    if progress is not None:
        progress(done, total, path)


def _ingest(tracker: Tracker, extractor: _Extractor, path: str, by: str, at: datetime.datetime) -> Ingested:
    source, problems = extractor.source(path)
    if source is None:
        return Ingested(path, None, (), problems, None)
    held = tracker.source_with(source.sha256)
    if held is not None and not _says_otherwise(extractor.settings.given, held.meeting):
        return Ingested(path, None, (), problems, Saved(SavedStatus.UNCHANGED, held.id))
    found = extractor.extracted(source, problems, tracker.body_rules)
    try:
        with tracker.transaction():
            saved = _save(tracker, extractor, found, held, by, at)
            reports = _report(tracker, found, saved, at)
            dated = tracker.settle(saved.source_id, at)
    except DatabaseError:  # the tracker itself is at fault, so the next file would fail too
        raise
    except TrackerError as error:
        told = (*found.problems, Problem(path, str(error), fatal=True))
        return Ingested(path, found.minutes, found.actions, told, None)
    return Ingested(path, found.minutes, found.actions, found.problems, saved, reports, dated)


def _report(tracker: Tracker, found: Extracted, saved: Saved, at: datetime.datetime) -> int:
    """Propose what the minutes say of open actions of earlier meetings; return how many proposals are new."""
    assert found.minutes is not None
    known = tracker.open_actions(saved.source_id)
    earlier = tracker.earlier_texts(saved.source_id) if known else ()
    told = followups(found.minutes, known, earlier=earlier)
    return tracker.put_reports(saved.source_id, found.minutes.source, told, at) if told else 0


def _save(
    tracker: Tracker,
    extractor: _Extractor,
    found: Extracted,
    held: KnownSource | None,
    by: str,
    at: datetime.datetime,
) -> Saved:
    assert found.minutes is not None
    earlier = held or _earlier_version(tracker, found.minutes)
    document = Document(
        minutes=found.minutes,
        actions=found.actions,
        problems=found.problems,
        model_version=extractor.model_version,
        revision=_revision(tracker, earlier, found.actions) if earlier else None,
    )
    return tracker.save(document, by, at)


def _says_otherwise(given: Meeting, held: Meeting) -> bool:
    """Whether the options name an authority, body or date that the stored document does not have."""
    names = ((given.authority, held.authority), (given.body, held.body))
    other_name = any(wanted is not None and name_key(wanted) != name_key(known) for wanted, known in names)
    return other_name or (given.date is not None and given.date != held.date)


def _revision(tracker: Tracker, earlier: KnownSource, actions: Sequence[Action]) -> Revision:
    """That this document is a newer version of `earlier`, with their actions matched."""
    known = tracker.actions_of(earlier.id)
    pairs = matches([action.quote for action in known], [action.commitment.quote for action in actions])
    return Revision(earlier.id, {new: known[old].id for new, old in pairs.items()})


def _earlier_version(tracker: Tracker, minutes: Minutes) -> KnownSource | None:
    """The newest stored document of the same meeting that this one is another version of.

    Another process may have stored this very content meanwhile: that is no version of it, and saving changes nothing.
    """
    meeting = minutes.meeting
    candidates = tracker.known_sources(meeting.authority, meeting.body, meeting.date)
    if any(source.sha256 == minutes.source.sha256 for source in candidates):
        return None
    versions = [source for source in candidates if is_version_of(minutes.source.text, source.text)]
    return versions[-1] if versions else None


def model_info(path: Path | None = None) -> ModelInfo:
    """What there is to know of the language model at `path` (default: the shipped one) and of the clause network.

    ModelError when one of the two does not open.
    """
    folder = path or default_model_path()
    nlp = load(folder)
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    scores = {name: value for name, value in meta.get("performance", {}).items() if isinstance(value, float)}
    return ModelInfo(folder, str(nlp.meta["name"]), str(nlp.meta["version"]), scores, _network_info())


def _network_info() -> NetworkInfo:
    folder = default_network_path()
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    documents, levels = meta.get("documents"), meta.get("levels", {})
    return NetworkInfo(
        path=folder,
        name=str(meta.get("name", folder.name)),
        version=str(meta.get("version", "unknown")),
        documents=documents if isinstance(documents, int) else None,
        levels={name: float(level) for name, level in levels.items() if isinstance(level, int | float)},
    )
