"""The pipeline as spaCy sees it: a standard folder, our components as factories, and clear errors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import spacy
from lines import nlp
from spacy.language import Language

from actiontracker.errors import ModelError
from actiontracker.extract import default_model_path, load
from actiontracker.extract.find import SPANS_KEY

if TYPE_CHECKING:
    from pathlib import Path


def test_the_shipped_folder_is_a_standard_pipeline() -> None:
    opened = spacy.load(default_model_path())
    assert {"morphologizer", "parser", "trainable_lemmatizer"} <= set(opened.pipe_names)


def test_our_components_stand_around_the_parser() -> None:
    names = nlp().pipe_names
    assert names.index("minutes_sentences") < names.index("parser") < names.index("commitment_cues")


def test_the_factories_say_what_they_need_and_give() -> None:
    meta = nlp().get_pipe_meta("commitment_cues")
    assert "doc.spans" in meta.assigns
    assert "token.dep" in meta.requires
    assert Language.has_factory("minutes_sentences")


def test_spans_carry_the_kind_and_the_cue() -> None:
    doc = nlp()("The Clerk will write to the school.")
    (span,) = doc.spans[SPANS_KEY]
    assert (span.label_, span.id_) == ("undertaking", "will do")


def test_sentences_keep_to_the_layout() -> None:
    doc = nlp()("RESOLVED – That the report be noted. Cllr. Hart spoke at 7 p.m. about St. Olave's.")
    assert [sentence.text for sentence in doc.sents] == [
        "RESOLVED –",
        "That the report be noted.",
        "Cllr. Hart spoke at 7 p.m. about St. Olave's.",
    ]


def test_a_missing_model_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no language model there") as caught:
        load(tmp_path)
    assert caught.value.exit_code == 5
    assert "--model" in caught.value.advice


def test_a_broken_model_is_said(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = 'xx'\n", encoding="utf-8")
    with pytest.raises(ModelError, match="cannot be opened"):
        load(tmp_path)


def test_a_pipeline_without_a_parser_does_not_fit(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(ModelError, match="no parser"):
        load(tmp_path)


def test_the_scores_stand_in_the_folder() -> None:
    meta = json.loads((default_model_path() / "meta.json").read_text(encoding="utf-8"))
    assert meta["performance"]["ewt dep_las"] > 0.8
    assert meta["license"] == "CC BY-SA 4.0"
