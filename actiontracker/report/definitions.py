"""Every list of tracked actions as data. A column more is a name more in one of these tuples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actiontracker.records import ActionFilter
from actiontracker.report import columns
from actiontracker.report.build import Listing, Selection

if TYPE_CHECKING:
    from actiontracker.records import TrackedAction

ACTION: Final = ("action", "actions")

OUTSTANDING: Final[Selection[TrackedAction]] = Selection(
    Listing(
        noun=ACTION,
        about="outstanding on {day}",
        columns=(columns.REF, columns.ACTION, columns.WHO, columns.DUE_WORDS, columns.STATE, columns.ORIGIN),
        export=columns.EXPORT,
        empty="Nothing is outstanding that fits. See done ones too: actiontracker list --all",
    ),
    chosen=lambda _today: ActionFilter(outstanding=True),
    sort="due",
)

EVERYTHING: Final[Selection[TrackedAction]] = Selection(
    Listing(
        noun=ACTION,
        about="",
        columns=OUTSTANDING.listing.columns,
        export=columns.EXPORT,
        empty="Nothing in the tracker fits. Read minutes into it: actiontracker ingest FILE",
    ),
    chosen=lambda _today: ActionFilter(rejected=True),
    sort="due",
)

OVERDUE: Final[Selection[TrackedAction]] = Selection(
    Listing(
        noun=ACTION,
        about="overdue on {day}",
        columns=(columns.REF, columns.ACTION, columns.WHO, columns.DUE_WORDS, columns.STATE, columns.ORIGIN),
        export=columns.EXPORT,
        empty="Nothing is overdue. Actions without a date are never late; see them: actiontracker undated",
    ),
    chosen=lambda today: ActionFilter(overdue_on=today),
    sort="due",
)

FOUND: Final[Listing[TrackedAction]] = Listing(
    noun=ACTION,
    about="with these words",
    columns=OUTSTANDING.listing.columns,
    export=columns.EXPORT,
    empty="No action has these words. Try fewer of them, or another form of a word.",
)
