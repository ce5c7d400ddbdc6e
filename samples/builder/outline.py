"""An outline: a sample's settings and its words, a block a line, before any layout.

The settings come first, a `name: value` a line, up to the first blank line. Then the marks at the start of a line say
what it is: `# ` title, `## ` item, `### ` subheading, `• ` or `- ` bullet, `(a) ` clause, `|= ` head of a table, `| `
its next row, nothing for a paragraph. ` >> KM` at the end is an entry in the margin; ` // ` parts paragraphs in a cell;
`{draft}` or `{approved}` before anything keeps it for that one of the `variants`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

Row = tuple[tuple[str, ...], ...]
"""The cells of a table's row, each a tuple of paragraphs."""

_VARIANT: Final = re.compile(r"\{(draft|approved)\}")
_CLAUSE: Final = re.compile(r"\((?P<label>[a-z]+)\) (?P<words>.+)")
_MARGIN: Final = " >> "


class BlockKind(StrEnum):
    """What a block is in the document."""

    TITLE = "title"
    ITEM = "item"
    SUBHEADING = "subheading"
    BULLET = "bullet"
    CLAUSE = "clause"
    TEXT = "text"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with its entry in the margin, or a table with its rows, the head first."""

    kind: BlockKind
    text: str = ""
    label: str = ""
    margin: str = ""
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A sample to be built: its settings, each with its values in order, and its blocks."""

    settings: dict[str, tuple[str, ...]]
    blocks: tuple[Block, ...]

    def lines(self, name: str) -> tuple[str, ...]:
        """All values of a setting, none where it is not set."""
        return self.settings.get(name, ())

    def line(self, name: str) -> str:
        """The first value of a setting; a `KeyError` where there is none."""
        return self.settings[name][0]


def read_outlines(path: Path) -> dict[str, Outline]:
    """The outlines of a file by the names of the samples they make: one, or one for each of its `variants`."""
    lines = path.read_text(encoding="utf-8").splitlines()
    variants = _settings(lines, "").get("variants", ("",))[0].split() or [""]
    return {f"{path.stem}-{variant}".rstrip("-"): _outline(lines, variant) for variant in variants}


def _outline(lines: list[str], variant: str) -> Outline:
    body = lines[lines.index("") + 1 :]
    kept = (words for words in (_of_variant(line, variant) for line in body) if words)
    return Outline(_settings(lines, variant), tuple(_joined_tables([_block(words) for words in kept])))


def _settings(lines: list[str], variant: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in lines[: lines.index("")]:
        name, _, value = line.partition(": ")
        words = _of_variant(value, variant)
        if words:
            found[name] = (*found.get(name, ()), words)
    return found


def _of_variant(line: str, variant: str) -> str:
    """The line's words if they belong to this variant, else nothing."""
    mark = _VARIANT.match(line)
    if mark is None:
        return line
    return line[mark.end() :] if mark[1] == variant else ""


def _block(line: str) -> Block:
    words, _, margin = line.partition(_MARGIN)
    clause = _CLAUSE.fullmatch(words)
    if words.startswith("|"):
        return Block(BlockKind.TABLE, rows=(_row(words),), label="head" if words.startswith("|=") else "")
    if clause is not None:
        return Block(BlockKind.CLAUSE, clause["words"], label=f"({clause['label']})", margin=margin)
    for mark, kind in _MARKS:
        if words.startswith(mark):
            return Block(kind, words.removeprefix(mark), label=mark.strip(), margin=margin)
    return Block(BlockKind.TEXT, words, margin=margin)


_MARKS: Final = (
    ("### ", BlockKind.SUBHEADING),
    ("## ", BlockKind.ITEM),
    ("# ", BlockKind.TITLE),
    ("• ", BlockKind.BULLET),
    ("- ", BlockKind.BULLET),
)


def _row(line: str) -> Row:
    cells = line.removeprefix("|=").removeprefix("|").split(" |")
    return tuple(tuple(part.strip() for part in cell.split(" //")) for cell in cells)


def _joined_tables(blocks: list[Block]) -> list[Block]:
    """The blocks with each table's rows gathered into one."""
    joined: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.TABLE and not block.label:
            last = joined.pop()
            joined.append(Block(BlockKind.TABLE, rows=last.rows + block.rows, label="head"))
        else:
            joined.append(block)
    return joined
