"""The tracker: an SQLite file of documents, the commitments found in them, and what became of each action.

A public name is imported when it is first used, so that a list loads only what lists need.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from actiontracker.store.counts import BodyCounts, Counts, MeetingCounts
    from actiontracker.store.decisions import DecidedSource, Decision, Found
    from actiontracker.store.documents import Document, Saved, SavedStatus
    from actiontracker.store.evidence import DueDate, Evidence, HistoryEntry, OtherWords, Place
    from actiontracker.store.known import KnownAction, KnownSource
    from actiontracker.store.maintenance import TrackerInfo
    from actiontracker.store.query import SORTS
    from actiontracker.store.reader import Reader, open_reader
    from actiontracker.store.revisions import Change, Revision
    from actiontracker.store.steps import MACHINE, Event
    from actiontracker.store.tracker import Tracker, open_tracker

__all__ = [
    "MACHINE",
    "SORTS",
    "BodyCounts",
    "Change",
    "Counts",
    "DecidedSource",
    "Decision",
    "Document",
    "DueDate",
    "Event",
    "Evidence",
    "Found",
    "HistoryEntry",
    "KnownAction",
    "KnownSource",
    "MeetingCounts",
    "OtherWords",
    "Place",
    "Reader",
    "Revision",
    "Saved",
    "SavedStatus",
    "Tracker",
    "TrackerInfo",
    "open_reader",
    "open_tracker",
]

_HOMES = {
    "counts": ("BodyCounts", "Counts", "MeetingCounts"),
    "decisions": ("DecidedSource", "Decision", "Found"),
    "documents": ("Document", "Saved", "SavedStatus"),
    "evidence": ("DueDate", "Evidence", "HistoryEntry", "OtherWords", "Place"),
    "known": ("KnownAction", "KnownSource"),
    "maintenance": ("TrackerInfo",),
    "query": ("SORTS",),
    "reader": ("Reader", "open_reader"),
    "revisions": ("Change", "Revision"),
    "steps": ("MACHINE", "Event"),
    "tracker": ("Tracker", "open_tracker"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


if not TYPE_CHECKING:  # a type checker reads the imports above, and so knows a misspelt name

    def __getattr__(name: str) -> object:
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
