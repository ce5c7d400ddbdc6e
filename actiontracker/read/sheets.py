"""Tables from files that people keep lists in: CSV, Excel (by openpyxl), and tables in Word, PDF and HTML."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from actiontracker.read.decoding import decode
from actiontracker.records import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from actiontracker.records import Source

MOST_BYTES: Final = 50 * 1024**2
MOST_ROWS: Final = 50_000
_SEPARATORS: Final = ",;\t|"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: rows of cells as text, days as ISO text; `numbers` are the rows' numbers in the file, from 1."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]


def read_sheets(path: Path) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """The tables of a file with more than one row, and what could not be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return (), (Problem(str(path), f"cannot be read: {error.strerror or error}", fatal=True),)
    if len(data) > MOST_BYTES:
        return (), (Problem(str(path), "is too large (50 MiB at most)", fatal=True),)
    if data.startswith(b"PK") and _is_excel(data):
        return _told(path, *_from_excel(path, data))
    if path.suffix.lower() in (".csv", ".tsv", ".txt"):
        return _told(path, (_from_csv(path, data),), ())
    return _told(path, *_from_document(path))


def sha256_of(path: Path) -> str:
    """The digest by which a file's content is known."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _told(
    path: Path, sheets: Iterable[Sheet], problems: Sequence[Problem]
) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    kept = tuple(sheet for sheet in sheets if len(sheet.rows) > 1)
    if not kept and not problems:
        problems = (Problem(str(path), "holds no table with more than one row", fatal=True),)
    return kept, tuple(problems)


def _sheet(name: str, rows: Iterable[tuple[int, Sequence[str]]]) -> Sheet:
    """The rows that have any text, each with its number, every cell in one line."""
    kept = [(number, tuple(" ".join(cell.split()) for cell in row)) for number, row in rows]
    kept = [(number, row) for number, row in kept if any(row)][:MOST_ROWS]
    return Sheet(name, tuple(row for _, row in kept), tuple(number for number, _ in kept))


# --- CSV -------------------------------------------------------------------------------------------------------------


def _from_csv(path: Path, data: bytes) -> Sheet:
    text = decode(data, str(path))[0].lstrip("\ufeff")
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    return _sheet(path.name, ((reader.line_num, row) for row in reader))


# --- Excel -----------------------------------------------------------------------------------------------------------


def _is_excel(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(name.startswith("xl/") for name in archive.namelist())
    except zipfile.BadZipFile:
        return False


def _from_excel(path: Path, data: bytes) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    import openpyxl  # half a second that no other file has to pay
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except (InvalidFileException, KeyError, ValueError, zipfile.BadZipFile) as error:
        return (), (Problem(str(path), f"is no workbook that can be read ({error})", fatal=True),)
    return tuple(_excel_sheet(sheet) for sheet in book.worksheets if sheet.sheet_state == "visible"), ()


def _excel_sheet(sheet: Any) -> Sheet:
    """A sheet with every merged cell's value in each of the cells that it covers."""
    merged = {
        (row, column): sheet.cell(area.min_row, area.min_col).value
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    }
    rows = (
        (cells[0].row, [_as_text(merged.get((cell.row, cell.column), cell.value)) for cell in cells])
        for cells in sheet.iter_rows(max_row=min(sheet.max_row, MOST_ROWS))
    )
    return _sheet(str(sheet.title), rows)


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


# --- documents -------------------------------------------------------------------------------------------------------


def _from_document(path: Path) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    from actiontracker.read import read_path

    source, problems = read_path(str(path))
    return (tuple(_document_sheets(source)) if source else ()), problems


def _document_sheets(source: Source) -> Iterable[Sheet]:
    """The document's tables; one that goes on over a page with the same columns and no heading row is one table."""
    tables: dict[int, dict[int, dict[int, list[str]]]] = {}
    numbers: dict[tuple[int, int], int] = {}
    for line in source.lines:
        if line.cell is not None:
            row = tables.setdefault(line.cell.table, {}).setdefault(line.cell.row, {})
            row.setdefault(line.cell.column, []).append(line.span.of(source.text))
            numbers.setdefault((line.cell.table, line.cell.row), line.number)
    for table, rows in tables.items():
        width = 1 + max(column for row in rows.values() for column in row)
        yield _sheet(
            f"table {table + 1}",
            (
                (numbers[table, number], [" ".join(row.get(column, ())) for column in range(width)])
                for number, row in sorted(rows.items())
            ),
        )
