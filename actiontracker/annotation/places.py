"""Where the words of an annotation stand in the minutes."""

from __future__ import annotations

import re

from actiontracker.records import Span


def plain_words(text: str | None) -> str:
    """`text` in lower case, with one blank for whatever stands between its words."""
    return re.sub(r"\W+", " ", (text or "").lower()).strip()


def place_of(quote: str, text: str) -> Span | None:
    """The first place of `quote` in `text`: letter for letter, else without regard to case, blanks and punctuation."""
    start = text.find(quote) if quote else -1
    if start >= 0:
        return Span(start, start + len(quote))
    words = [re.escape(word) for word in plain_words(quote).split()]
    found = re.search(r"\W+".join(words), text, re.IGNORECASE) if words else None
    return Span(*found.span()) if found else None


def nearest_place(words: str, text: str, around: Span) -> Span | None:
    """Where whole `words` stand: within `around` first, else the nearest place before or after it."""
    loose = r"\W+".join(re.escape(word) for word in plain_words(words).split())
    if not loose:
        return None
    exact = f"{_edge(words[0])}{re.escape(words)}{_edge(words[-1])}"
    found = [*re.finditer(exact, text), *re.finditer(rf"\b{loose}\b", text, re.IGNORECASE)]
    return min((Span(*match.span()) for match in found), key=lambda place: _distance(place, around), default=None)


def _edge(letter: str) -> str:
    return r"\b" if letter.isalnum() else ""


def _distance(place: Span, around: Span) -> int:
    if around.start <= place.start and place.end <= around.end:
        return 0
    return max(around.start - place.start, place.end - around.end, 1)
