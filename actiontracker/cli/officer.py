"""Commands a scrutiny officer works with: what is outstanding, what has no date or owner, one action in full, done."""

import datetime
import sys
from dataclasses import replace
from enum import StrEnum
from typing import Annotated, Any

import typer

from actiontracker.cli import surroundings
from actiontracker.cli.dates import parse_day
from actiontracker.cli.lists import Showing, open_for_reading, say_unconfirmed, show, show_actions, tracker_path
from actiontracker.cli.options import (
    AsOf,
    Body,
    By,
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
from actiontracker.cli.output import put, say
from actiontracker.errors import UsageError
from actiontracker.records import Kind, Status, TrackedAction
from actiontracker.report.definitions import EVERYTHING, FOUND, OUTSTANDING, UNDATED, UNOWNED
from actiontracker.report.wording import long_day


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


def undated(
    body: Body = None,
    owner: Owner = None,
    how: Format = ListFormat.TABLE,
    limit: Limit = None,
    database: Database = None,
) -> None:
    """List the outstanding actions without a due date, and why.

    Such an action never becomes overdue, so somebody has to ask after it. The
    oldest meeting comes first.

    Example: actiontracker undated --body Scrutiny
    """
    showing = Showing(how, limit)
    show_actions(UNDATED, database, showing, replace(UNDATED.chosen(showing.day), body=body, owner=owner))


def unowned(body: Body = None, how: Format = ListFormat.TABLE, limit: Limit = None, database: Database = None) -> None:
    """List the outstanding actions for which the minutes name nobody.

    Where somebody presented the item, the list offers that person as the likely
    owner, marked as inferred.

    Example: actiontracker unowned --format csv
    """
    showing = Showing(how, limit)
    show_actions(UNOWNED, database, showing, replace(UNOWNED.chosen(showing.day), body=body))


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


def done(
    reference: Reference,
    on: Annotated[datetime.date | None, _day("--on", "The day it was done; without it, today.")] = None,
    why: Annotated[str, _text("--why", "What shows that it is done, for the history.")] = "",
    by: By = None,
    database: Database = None,
) -> None:
    """Mark an action as done.

    It leaves the lists of outstanding actions, and stays in the tracker with
    its history.

    Example: actiontracker done A-0001 --on 20/07/2026 --why "letter sent"
    """
    from actiontracker.store import open_tracker

    with open_for_reading(database) as reader:
        known = reader.one(reference)  # a mistyped --db must not make a new tracker
    day = on or surroundings.today()
    if known.done_on is not None and on in (None, known.done_on):
        say(f"{known.ref} is done already, since {long_day(known.done_on)}; nothing was changed.")
        return
    _check_day(known, day)
    with open_tracker(tracker_path(database)) as tracker:
        action = tracker.mark_done(reference, by or surroundings.user_name(), surroundings.now(), day, why)
    say(f"{action.ref} is done, on {long_day(day)}: {action.action}")


def _check_day(action: TrackedAction, day: datetime.date) -> None:
    if day > surroundings.today():
        raise UsageError(f"{long_day(day)} lies ahead", "Give the day on which it was done with --on")
    if action.meeting_date is not None and day < action.meeting_date:
        met = long_day(action.meeting_date)
        raise UsageError(f"{long_day(day)} is before the meeting of {met} that set {action.ref}", "Check --on")
