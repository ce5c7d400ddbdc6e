"""What may be a commitment: runs of tagged words, and clauses with what the network and the rules say of them."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from judging import by_chance, judged, place, reading
from lines import nlp

from actiontracker.extract.candidates import FIELDS, UNREAD, Candidate, candidates, rows_of, runs_of
from actiontracker.extract.encoding import TEXT_PIECES
from actiontracker.extract.facts import Context
from actiontracker.extract.find import facts_in
from actiontracker.records import Kind, Section

HERE = Context(Section.MINUTES)

RUNS = [
    # text, commitments that the network tags, runs
    ("Bins were full. Clerk to write. Noted.", ["Clerk to write"], ["Clerk to write"]),
    ("Clerk to write, Warden to mend it", ["Clerk to write", "Warden to mend"], ["Clerk to write", "Warden to mend"]),
    ("Clerk to write Warden to mend", ["Clerk to write ", "Warden to mend"], ["Clerk to write", "Warden to mend"]),
    ("Please re-issue the plan", ["issue the plan"], ["re-issue the plan"]),
    ("Send the Clerk's notes", ["Send the Clerk"], ["Send the Clerk's"]),
    ("Zoe\u0301 to write to Zoe\u0301", ["Zoe\u0301 to write to Zoe"], ["Zoe\u0301 to write to Zoe\u0301"]),
    ("to\u00a0write at\u00a0once", ["write at"], ["write at"]),
    ("Noted.", [], []),
    ("", [], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tagged", "runs"), RUNS, ids=[text for text, _, _ in RUNS])
def test_runs_hold_whole_words_and_are_cut_where_another_begins(text: str, tagged: list[str], runs: list[str]) -> None:
    found = list(runs_of(judged(reading(text), tagged), 0))
    assert [text[run.start : run.end] for run in found] == runs
    assert [run.words for run in found] == [len(words.split(" ")) for words in runs]


def test_a_beginning_inside_a_word_cuts_nothing() -> None:
    text = "Clerk to write"
    verdict = judged(reading(text), [text])
    verdict.tags[verdict.encoded.pieces(place(text, "ite"))[0]] = [0.05, 0.9, 0.05]
    (run,) = runs_of(verdict, 0)
    assert text[run.start : run.end] == text


def test_a_run_is_told_by_its_place_in_the_passage() -> None:
    (run,) = runs_of(judged(reading("Clerk to write"), ["to write"]), 700)
    assert (run.start, run.end) == (706, 714)
    assert 0.85 < run.inside < 0.95


TEXTS = st.text("ab -.'\u0301한\u00a0", max_size=60) | st.text(max_size=60)


@given(TEXTS, st.integers(0, 10**6), st.integers(0, 99))
def test_runs_are_disjoint_in_order_and_never_tear_a_word(text: str, seed: int, start: int) -> None:
    verdict = by_chance(reading(text), 0, seed)
    runs = list(runs_of(verdict, start))
    assert all(start <= run.start < run.end <= start + len(text) for run in runs)
    assert all(before.end <= after.start for before, after in itertools.pairwise(runs))
    words = [set(verdict.encoded.words[run.pieces]) for run in runs]
    assert all(before.isdisjoint(after) for before, after in itertools.combinations(words, 2))
    outside = set(verdict.encoded.words) - set().union(*words)
    assert all(held <= set(range(min(held), max(held) + 1)) for held in words)
    assert outside.isdisjoint(set().union(*words))


def candidates_in(
    text: str, commitments: list[str], chance: float = 0.9, fields: dict[str, str] | None = None
) -> list[Candidate]:
    """The candidates of a line, parsed as always but judged by hand; every clause has this chance."""
    doc = nlp()(text)
    rows = rows_of(doc, text, HERE)
    verdicts = [judged(row.reading, commitments, [chance] * len(row.facts), fields) for row in rows]
    return list(candidates(doc, rows, verdicts))


def test_a_clause_is_a_candidate_with_what_network_and_rules_say() -> None:
    text = "The Clerk will write to the school."
    (one,) = candidates_in(text, ["The Clerk will write to the school"])
    assert text[one.start : one.end] == "The Clerk will write to the school"
    assert one.facts is not None
    assert one.decision is not None
    assert (one.decision.cue.name, one.decision.kind) == ("will do", Kind.UNDERTAKING)
    assert one.kind is Kind.REQUEST
    assert one.clause == pytest.approx(0.9)
    assert one.inside == pytest.approx(0.9)


def test_a_clause_without_a_run_is_a_candidate_too_and_unlikely_to_be_inside() -> None:
    (one,) = candidates_in("The Clerk will write to the school.", [], 0.1)
    assert one.inside == pytest.approx(0.06)


def test_words_without_a_clause_are_a_candidate_by_themselves() -> None:
    text = "Litter pick for the June agenda"
    (one,) = candidates_in(text, [text])
    assert (one.facts, one.clause, one.decision) == (None, None, None)
    assert (one.kind, text[one.start : one.end]) == (Kind.REQUEST, text)


def test_a_stray_word_or_two_are_none() -> None:
    assert candidates_in("Litter pick for the June agenda", ["Litter pick"]) == []


def test_a_commitment_leaves_the_next_ones_words_alone() -> None:
    text = "The Clerk will write to the school and Mr Vane will mend the gate."
    first, second = candidates_in(text, ["The Clerk will write to the school", "Mr Vane will mend the gate"])
    assert first.end <= second.start
    assert text[second.start : second.end] == "Mr Vane will mend the gate"


def test_a_candidate_reaches_as_far_as_the_network_tags() -> None:
    text = "In June, with the Warden, the Clerk will write to the school."
    (one,) = candidates_in(text, ["In June, with the Warden, the Clerk will write to the school"])
    assert one.start == 0


FIELD_ROWS = [
    ("owner", "The Clerk", "The Clerk"),
    ("deadline", "by 3 June", "by 3 June"),
    ("deadline", "3 Jun", "3 June"),
    ("recipient", "the scho", "the school"),
]


@pytest.mark.parametrize(("name", "seen", "words"), FIELD_ROWS)
def test_a_field_is_the_longest_stretch_of_whole_words_that_the_network_sees(name: str, seen: str, words: str) -> None:
    text = "The Clerk will write to the school by 3 June."
    (one,) = candidates_in(text, ["The Clerk will write to the school by 3 June"], fields={name: seen})
    at, chance = one.field(name)
    assert at is not None
    assert text[slice(*at)] == words
    assert chance == pytest.approx(0.9)
    assert all(one.field(other)[0] is None for other in FIELDS if other != name)


LONG = "The bench, " + "9 9 9 9 9 9 9 9 " * 40 + "is there, and the Clerk will write to the school."


def test_of_a_clause_beyond_what_is_read_the_network_says_nothing_and_the_rules_decide() -> None:
    doc = nlp()(LONG)
    rows = rows_of(doc, LONG, HERE)
    verdicts = [judged(row.reading, [], [0.01] * len(row.facts)) for row in rows]
    assert len(verdicts[0].tags) == TEXT_PIECES
    (one,) = (one for one in candidates(doc, rows, verdicts) if one.facts and one.facts.clause.head.text == "write")
    assert (one.inside, one.clause) == (UNREAD, UNREAD)
    assert one.decision is not None


def test_each_clause_stands_in_exactly_one_reading_with_offsets_of_that_reading() -> None:
    text = " ".join(
        f"The Clerk will write to school number {number} about the gate, as agreed." for number in range(30)
    )
    doc = nlp()(text)
    rows = rows_of(doc, text, HERE)
    assert len(rows) > 1
    for row in rows:
        for facts, clause in zip(row.facts, row.clauses(), strict=True):
            assert row.reading.text[slice(*clause.head)] == facts.clause.head.text
            assert 0 <= clause.words[0] <= clause.head[0] < clause.head[1] <= clause.words[1] <= len(row.reading.text)
    heads = [facts.clause.head.i for row in rows for facts in row.facts]
    assert heads == [facts.clause.head.i for facts in facts_in(doc, text, HERE)]


def test_a_sentence_cut_inside_keeps_what_is_told_of_its_clauses_inside_each_part() -> None:
    text = "Mr Hale agreed " + "that he would write to the school, the shop and the hall and " * 30 + "that was all."
    doc = nlp()(text)
    rows = rows_of(doc, text, HERE)
    assert len(rows) > 1
    for row in rows:
        places = [place for one in row.clauses() for place in (one.words, one.head, one.governor) if place is not None]
        assert all(0 <= start <= end <= len(row.reading.text) for start, end in places)


def test_no_sentence_gives_no_row_and_no_candidate() -> None:
    assert candidates_in("", []) == []
    assert np.isfinite([one.inside for one in candidates_in(" \n ", [])]).all()
