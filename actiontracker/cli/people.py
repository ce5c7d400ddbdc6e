"""The roster: whom owners' words mean, by post, name or initials."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from actiontracker.cli import surroundings
from actiontracker.cli.dates import parse_day
from actiontracker.cli.lists import Showing, open_for_reading, show, tracker_path
from actiontracker.cli.options import By, Database, Format, ListFormat, MeetingAuthority
from actiontracker.cli.output import say, say_problems
from actiontracker.errors import EXIT_SOME_FAILED
from actiontracker.report.wording import counted

if TYPE_CHECKING:
    from actiontracker.store.people import Entry

people_app = typer.Typer(add_completion=False)


def _text(name: str, words: str) -> Any:
    return typer.Option(name, metavar="TEXT", show_default=False, help=words)


def _day(name: str, words: str) -> Any:
    return typer.Option(name, metavar="DATE", parser=parse_day, show_default=False, help=words)


@people_app.callback(invoke_without_command=True)
def people(context: typer.Context, how: Format = ListFormat.TABLE, database: Database = None) -> None:
    """List the people of the roster, and what they owe.

    Attendance lists name them, or you do.

    Example: actiontracker people --format csv
    """
    if context.invoked_subcommand is not None:
        return
    from actiontracker.report.people import PEOPLE
    from actiontracker.store.people import listed

    with open_for_reading(database) as reader:
        rows = listed(reader.connection)
    show(PEOPLE, rows, Showing(how))


@people_app.command("add")
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The person's name.", show_default=False)],
    post: Annotated[str | None, _text("--post", "The post they hold.")] = None,
    initials: Annotated[str | None, _text("--initials", "Initials by which minutes name them.")] = None,
    email: Annotated[str | None, _text("--email", "Where to reach them.")] = None,
    since: Annotated[datetime.date | None, _day("--since", "Their first day in that post.")] = None,
    until: Annotated[datetime.date | None, _day("--until", "Their last day in that post.")] = None,
    authority: MeetingAuthority = None,
    by: By = None,
    database: Database = None,
) -> None:
    """Enter a person, a post they hold, or when it passed to them.

    Open actions that name the post are theirs from then on; whoever had it
    before has it no longer.

    Example: actiontracker people add "Dee Marsh" --post "Head of Parks"
    """
    from actiontracker.store.people import Entry

    _enter([Entry(name, post, initials, email, authority, since, until)], by, database)


@people_app.command("import")
def import_people(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="A table with a column “name”, as CSV, XLSX, DOCX or PDF.", show_default=False
        ),
    ],
    authority: MeetingAuthority = None,
    by: By = None,
    database: Database = None,
) -> None:
    """Enter people from a table.

    Its columns: name, post, initials, email, authority, since, until.

    Example: actiontracker people import people.csv
    """
    from actiontracker.read.sheets import read_sheets
    from actiontracker.store.people import Entry
    from actiontracker.structure.sheet_people import people_in

    sheets, problems = read_sheets(file)
    found, more = people_in(sheets, str(file))
    say_problems((*problems, *more))
    _enter(
        [
            Entry(one.name, one.post, one.initials, one.email, one.authority or authority, one.since, one.until)
            for one in found
        ],
        by,
        database,
    )
    if problems or more:
        raise typer.Exit(EXIT_SOME_FAILED)


def _enter(entries: "list[Entry]", by: str | None, database: Path | None) -> None:
    from actiontracker.store import open_tracker
    from actiontracker.store.people import enter, recognise_owners

    open_for_reading(database).close()
    with open_tracker(tracker_path(database)) as tracker, tracker.transaction():
        hand = tracker.hand(by or surroundings.user_name(), surroundings.now())
        changed = sum(enter(hand, entry) for entry in entries)
        recognised = recognise_owners(hand, surroundings.today())
    say(f"{counted(changed, 'entry', 'entries')} of the roster changed; {counted(recognised, 'action')} by it.")
