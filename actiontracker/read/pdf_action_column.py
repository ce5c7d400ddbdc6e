"""A right-hand column, without ruled lines, that says who is to act on the passage beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from actiontracker.read.pdf_columns import halves

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
    """The head as found on a page: its words on one line or two, and the first line without them."""

    lines: tuple[Strip, ...]
    rest: Strip | None


@dataclass(frozen=True, slots=True)
class _Found:
    """What one page gives."""

    zone: Zone
    head: _Head | None
    entries: tuple[Strip, ...]
    strips: tuple[Strip, ...]
    """Everything else on the page."""


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
    first, *later = [each.head for each in found.values() if each.head]
    column = ActionColumn(
        head=first.lines,
        body_head=first.rest,
        zones={number: each.zone for number, each in found.items()},
        entries=tuple(entry for each in found.values() for entry in each.entries),
        repeated=tuple(line for head in later for line in (*head.lines, *([head.rest] if head.rest else []))),
    )
    return parted, column


# --- page by page -----------------------------------------------------------------------------------------------------


def _found(pages: Sequence[PageLayout]) -> dict[int, _Found]:
    """What every page from the first head on gives; a page that the column's edge does not fit ends it."""
    found: dict[int, _Found] = {}
    bound = _bound(pages)
    edge: float | None = None
    for page in pages:
        each = _under_head(page, bound) or (_without_head(page, edge, bound) if edge is not None else None)
        edge = each.zone.edge if each else None
        if each:
            found[page.number] = each
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
    for index, line in enumerate(page.strips):
        run = _runs(line)[-1]
        if run[0].x0 > bound and HEAD.fullmatch(_words(run)):
            return _beside(page, index, _edge(page.strips[index + 1 :], run[0].x0, bound))
    return None


def _without_head(page: PageLayout, edge: float, bound: float) -> _Found | None:
    return _beside(page, None, _edge(page.strips, edge + 1, bound))


def _edge(below: Sequence[Strip], x0: float, bound: float) -> float:
    """The left edge of the column whose head begins at `x0`: the nearest place that the fewest lines run through."""
    last = max((index for index, line in enumerate(below) if _may_enter(line, x0)), default=-1)
    runs = [run for line in below[: last + 1] for run in _runs(line)]
    places = [x0 - 2 * step for step in range(1 + int(min(90.0, x0 - bound) / 2))]
    return min(places, key=lambda place: sum(run[0].x0 < place < run[-1].x1 for run in runs)) - 1


def _may_enter(line: Strip, x0: float) -> bool:
    run = _runs(line)[-1]
    return run[0].x0 > x0 - 80 and len(run) <= LONGEST_ENTRY


def _beside(page: PageLayout, head_index: int | None, edge: float) -> _Found | None:
    """The column on one page, given its left edge; None where too many lines run through it."""
    above = page.strips[:head_index] if head_index is not None else ()
    below = page.strips[len(above) :]
    parts = [_parted(line, edge) for line in below]
    last = max((index for index, (_, entry) in enumerate(parts) if entry), default=len(parts) - 1)
    crossing = [index for index, line in enumerate(below) if _crosses(line, edge)]
    if sum(index <= last for index in crossing) > MOST_CROSSING * (last + 1):
        return None
    end = min((index for index in crossing if index > last), default=len(below))
    head = _head(parts) if head_index is not None else None
    skip = len(head.lines) if head else 0
    rest = [body for body, _ in parts[skip:end] if body]
    if head and head.rest and not _is_body_head(head.rest):
        rest.insert(0, head.rest)
        head = replace(head, rest=None)
    top = below[0].top - 1 if head_index is not None else 0.0
    bottom = below[end].top if end < len(below) else page.height
    entries = [entry for _, entry in parts[skip:end] if entry]
    return _Found(Zone(page.number, top, bottom, edge), head, tuple(entries), (*above, *rest, *below[end:]))


def _head(parts: Sequence[tuple[Strip | None, Strip | None]]) -> _Head | None:
    """The head in the first of the lines, with a second line of it in the next."""
    rest, first = parts[0]
    if first is None:
        return None
    lines = [first]
    if len(parts) > 1:
        body, second = parts[1]
        if second and body is None and second.base - first.base < 2 * first.size and HEAD_TAIL.fullmatch(second.text):
            lines.append(second)
    return _Head(tuple(lines), rest)


def _parted(line: Strip, edge: float) -> tuple[Strip | None, Strip | None]:
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
    beside = [line for each in found.values() for line in each.strips]
    if not entries or not beside or not any(each.head for each in found.values()):
        return False
    short = sum(len(entry.words) <= LONGEST_ENTRY for entry in entries) > 0.8 * len(entries)
    few = sum(len(entry.text) for entry in entries) < 0.3 * sum(len(line.text) for line in beside)
    return short and few and any(not NOT_A_DOER.fullmatch(entry.text) for entry in entries)
