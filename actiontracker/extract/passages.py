"""Runs the pipeline over a document's passages and turns what it marks into records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

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

READ_SECTIONS = frozenset(Section) - {Section.FRONT}
"""Sections whose words may bind anybody; in some it is rare, which the classifier is told."""

_BINDING_WORDS: Final = re.compile(
    r"\b(?:will|wil|would|woud|shall|wo|should|must|ought|can|ca|could|may|might|to|be|that|ask\w*|request\w*|call\w*"
    r"|seek\w*|sought|defer\w*|postpon\w*|carr\w*|adjourn\w*|hold|held|agree\w*|accept\w*|support\w*|endors\w*)\b"
    r"|['’](?:ll|d)\b",
    re.IGNORECASE,
)


def may_hold_a_commitment(text: str, lead: Lead) -> bool:
    """Whether a passage has a word without which no construction fits; the others need no parse."""
    return lead is not Lead.NONE or _BINDING_WORDS.search(text) is not None


def extract(
    minutes: Minutes, nlp: Language, min_score: float = THRESHOLD
) -> tuple[tuple[Commitment, ...], tuple[Problem, ...]]:
    """Every commitment that scores `min_score` (0 to 1) or more, in reading order, and what could not be read.

    Offsets are into `minutes.source.text` (0-based, end exclusive).
    """
    tagged = {index for tag in minutes.tags for index in tag.covers}
    read = {i: context_of(minutes, i, i in tagged) for i, p in enumerate(minutes.passages) if is_read(p)}
    contexts = {i: c for i, c in read.items() if may_hold_a_commitment(minutes.passages[i].text, c.lead)}
    texts = ((minutes.passages[index].text, context) for index, context in contexts.items())
    found = [
        _commitment(minutes, index, item)
        for index, items in zip(contexts, parse(nlp, texts, min_score), strict=True)
        for item in items
    ]
    return from_tags(minutes, found), ()


_FINISHED: Final = re.compile(
    r"(?:^|[.;:–-])\s*(?:(?:now|action|item|status:?) )*(?:completed?|closed|discharged|done)\W*$", re.IGNORECASE
)
"""A passage that ends by saying that the thing is done tells of an older action."""


def is_read(passage: Passage) -> bool:
    """Whether the passage's words can bind anybody."""
    if passage.section not in READ_SECTIONS or passage.heading or len(passage.text) <= _SHORTEST:
        return False
    return _FINISHED.search(passage.text) is None


_SHORTEST: Final = 5
"""Characters; what is not longer binds nobody."""


_NEIGHBOUR: Final = 160
"""Characters of the passages around and of the lead-in that are kept as context."""


def context_of(minutes: Minutes, index: int, tagged: bool) -> Context:
    """Where in the document the passage at `index` stands, with what is said around it."""
    passage = minutes.passages[index]
    above = minutes.passages[passage.lead_in].text if passage.lead_in is not None else ""
    return Context(
        section=passage.section,
        lead=_lead(minutes, passage),
        tagged=tagged,
        listed=passage.marker is not None,
        title=minutes.items[passage.item].title if passage.item is not None else "",
        lead_in=above[-_NEIGHBOUR:],
        before=minutes.passages[index - 1].text[-_NEIGHBOUR:] if index else "",
        after=minutes.passages[index + 1].text[:_NEIGHBOUR] if index + 1 < len(minutes.passages) else "",
    )


_DEEPEST_LIST: Final = 4
"""Lists within lists beyond which no lead-in is looked for, so that a ring of them cannot hold us."""


def _lead(minutes: Minutes, passage: Passage) -> Lead:
    """What the passage hangs on: its lead-in, the lead-in's own, or its section's label."""
    above = passage.lead_in
    for _ in range(_DEEPEST_LIST):
        if above is None:
            break
        lead = lead_of_lead_in(minutes.passages[above].text)
        if lead is not Lead.NONE:
            return lead
        above = minutes.passages[above].lead_in
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
        condition=words(found.condition),
        score=round(found.score, 3),
        cue=found.cue,
        passage=index,
        item=passage.item,
        section=passage.section,
        page=line.page,
        line=line.number,
    )
