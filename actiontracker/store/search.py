"""Searching for words: what people type becomes a full-text query that is never an error."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from actiontracker.store.query import COLUMNS, JOINS, tracked

if TYPE_CHECKING:
    import sqlite3

    from actiontracker.records import TrackedAction

_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')


def full_text_query(words: str) -> str | None:
    """The words in FTS5's syntax: all must occur, "quoted words" as a phrase, `plan*` as a beginning.

    None where there is nothing to look for.
    """
    readable = words.replace("\0", " ").encode(errors="ignore").decode()
    terms = [_term(phrase or word, bool(word)) for phrase, word in _TERM.findall(readable)]
    return " AND ".join(term for term in terms if term) or None


def _term(text: str, single: bool) -> str | None:
    if not any(character.isalnum() for character in text):
        return None
    return f'"{text}"' + ("*" if single and text.endswith("*") else "")


def search(connection: sqlite3.Connection, words: str, limit: int | None) -> tuple[TrackedAction, ...]:
    """The actions that hold all the words, best match first, those a person rejected left out."""
    query = full_text_query(words)
    if query is None:
        return ()
    rows = connection.execute(
        f"""SELECT {COLUMNS} FROM actions_fts f CROSS JOIN actions a ON a.id = f.rowid {JOINS}
        WHERE actions_fts MATCH ? AND a.review <> 'rejected' ORDER BY f.rank, a.id LIMIT ?""",  # noqa: S608 - constants; the words are a value
        (query, -1 if limit is None else limit),
    )
    return tracked(rows.fetchall())
