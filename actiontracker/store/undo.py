"""Taking back what a person did, step by step; what is taken back stays in the history, and so does the taking back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actiontracker.errors import TrackerError
from actiontracker.records import Review
from actiontracker.store.meetings import day
from actiontracker.store.steps import Event, Hand, begin_step, change, note, set_due

if TYPE_CHECKING:
    import sqlite3

_LATEST: Final = """
SELECT s.id, s.what FROM steps s
WHERE s.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM steps u WHERE u.undoes = s.id)
    AND EXISTS (SELECT 1 FROM history h
        WHERE h.step_id = s.id AND h.decided = 1 AND (:action IS NULL OR h.action_id = :action))
ORDER BY s.id DESC LIMIT 1
"""
_CLASHES: Final = """
SELECT DISTINCT later.action_id FROM history h JOIN history later
    ON later.action_id = h.action_id AND later.field = h.field AND later.id > h.id AND later.applied = 1
WHERE h.step_id = :step AND h.applied = 1 AND later.step_id IS NOT :step
    AND NOT EXISTS (SELECT 1 FROM steps s WHERE s.id = later.step_id
        AND (s.undoes IS NOT NULL OR EXISTS (SELECT 1 FROM steps u WHERE u.undoes = s.id)))
"""
"""Actions of the step in which the same field was changed again since, by what still stands."""


def undo(hand: Hand, action_id: int | None) -> tuple[str, tuple[int, ...]]:
    """Take back the latest step that a person took and nobody took back; return what it was, and whom it concerned.

    With an action, the latest that changed it; a step that changed several is taken back as a whole.

    Raises:
        TrackerError: there is none, or something it changed was changed again since.
    """
    found = hand.db.execute(_LATEST, {"action": action_id}).fetchone()
    if found is None:
        whose = f"of A-{action_id:04} " if action_id else ""
        raise TrackerError(f"There is nothing {whose}to undo", "`actiontracker history` tells what people did")
    step, what = int(found[0]), str(found[1])
    if clashes := hand.db.execute(_CLASHES, {"step": step}).fetchall():
        refs = ", ".join(f"A-{row_id:04}" for (row_id,) in clashes)
        raise TrackerError(f"“{what}” cannot be undone: {refs} changed again since", f"Undo that first: undo {refs}")
    taking_back = begin_step(hand, "undo", f"takes back “{what}”", undoes=step)
    concerned = tuple(
        row_id
        for (row_id,) in hand.db.execute(
            "SELECT DISTINCT action_id FROM history WHERE step_id = ? ORDER BY action_id", [step]
        ).fetchall()
    )
    for row_id in concerned:
        _take_back(taking_back, step, row_id, what)
    _unlink(taking_back, step)
    return what, concerned


def _take_back(hand: Hand, step: int, action_id: int, what: str) -> None:
    why = f"“{what}” was taken back"
    rows = hand.db.execute(
        "SELECT field, old FROM history WHERE step_id = ? AND action_id = ? AND field IS NOT NULL AND applied = 1"
        " ORDER BY id DESC",
        [step, action_id],
    ).fetchall()
    fields = {field: old for field, old in rows if field != "due"}
    if _was_made_in(hand, step, action_id):
        fields["review"] = Review.REJECTED
    if fields:
        change(hand, action_id, Event.UNDONE, why, fields)
    _take_back_due(hand, step, action_id, why)
    if not rows and "review" not in fields:
        note(hand, action_id, Event.UNDONE, why)


def _was_made_in(hand: Hand, step: int, action_id: int) -> bool:
    """Whether the step made this action: a part, or one added by hand."""
    (first,) = hand.db.execute("SELECT min(id) FROM history WHERE action_id = ?", [action_id]).fetchone()
    (first_step,) = hand.db.execute("SELECT step_id FROM history WHERE id = ?", [first]).fetchone()
    return bool(first_step == step)


def _take_back_due(hand: Hand, step: int, action_id: int, why: str) -> None:
    """Let the due date that the step set count for nothing, and the one before it count again."""
    row = hand.db.execute(
        "SELECT id FROM due_dates WHERE step_id = ? AND action_id = ? ORDER BY id DESC LIMIT 1", [step, action_id]
    ).fetchone()
    before = (
        row
        and hand.db.execute(
            """SELECT due, rule, reason FROM due_dates d WHERE action_id = ? AND id < ? AND undoes IS NULL
        AND NOT EXISTS (SELECT 1 FROM due_dates u WHERE u.undoes = d.id) ORDER BY id DESC LIMIT 1""",
            [action_id, row[0]],
        ).fetchone()
    )
    if not before:
        return
    (current,) = hand.db.execute("SELECT due FROM actions WHERE id = ?", [action_id]).fetchone()
    note(hand, action_id, Event.UNDONE, why, "due", current, before[0])
    set_due(hand, action_id, day(before[0]), before[1], before[2], undoes=row[0])


def _unlink(hand: Hand, step: int) -> None:
    """Let reports that the step decided wait for a decision again, and bodies that it renamed be themselves."""
    hand.db.execute("UPDATE reports SET review = 'suggested', step_id = NULL WHERE step_id = ?", [step])
    hand.db.execute("DELETE FROM successions WHERE step_id = ?", [step])


def replay(connection: sqlite3.Connection, action_id: int) -> dict[str, str | None]:
    """Every field that history tells of, as it must be if history is true: each change begins where the last ended.

    Raises:
        TrackerError: a change begins with another value than the one before it left.
    """
    state: dict[str, str | None] = {}
    rows = connection.execute(
        "SELECT field, old, new FROM history WHERE action_id = ? AND field IS NOT NULL AND field <> 'quote'"
        " AND applied = 1 ORDER BY id",
        [action_id],
    )
    for field, old, new in rows:
        if field in state and state[field] != old:
            raise TrackerError(
                f"The history of A-{action_id:04} has a gap at “{field}”", "`actiontracker db info` checks the file"
            )
        state[field] = new
    return state
