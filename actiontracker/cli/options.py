"""The options and arguments that commands share, each worded once."""

import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from actiontracker.cli.dates import parse_day
from actiontracker.cli.surroundings import DATABASE_VARIABLE, NAME_VARIABLE
from actiontracker.errors import UsageError
from actiontracker.records import Level


class ListFormat(StrEnum):
    """How a list is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class DocumentFormat(StrEnum):
    """How an extraction is printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


class OneFormat(StrEnum):
    """How a single action is printed."""

    TABLE = "table"
    JSON = "json"


class Order(StrEnum):
    """By what a list is ordered."""

    DUE = "due"
    REF = "ref"
    OWNER = "owner"
    BODY = "body"
    MEETING = "meeting"
    ITEM = "item"
    STATUS = "status"


Database = Annotated[
    Path | None,
    typer.Option(
        "--db",
        metavar="FILE",
        envvar=DATABASE_VARIABLE,
        show_default=False,
        help="The tracker to use; without it, the one in your own data folder.",
    ),
]
Format = Annotated[
    ListFormat, typer.Option("--format", metavar="FORM", help="A table to read, or json or csv for other programs.")
]
Formats = Annotated[
    DocumentFormat,
    typer.Option("--format", metavar="FORM", help="A table to read, or json or jsonl for other programs."),
]
FormatOfOne = Annotated[
    OneFormat, typer.Option("--format", metavar="FORM", help="A table to read, or json for other programs.")
]
AsOf = Annotated[
    datetime.date | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        parser=parse_day,
        show_default=False,
        help="Work out lateness as on this day; without it, today.",
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        metavar="NUMBER",
        min=1,
        show_default=False,
        help="Show at most this many. Tables usually show 200; JSON and CSV show all.",
    ),
]
Body = Annotated[
    str | None,
    typer.Option(
        "--body", metavar="TEXT", show_default=False, help="Only this committee or board; part of its name is enough."
    ),
]
Owner = Annotated[
    str | None,
    typer.Option(
        "--owner", metavar="TEXT", show_default=False, help="Only this owner; part of the name or post is enough."
    ),
]
Reference = Annotated[
    str, typer.Argument(metavar="REF", help="An action's reference: A-0012, or 12.", show_default=False)
]
By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="NAME",
        envvar=NAME_VARIABLE,
        show_default=False,
        help="Your name for the history; without it, your login name.",
    ),
]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", show_default=False, help="Why, for the history.")]
Minute = Annotated[
    str | None,
    typer.Option("--minute", metavar="NUMBER", show_default=False, help="The minute that agreed it, for the history."),
]
Model = Annotated[
    Path | None,
    typer.Option(
        "--model",
        metavar="FOLDER",
        show_default=False,
        help="Another language model or clause network; without it, those supplied.",
    ),
]
MinimumScore = Annotated[
    str | None,
    typer.Option(
        "--min-score",
        metavar="SCORE",
        show_default=False,
        help=(
            "How sure to be before something counts as an action: from 0 to 1, or by name: tracker (usual for ingest), "
            "balanced (usual elsewhere) or review (finds the most)."
        ),
    ),
]


def score_or_level(said: str | None) -> float | Level | None:
    """What `--min-score` says: a score, a level by name, or None; UsageError for anything else."""
    if said is None:
        return None
    if said.lower() in list(Level):
        return Level(said.lower())
    try:
        score = float(said)
    except ValueError:
        score = -1.0
    if not 0 <= score <= 1:
        raise UsageError(f"--min-score {said}: no score", f"Give a number from 0 to 1, or {', '.join(Level)}")
    return score


MaximumSize = Annotated[
    float | None,
    typer.Option(
        "--max-size", metavar="MIB", min=0.001, show_default=False, help="Largest file to read; usually 50 MiB."
    ),
]
MaximumPages = Annotated[
    int | None,
    typer.Option(
        "--max-pages", metavar="NUMBER", min=1, show_default=False, help="Longest PDF to read; usually 1000 pages."
    ),
]
MeetingDate = Annotated[
    datetime.date | None,
    typer.Option(
        "--date",
        metavar="DATE",
        parser=parse_day,
        show_default=False,
        help="The day of the meeting, whatever the minutes say.",
    ),
]
MeetingBody = Annotated[
    str | None,
    typer.Option(
        "--body", metavar="NAME", show_default=False, help="The committee or board, whatever the minutes say."
    ),
]
MeetingAuthority = Annotated[
    str | None,
    typer.Option(
        "--authority", metavar="NAME", show_default=False, help="The council or trust, whatever the minutes say."
    ),
]
