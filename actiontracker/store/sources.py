"""The rows of one document apart from its actions: the file itself, its items, who was there, and its problems."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from actiontracker.store.meetings import authority_id, name_key
from actiontracker.store.rows import insert, update

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

    from actiontracker.records import Item, Meeting, Minutes, Person, Problem
    from actiontracker.store.steps import Hand


_WORD: Final = re.compile(r"\w+")


def source_id_of(db: Database, sha256: str) -> int | None:
    """The stored document with that content."""
    row = db.execute("SELECT id FROM sources WHERE sha256 = ?", [sha256]).fetchone()
    return int(row[0]) if row else None


def meeting_of(db: Database, source_id: int) -> int:
    """The meeting that the stored document belongs to."""
    row = db.execute("SELECT meeting_id FROM sources WHERE id = ?", [source_id]).fetchone()
    if row is None:
        raise ValueError(f"the tracker holds no source {source_id}")
    return int(row[0])


def put_source(hand: Hand, minutes: Minutes, model_version: str, meeting_id: int, revises: int | None) -> int:
    """Add the document as read."""
    source = minutes.source
    return insert(
        hand.db,
        "sources",
        sha256=source.sha256,
        meeting_id=meeting_id,
        revises=revises,
        path=source.path,
        kind=source.kind,
        title=source.title,
        pages=source.pages,
        status=minutes.meeting.status,
        model_version=model_version,
        read_at=hand.at,
        read_by=hand.by,
        text=source.text,
    )


def put_again(hand: Hand, source_id: int, minutes: Minutes, model_version: str, meeting_id: int) -> None:
    """Note that a stored document was read again; what the new reading says of people and problems replaces the old."""
    update(
        hand.db,
        "sources",
        source_id,
        meeting_id=meeting_id,
        path=minutes.source.path,
        status=minutes.meeting.status,
        model_version=model_version,
        read_at=hand.at,
        read_by=hand.by,
    )
    for table in ("attendance", "problems"):
        hand.db.table(table).delete_where("source_id = ?", [source_id])


def put_items(db: Database, source_id: int, items: Iterable[Item]) -> tuple[int, ...]:
    """Add the agenda items; their ids stand in the order of `Minutes.items`."""
    return tuple(
        insert(
            db,
            "items",
            source_id=source_id,
            number=item.number,
            title=item.title,
            start=item.span.start,
            end=item.span.end,
            presenter=item.presenter,
        )
        for item in items
    )


def put_people(db: Database, source_id: int, meeting: Meeting, people: Iterable[Person]) -> None:
    """Add who attended; one name within one authority is one person."""
    authority = authority_id(db, meeting.authority)
    for person in people:
        insert(
            db,
            "attendance",
            source_id=source_id,
            person_id=person_id(db, authority, person.name),
            role=person.role,
            post=person.post,
            initials=person.initials,
            present=person.present,
        )


def put_problems(db: Database, source_id: int, problems: Iterable[Problem]) -> None:
    """Add what the stages could not do with the document."""
    for problem in problems:
        insert(db, "problems", source_id=source_id, page=problem.page, line=problem.line, message=problem.message)


def person_id(db: Database, authority: int | None, name: str) -> int:
    """The person of that name in that authority, entered where there is none."""
    key = _person_key(name)
    known = "SELECT id FROM people WHERE ifnull(authority_id, 0) = ? AND key IN (?, ?) ORDER BY id"
    row = db.execute(known, [authority or 0, key, name_key(name)]).fetchone()
    if row:
        return int(row[0])
    return insert(db, "people", authority_id=authority, name=" ".join(name.split()), key=key)


def _person_key(name: str) -> str:
    """The name without stops and capitals, which lists set as they like: "Mr. A.White" is "Mr A White"."""
    return " ".join(_WORD.findall(name.casefold())) or name_key(name)
