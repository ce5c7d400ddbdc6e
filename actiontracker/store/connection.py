"""The connection to the tracker's file: how it is opened and waited for, and what is said when it cannot be used.

Only the standard library's sqlite3 is imported here, because every list goes through it and must start fast.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from actiontracker.errors import DatabaseError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

T = TypeVar("T")

APPLICATION_ID = 0x41435452
"""Marks an SQLite file as a tracker: the letters ACTR at byte 68 (https://www.sqlite.org/fileformat2.html)."""

SCHEMA_VERSION = 5
"""How many migrations there are; kept in the file as `PRAGMA user_version`, where a list sees it at once."""

PATIENCE = 60.0
"""Seconds to wait for another process that is writing."""

_LONGEST_WAIT = 5.0
"""Seconds of that patience that SQLite waits at a stretch, deaf to Ctrl-C."""

_PAUSE = 0.005
"""Seconds between two tries where SQLite itself does not wait."""

_SHORTEST_WAIT_MS = 10
"""Milliseconds that SQLite waits at a stretch for the right to write: it pauses ever longer, and so misses its turn
beside a process that writes without rest."""

_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})

_NEVER_CREATED = "Read some minutes first with `actiontracker ingest PATH`, or name another tracker with --db"
_RESTORE = (
    "Put back a copy made with `actiontracker db backup`; keep the damaged file, much of it can often be recovered"
)
_EXPLANATIONS = {
    sqlite3.SQLITE_NOTADB: ("{path} is not a tracker: it is not an SQLite file", "Name the right file with --db"),
    sqlite3.SQLITE_CORRUPT: ("The tracker {path} is damaged", _RESTORE),
    sqlite3.SQLITE_FULL: (
        "There is no room left on the disk for the tracker {path}",
        "Free some space and run the same command again; whole documents stored before this are safe",
    ),
    sqlite3.SQLITE_READONLY: (
        "The tracker {path} cannot be written to",
        "Check the permissions of the file and of its folder, or name another tracker with --db",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The tracker {path} cannot be opened",
        "Check that its folder exists and that you may read and write there, or name another tracker with --db",
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk gave an error while the tracker {path} was in use",
        "Check the disk and its free space, then run the same command again",
    ),
    sqlite3.SQLITE_BUSY: (
        "The tracker {path} is held by another program that does not let go of it",
        "Close the other program (a database browser with unsaved changes, perhaps) and run the same command again",
    ),
    sqlite3.SQLITE_TOOBIG: ("A document is too large for the tracker {path}", "Split the document and read its parts"),
}
_EXPLANATIONS[sqlite3.SQLITE_PERM] = _EXPLANATIONS[sqlite3.SQLITE_CANTOPEN]
_EXPLANATIONS[sqlite3.SQLITE_AUTH] = _EXPLANATIONS[sqlite3.SQLITE_CANTOPEN]
_EXPLANATIONS[sqlite3.SQLITE_LOCKED] = _EXPLANATIONS[sqlite3.SQLITE_BUSY]


def _primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code without its extension; 0 where Python raised the error itself."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def in_words(error: sqlite3.Error, path: Path) -> DatabaseError:
    """The error as a clerk can act on it."""
    unexpected = ("The tracker {path} could not be used: {error}", "`actiontracker db info` checks whether it is sound")
    message, advice = _EXPLANATIONS.get(_primary_code(error), unexpected)
    return DatabaseError(message.format(path=path, error=error), advice)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what SQLite raises inside into a `DatabaseError`; wrong use of the connection by the program passes."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except sqlite3.Error as error:
        raise in_words(error, path) from error


def patiently(attempt: Callable[[], T], patience: float) -> T:
    """What `attempt` returns, tried again for `patience` seconds while another process holds the file.

    SQLite waits by itself nearly always; not while a file is first switched to WAL, nor while the last reader leaves.
    """
    until = time.monotonic() + patience
    while True:
        try:
            return attempt()
        except sqlite3.OperationalError as error:
            if _primary_code(error) not in _BUSY or time.monotonic() >= until:
                raise
            time.sleep(_PAUSE)


def begin(connection: sqlite3.Connection, patience: float) -> None:
    """Start a transaction that holds the right to write from its first moment, so that it never fails half-way."""
    (usual,) = connection.execute("PRAGMA busy_timeout").fetchone()
    connection.execute(f"PRAGMA busy_timeout = {_SHORTEST_WAIT_MS}")
    try:
        patiently(lambda: connection.execute("BEGIN IMMEDIATE"), patience)
    finally:
        connection.execute(f"PRAGMA busy_timeout = {usual}")


def schema_version(connection: sqlite3.Connection, path: Path) -> int:
    """How many migrations the file has had; 0 for a file without any table.

    Raises:
        DatabaseError: the file belongs to another program or to a newer version of this one.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        if connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            message = f"{path} is an SQLite file of another program, not a tracker"
            raise DatabaseError(message, "Name the right file with --db")
        return 0
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > SCHEMA_VERSION:
        message = f"The tracker {path} was made by a newer version of actiontracker"
        raise DatabaseError(message, "Upgrade with `pipx upgrade actiontracker`, or name another tracker with --db")
    return int(version)


def open_for_writing(path: Path, patience: float) -> sqlite3.Connection:
    """A connection in WAL mode that may create the file and its folder; the schema is not looked after here.

    A commit is on the disk when it returns (`synchronous=FULL`): a stored document survives a power cut.
    """
    _make_folder(path)
    with explained(path):
        connection = _connect(path, "mode=rwc", patience)
        try:
            patiently(lambda: schema_version(connection, path), patience)
            patiently(lambda: connection.execute("PRAGMA journal_mode = WAL").fetchone(), patience)
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            connection.close()
            raise
    return connection


def open_for_reading(path: Path, patience: float) -> tuple[sqlite3.Connection, int]:
    """A connection that cannot change anything, and the file's schema version (1 or more).

    Raises:
        DatabaseError: the tracker is missing, empty, damaged, made by a newer version, or not a tracker.
    """
    if _size(path) is None:
        raise DatabaseError(f"There is no tracker at {path}", _NEVER_CREATED)
    with explained(path):
        connection = _opened_where_folder_may_be_read_only(path, patience)
        try:
            version = patiently(lambda: _version_in_use(connection, path), patience)
            connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
    return connection, version


def _version_in_use(connection: sqlite3.Connection, path: Path) -> int:
    version = schema_version(connection, path)
    if version == 0:
        raise DatabaseError(f"The tracker {path} is empty", _NEVER_CREATED)
    return version


def _connect(path: Path, options: str, patience: float) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{options}"
    return sqlite3.connect(uri, uri=True, timeout=min(patience, _LONGEST_WAIT), isolation_level=None)


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"The folder {path.parent} for the tracker cannot be made: {error.strerror or error}"
        raise DatabaseError(message, "Name a tracker in another folder with --db") from error


def _opened_where_folder_may_be_read_only(path: Path, patience: float) -> sqlite3.Connection:
    """A read/write connection lets SQLite tidy up after a crash; a folder closed to writing needs another way in."""
    connection = _connect(path, "mode=rw", patience)
    try:
        patiently(lambda: connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone(), patience)
    except sqlite3.OperationalError as error:
        connection.close()
        if _primary_code(error) not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN) or _has_journal(path):
            raise
        # Nobody can be writing without a journal file, so the file may be read as one that never changes.
        return _connect(path, "immutable=1", patience)
    except BaseException:
        connection.close()
        raise
    return connection


def _has_journal(path: Path) -> bool:
    return bool(_size(path.with_name(path.name + "-wal")))


def _size(path: Path) -> int | None:
    """Bytes; None where there is no such file, or it cannot be looked at."""
    try:
        return path.stat().st_size
    except OSError:
        return None
