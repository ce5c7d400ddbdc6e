"""Saved web pages: ModernGov's agenda item, issue and meeting pages, parish sites, and Word documents saved as HTML."""

import hashlib

from actiontracker.read.blocks import assemble
from actiontracker.read.decoding import declared_encoding, decode
from actiontracker.read.html_blocks import page_blocks
from actiontracker.read.html_tree import parse, title
from actiontracker.records import Problem, Source, SourceKind


def read_html(data: bytes, path: str) -> tuple[Source, tuple[Problem, ...]]:
    """The `Source` of a web page, and a problem where its encoding had to be guessed.

    Its text is the page as a browser would show it, a line for each block: white space is collapsed, list markers are
    written out, paragraphs have a blank line between them. Menus and the like are kept as furniture.

    Raises `UnreadableFileError` where the page is too large or too deeply nested to be parsed.
    """
    decoded, problems = decode(data, path, declared_encoding(data))
    root = parse(decoded)
    text, lines = assemble(page_blocks(root))
    source = Source(path, hashlib.sha256(data).hexdigest(), SourceKind.HTML, None, text, lines, title(root))
    return source, problems
