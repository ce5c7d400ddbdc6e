"""The command that measures how well commitments are found, on documents that people have marked."""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from actiontracker.cli.lists import Showing
from actiontracker.cli.options import Format, Limit, ListFormat, MinimumScore, Model, score_or_level
from actiontracker.cli.output import progress, put_report, say
from actiontracker.errors import EXIT_SOME_FAILED, TrackerError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actiontracker.annotation import Annotated as Marked
    from actiontracker.evaluate import Evaluation, Prediction, Run
    from actiontracker.report.build import Listing


class Part(StrEnum):
    """By what the figures are told."""

    KIND = "kind"
    LAYOUT = "layout"
    REASON = "reason"
    SCORE = "score"
    DOCUMENT = "document"


Gold = Annotated[
    Path,
    typer.Argument(
        metavar="GOLD",
        show_default=False,
        help="Marked documents: a file or folder of .marked texts or of gold .json.",
    ),
]
By = Annotated[
    Part | None,
    typer.Option(
        "--by", metavar="PART", show_default=False, help="Figures by kind, layout, reason, score or document."
    ),
]
Record = Annotated[
    Path | None,
    typer.Option("--record", metavar="FILE", show_default=False, help="Keep this run, to compare later ones; as JSON."),
]
Against = Annotated[
    Path | None,
    typer.Option(
        "--against", metavar="FILE", show_default=False, help="List what was gained and lost since a recorded run."
    ),
]


def evaluate(
    gold: Gold,
    by: By = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every mistake with its passage.")] = False,
    record: Record = None,
    against: Against = None,
    how: Format = ListFormat.TABLE,
    limit: Limit = None,
    min_score: MinimumScore = None,
    model: Model = None,
) -> None:
    """Measure what is found against documents that people marked.

    A find is right when it shares half of its words, or of the marked ones,
    with a commitment. A commitment told twice counts once; a find on a near
    miss marked borderline counts neither way.

    Example: actiontracker evaluate samples/marked --by kind
    """
    from actiontracker.annotation import read_gold
    from actiontracker.report.evaluation import summary

    if errors and by:
        raise UsageError("--errors and --by ask for two different tables", "Give one of them at a time")
    earlier = _recorded(against) if against else None
    if record and record.exists():
        _recorded(record)  # anything else by that name is not to be overwritten
    documents, broken = read_gold(gold)
    for error in broken:
        say(f"{error}.")
    if documents:
        evaluation = _measured(documents, model, min_score)
        _show(_chosen(evaluation, by, earlier, errors=errors), Showing(how, limit))
        say(summary(evaluation))
        _compare_and_keep(evaluation, earlier, record)
    if broken:
        many = "1 document" if len(broken) == 1 else f"{len(broken):,} documents"
        say(f"The figures are without {many} whose marks cannot be read.")
        raise typer.Exit(EXIT_SOME_FAILED)


def _measured(documents: "Sequence[Marked]", model: Path | None, min_score: str | None) -> "Evaluation":
    """What the whole pipeline makes of the documents' texts."""
    from actiontracker.evaluate import evaluate as judged
    from actiontracker.evaluate import predictions
    from actiontracker.ingest import Settings, extract_texts

    usual = Settings(model=model)
    settings = replace(usual, min_score=score_or_level(min_score))
    found: dict[str, tuple[Prediction, ...]] = {}
    names = [document.name for document in documents]
    with progress(names) as advance:
        texts = [(document.name, document.text) for document in documents]
        for name, done in zip(names, extract_texts(texts, settings, advance), strict=True):
            found[name] = predictions(done.actions)
    return judged(documents, lambda document: found[document.name])


def _show(chosen: "tuple[Listing[Any], Sequence[Any]]", showing: Showing) -> None:
    from actiontracker.report.build import build

    listing, rows = chosen
    shown = rows[: showing.rows]
    report = build(listing, shown, showing.day, export=showing.exports, total=len(rows))
    put_report(report, showing.how)
    if not rows:
        say(listing.empty)
    elif len(shown) < len(rows):
        say(f"{report.summary}. More: --limit {len(rows)}")


def _chosen(
    evaluation: "Evaluation", by: Part | None, earlier: "Run | None", *, errors: bool
) -> "tuple[Listing[Any], Sequence[Any]]":
    """The list that the options ask for, with its rows."""
    from actiontracker.evaluate import compare, mistakes, run_of
    from actiontracker.report import evaluation as lists

    if errors:
        return lists.MISTAKES, mistakes(evaluation)
    if by is not None:
        return _part(evaluation, by)
    if earlier is not None:
        return lists.CHANGES, lists.changes(compare(earlier, run_of(evaluation)))
    return lists.MEASURES, lists.measures(evaluation)


def _part(evaluation: "Evaluation", by: Part) -> "tuple[Listing[Any], Sequence[Any]]":
    from actiontracker.evaluate import by_document, by_kind, by_layout, by_reason, reliability
    from actiontracker.report import evaluation as lists

    if by is Part.KIND:
        return lists.KINDS, by_kind(evaluation)
    if by is Part.REASON:
        return lists.REASONS, by_reason(evaluation)
    if by is Part.SCORE:
        return lists.SCORES, reliability(evaluation)
    return lists.parts(by.value), by_layout(evaluation) if by is Part.LAYOUT else by_document(evaluation)


def _compare_and_keep(evaluation: "Evaluation", earlier: "Run | None", record: Path | None) -> None:
    from actiontracker.evaluate import compare, run_of, run_to_data
    from actiontracker.render.json import as_json
    from actiontracker.report.evaluation import changed

    now = run_of(evaluation)
    if earlier is not None:
        for line in changed(earlier, now, compare(earlier, now)):
            say(line)
    if record is not None:
        try:
            record.write_bytes(f"{as_json(run_to_data(now))}\n".encode())
        except OSError as error:
            message = f"{record}: the run cannot be recorded ({error.strerror or error})"
            raise TrackerError(message, "Give another place with --record") from error
        say(f"The run is recorded in {record}.")


def _recorded(path: Path) -> "Run":
    import json

    from actiontracker.evaluate import run_from_data

    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise UsageError(f"{path} cannot be opened ({error.strerror or error})", "Check the name") from error
    except ValueError:
        data = None
    return run_from_data(data, str(path))
