"""Commands about annotated documents: what people decided as marked texts, and whether a corpus is sound."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actiontracker.cli import surroundings
from actiontracker.cli.lists import ROWS, open_for_reading
from actiontracker.cli.options import Database, FormatOfOne, Limit, OneFormat
from actiontracker.cli.output import put, put_lines, put_table, say, say_problems
from actiontracker.errors import EXIT_SOME_FAILED, AnnotationError, TrackerError, UsageError
from actiontracker.render.harmless import harmless
from actiontracker.report.wording import counted

if TYPE_CHECKING:
    from actiontracker.annotation import Annotated as Marked
    from actiontracker.annotation.census import Census
    from actiontracker.annotation.shared_runs import SharedRun
    from actiontracker.feedback import Exported

corpus_app = typer.Typer(no_args_is_help=True, add_completion=False)

MARKED = Annotated[
    list[Path],
    typer.Argument(metavar="PATH...", show_default=False, help="Files or folders of .marked texts or of gold .json."),
]


@corpus_app.command("export")
def export(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder for the documents; made if need be.", show_default=False)
    ],
    undecided: Annotated[
        bool, typer.Option("--undecided", help="Documents too that are only partly decided; the rest is borderline.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite documents that are there already.")] = False,
    database: Database = None,
) -> None:
    """Write what people decided in the tracker as marked documents.

    What was accepted, changed or done becomes a commitment, what was rejected
    a near miss. What was never found is not marked: read a document through
    before you measure by it. Nothing leaves the machine.

    Example: actiontracker corpus export my-corpus
    """
    from actiontracker import feedback

    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file, not a folder", "Give a folder for the documents")
    written = left_out = failed = 0
    with open_for_reading(database) as reader:
        for source in reader.decided():
            document = feedback.export(source, undecided=undecided)
            trouble = document.reason or _write(document, folder, force=force)
            written += not trouble
            left_out += bool(trouble)
            failed += document.failed or bool(trouble and not document.reason)
            _tell(document, folder, trouble)
    say(f"{counted(written, 'document')} exported, {f'{left_out:,}' if left_out else 'none'} left out.")
    if failed:
        raise typer.Exit(EXIT_SOME_FAILED)


def _write(document: "Exported", folder: Path, *, force: bool) -> str:
    """Writes the document; why that was not done, or nothing."""
    path, data = folder / document.name, document.marked.encode()
    try:
        if path.exists() and not force and path.read_bytes() != data:
            return f"{path} is there already and differs; --force overwrites it"
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        message = f"{path}: cannot be written ({error.strerror or error})"
        raise TrackerError(message, "Give another folder") from error
    return ""


def _tell(document: "Exported", folder: Path, trouble: str) -> None:
    if trouble or document.document is None:
        say(f"{document.path}: not exported: {trouble}.")
        return
    numbers = len(document.document.obligations), len(document.document.near_misses)
    told = f"{counted(numbers[0], 'commitment')}, {counted(numbers[1], 'near miss', 'near misses')}"
    put_lines([harmless(f"{document.path}: {folder / document.name}, {told}")])
    for note in document.notes:
        say(f"{document.path}: {note}.")


# --- check -----------------------------------------------------------------------------------------------------------


@corpus_app.command("check")
def check(
    paths: MARKED,
    shared_with: Annotated[
        list[Path] | None,
        typer.Option(
            "--shared-with",
            metavar="DIR",
            show_default=False,
            help="Look for runs of words from these files or folders too, of any kind that is read.",
        ),
    ] = None,
    how: FormatOfOne = OneFormat.TABLE,
    limit: Limit = None,
) -> None:
    """Count what marked documents hold, and find broken marks.

    Marks that cannot be read, and those that look like a slip, are told with
    their file and line. So is every run of nine or more words that stands in
    more than one document.

    Example: actiontracker corpus check my-corpus
    """
    from actiontracker.annotation.census import census
    from actiontracker.annotation.shared_runs import shared_runs

    documents, broken, slips = _opened(paths)
    numbers = census(list(documents.values()))
    texts = {name: document.text for name, document in documents.items()}
    runs = shared_runs(texts, dict(_other_texts(shared_with or [])))
    if how is OneFormat.JSON:
        _put_data(numbers, broken, slips, runs)
    else:
        _put_tables(numbers, runs, limit)
    for line in (*broken, *slips):
        say(f"{line}.")
    say(f"{counted(len(documents), 'document')}, {len(broken):,} broken; {counted(len(slips), 'mark')} to look at.")
    if broken:
        raise typer.Exit(EXIT_SOME_FAILED)


def _opened(paths: list[Path]) -> "tuple[dict[str, Marked], list[str], list[str]]":
    """Every sound document by its file's name, what is broken, and what looks like a slip."""
    from actiontracker.annotation.census import slips
    from actiontracker.annotation.load import gold_files, read_annotated
    from actiontracker.annotation.marked import body_line

    documents, broken, odd = {}, [], []
    for file in dict.fromkeys(file for path in paths for file in gold_files(path)):
        try:
            document = documents[str(file)] = read_annotated(file)
        except AnnotationError as error:
            broken.append(str(error))
            continue
        if file.suffix == ".marked":
            first = body_line(file.read_text(encoding="utf-8-sig"))
            odd += [f"{file}:{line}: {what}" for line, what in slips(document, first)]
    return documents, broken, odd


def _other_texts(paths: list[Path]) -> Iterator[tuple[str, str]]:
    """The text of every file in `paths`, whether minutes or annotated, with its name."""
    from actiontracker.annotation.load import gold_files, read_annotated
    from actiontracker.read import expand, read_path

    for path in paths:
        annotated = [file for file in gold_files(path) if file.suffix in (".json", ".marked")]
        for file in annotated:
            try:
                yield str(file), read_annotated(file).text
            except AnnotationError as error:
                say(f"{error}.")
        if path.is_dir() or not annotated:
            files, missing = expand([str(path)])
            say_problems(missing)
            for name in files:
                source, problems = read_path(name)
                say_problems(problem for problem in problems if problem.fatal)
                if source is not None:
                    yield name, source.text


def _put_tables(numbers: "Census", runs: "tuple[SharedRun, ...]", limit: int | None) -> None:
    from actiontracker.report.build import build
    from actiontracker.report.corpus import COUNTS, RUNS, counts

    put_table(build(COUNTS, counts(numbers), surroundings.today()))
    report = build(RUNS, runs[: limit or ROWS], surroundings.today(), total=len(runs))
    if runs:
        put_lines([""])
        put_table(report)
    say(f"{report.summary}." if runs else RUNS.empty)


def _put_data(numbers: "Census", broken: list[str], slips: list[str], runs: "tuple[SharedRun, ...]") -> None:
    from actiontracker.render.json import as_json, as_records
    from actiontracker.report.build import build
    from actiontracker.report.corpus import COUNTS, RUNS, counts

    day = surroundings.today()
    data = {
        "counts": as_records(build(COUNTS, counts(numbers), day, export=True)),
        "broken": broken,
        "to_look_at": slips,
        "shared_runs": as_records(build(RUNS, runs, day, export=True)),
    }
    put(as_json(data) + "\n")
