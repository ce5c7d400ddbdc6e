"""What a file really is, told from its bytes and not from its name."""

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from actiontracker.errors import UnreadableFileError
from actiontracker.read.decoding import marked_encoding
from actiontracker.records import Problem, SourceKind

HEAD: Final = 4096
"""Bytes from the start that are looked at to tell text from other things."""

SAVE_AS: Final = "Save it as DOCX or PDF and try again"
OCR: Final = "Turn it into a PDF with text (OCR) and try again"
UNPACK: Final = "Unpack it and give the files in it"

SIGNATURES: Final = (
    (b"\x89PNG", "a picture (PNG)", OCR),
    (b"\xff\xd8\xff", "a picture (JPEG)", OCR),
    (b"GIF8", "a picture (GIF)", OCR),
    (b"II*\0", "a picture (TIFF)", OCR),
    (b"MM\0*", "a picture (TIFF)", OCR),
    (b"{\\rtf", "a rich text document (RTF)", SAVE_AS),
    (b"\x1f\x8b", "a packed file (gzip)", UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a packed folder (7z)", UNPACK),
    (b"Rar!", "a packed folder (RAR)", UNPACK),
    (b"\xffWPC", "a WordPerfect document", SAVE_AS),
)

OLE_SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PROTECTED: Final = ("protected by a password", "Save it without the password and try again")
OLE_STREAMS: Final = (
    ("EncryptedPackage", *PROTECTED),
    ("__substg1.0_", "an Outlook message (.msg)", SAVE_AS),
    ("WordDocument", "an old Word document (.doc)", SAVE_AS),
    ("Workbook", "an old Excel workbook (.xls)", SAVE_AS),
    ("PowerPoint Document", "an old PowerPoint presentation (.ppt)", SAVE_AS),
)

ZIP_SIGNATURES: Final = (b"PK\x03\x04", b"PK\x05\x06")
ZIP_PARTS: Final = (
    ("xl/", "an Excel workbook", SAVE_AS),
    ("ppt/", "a PowerPoint presentation", SAVE_AS),
    ("content.xml", "an OpenDocument file", SAVE_AS),
    ("META-INF/container.xml", "an e-book (EPUB)", SAVE_AS),
)

MARKUP: Final = re.compile(
    r"""(?> \s+ | \ufeff | <\?.*?\?> | <!--.*?--> )*+
        < (?: !doctype\s+html | (?: html | head | body | title | meta | link | style | script | main | article | section
            | header | nav | div | p | h[1-6] | table | ul | ol | dl | span | font | center | a ) (?=[\s>]) )""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
SAVED_MAIL: Final = re.compile(r"^content-type:\s*multipart/", re.MULTILINE | re.IGNORECASE)
WORD_XML: Final = ('progid="Word.Document"', "<pkg:package", "<w:wordDocument")

ENDINGS: Final = {
    ".txt": SourceKind.TEXT,
    ".text": SourceKind.TEXT,
    ".md": SourceKind.TEXT,
    ".markdown": SourceKind.TEXT,
    ".html": SourceKind.HTML,
    ".htm": SourceKind.HTML,
    ".xhtml": SourceKind.HTML,
    ".docx": SourceKind.DOCX,
    ".pdf": SourceKind.PDF,
}
"""The endings of the files that can be read, and what each promises."""

NAMES: Final = {
    SourceKind.TEXT: "plain text",
    SourceKind.HTML: "a web page",
    SourceKind.DOCX: "a Word document",
    SourceKind.PDF: "a PDF",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a file is that cannot be read, as words that follow "is", and what to do next."""

    what: str
    advice: str

    def error(self) -> UnreadableFileError:
        """The refusal as the error to raise or to report."""
        return UnreadableFileError(f"is {self.what}", self.advice)


def detect(data: bytes) -> SourceKind | Refusal:
    """The kind of the file with these bytes, or why it is none of ours; broken files keep the kind they began as."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n\0").startswith(b"%PDF-") or _has_late_pdf_head(data):
        return SourceKind.PDF
    if data.startswith(ZIP_SIGNATURES):
        return _inside_zip(data)
    if data.startswith(OLE_SIGNATURE):
        return _inside_ole(data)
    for signature, what, advice in SIGNATURES:
        if data.startswith(signature):
            return Refusal(what, advice)
    return _text_kind(data)


def ending_problem(path: str, kind: SourceKind) -> tuple[Problem, ...]:
    """A problem, not a fatal one, where the ending of `path` promises something other than `kind`."""
    ending = PurePath(path).suffix.lower()
    if ENDINGS.get(ending, kind) is kind:
        return ()
    return (Problem(path, f"is called {ending} but is {NAMES[kind]}; it was read as {NAMES[kind]}"),)


def _has_late_pdf_head(data: bytes) -> bool:
    """Whether a PDF begins after some other bytes, which readers allow within the first kilobyte."""
    return b"%PDF-" in data[:1024] and b"%%EOF" in data[-2048:]


def _inside_zip(data: bytes) -> SourceKind | Refusal:
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        broken = Refusal("a broken or incomplete file", "Get it again from where it came from")
        return SourceKind.DOCX if b"word/" in data else broken
    if any(name.startswith("word/document") for name in names):
        return SourceKind.DOCX
    found = (Refusal(what, advice) for part, what, advice in ZIP_PARTS if any(name.startswith(part) for name in names))
    return next(found, Refusal("a packed folder (ZIP)", UNPACK))


def _inside_ole(data: bytes) -> Refusal:
    for stream, what, advice in OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return Refusal(what, advice)
    return Refusal("an old Office file", SAVE_AS)


def _text_kind(data: bytes) -> SourceKind | Refusal:
    encoding = marked_encoding(data)
    head = (data if encoding else data.lstrip())[:HEAD].decode(encoding or "latin-1", errors="replace")
    if _is_binary(head):
        return Refusal("not a document with text", SAVE_AS)
    if SAVED_MAIL.search(head):
        return Refusal(
            "a mail or a web page saved as one file", 'Save it as "Web page, HTML only" or as PDF and try again'
        )
    if any(mark in head for mark in WORD_XML):
        return Refusal("a Word document saved as XML", SAVE_AS)
    return SourceKind.HTML if MARKUP.match(head) else SourceKind.TEXT


def _is_binary(head: str) -> bool:
    """Whether these characters cannot be text: a NUL, or one control character in fifty (DOS ends files with one)."""
    controls = sum(char < " " and char not in "\t\n\v\f\r\x1a" for char in head)
    return "\0" in head or controls * 50 > len(head)
