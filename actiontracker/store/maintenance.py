"""Looking after the tracker's file: what it holds, whether it is sound, and copying it."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actiontracker.errors import TrackerError
from actiontracker.store.connection import explained, schema_version
from actiontracker.store.query import OUTSTANDING

if TYPE_CHECKING:
    from pathlib import Path

_COUNTED = ("authorities", "bodies", "meetings", "people", "sources", "commitments", "actions", "history")
_MOST_DAMAGE = 20


@dataclass(frozen=True, slots=True)
class TrackerInfo:
    """The tracker's file: where, how large, what it holds; `damage` is empty when it is sound."""

    path: Path
    size: int
    """Bytes, with what is not yet written back from the journal."""
    schema_version: int
    sqlite_version: str
    rows: dict[str, int]
    """How many rows each table has."""
    outstanding: int
    last_read_at: str | None
    """When the latest document was read: ISO text, UTC."""
    damage: tuple[str, ...]


def info(connection: sqlite3.Connection, path: Path) -> TrackerInfo:
    """What the file holds, after a check of every page and every link between tables."""
    rows = {table: _one(connection, f"SELECT count(*) FROM {table}") for table in _COUNTED}  # noqa: S608 - constants
    last = connection.execute("SELECT max(read_at) FROM sources").fetchone()[0]
    return TrackerInfo(
        path=path,
        size=sum(file.stat().st_size for file in (path, path.with_name(path.name + "-wal")) if file.exists()),
        schema_version=schema_version(connection, path),
        sqlite_version=sqlite3.sqlite_version,
        rows=rows,
        outstanding=_one(connection, f"SELECT count(*) FROM actions a WHERE {OUTSTANDING}"),  # noqa: S608 - a constant
        last_read_at=last,
        damage=damage(connection),
    )


def damage(connection: sqlite3.Connection) -> tuple[str, ...]:
    """What SQLite's integrity check finds wrong, and rows that point at nothing; empty when the file is sound."""
    checked = connection.execute(f"PRAGMA integrity_check({_MOST_DAMAGE})").fetchall()
    broken = [message for (message,) in checked if message != "ok"]
    for table, row_id, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST_DAMAGE):
        broken.append(f"row {row_id} of {table} points at a row of {parent} that is not there")
    return tuple(broken)


def backup(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the tracker as it stands at this moment, while others go on reading and writing.

    The copy is a single file that needs no journal beside it.

    Raises:
        TrackerError: the target exists already, or cannot be written.
    """
    part = target.with_name(target.name + ".part")
    try:
        if target.exists():
            raise FileExistsError(errno.EEXIST, "it exists already, and was not overwritten")
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _copy(connection, part)
        part.rename(target)
    except OSError as error:
        message = f"The copy {target} cannot be made: {error.strerror or error}"
        raise TrackerError(message, "Give the copy another name or place") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _copy(connection: sqlite3.Connection, part: Path) -> None:
    with explained(part), closing(sqlite3.connect(part)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")


def _one(connection: sqlite3.Connection, sql: str) -> int:
    return int(connection.execute(sql).fetchone()[0])
