"""Gold JSON: a document with its commitments and near misses as quotes, read and written.

    {"id", "text", "actions": [{"quote", "kind", "owner", "recipient", "deadline", "same_as"}],
     "near_misses": [{"quote", "why"}]}

A commitment may also have "condition", and offsets "start" and "end" into "text" (0-based, end exclusive), which then
tell its place in place of the quote. Commitments with one "same_as" number are one obligation. Other keys are the head.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from actiontracker.annotation.document import FIELDS, KINDS, Annotated, Mark
from actiontracker.annotation.places import nearest_place, place_of
from actiontracker.errors import AnnotationError
from actiontracker.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

Data = dict[str, Any]
"""A JSON object, whose values have to be looked at."""

PARTS: Final = frozenset({"text", "actions", "near_misses"})
"""What makes a gold document."""


def read_gold_json(raw: str, name: str) -> Annotated:
    """The document that gold JSON stands for; a field whose words are not in the text is kept as `Mark.said`.

    Raises:
        AnnotationError: it is no JSON, a part is missing or wrong, or a quote stands nowhere in the text; the message
            begins with `name:line`.
    """
    try:
        data = json.loads(raw)
    except json.JSONDecodeError as error:
        raise AnnotationError(f"{name}:{error.lineno}: this is no JSON ({error.msg})", "Correct this line") from None
    except RecursionError:
        raise AnnotationError(f"{name}:1: this JSON is nested too deeply", "Give a gold document") from None
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        raise AnnotationError(f"{name}:1: this is no gold document", "Give an object with “text” and “actions”")
    return _Reader(name, raw, data).document()


def to_gold(document: Annotated) -> dict[str, object]:
    """The document as gold JSON data, each quote with its place; a suggestion taken up is a place of its commitment."""
    places = [mark for mark in document.marks if mark.name in KINDS or mark.name == "suggested"]
    numbers = [mark.ids[0] for mark in places]
    return {
        "id": document.name.rpartition("/")[2].removesuffix(".json").removesuffix(".marked"),
        **document.head,
        "text": document.text,
        "actions": [
            {
                **_quoted(document, mark),
                "kind": kind_of(document, mark),
                **{name: document.field_words(mark, name) for name in FIELDS},
                "same_as": number if numbers.count(number) > 1 else None,
            }
            for mark, number in zip(places, numbers, strict=True)
        ],
        "near_misses": [{**_quoted(document, mark), "why": mark.why} for mark in document.near_misses],
    }


def kind_of(document: Annotated, place: Mark) -> str:
    """The kind of the commitment that is told there; for a suggestion, of the commitment that takes it up."""
    if place.name in KINDS:
        return place.name
    return next(mark.name for mark in document.commitments if set(mark.ids) & set(place.ids))


def _quoted(document: Annotated, mark: Mark) -> dict[str, object]:
    return {"start": mark.span.start, "end": mark.span.end, "quote": mark.span.of(document.text)}


@dataclass(frozen=True, slots=True)
class _Reader:
    """One gold document, with its file for telling where something is wrong."""

    name: str
    raw: str
    data: Data

    def document(self) -> Annotated:
        actions, near_misses = self.items("actions"), self.items("near_misses")
        marks = [*self.commitments(actions), *(self.near_miss(item) for item in near_misses)]
        head = {key: value for key, value in self.data.items() if key not in {"id", *PARTS} and isinstance(value, str)}
        return Annotated(self.name, head, self.text, tuple(marks))

    @property
    def text(self) -> str:
        return str(self.data["text"])

    def fail(self, item: object, what: str, advice: str) -> AnnotationError:
        return AnnotationError(f"{self.name}:{self.line_of(item)}: {what}", advice)

    def line_of(self, item: object) -> int:
        """The line on which an item's quote, else its list, stands in the file."""
        quote = item.get("quote") if isinstance(item, dict) else item
        spellings = (json.dumps(quote, ensure_ascii=False), json.dumps(quote)) if isinstance(quote, str) else ()
        found = (self.raw.rfind(spelling) for spelling in (*spellings, '"actions"'))
        return self.raw.count("\n", 0, max(0, next((place for place in found if place >= 0), 0))) + 1

    def items(self, part: str) -> list[Data]:
        found = self.data.get(part, [] if part == "near_misses" else None)
        if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
            raise self.fail(part, f"“{part}” is no list of objects", "Give a list, empty where there is none")
        return found

    def commitments(self, actions: list[Data]) -> Iterator[Mark]:
        groups = [self.group(action) for action in actions]
        free = (number for number in count(1) if number not in groups)
        for action, group in zip(actions, groups, strict=True):
            kind = action.get("kind")
            if not isinstance(kind, str) or kind not in KINDS:
                raise self.fail(action, f"“{kind}” is no kind of commitment", f"Use {', '.join(sorted(KINDS))}")
            mark = Mark(kind, self.span(action), (next(free) if group is None else group,))
            yield mark
            for name in FIELDS:
                yield from self.field(action, mark, name, told_again=groups.count(group) > 1 and group is not None)

    def group(self, action: Data) -> int | None:
        group = action.get("same_as")
        if group is None or (isinstance(group, int) and not isinstance(group, bool)):
            return group
        raise self.fail(action, f"“same_as” is {group!r}", "Give commitments that are one the same number, others none")

    def span(self, item: Data) -> Span:
        start, end, quote = item.get("start"), item.get("end"), item.get("quote")
        if start is not None and end is not None:
            if isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(self.text):
                return Span(start, end)
            raise self.fail(
                item, f"characters {start} to {end} are not in the text", "Correct them, or give a quote only"
            )
        place = place_of(quote, self.text) if isinstance(quote, str) else None
        if place is None:
            shown = quote[:40] if isinstance(quote, str) else quote
            raise self.fail(item, f"the quote “{shown}” stands nowhere in the text", "Quote the text word for word")
        return place

    def field(self, action: Data, commitment: Mark, name: str, *, told_again: bool) -> Iterator[Mark]:
        """The field's mark; where the obligation is told again, each telling keeps its own, also its having none."""
        words = action.get(name)
        if words is not None and not isinstance(words, str):
            raise self.fail(action, f"the {name} is {words!r}", "Give its words, or null where there is none")
        place = nearest_place(words, self.text, commitment.span) if words else None
        inside = place is not None and commitment.span.start <= place.start < commitment.span.end
        if place is not None and (inside or not told_again):
            yield Mark(name, place, commitment.ids)
        elif words or told_again:
            yield Mark(name, commitment.span, commitment.ids, said=words or "")

    def near_miss(self, item: Data) -> Mark:
        why = item.get("why", "")
        if not isinstance(why, str):
            raise self.fail(item, f"the reason of a near miss is {why!r}", "Give it in words")
        return Mark("near", self.span(item), why=why)
