"""Runs the pipeline over a document's passages and turns what it marks into records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actiontracker.extract.facts import Context, Lead
from actiontracker.extract.find import THRESHOLD
from actiontracker.extract.leads import lead_of_lead_in, lead_of_section
from actiontracker.extract.pipeline import parse
from actiontracker.extract.tagged import from_tags
from actiontracker.records import Commitment, Problem, Section, Words

if TYPE_CHECKING:
    from spacy.language import Language

    from actiontracker.extract.find import Found
    from actiontracker.records import Minutes, Passage

READ_SECTIONS = frozenset({Section.DECISION, Section.MINUTES, Section.RESOLUTION})
"""Sections whose words can bind anybody; the others hold agenda wording, names, links, or older actions retold."""


def extract(
    minutes: Minutes, nlp: Language, min_score: float = THRESHOLD
) -> tuple[tuple[Commitment, ...], tuple[Problem, ...]]:
    """Every commitment that scores `min_score` or more, in reading order, and what could not be read.

    Offsets are into `minutes.source.text`.
    """
    tagged = {index for tag in minutes.tags for index in tag.covers}
    chosen = [(index, passage) for index, passage in enumerate(minutes.passages) if _is_read(passage)]
    contexts = (_context(minutes, passage, index in tagged) for index, passage in chosen)
    texts = zip((passage.text for _, passage in chosen), contexts, strict=True)
    found = [
        _commitment(minutes, index, item)
        for (index, _), items in zip(chosen, parse(nlp, texts, min_score), strict=True)
        for item in items
    ]
    return from_tags(minutes, found), ()


def _is_read(passage: Passage) -> bool:
    return passage.section in READ_SECTIONS and not passage.heading and len(passage.text) > 5


def _context(minutes: Minutes, passage: Passage, tagged: bool) -> Context:
    return Context(section=passage.section, lead=_lead(minutes, passage), tagged=tagged)


def _lead(minutes: Minutes, passage: Passage) -> Lead:
    """What the passage hangs on: its lead-in, the lead-in's own, or its section's label."""
    seen = 0
    current = passage
    while current.lead_in is not None and seen < 4:
        current = minutes.passages[current.lead_in]
        lead = lead_of_lead_in(current.text)
        if lead is not Lead.NONE:
            return lead
        seen += 1
    return lead_of_section(passage.section)


def _commitment(minutes: Minutes, index: int, found: Found) -> Commitment:
    passage, text = minutes.passages[index], minutes.source.text
    span = passage.source_span(found.start, found.end)
    line = minutes.source.line_at(span.start)

    def words(place: tuple[int, int] | None) -> Words | None:
        if place is None:
            return None
        where = passage.source_span(*place)
        return Words(passage.text[place[0] : place[1]], where)

    return Commitment(
        span=span,
        quote=span.of(text),
        kind=found.kind,
        action=found.action,
        owner=words(found.owner),
        recipient=words(found.recipient),
        deadline=words(found.deadline),
        score=round(found.score, 3),
        cue=found.cue,
        passage=index,
        item=passage.item,
        section=passage.section,
        page=line.page,
        line=line.number,
    )
