"""One action as a page to read, on a terminal or as plain text, its words marked in their passage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from actiontracker.render.harmless import harmless
from actiontracker.render.terminal import STYLES, console, write
from actiontracker.report.build import Tone
from actiontracker.report.details import DUE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from rich.console import RenderableType

    from actiontracker.report.details import Details, Fact, Passage

OPENS, CLOSES = "»", "«"
"""Stand around the quotation, so that it shows without colour too."""

_BLANKS: Final = re.compile(r"\s+")

INDENT: Final = 2

READING_WIDTH: Final = 100
"""Columns of the widest paragraph: longer lines are hard to read."""


def print_details(details: Details, stream: TextIO) -> None:
    """Writes the page as wide as the terminal, within what is good to read."""
    screen = console(stream)
    write(screen, stream, _page(details), width=min(screen.width, READING_WIDTH))


def _page(details: Details) -> Group:
    room = max(len(label) for _, facts in details.groups for label, _ in facts)
    parts: list[RenderableType] = [Text(f"{details.ref}  {harmless(details.action)}", "bold"), ""]
    for title, facts in details.groups:
        parts += [Text(title, "bold")] if title else []
        parts += [fact_table(facts, room, late=details.late), ""]
        if not title:
            parts += [Text("In the minutes", "bold"), Padding(marked(details.passage), (0, 0, 0, INDENT)), ""]
    return Group(*parts[:-1])


def fact_table(facts: Iterable[Fact], room: int, *, late: bool = False) -> Table:
    """Labels in a column as wide as `room`, each with its lines."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", width=INDENT + room)
    table.add_column(overflow="fold")
    for label, lines in facts:
        style = STYLES[Tone.LATE] if late and label == DUE else ""
        table.add_row(" " * INDENT + harmless(label), Text("\n".join(map(harmless, lines)), style))
    return table


def marked(passage: Passage) -> Text:
    """The passage as one paragraph with its quotation marked."""
    before, quote, after = (_one_line(part) for part in (passage.before, passage.quote, passage.after))
    return Text.assemble(before, (f"{OPENS}{quote}{CLOSES}", "bold"), after, overflow="fold")


def _one_line(text: str) -> str:
    return _BLANKS.sub(" ", harmless(text))
