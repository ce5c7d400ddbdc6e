"""The tracker's schema, as migrations that are only ever appended to: what has been released is never edited.

The statements stand in `schema/`, a file a migration.

Tables are STRICT where the SQLite at hand knows the word (3.37 and later). Days are ISO text (2026-05-14), moments
ISO text in UTC, offsets count characters of `sources.text` from 0 with the end exclusive, pages and lines from 1.
"""

from __future__ import annotations

from importlib.resources import files

from sqlite_utils import Database, Migrations

from actiontracker.store.connection import APPLICATION_ID

MIGRATIONS = Migrations("actiontracker")


def _run(db: Database, name: str) -> None:
    sql = (files("actiontracker.store") / "schema" / f"{name}.sql").read_text(encoding="utf-8")
    db.executescript(sql if db.supports_strict else sql.replace(") STRICT;", ");"))


@MIGRATIONS()
def m0001_documents(db: Database) -> None:
    """Whose meetings, who was there, and the documents as read."""
    _run(db, "0001_documents")


@MIGRATIONS()
def m0002_actions(db: Database) -> None:
    """Commitments as found, actions as tracked, their due dates and their history."""
    _run(db, "0002_actions")


@MIGRATIONS()
def m0003_search(db: Database) -> None:
    """Full-text search over actions."""
    _run(db, "0003_search")


@MIGRATIONS()
def m0004_conditions(db: Database) -> None:
    """The words of what an action depends on."""
    _run(db, "0004_conditions")


@MIGRATIONS()
def m0005_progress(db: Database) -> None:
    """How far actions have got, who said so in which step, and what else a body tracks by."""
    _run(db, "0005_progress")


def migrate(db: Database) -> None:
    """Bring the file up to date; the caller holds a transaction, so that two processes cannot both do it."""
    MIGRATIONS.apply(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {len(MIGRATIONS.applied(db))}")
