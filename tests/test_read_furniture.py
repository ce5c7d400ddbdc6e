"""Furniture patterns: each alive, none greedy."""

import pytest

from actiontracker.read.furniture import _ANY, FURNITURE, Furniture, is_furniture


@pytest.mark.parametrize("furniture", FURNITURE, ids=lambda furniture: furniture.name)
def test_every_pattern_knows_its_example_alone_and_leaves_its_counterexample(furniture: Furniture) -> None:
    others = [other for other in FURNITURE if other is not furniture]

    assert is_furniture(furniture.example)
    assert not any(other.knows(furniture.example) for other in others)
    assert not is_furniture(furniture.counterexample)


@pytest.mark.parametrize(
    "line",
    [
        "View directions",
        "(View\xa0directions)",
        "  Additional documents:  ",
        "PDF 1 MB",
        "pdf icon PDF 97 KB",
        "(PDF, 1.2 MB)",
        "Word 35 KB",
        "Agenda frontsheet PDF 198 KB",
        "view the full minutes text for item 59.",
        "View the decision for item 4.",
        "View Recorded Vote for this item",
        "Share this page",
        "Tweet",
        "Back to top",
        "Page 3 of 9",
        "page 3",
        "Page | 12",
        "P a g e | 4",
        "3 | Page",
        "- 7 -",
        "\N{EN DASH} 12 \N{EN DASH}",
        "00:12:45",
        "[0:01:02] - [0:04:59]",
        "Watch the webcast",
        "No. Item",
    ],
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "\xa0",
        "12",
        "12.",
        "(a)",
        "7.30 pm",
        "10:30",
        "Minutes of the last meeting pdf icon PDF 97 KB",
        "Supporting documents:",
        "Minutes:",
        "Page 3 of the plan was corrected.",
        "View of the Committee",
        "No item",
        "- 7 days' notice",
        "Print minutes",
        "Share this item of news with the school.",
    ],
)
def test_words_of_the_minutes(line: str) -> None:
    assert not is_furniture(line)


def test_a_long_line_is_never_searched() -> None:
    assert not is_furniture("PDF " * 1000 + "1 MB")
    assert _ANY.fullmatch("PDF 1 MB")
