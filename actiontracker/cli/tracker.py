"""Commands about the tracker itself: its database and its language model."""

from pathlib import Path
from typing import Annotated

import typer

from actiontracker.cli import surroundings
from actiontracker.cli.lists import open_for_reading, tracker_path
from actiontracker.cli.options import By, Database, FormatOfOne, Model, OneFormat
from actiontracker.cli.output import put_facts, put_lines, say
from actiontracker.errors import DatabaseError
from actiontracker.report.wording import counted

database_app = typer.Typer(no_args_is_help=True, add_completion=False)


@database_app.command("info")
def database_info(how: FormatOfOne = OneFormat.TABLE, database: Database = None) -> None:
    """Say where the tracker is, what it holds, and whether it is sound.

    Every page of the file and every link between its tables is checked.

    Example: actiontracker db info
    """
    from actiontracker.report.facts import about_tracker

    with open_for_reading(database) as reader:
        info = reader.info()
    put_facts(about_tracker(info), how)
    if info.damage:
        raise DatabaseError(
            f"The tracker {info.path} is damaged: {'; '.join(info.damage)}",
            "Put back a copy made with “actiontracker db backup”, and keep the damaged file",
        )


@database_app.command("backup")
def database_backup(
    target: Annotated[
        Path, typer.Argument(metavar="FILE", help="The copy to make; it must not exist yet.", show_default=False)
    ],
    database: Database = None,
) -> None:
    """Copy the tracker to a new file, even while others work with it.

    Example: actiontracker db backup tracker-2026-07-24.db
    """
    with open_for_reading(database) as reader:
        reader.backup(target)
    say(f"Copied to {target}. To use the copy: --db {target}")


def purge(
    really: Annotated[bool, typer.Option("--really", help="Remove them; without it, only say what would go.")] = False,
    by: By = None,
    database: Database = None,
) -> None:
    """Remove for good what ended longer ago than it is kept.

    How long that is, each body says: actiontracker bodies set BODY
    --retention-years 6. Nothing else ever deletes anything.

    Example: actiontracker purge
    """
    from actiontracker.store import open_tracker
    from actiontracker.store.purge import purge as purge_actions

    open_for_reading(database).close()
    with open_tracker(tracker_path(database)) as tracker, tracker.transaction():
        hand = tracker.hand(by or surroundings.user_name(), surroundings.now())
        found = purge_actions(hand, surroundings.today(), really=really)
    what = f"{counted(len(found.refs), 'action')} with {counted(found.entries, 'entry', 'entries')} of history"
    say(f"{what} {'removed for good' if really else 'would be removed (--really removes them)'}.")
    put_lines(found.refs)
    if found.unlimited:
        say(f"{counted(found.unlimited, 'ended action')} stay: their body has set no retention.")


def model(path: Model = None, how: FormatOfOne = OneFormat.TABLE) -> None:
    """Say which model and network read the minutes, and how well.

    With their folders and versions, the model's scores, and what the network's
    levels mean: which to ask for with --min-score.

    Example: actiontracker model
    """
    from actiontracker.ingest import model_info
    from actiontracker.report.facts import about_model, about_network

    info = model_info(path)
    net = info.network
    facts = about_model(info.path, info.name, info.version, info.scores)
    put_facts((*facts, *about_network(net.path, net.name, net.version, net.documents, net.levels)), how)
