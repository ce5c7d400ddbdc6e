"""A card to decide on, as a terminal shows it: the passage with its words marked, then what was made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from actiontracker.render.harmless import harmless
from actiontracker.render.page import INDENT, READING_WIDTH, fact_table, marked
from actiontracker.render.terminal import console, write

if TYPE_CHECKING:
    from typing import TextIO

    from actiontracker.report.reviewing import Card


def print_card(card: Card, stream: TextIO) -> None:
    """Writes the card as wide as the terminal, within what is good to read."""
    screen = console(stream)
    width = min(screen.width, READING_WIDTH)
    room = max(len(label) for label, _ in card.facts)
    write(
        screen,
        stream,
        Rule(Text(harmless(card.heading)), align="left", style="dim"),
        "",
        Padding(marked(card.passage), (0, 0, 0, INDENT)),
        "",
        Text(f"{card.ref}  {harmless(card.action)}", "bold"),
        fact_table(card.facts, room),
        "",
        width=width,
    )
