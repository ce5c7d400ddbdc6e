"""The component in its pipeline: what the network is told, what is marked, and what a broken network does to a run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

import pytest
from commands import run
from judging import FakeClassifier
from lines import nlp, shipped
from test_extract_classifier import network_folder

from actiontracker.errors import ModelError
from actiontracker.extract import load, pipeline
from actiontracker.extract.classifier import META
from actiontracker.extract.component import FACTORY, CommitmentClauses
from actiontracker.extract.facts import Context
from actiontracker.extract.find import SPANS_KEY
from actiontracker.extract.pipeline import parse
from actiontracker.records import Section

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.tokens import Doc

    from actiontracker.extract.classifier import Classifier

Capture = pytest.CaptureFixture[str]
WEIGHTS = {"bias": -0.5, "inside": 0.6, "clause": 0.6, "no clause": -0.8, "alone": 0.0, "rule": 0.3}
TEXT = "The Clerk will write to the school. The gate will be mended."


def marked(text: str, *commitments: str, context: Context | None = None) -> tuple[Doc, FakeClassifier]:
    """A passage as the component marks it where the network tags these words."""
    fake = FakeClassifier(commitments)
    doc = nlp()(text)
    doc._.context = context
    return CommitmentClauses(cast("Classifier", fake), WEIGHTS)(doc), fake


def test_what_the_network_takes_for_a_commitment_is_marked_with_its_kind() -> None:
    doc, _ = marked(TEXT, "The Clerk will write to the school")
    (span,) = doc.spans[SPANS_KEY]
    assert (span.text, span.label_, span.id_) == ("The Clerk will write to the school", "undertaking", "will do")
    assert span._.found.action == "Write to the school"


def test_the_wanted_score_decides_what_is_marked() -> None:
    doc = nlp()(TEXT)
    doc._.min_score = 0.999
    CommitmentClauses(cast("Classifier", FakeClassifier([TEXT])), WEIGHTS)(doc)
    assert list(doc.spans[SPANS_KEY]) == []


def test_the_network_is_told_where_the_passage_stands() -> None:
    _, fake = marked(TEXT, context=Context(Section.RESOLUTION, title="Trees", before="Bins.", after="Noted."))
    (asked,) = fake.asked
    assert (asked.place, asked.before, asked.after) == ("resolution | Trees | ", "Bins.", "Noted.")


def test_without_a_context_a_passage_is_ordinary_minutes() -> None:
    _, fake = marked(TEXT)
    assert fake.asked[0].place.startswith("minutes")


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "\u200b", "😀"])
def test_a_text_without_words_is_marked_with_nothing(text: str) -> None:
    assert list(shipped()(text).spans[SPANS_KEY]) == []


def test_passages_are_found_the_same_alone_and_among_others() -> None:
    texts = [(f"{TEXT} It is number {number}.", Context(Section.MINUTES)) for number in range(5)]
    texts.insert(2, ("The Warden agreed to count the stiles, the gates and the signs by May. " * 8, texts[0][1]))
    together = list(parse(shipped(), texts, 0.1))
    assert together == [next(parse(shipped(), [one], 0.1)) for one in texts]
    assert any(together)


def test_the_component_says_what_it_needs_and_gives() -> None:
    meta = shipped().get_pipe_meta(FACTORY)
    assert "doc.spans" in meta.assigns
    assert "token.dep" in meta.requires
    assert shipped().pipe_names[-1] == FACTORY


def uncalibrated(folder: Path) -> Path:
    meta = json.loads((folder / META).read_text(encoding="utf-8"))
    del meta["calibration"]
    (folder / META).write_text(json.dumps(meta), encoding="utf-8")
    return folder


def test_a_network_without_a_calibration_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="is not calibrated") as caught:
        load(network=uncalibrated(network_folder(tmp_path / "network")))
    assert (caught.value.exit_code, caught.value.advice) == (5, "Install actiontracker again")


@pytest.mark.parametrize("command", [("extract", "minutes.txt"), ("ingest", "minutes.txt"), ("model",)])
@pytest.mark.parametrize("fault", ["missing", "uncalibrated"])
def test_a_command_that_needs_the_network_ends_with_five_and_says_why(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], fault: str
) -> None:
    folder = tmp_path / "network"
    if fault == "uncalibrated":
        uncalibrated(network_folder(folder))
    monkeypatch.setattr(pipeline, "default_network_path", lambda: folder)
    monkeypatch.setenv("ACTIONTRACKER_DB", str(tmp_path / "tracker.db"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "minutes.txt").write_text(f"1. Gates\n\n{TEXT}\n", encoding="utf-8")
    done = run(capsys, *command)
    assert (done.code, done.out) == (5, "")
    assert "clause network" in done.err
    assert "Install actiontracker again" in done.err
    assert "Traceback" not in done.err
