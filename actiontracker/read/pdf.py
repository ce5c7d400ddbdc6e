"""PDF files: pages in reading order, tables and an action column with their cells, running heads and the like last."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from actiontracker.errors import UnreadableFileError
from actiontracker.read.blocks import assemble
from actiontracker.read.pdf_blocks import document_blocks
from actiontracker.read.pdf_file import Contents, contents
from actiontracker.records import Line, Problem, Source, SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from actiontracker.read.limits import Limits

OCR = "run {them} through OCR, for example with ocrmypdf, and read the result"


def read_pdf(data: bytes, path: str, limits: Limits) -> tuple[Source | None, tuple[Problem, ...]]:
    """The PDF with these bytes as a `Source`, and the problems; None where a fatal problem says why. It never raises.

    Lines are numbered from 1 on every page in reading order; a blank line has the number of the line before it, cells
    on one line share a number. Lines without a blank line between them are one paragraph unless their cells differ.
    Furniture stands at the end of the text, page by page, numbered on from the body.
    """
    try:
        found = contents(data, limits)
        text, lines = assemble(document_blocks(found.pages))
    except UnreadableFileError as error:
        return None, (Problem(path, str(error), fatal=True),)
    except Exception:  # noqa: BLE001 - no bytes whatever may stop the run
        message = "cannot be understood as pages of text. Open it in a PDF viewer, print it to a new PDF, and read that"
        return None, (Problem(path, message, fatal=True),)
    problems = tuple(_problems(path, found, limits))
    if any(problem.fatal for problem in problems):
        return None, problems
    source = Source(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        kind=SourceKind.PDF,
        pages=found.total,
        text=text,
        lines=tuple(_numbered(lines)),
        title=found.title,
    )
    return source, problems


def _numbered(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines with their numbers on the page in place of those in the text."""
    last: dict[int, int] = {}
    page, before = 1, 0
    for line in lines:
        page = line.page or page
        if line.number != before and line.span.start < line.span.end:
            last[page] = last.get(page, 0) + 1
            before = line.number
        yield replace(line, number=last.get(page, 1), page=page)


def _problems(path: str, found: Contents, limits: Limits) -> Iterator[Problem]:
    """What the reader could not do; fatal when no page gave any text."""
    fatal = not any(page.strips for page in found.pages)
    if found.total > limits.max_pages:
        read = f"only the first {limits.max_pages} were read" if limits.max_pages > 1 else "only the first was read"
        yield Problem(path, f"has {found.total} pages, more than the limit: {read}. Raise the limit or split the file")
    if found.pictured:
        which, them = _named(found.pictured, "holds only a picture", "hold only pictures")
        yield Problem(path, f"{which} of text; {OCR.format(them=them)}", fatal=fatal)
    if found.unnamed:
        which, them = _named(found.unnamed, "has letters", "have letters")
        yield Problem(path, f"{which} that the file draws but does not name; {OCR.format(them=them)}")
    if found.broken:
        which, them = _named(found.broken, "is damaged and was", "are damaged and were")
        yield Problem(path, f"{which} left out; open the file in a PDF viewer and save it again", fatal=fatal)
    if fatal and not (found.pictured or found.broken):
        yield Problem(path, "holds no text. Check that it is the right file", fatal=True)


def _named(pages: Sequence[int], one: str, many: str) -> tuple[str, str]:
    """The pages as the subject of a sentence with the verb that fits, and the word that stands for them later."""
    runs = [[page for _, page in run] for _, run in groupby(enumerate(pages), key=lambda pair: pair[1] - pair[0])]
    names = ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return (f"page {names} {one}", "it") if len(pages) == 1 else (f"pages {names} {many}", "them")
