"""A report as CSV in which no cell is a formula, whatever a document says."""

from __future__ import annotations

import csv
import datetime
import io
from typing import TYPE_CHECKING, Final

from actiontracker.render.harmless import harmless_lines

if TYPE_CHECKING:
    from actiontracker.report.build import Report, Value

FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet compute a cell instead of showing it; the wide forms do so in some languages."""

BREAKS: Final = ("\t", "\r", "\n")
"""What some spreadsheets skip at the beginning of a cell before they look for a formula."""


def as_csv(report: Report) -> str:
    """The report with a heading row; dates as YYYY-MM-DD, unknown values empty, lines ended by a line feed."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(column.heading for column in report.columns)
    writer.writerows([_cell(cell.value) for cell in row] for row in report.rows)
    return stream.getvalue()


def _cell(value: Value) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, datetime.date):
        return value.isoformat()
    return no_formula("\n".join(value) if isinstance(value, tuple) else value)


def no_formula(text: str) -> str:
    """`text` as a spreadsheet shows it word for word: a leading apostrophe where it might compute."""
    risky = text.startswith(BREAKS) or text.lstrip().startswith(FORMULA_SIGNS)
    return f"'{harmless_lines(text)}" if risky else harmless_lines(text)
