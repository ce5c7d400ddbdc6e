"""The body of a DOCX, or a header or text box, as blocks in reading order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import Final

from actiontracker.read.blocks import Block, Gap
from actiontracker.read.docx_names import COMPATIBILITY, integer, is_on, value, w
from actiontracker.read.docx_numbering import Marker, Numbering
from actiontracker.read.docx_package import Element
from actiontracker.read.docx_styles import BODY_LEVEL, Styles, outline_level
from actiontracker.read.docx_text import Break, chosen, pieces
from actiontracker.read.furniture import is_furniture
from actiontracker.read.tables import Grid, GridCell
from actiontracker.records import LineKind

WRAPPERS: Final = frozenset(w(name) for name in ("sdtContent", "ins", "moveTo", "customXml", "smartTag"))
"""Elements around paragraphs, rows or cells that change nothing in their reading."""
DELETED: Final = frozenset(w(name) for name in ("del", "moveFrom"))
CONTENTS_GALLERY: Final = "Table of Contents"
CONTINUOUS: Final = frozenset({"continuous", "nextColumn"})
"""Kinds of section that do not begin on a new page."""


@dataclass(slots=True)
class _Pages:
    """The page that is being read; `known` once the document has shown any page break."""

    number: int = 1
    known: bool = False
    fresh: bool = True
    """Whether nothing stands on the page yet, so that Word's own note of the same break does not count."""

    def turn(self, *, rendered: bool = False) -> None:
        """A new page begins; `rendered` where the break is Word's own note of how it last laid out the document."""
        self.known = True
        if not (rendered and self.fresh):
            self.number += 1
        self.fresh = not rendered

    def write(self) -> int:
        """Something stands on the page now; its number."""
        self.fresh = False
        return self.number


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """What is known of a paragraph before its words are read."""

    kind: LineKind
    level: int
    marker: Marker | None


class Body:
    """Reads the parts of one document, which count their pages, tables and lists together."""

    def __init__(self, styles: Styles, numbering: Numbering, sections: Iterable[Element] = ()) -> None:
        """`sections` are the section properties of the document in order: each says how its section begins."""
        self._styles = styles
        self._numbering = numbering
        self._sections = iter([value(section, "type") for section in sections][1:])
        self._pages = _Pages()
        self._tables = count()
        self._in_list = False
        """Whether the paragraph before was a list item, so that the next one stands directly beneath it."""

    @property
    def pages_known(self) -> bool:
        """Whether the document shows where its pages end; if not, the page numbers of the blocks say nothing."""
        return self._pages.known

    def blocks(self, container: Element, *, contents: bool = False) -> Iterator[Block]:
        """The paragraphs and tables in `container`; `contents` where it is a table of contents."""
        for child in container:
            tag = child.tag
            if tag == w("p"):
                yield from self._paragraph(child, contents=contents)
            elif tag == w("tbl"):
                yield from self._table(child)
            elif tag == w("sdt"):
                yield from self.blocks(child, contents=contents or _is_contents(child))
            elif tag in WRAPPERS:
                yield from self.blocks(child, contents=contents)
            elif tag == f"{COMPATIBILITY}AlternateContent":
                yield from self.blocks(chosen(child), contents=contents)

    def _paragraph(self, element: Element, *, contents: bool) -> Iterator[Block]:
        properties = element.find(w("pPr"))
        if is_on(properties, "pageBreakBefore") and not self._pages.fresh:
            self._pages.turn()
        boxes: list[Element] = []
        segments = self._segments(element, boxes)
        if any(text for text, _ in segments) or not _is_deleted(properties):
            yield from self._written(self._known(properties, contents=contents), segments)
        for box in boxes:
            yield from self.blocks(box, contents=contents)
        if properties is not None and properties.find(w("sectPr")) is not None:
            self._end_section()

    def _end_section(self) -> None:
        """A section ends; the next one mostly begins on a new page, and says so itself where it does not."""
        if next(self._sections, None) not in CONTINUOUS:
            self._pages.turn()

    def _segments(self, element: Element, boxes: list[Element]) -> list[tuple[str, int]]:
        """The lines of a paragraph, each with its page; what stands in its text boxes goes to `boxes`."""
        segments: list[tuple[str, int]] = []
        words: list[str] = []
        page: int | None = None

        def end_line() -> None:
            segments.append(("".join(words).strip(" "), page or self._pages.number))
            words.clear()

        for piece in pieces(element):
            if isinstance(piece, str):
                if piece.strip():
                    page = page or self._pages.write()
                words.append(piece)
            elif piece is Break.RENDERED_PAGE:
                self._pages.turn(rendered=True)
            elif isinstance(piece, Break):
                end_line()
                page = None
                if piece is Break.PAGE:
                    self._pages.turn()
            else:
                boxes.append(piece)
        end_line()
        return segments

    def _known(self, properties: Element | None, *, contents: bool) -> _Paragraph:
        style = value(properties, "pStyle")
        marker = self._numbering.marker(properties, style)
        outline = outline_level(properties)
        heading = self._styles.heading_level(style) if outline is None else (outline + 1) % (BODY_LEVEL + 1)
        if contents or self._styles.is_contents(style):
            return _Paragraph(LineKind.FURNITURE, 0, marker)
        if heading:
            return _Paragraph(LineKind.HEADING, heading, marker)
        if marker and marker.text:
            return _Paragraph(LineKind.LIST_ITEM, marker.level + 1, marker)
        return _Paragraph(LineKind.TEXT, 0, None)

    def _written(self, paragraph: _Paragraph, segments: list[tuple[str, int]]) -> Iterator[Block]:
        """The paragraph's lines as blocks: the marker before the first, the others beneath it."""
        marker = paragraph.marker
        before = f"{marker.text} " if marker and marker.text else ""
        filled = [(text, page) for text, page in segments if text.strip()]
        if not filled and before and marker and not marker.bullet:
            filled = [("", self._pages.write())]
        kind = paragraph.kind
        gap = Gap.LINE if kind is LineKind.LIST_ITEM and self._in_list else Gap.PARAGRAPH
        self._in_list = kind is LineKind.LIST_ITEM if filled else self._in_list
        for text, page in filled:
            shown = LineKind.FURNITURE if is_furniture(text) else kind
            level = 0 if shown is LineKind.FURNITURE else paragraph.level
            yield Block((before + text).strip(), gap, shown, level, page=page)
            gap, before = Gap.LINE, ""
            kind = LineKind.TEXT if kind is LineKind.LIST_ITEM else kind

    def _table(self, element: Element) -> Iterator[Block]:
        grid = Grid(next(self._tables))
        for row in _inside(element, w("tr")):
            properties = row.find(w("trPr"))
            if properties is None or not any(properties.find(tag) is not None for tag in DELETED):
                grid.rows.append(self._row(row, integer(value(properties, "gridBefore")) or 0))
        yield from grid.arrange()

    def _row(self, row: Element, column: int) -> list[GridCell]:
        """The row's cells; each begins on the page where the row does, and the longest says where the row ends."""
        cells: list[GridCell] = []
        first = last = replace(self._pages)
        for element in _inside(row, w("tc")):
            self._pages = replace(first, known=last.known)
            properties = element.find(w("tcPr"))
            if not _continues(properties):
                cells.append(GridCell(column, tuple(self.blocks(element))))
            column += max(1, integer(value(properties, "gridSpan")) or 1)
            last = max(last, self._pages, key=lambda pages: (pages.number, pages.known, not pages.fresh))
        self._pages = replace(last)
        return cells


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, in whatever they are wrapped."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS or child.tag == w("sdt"):
            yield from _inside(child, tag)


def _continues(properties: Element | None) -> bool:
    """Whether the cell is the lower part of one that was merged downwards."""
    merge = None if properties is None else properties.find(w("vMerge"))
    return merge is not None and merge.get(w("val"), "continue") == "continue"


def _is_contents(control: Element) -> bool:
    """Whether a content control holds the table of contents that Word makes."""
    return any(
        element.get(w("val")) == CONTENTS_GALLERY
        for element in control.iterfind(f"{w('sdtPr')}//{w('docPartGallery')}")
    )


def _is_deleted(properties: Element | None) -> bool:
    """Whether the paragraph's end is a tracked deletion: it is gone once the changes are accepted."""
    return properties is not None and properties.find(f"{w('rPr')}/{w('del')}") is not None
