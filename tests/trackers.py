"""Trackers that bodies kept until now, of six makes: own columns, merged cells, words for dates, initials as owners."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import openpyxl
from docx import Document
from reportlab.lib.pagesizes import A4, landscape  # type: ignore[import-untyped]  # has no type information
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Rows = list[list[str]]
MET = datetime.date(2026, 5, 14)

PLAIN: Rows = [
    ["Ref", "Action", "Owner", "Due date", "Status", "Progress"],
    ["PP/01", "Mend the gate at Hollow Park", "Warden", "30/06/2026", "Open", "Quotes sought"],
    ["PP/02", "Write to residents of Mill Lane", "Clerk", "By next meeting", "In progress", ""],
    ["PP/03", "Publish the allotment rules", "Clerk", "31/05/2026", "Complete", "Published"],
]
OWN_COLUMNS: Rows = [
    ["Parks Panel - actions arising", "", "", "", ""],
    ["No.", "Meeting date", "What was agreed / recommendation", "By whom", "Timescale"],
    ["1", "14.05.26", "Survey the footbridge", "BC", "in September"],
    ["2", "14.05.26", "Ask the County for its plans", "BC & AT", "asap"],
]


def plain_csv(folder: Path) -> Path:
    """Comma separated, as spreadsheet programs write it."""
    return _text(folder / "plain.csv", PLAIN, ",")


def own_columns_csv(folder: Path) -> Path:
    """Semicolons, a title above the headings, headings of the clerk's own, initials as owners, Windows encoding."""
    path = folder / "own.csv"
    path.write_bytes("\r\n".join(";".join(row) for row in OWN_COLUMNS).encode("cp1252"))
    return path


def merged_xlsx(folder: Path) -> Path:
    """Excel, with the meeting's day merged over its actions, real days, and a hidden sheet."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Action log"
    for row in (
        ["Meeting", "Ref", "Action required", "Lead officer", "Target date", "Revised date", "RAG", "Date completed"],
        [
            datetime.date(2026, 5, 14),
            1.0,
            "Order the bench",
            "Head of Parks",
            datetime.date(2026, 6, 1),
            None,
            "A",
            None,
        ],
        [None, 2.0, "Paint the pavilion", "Warden", datetime.date(2026, 6, 1), datetime.date(2026, 8, 1), "R", None],
        [None, 3.0, "Close the well", "Warden", datetime.date(2026, 5, 20), None, "G", datetime.date(2026, 5, 19)],
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A4")
    hidden: Any = book.create_sheet("Lists")
    hidden.sheet_state = "hidden"
    hidden.append(["Action", "not to be read"])
    hidden.append(["Wrong", "wrong"])
    book.save(folder / "merged.xlsx")
    return folder / "merged.xlsx"


def word_table(folder: Path) -> Path:
    """Word, a table after some words, with its own words for statuses."""
    document = Document()
    document.add_heading("Outstanding actions", 1)
    document.add_paragraph("The Panel is asked to note progress.")
    rows = [
        ["Minute ref", "Agreed action", "Responsible officer", "Deadline", "RAG status", "Update"],
        ["60/17(h)", "Bring a plan for the ponds", "BC", "By next meeting", "Amber", "Drafted"],
        ["61/17(a)", "Move the swings", "AT", "", "Moved to work programme", ""],
    ]
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, cells in zip(rows, table.rows, strict=True):
        for words, cell in zip(row, cells.cells, strict=True):
            cell.text = words
    document.save(str(folder / "word.docx"))
    return folder / "word.docx"


def pdf_table(folder: Path) -> Path:
    """PDF, a ruled table on a landscape page."""
    rows = [
        ["Reference", "Recommendation", "Owner", "Due", "Status"],
        ["SR (25/26) 01", "That the ponds be fenced", "Cabinet Member", "30 June 2026", "Overdue"],
        ["SR (25/26) 02", "That a warden be appointed", "Cabinet Member", "By next meeting", "No longer needed"],
    ]
    table = Table(rows, colWidths=[110, 260, 130, 110, 130])
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black")]))
    SimpleDocTemplate(str(folder / "table.pdf"), pagesize=landscape(A4)).build([table])
    return folder / "table.pdf"


def untidy_csv(folder: Path) -> Path:
    """Tabs, an unknown status, an empty action, two days in a date cell, and a formula."""
    rows = [
        ["ID", "Task", "Assigned to", "Deadline", "State"],
        ["A1", '=HYPERLINK("x")', "Clerk", "1/6/26 or 8/6/26", "with legal"],
        ["A2", "", "Clerk", "", "open"],
        ["A3", "Renew the lease", "", "before the annual meeting", "not complete"],
    ]
    return _text(folder / "untidy.tsv", rows, "\t")


def _text(path: Path, rows: Rows, separator: str) -> Path:
    path.write_text("\n".join(separator.join(row) for row in rows) + "\n", encoding="utf-8")
    return path


MAKES: dict[str, Callable[[Path], Path]] = {
    make.__name__: make for make in (plain_csv, own_columns_csv, merged_xlsx, word_table, pdf_table, untidy_csv)
}
