"""Annotated minutes, as people and the corpus keep them: marked text and gold JSON, read, written and checked."""

from __future__ import annotations

from actiontracker.annotation.document import FIELDS, KINDS, REASONS, Annotated, Mark, layout_of, reason_of
from actiontracker.annotation.gold import read_gold_json, to_gold
from actiontracker.annotation.load import load_gold, read_gold
from actiontracker.annotation.marked import parse_marked
from actiontracker.annotation.writing import to_marked, with_line_feeds

__all__ = [
    "FIELDS",
    "KINDS",
    "REASONS",
    "Annotated",
    "Mark",
    "layout_of",
    "load_gold",
    "parse_marked",
    "read_gold",
    "read_gold_json",
    "reason_of",
    "to_gold",
    "to_marked",
    "with_line_feeds",
]
