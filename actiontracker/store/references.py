"""References as people type them: "A-0012", "a12", "12", a part as "A-0012(a)", or the body's own number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from actiontracker.errors import UnknownReferenceError

if TYPE_CHECKING:
    import sqlite3

_OURS = re.compile(r"\s*[aA]\s*[-\u2010-\u2015]?\s*([0-9]{1,15})\s*")
_BARE = re.compile(r"\s*([0-9]{1,15})\s*")
_PART = re.compile(r"(.*[0-9])\s*\(?([a-zA-Z])\)?\s*")
_MINUTE_NUMBER = re.compile(r"\d\)?\s*/\s*\(?\d")
_MOST_SUGGESTED = 3
_MOST_CHOICES = 10
_MOST_OWN_REFS = 5000


def own_reference(item_number: str | None) -> str | None:
    """The item's number where it is a minute number that stands for ever ("14/2018/P"), not a place on one agenda."""
    return item_number if item_number and _MINUTE_NUMBER.search(item_number) else None


def find_id(connection: sqlite3.Connection, reference: str) -> int:
    """The id of the action that `reference` names, ours or the body's own, in any case.

    Raises:
        UnknownReferenceError: no action, or several, by that reference; the advice names the nearest ones.
    """
    ours = _OURS.fullmatch(reference)
    if ours and _exists(connection, int(ours[1])):
        return int(ours[1])
    part = _part_of(connection, reference)
    if part is not None:
        return part
    own = _with_own_reference(connection, reference)
    if len(own) == 1:
        return own[0]
    if own:
        raise UnknownReferenceError(
            f"{reference.strip()} is the number of {len(own)} actions", _choice(connection, own)
        )
    bare = _BARE.fullmatch(reference)
    if bare and _exists(connection, int(bare[1])):
        return int(bare[1])
    number = ours or bare
    near = _near_numbers(connection, int(number[1])) if number else _near_own(connection, reference)
    advice = f"Did you mean {_either(near)}?" if near else "`actiontracker list` shows every action with its reference"
    raise UnknownReferenceError(f'There is no action "{reference.strip()}"', advice)


def _exists(connection: sqlite3.Connection, number: int) -> bool:
    return connection.execute("SELECT 1 FROM actions WHERE id = ?", [number]).fetchone() is not None


def _part_of(connection: sqlite3.Connection, reference: str) -> int | None:
    """The part that "A-0012(a)" or "12b" names."""
    named = _PART.fullmatch(reference)
    whole = named and (_OURS.fullmatch(named[1]) or _BARE.fullmatch(named[1]))
    if not named or not whole:
        return None
    letter = f"({named[2].lower()})"
    found = "SELECT id FROM actions WHERE parent_id = ? AND part = ?"
    row = connection.execute(found, [int(whole[1]), letter]).fetchone()
    return int(row[0]) if row else None


def _with_own_reference(connection: sqlite3.Connection, reference: str) -> list[int]:
    """The actions of that number; one that was merged only where no other goes on under it."""
    wanted = reference.strip().encode(errors="replace").decode()
    found = "SELECT id, status = 'merged' FROM actions WHERE own_ref = ? COLLATE NOCASE ORDER BY id"
    rows = connection.execute(found, [wanted]).fetchall()
    return [row_id for row_id, merged in rows if not merged] or [row_id for row_id, _ in rows]


def _choice(connection: sqlite3.Connection, ids: list[int]) -> str:
    more = " and others" if len(ids) > _MOST_CHOICES else ""
    return f"Give one of ours: {', '.join(_ref(connection, row_id) for row_id in ids[:_MOST_CHOICES])}{more}"


def _ref(connection: sqlite3.Connection, row_id: int) -> str:
    return str(connection.execute("SELECT ref FROM actions WHERE id = ?", [row_id]).fetchone()[0])


def _near_numbers(connection: sqlite3.Connection, number: int) -> list[str]:
    """References one slip of the finger away that exist; where there is none, the last one."""
    digits = str(number)
    slips = {digits[:i] + digits[i + 1 :] for i in range(len(digits))}
    slips |= {digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :] for i in range(len(digits) - 1)}
    slips |= {digits[:i] + other + digits[i + 1 :] for i in range(len(digits)) for other in "0123456789"}
    numbers = sorted({int(slip) for slip in slips if slip} - {number}, key=lambda slip: (abs(slip - number), slip))
    near = [slip for slip in numbers if _exists(connection, slip)][:_MOST_SUGGESTED]
    (last,) = connection.execute("SELECT max(id) FROM actions").fetchone()
    return [_ref(connection, slip) for slip in near or ([last] if last else [])]


def _near_own(connection: sqlite3.Connection, reference: str) -> list[str]:
    from difflib import get_close_matches  # 10 ms that only a mistyped reference has to pay

    rows = connection.execute(
        "SELECT DISTINCT own_ref FROM actions WHERE own_ref IS NOT NULL LIMIT ?", [_MOST_OWN_REFS]
    ).fetchall()
    return get_close_matches(reference.strip(), [own for (own,) in rows], n=_MOST_SUGGESTED)


def _either(references: list[str]) -> str:
    return " or ".join([", ".join(references[:-1]), references[-1]] if len(references) > 1 else references)
