"""A year of one body: eight meetings of an invented panel, each as a file of another format, renamed in the middle."""

from __future__ import annotations

import datetime
import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx import Document
from reportlab.lib.styles import getSampleStyleSheet  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.platypus import Paragraph, SimpleDocTemplate  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from pathlib import Path

AUTHORITY = "Highmarsh Borough Council"
OLD, NEW = "Places Scrutiny Panel", "Environment Scrutiny Panel"


@dataclass(frozen=True)
class Held:
    """One meeting: its day, the body's name on it, the file's format, its items, and the next meeting it announces."""

    day: datetime.date
    body: str
    format: str
    items: tuple[tuple[str, tuple[str, ...]], ...]
    following: datetime.date | None

    @property
    def name(self) -> str:
        return f"{self.day}.{self.format}"


def _day(month: int, day: int, year: int = 2026) -> datetime.date:
    return datetime.date(year, month, day)


YEAR = (
    Held(
        _day(5, 14),
        OLD,
        "txt",
        (
            (
                "Ponds in Mill Park",
                (
                    "The Head of Parks introduced a report on the two ponds in Mill Park, which had silted up.",
                    "RESOLVED: That the Head of Parks bring a costed plan for dredging the ponds to the next meeting.",
                ),
            ),
            (
                "Bus shelters",
                (
                    "Members were told that nine shelters had been damaged in the winter.",
                    "It was agreed that the Transport Officer would write to the bus company by 30 June 2026.",
                ),
            ),
            (
                "Allotment rents",
                ("The Panel asked the Treasurer to circulate the rents of neighbouring boroughs to all members.",),
            ),
        ),
        _day(6, 11),
    ),
    Held(
        _day(6, 11),
        OLD,
        "html",
        (
            (
                "Ponds in Mill Park",
                (
                    "The Head of Parks reported that the costed plan for dredging the ponds had been sent to members.",
                    "RESOLVED: That the plan be noted.",
                ),
            ),
            (
                "Cycle parking",
                ("RESOLVED: That the Transport Officer survey cycle parking at the stations within two months.",),
            ),
        ),
        _day(7, 9),
    ),
    Held(
        _day(7, 9),
        OLD,
        "docx",
        (
            (
                "Bus shelters",
                ("The Transport Officer said that no reply had been received from the bus company.",),
            ),
            (
                "Street trees",
                ("The Head of Parks undertook to provide a list of the felled street trees to the September meeting.",),
            ),
        ),
        _day(9, 10),
    ),
    Held(
        _day(9, 10),
        NEW,
        "pdf",
        (
            (
                "Street trees",
                (
                    "The Head of Parks reported that the list of the felled street trees had been circulated.",
                    "RESOLVED: That the list be received.",
                ),
            ),
            (
                "Cycle parking",
                ("The survey of cycle parking at the stations was in progress, the Transport Officer advised.",),
            ),
        ),
        _day(10, 8),
    ),
    Held(
        _day(10, 8),
        NEW,
        "txt",
        (
            (
                "Leaf clearance",
                (
                    "RESOLVED: That the Head of Parks report on the cost of leaf clearance to the meeting in January.",
                    "Councillor Reed felt that the roads were clearer than in other years.",
                ),
            ),
        ),
        _day(11, 12),
    ),
    Held(
        _day(11, 12),
        NEW,
        "html",
        (
            (
                "Cycle parking",
                ("The Transport Officer reported that the survey of cycle parking had been completed.",),
            ),
        ),
        _day(1, 14, 2027),
    ),
    Held(
        _day(1, 14, 2027),
        NEW,
        "docx",
        (
            (
                "Leaf clearance",
                ("Consideration of the cost of leaf clearance was deferred to the next meeting.",),
            ),
        ),
        _day(3, 11, 2027),
    ),
    Held(_day(3, 11, 2027), NEW, "pdf", (("Work programme", ("The Panel noted its work programme.",)),), None),
)


def write(held: Held, folder: Path) -> Path:
    """The meeting's minutes as a file of its format."""
    path = folder / held.name
    lines = [line for part in _paragraphs(held) for line in part]
    {"txt": _text, "html": _html, "docx": _docx, "pdf": _pdf}[held.format](path, lines)
    return path


def _paragraphs(held: Held) -> list[list[str]]:
    spoken = f"{held.day:%A} {held.day.day} {held.day:%B %Y}"
    head = [AUTHORITY, held.body, f"Minutes of the meeting held on {spoken} at 6.30 pm"]
    there = [
        "PRESENT",
        "Councillor Ann Reed (Chair), Councillor Huw Lane, Councillor Mary Fell",
        "IN ATTENDANCE",
        "Dee Marsh, Head of Parks",
        "Tom Weir, Transport Officer",
        "Gwen Hale, Treasurer",
    ]
    first = ("Apologies for absence", ("There were none.",))
    items = [[f"{number}. {title}", *words] for number, (title, words) in enumerate((first, *held.items), start=1)]
    if held.following is None:
        return [head, there, *items]
    when = f"{held.following:%A} {held.following.day} {held.following:%B %Y}."
    return [head, there, *items, [f"{len(items) + 1}. Date of next meeting", when]]


def _text(path: Path, lines: list[str]) -> None:
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")


def _html(path: Path, lines: list[str]) -> None:
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    path.write_text(f"<!DOCTYPE html><html lang='en'><body><main>{body}</main></body></html>", encoding="utf-8")


def _docx(path: Path, lines: list[str]) -> None:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))


def _pdf(path: Path, lines: list[str]) -> None:
    style = getSampleStyleSheet()["BodyText"]
    SimpleDocTemplate(str(path)).build([Paragraph(html.escape(line), style) for line in lines])
