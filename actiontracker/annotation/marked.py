"""The marked form of an annotated document: plain text with a head, a line `---`, and marks in braces.

    {request 1: {owner: The Clerk} was asked to write to {recipient: Highways} {deadline: by May}}

A number stands for one obligation; used twice, the same obligation is told twice; `{undertaking 1,2: ...}` tells two at
once. `{owner 1,2: JT}` gives two of them their owner from outside, `{suggested 3: ...}` the content of one that is
taken up later, `{tag 1: ...}` an action tag that covers one, `{near WHY: ...}` a stretch that only looks like one.
Marks nest only as fields within commitments, tags, suggestions and near misses. A brace of the minutes themselves is
written `{(}` or `{)}`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from actiontracker.annotation.document import FIELDS, KINDS, REASONS, Annotated, Mark
from actiontracker.errors import AnnotationError
from actiontracker.records import Span

DIVIDER: Final = "\n---\n"
BRACES: Final = {"{(}": "{", "{)}": "}"}
"""How the minutes' own braces are written, and what they stand for."""
LINE_END: Final = re.compile(r"\r\n?")

_TOKEN: Final = re.compile(r"\{[()]\}|[{}]")
_OPENING: Final = re.compile(r"\{([a-z]+)(?: ([^:{}\n]{1,40}))?:[ ]?")
_IDS: Final = re.compile(r"\d+(?: ?, ?\d+)*$")
_EXAMPLE: Final = "Write marks as {request 1: words}, and a brace of the minutes themselves as {(} or {)}"


@dataclass(slots=True)
class _Open:
    """A mark whose end is still to come; `place` is its number among the marks, by their beginnings."""

    name: str
    ids: tuple[int, ...]
    why: str
    start: int
    place: int
    line: int


@dataclass(slots=True)
class _Reader:
    """Takes the marks out of a marked text, and keeps where their words stand in what is left."""

    name: str
    first_line: int
    text: list[str] = field(default_factory=list)
    length: int = 0
    line: int = 0
    open: list[_Open] = field(default_factory=list)
    marks: dict[int, tuple[Mark, int]] = field(default_factory=dict)
    """Each with the line it begins on, under its number."""
    begun: int = 0

    def fail(self, what: str, advice: str, line: int | None = None) -> AnnotationError:
        at = self.first_line + (self.line if line is None else line)
        return AnnotationError(f"{self.name}:{at}: {what}", advice)

    def words(self, words: str) -> None:
        self.text.append(words)
        self.length += len(words)
        self.line += words.count("\n")

    def begin(self, name: str, rest: str) -> None:
        ids = tuple(int(number) for number in rest.split(",")) if _IDS.match(rest) else ()
        inside = self.open[-1] if self.open else None
        if name in FIELDS or name == "suggested":
            ids = ids or (inside.ids if inside else ())
        elif inside is not None:
            raise self.fail(f"the mark “{name}” stands inside “{inside.name}”", "End that one with a brace first")
        self.check(name, rest, ids)
        self.open.append(_Open(name, ids, rest if name == "near" else "", self.length, self.begun, self.line))
        self.begun += 1

    def check(self, name: str, rest: str, ids: tuple[int, ...]) -> None:
        if name == "near":
            if rest not in REASONS:
                raise self.fail(f"“{rest}” is no reason for a near miss", f"Use one of: {', '.join(sorted(REASONS))}")
        elif name not in KINDS and name not in FIELDS and name not in ("tag", "suggested"):
            known = f"{', '.join(sorted(KINDS))}, {', '.join(FIELDS)}, suggested, near or tag"
            raise self.fail(f"“{name}” is no mark", f"Use {known}")
        elif not ids and name != "tag":
            raise self.fail(f"the mark “{name}” lacks the number of its commitment", f"Write {{{name} 1: words}}")

    def end(self) -> None:
        if not self.open:
            raise self.fail("a closing brace without an open mark", _EXAMPLE)
        mark = self.open.pop()
        if mark.start == self.length:
            raise self.fail(f"the mark “{mark.name}” holds no words", "Put its words in, or take it out")
        span = Span(mark.start, self.length)
        self.marks[mark.place] = Mark(mark.name, span, mark.ids, mark.why), mark.line

    def read(self, body: str) -> None:
        position = 0
        for token in _TOKEN.finditer(body):
            self.words(body[position : token.start()])
            position = self.take(body, token)
        self.words(body[position:])
        if self.open:
            last = self.open[-1]
            raise self.fail(f"the mark “{last.name}” that begins here is never closed", "Add its brace", last.line)

    def take(self, body: str, token: re.Match[str]) -> int:
        """Takes in what a brace stands for; gives the position after it."""
        if token.group() in BRACES:
            self.words(BRACES[token.group()])
        elif token.group() == "}":
            self.end()
        else:
            opening = _OPENING.match(body, token.start())
            if opening is None:
                shown = body[token.start() : token.start() + 30].partition("\n")[0]
                raise self.fail(f"a mark that cannot be read: “{shown}”", _EXAMPLE)
            self.begin(opening[1], (opening[2] or "").strip())
            return opening.end()
        return token.end()

    def check_numbers(self) -> None:
        known = {number for mark, _ in self.marks.values() if mark.name in KINDS for number in mark.ids}
        for mark, line in self.marks.values():
            if stray := set(mark.ids) - known:
                what = f"the mark “{mark.name}” names commitment {min(stray)}, which is not there"
                raise self.fail(what, "Mark the commitment, or correct the number", line)


def parse_marked(marked: str, name: str) -> Annotated:
    """The document that a marked text stands for, all its line ends as line feeds.

    Raises:
        AnnotationError: a mark is broken; the message begins with `name:line`.
    """
    head, divider, body = LINE_END.sub("\n", marked).partition(DIVIDER)
    if not divider:
        message = f"{name}:1: there is no line “---” between the head and the minutes"
        raise AnnotationError(message, "Begin with lines such as “layout: parish”, then a line ---, then the minutes")
    reader = _Reader(name, head.count("\n") + 3)
    reader.read(body)
    reader.check_numbers()
    marks = tuple(reader.marks[place][0] for place in sorted(reader.marks))
    return Annotated(name, _head(head, name), "".join(reader.text), marks)


def _head(text: str, name: str) -> dict[str, str]:
    head: dict[str, str] = {}
    for number, line in enumerate(text.split("\n") if text else (), start=1):
        key, colon, value = line.partition(":")
        if not colon:
            raise AnnotationError(f"{name}:{number}: a line of the head has no “key: value”", "Add the colon")
        head[key.strip()] = value.strip()
    return head


def body_line(marked: str) -> int:
    """The line of a marked text on which its minutes begin, from 1."""
    return LINE_END.sub("\n", marked).partition(DIVIDER)[0].count("\n") + 3
