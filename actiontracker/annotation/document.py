"""An annotated document: minutes with their commitments and near misses marked, whatever file they are kept in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.records import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS: Final = frozenset(kind.value for kind in Kind)
FIELDS: Final = ("owner", "recipient", "deadline", "condition")
REASONS: Final = frozenset({
    "noting", "receiving", "approval", "thanks", "appointment", "view", "need", "hope", "suggestion", "past",
    "ongoing", "older action", "answered", "purpose", "notice", "plan", "aim", "forecast", "third body",
    "conduct", "correction", "report content", "not to act", "question", "ceremony", "planning condition",
    "policy", "procedure", "borderline", "rejected",
})  # fmt: skip  # a list in lines reads better than one a line
"""Why something that looks like a commitment is none; "rejected" where a person said so without a reason."""
LAYOUTS: Final = frozenset(
    {"agenda-item", "issue-page", "whole-meeting", "parish", "notes", "decision-sheet", "table", "pdf"}
)
UNKNOWN: Final = "unknown"
OTHER: Final = "other"


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch: what it is called ("request", "owner", "near", "tag"), and which obligations it belongs to."""

    name: str
    span: Span
    ids: tuple[int, ...] = ()
    why: str = ""
    said: str | None = None
    """A field's words where they stand nowhere in the text: then `span` is the commitment's. Empty: expressly none."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document's text and its marks; offsets are into `text` (0-based, end exclusive).

    Marks stand in reading order, an outer one before those inside it; from gold JSON, in the order of the file.
    """

    name: str
    head: Mapping[str, str]
    text: str
    marks: tuple[Mark, ...]

    @property
    def commitments(self) -> tuple[Mark, ...]:
        """Every place that tells of a commitment; two with one number are one obligation."""
        return tuple(mark for mark in self.marks if mark.name in KINDS)

    @property
    def obligations(self) -> frozenset[int]:
        """The numbers of the commitments: one that is told twice has one."""
        return frozenset(number for mark in self.commitments for number in mark.ids)

    @property
    def near_misses(self) -> tuple[Mark, ...]:
        """What only looks like a commitment."""
        return tuple(mark for mark in self.marks if mark.name == "near")

    def field_of(self, commitment: Mark, name: str) -> Span | None:
        """Where a commitment's owner, recipient, deadline or condition stands: the nearest mark of it, or None."""
        mark = self._field(commitment, name)
        return mark.span if mark is not None and mark.said is None else None

    def field_words(self, commitment: Mark, name: str) -> str | None:
        """The words of a commitment's owner, recipient, deadline or condition, or None."""
        mark = self._field(commitment, name)
        if mark is None:
            return None
        return mark.span.of(self.text) if mark.said is None else mark.said or None

    def _field(self, commitment: Mark, name: str) -> Mark | None:
        own = [mark for mark in self.marks if mark.name == name and set(mark.ids) & set(commitment.ids)]
        inside = [mark for mark in own if commitment.span.start <= mark.span.start < commitment.span.end]
        return min(inside or own, key=lambda mark: abs(mark.span.start - commitment.span.start), default=None)


def reason_of(why: str) -> str:
    """The one of `REASONS` that a near miss's reason begins with or names; "other" where it names none."""
    words = why.lower()
    named = [reason for reason in REASONS if re.search(rf"\b{reason}\b", words)]
    return min(named, key=lambda reason: (words.index(reason), -len(reason)), default=OTHER)


_ITEM_LABEL: Final = re.compile(
    r"^(?:Minutes|Decision|Decisions|Supporting documents|Additional documents):", re.MULTILINE
)
_ISSUE: Final = re.compile(r"^Meeting: \d{1,2}/\d{1,2}/\d{4}", re.MULTILINE)
_APOLOGIES: Final = re.compile(
    r"^.{0,12}\b(?:apologies|declarations? of interest|present:)", re.MULTILINE | re.IGNORECASE
)
_ROW: Final = re.compile(r"^.*\S \| .*$", re.MULTILINE)


def layout_of(document: Annotated) -> str:
    """The layout that the document's head names, else a simple guess from its text; "unknown" where nothing tells."""
    if document.head.get("layout"):
        return document.head["layout"]
    text = document.text
    lines = [line for line in text.splitlines() if line.strip()]
    guesses = (
        ("issue-page", bool(_ISSUE.search(text))),
        ("table", len(_ROW.findall(text)) * 3 > len(lines) > 0),
        ("pdf", "\f" in text),
        ("parish", bool(re.search(r"\b(?:parish|town|community) council\b", text[:600], re.IGNORECASE))),
        ("agenda-item", bool(_ITEM_LABEL.search(text))),
        ("whole-meeting", len(_APOLOGIES.findall(text)) > 1),
    )
    return next((name for name, fits in guesses if fits), UNKNOWN)
