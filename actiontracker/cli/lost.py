"""Commands that list what gets lost: actions without a date or an owner, silent ones, and stale ones."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actiontracker.cli.lists import NOTHING_YET, Showing, open_for_reading, say_unconfirmed, show
from actiontracker.cli.options import AsOf, Body, Database, Format, Limit, ListFormat, Owner
from actiontracker.cli.output import say
from actiontracker.records import ActionFilter
from actiontracker.report.ageing import SILENT, SILENT_FOR, STALE, UNDATED, UNOWNED, Aged, aged, silent_for
from actiontracker.report.build import Selection

if TYPE_CHECKING:
    from collections.abc import Callable


def undated(
    body: Body = None,
    owner: Owner = None,
    how: Format = ListFormat.TABLE,
    as_of: AsOf = None,
    limit: Limit = None,
    database: Database = None,
) -> None:
    """List the outstanding actions without a due date, and why.

    Such an action never becomes overdue, so somebody has to ask after it. The
    oldest meeting comes first, with how many meetings there were since.

    Example: actiontracker undated --body Scrutiny
    """
    showing = Showing(how, limit, as_of)
    _show_aged(UNDATED, database, showing, replace(UNDATED.chosen(showing.day), body=body, owner=owner))


def unowned(
    body: Body = None,
    how: Format = ListFormat.TABLE,
    as_of: AsOf = None,
    limit: Limit = None,
    database: Database = None,
) -> None:
    """List the outstanding actions for which the minutes name nobody.

    Where somebody presented the item, the list offers that person as the likely
    owner, marked as inferred.

    Example: actiontracker unowned --format csv
    """
    showing = Showing(how, limit, as_of)
    _show_aged(UNOWNED, database, showing, replace(UNOWNED.chosen(showing.day), body=body))


def silent(
    meetings: Annotated[
        int, typer.Option("--meetings", metavar="NUMBER", min=1, help="For how many meetings without a word.")
    ] = SILENT_FOR,
    body: Body = None,
    owner: Owner = None,
    how: Format = ListFormat.TABLE,
    as_of: AsOf = None,
    limit: Limit = None,
    database: Database = None,
) -> None:
    """List the outstanding actions that nobody has reported on.

    Counted in meetings of their body since the latest update, or since the
    meeting that set them.

    Example: actiontracker silent --meetings 3
    """
    showing = Showing(how, limit, as_of)
    wanted = replace(SILENT.chosen(showing.day), body=body, owner=owner)
    _show_aged(SILENT, database, showing, wanted, lambda rows: silent_for(rows, meetings))


def stale(
    body: Body = None,
    owner: Owner = None,
    how: Format = ListFormat.TABLE,
    as_of: AsOf = None,
    limit: Limit = None,
    database: Database = None,
) -> None:
    """List the actions that have been open for six months.

    Example: actiontracker stale --as-of 31/12/2026
    """
    showing = Showing(how, limit, as_of)
    _show_aged(STALE, database, showing, replace(STALE.chosen(showing.day), body=body, owner=owner))


def _show_aged(
    selection: Selection[Aged],
    database: Path | None,
    showing: Showing,
    wanted: ActionFilter,
    kept: "Callable[[tuple[Aged, ...]], tuple[Aged, ...]] | None" = None,
) -> None:
    """Lists the actions that fit `wanted`, with their ages; `kept` narrows them down by those."""
    with open_for_reading(database) as reader:
        rows = aged(reader.find(wanted, sort=selection.sort), reader.meeting_days(), showing.day)
        nothing_yet = not rows and not reader.count(ActionFilter(rejected=True))
    chosen = kept(rows) if kept else rows
    shown = chosen[: showing.rows] if showing.rows else chosen
    show(selection.listing, shown, showing, len(chosen))
    if nothing_yet:
        say(NOTHING_YET)
    say_unconfirmed([row.action for row in shown])
