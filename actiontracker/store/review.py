"""What a clerk decides of found actions: accept, reject, edit, split into parts, merge with another, add by hand.

Each is a step of its own, which can be undone as a whole.
"""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING, Final

from actiontracker.errors import UsageError
from actiontracker.records import OUTSTANDING, Review, Status
from actiontracker.store.actions import link
from actiontracker.store.rows import Given, insert
from actiontracker.store.steps import Event, begin_step, change, note, set_due

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from sqlite_utils import Database

    from actiontracker.store.steps import Hand

EDITABLE: Final = ("action", "kind", "owner", "recipient", "deadline", "condition", "own_ref")
"""The fields that a person may put other words in; the due date has a way of its own."""
_COPIED: Final = (
    "meeting_id",
    "commitment_id",
    "kind",
    "owner",
    "owner_inferred",
    "recipient",
    "deadline",
    "condition",
)
"""What a part takes over from the action that it is split from."""


def accept(hand: Hand, action_id: int, why: str) -> None:
    """Confirm a found action; one that is confirmed already stays as it is."""
    hand = begin_step(hand, "accept", why)
    change(hand, action_id, Event.ACCEPTED, why, {"review": Review.ACCEPTED})


def reject(hand: Hand, action_id: int, why: str) -> None:
    """Say that what was found is no action; it leaves every list, and stays in the tracker."""
    hand = begin_step(hand, "reject", why)
    change(hand, action_id, Event.REJECTED, why, {"review": Review.REJECTED})


def edit(
    hand: Hand,
    action_id: int,
    fields: Mapping[str, str | None],
    due: datetime.date | None = None,
    why: str = "",
    minute: str | None = None,
) -> tuple[str, ...]:
    """Put right what was found, which also confirms it; return the names of the fields that changed.

    `due` None leaves the date alone.

    Raises:
        UsageError: a field that cannot be edited.
    """
    if wrong := sorted(set(fields) - set(EDITABLE)):
        raise UsageError(f"{', '.join(wrong)} cannot be edited", f"What can be: {', '.join(EDITABLE)}")
    hand = begin_step(hand, "edit", why, minute)
    changed = change(hand, action_id, Event.EDITED, why, fields)
    if due is not None and change_due(hand, action_id, Event.EDITED, due, None, why or "set by a person"):
        changed += ("due",)
    change(hand, action_id, Event.ACCEPTED, why, {"review": Review.ACCEPTED})
    return changed


def change_due(
    hand: Hand, action_id: int, what: Event, due: datetime.date | None, rule: str | None, reason: str
) -> bool:
    """Give the action another due date and tell it in its history; whether it differs from the one it has."""
    (old,) = hand.db.execute("SELECT due FROM actions WHERE id = ?", [action_id]).fetchone()
    if old == (due.isoformat() if due else None):
        return False
    note(hand, action_id, what, reason, "due", old, due)
    set_due(hand, action_id, due, rule, reason)
    return True


def split(hand: Hand, action_id: int, parts: Sequence[str], why: str) -> tuple[int, ...]:
    """Divide an action into parts, each an action of its own with the same words as evidence; return their ids.

    The action waits for its parts: it is outstanding until the last of them has ended.

    Raises:
        UsageError: fewer than two parts, more than 26, or an action that has parts or has ended.
    """
    status, parent, due, rule, reason = hand.db.execute(
        "SELECT status, parent_id, due, due_rule, due_reason FROM actions WHERE id = ?", [action_id]
    ).fetchone()
    _check_split(Status(status), parent, parts)
    hand = begin_step(hand, "split", why)
    taken = hand.db.execute("SELECT count(*) FROM actions WHERE parent_id = ?", [action_id]).fetchone()[0]
    made = tuple(
        _part(hand, action_id, words, f"({ascii_lowercase[taken + number]})", (due, rule, reason), why)
        for number, words in enumerate(parts)
    )
    change(hand, action_id, Event.SPLIT, why, {"status": Status.IN_PARTS, "review": Review.ACCEPTED})
    return made


def _check_split(status: Status, parent: int | None, parts: Sequence[str]) -> None:
    if status not in OUTSTANDING or status is Status.IN_PARTS:
        raise UsageError(f"An action that is {status} cannot be split", "`actiontracker show REF` tells its parts")
    if parent is not None:
        raise UsageError("A part cannot be split again", "Split the action that it is a part of, or add actions")
    if not 2 <= len(parts) <= len(ascii_lowercase) or not all(part.strip() for part in parts):
        raise UsageError("To split an action takes at least two parts with words", "Give --part for each of them")


def _part(hand: Hand, parent: int, words: str, letter: str, due: tuple[str | None, str | None, str], why: str) -> int:
    copied: dict[str, Given] = _columns(hand.db, parent, _COPIED)
    part = insert(
        hand.db,
        "actions",
        **copied,
        action=" ".join(words.split()),
        due_reason=due[2],
        parent_id=parent,
        part=letter,
        review=Review.ACCEPTED,
    )
    link(hand, part, int(str(copied["commitment_id"])))
    _set_copied_due(hand, part, due)
    note(hand, part, Event.SPLIT, why or f"a part of A-{parent:04}")
    return part


def _set_copied_due(hand: Hand, action_id: int, due: tuple[str | None, str | None, str]) -> None:
    from actiontracker.store.meetings import day

    set_due(hand, action_id, day(due[0]), due[1], due[2])


def _columns(db: Database, action_id: int, names: Sequence[str]) -> dict[str, Given]:
    row = db.execute(f"SELECT {', '.join(names)} FROM actions WHERE id = ?", [action_id]).fetchone()  # noqa: S608 - constants
    return dict(zip(names, row, strict=True))


def merge(hand: Hand, action_id: int, into: int, why: str) -> None:
    """Say that an action is the same obligation as another, which goes on in its place.

    The other one takes over a due date where it has none itself.

    Raises:
        UsageError: both are one, or one of them has ended, has parts, or is a part.
    """
    rows = hand.db.execute(
        "SELECT id, status, review, parent_id FROM actions WHERE id IN (?, ?)", [action_id, into]
    ).fetchall()
    if action_id == into:
        raise UsageError("An action cannot be merged with itself", "Give two references")
    for row_id, status, review, parent in rows:
        if Status(status) not in OUTSTANDING - {Status.IN_PARTS} or review == Review.REJECTED or parent is not None:
            state = "rejected" if review == Review.REJECTED else "a part" if parent is not None else status
            raise UsageError(f"A-{row_id:04} cannot be merged: it is {state}", "Merge two actions that are outstanding")
    hand = begin_step(hand, "merge", why)
    change(
        hand, action_id, Event.MERGED, why, {"status": Status.MERGED, "merged_into": into, "review": Review.ACCEPTED}
    )
    _fill_from(hand, into, action_id, why)


def _fill_from(hand: Hand, into: int, merged: int, why: str) -> None:
    """What the merged action knows and the other does not."""
    names = ("owner", "recipient", "deadline", "condition", "own_ref")
    have, had = _columns(hand.db, into, names), _columns(hand.db, merged, names)
    reason = why or f"taken over from A-{merged:04}"
    filled = {name: had[name] for name in names if have[name] is None and had[name] is not None}
    change(hand, into, Event.MERGED, reason, {**filled, "review": Review.ACCEPTED})
    note(hand, into, Event.MERGED, f"A-{merged:04} was merged into this")
    mine, theirs = (_columns(hand.db, one, ("due", "due_rule", "due_reason")) for one in (into, merged))
    if mine["due"] is None and theirs["due"] is not None:
        from actiontracker.store.meetings import day

        rule = str(theirs["due_rule"]) if theirs["due_rule"] else None
        change_due(hand, into, Event.MERGED, day(str(theirs["due"])), rule, str(theirs["due_reason"]))
