"""What the encoder reads: a stretch of a passage with the words that say where it stands and what is around it.

A reading is four pieces of text: the place (section, list, lead, tag, the item's title, the lead-in), the end of what
stands before, the stretch itself, and the beginning of what follows. A short passage is one reading; a long one is cut
between sentences, so that each clause is read once. Only a sentence too long to be read whole is cut inside.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.extract.facts import Lead

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span

    from actiontracker.extract.facts import Context

LONGEST: Final = 700
"""Characters of a passage that are read at once; a longer sentence is read alone."""
ALONE: Final = 900
"""Characters of the longest sentence that is read whole; the encoder takes no more of ordinary words."""
AROUND: Final = 120
"""Characters before and after that are read with it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading; `start` is where `text` begins in the passage's text (0-based)."""

    place: str
    before: str
    text: str
    after: str
    start: int

    @property
    def end(self) -> int:
        """Where `text` ends in the passage's text."""
        return self.start + len(self.text)


def place_words(context: Context) -> str:
    """Where a passage stands, in words that the encoder knows."""
    words = [context.section.value]
    words += ["bullet"] * context.listed + ["tagged"] * context.tagged
    words += [context.lead.value] * (context.lead is not Lead.NONE)
    return f"{' '.join(words)} | {context.title[:60]} | {context.lead_in[-80:]}"


def readings(doc: Doc, text: str, context: Context) -> Iterator[Reading]:
    """The passage as readings, in order; together they hold every word of every sentence once.

    `text` is the document's, which spaCy puts together anew whenever it is asked.
    """
    place = place_words(context)
    for start, end in stretches(list(doc.sents)):
        yield Reading(
            place=place,
            before=text[max(0, start - AROUND) : start].strip() or context.before[-AROUND:],
            text=text[start:end],
            after=text[end : end + AROUND].strip() or context.after[:AROUND],
            start=start,
        )


def stretches(sentences: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Where what is read together begins and ends (0-based, end exclusive)."""
    start, end = 0, 0
    for part_start, part_end in (part for sentence in sentences for part in _parts(sentence)):
        if end > start and part_end - start > LONGEST:
            yield start, end
            start = part_start
        end = part_end
    if end > start:
        yield start, end


def _parts(sentence: Span) -> Iterator[tuple[int, int]]:
    """The sentence whole, or cut between words into parts of much the same length where it is too long for that."""
    start, length = sentence.start_char, sentence.end_char - sentence.start_char
    share = length / max(1, math.ceil(length / ALONE))
    for token in sentence:
        if token.idx - start >= share and token.i > sentence.start and token.nbor(-1).whitespace_:
            yield start, token.idx
            start = token.idx
    yield start, sentence.end_char
