"""Paragraphs become pieces: the marker is taken off, and clauses that run on in one paragraph are cut apart."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from actiontracker.structure.labels import label_of, opens_resolution
from actiontracker.structure.markers import is_next_label, marker_of, roman_value
from actiontracker.structure.pieces import Part, Piece
from actiontracker.structure.running import without_run_ons
from actiontracker.structure.sentences import sentence_spans

_INLINE = re.compile(
    r"(?:(?<=\s)|(?<=[:;,.\u2013—-]))(?P<open>\(?)(?P<label>[a-z]{1,2}|[ivx]{1,5}|[A-Z]|\d{1,2})\)(?!\()(?=\s*\S)"
)
_CITES = re.compile(
    r"\b(?:sections?|sub-?sections?|paras?|paragraphs?|sub-?paragraphs?|clauses?|regulations?|schedules?|parts?"
    r"|items?|minutes?"
    r"|resolutions?|recommendations?|articles?|conditions?|options?|appendix|appendices|points?|nos?\.?|rules?|policy"
    r"|policies"
    r"|act \d{4}|in|at|under|of|both|see|per|by|\d|bullet|and/or|questions?|actions?|tables?|notes?|standing orders?"
    r"|or)\s*$",
    re.IGNORECASE,
)
_OPENS_LIST = re.compile(
    r"(?:[:;,.\u2013—-]|\b(?:that|to|and|be|the|for|were|was|of|as follows|including|requested|agreed|should))\s*$",
    re.IGNORECASE,
)
_INNER_LABEL = re.compile(r"(?<=[.)\]?\w] )(?:Minutes|Decision): ?(?=[A-Z])")
_RESOLVED_INSIDE = re.compile(r"\b(?:RESOLVED|RECOMMENDED)\b|(?:^|[.] )(?:AGREED)\b")


def pieces_of(paragraphs: list[Piece]) -> list[Piece]:
    """Every paragraph without its marker, cut at resolutions, section labels and lettered clauses that run on."""
    pieces: list[Piece] = []
    for paragraph in without_run_ons(paragraphs):
        for part in _at_resolutions(_without_marker(paragraph)):
            for words in _at_inner_labels(part):
                for each in _at_label(words):
                    pieces += _at_clauses(each)
    return pieces


def _without_marker(piece: Piece) -> Piece:
    marker = marker_of(piece.text) if piece.marker is None else None
    return piece if marker is None else replace(piece.cut(marker.end), marker=marker.raw)


def _at_inner_labels(piece: Piece) -> list[Piece]:
    """The piece, cut before "Minutes:" and "Decision:" that stand inside it because the layout was lost."""
    starts = [match.start() for match in _INNER_LABEL.finditer(piece.text)]
    if not starts:
        return [piece]
    edges = [0, *starts, len(piece.text)]
    first, *rest = [piece.cut(start, end) for start, end in pairwise(edges)]
    return [first, *(part for each in rest for part in _named_and_words(replace(each, marker=None, gap=False)))]


def _named_and_words(piece: Piece) -> list[Piece]:
    colon = piece.text.index(":") + 1
    parts = [replace(piece.cut(0, colon), part=Part.LABEL), piece.cut(colon)]
    return [part for part in parts if part.text]


def _at_label(piece: Piece) -> list[Piece]:
    """The piece, its section label cut off and marked: "Decision: That ..." gives the label and the words."""
    may_be = piece.marker is None and piece.part is Part.PROSE and (piece.cell is None or piece.cell.column == 0)
    label = label_of(piece.text) if may_be else None
    if label is None:
        return [piece]
    if label.end == len(piece.text):
        return [replace(piece, part=Part.LABEL)]
    return [replace(piece.cut(0, label.end), part=Part.LABEL), replace(piece.cut(label.end), marker=None, gap=False)]


def _at_resolutions(piece: Piece) -> list[Piece]:
    """The piece, cut before each sentence that opens a resolution, so that the resolution stands by itself."""
    if not _RESOLVED_INSIDE.search(piece.text):
        return [piece]
    starts = [
        start
        for start, end in sentence_spans(piece.text)[1:]
        if opens_resolution(piece.text[start : min(end, start + 120)])
    ]
    if not starts:
        return [piece]
    edges = [0, *starts, len(piece.text)]
    first, *rest = [piece.cut(start, end) for start, end in pairwise(edges)]
    return [first, *(replace(part, marker=None, gap=False) for part in rest)]


def _at_clauses(piece: Piece) -> list[Piece]:
    """The piece, cut at "(a) ...; (b) ..." clauses; each clause knows how far back its lead-in stands."""
    if ")" not in piece.text:
        return [piece]
    run = _clause_run(piece)
    if not run:
        return [piece]
    edges = [match.start() for match in run] + [len(piece.text)]
    lead = piece.cut(0, edges[0])
    clauses = [
        replace(
            piece.cut(match.end(), end),
            marker=match.group().strip(),
            gap=False,
            runs_on=number if lead.text and not _continues(piece, run) else None,
        )
        for number, (match, end) in enumerate(zip(run, edges[1:], strict=True), start=1)
    ]
    return [lead, *clauses] if lead.text else [replace(clauses[0], gap=piece.gap), *clauses[1:]]


def _continues(piece: Piece, run: list[re.Match[str]]) -> bool:
    """Whether the first clause of the run follows the piece's own marker: "(a) the report be noted; and (b) ..."."""
    return piece.marker is not None and is_next_label(run[0]["label"], piece.marker.strip("().: "))


def _clause_run(piece: Piece) -> list[re.Match[str]]:
    """The labels of the clauses in the text, in order: two at least, or one that follows the piece's own marker."""
    found = [match for match in _INLINE.finditer(piece.text) if not _CITES.search(_just_before(piece, match))]
    own = piece.marker.strip("().: ") if piece.marker and piece.marker[-1:] in ").:" else ""
    for position, match in enumerate(found):
        follows_own = bool(own) and is_next_label(match["label"], own)
        if not (follows_own or _is_first(match["label"])) or not _OPENS_LIST.search(_just_before(piece, match)):
            continue
        run = [match]
        for later in found[position + 1 :]:
            if later["open"] == run[-1]["open"] and is_next_label(later["label"], run[-1]["label"]):
                run.append(later)
        if len(run) >= 2 or follows_own:
            return run
    return []


def _just_before(piece: Piece, match: re.Match[str]) -> str:
    return piece.text[max(0, match.start() - 30) : match.start()]


def _is_first(label: str) -> bool:
    return label in {"a", "A", "1"} or roman_value(label) == 1
