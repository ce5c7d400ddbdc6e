"""From verdicts to what is found: scores that mean something, kinds, and stretches that stand in the passage."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import by_chance, judged
from lines import nlp

from actiontracker.extract.candidates import Candidate, candidates, rows_of
from actiontracker.extract.facts import Context
from actiontracker.extract.find import SPANS_KEY, Found, mark
from actiontracker.extract.trained import NETWORK_CUE, SIGNALS, found_by, score_of, signals, weights_of
from actiontracker.records import Kind, Section

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from actiontracker.extract.candidates import Row

HERE = Context(Section.MINUTES)
WEIGHTS = {"bias": -0.5, "inside": 0.6, "clause": 0.6, "no clause": -0.8, "alone": 0.0, "rule": 0.3}
LINE = "The Clerk will write to the school by 3 June."


@cache
def parsed(text: str) -> tuple[Doc, list[Row]]:
    doc = nlp()(text)
    return doc, rows_of(doc, text, HERE)


def found(text: str, commitments: list[str], chance: float, threshold: float = 0.5, **fields: str) -> list[Found]:
    """What is found where the network tags these words and gives every clause this chance."""
    doc, rows = parsed(text)
    verdicts = [judged(row.reading, commitments, [chance] * len(row.facts), fields) for row in rows]
    return list(found_by(doc, text, rows, verdicts, WEIGHTS, threshold))


def candidate(**changes: Any) -> Candidate:
    """The candidate of `LINE`, with changes."""
    doc, rows = parsed(LINE)
    (one,) = candidates(doc, rows, [judged(rows[0].reading, [LINE], [0.5] * len(rows[0].facts))])
    return replace(one, **changes)


def test_what_network_and_rules_agree_on_is_found_with_its_fields() -> None:
    (one,) = found(LINE, [LINE.rstrip(".")], 0.9)
    assert (one.kind, one.cue, one.action) == (Kind.UNDERTAKING, "will do", "Write to the school by 3 June")
    assert (one.owner, one.deadline) == ((0, 9), (35, 44))
    assert one.score > 0.8


def test_what_the_network_denies_is_not_found() -> None:
    assert found(LINE, [], 0.01) == []


def test_words_without_a_clause_are_found_as_they_stand() -> None:
    text = "Litter pick for the June agenda"
    (one,) = found(text, [text], 0.0)
    assert (one.kind, one.cue, one.action) == (Kind.REQUEST, NETWORK_CUE, text)
    assert (one.start, one.end) == (0, len(text))


def test_the_network_gives_the_kind_where_no_rule_is_sure() -> None:
    text = "The scheme would provide forty new homes."
    (one,) = found(text, [text.rstrip(".")], 0.95)
    assert one.kind is Kind.REQUEST


def test_a_suggestion_taken_up_lends_its_content() -> None:
    text = "It was suggested that the data be split by age. The Panel agreed to this suggestion for future reports."
    doc, rows = parsed(text)
    chances = [0.9 if facts.clause.head.text == "agreed" else 0.001 for facts in rows[0].facts]
    verdict = judged(rows[0].reading, ["The Panel agreed to this suggestion"], chances)
    (one,) = found_by(doc, text, rows, [verdict], WEIGHTS, 0.5)
    assert "plit the data by age" in one.action


CHANCES = st.floats(0, 1)
WEIGHT_SETS = st.fixed_dictionaries({name: st.floats(-500, 500) for name in SIGNALS})


@given(WEIGHT_SETS, CHANCES, st.none() | CHANCES)
def test_a_score_lies_between_0_and_1_whatever_the_weights(
    weights: dict[str, float], inside: float, clause: float | None
) -> None:
    assert 0 <= score_of(weights, candidate(inside=inside, clause=clause)) <= 1


@pytest.mark.parametrize("name", ["inside", "clause"])
@given(lower=CHANCES, higher=CHANCES, weight=st.floats(0.01, 20))
def test_more_of_a_signal_with_positive_weight_never_scores_less(
    name: str, lower: float, higher: float, weight: float
) -> None:
    lower, higher = sorted((lower, higher))
    weights = WEIGHTS | {name: weight}
    scores = [score_of(weights, candidate(**{name: chance})) for chance in (lower, higher)]
    assert scores[0] <= scores[1]


@given(lower=CHANCES, higher=CHANCES)
def test_surer_rules_never_score_less(lower: float, higher: float) -> None:
    decision = candidate().decision
    assert decision is not None
    scores = [
        score_of(WEIGHTS, candidate(decision=replace(decision, score=score))) for score in sorted((lower, higher))
    ]
    assert score_of(WEIGHTS, candidate(decision=None)) <= max(scores[0], score_of(WEIGHTS, candidate(decision=None)))
    assert scores[0] <= scores[1]


def test_each_signal_tells_two_candidates_apart() -> None:
    sure, unsure = candidate(inside=0.9, clause=0.9), candidate(inside=0.2, clause=0.2, decision=None)
    assert all(signals(sure)[name] > signals(unsure)[name] for name in ("inside", "clause", "rule"))
    bare = signals(candidate(clause=None))
    assert (bare["no clause"], bare["clause"], bare["rule"]) == (1, 0, 0)
    assert tuple(bare) == SIGNALS


CALIBRATIONS: list[tuple[str, Any, bool]] = [
    ("as it ships", {"calibration": WEIGHTS}, True),
    ("with more than is needed", {"calibration": WEIGHTS | {"other": "x"}}, True),
    ("in whole numbers", {"calibration": dict.fromkeys(SIGNALS, 1)}, True),
    ("missing", {}, False),
    ("no table", {"calibration": [1, 2]}, False),
    ("a weight missing", {"calibration": {name: 1.0 for name in SIGNALS if name != "rule"}}, False),
    ("a weight in words", {"calibration": WEIGHTS | {"rule": "0.3"}}, False),
    ("a weight without end", {"calibration": WEIGHTS | {"rule": float("inf")}}, False),
    ("a weight that is no number", {"calibration": WEIGHTS | {"rule": float("nan")}}, False),
]


@pytest.mark.parametrize(("meta", "sound"), [row[1:] for row in CALIBRATIONS], ids=[row[0] for row in CALIBRATIONS])
def test_a_calibration_counts_only_whole(meta: dict[str, Any], sound: bool) -> None:
    weights = weights_of(meta)
    assert (weights is not None) == sound
    assert weights is None or tuple(weights) == SIGNALS


PASSAGES = [
    LINE,
    "The Clerk will write to the school and Mr Vane will ask the bus company to call, which would help.",
    "RESOLVED: (a) that the report be noted; (b) that Mr Fenwick-Lowe's letter be re-issued.\u00a0Zoe\u0301 to act.",
    "Litter pick for the June agenda; 한국 😀",
    "Noted.",
    " \n ",
    "It was suggested that the data be split by age. The Panel agreed to this suggestion for future reports.",
]


@settings(deadline=None)
@given(st.sampled_from(PASSAGES), st.integers(0, 10**6), CHANCES)
def test_whatever_the_network_says_what_is_found_stands_in_the_passage(text: str, seed: int, threshold: float) -> None:
    doc, rows = parsed(text)
    verdicts = [by_chance(row.reading, len(row.facts), seed) for row in rows]
    result = list(found_by(doc, text, rows, verdicts, WEIGHTS, threshold))
    for one in result:
        assert 0 <= one.start < one.end <= len(text)
        assert threshold <= one.score <= 1
        for field in (one.owner, one.recipient, one.deadline):
            assert field is None or 0 <= field[0] < field[1] <= len(text)
    mark(doc, result, text)
    assert len(doc.spans[SPANS_KEY]) <= len(result)
    assert all(span._.found.action for span in doc.spans[SPANS_KEY])
