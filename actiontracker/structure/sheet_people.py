"""A list of people in a table: who, in which post, since and until when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.records import Problem
from actiontracker.structure.sheet_columns import ColumnMap, day_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from actiontracker.structure.sheet_columns import Table


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A row of a list of people."""

    name: str
    post: str | None
    initials: str | None
    email: str | None
    authority: str | None
    since: datetime.date | None
    until: datetime.date | None


_PEOPLE: Final = {
    "name": re.compile(r"(?:full )?name|person|officer|councillor|member", re.IGNORECASE),
    "post": re.compile(r"post(?: title)?|job title|title|role|position", re.IGNORECASE),
    "initials": re.compile(r"initials?|abbreviation", re.IGNORECASE),
    "email": re.compile(r"e-?mail(?: address)?", re.IGNORECASE),
    "authority": re.compile(r"authority|council|organisation|trust", re.IGNORECASE),
    "since": re.compile(r"since|from|start(?: date)?", re.IGNORECASE),
    "until": re.compile(r"until|to|end(?: date)?|left", re.IGNORECASE),
}


def people_in(tables: Sequence[Table], path: str) -> tuple[tuple[PersonRow, ...], tuple[Problem, ...]]:
    """The people of every table that has a column of names, and what could not be placed."""
    found, problems = [], []
    for table in tables:
        headings = [" ".join(cell.split()) for cell in table.rows[0]]
        columns = {
            field: next((number for number, heading in enumerate(headings) if pattern.fullmatch(heading)), None)
            for field, pattern in _PEOPLE.items()
        }
        if columns["name"] is None:
            problems.append(Problem(path, f"{table.name}: no column is headed “name”"))
            continue
        mapping = ColumnMap(0, tuple((field, column) for field, column in columns.items() if column is not None))
        found += [_person(mapping, row) for row in table.rows[1:] if mapping.cell(row, "name")]
    return tuple(found), tuple(problems)


def _person(mapping: ColumnMap, row: Sequence[str]) -> PersonRow:
    def cell(field: str) -> str | None:
        return mapping.cell(row, field) or None

    return PersonRow(
        cell("name") or "",
        cell("post"),
        cell("initials"),
        cell("email"),
        cell("authority"),
        day_of(cell("since")),
        day_of(cell("until")),
    )
