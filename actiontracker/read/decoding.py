"""Bytes to characters, without losing any: byte-order mark, UTF-8, the declared encoding, else Windows text."""

import codecs
import re
from typing import Final

from actiontracker.records import Problem

BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 stands before UTF-16 because its little-endian mark begins with the other's. These codecs keep the mark."""

WINDOWS: Final = "cp1252"

META_CHARSET: Final = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
DECLARED_WITHIN: Final = 4096
"""Bytes in which a page's declaration is looked for; HTML asks for it in the first 1024."""

WEB_NAMES: Final = {"ascii": WINDOWS, "iso8859-1": WINDOWS, "iso8859-9": "cp1254", "iso8859-11": "cp874"}
"""What these names mean on the web (WHATWG Encoding Standard), by Python's name for them."""
TRUSTED: Final = re.compile(r"(iso8859-|cp125|mac-|koi8|gb|big5|shift_jis|euc_)\w*|cp874")


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte-order mark gives away, None without one."""
    return next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), None)


def decode(data: bytes, path: str, declared: str | None = None) -> tuple[str, tuple[Problem, ...]]:
    """The characters of `data`, byte-order mark and all, and a problem where the encoding had to be guessed.

    UTF-8 is tried before what a page declares: wrong labels are common, bytes that are UTF-8 by chance are not.
    """
    encoding = marked_encoding(data) or "utf-8"
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        if encoding != "utf-8" or declared:
            return _as_declared(data, path, declared or encoding)
        return _as_windows(data, path, error.start)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a web page names in its head, as browsers understand the name; None where it names none."""
    match = META_CHARSET.search(data, 0, DECLARED_WITHIN)
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except (LookupError, ValueError):
        return None
    name = WEB_NAMES.get(name, name)
    return name if TRUSTED.fullmatch(name) else None


def _as_declared(data: bytes, path: str, encoding: str) -> tuple[str, tuple[Problem, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        message = f"holds characters that are not {encoding}; they were replaced. Check the text"
        return data.decode(encoding, errors="replace"), (Problem(path, message),)


def _as_windows(data: bytes, path: str, wrong: int) -> tuple[str, tuple[Problem, ...]]:
    line = data.count(b"\n", 0, wrong) + 1
    message = "is not UTF-8 and was read as Windows text (cp1252). Check pound signs, dashes and quotation marks"
    return data.decode(WINDOWS, errors="replace"), (Problem(path, message, line=line),)
