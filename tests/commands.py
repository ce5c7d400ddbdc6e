"""Runs commands as a user does, on a small tracker of invented panels, on 24 July 2026."""

from __future__ import annotations

import datetime
import io
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unittest import mock

from documents import JULY, JUNE, NOON, Told, document, mark_closed

from actiontracker.__main__ import main
from actiontracker.cli import surroundings
from actiontracker.records import Kind, Meeting, MeetingStatus
from actiontracker.store import open_tracker

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

NOW = datetime.datetime(2026, 7, 24, 9, 30, tzinfo=datetime.UTC)
AUDIT = Meeting("Northmere Borough Council", "Audit Committee", datetime.date(2026, 6, 2), MeetingStatus.APPROVED)


@dataclass(frozen=True)
class Run:
    """What a command left behind."""

    code: int
    out: str
    err: str


def run(capsys: pytest.CaptureFixture[str], *arguments: object, now: datetime.datetime = NOW, typed: str = "") -> Run:
    """Runs `actiontracker` with these arguments at `now`, its output going to pipes, `typed` as its input."""
    capsys.readouterr()
    with (
        mock.patch.object(sys, "argv", ["actiontracker", *map(str, arguments)]),
        mock.patch.object(surroundings, "now", return_value=now),
        mock.patch.object(sys, "stdin", io.StringIO(typed)),
        mock.patch.object(surroundings, "user_name", return_value="ann"),
    ):
        code = main()
    captured = capsys.readouterr()
    return Run(code, captured.out, captured.err)


def small_tracker(path: Path) -> Path:
    """A tracker of two meetings: A-0001 overdue, A-0002 undated and unowned, A-0003 due later, A-0004 done."""
    parks = document(
        Told("repair the gate", "The Clerk", due=JUNE, deadline="by June", recipient="for residents", twice=True),
        Told("publish the tree survey", None, deadline="in due course", inferred="Siân Cole"),
        Told("review the mooring fee", "The Head of Parks", due=JULY, item="8", title="Fees", kind=Kind.REQUEST),
    )
    audit = document(Told("bring the risk list", "The Auditor", due=JUNE), meeting=AUDIT, path="audit.txt")
    with open_tracker(path) as tracker:
        tracker.save(parks, "ann", NOON)
        tracker.save(audit, "ann", NOON)
        mark_closed(tracker, "A-0004", datetime.date(2026, 6, 20))
    return path
