"""A line for a log from words as they stand: one row, no tag, bullet or full stop, no crumbs, and never too long."""

from __future__ import annotations

import re
from typing import Final

from actiontracker.extract import lexicon

_SPACE: Final = re.compile(r"\s+")
_SPACE_BEFORE_MARK: Final = re.compile(r"\s+([,;:.)])")
MAXIMUM_LENGTH: Final = 240
"""Characters; a line in a log, not a paragraph."""

_LEADING: Final = re.compile(
    r"(?:[•·●▪◦*>]+|[-–—]+(?=\s)|\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)|(?:[a-z]|[ivx]{1,4}|\d{1,2})\)|\d{1,2}\.(?=\s)"
    r"|(?:actions?(?: points?)?|resolved|resolution|agreed|decisions?|recommended)(?: \d+)?\s*(?:[:–]+|-+(?=\s))"
    r"|(?-i:RESOLVED|AGREED|ACTION)\b"
    r"|(?:it was )?(?:agreed|resolved) (?=that |to )|that\b|to (?!be\b|date\b|this\b))\s*",
    re.IGNORECASE,
)
"""What stands before the words themselves: a bullet or a clause's letter, a tag, "that", an infinitive's "to"."""
_WORK: Final = "|".join(sorted(lexicon.DELIVER | lexicon.TASK))
_NAMED: Final = re.compile(rf"(?:[A-Z][\w./&'’-]*\s+|(?:the|and|&|of|all)\s+){{1,5}}to (?=(?:{_WORK})\b)")
_TRAILING_TAG: Final = re.compile(
    r"(?<=[\w.;,)])\s*(?:[\[(]|\b)(?:ACTIONS?\b\s*(?:by\s*)?[:–-]?|[Aa]ctions?(?: by)?\s*:)[^.:]{0,40}$"
)
_CRUMB: Final = re.compile(r"(?:\s+|^)(?:and|or|but|the|a|an|that|which|of|to|[(\[])$", re.IGNORECASE)
_EDGES: Final = " .;:,-–—•·"


def tidy(line: str) -> str:
    """The line on one row, without a full stop, cut at a word when too long, with a capital first letter."""
    line = _SPACE_BEFORE_MARK.sub(r"\1", _SPACE.sub(" ", line)).strip(_EDGES)
    line = _balanced(line) or line
    if len(line) > MAXIMUM_LENGTH:
        line = _balanced(line[:MAXIMUM_LENGTH].rsplit(" ", 1)[0]) + " …"
    return line[:1].upper() + line[1:]


def bare(line: str) -> str:
    """Words that are no clause as a line: without what stands before and after them, and without "Clerk to"."""
    told = _SPACE.sub(" ", line).strip(_EDGES)
    while (match := _LEADING.match(told)) is not None and match.end() < len(told):
        told = told[match.end() :].lstrip(_EDGES)
    named = _NAMED.match(told)
    told = told[named.end() :] if named is not None else told
    told = _TRAILING_TAG.sub("", told).strip(_EDGES)
    while (crumb := _CRUMB.search(told)) is not None and crumb.start() > 0:
        told = told[: crumb.start()].strip(_EDGES)
    return tidy(told or line)


def _balanced(line: str) -> str:
    """The line without a bracket that is never closed, or never opened, at its edges."""
    for opening, closing in ("()", "[]"):
        if line.count(opening) > line.count(closing):
            before, _, after = line.rpartition(opening)
            line = (before if before.strip() else after).strip(_EDGES)
        elif line.count(closing) > line.count(opening):
            line = line.replace(closing, "", 1) if not line.endswith(closing) else line[:-1]
            line = line.strip(_EDGES)
    return line
