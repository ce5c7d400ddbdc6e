"""Measuring: what a program finds in annotated documents against what people marked in them.

Pure: `evaluate(documents, predict)` takes any function from a document to predictions, so that programs and models are
compared by the same measure; nothing here opens a file.
"""

from __future__ import annotations

from actiontracker.evaluate.breakdown import by_document, by_kind, by_layout, by_reason
from actiontracker.evaluate.judge import Expected, Judged, judge
from actiontracker.evaluate.measure import Evaluation, Share, evaluate
from actiontracker.evaluate.mistakes import Mistake, mistakes
from actiontracker.evaluate.prediction import Prediction, predictions
from actiontracker.evaluate.reliability import Bin, average_precision, reliability
from actiontracker.evaluate.runs import Difference, Item, Run, compare, run_from_data, run_of, run_to_data

__all__ = [
    "Bin",
    "Difference",
    "Evaluation",
    "Expected",
    "Item",
    "Judged",
    "Mistake",
    "Prediction",
    "Run",
    "Share",
    "average_precision",
    "by_document",
    "by_kind",
    "by_layout",
    "by_reason",
    "compare",
    "evaluate",
    "judge",
    "mistakes",
    "predictions",
    "reliability",
    "run_from_data",
    "run_of",
    "run_to_data",
]
