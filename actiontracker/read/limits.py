"""How much a reader takes in before it refuses a file."""

from dataclasses import dataclass
from typing import Final

MEBIBYTE: Final = 1024 * 1024

MAX_BYTES: Final = 50 * MEBIBYTE
"""Largest file, in bytes. Scanned agenda packs reach some tens of megabytes; minutes alone stay far below."""

MAX_PAGES: Final = 1000
"""Most pages of a PDF that are read. The longest agenda packs have several hundred."""

MAX_UNPACKED: Final = 200 * MEBIBYTE
"""Most bytes a DOCX may unpack to. A small file that unpacks to more than this is no letter but a trap."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one reading; anything beyond them is refused with a problem, never cut off in silence."""

    max_bytes: int = MAX_BYTES
    """Largest file in bytes."""

    max_pages: int = MAX_PAGES
    """Most pages of one PDF."""

    max_unpacked: int = MAX_UNPACKED
    """Most bytes that all parts of one DOCX may unpack to, together."""
