"""Lines become minutes: whose meeting, who was there, its items, and its passages in reading order."""

from __future__ import annotations

from actiontracker.records import Item, Meeting, Minutes, Passage, Problem, Source, Span
from actiontracker.structure.attendance import people_of
from actiontracker.structure.clauses import pieces_of
from actiontracker.structure.columns import column_tags, with_header_rows
from actiontracker.structure.items import Head, find_items
from actiontracker.structure.lead_ins import lead_ins
from actiontracker.structure.meeting import read_meeting
from actiontracker.structure.meeting_date import item_of_documents
from actiontracker.structure.paragraphs import paragraphs
from actiontracker.structure.pieces import Part, Piece
from actiontracker.structure.presenters import presenter_of
from actiontracker.structure.sections import assign_sections
from actiontracker.structure.tags import running_tags

__all__ = ["structure"]


def structure(source: Source, given: Meeting | None = None) -> tuple[Minutes, tuple[Problem, ...]]:
    """The document understood as minutes, and what could not be read from it.

    Every field that is set in `given` wins over what the document says. Every character outside furniture stands in
    some passage, apart from markers and the hyphens of words that were divided over lines.
    """
    pieces, heads = find_items(with_header_rows(pieces_of(paragraphs(source))))
    passages = _passages(pieces, heads)
    people = people_of(pieces, passages)
    in_rows = column_tags(pieces, passages)
    running = running_tags(pieces, passages, people)
    items = _items(pieces, passages, heads)
    meeting, messages = read_meeting(source, passages, items, given or Meeting())
    tags = sorted([*in_rows, *running], key=lambda tag: tag.span)
    minutes = Minutes(source, meeting, people, items, tuple(passages), tuple(tags))
    return minutes, tuple(Problem(source.path, message) for message in messages)


def _passages(pieces: list[Piece], heads: list[Head]) -> list[Passage]:
    leads = lead_ins(pieces)
    return [
        Passage(piece.text, piece.origins, section, item, piece.marker, lead, heading=piece.part is not Part.PROSE)
        for piece, (section, item), lead in zip(pieces, assign_sections(pieces, heads, leads), leads, strict=True)
    ]


def _items(pieces: list[Piece], passages: list[Passage], heads: list[Head]) -> tuple[Item, ...]:
    """The items with the stretch from their title to the next one's, and whoever introduced each."""
    edges = [*(head.index for head in heads), len(pieces)][1:]
    number = item_of_documents(passages) if len(heads) == 1 else None
    return tuple(
        Item(
            head.number or number,
            head.title,
            Span(pieces[head.index].origins[0], pieces[end - 1].origins[-1] + 1),
            presenter_of(passages[head.index : end]),
        )
        for head, end in zip(heads, edges, strict=True)
    )
