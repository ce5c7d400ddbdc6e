"""Word files for the tests of the DOCX reader."""

import io
import zipfile
from collections.abc import Callable

import docx
from docx.document import Document
from docx.oxml import parse_xml

from actiontracker.read.docx import read_docx
from actiontracker.read.limits import Limits
from actiontracker.records import Problem, Source

WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def saved(document: Document) -> bytes:
    """The document as the bytes of its file."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def read(data: bytes) -> tuple[Source, tuple[Problem, ...]]:
    """What the reader gives for a file with these bytes."""
    return read_docx(data, "minutes.docx", Limits())


def source_of(document: Document) -> Source:
    """The source of a document that gives no problem."""
    source, problems = read(saved(document))
    assert problems == ()
    return source


def written(body: str) -> Source:
    """The source of a document whose body is this XML."""
    document = docx.Document()
    element = parse_xml(f"<w:body {WORD}>{body}</w:body>")
    for child in element:
        document.element.body.insert(len(document.element.body) - 1, child)
    return source_of(document)


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A copy of the package with one part changed, or added where it was missing."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as copy:
        parts = {member: whole.read(member) for member in whole.namelist()}
        parts[name] = change(parts.get(name, b""))
        for member, content in parts.items():
            copy.writestr(member, content)
    return stream.getvalue()


def p(text: str, properties: str = "") -> str:
    """A paragraph as XML."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"
