"""Word documents: paragraphs and tables in reading order, with the numbers that Word computes for them."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from actiontracker.read.blocks import Block, Gap, assemble
from actiontracker.read.docx_body import Body
from actiontracker.read.docx_names import RELATION_ID, is_on, w
from actiontracker.read.docx_numbering import Numbering
from actiontracker.read.docx_package import Element, Package
from actiontracker.read.docx_styles import Styles
from actiontracker.read.limits import Limits
from actiontracker.records import LineKind, Problem, Source, SourceKind

TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
NOTES: Final = (("footnotes", "footnote"), ("endnotes", "endnote"))


def read_docx(data: bytes, path: str, limits: Limits) -> tuple[Source, tuple[Problem, ...]]:
    """The `Source` of a Word document, and problems for what is in it but not read (footnotes, embedded files).

    Its text has a line for each paragraph, with the computed marker of numbered ones written out; the running heads
    and feet stand once at the end, as furniture. Pages are given where the file notes its page breaks.

    Raises `UnreadableFileError` where the file is damaged, protected, unpacks to more than `limits` allow, or declares
    XML entities.
    """
    package = Package(data, limits)
    part = package.main_part()
    document = package.xml(part)
    styles = Styles(package.related(part, "styles"))
    body = Body(styles, Numbering(package.related(part, "numbering"), styles), document.iter(w("sectPr")))
    blocks = [block for element in document.iterfind(w("body")) for block in body.blocks(element)]
    pages = max((block.page or 1 for block in blocks), default=1) if body.pages_known else None
    if pages is None:
        blocks = [replace(block, page=None) for block in blocks]
    text, lines = assemble([*blocks, *_running_lines(package, part, document, styles)])
    source = Source(path, hashlib.sha256(data).hexdigest(), SourceKind.DOCX, pages, text, lines, _title(package))
    return source, tuple(_unread(package, part, document, path))


def _title(package: Package) -> str | None:
    properties = package.related("", "core-properties")
    return " ".join((properties.findtext(TITLE) or "").split()) or None if properties is not None else None


def _running_lines(package: Package, part: str, document: Element, styles: Styles) -> Iterator[Block]:
    """The lines of all headers and footers that are shown, each once, as furniture."""
    targets = {relation.id: relation.target for relation in package.relations(part)}
    seen: set[str] = set()
    names = dict.fromkeys(targets.get(identity, "") for identity in _shown_references(document))
    for name in filter(package.has, names):
        root = package.xml(name)
        for block in Body(styles, Numbering(None, styles)).blocks(root):
            if block.text and block.text not in seen:
                seen.add(block.text)
                yield Block(block.text, Gap.LINE if len(seen) > 1 else Gap.PARAGRAPH, LineKind.FURNITURE)


def _shown_references(document: Element) -> Iterator[str]:
    """The relation ids of the headers and footers of all sections; one for first pages only where it is in use."""
    for section in document.iter(w("sectPr")):
        for name in ("headerReference", "footerReference"):
            for reference in section.iterfind(w(name)):
                if reference.get(w("type")) != "first" or is_on(section, "titlePg"):
                    yield reference.get(RELATION_ID, "")


def _unread(package: Package, part: str, document: Element, path: str) -> Iterator[Problem]:
    for kind, name in NOTES:
        root = package.related(part, kind)
        notes = [] if root is None else [note for note in root.iter(w(name)) if note.get(w("type")) is None]
        if notes:
            counted = f"{len(notes)} {name}{'s' if len(notes) > 1 else ''}"
            yield Problem(path, f"has {counted}, which this program does not read. Check there for actions")
    if next(document.iter(w("altChunk")), None) is not None:
        yield Problem(path, "has another document inside that was not read. Open it in Word and save it again as DOCX")
