"""A long PDF like those that councils publish: running head and foot, paragraphs, and a ruled action table at times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from reportlab.lib import colors  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.lib.styles import getSampleStyleSheet  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.platypus import Frame, Paragraph, Spacer, Table  # type: ignore[import-untyped]  # reportlab ships no types

from benchmarks import phrases
from benchmarks.minutes import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARGIN: Final = 64
RUNNING_LINE: Final = 36
"""Points from the edge of the paper to the running head and foot."""
PARAGRAPHS_A_PAGE: Final = 12
"""More than fit, so that no page stays empty."""
TABLE_EVERY: Final = 30

_ROWS: Final = (
    ("Minute", "Action", "By whom", "By when"),
    ("14.1", "Send the ward figures to members", "Head of Parks", "June meeting"),
    ("14.2", "Write to the water company", "Chair", "31 May 2025"),
    ("15", "Bring costed options", "Highways Engineer", "Autumn"),
)


def write_pdf(path: Path, pages: int) -> None:
    """A PDF of exactly that many pages, each of them full."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    width, height = A4
    story = list(_story(PARAGRAPHS_A_PAGE * pages))
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica", 9)
        canvas.drawString(MARGIN, height - RUNNING_LINE, f"{phrases.AUTHORITY}: {phrases.BODIES[0]}")
        canvas.drawCentredString(width / 2, RUNNING_LINE, f"Page {number} of {pages}")
        Frame(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN).addFromList(story, canvas)
        canvas.showPage()
    canvas.save()


def _story(number: int) -> Iterator[Any]:
    style = getSampleStyleSheet()["BodyText"]
    for place, words in enumerate(paragraphs(number), start=1):
        yield Paragraph(f"{place}. {words}", style)
        if place % TABLE_EVERY == 0:
            yield from (Spacer(0, 8), _table(), Spacer(0, 8))


def _table() -> Any:
    return Table(_ROWS, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONTSIZE", (0, 0), (-1, -1), 9)])
