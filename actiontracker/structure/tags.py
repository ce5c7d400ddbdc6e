"""Action tags in running text: "ACTION: Clerk", "(Owner: Head of Housing)", initials at the right-hand edge."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from actiontracker.records import ActionTag, Passage, Person, Section, Span
from actiontracker.structure.columns import tag_cells
from actiontracker.structure.doers import doer_end, initials_like, is_doer, is_initials
from actiontracker.structure.sentences import sentence_spans

if TYPE_CHECKING:
    from actiontracker.structure.pieces import Piece

_WORD = r"(?:ACTIONS?|Actions?|action(?=\s*:)|ACT(?=[ .:])|Act(?=[ .:]))"
_HEAD = re.compile(
    rf"[\[(*\s]*(?:{_WORD}(?P<by>\s+(?:by|By|BY|for|on|owner|required|point|Point|POINT|item|no\.?"
    rf"|agreed))*(?P<number>\s*#?\d+(?:\.\d+)*)?"
    r"|AP\s?\d+|(?:Action )?(?:Owner|OWNER|Responsible(?: officer)?|Lead(?: officer)?|By whom)(?=\s*[:\u2013—-]))"
    r"(?P<mark>\s*[:;|]\s*[-\u2013—]?|\s*[-\u2013—]+|\.(?=\s))?\s*"
)
_BRACKETED = re.compile(
    rf"[\[(]\s*(?:{_WORD}(?:\s+(?:by|point|no\.?))?(?:\s*\d+)?|(?:Owner|OWNER|Lead|Responsible"
    rf"|Resp)(?=\s*[:.\u2013—-]|\s+[A-Z]))\s*[:.\u2013—-]?\s*(?P<doer>[^()\[\]]{{2,160}}?)\s*[\])]"
)
_TO_ACTION = re.compile(r"[\[(]\s*(?P<doer>[^()\[\]]{2,60}?) to action\s*[\])]")
_INLINE = re.compile(
    r"(?<=[.!?;,)\u2013—-])\s*[-\u2013—]?\s*(?P<tag>(?:ACTIONS?|Actions?"
    r"|Action by)(?P<number>\s*(?:point\s*)?#?\d+(?:\.\d+)*)?"
    r"(?P<mark>\s*[:\u2013—-]+|\s+(?:by\s+)?(?=ALL\b|[A-Z]{2,4}\b|Clerk\b))\s*)(?P<rest>\S.*)$"
)
_BARE_INLINE = re.compile(r"(?:\s|^)[-\u2013—]\s*(?P<tag>(?:ACTION|Action)\s+)(?P<rest>[A-Z][\w/& ,.]{1,40})$")
_DOER_THEN_TEXT = re.compile(
    r"(?P<doer>(?:[A-Z]{2,4}|Clerk|Chair|ALL|All)(?:\s*[/,&]\s*(?:[A-Z]{2,4}|Clerk|Chair|ALL"
    r"|All))*)\b\.?\s+(?:[A-Z][a-z]|[ivx]+[.)]|\d+[./])"
)
"""A doer whose tag ends there, because the line end after it was lost: "Action AB The Clerk reported ..."."""
_NONE = re.compile(
    r"\W*(?:none|nil|n/?a|no actions?|as above|noted|for (?:information|noting|decision|approval))\W*$", re.IGNORECASE
)
_NOT_TAG = re.compile(
    r"\W*actions?\s+(?:plan|log|tracker|tracking|group|taken|list|sheet|officer|points? from|from|arising)\b",
    re.IGNORECASE,
)
_EDGE_WORDS = re.compile(
    r"(?:(?:Clerk|Chair|Chairman|ALL|All|Officers|Members|Secretary|Treasurer|RFO)(?:\s*[/&,]\s*)?)+"
)
_UNTAGGED = frozenset({Section.ATTENDANCE, Section.DOCUMENTS, Section.PURPOSE})
_NEAREST_TO_EDGE = 4
"""So many characters at least stand in the source between a paragraph's end and initials set at the right-hand edge."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A tag within one passage, as offsets into its text."""

    start: int
    end: int
    owner: tuple[int, int] | None
    words: tuple[int, int] | None
    alone: bool
    """Whether the passage is nothing but the tag."""


def running_tags(pieces: list[Piece], passages: list[Passage], people: tuple[Person, ...]) -> list[ActionTag]:
    """The tags of the passages outside the columns of tables; `people` are those the attendance list names."""
    tags: list[ActionTag] = []
    edges = _edges(passages, people)
    in_columns = tag_cells(pieces)
    for index, passage in enumerate(passages):
        if index in in_columns or passage.section in _UNTAGGED:
            continue
        head = _listed_under(passages, index)
        found = _listed(passage) if head is not None else _tag_in(passage, edges)
        if found is not None:
            tags += [_tag(passages, index, each, head) for each in _single(passage.text, found)]
    return tags


def _single(text: str, found: _Found) -> list[_Found]:
    """The tag, or one for each sentence of its words that names its own doer ("Clerk to write. Chair to phone.")."""
    if found.words is None:
        return [found]
    start, end = found.words
    cuts = [a for a, b in sentence_spans(text[start:end])[1:] if doer_end(text[start + a : start + b], firm=True)]
    if not cuts:
        return [found]
    edges = [start, *(start + cut for cut in cuts), end]
    parts: list[_Found] = []
    for first, last in pairwise(edges):
        each = _found(text, first, first, len(text[:last].rstrip()), alone=found.alone)
        parts.append(
            replace(each, start=found.start if first == start else first, end=each.words[1] if each.words else last)
        )
    return parts


def _tag(passages: list[Passage], index: int, found: _Found, head: int | None) -> ActionTag:
    passage = passages[index]

    def span(place: tuple[int, int] | None) -> Span | None:
        return None if place is None or place[0] >= place[1] else passage.source_span(*place)

    if head is not None:
        covers: tuple[int, ...] = (index,)
    else:
        covers = _before(passages, index) if found.alone else (index,)
    return ActionTag(passage.source_span(found.start, found.end), span(found.owner), covers, span(found.words))


def _before(passages: list[Passage], index: int) -> tuple[int, ...]:
    """The passage that a tag on a line of its own speaks of: the nearest before it that is no tag, but no title."""
    for earlier in range(index - 1, max(-1, index - 4), -1):
        passage = passages[earlier]
        if passage.heading or passage.item != passages[index].item:
            return ()
        if _HEAD.match(passage.text) and _line_tag(passage) is not None:
            continue
        return (earlier,)
    return ()


def is_tag_head(passage: Passage) -> bool:
    """Whether a line announces the actions listed under it: "ACTIONS:", "Actions agreed"."""
    return (
        re.fullmatch(
            r"[\[(]?\s*(?:agreed |key )?actions?(?: points?| items?)?(?: agreed| required)?\s*[:\u2013—-]*\s*",
            passage.text,
            re.IGNORECASE,
        )
        is not None
    )


def _listed_under(passages: list[Passage], index: int) -> int | None:
    lead = passages[index].lead_in
    return lead if lead is not None and is_tag_head(passages[lead]) else None


def _listed(passage: Passage) -> _Found:
    """The tag that a bullet under "ACTIONS:" is."""
    end = doer_end(passage.text)
    return _Found(0, len(passage.text), None if end is None else (0, end), (0, len(passage.text)), alone=True)


def _tag_in(passage: Passage, edges: frozenset[str]) -> _Found | None:
    if passage.heading:
        return _edge_tag(passage, edges) if passage.text in edges else None
    return _line_tag(passage) or _bracketed_tag(passage.text) or _inline_tag(passage.text) or _edge_tag(passage, edges)


def _line_tag(passage: Passage) -> _Found | None:
    """A passage that is a tag from its first word on."""
    text = passage.text
    head = _HEAD.match(text)
    if head is None or _NOT_TAG.match(text) or not text[head.end() :].strip(" )].*"):
        return None
    start, end = head.end(), len(text.rstrip(" )]*"))
    if text[0] in "[(":
        end = max(start, min(end, _closing(text, end)))
    rest = text[start:end]
    if _NONE.match(rest) or not (head["mark"] or head["number"] or is_doer(rest)):
        return None
    if (
        not head["mark"]
        and not head["number"]
        and not text[:7].isupper()
        and not (head["by"] or is_initials(rest) or len(rest) < 30)
    ):
        return None
    return _found(text, 0, start, end, alone=True)


def _closing(text: str, end: int) -> int:
    close = max(text.find(")"), text.find("]"))
    return end if close < 0 else close


def _found(text: str, at: int, start: int, end: int, *, alone: bool) -> _Found:
    """The tag from `at`, whose words stand at `start:end`: a doer alone, a doer with what to do, or only what to do."""
    rest = text[start:end].rstrip(" .;,")
    if is_doer(rest):
        return _Found(at, len(text), (start, start + len(rest)), None, alone)
    doer = doer_end(rest)
    then = _DOER_THEN_TEXT.match(rest)
    if then is not None and doer is None:
        place = (start, start + then.end("doer"))
        return _Found(at, place[1], place, None, alone)
    owner = None if doer is None else (start, start + doer)
    return _Found(at, len(text), owner, (start, end), alone)


def _bracketed_tag(text: str) -> _Found | None:
    """A tag in brackets anywhere in a passage, the last one: "(Act Clerk)", "[Action: AB]", "(Clerk to action)"."""
    matches = [*_BRACKETED.finditer(text), *(m for m in _TO_ACTION.finditer(text) if is_doer(m["doer"]))]
    for match in reversed(matches):
        if _NOT_TAG.match(match.group()) or _NONE.match(match["doer"]):
            continue
        found = _found(match["doer"], 0, 0, len(match["doer"]), alone=False)
        shift = match.start("doer")
        owner = None if found.owner is None else (found.owner[0] + shift, found.owner[1] + shift)
        words = None if found.words is None else (found.words[0] + shift, found.words[1] + shift)
        if owner is not None or (words is not None and len(match["doer"]) > 12):
            return _Found(match.start(), match.end(), owner, words, alone=False)
    return None


def _inline_tag(text: str) -> _Found | None:
    """A tag that ends a passage: "... to the next meeting. ACTION: Clerk", "... - Action ALL"."""
    if "ction" not in text and "ACTION" not in text:
        return None
    match = _INLINE.search(text) or _BARE_INLINE.search(text)
    if match is None or _NOT_TAG.match(text, match.start("tag")) or _NONE.match(match["rest"]):
        return None
    if match.re is _BARE_INLINE and not is_doer(match["rest"]):
        return None
    return _found(text, match.start("tag"), match.start("rest"), len(text), alone=False)


def _edge_tag(passage: Passage, edges: frozenset[str]) -> _Found | None:
    """Initials or a post at the right-hand edge: alone on their line, or after a wide gap at a passage's end."""
    text = passage.text
    if passage.marker is None and text.rstrip(".") in edges:
        return _Found(0, len(text), (0, len(text.rstrip(" ."))), None, alone=True)
    gap = text.rfind(" ")
    while gap > max(0, len(text) - 30):
        if passage.origins[gap + 1] - passage.origins[gap] >= _NEAREST_TO_EDGE:
            words = text[gap + 1 :]
            known = is_initials(words) or _EDGE_WORDS.fullmatch(words)
            return _Found(gap + 1, len(text), (gap + 1, len(text)), None, alone=False) if known else None
        gap = text.rfind(" ", 0, gap)
    return None


def _edges(passages: list[Passage], people: tuple[Person, ...]) -> frozenset[str]:
    """Lines that are nothing but initials of people present, or posts: a margin of doers whose layout was lost.

    Posts need to stand so at least twice, for a single one may be a signature.
    """
    known = {person.initials for person in people if person.initials is not None}
    known = known or {letters for person in people for letters in initials_like(person.name)}
    initials: set[str] = set()
    posts: list[str] = []
    for passage in passages:
        text = passage.text.rstrip(".")
        if len(text) > 24 or passage.section in _UNTAGGED:
            continue
        if is_initials(text) and all(part in known for part in re.findall(r"[A-Z][A-Za-z.]*", text) if part != "and"):
            initials.add(text)
        elif _EDGE_WORDS.fullmatch(text) and not passage.heading:
            posts.append(text)
    return frozenset(initials | (set(posts) if len(posts) + len(initials) >= 2 else set()))
