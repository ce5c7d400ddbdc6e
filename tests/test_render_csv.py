"""CSV: what is in the cells comes back word for word, and no cell is a formula."""

import csv
import io

import pytest
from hostile import HOSTILE
from hypothesis import given
from hypothesis import strategies as st
from tracked import TODAY, tracked

from actiontracker.render.csv import as_csv, no_formula
from actiontracker.render.harmless import harmless_lines
from actiontracker.report.build import build
from actiontracker.report.definitions import OUTSTANDING


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_a_list_has_a_heading_row_and_a_row_an_action() -> None:
    actions = (tracked(action='Ask "the clerk", then report'), tracked(ref="A-0002", due=None, owner=None))
    heading, first, second = rows(as_csv(build(OUTSTANDING.listing, actions, TODAY, export=True)))
    table = [dict(zip(heading, row, strict=True)) for row in (first, second)]
    assert [row["Ref"] for row in table] == ["A-0001", "A-0002"]
    assert table[0]["Action"] == 'Ask "the clerk", then report'
    assert (table[0]["Due"], table[0]["Days late"], table[0]["Lateness"]) == ("2026-06-30", "24", "24 days late")
    assert (table[1]["Due"], table[1]["Owner"], table[1]["Lateness"]) == ("", "", "no date")


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://example.org","x")',
        "+44 20 7946 0000",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\tplain words",
        "\rplain words",
        "\r=1+1",
        "\n=1+1",
        " =1+1",
        "\u00a0=1+1",
        "＝1+1",  # noqa: RUF001 - the wide sign is the point
    ],
)
def test_nothing_is_a_formula(text: str) -> None:
    assert no_formula(text).startswith("'")
    action = tracked(action=text)
    cells = rows(as_csv(build(OUTSTANDING.listing, (action,), TODAY, export=True)))[1]
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in cells)


@given(st.text())
def test_any_text_is_one_cell_again(text: str) -> None:
    heading, *body = rows(as_csv(build(OUTSTANDING.listing, (tracked(quote=text),), TODAY, export=True)))
    assert len(body) == 1
    assert len(body[0]) == len(heading)


def test_ordinary_text_is_untouched() -> None:
    assert no_formula("Ask for a 3-year plan = costs") == "Ask for a 3-year plan = costs"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    heading, row = rows(as_csv(build(OUTSTANDING.listing, (tracked(action=text),), TODAY, export=True)))
    cell = dict(zip(heading, row, strict=True))["Action"]
    assert cell.removeprefix("'") == harmless_lines(text)
