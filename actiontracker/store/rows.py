"""Writing rows through sqlite-utils: what goes in is made storable in one place."""

from __future__ import annotations

import datetime
import re
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

Value = str | int | float | None
Given = Value | datetime.date | Enum
"""What `storable` takes; enums whose values are text."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def storable(value: Given) -> Value:
    """The value as SQLite holds it: days as ISO text, enums by their value, true as 1.

    Half characters, which broken PDF fonts give, become U+FFFD one for one, so that every offset stays right.
    """
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def moment(at: datetime.datetime) -> str:
    """A moment as history keeps it: UTC to the second; `at` should carry its time zone."""
    return at.astimezone(datetime.UTC).isoformat(timespec="seconds")


def insert(db: Database, table: str, **values: Given) -> int:
    """Add one row and return its id."""
    row = {name: storable(value) for name, value in values.items()}
    return int(db.table(table).insert(row).last_rowid or 0)


def update(db: Database, table: str, row_id: int, **values: Given) -> None:
    """Change columns of the row with that id."""
    db.table(table).update(row_id, {name: storable(value) for name, value in values.items()})
