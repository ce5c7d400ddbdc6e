"""Taking over a tracker that was kept in a table until now."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actiontracker.cli import surroundings
from actiontracker.cli.asking import Stopped, asking, choose
from actiontracker.cli.lists import tracker_path
from actiontracker.cli.options import By, Database, MeetingAuthority
from actiontracker.cli.output import put_lines, say, say_problems
from actiontracker.errors import EXIT_SOME_FAILED, UsageError
from actiontracker.records import Meeting, Problem
from actiontracker.render.harmless import harmless
from actiontracker.report.wording import counted

if TYPE_CHECKING:
    from actiontracker.read.sheets import Sheet
    from actiontracker.structure.sheet_columns import ColumnMap, TrackerRow

_SURE = {"y": "yes", "n": "no"}
_MEANING = {"yes": "import the rows as shown", "no": "import nothing"}


def import_tracker(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A table as CSV, XLSX, DOCX, PDF or HTML.", show_default=False)
    ],
    body: Annotated[
        str, typer.Option("--body", metavar="NAME", show_default=False, help="The committee or board whose it is.")
    ],
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--column",
            metavar="HEADING=FIELD",
            show_default=False,
            help="What a column means, where its heading does not say; “nothing” leaves it out.",
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Take the columns as shown, without asking.")] = False,
    authority: MeetingAuthority = None,
    by: By = None,
    database: Database = None,
) -> None:
    """Take over a tracker that you keep in a table.

    Columns are understood by their headings, shown to you first, and kept for
    the next time. References and statuses stay as written. The same file again
    changes nothing.

    Example: actiontracker import tracker.csv --body "Parks Panel" --yes
    """
    from actiontracker.read.sheets import read_sheets, sha256_of
    from actiontracker.store import open_tracker
    from actiontracker.store.imports import import_rows, known_columns

    sheets, problems = read_sheets(file)
    say_problems(problems)
    if not sheets:
        raise typer.Exit(EXIT_SOME_FAILED)
    with open_tracker(tracker_path(database)) as tracker:
        whose = tracker.reader.meeting_named(Meeting(authority, body))
        said = {**known_columns(tracker.reader.connection, whose), **dict(map(_column, columns or []))}
        rows, meanings, told = _rows(sheets, said, str(file))
        say_problems(told)
        if not rows or not _is_sure(meanings, len(rows), yes=yes):
            say("Nothing was imported.")
            raise typer.Exit(EXIT_SOME_FAILED if not rows else 0)
        with tracker.transaction():
            hand = tracker.hand(by or surroundings.user_name(), surroundings.now())
            done = import_rows(hand, rows, whose, str(file), sha256_of(file), meanings)
    if done.unchanged:
        say("This very file was imported before; nothing was changed.")
    else:
        first = f", {done.added[0]} to {done.added[-1]}" if done.added else ""
        say(f"{counted(len(done.added), 'action')} imported{first}; {counted(len(done.known), 'row')} known already.")
    if problems or told:
        raise typer.Exit(EXIT_SOME_FAILED)


def _column(said: str) -> tuple[str, str]:
    from actiontracker.structure.sheet_headings import FIELDS

    heading, _, field = (part.strip() for part in said.rpartition("="))
    if not heading or field.lower() not in (*FIELDS, "nothing"):
        raise UsageError(f"--column {said}: not understood", f"Write HEADING=FIELD, with one of: {', '.join(FIELDS)}")
    return heading, field.lower()


def _rows(
    sheets: "tuple[Sheet, ...]", said: dict[str, str], path: str
) -> "tuple[list[TrackerRow], dict[str, str], list[Problem]]":
    """The rows of every table that is a tracker, what their headings mean, and what could not be placed."""
    from actiontracker.structure.sheet_columns import mapping_of, rows_in

    rows: list[TrackerRow] = []
    meanings: dict[str, str] = {}
    problems: list[Problem] = []
    for sheet in sheets:
        mapping = mapping_of(sheet, said)
        if mapping is None:
            problems.append(Problem(path, f"{sheet.name}: no column is known for the action; name it with --column"))
            continue
        found, told = rows_in(sheet, mapping, path)
        rows += found
        problems += told
        meanings |= _meanings(sheet, mapping)
    return rows, meanings, problems


def _meanings(sheet: "Sheet", mapping: "ColumnMap") -> dict[str, str]:
    """Field by heading, with “nothing” for columns that are left out."""
    fields = {column: field for field, column in mapping.columns}
    headings = sheet.rows[mapping.header]
    return {heading: fields.get(number, "nothing") for number, heading in enumerate(headings) if heading}


def _is_sure(meanings: dict[str, str], rows: int, *, yes: bool) -> bool:
    room = max(map(len, meanings))
    put_lines(f"{harmless(heading):{room}}  →  {field}" for heading, field in meanings.items())
    if yes:
        return True
    try:
        question = f"{counted(rows, 'row')} with these columns: import them?"
        return choose(asking(), question, _SURE, _MEANING) == "yes"
    except Stopped:
        return False
