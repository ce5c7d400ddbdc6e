"""The command line: every command with its panel; the only part that reads the clock and the environment."""

from typing import Annotated

import typer

from actiontracker import __version__
from actiontracker.cli import (
    bodies,
    chair,
    clerk,
    corpus,
    decisions,
    evaluate,
    exporting,
    imports,
    lost,
    meetings,
    officer,
    people,
    progress,
    responses,
    review,
    tracker,
)

CLERK, OFFICER, CHAIR, TRACKER, MEASURING = "Clerk", "Scrutiny officer", "Chair", "The tracker itself", "Measuring"

EXIT_CODES = """Exit codes

0    everything was done
1    some files had errors, the rest was done
2    the command was used wrongly
3    the tracker's database is missing, damaged or newer than this program
4    there is no action by that reference
5    the language model is missing or does not fit
130  stopped by the user"""

app = typer.Typer(
    name="actiontracker",
    help="Find the commitments in committee minutes, and track what became of them.\n\n"
    "Example: actiontracker ingest minutes/, then actiontracker overdue",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"actiontracker {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Without this, Typer has no place for options of the program itself."""


app.command("ingest", rich_help_panel=CLERK)(clerk.ingest)
app.command("extract", rich_help_panel=CLERK)(clerk.extract)
app.command("review", rich_help_panel=CLERK)(review.review)
app.command("import", rich_help_panel=CLERK)(imports.import_tracker)
app.command("accept", rich_help_panel=CLERK)(decisions.accept)
app.command("reject", rich_help_panel=CLERK)(decisions.reject)
app.command("edit", rich_help_panel=CLERK)(decisions.edit)
app.command("split", rich_help_panel=CLERK)(decisions.split)
app.command("merge", rich_help_panel=CLERK)(decisions.merge)
app.command("add", rich_help_panel=CLERK)(decisions.add)
app.command("undo", rich_help_panel=CLERK)(decisions.undo)
app.command("list", rich_help_panel=OFFICER)(officer.list_actions)
app.command("undated", rich_help_panel=OFFICER)(lost.undated)
app.command("unowned", rich_help_panel=OFFICER)(lost.unowned)
app.command("silent", rich_help_panel=OFFICER)(lost.silent)
app.command("stale", rich_help_panel=OFFICER)(lost.stale)
app.command("search", rich_help_panel=OFFICER)(officer.search)
app.command("show", rich_help_panel=OFFICER)(officer.show_action)
app.command("history", rich_help_panel=OFFICER)(officer.history)
app.command("export", rich_help_panel=OFFICER)(exporting.export)
app.command("update", rich_help_panel=OFFICER)(progress.update)
app.command("extend", rich_help_panel=OFFICER)(progress.extend)
app.command("start", rich_help_panel=OFFICER)(progress.start)
app.command("pause", rich_help_panel=OFFICER)(progress.pause)
app.command("rag", rich_help_panel=OFFICER)(progress.rag)
app.command("sent", rich_help_panel=OFFICER)(responses.sent)
app.command("answered", rich_help_panel=OFFICER)(responses.answered)
app.command("done", rich_help_panel=OFFICER)(progress.done)
app.command("close", rich_help_panel=OFFICER)(progress.close)
app.command("drop", rich_help_panel=OFFICER)(progress.drop)
app.command("move", rich_help_panel=OFFICER)(progress.move)
app.command("reopen", rich_help_panel=OFFICER)(progress.reopen)
app.command("overdue", rich_help_panel=CHAIR)(chair.overdue)
app.add_typer(bodies.bodies_app, name="bodies", rich_help_panel=CHAIR)
app.add_typer(meetings.meetings_app, name="meetings", rich_help_panel=CHAIR)
app.add_typer(tracker.database_app, name="db", rich_help_panel=TRACKER, help="Look after the tracker's database.")
app.add_typer(people.people_app, name="people", rich_help_panel=TRACKER)
app.command("purge", rich_help_panel=TRACKER)(tracker.purge)
app.command("model", rich_help_panel=TRACKER)(tracker.model)
app.command("evaluate", rich_help_panel=MEASURING)(evaluate.evaluate)
app.add_typer(
    corpus.corpus_app, name="corpus", rich_help_panel=MEASURING, help="Documents with their commitments marked."
)
