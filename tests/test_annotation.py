"""Annotated documents: read, written again without loss, and refused with a line where they are broken."""

from __future__ import annotations

import importlib.util
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_minutes import CLEAN, PANEL, clean, documents, panel, span

from actiontracker.annotation import (
    Annotated,
    Mark,
    layout_of,
    load_gold,
    parse_marked,
    read_gold,
    read_gold_json,
    reason_of,
    to_gold,
    to_marked,
    with_line_feeds,
)
from actiontracker.annotation.census import census, slips
from actiontracker.annotation.places import nearest_place, place_of, plain_words
from actiontracker.annotation.shared_runs import shared_runs
from actiontracker.errors import AnnotationError
from actiontracker.records import Span

SCORER = Path(__file__).parents[2] / "shared" / "eval" / "score.py"

HEAD = "layout: notes\n---\n"

# --- the marked form -------------------------------------------------------------------------------------------------


def told(document: Annotated) -> list[str]:
    """The marks in words."""
    return [f"{mark.name} {mark.ids or mark.why}: {mark.span.of(document.text)}" for mark in document.marks]


def test_marks_are_taken_out_and_their_places_kept() -> None:
    document = panel()
    assert "{" not in document.text
    assert document.head["layout"] == "agenda-item"
    assert told(document) == [
        "near forecast: It was expected that costs would rise",
        "request (1,): The Chair asked for members to be sent the figures",
        "recipient (1,): members",
        "owner (1,): Mrs Quill",
        "undertaking (1,): she would do so by May",
        "owner (1,): she",
        "deadline (1,): by May",
        "resolution (2,): that the gate be mended if the grant is confirmed",
        "condition (2,): if the grant is confirmed",
        "tag (2,): ACTION: AQ",
        "owner (2,): AQ",
    ]


@pytest.mark.parametrize(
    ("place", "field", "words"),
    [
        (0, "recipient", "members"),
        (0, "owner", "Mrs Quill"),
        (0, "deadline", "by May"),
        (1, "owner", "she"),
        (1, "recipient", "members"),
        (1, "condition", None),
        (2, "owner", "AQ"),
        (2, "condition", "if the grant is confirmed"),
        (2, "deadline", None),
    ],
)
def test_a_field_stands_within_else_as_near_as_can_be(place: int, field: str, words: str | None) -> None:
    document = panel()
    mark = document.commitments[place]
    where = document.field_of(mark, field)
    assert (where.of(document.text) if where else None) == words
    assert document.field_words(mark, field) == words


def test_a_field_within_goes_before_a_nearer_one_outside() -> None:
    document = parse_marked(HEAD + "{owner 1: Ann}: {request 1: to ask whether {owner: Bob} can come}", "a.marked")
    assert document.field_words(document.commitments[0], "owner") == "Bob"


def test_writing_gives_the_very_text_that_was_read() -> None:
    assert to_marked(panel()) == PANEL
    assert to_marked(clean()) == CLEAN


@given(documents())
def test_any_document_is_read_as_it_was_written(document: Annotated) -> None:
    assert parse_marked(to_marked(document), document.name) == document


def test_braces_of_the_minutes_survive() -> None:
    document = Annotated("a.marked", {}, "a {b} {(} c", (Mark("near", Span(2, 5), why="view"),))
    assert to_marked(document) == "\n---\na {near view: {(}b{)}} {(}({)} c"
    assert parse_marked(to_marked(document), "a.marked") == document


def test_line_ends_become_line_feeds_and_marks_keep_their_words() -> None:
    document = Annotated("a.marked", {}, "One\r\ntwo\rthree\r\n", (Mark("near", Span(5, 8), why="view"),))
    assert with_line_feeds(document).text == "One\ntwo\nthree\n"
    assert told(parse_marked(to_marked(document), "a.marked")) == ["near view: two"]
    assert parse_marked(PANEL.replace("\n", "\r\n"), "panel.marked") == panel()


@pytest.mark.parametrize(
    ("marked", "line", "message"),
    [
        ("The gate.\n", 1, "no line “---”"),
        ("layout notes\n---\nThe gate.", 1, "no “key: value”"),
        ("layout: notes\n\n---\nThe gate.", 2, "no “key: value”"),
        (HEAD + "One\n{request 1: two", 4, "never closed"),
        (HEAD + "One\n{request 1: two\nthree\n\n", 4, "never closed"),
        (HEAD + "One two}", 3, "without an open mark"),
        (HEAD + "{request 1: }two", 3, "holds no words"),
        (HEAD + "One\n\n{promise 1: two}", 5, "“promise” is no mark"),
        (HEAD + "{near maybe: two}", 3, "“maybe” is no reason"),
        (HEAD + "{near: two}", 3, "“” is no reason"),
        (HEAD + "{request: two}", 3, "lacks the number"),
        (HEAD + "{owner: two}", 3, "lacks the number"),
        (HEAD + "{request 1: one {request 2: two}}", 3, "stands inside “request”"),
        (HEAD + "{near view: one {near view: two}}", 3, "stands inside “near”"),
        (HEAD + "{request 1: one}\n{owner 2: two}", 4, "commitment 2, which is not there"),
        (HEAD + "a\n{tag 7: one}", 4, "commitment 7, which is not there"),
        (HEAD + "a {brace", 3, "cannot be read"),
    ],
)
def test_a_broken_mark_is_told_with_its_line_and_what_to_do(marked: str, line: int, message: str) -> None:
    with pytest.raises(AnnotationError) as caught:
        parse_marked(marked, "some/doc.marked")
    assert caught.value.message.startswith(f"some/doc.marked:{line}: ")
    assert message in caught.value.message
    assert caught.value.advice


TEXT = "The Clerk to write."


@pytest.mark.parametrize(
    ("marks", "head", "message"),
    [
        ([Mark("request", Span(0, 9), (1,)), Mark("near", Span(4, 18), why="view")], {}, "overlaps the mark “request”"),
        ([Mark("request", Span(0, 9), (1,)), Mark("request", Span(4, 6), (2,))], {}, "overlaps the mark “request”"),
        ([Mark("request", Span(0, 9), (1,)), Mark("owner", Span(4, 12), (1,))], {}, "overlaps the mark “request”"),
        ([Mark("near", Span(0, 9), why="already done")], {}, "“already done”, which is none of the known ones"),
        (
            [Mark("request", Span(0, 9), (1,)), Mark("owner", Span(0, 9), (1,), said="Ann")],
            {},
            "“Ann”, which stands nowhere",
        ),
        ([Mark("near", Span(4, 4), why="view")], {}, "holds no words"),
        ([Mark("near", Span(4, 40), why="view")], {}, "holds no words"),
        ([], {"committee": "two\nlines"}, "“committee” cannot be written"),
        ([], {"a: b": "c"}, "“a: b” cannot be written"),
    ],
)
def test_what_marks_cannot_say_is_refused(marks: list[Mark], head: dict[str, str], message: str) -> None:
    with pytest.raises(AnnotationError, match=r"doc\.json") as caught:
        to_marked(Annotated("doc.json", head, TEXT, tuple(marks)))
    assert message in caught.value.message


# --- gold JSON -------------------------------------------------------------------------------------------------------


def gold(**parts: Any) -> str:
    """A gold document with these parts."""
    return json.dumps({"id": "x", "text": TEXT, "actions": [], "near_misses": [], **parts}, indent=1)


def action(quote: str = "Clerk to write", **parts: Any) -> dict[str, Any]:
    return {"quote": quote, "kind": "undertaking", "owner": None, "recipient": None, "deadline": None, **parts}


@given(documents())
def test_any_document_survives_gold_json(document: Annotated) -> None:
    again = read_gold_json(json.dumps(to_gold(document)), document.name)
    assert again.text == document.text
    assert [(mark.name, mark.span) for mark in again.commitments] == [(m.name, m.span) for m in document.commitments]
    assert [(mark.why, mark.span) for mark in again.near_misses] == [(m.why, m.span) for m in document.near_misses]
    for mark, other in zip(again.commitments, document.commitments, strict=True):
        for name in ("owner", "recipient", "deadline", "condition"):
            assert plain_words(again.field_words(mark, name)) == plain_words(document.field_words(other, name))


def test_an_obligation_told_twice_and_a_suggestion_taken_up_share_a_number() -> None:
    marked = (
        HEAD + "{suggested 4: Tell the parishes}. {undertaking 4: Agreed to do so}. {offer 5: A visit could be had}."
    )
    actions: Any = to_gold(parse_marked(marked, "a.marked"))["actions"]
    assert [(each["quote"], each["kind"], each["same_as"]) for each in actions] == [
        ("Tell the parishes", "undertaking", 4),
        ("Agreed to do so", "undertaking", 4),
        ("A visit could be had", "offer", None),
    ]


def test_every_telling_keeps_the_fields_that_its_quote_was_given() -> None:
    actions = [action("The Clerk to write", same_as=1), action("Clerk to write", same_as=1, owner="Clerk")]
    document = read_gold_json(gold(actions=actions), "a.json")
    assert [document.field_words(mark, "owner") for mark in document.commitments] == [None, "Clerk"]
    assert {mark.ids for mark in document.commitments} == {(1,)}


def test_a_field_from_outside_is_not_lent_to_the_other_telling() -> None:
    text = "Ann was asked. The gate. Nearby, Bob sat. It would be mended. So agreed."
    actions = [action("It would be mended", same_as=1, owner="Ann"), action("So agreed", same_as=1, owner="Bob")]
    document = read_gold_json(gold(text=text, actions=actions), "a.json")
    assert [document.field_words(mark, "owner") for mark in document.commitments] == ["Ann", "Bob"]


def test_commitments_without_a_number_get_free_ones() -> None:
    actions = [action(), action("to write", same_as=1), action("The Clerk"), action("write", same_as=1)]
    document = read_gold_json(gold(actions=actions), "a.json")
    assert [mark.ids for mark in document.commitments] == [(2,), (1,), (3,), (1,)]


def test_a_field_that_stands_nowhere_keeps_its_words_but_has_no_place() -> None:
    document = read_gold_json(
        gold(actions=[action(owner="Mrs Ann Quill"), action("to write", owner="CLERK")]), "a.json"
    )
    first, second = document.commitments
    assert (document.field_words(first, "owner"), document.field_of(first, "owner")) == ("Mrs Ann Quill", None)
    assert document.field_of(second, "owner") == span(document, "Clerk")


@pytest.mark.parametrize(
    ("raw", "line", "message"),
    [
        ('{"id":\n1,', 2, "no JSON"),
        ("[]", 1, "no gold document"),
        ('{"text": 3}', 1, "no gold document"),
        (gold(actions=None), 4, "“actions” is no list"),
        (gold(actions=["write"]), 4, "“actions” is no list"),
        (gold(near_misses={}), 5, "“near_misses” is no list"),
        (gold(actions=[action("to sing")]), 6, "“to sing” stands nowhere in the text"),
        (gold(actions=[action(""), action("to sing")]), 6, "“” stands nowhere"),
        (gold(actions=[{"kind": "offer"}]), 4, "“None” stands nowhere"),
        (gold(actions=[action(), action("The Clerk", kind="wish")]), 13, "“wish” is no kind"),
        (gold(actions=[action(start=5, end=400)]), 6, "characters 5 to 400 are not in the text"),
        (gold(actions=[action(start=5, end=5)]), 6, "characters 5 to 5 are not in the text"),
        (gold(actions=[action(owner=["Ann"])]), 6, "the owner is ['Ann']"),
        (gold(actions=[action(same_as="1")]), 6, "“same_as” is '1'"),
        (gold(near_misses=[{"quote": "to sing", "why": "view"}]), 7, "“to sing” stands nowhere"),
        (gold(near_misses=[{"quote": "to write", "why": 3}]), 7, "reason of a near miss is 3"),
    ],
)
def test_broken_gold_is_told_with_its_line_and_what_to_do(raw: str, line: int, message: str) -> None:
    with pytest.raises(AnnotationError) as caught:
        read_gold_json(raw, "g/a.json")
    assert caught.value.message.startswith(f"g/a.json:{line}: ")
    assert message in caught.value.message
    assert caught.value.advice


PLACES = ["to write", "TO  write", "the clerk — to", "Clerk\nto", "sing", "", "clerk.to", "...", "write."]


FOUND = ["to write", "to write", "The Clerk to", "Clerk to", None, None, "Clerk to", None, "write."]


@pytest.mark.parametrize(("quote", "words"), list(zip(PLACES, FOUND, strict=True)))
def test_a_quote_is_found_letter_for_letter_else_loosely(quote: str, words: str | None) -> None:
    place = place_of(quote, TEXT)
    assert (place.of(TEXT) if place else None) == words


@pytest.mark.skipif(not SCORER.exists(), reason="the scorer is not beside this checkout")
@given(st.sampled_from(PLACES), st.text("Clerk to\n.", max_size=30))
def test_a_quote_is_found_where_the_scorer_finds_it(quote: str, before: str) -> None:
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    place = place_of(quote, before + TEXT)
    assert scorer.spans([{"quote": quote}], before + TEXT) == [(place.start, place.end) if place else None]


@pytest.mark.parametrize(
    ("words", "around", "start"),
    [
        ("Ann", Span(20, 30), 24),
        ("Ann", Span(0, 3), 0),
        ("Ann", Span(3, 40), 24),
        ("Ann", Span(4, 8), 0),
        ("ann", Span(8, 12), 0),
        ("Bob", Span(0, 3), 9),
        ("An", Span(0, 40), None),
        ("---", Span(0, 40), None),
        ("(Dr) Ann", Span(0, 3), 35),
    ],
)
def test_the_nearest_whole_words_are_taken(words: str, around: Span, start: int | None) -> None:
    place = nearest_place(words, "Ann and, Bob, Anna, and Ann Annie. (Dr) Ann", around)
    expected = None if start is None else Span(start, start + len(words))
    assert place == expected


# --- files -----------------------------------------------------------------------------------------------------------


def test_a_folder_gives_every_document_by_its_place_in_it(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.marked").write_bytes(b"\xef\xbb\xbf" + PANEL.encode())
    (tmp_path / "b.json").write_text(gold(), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not an annotation", encoding="utf-8")
    (tmp_path / "split.json").write_text('{"train": ["a"]}', encoding="utf-8")
    (tmp_path / "list.json").write_text("[1]", encoding="utf-8")
    assert [document.name for document in load_gold(tmp_path)] == ["b.json", "inner/a.marked"]
    assert load_gold(tmp_path / "inner" / "a.marked") == (replace(panel(), name="a.marked"),)


def test_every_broken_file_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.marked").write_text(PANEL, encoding="utf-8")
    (tmp_path / "b.marked").write_text(HEAD + "{", encoding="utf-8")
    (tmp_path / "c.json").write_text("{", encoding="utf-8")
    (tmp_path / "e.json").write_text('{"actions": []}', encoding="utf-8")
    (tmp_path / "d.marked").write_bytes(HEAD.encode() + b"one\ncaf\xe9")
    found, broken = read_gold(tmp_path)
    assert [document.name for document in found] == ["a.marked"]
    places = [error.message.removeprefix(str(tmp_path)).split(": ")[0] for error in broken]
    assert places == ["/b.marked:3", "/c.json:1", "/d.marked:4", "/e.json:1"]
    with pytest.raises(AnnotationError, match=r"(?s)b\.marked:3.*c\.json:1.*d\.marked:4"):
        load_gold(tmp_path)


@pytest.mark.parametrize("name", ["nowhere.json", "nowhere", "minutes.txt", "."])
def test_where_there_is_no_annotation_that_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "minutes.txt").write_text("minutes", encoding="utf-8")
    with pytest.raises(AnnotationError) as caught:
        load_gold(tmp_path / name)
    assert str(tmp_path) in str(caught.value)


# --- what it holds ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("why", "reason"),
    [
        ("view", "view"),
        ("View, in a list of issues", "view"),
        ("third body's own work", "third body"),
        ("borderline: a hope or a promise", "borderline"),
        ("older action, complete", "older action"),
        ("told as a plan", "plan"),
        ("planning condition", "planning condition"),
        ("view on a forecast", "view"),
        ("reviewed elsewhere", "other"),
        ("", "other"),
    ],
)
def test_a_reason_in_free_words_is_one_of_the_known_ones(why: str, reason: str) -> None:
    assert reason_of(why) == reason


@pytest.mark.parametrize(
    ("head", "text", "layout"),
    [
        ({"layout": "table"}, "Minutes:\nA", "table"),
        ({}, "Fees\nDecision:\nThat", "agenda-item"),
        ({}, "Meeting: 24/07/2019 - Panel (Item 3)\nMinutes:", "issue-page"),
        ({}, "Item | Action\nGate | Clerk\n", "table"),
        ({}, "Quarley Parish Council\nApologies: none", "parish"),
        ({}, "Page 1\fPage 2", "pdf"),
        ({}, "1. Apologies for absence\n2. Declarations of interest\n", "whole-meeting"),
        ({}, "The gate was mended.", "unknown"),
        ({}, "", "unknown"),
    ],
)
def test_the_layout_is_told_or_guessed(head: dict[str, str], text: str, layout: str) -> None:
    assert layout_of(Annotated("a", head, text, ())) == layout


def test_a_census_counts_obligations_once_and_their_places_each() -> None:
    found = census([panel(), clean()])
    assert (found.documents, found.clean, found.commitments, found.places, found.near_misses) == (2, 1, 2, 3, 3)
    assert found.kinds == {"request": 1, "undertaking": 1, "resolution": 1}
    assert found.fields == {"owner": 3, "recipient": 2, "deadline": 2, "condition": 1}
    assert found.reasons == {"forecast": 1, "borderline": 1, "view": 1}
    assert found.words == len(panel().text.split()) + len(clean().text.split())


def test_slips_are_told_with_their_line() -> None:
    long = "x" * 500
    marked = f"layout: scroll\ncommittee: c\n---\n{{request 1: One.}}\n{{request 2: two }}\n{{request 3: {long}}}"
    found = list(slips(parse_marked(marked, "a.marked"), first_line=4))
    assert [line for line, _ in found] == [1, 1, 4, 5, 6]
    for (_, what), part in zip(found, ["authority", "scroll", "full stop", "blank", "500 characters"], strict=True):
        assert part in what
    assert list(slips(panel(), 5)) == []


NINE = "the warden reported that nine of the gates were broken"


def test_runs_of_words_in_two_texts_are_told_whole_and_once() -> None:
    texts = {
        "a": f"First, {NINE} since May.",
        "b": f"{NINE.upper()}, since the flood",
        "c": "the warden reported that nine of the seats were broken",
    }
    (run,) = shared_runs(texts)
    assert (run.words, run.texts) == (f"{NINE} since", ("a", "b"))
    assert shared_runs({"a": texts["a"], "c": texts["c"]}) == ()


def test_runs_shared_with_other_texts_are_told_but_not_those_among_them() -> None:
    (run,) = shared_runs({"a": NINE}, {"old": f"x {NINE}", "older": f"y {NINE} z z", "oldest": "q " * 20})
    assert run.texts == ("a", "old", "older")
    assert shared_runs({"a": "nothing"}, {"old": NINE, "older": NINE}) == ()


def test_a_run_in_three_texts_stands_before_a_longer_one_in_two() -> None:
    texts = {"a": f"{NINE} and rotten", "b": f"{NINE} and rotten", "c": NINE}
    assert [(run.words, run.texts) for run in shared_runs(texts)] == [
        (NINE, ("a", "b", "c")),
        (f"{NINE} and rotten", ("a", "b")),
    ]
