"""Saved web pages: ModernGov's agenda item, issue and meeting pages, parish sites, and Word documents saved as HTML."""

import hashlib
from typing import Final

from actiontracker.read.blocks import assemble
from actiontracker.read.decoding import declared_encoding, decode
from actiontracker.read.html_blocks import page_blocks
from actiontracker.read.html_tree import hidden_words, parse, title
from actiontracker.records import Problem, Source, SourceKind

MANY_HIDDEN: Final = 100
"""Hidden words that are worth telling of: hidden notes and menus have fewer, a closed section of minutes more."""


def read_html(data: bytes, path: str) -> tuple[Source, tuple[Problem, ...]]:
    """The `Source` of a web page, and problems where its encoding had to be guessed or much of it is hidden.

    Its text is the page as a browser would show it, a line for each block: white space is collapsed, list markers are
    written out, paragraphs have a blank line between them. Menus and the like are kept as furniture.

    Raises `UnreadableFileError` where the page is too large or too deeply nested to be parsed.
    """
    decoded, problems = decode(data, path, declared_encoding(data))
    root = parse(decoded)
    text, lines = assemble(page_blocks(root))
    source = Source(path, hashlib.sha256(data).hexdigest(), SourceKind.HTML, None, text, lines, title(root))
    return source, (*problems, *_hidden(hidden_words(root), path))


def _hidden(words: int, path: str) -> tuple[Problem, ...]:
    if words < MANY_HIDDEN:
        return ()
    message = (
        f"hides {words} words, which were not read. If they are minutes, open its closed sections and save it again"
    )
    return (Problem(path, message),)
