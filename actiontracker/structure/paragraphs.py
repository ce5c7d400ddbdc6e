"""Lines become paragraphs: hard-wrapped lines are joined, white space smoothed, and every character keeps its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from actiontracker.records import Cell, Line, LineKind, Source, SourceKind, Span
from actiontracker.structure.labels import label_of, opens_resolution
from actiontracker.structure.markers import is_marker_alone, marker_of
from actiontracker.structure.pieces import Piece

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_WORD = re.compile(rf"[^\s{_INVISIBLE}]+")
_RUN = re.compile(rf"{_WORD.pattern}(?: {_WORD.pattern})*")
"""Words with single blanks between them, which can be taken as they stand."""
_SHORTEST_WRAP, _LONGEST_WRAP = 40, 140
_FULL = 0.86
"""A line this share of the usual width, counting the next line's first word, had no room for that word."""
_ENDS = frozenset(".:;?!")
_NUMBER_CELL = re.compile(r"\d{1,3}[a-z]?")
_TITLE_WORDS = re.compile(r"[A-Z][A-Z &\u2019'/,()-]{3,}[A-Z):]$")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that is not blank."""

    text: str
    line: Line
    gap: bool
    """Whether a blank line stands before it."""

    @property
    def cell(self) -> Cell | None:
        """Where in a table the line stands."""
        return self.line.cell

    @property
    def width(self) -> int:
        """How many characters the line takes, its indent included."""
        return self.line.span.end - self.line.span.start


def paragraphs(source: Source) -> list[Piece]:
    """The document's paragraphs in reading order without furniture; a bullet alone on a line stands with its words."""
    rows = _rows(source)
    is_wrapped = source.kind in {SourceKind.TEXT, SourceKind.PDF}
    groups = _joined(rows) if is_wrapped else [[row] for row in rows]
    return _with_lone_markers([_piece(source.text, group) for group in groups])


def smooth(text: str, spans: list[Span]) -> tuple[str, tuple[int, ...]]:
    """The words of the stretches of `text` with one blank between them, and where in `text` each character stands.

    A word hyphenated over the end of a stretch is joined when lower-case letters stand on both sides.
    """
    parts: list[str] = []
    origins: list[int] = []
    end = -1
    for span in spans:
        first = True
        for match in _RUN.finditer(text, span.start, span.end):
            start = match.start()
            if end >= 0 and first and _is_hyphenated(parts[-1], match.group()):
                parts[-1] = parts[-1][:-1]
                origins.pop()
            elif end >= 0 and (first or text[end:start].strip(_INVISIBLE)):
                parts.append(" ")
                origins.append(end)
            parts.append(match.group())
            end = match.end()
            origins.extend(range(start, end))
            first = False
    return "".join(parts), tuple(origins)


def _is_hyphenated(before: str, after: str) -> bool:
    return len(before) > 2 and before[-1] == "-" and before[-2].islower() and after[0].islower()


def _rows(source: Source) -> list[_Row]:
    rows: list[_Row] = []
    gap = False
    for line in source.lines:
        if line.kind is LineKind.FURNITURE:
            continue
        text = line.span.of(source.text)
        if _WORD.search(text):
            rows.append(_Row(text.strip(), line, gap))
            gap = False
        else:
            gap = True
    return rows


def _joined(rows: list[_Row]) -> list[list[_Row]]:
    """The rows in groups that are one paragraph each."""
    common = _wrap_width([pair for pair in pairwise(rows) if not pair[1].gap])
    across = _wrap_width([pair for pair in pairwise(rows) if pair[1].gap and pair[0].cell is None])
    groups: list[list[_Row]] = []
    for _, run in groupby(_numbered_runs(rows), key=lambda pair: pair[0]):
        members = [row for _, row in run]
        width = _run_width(members) or common
        for row in members:
            if groups and groups[-1][-1] is not row and _belongs(groups[-1][-1], row, across if row.gap else width):
                groups[-1].append(row)
            else:
                groups.append([row])
    return groups


def _numbered_runs(rows: list[_Row]) -> list[tuple[int, _Row]]:
    """Every row with the number of its run: rows without a blank line, in one column of one table or outside any."""
    numbered: list[tuple[int, _Row]] = []
    run = 0
    for before, row in zip([None, *rows], rows, strict=False):
        if row.gap or (before is not None and before.cell != row.cell):
            run += 1
        numbered.append((run, row))
    return numbered


def _is_continuation(before: _Row, after: _Row) -> bool:
    """Whether a sentence surely runs on from one line to the next: no end before, a small letter after."""
    return (
        before.cell == after.cell
        and before.text[-1] not in _ENDS
        and after.text[0].islower()
        and marker_of(after.text) is None
    )


def _wrap_width(pairs: list[tuple[_Row, _Row]]) -> float | None:
    """The usual length of a wrapped line, or None when lines are whole paragraphs."""
    widths = [
        before.width
        for before, after in pairs
        if _SHORTEST_WRAP <= before.width <= _LONGEST_WRAP and _is_continuation(before, after)
    ]
    alike = len(widths) == 2 and max(widths) <= 1.25 * min(widths)
    return median(widths) if len(widths) >= 3 or alike else None


def _run_width(run: list[_Row]) -> float | None:
    widths = [a.width for a, b in pairwise(run) if a.width <= _LONGEST_WRAP and _is_continuation(a, b)]
    return max(widths) if len(widths) >= 2 and max(widths) >= 25 else None


def _belongs(before: _Row, row: _Row, width: float | None) -> bool:
    """Whether `row` carries on the paragraph that `before` ends."""
    if before.cell != row.cell or before.line.kind is not row.line.kind or row.line.kind is LineKind.LIST_ITEM:
        return before.cell == row.cell and row.line.kind is LineKind.TEXT and _runs_on(before, row, width)
    return _runs_on(before, row, width)


def _runs_on(before: _Row, row: _Row, width: float | None) -> bool:
    if _stands_alone(before.text) or _opens(row.text):
        return False
    full = width is not None and before.width + 1 + len(row.text.split(None, 1)[0]) >= _FULL * width
    fits = width is None or before.width <= 1.3 * width
    if row.gap:
        turned = before.line.page != row.line.page
        return _is_continuation(before, row) and (turned or (full and fits))
    if _is_continuation(before, row):
        return full or before.width >= _SHORTEST_WRAP
    if not full or not fits or before.text[-1] == ":":
        return False
    return not (_TITLE_WORDS.match(before.text) and not row.text.isupper())


def _stands_alone(text: str) -> bool:
    """Whether a line is a section's name or a marker, which no wrapped line carries on."""
    label = label_of(text)
    return (label is not None and label.end == len(text)) or is_marker_alone(text)


def _opens(text: str) -> bool:
    """Whether a line begins something of its own: a list item, a section, a resolution."""
    return marker_of(text) is not None or is_marker_alone(text) or label_of(text) is not None or opens_resolution(text)


def _piece(text: str, rows: list[_Row]) -> Piece:
    words, origins = smooth(text, [row.line.span for row in rows])
    first = rows[0]
    return Piece(words, origins, first.line.kind, first.line.level, first.cell, gap=first.gap)


def _with_lone_markers(pieces: list[Piece]) -> list[Piece]:
    """The pieces with each bullet or label that stands alone on its line given to the words after it."""
    done: list[Piece] = []
    waiting: Piece | None = None
    for piece in pieces:
        alone = is_marker_alone(piece.text) or (
            piece.cell is not None and _NUMBER_CELL.fullmatch(piece.text) is not None
        )
        if waiting is not None:
            if not alone and _takes(waiting, piece):
                piece = _marked(waiting, piece)  # noqa: PLW2901 - the piece with its marker is the same piece
            else:
                done.append(waiting)
            waiting = None
        if alone:
            waiting = piece
        else:
            done.append(piece)
    return done if waiting is None else [*done, waiting]


def _takes(marker: Piece, piece: Piece) -> bool:
    same_row = (marker.cell is None) == (piece.cell is None) and (
        marker.cell is None or piece.cell is None or marker.cell.row == piece.cell.row
    )
    return same_row and marker_of(piece.text) is None


def _marked(marker: Piece, piece: Piece) -> Piece:
    return Piece(
        piece.text, piece.origins, piece.kind, piece.level, piece.cell, marker=marker.text, gap=marker.gap or piece.gap
    )
