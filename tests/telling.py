"""Minutes told paragraph by paragraph, with the commitments that an extractor would find in them."""

from __future__ import annotations

import hashlib

from actiontracker.records import (
    Commitment,
    Item,
    Kind,
    Line,
    Meeting,
    Minutes,
    Passage,
    Person,
    Section,
    Source,
    SourceKind,
    Span,
    Words,
)


class Telling:
    """A document as it grows: `says` adds a paragraph, `finds` a commitment in the paragraph said last."""

    def __init__(self, meeting: Meeting | None = None, people: tuple[Person, ...] = ()) -> None:
        self.meeting, self.people = meeting or Meeting(), people
        self.text = ""
        self.lines: list[Line] = []
        self.items: list[Item] = []
        self.passages: list[Passage] = []
        self.commitments: list[Commitment] = []

    def item(self, title: str, presenter: str | None = None) -> Telling:
        self.items.append(Item(str(len(self.items) + 1), title, self._add(title), presenter))
        return self

    def says(
        self, words: str, section: Section = Section.MINUTES, marker: str | None = None, lead_in: int | None = None
    ) -> Telling:
        span = self._add(words)
        item = len(self.items) - 1 if self.items else None
        self.passages.append(Passage(words, tuple(range(span.start, span.end)), section, item, marker, lead_in))
        return self

    def finds(
        self,
        quote: str,
        action: str,
        kind: Kind = Kind.UNDERTAKING,
        owner: str | None = None,
        deadline: str | None = None,
        recipient: str | None = None,
        score: float = 0.8,
        condition: str | None = None,
    ) -> Telling:
        passage = self.passages[-1]
        start = self.text.index(quote, passage.span.start)
        span = Span(start, start + len(quote))
        self.commitments.append(
            Commitment(
                span=span,
                quote=quote,
                kind=kind,
                action=action,
                owner=self._words(owner, passage.span),
                recipient=self._words(recipient, passage.span),
                deadline=self._words(deadline, passage.span),
                score=score,
                cue="told",
                passage=len(self.passages) - 1,
                item=passage.item,
                section=passage.section,
                page=None,
                line=self.lines[-1].number,
                condition=self._words(condition, passage.span),
            )
        )
        return self

    @property
    def last(self) -> int:
        """The index of the paragraph said last, for clauses that hang on it."""
        return len(self.passages) - 1

    @property
    def minutes(self) -> Minutes:
        digest = hashlib.sha256(self.text.encode()).hexdigest()
        source = Source("told.txt", digest, SourceKind.TEXT, None, self.text, tuple(self.lines))
        return Minutes(source, self.meeting, self.people, tuple(self.items), tuple(self.passages), ())

    def _add(self, words: str) -> Span:
        span = Span(len(self.text), len(self.text) + len(words))
        self.lines.append(Line(span, len(self.lines) + 1))
        self.text += f"{words}\n"
        return span

    def _words(self, words: str | None, within: Span) -> Words | None:
        if words is None:
            return None
        start = self.text.index(words, within.start, within.end)
        return Words(words, Span(start, start + len(words)))
