"""Finds commitments in minutes: `extract(minutes, nlp)`; `load()` opens the pipeline it needs."""

from __future__ import annotations

from actiontracker.extract.find import THRESHOLD
from actiontracker.extract.levels import score_at
from actiontracker.extract.passages import extract
from actiontracker.extract.pipeline import default_model_path, default_network_path, load

__all__ = ["THRESHOLD", "default_model_path", "default_network_path", "extract", "load", "score_at"]
