"""A PDF file opened through pdfplumber: its pages as layouts, and what stood in the way."""

from __future__ import annotations

import logging
import re
import warnings
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Final

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from actiontracker.errors import UnreadableFileError
from actiontracker.read.limits import MEBIBYTE, Limits
from actiontracker.read.pdf_glyphs import UNKNOWN, page_words
from actiontracker.read.pdf_layout import PageLayout
from actiontracker.read.pdf_strips import strips
from actiontracker.read.pdf_tables import rulings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF

LIBRARIES: Final = ("pdfminer", "pdfplumber")

NO_TITLE: Final = ("", "untitled")
"""What programs write where they were given no title."""

DRAWN: Final = 100
"""A page with as many curves and no letters is text turned into outlines, not a blank page."""

MOST_UNKNOWN: Final = 0.3
"""Share of a page's letters that the file may leave unnamed."""

PACKED: Final = re.compile(rb"(?<!end)stream\r?\n")
CHUNK: Final = MEBIBYTE


@dataclass(slots=True)
class Contents:
    """What the pages of one file hold; pages are named by their number."""

    total: int
    title: str | None
    pages: list[PageLayout] = field(default_factory=list)
    pictured: list[int] = field(default_factory=list)
    """Pages without a letter but with a picture."""
    unnamed: list[int] = field(default_factory=list)
    """Pages whose letters the file draws without saying which they are."""
    broken: list[int] = field(default_factory=list)


def contents(data: bytes, limits: Limits) -> Contents:
    """The pages of the file, at most `limits.max_pages` of them.

    Raises `UnreadableFileError` where the file as a whole cannot be read: encrypted, broken, without pages, a trap.
    """
    if _unpacks_to_more(data, limits.max_unpacked):
        size = f"{limits.max_unpacked / MEBIBYTE:.4g} MiB"
        raise UnreadableFileError(f"unpacks to more than the limit of {size}", "Do not open it, or raise the limit")
    with _quiet():
        pdf, pages = _opened(data)
        found = Contents(len(pages), _title(pdf))
        for page in pages[: limits.max_pages]:
            _take(page, found)
    return found


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps what the libraries say about odd files off the terminal; the state before is restored."""
    loggers = [logging.getLogger(name) for name in LIBRARIES]
    levels = [logger.level for logger in loggers]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for logger in loggers:
            logger.setLevel(logging.CRITICAL + 1)
        try:
            yield
        finally:
            for logger, level in zip(loggers, levels, strict=True):
                logger.setLevel(level)


def _opened(data: bytes) -> tuple[PDF, list[Page]]:
    try:
        pdf = pdfplumber.open(BytesIO(data))
        pages = pdf.pages
    except PdfminerException as error:
        raise _refusal(error.args[0] if error.args else error) from error
    except Exception as error:  # broken bytes make the parser raise anything
        raise _refusal(error) from error
    if not pages:
        raise UnreadableFileError("is a PDF without pages", "It may be damaged; ask for the file again")
    return pdf, pages


def _refusal(cause: object) -> UnreadableFileError:
    if isinstance(cause, PDFPasswordIncorrect):
        advice = "Open it with the password, print or save it as a PDF without one, and read that"
        return UnreadableFileError("is protected by a password", advice)
    if isinstance(cause, PDFEncryptionError):
        advice = "Open it in a PDF viewer, print it to a new PDF, and read that"
        return UnreadableFileError("is encrypted in a way that cannot be read", advice)
    advice = "Open it in a PDF viewer, save it again, and read the copy; or ask for the file again"
    return UnreadableFileError("is a damaged PDF", advice)


def _title(pdf: PDF) -> str | None:
    title = pdf.metadata.get("Title")
    if not isinstance(title, str):
        return None
    words = " ".join(title.replace("\0", "").encode("utf-8", "ignore").decode().split())
    return None if words.casefold() in NO_TITLE else words


def _take(page: Page, found: Contents) -> None:
    """Adds what one page holds; what the page needed in memory is given back."""
    try:
        layout = _layout(page)
        pictured = not layout.strips and bool(page.images or len(page.curves) >= DRAWN)
    except Exception:  # noqa: BLE001 - one broken page must not take the others with it
        found.broken.append(page.page_number)
        return
    finally:
        page.close()
    found.pages.append(layout)
    if pictured:
        found.pictured.append(layout.number)
    letters = "".join(each.text for each in layout.strips)
    if letters.count(UNKNOWN) > MOST_UNKNOWN * len(letters):
        found.unnamed.append(layout.number)


def _layout(page: Page) -> PageLayout:
    words, turned = page_words(page)
    return PageLayout(
        number=page.page_number,
        width=float(page.width),
        height=float(page.height),
        strips=tuple(strips(page.page_number, words)),
        rulings=rulings(page) if words else (),
        turned=turned,
    )


# --- traps ------------------------------------------------------------------------------------------------------------


def _unpacks_to_more(data: bytes, limit: int) -> bool:
    """Whether the compressed streams that the parser would unpack, pictures left out, hold more than `limit` bytes."""
    total = 0
    for match in PACKED.finditer(data):
        head = data[max(0, match.start() - 300) : match.start()]
        head = head[head.rfind(b"obj") + 1 :]
        if b"/Fl" in head and b"/Image" not in head:
            total += _unpacked(data, match.end(), limit - total)
            if total > limit:
                return True
    return False


def _unpacked(data: bytes, start: int, enough: int) -> int:
    """The length of the unpacked stream at `start`; it stops soon after `enough` bytes."""
    unpacker = zlib.decompressobj()
    total = 0
    packed = data[start : start + CHUNK]
    try:
        while packed and total <= enough and not unpacker.eof:
            total += len(unpacker.decompress(packed, CHUNK))
            packed = unpacker.unconsumed_tail
            if not packed:
                start += CHUNK
                packed = data[start : start + CHUNK]
    except zlib.error:
        return total
    return total
