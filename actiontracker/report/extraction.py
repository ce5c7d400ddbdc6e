"""What was found in one document, before any tracker holds it: as a list for a reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.report import wording
from actiontracker.report.build import Column, Listing, Tone

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from actiontracker.records import Action, Item, Minutes
    from actiontracker.report.build import Value


@dataclass(frozen=True, slots=True)
class Found:
    """An action with the agenda item it stands under."""

    action: Action
    item: Item | None


def _owner(found: Found, _today: datetime.date) -> Value:
    named = found.action.commitment.owner
    return wording.owner(named.text if named else None, found.action.owner_inferred)


def _due(found: Found, _today: datetime.date) -> Value:
    words = found.action.commitment.deadline
    return wording.due(words.text if words else None, found.action.due) or wording.NO_DATE


def _item(found: Found, _today: datetime.date) -> Value:
    return wording.item(found.item.number, None) if found.item else ""


def _place(found: Found, _today: datetime.date) -> Value:
    return wording.place(found.action.commitment.page, found.action.commitment.line)


def _nobody(found: Found, _today: datetime.date) -> Tone:
    return Tone.PLAIN if found.action.commitment.owner else Tone.QUIET


COLUMNS: Final[tuple[Column[Found], ...]] = (
    Column("action", "Action", lambda f, _: f.action.commitment.action, flexible=True),
    Column("owner", "Owner", _owner, _nobody, widest=18),
    Column("due", "Due", _due, widest=17),
    Column("kind", "Kind", lambda f, _: f.action.commitment.kind.value),
    Column("item", "Item", _item, needs=90),
    Column("place", "Where", _place, lambda _f, _today: Tone.QUIET),
    Column("score", "Sure", lambda f, _: f"{f.action.commitment.score:.0%}", needs=100),
)

FOUND_IN: Final[Listing[Found]] = Listing(
    noun=("action", "actions"), about="found", columns=COLUMNS, export=COLUMNS, empty="No action was found."
)


def found_in(minutes: Minutes | None, actions: Iterable[Action]) -> tuple[Found, ...]:
    """`actions` as rows of `FOUND_IN`, in the order of the document."""
    items = minutes.items if minutes else ()
    ordered = sorted(actions, key=lambda action: action.commitment.span)
    return tuple(Found(a, items[a.commitment.item] if a.commitment.item is not None else None) for a in ordered)
