"""What a document might say to harm whoever opens a file made from it."""

from __future__ import annotations

from typing import Final

HOSTILE: Final = (
    '=HYPERLINK("http://example.org","x")',
    "+44 20 7946 0000",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "<script>alert(1)</script> & <b>bold</b>",
    "[bold]markup[/bold] and [link=http://example.org]a link[/link]",
    "right to left \u202egnissim\u202c marks",
    "a bell \x07, an escape \x1b[31m and a null \x00",
    "BEGIN:VEVENT\r\nSUMMARY:forged\r\nEND:VEVENT",
    "commas, semicolons; back\\slashes",
    "x" * 10_000,
)
"""Each is harmless, and told, in every medium."""
