"""An outline as a Word file: headings and clauses numbered by Word itself, tables, running head and foot."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import TYPE_CHECKING, Final

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from builder.outline import Block, BlockKind, Outline

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

_WRITTEN: Final = datetime.datetime(2020, 1, 1, 12, 0, 0)  # noqa: DTZ001 - the file format's own times bear no zone
_ZIP_DAY: Final = (1980, 1, 1, 0, 0, 0)
_NUMBERING: Final = 77
"""A number that no list of the template has."""
_STYLES: Final = {
    BlockKind.TITLE: "Title",
    BlockKind.ITEM: "Heading 1",
    BlockKind.SUBHEADING: "Heading 2",
    BlockKind.BULLET: "List Bullet",
    BlockKind.CLAUSE: "Normal",
    BlockKind.TEXT: "Normal",
}
_WIDTHS: Final = {"No.": 1.2, "Action": 3.2, "Initials": 2.0, "Name": 6.0, "Representing": 8.2}


def docx_bytes(outline: Outline) -> bytes:
    """The outline as a DOCX file."""
    document = docx.Document()
    numbered = outline.line("layout") == "numbered"
    _add_numbering(document)
    _add_running_lines(document, outline)
    for block in outline.blocks:
        if block.kind is BlockKind.TABLE:
            _add_table(document, block)
        else:
            _add_paragraph(document, block, numbered)
    _fix_properties(document, outline)
    saved = io.BytesIO()
    document.save(saved)
    return _repacked(saved.getvalue())


def _add_paragraph(document: Document, block: Block, numbered: bool) -> None:
    words = block.text if numbered or block.kind is not BlockKind.CLAUSE else f"{block.label} {block.text}"
    paragraph = document.add_paragraph(words, style=_STYLES[block.kind])
    if numbered and block.kind in (BlockKind.ITEM, BlockKind.CLAUSE):
        _number(paragraph, level=0 if block.kind is BlockKind.ITEM else 1)


def _number(paragraph: Paragraph, level: int) -> None:
    """Lets Word number the paragraph, so that its number is nowhere in its words."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no call for list numbering
    xml = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{_NUMBERING}"/></w:numPr>'
    properties.append(parse_xml(xml))


def _add_numbering(document: Document) -> None:
    """Adds a list of two levels, "1." and, counting anew under each, "(a)"."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{shape}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent}" w:hanging="567"/></w:pPr></w:lvl>'
        for level, form, shape, indent in ((0, "decimal", "%1.", 567), (1, "lowerLetter", "(%2)", 1134))
    )
    root = document.part.numbering_part.element
    head = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_NUMBERING}"><w:multiLevelType w:val="multilevel"/>'
    root.insert(0, parse_xml(f"{head}{levels}</w:abstractNum>"))
    use = f'<w:num {nsdecls("w")} w:numId="{_NUMBERING}"><w:abstractNumId w:val="{_NUMBERING}"/></w:num>'
    root.append(parse_xml(use))


def _add_running_lines(document: Document, outline: Outline) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = "\n".join(outline.lines("header"))
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run(f"{outline.line('footer')}, page ")
    field = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    foot._p.append(parse_xml(field))  # noqa: SLF001 - python-docx has no call for a page number


def _add_table(document: Document, block: Block) -> None:
    table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
    table.autofit = False
    names = [cell[0] for cell in block.rows[0]]
    for row in block.rows:
        for name, cell, paragraphs in zip(names, table.add_row().cells, row, strict=True):
            cell.width = Cm(_WIDTHS.get(name, 11.0))
            _fill(cell, paragraphs)
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    document.add_paragraph()


def _fill(cell: _Cell, paragraphs: tuple[str, ...]) -> None:
    """Writes a cell's paragraphs; the first of several is its heading."""
    cell.paragraphs[0].add_run(paragraphs[0]).bold = len(paragraphs) > 1
    for words in paragraphs[1:]:
        if words.startswith("• "):
            cell.add_paragraph(words.removeprefix("• "), style="List Bullet")
        else:
            cell.add_paragraph(words)


def _fix_properties(document: Document, outline: Outline) -> None:
    """Sets what Word writes about a file, with a fixed day, so that two builds do not differ."""
    properties = document.core_properties
    properties.title = next(block.text for block in outline.blocks if block.kind is BlockKind.TITLE)
    properties.author = "Clerk"
    properties.last_modified_by = "Clerk"
    properties.comments = ""
    properties.created = _WRITTEN
    properties.modified = _WRITTEN
    properties.language = "en-GB"


def _repacked(data: bytes) -> bytes:
    """The same package without times of day."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _ZIP_DAY), old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
