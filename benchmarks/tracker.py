"""A large tracker: the actions of some made-up minutes as the program itself stores them, many times over.

To store 100,000 actions document by document takes minutes. So some hundreds are stored that way, and then their rows
are copied with new numbers; which columns are numbers, and of which table, the file's own foreign keys say.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOLD_APART: Final = frozenset(
    {("authorities", "name"), ("authorities", "key"), ("sources", "sha256"), ("sources", "path")}
)
"""Text that may stand only once, and the names of files: each copy adds its number."""


def multiply(path: Path, actions: int) -> int:
    """Copy all that the tracker holds until it has `actions` actions; gives how many it then has.

    Every copy is of all there was and belongs to an authority of its own, so there may be a few more than asked for.
    """
    with closing(sqlite3.connect(path)) as connection:
        with connection:
            statements = list(_copying(connection))
            for copy in range(1, -(-actions // count(connection))):
                for statement in statements:
                    connection.execute(statement, {"copy": copy})
        return count(connection)


def count(connection: sqlite3.Connection) -> int:
    """How many actions the tracker holds."""
    return int(connection.execute("SELECT count(*) FROM actions").fetchone()[0])


def _copying(connection: sqlite3.Connection) -> Iterator[str]:
    """The statement that copies each table, a table before those that point at it."""
    pointing = {table: _points_at(connection, table) for table in _tables(connection)}
    pointed_at = {target for targets in pointing.values() for target in targets.values()}
    linked = [table for table, targets in pointing.items() if targets or table in pointed_at]
    last = {table: _last_row(connection, table) for table in linked}
    for table in linked:
        steps = {"id": last[table]} | {column: last[target] for column, target in pointing[table].items()}
        columns = _columns(connection, table)
        names = ", ".join(f'"{column}"' for column in columns)
        values = ", ".join(_value(table, column, steps) for column in columns)
        yield f'INSERT INTO "{table}" ({names}) SELECT {values} FROM "{table}" WHERE rowid <= {last[table]}'  # noqa: S608 - names are the schema's


def _value(table: str, column: str, steps: dict[str, int]) -> str:
    """What a copy has in the column, as SQL."""
    if column in steps:
        return f'"{column}" + :copy * {steps[column]}'
    return f"\"{column}\" || ' ' || :copy" if (table, column) in TOLD_APART else f'"{column}"'


def _tables(connection: sqlite3.Connection) -> list[str]:
    """In the order in which they were made; a table can only point at earlier ones."""
    return [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]


def _points_at(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """The columns that hold another table's numbers, with that table."""
    return {row[3]: row[2] for row in connection.execute(f'PRAGMA foreign_key_list("{table}")')}


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """The columns that are stored; worked-out ones are not among them."""
    return [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]


def _last_row(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f'SELECT max(rowid) FROM "{table}"').fetchone()[0] or 0)  # noqa: S608 - as above
