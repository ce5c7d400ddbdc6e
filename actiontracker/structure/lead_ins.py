"""Which words a bullet, a clause or a naked "That ..." hangs on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from actiontracker.records import LineKind, Section
from actiontracker.structure.labels import label_of, opens_resolution
from actiontracker.structure.markers import is_next_label, marker_of
from actiontracker.structure.pieces import Part, Piece

_LEADS = re.compile(r"(?::|:\s*[-\u2013—]+|[;,]?\s*\b(?:that|to|that it|that the|following))$", re.IGNORECASE)
_LONGEST_LEAD_END = 24
_ASIDE = re.compile(r"[\[(]?\s*(?:ACTION|Action|ACT|Act)\b[^:]{0,20}(?::.{1,120}|.{0,40})(?<!:)")
"""An action tag of its own line, which does not end the list it stands in."""
_DASH_END = re.compile(r"[-\u2013—]$")
_THAT = re.compile(r"(?:That|that|To|to)\b")
_NUMERIC = frozenset({"number", "dotted", "reference"})


@dataclass(slots=True)
class _List:
    """A list that is open: the form of its markers and what it hangs on."""

    style: str
    depth: int
    lead: int | None
    last_label: str


def lead_ins(pieces: list[Piece]) -> list[int | None]:
    """For every piece the index of the piece it hangs on, or None."""
    leads: list[int | None] = []
    walk = _Walk(pieces)
    for index, piece in enumerate(pieces):
        leads.append(index - piece.runs_on if piece.runs_on is not None else walk.lead_of(index, piece))
    return leads


def is_lead(piece: Piece) -> bool:
    """Whether the words announce something: they end in a colon or "that", or are a resolution's head."""
    if piece.part is not Part.PROSE:
        label = label_of(piece.text)
        return label is not None and label.section is Section.RESOLUTION
    return _LEADS.search(piece.text[-_LONGEST_LEAD_END:]) is not None or (
        opens_resolution(piece.text) and (len(piece.text) <= 40 or _DASH_END.search(piece.text) is not None)
    )


class _Walk:
    """Goes through the pieces in order with the lists that are open."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self.open: list[_List] = []
        self.naked: int | None = None
        self.before: int | None = None

    def lead_of(self, index: int, piece: Piece) -> int | None:
        if piece.part is not Part.PROSE:
            self.open, self.naked = [], index if is_lead(piece) else None
            self.before = index if is_lead(piece) else None
            return None
        style = _style(piece)
        if style is None and _ASIDE.fullmatch(piece.text):
            return None
        lead = self._naked(index, piece) if style is None else self._listed(piece, style)
        self.before = index
        return lead

    def _naked(self, index: int, piece: Piece) -> int | None:
        """What an unmarked piece hangs on: a head alone ("RESOLVED"), or "...:" before "That" or a small letter."""
        head = self.naked
        self.open = []
        if head is not None and (self.before == head or _THAT.match(piece.text)) and not opens_resolution(piece.text):
            hangs = self.pieces[head].part is Part.LABEL or _THAT.match(piece.text) or piece.text[0].islower()
            if hangs:
                return head
        self.naked = index if is_lead(piece) else None
        return None

    def _listed(self, piece: Piece, style: str) -> int | None:
        label = piece.marker.strip("().: ") if piece.marker else ""
        depth = piece.level if piece.kind is LineKind.LIST_ITEM else 0
        before = self.pieces[self.before] if self.before is not None else None
        for position in range(len(self.open) - 1, -1, -1):
            held = self.open[position]
            if (
                held.depth == depth
                and _same_style(held, style, label)
                and not (before is not None and is_lead(before) and _begins(label) and position == len(self.open) - 1)
            ):
                del self.open[position + 1 :]
                held.last_label = label
                return held.lead
        lead = self.before if before is not None and is_lead(before) else self._outer(depth)
        self.open.append(_List(_plain_style(style, label), depth, lead, label))
        return lead

    def _outer(self, depth: int) -> int | None:
        """What a list without words of its own before it hangs on: what the list around it does."""
        around = [each for each in self.open if each.depth <= depth]
        return around[-1].lead if around else None


def _style(piece: Piece) -> str | None:
    if piece.marker is None:
        return "list" if piece.kind is LineKind.LIST_ITEM else None
    marker = marker_of(f"{piece.marker} x")
    return "bullet" if marker is None else marker.style


def _plain_style(style: str, label: str) -> str:
    """The style with letters and roman numerals told apart; "i" counts as a numeral at the start of a list."""
    if style.startswith("bullet") or style == "list" or style in _NUMERIC:
        return style
    if label.isdigit():
        return f"{style} number"
    return f"{style} {'roman' if re.fullmatch('[ivx]+|[IVX]+', label) else 'letter'} {'A' if label.isupper() else 'a'}"


def _same_style(held: _List, style: str, label: str) -> bool:
    if held.style == _plain_style(style, label):
        return not (
            held.style.endswith(("roman a", "roman A")) and _begins(label) and held.last_label not in {"h", "H"}
        )
    same_form = held.style.split(" ")[0] == style and bool(label)
    return same_form and is_next_label(label, held.last_label)


def _begins(label: str) -> bool:
    return label in {"", "a", "A", "1", "i", "I"}
