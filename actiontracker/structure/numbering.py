"""The body's own numbers before item titles, and which series of them in a document numbers the items."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from actiontracker.records import LineKind
from actiontracker.structure.pieces import Part, Piece
from actiontracker.structure.titles import icon_at, inline_title_end, is_clear_title, is_title, run_on_title_end

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", re.compile(r"(?P<value>\d{1,4})[.:]?")),
    ("bracket", re.compile(r"\(?(?P<value>\d{1,3})\)")),
    ("alpha", re.compile(r"(?P<stem>[A-Z])(?P<value>\d{1,2})[.:)]?")),
    ("reference", re.compile(r"(?P<stem>[A-Z]{0,6}[ ./-]{0,2}\d{1,4}/(?:\d{1,4}/)*) ?(?P<value>\d{1,4})[a-z]?[.:)]?")),
    ("reference", re.compile(r"(?P<stem>[A-Z]{1,6}[./-]\d{1,4}[./-])(?P<value>\d{1,4})[a-z]?[.:)]?")),
    ("reference", re.compile(r"(?P<stem>[A-Z]{1,6}[/. -]?)(?P<value>\d{1,4})[a-z]?[.:)]?")),
    ("year", re.compile(r"[A-Z]{0,6}[ ./-]{0,2}(?P<value>\d{1,4})[a-z]?(?:\.\d{1,2})?(?P<stem>/\d\d(?:\d\d)?)[.:)]?")),
    ("dotted", re.compile(r"(?P<stem>\d{1,3}\.(?:\d{1,3}\.)*)(?P<value>\d{1,3})[.:)]?")),
    ("letter", re.compile(r"(?P<value>[A-Z])[.)]")),
    ("roman", re.compile(r"(?P<value>[IVX]{1,6})[.)]")),
)
_BARE = re.compile(
    r"(?P<number>\.?\d{1,4}[a-z]?/\d\d(?:\d\d)?(?=\s)|(?:Agenda )?(?:Item|ITEM"
    r"|Minute)\s*(?:No\.?\s*)?\d{1,4}(?:[./]\d{1,3})*[a-z]?\s*[.:\u2013—-]?(?=\s)|\d{1,4}(?=\s)"
    r"|[A-Z]\d{1,2}[.:]?(?=\s)|[A-Z]{2,5}[ .-]?\d{1,4}[.:]?(?=\s)|[A-Z]\.(?=\s)|[IVX]{1,4}\.(?=\s))\s*"
    r"(?=[A-Z\u2018'\"“(*])(?!(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Jan|Feb|Mar|Apr|Jun"
    r"|Jul|Aug|Sept?|Oct|Nov|Dec|Members|Councillors|MEMBERS|Residents|Parishioners)\b)"
)
_FEWEST_STATEMENTS, _LAST_START, _SHARE = 5, 15, 0.5
"""Statements without titles are items where so many are numbered, from so near the top, over this part of the text."""
ITEM_WORD = re.compile(r"^(?:agenda )?(?:item|minute)\s*(?:no\.?)?\s*(?=\d)", re.IGNORECASE)
_LETTERS = frozenset({"letter", "roman"})
"""Families that look like people's initials, so that they must count from the first without a gap."""
_LETTERED = re.compile(r"\d[a-z](?![a-z])")
_EMPTY = 0.7
_WIDEST_STEP = 5
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A piece that a number stands before: a candidate for an item's title."""

    index: int
    number: str
    """As written."""
    family: str
    value: int
    weight: float
    """How much the words after the number look like a title."""
    skip: int
    """Characters of the piece's text that the number takes, when it is not its marker already."""


def item_series(pieces: list[Piece]) -> list[Numbered]:
    """The pieces whose numbers count the document's items, in order; empty when nothing numbers them."""
    families: dict[str, list[Numbered]] = defaultdict(list)
    for index, piece in enumerate(pieces):
        for candidate in _candidates(index, piece):
            families[candidate.family].append(candidate)
    chains = [_best_chain(_with_text_first(candidates)) for candidates in families.values()]
    chain = max((chain for chain in chains if _is_series(chain, len(pieces))), default=[], key=_total)
    if not chain:
        return []
    values = {each.value for each in chain}
    lettered = [each for each in families[chain[0].family] if each.value in values and _LETTERED.search(each.number)]
    together = {each.index: each for each in (*chain, *lettered)}
    return [together[index] for index in sorted(together)]


def _with_text_first(candidates: list[Numbered]) -> list[Numbered]:
    """The candidates, those at once followed by the next weighing less: a list of the agenda before the minutes."""
    following = {each.index for each in candidates}
    return [replace(each, weight=each.weight * _EMPTY) if each.index + 1 in following else each for each in candidates]


def _is_series(chain: list[Numbered], pieces: int) -> bool:
    """Whether the numbers count the document's items: several stand before titles, or they count the whole document."""
    if chain and chain[0].family in _LETTERS and [each.value for each in chain] != list(range(1, len(chain) + 1)):
        return False
    if _total(chain) >= 2.0 and sum(each.weight >= _EMPTY for each in chain) >= 2:
        return True
    whole = len(chain) >= _FEWEST_STATEMENTS and chain[0].value == 1 and chain[0].index < _LAST_START
    return whole and chain[-1].index - chain[0].index >= _SHARE * pieces


def dotted_under(piece: Piece, number: str) -> bool:
    """Whether the piece is numbered one level below the item `number`: 7.2 under 7."""
    return piece.marker is not None and re.fullmatch(rf"{re.escape(number)}\.\d{{1,2}}[.:]?", piece.marker) is not None


def _total(chain: list[Numbered]) -> float:
    return sum(each.weight for each in chain)


def _candidates(index: int, piece: Piece) -> list[Numbered]:
    """What the piece's number could count; "45/18" counts by its first figure or by its last."""
    if piece.part is Part.LABEL and piece.marker is None:
        return []
    number, skip = piece.marker, 0
    if number is None:
        bare = _BARE.match(piece.text)
        if bare is None:
            return []
        number, skip = bare["number"], bare.end()
    weight = _weight(piece.cut(skip), bare=skip > 0 and number.isdigit())
    if skip and number[0].isalpha() and number[-1] == "." and weight < 1.5:
        return []
    bare_number = ITEM_WORD.sub("", number).strip(" \u2013—-")
    named = "item " if bare_number != number.strip() else ""
    found: list[Numbered] = []
    for family, form in _FORMS:
        match = form.fullmatch(bare_number)
        if match is not None and weight:
            stem = match.groupdict().get("stem") or ""
            name = f"{named}{family} {stem}" if family in {"reference", "dotted", "year"} else f"{named}{family}"
            found.append(Numbered(index, number, name, _value(match["value"]), weight, skip))
            if family not in {"reference", "letter"}:
                break
    return found


def _value(text: str) -> int:
    if text.isdigit():
        return int(text)
    if len(text) == 1 and text not in _ROMAN:
        return ord(text) - ord("A") + 1
    values = [_ROMAN.get(char, 0) for char in text]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def _weight(piece: Piece, *, bare: bool) -> float:
    """How much a numbered piece looks like an item: a heading, a title alone, a title with its text, a statement."""
    if piece.kind is LineKind.HEADING or icon_at(piece.text) is not None:
        return 3.0
    if piece.part is Part.LABEL or is_clear_title(piece.text):
        return 2.0
    if is_title(piece.text):
        return 1.5
    if inline_title_end(piece) is not None or (not bare and run_on_title_end(piece.text) is not None):
        return 1.0
    return 0.0 if bare else 0.25


def _best_chain(candidates: list[Numbered]) -> list[Numbered]:
    """The heaviest run of candidates whose numbers go up by small steps."""
    best: dict[int, tuple[float, int]] = {}
    before: list[int | None] = []
    for position, each in enumerate(candidates):
        score, link = 0.0, None
        for step in range(1, _WIDEST_STEP + 1):
            earlier = best.get(each.value - step)
            if earlier is not None and earlier[0] - 0.3 * (step - 1) > score:
                score, link = earlier[0] - 0.3 * (step - 1), earlier[1]
        before.append(link)
        if each.value not in best or best[each.value][0] < score + each.weight:
            best[each.value] = (score + each.weight, position)
    chain: list[Numbered] = []
    at = max(best.values(), default=(0.0, None))[1]
    while at is not None:
        chain.append(candidates[at])
        at = before[at]
    return chain[::-1]
