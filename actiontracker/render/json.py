"""Reports and documents as JSON; characters that steer a terminal are written as escapes, which changes no value."""

from __future__ import annotations

import datetime
import json
import re
from typing import TYPE_CHECKING, Final

from actiontracker.render.harmless import STEERING

if TYPE_CHECKING:
    from actiontracker.report.build import Report

_STEERING: Final = re.compile(f"(?!\n)[{STEERING}\u2028\u2029]")


def as_json(value: object, *, indent: int | None = 2) -> str:
    """`value` as JSON text; dates as "YYYY-MM-DD". `indent=None` gives one line."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=_day)
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def as_records(report: Report) -> list[dict[str, object]]:
    """One object a row, its keys the columns' keys."""
    keys = [column.key for column in report.columns]
    return [dict(zip(keys, (cell.value for cell in row), strict=True)) for row in report.rows]


def _day(value: object) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")
