"""Commands a scrutiny officer works with: what is outstanding, one action in full, and what was done."""

import datetime
import sys
from dataclasses import replace
from enum import StrEnum
from typing import Annotated, Any

import typer

from actiontracker.cli import surroundings
from actiontracker.cli.dates import parse_day
from actiontracker.cli.lists import Showing, open_for_reading, say_unconfirmed, show, show_actions
from actiontracker.cli.options import (
    AsOf,
    Body,
    Database,
    Format,
    FormatOfOne,
    Limit,
    ListFormat,
    OneFormat,
    Order,
    Owner,
    Reference,
)
from actiontracker.cli.output import put
from actiontracker.records import Kind, Status
from actiontracker.report.definitions import EVERYTHING, FOUND, OUTSTANDING


def _day(name: str, words: str) -> Any:
    return typer.Option(name, metavar="DATE", parser=parse_day, show_default=False, help=words)


def _text(name: str, words: str) -> Any:
    return typer.Option(name, metavar="TEXT", show_default=False, help=words)


def _choice(name: str, metavar: str, words: str, choices: type[StrEnum]) -> Any:
    """An option that takes one of a few words, which its help lists."""
    *most, last = (choice.value for choice in choices)
    return typer.Option(name, metavar=metavar, help=f"{words}: {', '.join(most)} or {last}.")


def list_actions(
    body: Body = None,
    owner: Owner = None,
    kind: Annotated[Kind | None, _choice("--kind", "KIND", "Only this kind of commitment", Kind)] = None,
    status: Annotated[Status | None, _choice("--status", "STATUS", "Only these", Status)] = None,
    item: Annotated[str | None, _text("--item", "Only this agenda item: its number, or part of its title.")] = None,
    meeting: Annotated[datetime.date | None, _day("--meeting", "Only from the meeting of this day.")] = None,
    due_before: Annotated[datetime.date | None, _day("--due-before", "Only those due before this day.")] = None,
    due_after: Annotated[datetime.date | None, _day("--due-after", "Only those due after this day.")] = None,
    text: Annotated[str | None, _text("--text", "Only those with this in the action, the minutes or the item.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Done and rejected ones too.")] = False,
    sort: Annotated[Order, _choice("--sort", "ORDER", "The order", Order)] = Order.DUE,
    how: Format = ListFormat.TABLE,
    as_of: AsOf = None,
    limit: Limit = None,
    database: Database = None,
) -> None:
    """List the outstanding actions, the earliest due first.

    Those without a due date come last. An action is listed when it fits every
    option given; part of a name or text is enough, in capitals or not.

    Example: actiontracker list --body Scrutiny --due-before 30/09/2026
    """
    selection = EVERYTHING if everything or status else OUTSTANDING
    showing = Showing(how, limit, as_of)
    wanted = replace(
        selection.chosen(showing.day),
        body=body,
        owner=owner,
        kind=kind,
        status=status,
        item=item,
        meeting=meeting,
        due_before=due_before,
        due_after=due_after,
        text=text,
        rejected=everything,
    )
    show_actions(replace(selection, sort=sort.value), database, showing, wanted)


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to look for.", show_default=False)],
    how: Format = ListFormat.TABLE,
    limit: Limit = None,
    database: Database = None,
) -> None:
    """Find actions by their words, done ones too.

    All the words must occur, in any form. A star stands for any ending (plan*);
    a phrase needs quotation marks inside others: '"ward figures"'.

    Example: actiontracker search footbridge repair
    """
    showing = Showing(how, limit)
    with open_for_reading(database) as reader:
        actions = reader.search(" ".join(words), limit=showing.rows)
    show(FOUND, actions, showing)
    say_unconfirmed(actions)


def show_action(
    reference: Reference, how: FormatOfOne = OneFormat.TABLE, as_of: AsOf = None, database: Database = None
) -> None:
    """Show one action in full, its words marked in their passage.

    With the rule that made its due date, where it is told again, every due date
    it has had, and who changed what and when.

    Example: actiontracker show A-0001
    """
    day = as_of or surroundings.today()
    with open_for_reading(database) as reader:
        evidence = reader.evidence(reference)
    if how is OneFormat.JSON:
        from actiontracker.render.json import as_json
        from actiontracker.report.details import as_data

        put(as_json(as_data(evidence, day)) + "\n")
    else:
        from actiontracker.render.page import print_details
        from actiontracker.report.details import details

        print_details(details(evidence, day, surroundings.zone()), sys.stdout)


def history(
    reference: Annotated[
        str | None,
        typer.Argument(metavar="[REF]", help="One action; without it, the whole tracker.", show_default=False),
    ] = None,
    how: Format = ListFormat.TABLE,
    limit: Limit = None,
    database: Database = None,
) -> None:
    """Tell what was done, by whom, when and why, the latest first.

    Example: actiontracker history A-0004
    """
    from actiontracker.report.history import HISTORY

    showing = Showing(how, limit)
    with open_for_reading(database) as reader:
        rows = reader.happenings(reference, showing.rows, surroundings.zone())
    show(HISTORY, rows, showing)
