"""How well a program finds what people marked: measures, parts, mistakes and changes as lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.annotation import FIELDS
from actiontracker.evaluate import average_precision
from actiontracker.report import wording
from actiontracker.report.build import Column, Listing, Tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actiontracker.evaluate import Bin, Difference, Evaluation, Item, Mistake, Run, Share
    from actiontracker.evaluate.breakdown import KindFigures, ReasonFigures
    from actiontracker.report.build import Value

DIGITS: Final = 4
"""Decimal places that a share is handed on with."""


def in_words(share: float | None) -> str:
    """A share between 0 and 1 with three decimal places; a dash where there is none."""
    return "–" if share is None else f"{share:.3f}"


def exact(share: float | None) -> Value:
    """The same for other programs."""
    return None if share is None else round(share, DIGITS)


# --- the measures ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure, with the numbers it comes from where it is so many of so many."""

    key: str
    label: str
    share: float | None
    right: int | None = None
    of: int | None = None


def measures(evaluation: Evaluation) -> tuple[Measure, ...]:
    """Every figure over all documents."""
    return (
        _measure("precision", "Precision: found that are right", evaluation.precision),
        _measure("recall", "Recall: marked that were found", evaluation.recall),
        Measure("f1", "F1: both together", evaluation.f1),
        Measure("average_precision", "Average precision over the scores", average_precision(evaluation)),
        _measure("kind", "Kind right", evaluation.kind),
        *(_measure(name, f"{name.capitalize()} right", evaluation.fields[name]) for name in FIELDS),
        _measure("clean", "Documents without a commitment left clean", evaluation.clean),
    )


def _measure(key: str, label: str, share: Share) -> Measure:
    return Measure(key, label, share.value, share.right, share.of)


MEASURES: Final[Listing[Measure]] = Listing(
    noun=("measure", "measures"),
    about="",
    columns=(
        Column("measure", "Measure", lambda m, _: m.label, flexible=True),
        Column("share", "Share", lambda m, _: in_words(m.share)),
        Column("numbers", "Right of", lambda m, _: "" if m.of is None else f"{m.right:,} of {m.of:,}"),
    ),
    export=(
        Column("measure", "Measure", lambda m, _: m.key),
        Column("share", "Share", lambda m, _: exact(m.share)),
        Column("right", "Right", lambda m, _: m.right),
        Column("of", "Of", lambda m, _: m.of),
    ),
    empty="There is nothing to measure.",
)

# --- part by part ----------------------------------------------------------------------------------------------------

KINDS: Final[Listing[KindFigures]] = Listing(
    noun=("kind", "kinds"),
    about="",
    columns=(
        Column("kind", "Kind", lambda k, _: k.kind),
        Column("marked", "Marked", lambda k, _: k.recall.of),
        Column("recall", "Recall", lambda k, _: in_words(k.recall.value)),
        Column("found", "Found", lambda k, _: k.precision.of),
        Column("precision", "Precision", lambda k, _: in_words(k.precision.value)),
        Column("named", "Kind right", lambda k, _: in_words(k.named.value)),
    ),
    export=(
        Column("kind", "Kind", lambda k, _: k.kind),
        Column("marked", "Marked", lambda k, _: k.recall.of),
        Column("marked_found", "Of these found", lambda k, _: k.recall.right),
        Column("recall", "Recall", lambda k, _: exact(k.recall.value)),
        Column("found", "Found as this kind", lambda k, _: k.precision.of),
        Column("found_right", "Of these right", lambda k, _: k.precision.right),
        Column("precision", "Precision", lambda k, _: exact(k.precision.value)),
        Column("kind_right", "Kind right", lambda k, _: exact(k.named.value)),
    ),
    empty="There is no commitment, marked or found.",
)

Part = tuple[str, "Evaluation"]


def parts(noun: str) -> Listing[Part]:
    """The list of the figures of every document, or of every layout."""
    return Listing(
        noun=(noun, f"{noun}s"),
        about="",
        columns=(
            Column("part", noun.capitalize(), lambda p, _: p[0], flexible=True),
            Column("documents", "Documents", lambda p, _: p[1].documents, needs=100),
            Column("marked", "Marked", lambda p, _: p[1].gold),
            Column("found", "Found", lambda p, _: p[1].found),
            Column("right", "Right", lambda p, _: p[1].right),
            Column("precision", "Precision", lambda p, _: in_words(p[1].precision.value)),
            Column("recall", "Recall", lambda p, _: in_words(p[1].recall.value)),
            Column("f1", "F1", lambda p, _: in_words(p[1].f1)),
        ),
        export=(
            Column(noun, noun.capitalize(), lambda p, _: p[0]),
            Column("documents", "Documents", lambda p, _: p[1].documents),
            Column("marked", "Marked", lambda p, _: p[1].gold),
            Column("found", "Found", lambda p, _: p[1].found),
            Column("right", "Right", lambda p, _: p[1].right),
            Column("precision", "Precision", lambda p, _: exact(p[1].precision.value)),
            Column("recall", "Recall", lambda p, _: exact(p[1].recall.value)),
            Column("f1", "F1", lambda p, _: exact(p[1].f1)),
            *(
                Column(name, name.capitalize(), lambda p, _, name=name: exact(p[1].fields[name].value))  # type: ignore[misc]  # binds the name of this turn
                for name in FIELDS
            ),
            Column("clean", "Left clean", lambda p, _: p[1].clean.right),
            Column("empty", "Without a commitment", lambda p, _: p[1].clean.of),
        ),
        empty="There is no document.",
    )


def _taken(row: ReasonFigures) -> float | None:
    return row.taken / row.marked if row.marked else None


REASONS: Final[Listing[ReasonFigures]] = Listing(
    noun=("reason", "reasons"),
    about="why words that look like a commitment are none",
    columns=(
        Column("reason", "Near miss because", lambda r, _: r.reason),
        Column("taken", "Taken for a commitment", lambda r, _: r.taken),
        Column("marked", "Of", lambda r, _: "" if r.marked is None else f"{r.marked:,}"),
        Column("share", "Share", lambda r, _: in_words(_taken(r))),
    ),
    export=(
        Column("reason", "Near miss because", lambda r, _: r.reason),
        Column("taken", "Taken for a commitment", lambda r, _: r.taken),
        Column("marked", "Of", lambda r, _: r.marked),
        Column("share", "Share", lambda r, _: exact(_taken(r))),
    ),
    empty="No near miss is marked.",
)

SCORES: Final[Listing[Bin]] = Listing(
    noun=("part", "parts"),
    about="of the scores that finds have",
    columns=(
        Column("score", "Score", lambda b, _: f"{b.low:.1f} to {b.high:.1f}"),
        Column("found", "Found", lambda b, _: b.count),
        Column("mean", "Mean score", lambda b, _: in_words(b.mean_score)),
        Column("right", "Share right", lambda b, _: in_words(b.share_right)),
    ),
    export=(
        Column("low", "From", lambda b, _: b.low),
        Column("high", "To", lambda b, _: b.high),
        Column("found", "Found", lambda b, _: b.count),
        Column("mean_score", "Mean score", lambda b, _: exact(b.mean_score)),
        Column("share_right", "Share right", lambda b, _: exact(b.share_right)),
    ),
    empty="Nothing was found.",
)

# --- mistakes and changes --------------------------------------------------------------------------------------------

OPENS, CLOSES = "»", "«"
"""Stand around the words in their passage."""


def _passage(mistake: Mistake) -> str:
    return " ".join(f"{mistake.before}{OPENS}{mistake.quote}{CLOSES}{mistake.after}".split())


def _said(mistake: Mistake) -> Value:
    if mistake.marked is None and mistake.found is None:
        return ""
    return f"marked: {mistake.marked or 'none'}", f"found: {mistake.found or 'none'}"


MISTAKES: Final[Listing[Mistake]] = Listing(
    noun=("mistake", "mistakes"),
    about="",
    columns=(
        Column("what", "What", lambda m, _: (m.what.value, m.about)),
        Column("passage", "Passage", lambda m, _: _passage(m), flexible=True),
        Column("said", "Field", lambda m, _: _said(m), widest=24),
        Column("place", "Where", lambda m, _: (m.document, f"line {m.line}"), lambda *_: Tone.QUIET, widest=24),
    ),
    export=(
        Column("document", "Document", lambda m, _: m.document),
        Column("line", "Line", lambda m, _: m.line),
        Column("start", "Start", lambda m, _: m.span.start),
        Column("end", "End", lambda m, _: m.span.end),
        Column("what", "What", lambda m, _: m.what.value),
        Column("about", "Kind or field", lambda m, _: m.about),
        Column("marked", "Marked", lambda m, _: m.marked),
        Column("found", "Found", lambda m, _: m.found),
        Column("score", "Score", lambda m, _: exact(m.score)),
        Column("quote", "Words", lambda m, _: m.quote),
        Column("passage", "Passage", lambda m, _: _passage(m)),
    ),
    empty="There is no mistake.",
)


@dataclass(frozen=True, slots=True)
class Changed:
    """An item that one run got right and the other did not."""

    item: Item
    gained: bool

    @property
    def word(self) -> str:
        """Whether it was gained or lost."""
        return "gained" if self.gained else "lost"


def changes(difference: Difference) -> tuple[Changed, ...]:
    """What was lost, then what was gained."""
    lost = (Changed(item, gained=False) for item in difference.lost)
    return (*lost, *(Changed(item, gained=True) for item in difference.gained))


CHANGES: Final[Listing[Changed]] = Listing(
    noun=("change", "changes"),
    about="since the recorded run",
    columns=(
        Column("change", "Change", lambda c, _: c.word, lambda c, _: Tone.PLAIN if c.gained else Tone.LATE),
        Column("about", "What", lambda c, _: c.item.about),
        Column("quote", "Words", lambda c, _: " ".join(c.item.quote.split()), flexible=True),
        Column("document", "Document", lambda c, _: c.item.document, lambda *_: Tone.QUIET, widest=24),
    ),
    export=(
        Column("change", "Change", lambda c, _: c.word),
        Column("about", "What", lambda c, _: c.item.about),
        Column("document", "Document", lambda c, _: c.item.document),
        Column("start", "Start", lambda c, _: c.item.start),
        Column("end", "End", lambda c, _: c.item.end),
        Column("quote", "Words", lambda c, _: c.item.quote),
    ),
    empty="Nothing was gained or lost since the recorded run.",
)

# --- in a sentence ---------------------------------------------------------------------------------------------------


def summary(evaluation: Evaluation) -> str:
    """The run in two sentences: numbers, then precision, recall and F1."""
    numbers = (
        f"{wording.counted(evaluation.documents, 'document')}: {wording.counted(evaluation.gold, 'commitment')} marked,"
        f" {evaluation.found:,} found, {evaluation.right:,} right."
    )
    shares = (evaluation.precision.value, evaluation.recall.value, evaluation.f1)
    precision, recall, f1 = map(in_words, shares)
    return f"{numbers} Precision {precision}, recall {recall}, F1 {f1}."


def changed(before: Run, now: Run, difference: Difference) -> Iterable[str]:
    """How a run compares with an earlier one, a line each thing."""
    was, is_now = before.figures.get("f1"), now.figures.get("f1")
    change = f" ({is_now - was:+.3f})" if was is not None and is_now is not None else ""
    yield (
        f"F1 {in_words(was)} in the recorded run, {in_words(is_now)} now{change}:"
        f" {len(difference.gained):,} gained, {len(difference.lost):,} lost."
    )
    if difference.not_compared:
        many = wording.counted(len(difference.not_compared), "document")
        yield f"Not compared: {many} that only one of the runs has, or whose text has changed."
