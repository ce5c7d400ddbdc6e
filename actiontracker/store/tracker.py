"""Writing to the tracker: documents as they are read, and what people decide."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from actiontracker.store import documents, known, maintenance
from actiontracker.store.bodies import successor
from actiontracker.store.connection import PATIENCE, SCHEMA_VERSION, begin, explained, open_for_writing, schema_version
from actiontracker.store.evidence import action_with
from actiontracker.store.meetings import day
from actiontracker.store.reader import Reader
from actiontracker.store.references import find_id
from actiontracker.store.rows import moment
from actiontracker.store.steps import MACHINE, Hand

if TYPE_CHECKING:
    import datetime
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from actiontracker.records import Meeting, Source, TrackedAction
    from actiontracker.resolve.dates import BodyRules
    from actiontracker.resolve.followups import FollowUp, OpenAction
    from actiontracker.store.entered import Entry


def open_tracker(path: Path, patience: float = PATIENCE) -> Tracker:
    """The tracker for writing: made with its folder where there is none, brought up to date where it is older.

    Raises:
        DatabaseError: it is damaged, of a newer version, not a tracker, cannot be written, or is held by another
            program for more than `patience` seconds.
    """
    connection = open_for_writing(path, patience)
    tracker = Tracker(connection, path, patience)
    try:
        tracker.bring_up_to_date()
    except BaseException:
        tracker.close()
        raise
    return tracker


class Tracker:
    """Takes documents and decisions; to be closed, or used in a `with`."""

    def __init__(self, connection: sqlite3.Connection, path: Path, patience: float) -> None:
        from sqlite_utils import Database  # takes 0.1 s, which readers must not wait for

        self.path = path
        self.reader = Reader(connection, path)
        """Answers questions through the same connection, and so sees what a transaction has not committed yet."""
        self._db = Database(connection, execute_plugins=False)
        self._patience = patience

    def __enter__(self) -> Tracker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; what was not committed is dropped."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything done inside is stored together or not at all; other processes' writing is waited for.

        Inside another transaction it becomes part of that one.
        """
        with explained(self.path):
            if self._db.conn.in_transaction:
                with self._db.atomic():
                    yield
                return
            begin(self._db.conn, self._patience)
            try:
                yield
                self._db.conn.execute("COMMIT")
            except BaseException:
                self._db.rollback()
                raise

    def bring_up_to_date(self) -> None:
        """Run the migrations that the file has not had."""
        with explained(self.path):
            if schema_version(self._db.conn, self.path) == SCHEMA_VERSION:
                return
        from actiontracker.store.migrations import migrate

        with self.transaction():
            migrate(self._db)

    def has_source(self, sha256: str) -> bool:
        """Whether a document with that content has been read."""
        return self.reader.has_source(sha256)

    def source_with(self, sha256: str) -> known.KnownSource | None:
        """The document with that content and the meeting it was read for; None when it has not been read."""
        with explained(self.path):
            return known.source_with(self._db.conn, sha256)

    def known_sources(
        self, authority: str | None, body: str | None, date: datetime.date | None
    ) -> tuple[known.KnownSource, ...]:
        """The earlier documents of that meeting, first read first; none where the meeting is not certain."""
        with explained(self.path):
            return known.known_sources(self._db.conn, authority, body, date)

    def known_actions(
        self, authority: str | None, body: str | None, date: datetime.date | None
    ) -> tuple[known.KnownAction, ...]:
        """The actions of that meeting, oldest first; none where the meeting is not certain."""
        with explained(self.path):
            return known.known_actions(self._db.conn, authority, body, date)

    def actions_of(self, source_id: int) -> tuple[known.KnownAction, ...]:
        """The actions that rest on words of that document, oldest first."""
        with explained(self.path):
            return known.actions_of(self._db.conn, source_id)

    def save(self, document: documents.Document, by: str, at: datetime.datetime) -> documents.Saved:
        """Store a document in one transaction; content that is already stored changes nothing.

        Args:
            document: what the stages made of it.
            by: who had it read; this alone makes nothing a person's decision.
            at: when, with its time zone.

        Raises:
            TrackerError: a quote differs from the words at its place; nothing of the document is stored.
        """
        with self.transaction():
            return documents.save(self._db, document, by, at)

    def decide(self, ref: str, by: str, at: datetime.datetime, do: Callable[[Hand, int], object]) -> TrackedAction:
        """Let a person do something to an action, all of it or nothing, and return the action as it now is.

        Args:
            ref: the action, in any spelling.
            by: who decides.
            at: when, with its time zone.
            do: given the hand and the action's id, changes what is to be changed.

        Raises:
            UnknownReferenceError: no action by that reference.
        """
        with self.transaction():
            action_id = find_id(self._db.conn, ref)
            do(self.hand(by, at), action_id)
            return action_with(self._db.conn, action_id)

    def hand(self, by: str, at: datetime.datetime) -> Hand:
        """Somebody's hand for what concerns no one action; to be used inside a `transaction`."""
        return Hand(self._db, by, moment(at), decided=True)

    def add(self, entry: Entry, by: str, at: datetime.datetime) -> TrackedAction:
        """Track an action that a person entered, and return it.

        Raises:
            TrackerError: the words it quotes stand in no stored minutes of its meeting, or in several places.
        """
        from actiontracker.store.entered import add

        with self.transaction():
            return action_with(self._db.conn, add(self.hand(by, at), entry))

    def undo(self, ref: str | None, by: str, at: datetime.datetime) -> tuple[str, tuple[TrackedAction, ...]]:
        """Take back the latest step that a person took (of one action, or of all); return what it was and whom it met.

        Raises:
            TrackerError: there is none, or what it changed was changed again since.
        """
        from actiontracker.store.undo import undo

        with self.transaction():
            what, ids = undo(self.hand(by, at), find_id(self._db.conn, ref) if ref else None)
            return what, tuple(action_with(self._db.conn, row_id) for row_id in ids)

    def body_rules(self, meeting: Meeting) -> BodyRules:
        """What is known for working out dates of the body whose meeting it is; nothing of a body that is new."""
        from actiontracker.store.dating import rules_of
        from actiontracker.store.meetings import known_body

        with explained(self.path):
            return rules_of(self._db.conn, known_body(self._db.conn, meeting))

    def date_undated(self, body_id: int, hand: Hand) -> tuple[str, ...]:
        """Give a body's undated actions the dates that can now be worked out; return the references of those."""
        from actiontracker.store.dating import date_undated

        ids = date_undated(hand, successor(self._db.conn, body_id, None))
        return tuple(action_with(self._db.conn, row_id).ref for row_id in ids)

    def settle(self, source_id: int, at: datetime.datetime) -> int:
        """Work out what a new document makes known: dates of its body's undated actions, and whom its owners mean.

        Return how many earlier actions got a date.
        """
        from actiontracker.store.dating import date_undated
        from actiontracker.store.people import recognise_owners

        with self.transaction():
            hand = Hand(self._db, MACHINE, moment(at), decided=False, source_id=source_id)
            body, date = self._db.execute(
                "SELECT m.body_id, m.date FROM sources s JOIN meetings m ON m.id = s.meeting_id WHERE s.id = ?",
                [source_id],
            ).fetchone()
            recognise_owners(hand, day(date) or at.date(), source_id)
            return 0 if body is None else len(date_undated(hand, successor(self._db.conn, body, None)))

    def open_actions(self, source_id: int) -> tuple[OpenAction, ...]:
        """The outstanding actions of earlier meetings of the body whose minutes that document is."""
        from actiontracker.store.reports import open_actions
        from actiontracker.store.sources import meeting_of

        with explained(self.path):
            return open_actions(self._db.conn, meeting_of(self._db, source_id))

    def earlier_texts(self, source_id: int) -> tuple[str, ...]:
        """The body's minutes that were read for meetings before the one whose minutes that document is."""
        from actiontracker.store.reports import earlier_texts
        from actiontracker.store.sources import meeting_of

        with explained(self.path):
            return earlier_texts(self._db.conn, meeting_of(self._db, source_id))

    def put_reports(self, source_id: int, source: Source, found: Sequence[FollowUp], at: datetime.datetime) -> int:
        """Keep what the document seems to report on open actions, for a person to decide; return how many are new."""
        from actiontracker.store.reports import put_reports

        with self.transaction():
            hand = Hand(self._db, MACHINE, moment(at), decided=False)
            return put_reports(hand, source_id, source, found)

    def decide_report(
        self, report_id: int, by: str, at: datetime.datetime, *, right: bool, says: str | None = None
    ) -> TrackedAction:
        """Let a person say whether later minutes report on an action, and return the action.

        Raises:
            UsageError: it is decided already, or the action has ended.
        """
        from actiontracker.store.reports import decide

        with self.transaction():
            ref = decide(self.hand(by, at), report_id, right=right, says=says)
            return action_with(self._db.conn, find_id(self._db.conn, ref))

    def info(self) -> maintenance.TrackerInfo:
        """What the file holds, and whether it is sound."""
        return self.reader.info()

    def backup(self, target: Path) -> None:
        """Copy the tracker as it stands to a new file; an existing one is never overwritten (`TrackerError`)."""
        self.reader.backup(target)
