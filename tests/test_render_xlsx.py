"""Excel files: values are values, words are words, and no cell is a formula."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING, Any

import pytest
from hostile import HOSTILE
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from tracked import TODAY, tracked

from actiontracker.render.harmless import harmless_lines
from actiontracker.render.xlsx import MOST_CHARACTERS, as_xlsx
from actiontracker.report.build import build
from actiontracker.report.definitions import OUTSTANDING

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def sheet_of(**facts: object) -> Worksheet:
    report = build(OUTSTANDING.listing, (tracked(**facts),), TODAY, export=True)
    return load_workbook(io.BytesIO(as_xlsx(report, TODAY))).worksheets[0]


def first_row(sheet: Worksheet) -> dict[str, Any]:
    heading, row = sheet.iter_rows(values_only=True)
    return dict(zip(map(str, heading), row, strict=True))


def test_dates_and_numbers_are_values_and_the_unknown_is_empty() -> None:
    row = first_row(sheet_of(condition=None))
    assert row["Due"].date() == datetime.date(2026, 6, 30)
    assert (row["Days late"], row["Condition in the minutes' words"]) == (24, None)
    assert row["Action"] == "Circulate the ward figures"


def test_the_heading_stays_in_sight_and_the_file_says_what_it_is() -> None:
    report = build(OUTSTANDING.listing, (), TODAY, export=True)
    book = load_workbook(io.BytesIO(as_xlsx(report, TODAY)))
    sheet = book.worksheets[0]
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.page_setup.orientation) == ("A2", "$1:$1", "landscape")
    assert sheet["A1"].font.bold
    assert (book.properties.title, book.properties.language) == ("Actions outstanding on 24 July 2026", "en-GB")
    assert not list(sheet.merged_cells.ranges)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    sheet = sheet_of(action=text, quote=text)
    assert not [cell.coordinate for row in sheet for cell in row if cell.data_type == "f" or cell.hyperlink]
    row = first_row(sheet)
    assert row["Action"] == row["Words in the minutes"] == harmless_lines(text)


def test_what_no_cell_can_hold_is_cut_and_says_so() -> None:
    words = first_row(sheet_of(quote="word " * 10_000))["Words in the minutes"]
    assert len(words) == MOST_CHARACTERS
    assert words.endswith("(cut: a cell holds no more)")


@given(st.text())
def test_any_text_is_one_cell_again(text: str) -> None:
    assert len(first_row(sheet_of(quote=text))) == len(OUTSTANDING.listing.export)
