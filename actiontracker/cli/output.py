"""Where output goes: data to standard output, talk to standard error."""

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from actiontracker.cli.options import ListFormat, OneFormat
from actiontracker.render.harmless import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from actiontracker.records import Problem
    from actiontracker.render.progress import Advance
    from actiontracker.report.build import Report
    from actiontracker.report.facts import Fact


def say(message: str) -> None:
    """Tells the user something that is no data; on a terminal, broken between words."""
    sys.stderr.write(f"{_wrapped(harmless(message))}\n")


def say_problems(problems: "Iterable[Problem]") -> None:
    """Tells what could not be done, a line each: `file:page:line: message`."""
    for problem in problems:
        say(str(problem))


def put(text: str) -> None:
    """Writes data that is already harmless; as UTF-8 wherever it does not go to a terminal."""
    if sys.stdout.isatty():
        sys.stdout.write(text)
    else:
        sys.stdout.buffer.write(text.encode())
    sys.stdout.flush()


def put_lines(lines: "Iterable[str]") -> None:
    """Writes lines of text for readers; what the terminal's or file's encoding lacks becomes a question mark."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


def put_report(report: "Report", how: ListFormat) -> None:
    """Writes a list: fitted to a terminal, in full to a pipe or file."""
    if how is ListFormat.JSON:
        from actiontracker.render.json import as_json, as_records

        put(as_json(as_records(report)) + "\n")
    elif how is ListFormat.CSV:
        from actiontracker.render.csv import as_csv

        put(as_csv(report))
    elif report.rows:
        put_table(report)
        if sys.stdout.isatty():
            put_lines([""])


def put_table(report: "Report") -> None:
    """Writes a list as a table: fitted to a terminal, in full to a pipe or file."""
    if sys.stdout.isatty():
        from actiontracker.render.terminal import print_report

        print_report(report, sys.stdout)
    else:
        from actiontracker.render.plain import plain

        put_lines(plain(report))


def put_facts(facts: "Sequence[Fact]", how: OneFormat) -> None:
    """Writes labelled facts, a line each."""
    if how is OneFormat.JSON:
        from actiontracker.render.json import as_json

        put(as_json({fact.key: fact.value for fact in facts}) + "\n")
        return
    room = max(len(fact.label) for fact in facts)
    put_lines(f"{fact.label:{room}}  {harmless(fact.words)}" for fact in facts)


@contextmanager
def progress(paths: "Sequence[str]") -> "Iterator[Advance | None]":
    """Shows how far a run through `paths` has come, where standard error is a terminal; else gives nothing to call."""
    if not sys.stderr.isatty():
        yield None
        return
    from actiontracker.render.progress import progress_bar

    with progress_bar(paths, sys.stderr, lines_above=sys.stdout.isatty()) as advance:
        yield advance


def _wrapped(text: str) -> str:
    if not sys.stderr.isatty():
        return text
    import shutil
    import textwrap

    width = shutil.get_terminal_size().columns
    return textwrap.fill(text, width, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
