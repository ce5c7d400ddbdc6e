"""Lists of actions: a filter becomes SQL that the indexes answer, and rows become records.

Standard library only: `actiontracker overdue` goes through here and must start fast.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from actiontracker.errors import UsageError
from actiontracker.records import OUTSTANDING as OUTSTANDING_STATUSES
from actiontracker.records import Kind, Rag, Response, Review, Section, Status, TrackedAction

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from enum import Enum

    from actiontracker.records import ActionFilter

Row = tuple[Any, ...]
Condition = tuple[str, tuple[str, ...]]

FIELDS = {
    "ref": "a.ref",
    "own_ref": "a.own_ref",
    "action": "a.action",
    "kind": "a.kind",
    "owner": "a.owner",
    "owner_inferred": "a.owner_inferred",
    "recipient": "a.recipient",
    "deadline": "a.deadline",
    "due": "a.due",
    "due_rule": "a.due_rule",
    "due_reason": "a.due_reason",
    "first_due": "a.first_due",
    "times_moved": "a.times_moved",
    "status": "a.status",
    "review": "a.review",
    "score": "c.score",
    "authority": "au.name",
    "body": "h.name",
    "meeting_date": "m.date",
    "item_number": "i.number",
    "item_title": "i.title",
    "section": "c.section",
    "quote": "c.quote",
    "source_path": "s.path",
    "page": "c.page",
    "line": "c.line",
    "start": "c.start",
    "end": "c.end",
    "done_on": "a.done_on",
    "condition": "a.condition",
    "owner_known": "p.name",
    "own_body": "iif(a.body_id IS NULL, NULL, b.name)",
    "part_of": "iif(a.parent_id IS NULL, NULL, printf('A-%04d', a.parent_id))",
    "part": "a.part",
    "merged_into": "iif(a.merged_into IS NULL, NULL, printf('A-%04d', a.merged_into))",
    "recurs": "a.recurs",
    "rag": "a.rag",
    "closed_on": "a.closed_on",
    "closed_minute": "a.closed_minute",
    "moved_to": "a.moved_to",
    "updated_on": "a.updated_on",
    "repeats": "a.repeats",
    "sent_on": "a.sent_on",
    "response_due": "a.response_due",
    "response_on": "a.response_on",
    "response": "a.response",
    "status_word": "(SELECT value FROM settings w WHERE w.body_id = h.id AND w.name = 'word ' || a.status)",
}
"""Where each field of `TrackedAction`, in its order, stands in the tables that `JOINS` names."""

_DAYS = (
    "due", "first_due", "meeting_date", "done_on", "closed_on", "updated_on", "sent_on", "response_due", "response_on",
)  # fmt: skip  # a line a name would hide the rest

COLUMNS = ", ".join(FIELDS.values())

JOINS = """JOIN commitments c ON c.id = a.commitment_id JOIN sources s ON s.id = c.source_id
JOIN meetings m ON m.id = a.meeting_id LEFT JOIN bodies b ON b.id = m.body_id
LEFT JOIN bodies h ON h.id = ifnull(a.body_id, m.body_id) LEFT JOIN authorities au ON au.id = h.authority_id
LEFT JOIN items i ON i.id = c.item_id LEFT JOIN people p ON p.id = a.owner_id"""

SORTS = {
    "due": "a.due NULLS LAST, a.id",
    "ref": "a.id",
    "owner": "a.owner COLLATE NOCASE NULLS LAST, a.due NULLS LAST, a.id",
    "body": "au.name COLLATE NOCASE NULLS LAST, h.name COLLATE NOCASE NULLS LAST, m.date, a.id",
    "meeting": "m.date NULLS LAST, a.id",
    "item": "m.date NULLS LAST, m.id, c.start, a.id",
    "status": "a.stage DESC, a.status, a.due NULLS LAST, a.id",
}
"""How a list can be ordered; what has no value stands last, and actions that tie by their numbers."""

OUTSTANDING = "a.stage > 0"
"""As `TrackedAction.is_outstanding`; in these very words, which are those of the partial indexes."""

RUNNING = "a.stage = 2"
"""As `TrackedAction.is_running`."""

_NOT_REJECTED = "a.review <> 'rejected'"

# A parish council's minutes name no body: there the council itself is meant.
_NAMED = """SELECT b.id FROM bodies b LEFT JOIN authorities au ON au.id = b.authority_id
WHERE instr(folded(ifnull(b.name, au.name)), ?)"""


class _Days(dict[str | None, datetime.date | None]):
    """Days read once: a list of 30,000 actions has a few hundred different ones."""

    def __missing__(self, text: str | None) -> datetime.date | None:
        found = self[text] = None if text is None else datetime.date.fromisoformat(text)
        return found


def folded(text: str | None) -> str | None:
    """The text without regard to case, spacing and line breaks; SQL calls it on both sides of a comparison."""
    return None if text is None else " ".join(text.split()).casefold()


def selection(wanted: ActionFilter, sort: str, limit: int | None) -> tuple[str, tuple[str | int, ...]]:
    """The statement, with its values, that lists the wanted actions.

    Raises:
        UsageError: there is no such order.
    """
    if sort not in SORTS:
        raise UsageError(f'Lists cannot be sorted by "{sort}"', f"Sort by one of: {', '.join(SORTS)}")
    where, values = _where(wanted)
    bounded = "" if limit is None else " LIMIT ?"
    sql = f"SELECT {COLUMNS} FROM actions a{_index(wanted, sort)} {JOINS}{where} ORDER BY {SORTS[sort]}{bounded}"  # noqa: S608 - the user's words are all values
    return sql, (*values, limit) if limit is not None else values


def counting(wanted: ActionFilter) -> tuple[str, tuple[str, ...]]:
    """The statement, with its values, that counts the wanted actions."""
    where, values = _where(wanted)
    return f"SELECT count(*) FROM actions a{_index(wanted, 'due')}{where}", values  # noqa: S608 - as above


def find(
    connection: sqlite3.Connection, wanted: ActionFilter, sort: str, limit: int | None
) -> tuple[TrackedAction, ...]:
    """The wanted actions in that order; at most `limit` of them."""
    return tracked(connection.execute(*selection(wanted, sort, limit)).fetchall())


def count(connection: sqlite3.Connection, wanted: ActionFilter) -> int:
    """How many actions are wanted."""
    return int(connection.execute(*counting(wanted)).fetchone()[0])


def tracked(rows: list[Row]) -> tuple[TrackedAction, ...]:
    """Rows of `COLUMNS` as records."""
    read = _meanings()
    return tuple(_tracked(list(row), read) for row in rows)


def _tracked(values: list[Any], read: list[tuple[int, dict[Any, Any]]]) -> TrackedAction:
    for place, meaning in read:
        values[place] = meaning[values[place]]
    return TrackedAction(*values)


def _meanings() -> list[tuple[int, dict[Any, Any]]]:
    """For each column that is not plain text or a number: its place in a row, and what its values mean."""
    days = _Days()
    enums: dict[str, type[Enum]] = {
        "kind": Kind,
        "status": Status,
        "review": Review,
        "section": Section,
        "rag": Rag,
        "response": Response,
    }
    means: dict[str, dict[Any, Any]] = {
        name: {None: None, **{one.value: one for one in kind}} for name, kind in enums.items()
    }
    means |= dict.fromkeys(_DAYS, days)
    return [(place, means[name]) for place, name in enumerate(FIELDS) if name in means]


def _where(wanted: ActionFilter) -> tuple[str, tuple[str, ...]]:
    conditions = list(_conditions(wanted))
    sql = "".join(f"\n{'AND' if number else 'WHERE'} {condition}" for number, (condition, _) in enumerate(conditions))
    return sql, tuple(value for _, values in conditions for value in values)


def _conditions(wanted: ActionFilter) -> Iterator[Condition]:
    yield from _on_progress(wanted)
    yield from _on_dates(wanted)
    yield from _on_words(wanted)


def _on_progress(wanted: ActionFilter) -> Iterator[Condition]:
    if wanted.overdue_on is not None:
        yield RUNNING, ()
    elif _asks_outstanding(wanted):
        yield OUTSTANDING, ()
    elif not wanted.rejected:
        yield _NOT_REJECTED, ()
    if wanted.status is not None:
        yield "a.status = ?", (wanted.status.value,)
    if wanted.kind is not None:
        yield "a.kind = ?", (wanted.kind.value,)
    if wanted.undated:
        yield "a.due IS NULL", ()
    if wanted.unowned:
        yield "a.owner IS NULL", ()
    if wanted.review is not None:
        yield "a.review = ?", (wanted.review.value,)
    if wanted.part_of is not None:
        yield "a.parent_id = (SELECT id FROM actions WHERE ref = ?)", (wanted.part_of,)


def _on_dates(wanted: ActionFilter) -> Iterator[Condition]:
    for comparison, day in (
        ("a.due < ?", wanted.overdue_on),
        ("a.due < ?", wanted.due_before),
        ("a.due > ?", wanted.due_after),
        ("a.meeting_id IN (SELECT id FROM meetings WHERE date = ?)", wanted.meeting),
        ("a.meeting_id IN (SELECT id FROM meetings WHERE date < ?)", wanted.met_before),
    ):
        if day is not None:
            yield comparison, (day.isoformat(),)


def _on_words(wanted: ActionFilter) -> Iterator[Condition]:
    if wanted.body is not None:
        yield (
            f"""(a.meeting_id IN (SELECT m.id FROM meetings m WHERE m.body_id IN ({_NAMED}))
            OR a.body_id IN ({_NAMED}))""",  # noqa: S608 - a constant
            (plain(wanted.body),) * 2,
        )
    if wanted.owner is not None:
        yield "instr(folded(a.owner), ?)", (plain(wanted.owner),)
    if wanted.item is not None:
        yield (
            """EXISTS (SELECT 1 FROM commitments c JOIN items i ON i.id = c.item_id
            WHERE c.id = a.commitment_id AND (folded(i.number) = ? OR instr(folded(i.title), ?)))""",
            (plain(wanted.item),) * 2,
        )
    if wanted.text is not None:
        yield (
            """(instr(folded(a.action), ?) OR EXISTS (SELECT 1 FROM commitments c LEFT JOIN items i ON i.id = c.item_id
            WHERE c.id = a.commitment_id AND (instr(folded(c.quote), ?) OR instr(folded(i.title), ?))))""",
            (plain(wanted.text),) * 3,
        )


def plain(words: str) -> str:
    """What a user typed, folded, and without half characters that SQLite cannot take."""
    return (folded(words) or "").encode(errors="replace").decode()


def _asks_outstanding(wanted: ActionFilter) -> bool:
    open_only = wanted.status in OUTSTANDING_STATUSES and not wanted.rejected
    return wanted.outstanding or wanted.overdue_on is not None or open_only


def _index(wanted: ActionFilter, sort: str) -> str:
    """The index that holds just the wanted actions in their order, where SQLite would take a wider one."""
    elsewhere = (wanted.body, wanted.meeting, wanted.met_before, wanted.part_of)
    if sort != "due" or any(found is not None for found in elsewhere) or not _asks_outstanding(wanted):
        return ""
    if wanted.overdue_on is not None:
        return " INDEXED BY actions_running"
    return f" INDEXED BY {'actions_unowned' if wanted.unowned else 'actions_outstanding'}"
