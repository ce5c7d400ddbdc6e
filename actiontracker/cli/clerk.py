"""Commands for the clerk: from minutes to actions, shown only or taken into the tracker."""

from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actiontracker.cli import surroundings
from actiontracker.cli.lists import tracker_path
from actiontracker.cli.options import (
    By,
    Database,
    DocumentFormat,
    Formats,
    MaximumPages,
    MaximumSize,
    MeetingAuthority,
    MeetingBody,
    MeetingDate,
    MinimumScore,
    Model,
    score_or_level,
)
from actiontracker.cli.output import progress, put, put_lines, put_table, say, say_problems
from actiontracker.errors import EXIT_SOME_FAILED
from actiontracker.records import Meeting
from actiontracker.render.harmless import harmless
from actiontracker.report.wording import long_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actiontracker.ingest import Extracted, Ingested, Settings
    from actiontracker.records import Problem

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        show_default=False,
        help="Minutes as text, HTML, DOCX or PDF; folders are searched; “-” is standard input.",
    ),
]


def extract(
    paths: Paths,
    how: Formats = DocumentFormat.TABLE,
    date: MeetingDate = None,
    body: MeetingBody = None,
    authority: MeetingAuthority = None,
    model: Model = None,
    min_score: MinimumScore = None,
    max_size: MaximumSize = None,
    max_pages: MaximumPages = None,
) -> None:
    """Show the actions found in minutes, without storing anything.

    As JSON, one file gives an object and several give an array; as JSONL, each
    file gives a line. Offsets count characters of the text as read.

    Example: actiontracker extract minutes.pdf --format json
    """
    from actiontracker.ingest import extract_files
    from actiontracker.read import expand
    from actiontracker.report.summary import outcome, totals

    settings = _settings(Meeting(authority, body, date), model, min_score, max_size, max_pages)
    files, missing = expand(paths)
    run = []
    with progress(files) as advance:
        documents = chain(map(_not_there, missing), extract_files(files, settings, advance))
        for document in _put_each(documents, how, len(files) + len(missing)):
            say_problems(document.problems)
            run.append(outcome(len(document.actions), None, failed=document.failed))
    say(f"{totals(run, stored=False)}.")
    if any(one.failed for one in run):
        raise typer.Exit(EXIT_SOME_FAILED)


def ingest(
    paths: Paths,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would be found; store nothing.")] = False,
    date: MeetingDate = None,
    body: MeetingBody = None,
    authority: MeetingAuthority = None,
    model: Model = None,
    min_score: MinimumScore = None,
    max_size: MaximumSize = None,
    max_pages: MaximumPages = None,
    by: By = None,
    database: Database = None,
) -> None:
    """Read minutes into the tracker, which is made if there is none yet.

    A file that was read before changes nothing. Approved minutes after draft
    ones show what differs, and what people have decided stays. What cannot be
    read is told, and the rest goes on.

    Example: actiontracker ingest minutes/ --authority "Highfield Council"
    """
    from actiontracker.ingest import ingest_files
    from actiontracker.read import expand

    settings = _settings(Meeting(authority, body, date), model, min_score, max_size, max_pages)
    files, missing = expand(paths)
    if date and len(files) > 1:
        say(f"All {len(files):,} files are taken for minutes of the meeting on {long_day(date)}, as --date says.")
    place = None if dry_run else tracker_path(database)
    who = by or surroundings.user_name()
    with progress(files) as advance:
        documents = ingest_files(files, place, settings, who, surroundings.now(), advance)
        failed = _tell_each(missing, documents, stored=not dry_run)
    if dry_run:
        say("This was a dry run: nothing was stored.")
    if failed:
        raise typer.Exit(EXIT_SOME_FAILED)


def _settings(
    given: Meeting, model: Path | None, min_score: str | None, max_size: float | None, max_pages: int | None
) -> "Settings":
    """What the options say; what they leave open is as `ingest` and `read` have it."""
    from actiontracker.ingest import Settings
    from actiontracker.read.limits import MEBIBYTE

    usual = Settings()
    limits = replace(
        usual.limits,
        max_bytes=int(max_size * MEBIBYTE) if max_size else usual.limits.max_bytes,
        max_pages=max_pages or usual.limits.max_pages,
    )
    return replace(usual, given=given, limits=limits, model=model, min_score=score_or_level(min_score))


def _not_there(problem: "Problem") -> "Extracted":
    """What `extract` has of a path behind which there is no file."""
    from actiontracker.ingest import Extracted

    return Extracted(problem.path, None, (), (problem,))


# --- extract ---------------------------------------------------------------------------------------------------------


def _put_each(documents: "Iterator[Extracted]", how: DocumentFormat, number: int) -> "Iterator[Extracted]":
    """Writes each document as it comes, and hands it on: an array around them where there are several as JSON."""
    several = how is DocumentFormat.JSON and number != 1
    for index, document in enumerate(documents):
        if several:
            put(",\n" if index else "[\n")
        if how is DocumentFormat.TABLE:
            _put_found(document)
        else:
            _put_data(document, how, end="" if several else "\n")
        yield document
    if several:
        put("\n]\n" if number else "[]\n")


def _put_data(document: "Extracted", how: DocumentFormat, end: str) -> None:
    from actiontracker.render.json import as_json
    from actiontracker.report.document import document as as_data

    data = as_data(document.path, document.minutes, document.actions, document.problems)
    put(as_json(data, indent=None if how is DocumentFormat.JSONL else 2) + end)


def _put_found(document: "Extracted") -> None:
    from actiontracker.report.build import build
    from actiontracker.report.extraction import FOUND_IN, found_in
    from actiontracker.report.wording import meeting

    if document.minutes is None:
        return
    put_lines([harmless(f"{document.path}: {meeting(document.minutes.meeting)}"), ""])
    report = build(FOUND_IN, found_in(document.minutes, document.actions), surroundings.today())
    if report.rows:
        put_table(report)
    else:
        put_lines([FOUND_IN.empty])
    put_lines([""])


# --- ingest ----------------------------------------------------------------------------------------------------------


def _tell_each(missing: "tuple[Problem, ...]", documents: "Iterator[Ingested]", *, stored: bool) -> bool:
    """Tells what became of each document, and at the end, reached or not, of all; gives whether any failed."""
    from actiontracker.report.summary import Outcome, outcome, told, told_of_earlier, totals

    say_problems(missing)
    run = [Outcome(failed=True) for _ in missing]
    try:
        for document in documents:
            say_problems(document.problems)
            run.append(outcome(len(document.actions), document.saved, failed=document.failed))
            put_lines(map(harmless, told(document.path, document.minutes, run[-1], document.saved)))
            put_lines(told_of_earlier(document.reports, document.dated))
    finally:
        if run:
            put_lines([totals(run, stored=stored)])
    return any(one.failed for one in run)
