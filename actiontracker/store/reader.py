"""Reading the tracker: nothing here can change it.

Only the standard library is imported, and what a plain list does not need only when it is asked for: lists start fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actiontracker.store import query
from actiontracker.store.connection import PATIENCE, SCHEMA_VERSION, explained, open_for_reading

if TYPE_CHECKING:
    import datetime
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from actiontracker.records import ActionFilter, Meeting, TrackedAction
    from actiontracker.store.counts import BodyCounts, MeetingCounts
    from actiontracker.store.decisions import DecidedSource
    from actiontracker.store.evidence import Evidence, Happening
    from actiontracker.store.maintenance import TrackerInfo
    from actiontracker.store.reports import Report


def open_reader(path: Path, patience: float = PATIENCE) -> Reader:
    """The tracker for reading; one that an older version made is brought up to date first.

    Raises:
        DatabaseError: there is none, or it is damaged, of a newer version, held for more than `patience` seconds by
            another program, or not a tracker.
    """
    connection, version = open_for_reading(path, patience)
    if version < SCHEMA_VERSION:
        from actiontracker.store.tracker import open_tracker  # sqlite-utils takes 0.1 s to import; once a new version

        connection.close()
        open_tracker(path, patience).close()
        connection, _ = open_for_reading(path, patience)
    return Reader(connection, path)


class Reader:
    """Answers questions about the tracker; to be closed, or used in a `with`."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        connection.create_function("folded", 1, query.folded, deterministic=True)
        self.connection = connection
        self.path = path

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def find(self, wanted: ActionFilter, sort: str = "due", limit: int | None = None) -> tuple[TrackedAction, ...]:
        """The wanted actions ordered by one of `SORTS`; what has no due date stands last."""
        with explained(self.path):
            return query.find(self.connection, wanted, sort, limit)

    def count(self, wanted: ActionFilter) -> int:
        """How many actions `find` would return without a limit."""
        with explained(self.path):
            return query.count(self.connection, wanted)

    def one(self, reference: str) -> TrackedAction:
        """The action by our reference in any spelling ("A-0012", "a12", "12") or by the body's own.

        Raises:
            UnknownReferenceError: none, or several; the advice names the nearest.
        """
        from actiontracker.store.evidence import action_with
        from actiontracker.store.references import find_id

        with explained(self.path):
            return action_with(self.connection, find_id(self.connection, reference))

    def evidence(self, reference: str) -> Evidence:
        """Everything about one action; the reference and its errors are those of `one`."""
        from actiontracker.store.evidence import evidence_of
        from actiontracker.store.references import find_id

        with explained(self.path):
            return evidence_of(self.connection, find_id(self.connection, reference))

    def search(self, words: str, limit: int | None = None) -> tuple[TrackedAction, ...]:
        """The actions that hold all the words, in any form of them, best match first; "quoted words" as a phrase."""
        from actiontracker.store.search import search

        with explained(self.path):
            return search(self.connection, words, limit)

    def bodies(self, as_of: datetime.date | None = None) -> tuple[BodyCounts, ...]:
        """Every body with its counts; overdue is counted on the day `as_of`."""
        from actiontracker.store.counts import bodies

        with explained(self.path):
            return bodies(self.connection, as_of)

    def meetings(self, body: str | None = None, as_of: datetime.date | None = None) -> tuple[MeetingCounts, ...]:
        """The meetings of the bodies whose name holds `body` (all when None) with their counts, the latest first."""
        from actiontracker.store.counts import meetings

        with explained(self.path):
            return meetings(self.connection, body, as_of)

    def meeting_named(self, wanted: Meeting) -> Meeting:
        """The one meeting whose names and day these are, in part or whole; what nobody named is filled in from it.

        A body is found by part of its name; a meeting that the tracker does not hold is as it was named.

        Raises:
            UsageError: no body or authority is named, or the name fits several bodies.
        """
        from actiontracker.store.meetings import meeting_named

        with explained(self.path):
            return meeting_named(self.connection, wanted)

    def reports(self, body: str | None = None) -> tuple[Report, ...]:
        """What later minutes seem to report on outstanding actions, undecided as yet, in the order of the minutes."""
        from actiontracker.store.reports import pending

        with explained(self.path):
            return pending(self.connection, query.plain(body) if body else None)

    def meeting_days(self) -> dict[tuple[str | None, str | None], tuple[datetime.date, ...]]:
        """The days on which each body meets or met, in order, by the names of its authority and itself."""
        from actiontracker.store.calendar import all_days

        with explained(self.path):
            names = self.connection.execute(
                "SELECT b.id, au.name, b.name FROM bodies b LEFT JOIN authorities au ON au.id = b.authority_id"
            ).fetchall()
            days = all_days(self.connection)
        return {(authority, body): tuple(one.date for one in days.get(row_id, ())) for row_id, authority, body in names}

    def happenings(self, reference: str | None, limit: int | None, zone: datetime.tzinfo) -> tuple[Happening, ...]:
        """What was done to one action, or to all, the latest first; moments are told in `zone`."""
        from actiontracker.store.evidence import happenings
        from actiontracker.store.references import find_id

        with explained(self.path):
            return happenings(self.connection, find_id(self.connection, reference) if reference else None, limit, zone)

    def decided(self) -> Iterator[DecidedSource]:
        """Every document with what was found in it and what people decided of that, first read first."""
        from actiontracker.store.decisions import decided_sources

        with explained(self.path):
            yield from decided_sources(self.connection)

    def has_source(self, sha256: str) -> bool:
        """Whether a document with that content has been read."""
        from actiontracker.store.known import is_known

        with explained(self.path):
            return is_known(self.connection, sha256)

    def info(self) -> TrackerInfo:
        """What the file holds, and whether it is sound."""
        from actiontracker.store.maintenance import info

        with explained(self.path):
            return info(self.connection, self.path)

    def backup(self, target: Path) -> None:
        """Copy the tracker as it stands to a new file; an existing one is never overwritten (`TrackerError`)."""
        from actiontracker.store.maintenance import backup

        with explained(self.path):
            backup(self.connection, target)
