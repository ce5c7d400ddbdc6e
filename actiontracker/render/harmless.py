"""Makes text from documents safe to show: it can neither steer a terminal nor change the reading order of a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from actiontracker.report.build import Value

REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"

# C0 and C1 controls (with them every escape sequence), marks that turn the reading direction, half surrogates.
STEERING: Final = r"\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_BLANKS: Final = re.compile(r"\r\n|[\t\n\v\f\r\x85\u2028\u2029]")
_STEERING: Final = re.compile(f"[{STEERING}]")


def harmless(text: str) -> str:
    """`text` as one line: tabs and line ends become blanks, anything that steers the reader's screen becomes `�`."""
    if text.isprintable():
        return text
    return _STEERING.sub(REPLACEMENT, _BLANKS.sub(" ", text))


def harmless_lines(text: str) -> str:
    """The same for text of several lines, whose line ends stay."""
    return "\n".join(harmless(line) for line in text.split("\n"))


def in_words(value: Value) -> tuple[str, ...]:
    """A cell's value as harmless lines; nothing at all for an unknown value."""
    if isinstance(value, tuple):
        return tuple(harmless(line) for line in value)
    if value is None:
        return ()
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    return (harmless(value),) if isinstance(value, str) else (str(value),)
