"""A report as an Excel workbook, by the library openpyxl, in which no cell is a formula, whatever a document says."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING, Final

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from actiontracker.render.harmless import harmless_lines, in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from actiontracker.report.build import Report, Value

Shown = str | int | float | datetime.date | None

MOST_CHARACTERS: Final = 32_767
"""What Excel takes in a cell (Microsoft's “Excel specifications and limits”)."""
CUT: Final = " … (cut: a cell holds no more)"
NARROWEST, WIDEST = 8, 60
"""Characters of a column's width."""


def as_xlsx(report: Report, day: datetime.date) -> bytes:
    """The report as one sheet with a heading row that stays in sight, made on `day`; dates and numbers are values."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Actions"
    rows = [[_shown(cell.value) for cell in row] for row in report.rows]
    headings = [column.heading for column in report.columns]
    _lay_out(sheet, [headings, *rows])
    sheet.append([_heading(sheet, words) for words in headings])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    _tell_of(book, report, day)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _shown(value: Value) -> Shown:
    """The value as the sheet holds it: words are harmless and no longer than a cell."""
    if value is None or (isinstance(value, (int, float, datetime.date)) and not isinstance(value, bool)):
        return value
    words = harmless_lines(value) if isinstance(value, str) else "\n".join(in_words(value))
    return words if len(words) <= MOST_CHARACTERS else words[: MOST_CHARACTERS - len(CUT)] + CUT


def _cell(sheet: Worksheet, value: Shown) -> Cell:
    """A cell in which words stay words: the library would make a formula of what begins with an equals sign."""
    cell = Cell(sheet, row=1, column=1)  # appending puts it into its place
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    elif isinstance(value, datetime.date):
        cell.number_format = "dd/mm/yyyy"
    cell.alignment = Alignment(wrap_text=isinstance(value, str), vertical="top")
    return cell


def _heading(sheet: Worksheet, words: str) -> Cell:
    cell = _cell(sheet, words)
    cell.font = Font(bold=True)
    return cell


def _lay_out(sheet: Worksheet, rows: Sequence[Sequence[Shown]]) -> None:
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(rows[0]))}{len(rows)}"
    for place, column in enumerate(zip(*rows, strict=True), start=1):
        longest = max(len(line) for value in column for line in str(value or "").split("\n"))
        sheet.column_dimensions[get_column_letter(place)].width = min(WIDEST, max(NARROWEST, longest + 2))
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4 (ECMA-376, 18.3.1.63)
    sheet.print_title_rows = "1:1"


def _tell_of(book: Workbook, report: Report, day: datetime.date) -> None:
    made = datetime.datetime.combine(day, datetime.time())
    book.properties.title = report.title
    book.properties.language = "en-GB"
    book.properties.creator = "actiontracker"
    book.properties.created = book.properties.modified = made
