"""From what people decided in the tracker to annotated documents, so that a model can learn from it.

What was kept becomes a commitment with its fields, what was rejected a near miss. What the program never found is not
marked: a document stands for all its commitments only once somebody has read it through.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from actiontracker.annotation import FIELDS, REASONS, Annotated, Mark, layout_of, to_marked
from actiontracker.annotation.places import nearest_place
from actiontracker.errors import AnnotationError
from actiontracker.records import SourceKind, Words
from actiontracker.store.decisions import Decision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actiontracker.records import Span
    from actiontracker.store.decisions import DecidedSource, Found

UNDECIDED: Final = "borderline"
"""How something is marked that nobody has decided: finds on it count neither for nor against."""
REJECTED: Final = "rejected"


@dataclass(frozen=True, slots=True)
class Exported:
    """What became of a document: its marks and their written form, or why there are none."""

    path: str
    name: str
    """A name for the file, the same each time: "0012-minutes-june.marked"."""
    document: Annotated | None
    marked: str = ""
    reason: str = ""
    failed: bool = False
    """Whether it should have been exported, and could not."""
    notes: tuple[str, ...] = ()
    """What could not be marked in it."""


def export(source: DecidedSource, *, undecided: bool = False) -> Exported:
    """The document with what people decided; one that is not decided yet only where `undecided` says so."""
    name = f"{source.id:04}-{_slug(source.path)}.marked"
    if reason := _left_out(source, undecided=undecided):
        return Exported(source.path, name, None, reason=reason)
    wrong = [found.ref for found in source.found if found.span.of(source.text) != found.quote]
    if wrong:
        reason = f"the words of {', '.join(wrong)} are not those of the text at their place"
        return Exported(source.path, name, None, reason=reason, failed=True)
    document, notes = annotated(source)
    try:
        return Exported(source.path, name, document, to_marked(document), notes=notes)
    except AnnotationError as error:
        return Exported(source.path, name, None, reason=error.message, failed=True)


def _left_out(source: DecidedSource, *, undecided: bool) -> str:
    """Why the document is not to be exported; nothing where it is."""
    if not source.found:
        return "nothing was found in it, so that there is nothing decided"
    if source.newer is not None:
        return f"{source.newer} is a newer version of it"
    open_ones = sum(found.decision is Decision.UNDECIDED for found in source.found)
    if open_ones == len(source.found):
        return f"nothing in it is decided yet ({open_ones:,} found)"
    if open_ones and not undecided:
        return f"{open_ones:,} of {len(source.found):,} found are not decided yet; --undecided exports it all the same"
    return ""


def annotated(source: DecidedSource) -> tuple[Annotated, tuple[str, ...]]:
    """The document with its marks, and what could not be marked because it overlaps or stands nowhere."""
    writer = _Writer(source.text)
    ordered = sorted(source.found, key=_weight)
    for number, found in enumerate(ordered, start=1):
        writer.mark(found, number)
    for number, found in enumerate(ordered, start=1):
        if found.decision is Decision.KEPT:
            writer.mark_fields(found, number)
    marks = tuple(sorted(writer.marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.name in FIELDS)))
    head = dict(_head(source))
    document = Annotated(source.path, head, source.text, marks)
    return replace(document, head={**head, "layout": layout_of(document)}), tuple(writer.notes)


def _weight(found: Found) -> tuple[bool, bool, Span]:
    """What is marked first where two overlap: what was kept, then what was rejected."""
    return found.decision is not Decision.KEPT, found.decision is not Decision.REJECTED, found.span


@dataclass(slots=True)
class _Writer:
    """Collects marks that can stand side by side, and notes on those that cannot."""

    text: str
    marks: list[Mark] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def mark(self, found: Found, number: int) -> None:
        """The places of something found, as a commitment or a near miss."""
        for place in (found.span, *found.told_again):
            if any(place.overlap(mark.span) for mark in self.marks):
                self.notes.append(f"{found.ref} is not marked at character {place.start}: another mark stands there")
            elif found.decision is Decision.KEPT:
                self.marks.append(Mark(found.kind.value, place, (number,)))
            else:
                self.marks.append(Mark("near", place, why=_why(found)))

    def mark_fields(self, found: Found, number: int) -> None:
        """The fields of a commitment that is marked: at their place, else where their words stand nearest."""
        if not any(number in mark.ids for mark in self.marks):
            return
        for name, words in found.fields.items():
            said = words.text if isinstance(words, Words) else words
            span = words.span if isinstance(words, Words) else nearest_place(said, self.text, found.span)
            if span is None:
                self.notes.append(f"the {name} of {found.ref}, “{said}”, stands nowhere in the text")
            elif any(_cross(span, mark.span) for mark in self.marks):
                self.notes.append(f"the {name} of {found.ref}, “{said}”, stands across the edge of another mark")
            else:
                self.marks.append(Mark(name, span, (number,)))


def _cross(one: Span, other: Span) -> bool:
    """Whether a field's words lie neither within the other mark nor outside it."""
    return 0 < one.overlap(other) < one.end - one.start


def _why(found: Found) -> str:
    """The reason a person gave where it is one of the known ones, else that it was rejected."""
    if found.decision is Decision.UNDECIDED:
        return UNDECIDED
    said = " ".join(found.why.lower().split())
    return said if said in REASONS else REJECTED


def _head(source: DecidedSource) -> Iterator[tuple[str, str]]:
    """The lines of the head; where the file lies is nobody else's business, so only its name is told."""
    meeting = source.meeting
    yield "authority", _one_line(meeting.authority or "not known")
    yield "committee", _one_line(meeting.body or "not known")
    if meeting.date is not None:
        yield "date", meeting.date.isoformat()
    yield "source", _one_line(PurePath(source.path).name)
    if source.kind is SourceKind.PDF:
        yield "layout", "pdf"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _slug(path: str) -> str:
    words = re.findall(r"[a-z0-9]+", PurePath(path).stem.lower())
    return "-".join(words)[:60].strip("-") or "minutes"
