"""Text that lost its line ends: items, numbered paragraphs and bullets that run on in one line are cut apart."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from actiontracker.structure.markers import is_financial_year

if TYPE_CHECKING:
    from actiontracker.structure.pieces import Piece

_BULLET = re.compile(r"(?<=\S) (?=[•●▪◦‣■➢\uf0b7\uf0a7]\s*\S)")
_REFERENCE = re.compile(
    r"(?:(?<=[.!?;:)”\"'a-z])|(?<=[.!?;:)”\"'\w] ))(?P<number>\d{1,4})/(?P<year>\d\d(?:\d\d)?)(?![\d/])\s+(?=[A-Z])"
)
_NUMBER = re.compile(
    r"(?:(?<=[.!?)”\"'\u2019:a-z] )|(?<=[.!?)]))(?P<major>\d{1,2})\.?(?:(?<=\.)"
    r"|(?=\s))(?P<minor>\d{1,2})?\.?\s+(?=[A-Z\u2018“])"
)
_START_REFERENCE = re.compile(r"\.?(?P<number>\d{1,4})/(?P<year>\d\d(?:\d\d)?)(?![\d/])")
_START_NUMBER = re.compile(r"(?P<major>\d{1,2})(?:\.(?P<minor>\d{1,2}))?[.)]?\s")
_TAG = re.compile(r"(?<=[.!?)”\"\u2019]) (?=(?:ACTIONS?|Actions?)\s*:)")
_IN_SENTENCE = re.compile(
    r"\b(?:about|and|at|by|for|from|in|is|items?|minutes?|no|of|on|or|page|section|that|the|to|until|was|were|with) $"
)
"""Words after which a number belongs to their sentence."""
_LONG = 400
"""A paragraph this long may hold more than one; shorter ones are left as they are."""
_WIDEST_STEP = 3
_FEWEST = 3


def without_run_ons(paragraphs: list[Piece]) -> list[Piece]:
    """The paragraphs, long ones cut before bullets and before each number that carries on the document's numbering."""
    year = _numbering_year(paragraphs)
    walk = _Numbering(year)
    done: list[Piece] = []
    for paragraph in paragraphs:
        done += _cut(paragraph, walk.cuts(paragraph))
    return done


def _cut(piece: Piece, places: list[int]) -> list[Piece]:
    if not places:
        return [piece]
    edges = [0, *places, len(piece.text)]
    first, *rest = [piece.cut(start, end) for start, end in pairwise(edges)]
    parts = [first, *(replace(part, marker=None, gap=True) for part in rest)]
    return [part for part in parts if part.text]


def _numbering_year(paragraphs: list[Piece]) -> str | None:
    """The year in minute numbers such as "45/18" when the document counts in them, or None."""
    years = Counter(
        match["year"]
        for paragraph in paragraphs
        for pattern in (_START_REFERENCE, _REFERENCE)
        for match in pattern.finditer(paragraph.text)
        if not is_financial_year(match["number"], match["year"])
    )
    year, count = years.most_common(1)[0] if years else ("", 0)
    return year if count >= _FEWEST else None


class _Numbering:
    """The numbers met so far, so that only the next one counts as an item that runs on."""

    def __init__(self, year: str | None) -> None:
        self.year = year
        self.reference: int | None = None
        self.major = 0
        self.minor = 0

    def cuts(self, piece: Piece) -> list[int]:
        """Where something new begins inside the piece, in order."""
        self._start(piece.text)
        places = [match.end() for match in _BULLET.finditer(piece.text)]
        if len(piece.text) >= _LONG:
            places += self._references(piece.text) if self.year else self._numbers(piece.text)
            tags = [match.end() for match in _TAG.finditer(piece.text)]
            places += tags if len(tags) >= 2 else []
        return sorted(set(places))

    def _start(self, text: str) -> None:
        match = _START_REFERENCE.match(text)
        if match is not None and match["year"] == self.year:
            self.reference = int(match["number"])
            return
        number = _START_NUMBER.match(text)
        if number is not None and self._follows(int(number["major"]), int(number["minor"] or 0)):
            self.major, self.minor = int(number["major"]), int(number["minor"] or 0)

    def _references(self, text: str) -> list[int]:
        places: list[int] = []
        for match in _REFERENCE.finditer(text):
            number = int(match["number"])
            if is_financial_year(match["number"], match["year"]):
                continue
            if match["year"] == self.year and (self.reference is None or 0 < number - self.reference <= _WIDEST_STEP):
                self.reference = number
                places.append(match.start())
        return places

    def _numbers(self, text: str) -> list[int]:
        places: list[int] = []
        for match in _NUMBER.finditer(text):
            major, minor = int(match["major"]), int(match["minor"] or 0)
            if _IN_SENTENCE.search(text, max(0, match.start() - 12), match.start()):
                continue
            if self._follows(major, minor) and (self.major or (major, minor) in {(1, 0), (1, 1)}):
                self.major, self.minor = major, minor
                places.append(match.start())
        return places

    def _follows(self, major: int, minor: int) -> bool:
        if major == self.major:
            return minor == self.minor + 1
        return major in {self.major + 1, self.major + 2} and minor <= 1
