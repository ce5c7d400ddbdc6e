"""On what an offer or a promise depends: the exact words of the condition, or nothing."""

from __future__ import annotations

import pytest
from lines import line_found

from actiontracker.extract import conditions
from actiontracker.extract.conditions import FORMS, find_condition

CONDITIONS = [
    ("The Head of Parks offered to provide a map if members wished.", "if members wished"),
    ("If members wished, the Head of Parks would provide a map.", "If members wished"),
    ("Should the grant be confirmed, the Clerk will order the bench.", "Should the grant be confirmed"),
    ("The Clerk will order the bench should the grant be confirmed.", "should the grant be confirmed"),
    ("The officer would be happy to send a copy should Members find that useful.", "should Members find that useful"),
    ("It was agreed that the Clerk would order the bench, subject to funding.", "subject to funding"),
    ("The Clerk would order the bench subject to funding and report back to the next meeting.", "subject to funding"),
    ("The tree to be felled subject to a bat check.", "subject to a bat check"),
    ("Further detail can be provided to members on request.", "on request"),
    ("The Clerk will cut the hedge unless the owner objects.", "unless the owner objects"),
    ("The Warden agreed to open the hall provided that the trust helped.", "provided that the trust helped"),
    ("Officers would share the slides, as long as the trust agreed.", "as long as the trust agreed"),
    ("The Clerk to write to the owner and, failing that, to the insurers.", "failing that"),
    ("Pending consultation, the Clerk will hold the post vacant.", "Pending consultation"),
    ("Clerk to call the engineer if need be.", "if need be"),
    ("The Clerk will order the bench should complaints be received.", "should complaints be received"),
    ("The Chair asked the Clerk to write to the owner if the wall was his.", "if the wall was his"),
    ("Clerk to chase if no reply by Easter.", "if no reply by Easter"),
    ("If the wall falls then the Clerk will write to the owner.", "If the wall falls"),
    ("If asked the Clerk would write to the school.", "If asked"),
    (
        "The Director agreed that if the cost fell below one per cent he would report it to the Board.",
        "if the cost fell below one per cent",
    ),
    (
        "It was agreed that, if the survey showed a gap, a further report would be brought to the Panel.",
        "if the survey showed a gap",
    ),
    (
        "If there is no reply by the next meeting, the Clerk to write again.",
        "If there is no reply by the next meeting",
    ),
    ("Were that not to be the case, a member would ask the Minister to write.", "Were that not to be the case"),
    (
        "Mr Dale said he would write to the landlord if the damp came back and Mrs Wren would visit the tenant.",
        "if the damp came back",
    ),
]

NONE = [
    "The Chair asked the Clerk to see if the gate could be mended.",
    "The Clerk agreed to find out if the lamp was ours.",
    "The Treasurer agreed to say what would happen if the grant was refused.",
    "Members asked the Director to report whether the scheme would stop if funding were lost.",
    "The Clerk will send the list once the survey is done.",
    "The Clerk will write when approved.",
    "A note on the subject to be circulated by the Clerk.",
    "The Clerk will report on the condition of the roof.",
    "The Clerk to request if the quotes can be held until June.",
    "The Clerk will ask the school if the children would draw the sign.",
    "Members to let the Clerk know by Friday if they are coming.",
    "The Clerk will report to members for as long as the loan lasts.",
    "The Clerk will provide the basis for a letter.",
    "It was agreed that the Clerk would order a bench.",
]


@pytest.mark.parametrize(("line", "condition"), CONDITIONS)
def test_the_condition_is_the_exact_words_that_the_promise_depends_on(line: str, condition: str) -> None:
    found = line_found(line)
    assert len(found) == 1, [line[item.start : item.end] for item in found]
    assert found[0].condition is not None
    assert line[slice(*found[0].condition)] == condition


@pytest.mark.parametrize("line", NONE)
def test_a_question_a_time_or_another_sense_is_no_condition(line: str) -> None:
    found = line_found(line)
    assert found
    assert [item.condition for item in found] == [None] * len(found)


def test_a_condition_and_the_deadline_in_it_each_keep_their_words() -> None:
    (found,) = line_found("If nothing is heard by 4 May 2026, the Clerk will write again.")
    assert (found.condition, found.deadline) == ((0, 33), (20, 33))


@pytest.mark.parametrize("form", FORMS, ids=[name for name, *_ in FORMS])
def test_each_form_matches_its_line_and_rejects_the_other(
    form: tuple[str, str, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    name, _, matches, rejects = form
    monkeypatch.setattr(conditions, "_COMPILED", tuple(one for one in conditions._COMPILED if one[0] == name))
    assert find_condition(matches) is not None
    assert find_condition(rejects) is None


@pytest.mark.parametrize("form", FORMS, ids=[name for name, *_ in FORMS])
def test_every_line_is_found_with_all_forms_too(form: tuple[str, str, str, str]) -> None:
    assert find_condition(form[2]) is not None


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("if so, write to the owner", "if so"),
        ("write, subject to legal advice; report back", "subject to legal advice"),
        ("open (unless it rains) on Sunday", "unless it rains"),
        ("whether it could be had locally, and if so at what cost", None),
        ("buy one if Mr. Holt finds it for under £9.50, not otherwise", "if Mr. Holt finds it for under £9.50"),
        ("meet at noon if the 7:30 bus is late", "if the 7:30 bus is late"),
        ("", None),
        ("mend the gate", None),
    ],
)
def test_a_condition_ends_where_its_clause_does(words: str, condition: str | None) -> None:
    place = find_condition(words)
    assert (words[slice(*place)] if place is not None else None) == condition
