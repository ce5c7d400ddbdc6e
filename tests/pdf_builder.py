"""Draws the PDFs that the tests of the PDF reader read: text flows down pages of A4, with all that stands around it.

Lengths are points; heights count downwards from the top of the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from actiontracker.read.limits import Limits
from actiontracker.read.pdf import read_pdf
from actiontracker.records import LineKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from actiontracker.records import Source

WIDTH, HEIGHT = A4
TOP: Final = 90.0
BOTTOM: Final = HEIGHT - 80.0
LEFT: Final = 72.0
TEXT_WIDTH: Final = 450.0
REGULAR, BOLD = "Times-Roman", "Times-Bold"

UNICODE: Final = "Vera"
"""A font with ligatures and all marks, which comes with reportlab."""

registerFont(TTFont(UNICODE, "Vera.ttf"))


def wrapped(words: str, width: float, font: str = REGULAR, size: float = 11.0) -> list[str]:
    """The words in lines no wider than `width`; a line end in `words` stays one."""
    lines: list[str] = []
    for part in words.split("\n"):
        line = ""
        for word in part.split(" "):
            longer = f"{line} {word}" if line else word
            if line and stringWidth(longer, font, size) > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines


def talk(number: int) -> str:
    """A paragraph of four lines, the last one short, about a place that no other number below 36 names."""
    first = ("Ald", "Bar", "Cul", "Dun", "Fen", "Gor")[number % 6]
    place = first + ("ham", "ley", "mere", "stow", "ton", "wick")[number // 6 % 6]
    return (
        f"{place} weir had been looked at twice since the spring, and the surveyor was of the opinion that {place} "
        f"would stand another winter; members from {place} were not so sure and said so at some length, the more so as "
        f"none of them had been asked. The mill at {place} was not spoken of, for want of time."
    )


@dataclass
class PdfBuilder:
    """A PDF while it is drawn; `around` draws what stands on every page outside of the text."""

    title: str | None = None
    around: Callable[[PdfBuilder], None] | None = None
    options: dict[str, Any] = field(default_factory=dict)
    page: int = 0
    y: float = TOP

    def __post_init__(self) -> None:
        self._file = BytesIO()
        self.canvas = Canvas(self._file, pagesize=A4, invariant=1, **self.options)
        if self.title:
            self.canvas.setTitle(self.title)
        self._begin()

    def _begin(self) -> None:
        self.page += 1
        self.y = TOP
        if self.around:
            self.around(self)

    def new_page(self) -> None:
        """Ends the page."""
        self.canvas.showPage()
        self._begin()

    def put(self, x: float, y: float, words: str, font: str = REGULAR, size: float = 11.0) -> None:
        """Words with their baseline at `y`."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, HEIGHT - y, words)

    def put_right(self, x: float, y: float, words: str, font: str = REGULAR, size: float = 11.0) -> None:
        """Words that end at `x`."""
        self.put(x - stringWidth(words, font, size), y, words, font, size)

    def put_centred(self, y: float, words: str, font: str = REGULAR, size: float = 11.0) -> None:
        """Words in the middle of the page."""
        self.put((WIDTH - stringWidth(words, font, size)) / 2, y, words, font, size)

    def paragraph(
        self,
        words: str,
        x: float = LEFT,
        width: float = TEXT_WIDTH,
        font: str = REGULAR,
        size: float = 11.0,
        first: float = 0.0,
        space: float = 9.0,
        beside: Sequence[tuple[int, float, str]] = (),
    ) -> None:
        """A paragraph from the present height down, over pages where it must; `first` indents its first line.

        `beside` puts words at the height of some of its lines: index of the line, place, words.
        """
        lead = stringWidth(" ", font, size)
        lines = wrapped(" " * round(first / lead) + words if first else words, width, font, size)
        for index, line in enumerate(lines):
            if self.y > BOTTOM:
                self.new_page()
            indent = first if index == 0 else 0.0
            self.put(x + indent, self.y, line.lstrip(), font, size)
            for row, place, other in beside:
                if row == index:
                    self.put(place, self.y, other, font, size)
            self.y += 1.2 * size
        self.y += space

    def bullet(self, marker: str, words: str, x: float = LEFT, hang: float = 18.0, **options: Any) -> None:
        """A list item: the marker, and the words hanging beside it."""
        if self.y > BOTTOM:
            self.new_page()
        self.put(x, self.y, marker)
        self.paragraph(words, x + hang, TEXT_WIDTH - hang - (x - LEFT), **options)

    def table(self, rows: Sequence[Sequence[str]], widths: Sequence[float], repeat_head: bool = True) -> None:
        """A ruled table; it goes on on the next page, with its head again."""
        for index, row in enumerate(rows):
            cells = [wrapped(cell, width - 10) for cell, width in zip(row, widths, strict=True)]
            if self.y + _row_height(cells) > BOTTOM:
                self.new_page()
                if repeat_head and index:
                    self._row([[cell] for cell in rows[0]], widths)
            self._row(cells, widths)
        self.y += 14

    def _row(self, cells: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        top, height = self.y - 12, _row_height(cells)
        x = LEFT
        for lines, width in zip(cells, widths, strict=True):
            self.canvas.rect(x, HEIGHT - top - height, width, height)
            for index, line in enumerate(lines):
                self.put(x + 5, self.y + 3 + 13.2 * index, line)
            x += width
        self.y = top + height + 12

    def picture(self) -> None:
        """A picture that fills the page, as a scanner makes them."""
        grey = ImageReader(_grey())
        self.canvas.drawImage(grey, 0, 0, WIDTH, HEIGHT)

    def bytes(self) -> bytes:
        """The whole file."""
        self.canvas.showPage()
        self.canvas.save()
        return self._file.getvalue()


def _row_height(cells: Sequence[Sequence[str]]) -> float:
    return 13.2 * max(map(len, cells)) + 8


def _grey() -> BytesIO:
    from PIL import Image

    file = BytesIO()
    Image.new("L", (30, 42), 200).save(file, "PNG")
    file.seek(0)
    return file


# --- what the reader makes of it --------------------------------------------------------------------------------------


def source_of(pdf: PdfBuilder | bytes) -> Source:
    """The PDF as read, without any problem."""
    source, problems = read_pdf(pdf if isinstance(pdf, bytes) else pdf.bytes(), "minutes.pdf", Limits())
    assert problems == ()
    assert source is not None
    return source


def body(source: Source) -> str:
    """The text without the furniture at its end."""
    furniture = [line.span.start for line in source.lines if line.kind is LineKind.FURNITURE]
    return source.text[: min(furniture, default=len(source.text))].rstrip("\n")


def paragraphs(source: Source) -> list[str]:
    """The paragraphs of the body, their lines run together."""
    return [part.replace("\n", " ") for part in body(source).split("\n\n")]


def of_kind(source: Source, kind: LineKind) -> list[str]:
    """The lines of one kind."""
    return [line.span.of(source.text) for line in source.lines if line.kind is kind and line.span.start < line.span.end]


def cells(source: Source, table: int = 0) -> dict[tuple[int, int], str]:
    """The words of a table by row and column."""
    found: dict[tuple[int, int], list[str]] = {}
    for line in source.lines:
        if line.cell and line.cell.table == table:
            found.setdefault((line.cell.row, line.cell.column), []).append(line.span.of(source.text))
    return {place: " ".join(lines) for place, lines in found.items()}
