"""A right-hand column, without ruled lines, that says who is to act on the passage beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from actiontracker.read.pdf_columns import halves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from actiontracker.read.pdf_layout import PageLayout, Strip, Word

HEAD: Final = re.compile(
    r"actions?(?: ?(?:/|by|for|on|owner|lead|officer|required|points?|taken|who|whom|when))*"
    r"|(?:to be )?actioned by|by whom|by who|lead(?: officer| person| member)?"
    r"|(?:person |officer )?responsib(?:le|ility)(?: officer| person)?|assigned to|owner",
    re.IGNORECASE,
)
"""The words at the head of such a column."""

HEAD_TAIL: Final = re.compile(r"by|by whom|whom|owner|officer|lead|required|responsible|who", re.IGNORECASE)
"""A second line of the head."""

_TOPIC: Final = r"(?:items?|minutes?|discussions?|no|number|ref|subject|topic|details?|notes?|decisions?|matters?)"

BODY_HEAD: Final = re.compile(
    rf"(?:agenda |minute )?{_TOPIC}(?:[ ./&]+(?:and )?{_TOPIC})*\.?",
    re.IGNORECASE,
)
"""The words at the head of the passages, on the same line."""

RIGHT_SHARE: Final = 0.6
"""The column begins right of this share of the text's width."""

OWN_GAP: Final = 1.2
"""Font sizes between a passage and the words of the column."""

MOST_CROSSING: Final = 0.1
"""Share of the lines beside the column that may run through its left edge."""

LONGEST_ENTRY: Final = 6
"""Words that an entry of the column has on one line."""

NOT_A_DOER: Final = re.compile(
    r"[\W\d_]*|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d{2,4})?",
    re.IGNORECASE,
)
"""Dates, times and amounts: a column of nothing else is none of who acts."""


@dataclass(frozen=True, slots=True)
class Zone:
    """The part of one page that the column stands in."""

    page: int
    top: float
    bottom: float
    edge: float
    """Left edge of the column."""


@dataclass(frozen=True, slots=True)
class ActionColumn:
    """The column over all pages."""

    head: tuple[Strip, ...]
    """The lines of its head where it stands first."""
    body_head: Strip | None
    """The head of the passages beside it."""
    zones: dict[int, Zone]
    entries: tuple[Strip, ...]
    repeated: tuple[Strip, ...]
    """The head where it is printed again."""


@dataclass(frozen=True, slots=True)
class _Head:
    """The head as found on a page: its words on one line or two, and the head of the passages beside them."""

    lines: tuple[Strip, ...]
    beside: Strip | None


@dataclass(frozen=True, slots=True)
class _Found:
    """What one page gives."""

    zone: Zone
    heads: tuple[_Head, ...]
    entries: tuple[Strip, ...]
    strips: tuple[Strip, ...]
    """Everything else on the page."""


_Halves = tuple["Strip | None", "Strip | None"]
"""What a line has left of the column's edge, and right of it."""


def is_column_head(line: Strip) -> bool:
    """Whether the line ends with words that may head the column, set apart from what stands before them."""
    return HEAD.fullmatch(_words(_runs(line)[-1])) is not None


def part_action_column(pages: Sequence[PageLayout]) -> tuple[list[PageLayout], ActionColumn | None]:
    """The pages without the words of the action column, and the column; None where there is no such column."""
    found = _trimmed(_found(pages))
    if not _is_credible(found):
        return list(pages), None
    bare = {each.zone.page: each.strips for each in found.values()}
    parted = [replace(page, strips=bare.get(page.number, page.strips)) for page in pages]
    first, *later = [head for each in found.values() for head in each.heads]
    column = ActionColumn(
        head=first.lines,
        body_head=first.beside,
        zones={number: each.zone for number, each in found.items()},
        entries=tuple(entry for each in found.values() for entry in each.entries),
        repeated=tuple(line for head in later for line in (*head.lines, *([head.beside] if head.beside else []))),
    )
    return parted, column


# --- page by page -----------------------------------------------------------------------------------------------------


def _found(pages: Sequence[PageLayout]) -> dict[int, _Found]:
    """What every page from the first head on gives; a page that the column's edge does not fit ends it."""
    found: dict[int, _Found] = {}
    bound = _bound(pages)
    edge, words = 0.0, ""
    for page in pages:
        each = _beside(page, 0, _edge(page.strips, edge + 1, bound), words) if edge else None
        each = each or _under_head(page, bound)
        edge = each.zone.edge if each else 0.0
        if each:
            found[page.number] = each
            words = _words(each.heads[0].lines[0].words) if each.heads else words
    return found


def _bound(pages: Iterable[PageLayout]) -> float:
    """The place right of which the column is looked for."""
    filled = [page.strips for page in pages if page.strips]
    if not filled:
        return 0.0
    left = median(min(each.x0 for each in strips) for strips in filled)
    right = median(max(each.x1 for each in strips) for strips in filled)
    return left + RIGHT_SHARE * (right - left)


def _under_head(page: PageLayout, bound: float) -> _Found | None:
    """The column below the first head on the page that fits what stands below it."""
    for index, line in enumerate(page.strips):
        run = _runs(line)[-1]
        if run[0].x0 > bound and HEAD.fullmatch(_words(run)):
            found = _beside(page, index, _edge(page.strips[index + 1 :], run[0].x0, bound), _words(run))
            if found and found.heads:
                return found
    return None


def _edge(below: Sequence[Strip], x0: float, bound: float) -> float:
    """The left edge of the column whose head begins at `x0`: the nearest place that the fewest lines run through."""
    last = max((index for index, line in enumerate(below) if _may_enter(line, x0)), default=-1)
    runs = [run for line in below[: last + 1] for run in _runs(line)]
    places = [x0 - 2 * step for step in range(1 + int(min(90.0, x0 - bound) / 2))]
    return min(places, key=lambda place: sum(run[0].x0 < place < run[-1].x1 for run in runs)) - 1


def _may_enter(line: Strip, x0: float) -> bool:
    run = _runs(line)[-1]
    return run[0].x0 > x0 - 80 and len(run) <= LONGEST_ENTRY


def _beside(page: PageLayout, start: int, edge: float, words: str) -> _Found | None:
    """The column from line `start` of a page on, given its left edge and the words at its head; None where too many
    lines run through the edge.
    """
    above, below = page.strips[:start], page.strips[start:]
    parts = [_parted(line, edge) for line in below]
    last = max((index for index, (_, entry) in enumerate(parts) if entry), default=len(parts) - 1)
    crossing = [index for index, line in enumerate(below) if _crosses(line, edge)]
    if not below or sum(index <= last for index in crossing) > MOST_CROSSING * (last + 1):
        return None
    end = min((index for index in crossing if index > last), default=len(below))
    heads, entries, rest = _sorted(parts[:end], words)
    top = (above[-1].base + below[0].base) / 2 if above else 0.0
    bottom = (below[end - 1].base + below[end].base) / 2 if end < len(below) else page.height
    zone = Zone(page.number, top, bottom, edge)
    return _Found(zone, tuple(heads), tuple(entries), (*above, *rest, *below[end:]))


def _sorted(parts: Sequence[_Halves], words: str) -> tuple[list[_Head], list[Strip], list[Strip]]:
    """The heads of the column with these words, its entries, and the lines beside it."""
    heads: list[_Head] = []
    entries: list[Strip] = []
    rest: list[Strip] = []
    done = 0
    for index, (body, entry) in enumerate(parts):
        if index < done:
            continue
        if entry and _words(entry.words) == words:
            lines = (entry, *_second_line(entry, parts[index + 1 : index + 2]))
            beside = body if body and _is_body_head(body) else None
            heads.append(_Head(lines, beside))
            done = index + len(lines)
            body = None if beside else body  # noqa: PLW2901 - a head is not a passage
        elif entry:
            entries.append(entry)
        if body:
            rest.append(body)
    return heads, entries, rest


def _second_line(head: Strip, after: Sequence[_Halves]) -> Iterator[Strip]:
    for body, entry in after:
        close = entry is not None and entry.base - head.base < 2 * head.size
        if entry and close and body is None and HEAD_TAIL.fullmatch(_words(entry.words)):
            yield entry


def _parted(line: Strip, edge: float) -> _Halves:
    """What stands left of the edge, and what stands right of it with a gap between."""
    if _crosses(line, edge):
        return line, None
    left, right = halves([line], edge)
    return (left[0] if left else None), (right[0] if right else None)


def _crosses(line: Strip, edge: float) -> bool:
    return any(run[0].x0 < edge < run[-1].x1 for run in _runs(line))


def _runs(line: Strip) -> list[list[Word]]:
    """The words of a line in groups without a gap that could part the column from a passage."""
    runs = [[line.words[0]]]
    for before, word in pairwise(line.words):
        if word.x0 - before.x1 > OWN_GAP * max(before.size, word.size):
            runs.append([])
        runs[-1].append(word)
    return runs


def _words(words: Iterable[Word]) -> str:
    return " ".join(word.text for word in words).rstrip(" :.")


def _is_body_head(line: Strip) -> bool:
    return all(BODY_HEAD.fullmatch(_words(run)) for run in _runs(line))


# --- whether to believe it --------------------------------------------------------------------------------------------


def _trimmed(found: dict[int, _Found]) -> dict[int, _Found]:
    """The pages up to the last one with an entry, and the one after it, where the last passage may end."""
    last = max((number for number, each in found.items() if each.entries), default=-1)
    return {number: each for number, each in found.items() if number <= last + 1}


def _is_credible(found: dict[int, _Found]) -> bool:
    """Whether the entries are few and short, and at least one can be somebody who acts."""
    entries = [entry for each in found.values() for entry in each.entries]
    beside = [line for each in found.values() for line in each.strips if each.zone.top <= line.base <= each.zone.bottom]
    if not entries or not beside or not any(each.heads for each in found.values()):
        return False
    short = sum(len(entry.words) <= LONGEST_ENTRY for entry in entries) > 0.8 * len(entries)
    few = sum(len(entry.text) for entry in entries) < 0.3 * sum(len(line.text) for line in beside)
    return short and few and any(not NOT_A_DOER.fullmatch(entry.text) for entry in entries)
