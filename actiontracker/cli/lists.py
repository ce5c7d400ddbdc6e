"""How every command that lists something does it: choose, order, show, and say how many there are."""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from actiontracker.cli import surroundings
from actiontracker.cli.options import ListFormat
from actiontracker.cli.output import put_report, say
from actiontracker.records import ActionFilter, Review, TrackedAction
from actiontracker.report.build import Listing, Selection, build
from actiontracker.report.definitions import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actiontracker.store import Reader

T = TypeVar("T")

NOTHING_YET: Final = "The tracker holds no actions yet. Read minutes into it: actiontracker ingest FILE"

ROWS: Final = 200
"""Rows of a table unless the user names another number; more are hard to read and slow to draw."""


@dataclass(frozen=True, slots=True)
class Showing:
    """What the options of a list say about how it is shown."""

    how: ListFormat = ListFormat.TABLE
    limit: int | None = None
    as_of: datetime.date | None = None

    @property
    def day(self) -> datetime.date:
        """The day for which the list holds."""
        return self.as_of or surroundings.today()

    @property
    def exports(self) -> bool:
        """Whether the rows go to another program."""
        return self.how is not ListFormat.TABLE

    @property
    def rows(self) -> int | None:
        """The most rows to show; None for all."""
        return self.limit or (ROWS if self.how is ListFormat.TABLE else None)


def show_actions(
    selection: Selection[TrackedAction], database: Path | None, showing: Showing, wanted: ActionFilter
) -> None:
    """Lists the actions of the tracker that fit `wanted`, in the order of `selection`."""
    with open_for_reading(database) as reader:
        actions = reader.find(wanted, sort=selection.sort, limit=showing.rows)
        total = reader.count(wanted) if len(actions) == showing.rows else len(actions)
        nothing_yet = not actions and not reader.count(EVERYTHING.chosen(showing.day))
    if nothing_yet:
        put_report(build(selection.listing, (), showing.day, export=showing.exports), showing.how)
        say(NOTHING_YET)
    else:
        show(selection.listing, actions, showing, total)
        say_unconfirmed(actions)


def show(listing: Listing[T], rows: "Sequence[T]", showing: Showing, total: int | None = None) -> None:
    """Prints the rows, then says how many there are, or what to do where there is none."""
    report = build(listing, rows, showing.day, export=showing.exports, total=total)
    put_report(report, showing.how)
    if not rows:
        say(listing.empty)
        return
    more = f" More: --limit {total}" if total is not None and total > len(rows) else ""
    say(f"{report.summary}.{more}")


def say_unconfirmed(actions: "Sequence[TrackedAction]") -> None:
    """Says how many of the actions nobody has confirmed yet, so that none is taken for agreed."""
    number = sum(action.review is Review.SUGGESTED and action.is_outstanding() for action in actions)
    if number:
        which = "All are" if number == len(actions) > 1 else f"{number:,} {'is' if number == 1 else 'are'}"
        say(f"{which} suggested: found in the minutes, not yet confirmed by a person.")


def tracker_path(database: Path | None) -> Path:
    """The tracker that the user named with `--db` or in the environment, else the one in their data folder."""
    return database or surroundings.default_tracker()


def open_for_reading(database: Path | None) -> "Reader":
    """The tracker, for reading only.

    Raises:
        DatabaseError: there is no tracker in that place, or it cannot be read.
    """
    from actiontracker.store import open_reader

    return open_reader(tracker_path(database))
