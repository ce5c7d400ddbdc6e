"""The names of WordprocessingML (ISO 29500-1, part 17) and how its attributes are read."""

from functools import cache
from typing import Final

from actiontracker.read.docx_package import Element

NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATHS_TEXT: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

FALSE: Final = frozenset({"0", "false", "off"})


@cache
def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{NAMESPACE}}}{name}"


VALUE: Final = w("val")


def value(parent: Element | None, name: str) -> str | None:
    """The value of the child `name` of `parent`; None where either is missing."""
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(VALUE)


def integer(text: str | None) -> int | None:
    """`text` as an integer; None where it is none, or one of more digits than any count in a document has."""
    try:
        return int(text) if text and len(text) < 10 else None
    except ValueError:
        return None


def is_on(parent: Element | None, name: str) -> bool:
    """Whether the switch `name` is a child of `parent` and not turned off."""
    child = None if parent is None else parent.find(w(name))
    return child is not None and child.get(VALUE) not in FALSE
