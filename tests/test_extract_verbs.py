"""What the verb group of a clause says, read from real parses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lines import line_clauses

from actiontracker.extract.governors import Link, Matrix
from actiontracker.extract.subjects import SubjectClass
from actiontracker.extract.verbs import Form

if TYPE_CHECKING:
    from actiontracker.extract.clauses import Clause


def clause(line: str, verb: str) -> Clause:
    return next(item for item in line_clauses(line) if item.head.text == verb)


@pytest.mark.parametrize(
    ("line", "verb", "form", "passive"),
    [
        ("The Clerk will write to the school.", "write", Form.FUTURE, False),
        ("The Clerk would write to the school.", "write", Form.FUTURE, False),
        ("A letter will be sent to the school.", "sent", Form.FUTURE, True),
        ("A letter should be sent to the school.", "sent", Form.DUTY, True),
        ("A letter can be sent to the school.", "sent", Form.ABILITY, True),
        ("Letters are to be sent to the schools.", "sent", Form.IS_TO, True),
        ("Clerk to write to the school.", "write", Form.INFINITIVE, False),
        ("Hedge to be cut.", "cut", Form.INFINITIVE, True),
        ("It was resolved that a letter be sent.", "sent", Form.BARE, True),
        ("The Clerk wrote to the school.", "wrote", Form.TOLD, False),
        ("The Clerk has written to the school.", "written", Form.TOLD, False),
        ("The Clerk would have written to the school.", "written", Form.TOLD, False),
    ],
)
def test_form_and_voice(line: str, verb: str, form: Form, passive: bool) -> None:
    found = clause(line, verb)
    assert (found.form, found.passive) == (form, passive)


@pytest.mark.parametrize(
    ("line", "verb", "matrix", "asker"),
    [
        ("The Chair asked the Clerk to write.", "write", Matrix.ASK, "Chair"),
        ("The Director agreed that a note would be sent.", "sent", Matrix.AGREE, "Director"),
        ("It was agreed that a note would be sent.", "sent", Matrix.AGREE, None),
        ("The Director said that a note would be sent.", "sent", Matrix.SAY, "Director"),
        ("It was hoped that a note would be sent.", "sent", Matrix.THINK, None),
        ("A note would be sent.", "sent", Matrix.NONE, None),
    ],
)
def test_what_governs_a_clause(line: str, verb: str, matrix: Matrix, asker: str | None) -> None:
    found = clause(line, verb)
    assert found.matrix is matrix
    assert (found.asker.text if found.asker else None) == asker


@pytest.mark.parametrize(
    ("line", "verb", "kind"),
    [
        ("The Head of Housing will call.", "call", SubjectClass.PERSON),
        ("Councillor Hart will call.", "call", SubjectClass.PERSON),
        ("JB to call the school.", "call", SubjectClass.PERSON),
        ("Members will call.", "call", SubjectClass.MEMBERS),
        ("The Committee will call for evidence.", "call", SubjectClass.MEMBERS),
        ("She will call.", "call", SubjectClass.PRONOUN),
        ("The Government will call an election.", "call", SubjectClass.THIRD),
        ("The scheme will need money.", "need", SubjectClass.THING),
        ("It will need money.", "need", SubjectClass.EXPLETIVE),
    ],
)
def test_who_the_subject_is(line: str, verb: str, kind: SubjectClass) -> None:
    assert clause(line, verb).subject_class is kind


def test_a_relative_clause_is_told_apart() -> None:
    assert clause("The report, which would be presented to Cabinet, was long.", "presented").link is Link.RELATIVE


def test_the_addressee_of_a_request_is_who_was_asked() -> None:
    found = clause("The Clerk was asked to write to the school.", "write")
    assert found.addressee is not None
    assert found.addressee.text == "Clerk"


def test_verbs_that_share_subject_and_form_are_one_clause() -> None:
    heads = [item.head.text for item in line_clauses("Pat agreed to meet the school and draw up a plan.")]
    assert heads == ["agreed", "meet"]
