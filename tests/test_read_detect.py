"""What a file really is, told from its bytes."""

import io
import time
import zipfile

import pytest

from actiontracker.read.detect import Refusal, detect, ending_problem
from actiontracker.records import SourceKind

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def packed(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b"%PDF-1.4\n...", SourceKind.PDF, id="pdf"),
        pytest.param(b"\xef\xbb\xbf\r\n%PDF-1.7", SourceKind.PDF, id="pdf behind a mark and a blank line"),
        pytest.param(b"junk\n%PDF-1.7 ... %%EOF\n", SourceKind.PDF, id="pdf behind other bytes"),
        pytest.param(b"The %PDF- head of a file was discussed.", SourceKind.TEXT, id="text about pdf"),
        pytest.param(packed("[Content_Types].xml", "word/document.xml"), SourceKind.DOCX, id="docx"),
        pytest.param(packed("word/document2.xml"), SourceKind.DOCX, id="docx with a numbered part"),
        pytest.param(packed("word/document.xml")[:40], SourceKind.DOCX, id="docx cut off"),
        pytest.param(b"<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>", SourceKind.HTML, id="doctype"),
        pytest.param(b"\r\n<!-- saved from url --><!-- twice -->\n<html>", SourceKind.HTML, id="comments first"),
        pytest.param(b'<?xml version="1.0"?>\n<html xmlns="x">', SourceKind.HTML, id="xhtml"),
        pytest.param(b"\xef\xbb\xbf<p class=x>Noted.</p>", SourceKind.HTML, id="fragment behind a mark"),
        pytest.param("<html>".encode("utf-16"), SourceKind.HTML, id="utf-16 page"),
        pytest.param("Noted.\n".encode("utf-16"), SourceKind.TEXT, id="utf-16 text"),
        pytest.param(b"<15 people came. They asked for <b>more</b>.", SourceKind.TEXT, id="text with a sign"),
        pytest.param(b"Present:\n<p> was the mark for a paragraph.", SourceKind.TEXT, id="text with a tag later"),
        pytest.param(b"<paragraph 3> was amended", SourceKind.TEXT, id="no tag of HTML"),
        pytest.param(b"R\xe9sum\xe9 \xa320", SourceKind.TEXT, id="Windows text"),
        pytest.param(b"page one\n\x0cpage two\x1a", SourceKind.TEXT, id="form feed and end mark"),
    ],
)
def test_what_can_be_read(data: bytes, kind: SourceKind) -> None:
    assert detect(data) is kind


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "a picture (JPEG)"),
        (b"GIF89a", "a picture (GIF)"),
        (b"II*\0" + bytes(20), "a picture (TIFF)"),
        (rb"{\rtf1\ansi Noted.}", "a rich text document (RTF)"),
        (b"\x1f\x8b\x08" + bytes(20), "a packed file (gzip)"),
        (packed("xl/workbook.xml"), "an Excel workbook"),
        (packed("ppt/presentation.xml"), "a PowerPoint presentation"),
        (packed("mimetype", "content.xml"), "an OpenDocument file"),
        (packed("minutes/may.docx"), "a packed folder (ZIP)"),
        (packed("xl/workbook.xml")[:-30], "a broken or incomplete file"),
        (OLE + "WordDocument".encode("utf-16-le"), "an old Word document (.doc)"),
        (OLE + "Workbook".encode("utf-16-le"), "an old Excel workbook (.xls)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (OLE, "an old Office file"),
        (bytes(range(256)) * 4, "not a document with text"),
        ("Noted.".encode("utf-16-le"), "not a document with text"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "a mail or a web page saved as one file"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "a Word document saved as XML"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",
)
def test_what_cannot_be_read_is_named_with_the_next_step(data: bytes, what: str) -> None:
    refusal = detect(data)

    assert isinstance(refusal, Refusal)
    assert refusal.what == what
    assert str(refusal.error()) == f"is {what}. {refusal.advice}"
    assert refusal.advice


@pytest.mark.parametrize(
    ("path", "kind", "told"),
    [
        ("a.txt", SourceKind.TEXT, None),
        ("a.MD", SourceKind.TEXT, None),
        ("mgAi.aspx", SourceKind.HTML, None),
        ("-", SourceKind.TEXT, None),
        ("a.docx", SourceKind.HTML, "is called .docx but is a web page; it was read as a web page"),
        ("a.html", SourceKind.TEXT, "is called .html but is plain text; it was read as plain text"),
        ("a.PDF", SourceKind.DOCX, "is called .pdf but is a Word document; it was read as a Word document"),
    ],
)
def test_an_ending_that_promises_something_else_is_told(path: str, kind: SourceKind, told: str | None) -> None:
    problems = ending_problem(path, kind)

    assert [problem.message for problem in problems] == ([told] if told else [])
    assert not any(problem.fatal for problem in problems)


def test_no_head_makes_the_search_slow() -> None:
    started = time.perf_counter()
    for head in (b"<!---->" * 600, b"<?x?>" * 800, b" " * 100_000, b"<!--" * 1000):
        assert detect(head + b"Noted.") is SourceKind.TEXT
    assert time.perf_counter() - started < 1
