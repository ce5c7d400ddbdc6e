"""The command that hands the log to other programs, as a file."""

import datetime
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from actiontracker.cli.lists import Showing, open_for_reading, say_unconfirmed
from actiontracker.cli.options import AsOf, Body, Database, ListFormat, Owner
from actiontracker.cli.output import say
from actiontracker.errors import UsageError
from actiontracker.report.build import build
from actiontracker.report.definitions import EVERYTHING, OUTSTANDING
from actiontracker.report.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from actiontracker.records import TrackedAction
    from actiontracker.report.build import Report

BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
"""Without it Excel takes a CSV file for text of an old code page and spoils every “£”."""


def export(
    target: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="What to write; its ending says how: .csv, .xlsx, .json or .ics.", show_default=False
        ),
    ],
    body: Body = None,
    owner: Owner = None,
    everything: Annotated[bool, typer.Option("--all", help="Done and rejected ones too.")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace the file if it is there.")] = False,
    as_of: AsOf = None,
    database: Database = None,
) -> None:
    """Write the actions to a file: a spreadsheet, data or a calendar.

    A calendar (.ics) gets one whole-day event for every outstanding action with
    a due date. Import the next export into the same calendar: an event whose
    date was moved moves, and none is doubled.

    Example: actiontracker export actions.xlsx --body Scrutiny
    """
    kind = target.suffix.lower()
    if kind not in (*TABLES, ".ics"):
        raise UsageError(f"{target} does not say how to write it", f"End its name in {', '.join(TABLES)} or .ics")
    if target.exists() and not overwrite:
        raise UsageError(f"{target} exists already, and was not replaced", "Give another name, or add --overwrite")
    day = Showing(ListFormat.CSV, None, as_of).day
    selection = EVERYTHING if everything else OUTSTANDING
    with open_for_reading(database) as reader:
        actions = reader.find(replace(selection.chosen(day), body=body, owner=owner), sort=selection.sort)
    if kind == ".ics":
        _export_calendar(target, actions, body, day)
    else:
        _write(target, TABLES[kind](build(selection.listing, actions, day, export=True), day))
        say(f"{counted(len(actions), 'action').capitalize()} written to {target}.")
    say_unconfirmed(actions)


def _export_calendar(target: Path, actions: "tuple[TrackedAction, ...]", body: str | None, day: datetime.date) -> None:
    from actiontracker.render.ics import as_ics
    from actiontracker.report.events import events

    dated = events(actions)
    _write(target, as_ics(dated, f"Actions: {body}" if body else "Actions", day))
    undated = sum(action.due is None and action.is_outstanding() for action in actions)
    left = f" {counted(undated, 'action')} without a date left out; see: actiontracker undated" if undated else ""
    say(f"{counted(len(dated), 'event').capitalize()} written to {target}.{left}")


def _as_csv(report: "Report", _day: datetime.date) -> bytes:
    from actiontracker.render.csv import as_csv

    return BYTE_ORDER_MARK + as_csv(report).encode()


def _as_xlsx(report: "Report", day: datetime.date) -> bytes:
    from actiontracker.render.xlsx import as_xlsx

    return as_xlsx(report, day)


def _as_json(report: "Report", _day: datetime.date) -> bytes:
    from actiontracker.render.json import as_json, as_records

    return f"{as_json(as_records(report))}\n".encode()


TABLES: Final[dict[str, "Callable[[Report, datetime.date], bytes]"]] = {
    ".csv": _as_csv,
    ".xlsx": _as_xlsx,
    ".json": _as_json,
}
"""How a table is written, by the ending of the file's name."""


def _write(target: Path, data: bytes) -> None:
    """Writes the whole file or nothing of it.

    Raises:
        UsageError: it cannot be written there.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise UsageError(
            f"{target} cannot be written: {error.strerror or error}", "Close it in other programs, or give another name"
        ) from error
