"""A DOCX as the package it is: a ZIP of XML parts that relate to each other, opened with guards against hostile files.

The parts are read one by one and only when needed. Word files in the wild have relations to parts that are missing,
macros, or the "strict" names of ISO 29500; none of this keeps the text from being read.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from actiontracker.errors import UnreadableFileError
from actiontracker.read.detect import PROTECTED, Refusal
from actiontracker.read.limits import MEBIBYTE, Limits

Element = etree._Element  # noqa: SLF001 - lxml has no public name for the type of its elements

RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
ENCRYPTED_MEMBER: Final = 0x1
"""The bit among a ZIP member's flags that says that it is encrypted (ZIP specification, 4.4.4)."""

STRICT_NAMES: Final = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
"""The names that ISO 29500 Strict gives to what every other Word file calls by the second ones."""

DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)
SAVE_AGAIN: Final = "Open it in Word, save it again as DOCX and try again"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of one part to another: its id, the last word of its type ("styles", "header"), the part's name."""

    id: str
    type: str
    target: str


class Package:
    """The parts of one DOCX.

    Raises `UnreadableFileError` where the file is damaged, encrypted, or unpacks to more than the limit.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGED as error:
            raise _damaged(error) from error
        members = self._zip.infolist()
        if any(member.flag_bits & ENCRYPTED_MEMBER for member in members):
            raise Refusal(*PROTECTED).error()
        self._limit = limits.max_unpacked
        self._left = limits.max_unpacked
        if sum(member.file_size for member in members) > self._limit:
            raise self._too_large()
        self._names = frozenset(self._zip.namelist())
        self._roots: dict[str, Element] = {}

    def main_part(self) -> str:
        """The name of the part that holds the document's body."""
        for relation in self.relations(""):
            if relation.type == "officeDocument" and relation.target in self._names:
                return relation.target
        raise UnreadableFileError("holds no document", SAVE_AGAIN)

    def relations(self, part: str) -> Iterator[Relation]:
        """The relations of `part` (of the package itself for "") to other parts, whether these are there or not."""
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self._names:
            return
        for element in self.xml(path).iter(RELATIONS):
            target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", ""))).lstrip("/")
            yield Relation(element.get("Id", ""), posixpath.basename(element.get("Type", "")), target)

    def related(self, part: str, kind: str) -> Element | None:
        """The root of the part that relates to `part` as `kind`; None where there is no such part."""
        names = (relation.target for relation in self.relations(part) if relation.type == kind)
        name = next((name for name in names if name in self._names), None)
        return None if name is None else self.xml(name)

    def xml(self, name: str) -> Element:
        """The root element of a part; raises `UnreadableFileError` where it is damaged or declares entities."""
        if name not in self._roots:
            self._roots[name] = self._parsed(name)
        return self._roots[name]

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name in self._names

    def _parsed(self, name: str) -> Element:
        data = self._read(name)
        for strict, usual in STRICT_NAMES:
            data = data.replace(strict, usual)
        try:
            root = etree.fromstring(data, _parser())
        except etree.XMLSyntaxError as error:
            raise _damaged(error) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableFileError("declares XML entities, which no Word file does, and was not read", SAVE_AGAIN)
        return root

    def _read(self, name: str) -> bytes:
        """The bytes of a part, counted while they unpack: what the ZIP's directory says of sizes need not be true."""
        try:
            with self._zip.open(name) as member:
                data = member.read(self._left + 1)
        except DAMAGED as error:
            raise _damaged(error) from error
        self._left -= len(data)
        if self._left < 0:
            raise self._too_large()
        return data

    def _too_large(self) -> UnreadableFileError:
        size = self._limit / MEBIBYTE
        advice = "Raise the limit if you trust the file"
        return UnreadableFileError(f"unpacks to more than the limit of {size:.4g} MiB", advice)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )


def _damaged(error: Exception) -> UnreadableFileError:
    what = str(error).partition("\n")[0][:200]
    return UnreadableFileError(f"is damaged ({what})", SAVE_AGAIN)
