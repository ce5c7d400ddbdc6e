"""Committees and boards: what each has to do, those that were renamed or merged, and each one's own rules."""

import datetime
from typing import Annotated

import typer

from actiontracker.cli import surroundings
from actiontracker.cli.dates import parse_day
from actiontracker.cli.lists import Showing, open_for_reading, show, tracker_path
from actiontracker.cli.options import AsOf, By, Database, Format, ListFormat, MeetingAuthority, Why
from actiontracker.cli.output import say
from actiontracker.errors import UsageError
from actiontracker.records import Meeting, Status
from actiontracker.report.wording import counted, long_day

bodies_app = typer.Typer(add_completion=False)

On = Annotated[
    datetime.date,
    typer.Option("--on", metavar="DATE", parser=parse_day, show_default=False, help="Its first day as that."),
]


@bodies_app.callback(invoke_without_command=True)
def bodies(
    context: typer.Context, as_of: AsOf = None, how: Format = ListFormat.TABLE, database: Database = None
) -> None:
    """List the committees and boards, and what each has to do.

    Example: actiontracker bodies --format csv
    """
    if context.invoked_subcommand is not None:
        return
    from actiontracker.report.bodies import BODIES

    showing = Showing(how, None, as_of)
    with open_for_reading(database) as reader:
        rows = reader.bodies(showing.day)
    show(BODIES, rows, showing)


@bodies_app.command("rename")
def rename(
    old: Annotated[str, typer.Argument(metavar="BODY", help="Its name, or enough of it.", show_default=False)],
    new: Annotated[str, typer.Argument(metavar="NAME", help="Its new name.", show_default=False)],
    on: On,
    authority: MeetingAuthority = None,
    why: Why = "",
    by: By = None,
    database: Database = None,
) -> None:
    """Say that a body goes on under another name.

    Its open actions go with it, and tell from whose meeting they come.

    Example: actiontracker bodies rename Parks "Places Panel" --on 01/09/2026
    """
    _go_on([old], new, on, "renamed", authority, why, by, database)


@bodies_app.command("merge")
def merge(
    old: Annotated[list[str], typer.Argument(metavar="BODY...", help="Their names.", show_default=False)],
    into: Annotated[str, typer.Option("--into", metavar="NAME", show_default=False, help="The body that goes on.")],
    on: On,
    authority: MeetingAuthority = None,
    why: Why = "",
    by: By = None,
    database: Database = None,
) -> None:
    """Say that bodies became one, which goes on with their open actions.

    Example: actiontracker bodies merge Parks Audit --into Places --on 1/9/2026
    """
    _go_on(old, into, on, "merged", authority, why, by, database)


def _go_on(
    old: list[str],
    new: str,
    on: datetime.date,
    how: str,
    authority: str | None,
    why: str,
    by: str | None,
    database: Database,
) -> None:
    from actiontracker.store import open_tracker
    from actiontracker.store.bodies import succeed, the_body

    open_for_reading(database).close()
    with open_tracker(tracker_path(database)) as tracker, tracker.transaction():
        found = [the_body(tracker.reader.connection, name, authority) for name in old]
        hand = tracker.hand(by or surroundings.user_name(), surroundings.now())
        successor, handed = succeed(hand, found, new, on, how, why)
    say(f"{successor.body} goes on from {long_day(on)}, with {counted(handed, 'open action')}.")


@bodies_app.command("set")
def set_rules(
    body: Annotated[str, typer.Argument(metavar="BODY", help="Its name, or enough of it.", show_default=False)],
    nation: Annotated[
        str | None,
        typer.Option(
            "--nation",
            metavar="NATION",
            show_default=False,
            help="Whose bank holidays it goes by: england, wales, scotland or “northern ireland”.",
        ),
    ] = None,
    future_meeting: Annotated[
        int | None,
        typer.Option(
            "--future-meeting",
            metavar="NUMBER",
            min=1,
            show_default=False,
            help="Which meeting “a future meeting” is: 2 for the one after next.",
        ),
    ] = None,
    retention_years: Annotated[
        int | None,
        typer.Option(
            "--retention-years",
            metavar="NUMBER",
            min=1,
            show_default=False,
            help="How long ended actions are kept before purge may remove them.",
        ),
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Option("--word", metavar="STATUS=WORD", show_default=False, help="Its own word for a status."),
    ] = None,
    authority: MeetingAuthority = None,
    by: By = None,
    database: Database = None,
) -> None:
    """Keep a body's own rules, and its own words for statuses.

    Example: actiontracker bodies set Parks --nation wales --word closed=completed
    """
    from actiontracker.store import open_tracker
    from actiontracker.store.bodies import put_setting, the_body

    chosen = _chosen(nation, future_meeting, retention_years, words or [])
    if not chosen:
        raise UsageError("Nothing was said to set", "Give --nation, --future-meeting, --retention-years or --word")
    open_for_reading(database).close()
    with open_tracker(tracker_path(database)) as tracker, tracker.transaction():
        row_id, names = the_body(tracker.reader.connection, body, authority)
        hand = tracker.hand(by or surroundings.user_name(), surroundings.now())
        for name, value in chosen.items():
            put_setting(hand, row_id, name, value)
        dated = tracker.date_undated(row_id, hand)
    told = "; ".join(f"{name} {value}" for name, value in chosen.items())
    say(f"{_name(names)}: {told}.")
    if dated:
        say(f"{counted(len(dated), 'undated action')} got a date by it.")


def _chosen(
    nation: str | None, future_meeting: int | None, retention_years: int | None, words: list[str]
) -> dict[str, str]:
    """The settings that the options say, by their names; UsageError for what cannot be."""
    from actiontracker.resolve.calendar import Nation

    if nation is not None and nation.lower() not in list(Nation):
        raise UsageError(f"“{nation}” is no nation here", f"Say one of: {', '.join(Nation)}")
    chosen = {
        "nation": nation.lower() if nation else None,
        "future meeting": str(future_meeting) if future_meeting else None,
        "retention years": str(retention_years) if retention_years else None,
        **dict(map(_word, words)),
    }
    return {name: value for name, value in chosen.items() if value is not None}


def _word(said: str) -> tuple[str, str]:
    status, found, word = (part.strip() for part in said.partition("="))
    if not found or status not in list(Status) or not word:
        raise UsageError(f"--word {said}: not understood", f"Write STATUS=WORD, with one of: {', '.join(Status)}")
    return f"word {status}", word


def _name(names: Meeting) -> str:
    return names.body or names.authority or "the body"
