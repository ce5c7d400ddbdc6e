"""Two runs compared: what one got right that the other did not, item by item."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from actiontracker.annotation import FIELDS
from actiontracker.errors import UsageError
from actiontracker.evaluate.agreement import pairs, same_words
from actiontracker.evaluate.judge import expected
from actiontracker.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from actiontracker.evaluate.judge import Judged
    from actiontracker.evaluate.measure import Evaluation

FORMAT: Final = "actiontracker evaluation 1"
FOUND, FALSE, KIND = "commitment", "false find", "kind"
"""What an item is about; the names of the fields besides."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that a run got right or wrong at a place: a commitment, its kind or field; a false find is wrong."""

    document: str
    about: str
    start: int
    end: int
    right: bool
    quote: str


@dataclass(frozen=True, slots=True)
class Run:
    """A run as it is recorded: its figures, its documents with a check sum of each text, and every item."""

    figures: Mapping[str, float | None]
    documents: Mapping[str, str]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed from one run to a later one."""

    gained: tuple[Item, ...]
    """Wrong before, right now; false finds that are gone."""
    lost: tuple[Item, ...]
    """Right before, wrong now; false finds that are new."""
    not_compared: tuple[str, ...]
    """Documents that only one of the runs has, or whose text has changed."""


def run_of(evaluation: Evaluation) -> Run:
    """What is to be recorded of a run."""
    figures = {"precision": evaluation.precision.value, "recall": evaluation.recall.value, "f1": evaluation.f1}
    figures |= {"kind": evaluation.kind.value, **{name: share.value for name, share in evaluation.fields.items()}}
    documents = {each.document.name: _check_sum(each.document.text) for each in evaluation.judged}
    return Run(figures, documents, tuple(item for each in evaluation.judged for item in _items(each)))


def _check_sum(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _items(judged: Judged) -> Iterator[Item]:
    """The items of a document; an obligation stands at its first place, wherever it was found."""
    first: dict[int, Span] = {}
    for place in expected(judged.document):
        first.setdefault(place.group, place.span)
    for place, found in judged.hits:
        span = first[place.group]
        yield _item(judged, FOUND, span, right=True)
        yield _item(judged, KIND, span, right=place.kind == found.kind)
        for name in FIELDS:
            marked, given = place.fields[name], getattr(found, name)
            if marked or given:
                yield _item(judged, name, span, right=same_words(marked, given))
    for place in judged.missed:
        yield _item(judged, FOUND, first[place.group], right=False)
    for found in judged.false:
        yield _item(judged, FALSE, found.span, right=False)


def _item(judged: Judged, about: str, span: Span, *, right: bool) -> Item:
    document = judged.document
    return Item(document.name, about, span.start, span.end, right, span.of(document.text))


def compare(before: Run, now: Run) -> Difference:
    """What was gained and lost in the documents that both runs have, with the same text.

    A commitment told several times is one item. A kind or field is compared only where both runs found the commitment.
    """
    names = {*before.documents, *now.documents}
    same = {name for name in names if before.documents.get(name) == now.documents.get(name)}
    gained: list[Item] = []
    lost: list[Item] = []
    for name in now.documents:
        if name in same:
            old, new = _of(before, name), _of(now, name)
            _compare_marks(old, new, gained, lost)
            gained += _without([item for item in old if item.about == FALSE], new)
            lost += _without([item for item in new if item.about == FALSE], old)
    return Difference(tuple(gained), tuple(lost), tuple(sorted(names - same)))


def _of(run: Run, name: str) -> list[Item]:
    return [item for item in run.items if item.document == name]


def _compare_marks(old: list[Item], new: list[Item], gained: list[Item], lost: list[Item]) -> None:
    was = {(item.about, item.start, item.end): item.right for item in old if item.about != FALSE}
    for item in new:
        before = was.get((item.about, item.start, item.end))
        if before is not None and before is not item.right:
            (gained if item.right else lost).append(item)


def _without(false: list[Item], others: Iterable[Item]) -> list[Item]:
    """The false finds that have no counterpart among the others, be it a few characters longer or shorter."""
    spans = [Span(item.start, item.end) for item in others if item.about == FALSE]
    known = {i for i, _ in pairs([Span(item.start, item.end) for item in false], spans)}
    return [item for i, item in enumerate(false) if i not in known]


def run_to_data(run: Run) -> dict[str, object]:
    """The run as JSON data."""
    return {
        "format": FORMAT,
        "figures": dict(run.figures),
        "documents": dict(run.documents),
        "items": [asdict(item) for item in run.items],
    }


def run_from_data(data: Any, name: str) -> Run:
    """The run that `run_to_data` made JSON data of.

    Raises:
        UsageError: it is something else.
    """
    advice = "Make one with “actiontracker evaluate --record”"
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise UsageError(f"{name} is no record of a run", advice)
    try:
        items = tuple(Item(**item) for item in data["items"])
        return Run(dict(data["figures"]), dict(data["documents"]), items)
    except (KeyError, TypeError, ValueError):
        raise UsageError(f"{name} is a damaged record of a run", advice) from None
