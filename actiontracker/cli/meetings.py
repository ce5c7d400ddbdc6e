"""Meetings: those whose minutes were read, and the calendar by which "the next meeting" becomes a day."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actiontracker.cli import surroundings
from actiontracker.cli.dates import parse_day
from actiontracker.cli.lists import Showing, open_for_reading, show, tracker_path
from actiontracker.cli.options import AsOf, Body, By, Database, Format, ListFormat, MeetingAuthority
from actiontracker.cli.output import say, say_problems
from actiontracker.errors import EXIT_SOME_FAILED, UsageError
from actiontracker.report.wording import counted, long_day

if TYPE_CHECKING:
    from collections.abc import Iterable

meetings_app = typer.Typer(add_completion=False)

BodyName = Annotated[str, typer.Argument(metavar="BODY", help="Its name, or enough of it.", show_default=False)]


def date(said: str) -> datetime.date:
    """The day that an argument says; the help shows this function's name as what it takes."""
    return parse_day(said)


Days = Annotated[
    list[datetime.date],
    typer.Argument(metavar="DATE...", parser=date, help="Days on which it meets.", show_default=False),
]
KindOfMeeting = Annotated[
    str, typer.Option("--kind", metavar="KIND", help="ordinary, annual or special; only ordinary ones are “the next”.")
]


@meetings_app.callback(invoke_without_command=True)
def meetings(
    context: typer.Context,
    body: Body = None,
    as_of: AsOf = None,
    how: Format = ListFormat.TABLE,
    database: Database = None,
) -> None:
    """List the meetings whose minutes the tracker holds.

    They are listed by body, the latest first.

    Example: actiontracker meetings --body Scrutiny
    """
    if context.invoked_subcommand is not None:
        return
    from actiontracker.report.bodies import MEETINGS

    showing = Showing(how, None, as_of)
    with open_for_reading(database) as reader:
        rows = reader.meetings(body, showing.day)
    show(MEETINGS, rows, showing)


@meetings_app.command("add")
def add(
    body: BodyName,
    days: Days,
    kind: KindOfMeeting = "ordinary",
    authority: MeetingAuthority = None,
    by: By = None,
    database: Database = None,
) -> None:
    """Enter days on which a body meets.

    Undated actions that were for one of them get their date by it.

    Example: actiontracker meetings add Parks 11/06/2026 09/07/2026
    """
    _enter(body, [(day, _kind(kind)) for day in days], authority, by, database, None)


@meetings_app.command("import")
def import_calendar(
    body: BodyName,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A calendar as CSV (a day a line) or ICS.", show_default=False)
    ],
    authority: MeetingAuthority = None,
    by: By = None,
    database: Database = None,
) -> None:
    """Enter a body's calendar from a CSV or ICS file.

    In a CSV file the first column that holds days counts; a column headed
    “kind” may say ordinary, annual or special.

    Example: actiontracker meetings import Parks calendar.csv
    """
    from actiontracker.read.calendars import read_calendar

    days, problems = read_calendar(file)
    say_problems(problems)
    if days:
        _enter(body, days, authority, by, database, file.name)
    if problems:
        raise typer.Exit(EXIT_SOME_FAILED)


@meetings_app.command("cancel")
def cancel(
    body: BodyName, days: Days, authority: MeetingAuthority = None, by: By = None, database: Database = None
) -> None:
    """Say that a body does not meet on a day after all.

    Example: actiontracker meetings cancel Parks 11/06/2026
    """
    from actiontracker.store import open_tracker
    from actiontracker.store.bodies import the_body
    from actiontracker.store.calendar import cancel as cancel_day

    open_for_reading(database).close()
    with open_tracker(tracker_path(database)) as tracker, tracker.transaction():
        row_id, names = the_body(tracker.reader.connection, body, authority)
        hand = tracker.hand(by or surroundings.user_name(), surroundings.now())
        for day in days:
            cancel_day(hand, row_id, day)
    say(f"{names.body or names.authority} does not meet on {', '.join(map(long_day, days))}.")


@meetings_app.command("days")
def days_of_body(body: BodyName, authority: MeetingAuthority = None, database: Database = None) -> None:
    """List the days on which a body meets, and how they are known.

    Example: actiontracker meetings days Parks
    """
    from actiontracker.cli.output import put_lines
    from actiontracker.render.harmless import harmless
    from actiontracker.store.bodies import the_body
    from actiontracker.store.calendar import days_of

    with open_for_reading(database) as reader:
        row_id, names = the_body(reader.connection, body, authority)
        days = days_of(reader.connection, row_id)
    room = max((len(long_day(one.date)) for one in days), default=0)
    put_lines(f"{long_day(one.date):>{room}}  {one.kind:8}  {harmless(one.known_from)}" for one in days)
    say(f"{counted(len(days), 'meeting')} of {names.body or names.authority}.")


def _kind(said: str) -> str:
    from actiontracker.store.calendar import KINDS

    if said.lower() not in KINDS:
        raise UsageError(f"“{said}” is no kind of meeting", f"Say one of: {', '.join(KINDS)}")
    return said.lower()


def _enter(
    body: str,
    days: "Iterable[tuple[datetime.date, str]]",
    authority: str | None,
    by: str | None,
    database: Path | None,
    known_from: str | None,
) -> None:
    from actiontracker.store import open_tracker
    from actiontracker.store.bodies import the_body
    from actiontracker.store.calendar import put_days

    open_for_reading(database).close()
    who = by or surroundings.user_name()
    with open_tracker(tracker_path(database)) as tracker, tracker.transaction():
        row_id, names = the_body(tracker.reader.connection, body, authority)
        hand = tracker.hand(who, surroundings.now())
        put = put_days(hand, row_id, days, known_from or who)
        dated = tracker.date_undated(row_id, hand)
    say(f"{counted(put, 'day')} entered for {names.body or names.authority}.")
    if dated:
        say(f"{counted(len(dated), 'undated action')} got a date by it: {', '.join(dated)}.")
