"""Measuring: the scorer's own figures, part by part, mistake by mistake, and one run against another."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import random
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from documents import Told, document
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_minutes import clean, panel, span

from actiontracker.annotation import Annotated, Mark, load_gold, read_gold_json, to_gold
from actiontracker.errors import UsageError
from actiontracker.evaluate import (
    Evaluation,
    Prediction,
    average_precision,
    by_document,
    by_kind,
    by_layout,
    by_reason,
    compare,
    evaluate,
    mistakes,
    predictions,
    reliability,
    run_from_data,
    run_of,
    run_to_data,
)
from actiontracker.evaluate.agreement import pairs, same_words
from actiontracker.records import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

SHARED = Path(__file__).parents[2] / "shared"
SCORER = SHARED / "eval" / "score.py"
beside_the_scorer = pytest.mark.skipif(not SCORER.exists(), reason="the scorer is not beside this checkout")


def find(document: Annotated, words: str, kind: Kind = Kind.REQUEST, **said: Any) -> Prediction:
    """A prediction on these words of a document."""
    return Prediction(span(document, words), kind, **said)


ASKED = "The Chair asked for members to be sent the figures"
PROMISED = "she would do so by May"
RESOLVED = "that the gate be mended if the grant is confirmed"
FORECAST = "It was expected that costs would rise"


def on_panel(*found: Prediction) -> Evaluation:
    return evaluate([panel()], lambda _: found)


# --- as the scorer does it -------------------------------------------------------------------------------------------


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def printed_by_scorer(documents: Sequence[Annotated], found: dict[str, list[Prediction]]) -> list[str]:
    """What the scorer prints for the same documents and predictions."""
    gold = {document.name: to_gold(document) for document in documents}
    said = {name: {"commitments": [as_json(each) for each in each_found]} for name, each_found in found.items()}
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        scorer().score(gold, said)
    return printed.getvalue().splitlines()


def as_json(found: Prediction) -> dict[str, object]:
    place = {"start": found.span.start, "end": found.span.end, "kind": found.kind.value}
    return {**place, "owner": found.owner, "recipient": found.recipient, "deadline": found.deadline}


def as_the_scorer_prints(measured: Evaluation) -> list[str]:
    def three(value: float | None) -> str:
        return f"{float('nan') if value is None else value:.3f}"

    clean_told = f"clean documents left clean {measured.clean.right}/{measured.clean.of}"
    fields = {name: three(share.value) for name, share in measured.fields.items()}
    precision, recall = measured.precision, measured.recall
    f1 = None
    if precision.value and recall.value:  # worked out as the scorer does, lest the last digit be rounded otherwise
        f1 = 2 * precision.value * recall.value / (precision.value + recall.value)
    assert measured.f1 == pytest.approx(f1)
    return [
        f"documents {measured.documents}  gold {measured.gold}  found {measured.found}  right {measured.right}",
        f"precision {three(precision.value)}  recall {three(recall.value)}  F1 {three(f1)}",
        f"kind {three(measured.kind.value)}  owner {fields['owner']}  deadline {fields['deadline']}  {clean_told}",
    ]


WORDS = [None, None, "the Clerk", "Clerk", "Mrs Quill", "by May", "by", ""]
KINDS = [Kind.REQUEST, Kind.OFFER]
SPANS = st.tuples(st.integers(0, 38), st.integers(1, 20)).map(lambda pair: Span(pair[0], min(40, sum(pair))))


@st.composite
def gold_documents(draw: st.DrawFn) -> Annotated:
    """Gold JSON with any places, overlapping ones and groups too, as the scorer takes it."""
    actions = [
        {
            "start": place.start,
            "end": place.end,
            "kind": draw(st.sampled_from(KINDS)),
            "owner": draw(st.sampled_from(WORDS)),
            "deadline": draw(st.sampled_from(WORDS)),
            "same_as": draw(st.sampled_from([None, None, 1, 2])),
        }
        for place in draw(st.lists(SPANS, max_size=6))
    ]
    near = [
        {
            "start": place.start,
            "end": place.end,
            "why": draw(st.sampled_from(["view", "Borderline: a view", "borderline"])),
        }
        for place in draw(st.lists(SPANS, max_size=4))
    ]
    return read_gold_json(json.dumps({"text": "x" * 40, "actions": actions, "near_misses": near}), "")


PREDICTIONS = st.builds(
    Prediction, SPANS, st.sampled_from(KINDS), owner=st.sampled_from(WORDS), deadline=st.sampled_from(WORDS)
)


@beside_the_scorer
@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(gold_documents(), st.lists(PREDICTIONS, max_size=7)), min_size=1, max_size=3))
def test_the_figures_are_the_scorers(cases: list[tuple[Annotated, list[Prediction]]]) -> None:
    documents = [replace(document, name=str(number)) for number, (document, _) in enumerate(cases)]
    found = {str(number): each for number, (_, each) in enumerate(cases)}
    measured = evaluate(documents, lambda document: found[document.name])
    assert as_the_scorer_prints(measured) == printed_by_scorer(documents, found)


@beside_the_scorer
@pytest.mark.parametrize("folder", ["seeds", "parish"])
def test_the_figures_are_the_scorers_on_the_gold_set(folder: str) -> None:
    documents = load_gold(SHARED / "gold" / folder)
    found = {document.name: made_up(document) for document in documents}
    measured = evaluate(documents, lambda document: found[document.name])
    assert 0.2 < (measured.f1 or 0) < 0.9
    assert as_the_scorer_prints(measured) == printed_by_scorer(documents, found)


def made_up(document: Annotated) -> list[Prediction]:
    """Predictions that are partly right: marks moved, left out, doubled, renamed, and some on near misses."""
    chance = random.Random(document.name)
    found = []
    for mark in (*document.commitments, *document.near_misses):
        if chance.random() < (0.3 if mark.name == "near" else 0.7):
            moved = chance.randrange(-40, 40)
            place = Span(max(0, mark.span.start + moved), max(1, mark.span.end + moved, mark.span.start + moved + 5))
            owner = document.field_words(mark, "owner") if chance.random() < 0.7 else chance.choice(WORDS)
            kind = Kind(mark.name) if mark.name != "near" and chance.random() < 0.8 else chance.choice(list(Kind))
            found += [Prediction(place, kind, owner, deadline=chance.choice(WORDS))] * chance.choice([1, 1, 1, 2])
    return found


# --- what counts -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("the Clerk", "Clerk", True),
        ("Clerk", "the Parish Clerk", True),
        ("Mrs A. Quill", "Mrs Quill", True),
        ("by the end of May", "end May", True),
        ("by May", "by June", False),
        ("Ann", "Anna", False),
        (None, "", True),
        (None, "the", True),
        (None, "Ann", False),
        ("Ann", None, False),
    ],
)
def test_two_names_agree_when_one_holds_the_other(one: str | None, other: str | None, agree: bool) -> None:
    assert same_words(one, other) is agree


@pytest.mark.parametrize(
    ("marked", "found", "expected"),
    [
        ([Span(0, 10)], [Span(5, 20)], [(0, 0)]),
        ([Span(0, 10)], [Span(6, 20)], []),
        ([Span(0, 100)], [Span(40, 44)], [(0, 0)]),
        ([Span(0, 10), Span(10, 20)], [Span(0, 20)], [(0, 0)]),
        ([Span(0, 10), Span(10, 20)], [Span(1, 20)], [(1, 0)]),
        ([Span(0, 10)], [Span(0, 8), Span(0, 10)], [(0, 1)]),
        ([Span(0, 10)], [Span(10, 20), Span(3, 3)], []),
    ],
)
def test_places_go_together_when_they_share_half_of_the_shorter(
    marked: list[Span], found: list[Span], expected: list[tuple[int, int]]
) -> None:
    assert pairs(marked, found) == expected


@pytest.mark.parametrize(
    ("finds", "gold", "found", "right"),
    [
        ([], 2, 0, 0),
        ([ASKED], 2, 1, 1),
        ([PROMISED], 2, 1, 1),
        ([ASKED, PROMISED], 2, 1, 1),
        ([ASKED, ASKED], 2, 2, 1),
        ([ASKED, PROMISED, RESOLVED], 2, 2, 2),
        ([FORECAST], 2, 1, 0),
        (["Play areas", RESOLVED], 2, 2, 1),
    ],
    ids=lambda value: "+".join(words[:12] for words in value) if isinstance(value, list) else "",
)
def test_an_obligation_told_twice_counts_once(finds: list[str], gold: int, found: int, right: int) -> None:
    measured = on_panel(*(find(panel(), words) for words in finds))
    assert (measured.gold, measured.found, measured.right) == (gold, found, right)


def test_a_find_on_a_borderline_near_miss_counts_neither_way_yet_the_document_is_not_clean() -> None:
    document = clean()
    borderline = evaluate([document], lambda _: [find(document, "Officers will look at the gate")])
    assert (borderline.found, borderline.clean.right, borderline.clean.of) == (0, 0, 1)
    view = evaluate([document], lambda _: [find(document, "A seat should be put there")])
    assert (view.found, view.right) == (1, 0)
    assert evaluate([document], lambda _: []).clean.value == 1


def test_a_suggestion_taken_up_is_a_place_of_its_commitment() -> None:
    text = "The Chair suggested a rota. The Clerk agreed."
    marks = (Mark("suggested", Span(20, 26), (1,)), Mark("undertaking", Span(28, 44), (1,)))
    document = Annotated("a", {}, text, marks)
    for finds in (["a rota"], ["The Clerk agreed"], ["a rota", "The Clerk agreed"]):
        measured = evaluate([document], lambda _, finds=finds: [find(document, words) for words in finds])  # type: ignore[misc]  # binds this turn's finds
        assert (measured.gold, measured.found, measured.right) == (1, 1, 1)


def test_fields_count_where_either_side_has_one() -> None:
    document = panel()
    measured = on_panel(
        find(document, ASKED, owner="Quill", recipient="the members"),
        find(document, RESOLVED, Kind.RESOLUTION, owner="Clerk", condition="if the grant is confirmed"),
    )
    shares = {name: (share.right, share.of) for name, share in measured.fields.items()}
    assert shares == {"owner": (1, 2), "recipient": (1, 1), "deadline": (0, 1), "condition": (1, 1)}
    assert (measured.kind.right, measured.kind.of) == (2, 2)


def test_with_nothing_to_measure_there_is_no_figure() -> None:
    nothing = evaluate([], lambda _: [])
    assert (nothing.precision.value, nothing.recall.value, nothing.f1, average_precision(nothing)) == (None,) * 4


# --- part by part ----------------------------------------------------------------------------------------------------


def test_by_kind() -> None:
    document = panel()
    rows = by_kind(
        on_panel(find(document, ASKED, Kind.OFFER), find(document, FORECAST, Kind.OFFER), find(document, RESOLVED))
    )
    told = {row.kind: (row.recall.right, row.recall.of, row.precision.right, row.precision.of) for row in rows}
    assert told == {"request": (1, 1, 1, 1), "resolution": (1, 1, 0, 0), "offer": (0, 0, 1, 2)}
    assert {row.kind: row.named.value for row in rows} == {"request": 0, "resolution": 0, "offer": None}


def test_by_layout_and_by_document() -> None:
    both = evaluate([panel(), clean(), replace(clean(), name="again")], lambda _: [])
    assert [(name, part.documents, part.gold) for name, part in by_layout(both)] == [
        ("notes", 2, 0),
        ("agenda-item", 1, 2),
    ]
    assert [(name, part.gold) for name, part in by_document(both)] == [
        ("panel.marked", 2),
        ("clean.marked", 0),
        ("again", 0),
    ]


def test_by_reason_tells_which_near_misses_mislead() -> None:
    document = clean()
    words = ["Officers will look at the gate", "A seat should be put there", "The report was noted"]
    rows = by_reason(evaluate([document], lambda _: [find(document, each) for each in words]))
    assert [(row.reason, row.taken, row.marked) for row in rows] == [
        ("borderline", 1, 1),
        ("view", 1, 1),
        ("not marked", 1, None),
    ]
    untouched = by_reason(evaluate([document], lambda _: []))
    assert [(row.reason, row.taken, row.marked) for row in untouched] == [
        ("borderline", 0, 1),
        ("view", 0, 1),
        ("not marked", 0, None),
    ]


def test_the_reliability_table_sets_scores_beside_shares() -> None:
    document = panel()
    found = (
        find(document, ASKED, score=0.91),
        find(document, FORECAST, score=0.95),
        find(document, RESOLVED, score=1.0),
        find(document, "Play areas", score=0.3),
    )
    low, high = reliability(on_panel(*found))
    assert (low.low, low.high, low.count, low.mean_score, low.share_right) == (0.3, 0.4, 1, 0.3, 0)
    assert (high.low, high.high, high.count) == (0.9, 1.0, 3)
    assert (round(high.mean_score, 4), round(high.share_right, 4)) == (0.9533, 0.6667)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ({ASKED: 0.9, RESOLVED: 0.8, FORECAST: 0.1}, 1.0),
        ({ASKED: 0.9, RESOLVED: 0.1, FORECAST: 0.5}, (1 + 2 / 3) / 2),
        ({ASKED: 0.1, RESOLVED: 0.2, FORECAST: 0.5}, (1 / 2 + 2 / 3) / 2),
        ({ASKED: 0.5, RESOLVED: 0.5, FORECAST: 0.5}, 2 / 3),
        ({ASKED: 0.9}, 0.5),
        ({}, 0.0),
    ],
)
def test_average_precision_rewards_putting_the_right_ones_first(scores: dict[str, float], expected: float) -> None:
    found = (find(panel(), words, score=score) for words, score in scores.items())
    assert average_precision(on_panel(*found)) == pytest.approx(expected)


# --- mistakes --------------------------------------------------------------------------------------------------------


def test_every_mistake_is_told_with_its_passage() -> None:
    document = panel()
    told = mistakes(on_panel(find(document, ASKED, Kind.OFFER, owner="AQ"), find(document, FORECAST, score=0.6)))
    assert [(each.what.value, each.about, each.marked, each.found) for each in told] == [
        ("false", "request", None, None),
        ("wrong kind", "request", "request", "offer"),
        ("wrong field", "owner", "Mrs Quill", "AQ"),
        ("wrong field", "recipient", "members", None),
        ("wrong field", "deadline", "by May", None),
        ("missed", "resolution", None, None),
    ]
    assert (told[0].quote, told[0].line, told[0].score) == (FORECAST, 3, 0.6)
    assert told[0].before == "Mrs A Quill introduced the report. "
    assert told[0].after.startswith(".\nThe Chair asked")
    assert told[0].after.endswith("by May.")
    assert told[-1].before == "RESOLVED - "


def test_a_long_passage_is_cut_at_a_blank() -> None:
    text = "before " * 100 + "the gate" + " after" * 100
    document = Annotated("a", {}, text, (Mark("offer", Span(700, 708), (1,)),))
    (missed,) = mistakes(evaluate([document], lambda _: []))
    assert missed.before.startswith("…before before ")
    assert missed.after.endswith(" after after…")
    assert (len(missed.before) < 250, len(missed.after) < 250) == (True, True)


# --- one run against another -----------------------------------------------------------------------------------------


def changed(before: Evaluation, now: Evaluation) -> tuple[list[str], list[str]]:
    """What was gained and lost, in words, by way of the records."""
    runs = [run_from_data(run_to_data(run_of(each)), "a.json") for each in (before, now)]
    difference = compare(*runs)
    assert difference.not_compared == ()
    gained, lost = (
        [f"{item.about}: {item.quote[:12]}" for item in each] for each in (difference.gained, difference.lost)
    )
    return gained, lost


def test_what_was_gained_and_lost() -> None:
    document = panel()
    before = on_panel(find(document, ASKED, owner="Quill", deadline="by May"), find(document, FORECAST))
    now = on_panel(find(document, ASKED, owner="AQ", recipient="members", deadline="May"), find(document, RESOLVED))
    assert changed(before, now) == (
        ["recipient: The Chair as", "commitment: that the gat", "false find: It was expec"],
        ["owner: The Chair as"],
    )
    assert changed(now, before)[1] == [
        "recipient: The Chair as",
        "commitment: that the gat",
        "false find: It was expec",
    ]
    assert changed(now, now) == ([], [])


def test_an_obligation_found_at_its_other_place_is_neither_gained_nor_lost() -> None:
    document = panel()
    assert changed(on_panel(find(document, ASKED)), on_panel(find(document, PROMISED, Kind.UNDERTAKING))) == ([], [])
    assert changed(on_panel(), on_panel(find(document, PROMISED)))[0] == ["commitment: The Chair as"]


def test_a_false_find_that_grew_a_word_is_the_same() -> None:
    document = panel()
    assert changed(on_panel(find(document, FORECAST)), on_panel(find(document, FORECAST[3:]))) == ([], [])


def test_documents_that_changed_are_not_compared() -> None:
    found = [find(panel(), ASKED), find(panel(), FORECAST)]
    now = evaluate([replace(panel(), text=f"{panel().text}!"), clean()], lambda _: found)
    difference = compare(run_of(evaluate([panel()], lambda _: [])), run_of(now))
    assert difference.not_compared == ("clean.marked", "panel.marked")
    assert (difference.gained, difference.lost) == ((), ())


@pytest.mark.parametrize(
    "data", [None, [], {}, {"format": "other"}, {"format": "actiontracker evaluation 1", "items": [3]}]
)
def test_what_is_no_record_is_refused(data: object) -> None:
    with pytest.raises(UsageError, match=r"a\.json is "):
        run_from_data(data, "a.json")


def test_what_the_pipeline_found_is_measured_with_its_fields() -> None:
    made = document(Told("mend the gate", "The Clerk", "for members", "by May", kind=Kind.REQUEST))
    (found,) = predictions(made.actions)
    assert found.span.of(made.minutes.source.text) == made.actions[0].commitment.quote
    assert (found.kind, found.owner, found.recipient, found.deadline) == (
        Kind.REQUEST,
        "The Clerk",
        "for members",
        "by May",
    )
    assert (found.condition, found.score) == (None, 0.75)
