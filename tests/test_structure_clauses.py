"""Clauses that run on in one paragraph are cut apart and hang on the words before them."""

from __future__ import annotations

import pytest
from sources import minutes_of, paras

from actiontracker.records import Section

Row = tuple[str | None, str, int | None]


def rows(text: str) -> list[Row]:
    return [(passage.marker, passage.text, passage.lead_in) for passage in minutes_of(text).passages]


def test_run_on_clauses_hang_on_the_resolution() -> None:
    text = (
        "RESOLVED \u2013 That (a) the report be noted; (b) officers provide the ward figures; and (c) it be approved."
    )
    assert rows(text) == [
        (None, "RESOLVED \u2013 That", None),
        ("(a)", "the report be noted;", 0),
        ("(b)", "officers provide the ward figures; and", 0),
        ("(c)", "it be approved.", 0),
    ]


def test_numbered_and_roman_clauses_too() -> None:
    assert [row[0] for row in rows("It was agreed: 1) to write to the school; 2) to ask for a plan.")] == [
        None,
        "1)",
        "2)",
    ]
    assert [row[0] for row in rows("Resolved that: (i) the fee rise; and (ii) a letter be sent.")] == [
        None,
        "(i)",
        "(ii)",
    ]


def test_clauses_that_begin_a_paragraph_go_on_inside_it() -> None:
    assert rows("RESOLVED:\n\n(a) that the report be noted; and (b) that officers write to the school.") == [
        (None, "RESOLVED:", None),
        ("(a)", "that the report be noted; and", 0),
        ("(b)", "that officers write to the school.", 0),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "That under Section 100(A)(4) of the Local Government Act 1972 the public be excluded.",
        "The exclusion rested on paragraphs (a) and (b) of the schedule.",
        "Members supported options (a) and (b) in the report, and asked about (c).",
        "The (a) road was closed.",
        "Section 5 (a) and section 5 (b) applied.",
    ],
)
def test_statutes_and_references_are_not_clauses(text: str) -> None:
    assert len(rows(text)) == 1


def test_a_reference_between_clauses_does_not_cut_them() -> None:
    text = "RESOLVED that: (a) the terms in paragraph (b) of the report be noted; and (b) it be sent to users."
    assert [row[1] for row in rows(text)] == [
        "RESOLVED that:",
        "the terms in paragraph (b) of the report be noted; and",
        "it be sent to users.",
    ]


def test_a_resolution_at_a_paragraphs_end_stands_by_itself() -> None:
    passages = minutes_of("The Chair thanked officers. RESOLVED \u2013 That the report be noted.").passages
    assert [passage.text for passage in passages] == [
        "The Chair thanked officers.",
        "RESOLVED \u2013 That the report be noted.",
    ]
    assert [passage.section for passage in passages] == [Section.MINUTES, Section.RESOLUTION]


def test_labels_inside_a_line_are_cut_off() -> None:
    text = paras(
        "Agenda item",
        "Budget",
        "To consider the budget. Minutes: The Treasurer presented the report. Decision: That it be noted.",
    )
    assert [(p.section, p.heading) for p in minutes_of(text).passages[2:]] == [
        (Section.PURPOSE, False),
        (Section.MINUTES, True),
        (Section.MINUTES, False),
        (Section.DECISION, True),
        (Section.DECISION, False),
    ]
