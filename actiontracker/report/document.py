"""What was found in one document as data for other programs: the JSON of `actiontracker extract`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actiontracker.records import Meeting
from actiontracker.report.extraction import found_in

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from actiontracker.records import Action, Item, Minutes, Person, Problem, Span, Words
    from actiontracker.report.extraction import Found

Data = dict[str, object]
"""A JSON object."""


def document(path: str, minutes: Minutes | None, actions: Sequence[Action], problems: Iterable[Problem]) -> Data:
    """One document as JSON data; offsets count characters of the text as read, from 0, the end exclusive.

    A file that could not be read has the same keys, its `meeting` and the rest of its `source` unknown.
    """
    text = minutes.source.text if minutes else ""
    return {
        "source": _source(path, minutes),
        "meeting": _meeting(minutes.meeting if minutes else Meeting()),
        "people": [_person(person) for person in minutes.people] if minutes else [],
        "items": [_agenda_item(item) for item in minutes.items] if minutes else [],
        "commitments": [_commitment(found, text) for found in found_in(minutes, actions)],
        "problems": [_problem(problem) for problem in problems],
    }


def _source(path: str, minutes: Minutes | None) -> Data:
    if minutes is None:
        return {"path": path, "sha256": None, "kind": None, "pages": None}
    source = minutes.source
    return {"path": source.path, "sha256": source.sha256, "kind": source.kind.value, "pages": source.pages}


def _meeting(meeting: Meeting) -> Data:
    return {
        "authority": meeting.authority,
        "body": meeting.body,
        "date": _iso(meeting.date),
        "status": meeting.status.value,
        "next_meeting": _iso(meeting.next_meeting),
    }


def _person(person: Person) -> Data:
    return {
        "name": person.name,
        "role": person.role.value,
        "post": person.post,
        "initials": person.initials,
        "present": person.present,
    }


def _agenda_item(item: Item) -> Data:
    return {"number": item.number, "title": item.title, "presenter": item.presenter, **_span(item.span)}


def _commitment(found: Found, text: str) -> Data:
    action, commitment = found.action, found.action.commitment
    return {
        **_span(commitment.span),
        "quote": commitment.quote,
        "kind": commitment.kind.value,
        "action": commitment.action,
        "owner": _words(commitment.owner),
        "owner_inferred": action.owner_inferred,
        "recipient": _words(commitment.recipient),
        "deadline": _words(commitment.deadline),
        "condition": _words(commitment.condition),
        "due": _iso(action.due),
        "due_rule": action.due_rule,
        "score": round(commitment.score, 4),
        "item": found.item.number if found.item else None,
        "item_title": found.item.title if found.item else None,
        "section": commitment.section.value,
        "page": commitment.page,
        "line": commitment.line,
        "told_again": [{**_span(span), "quote": span.of(text)} for span in commitment.told_again],
    }


def _problem(problem: Problem) -> Data:
    return {
        "path": problem.path,
        "page": problem.page,
        "line": problem.line,
        "message": problem.message,
        "fatal": problem.fatal,
    }


def _span(span: Span) -> Data:
    return {"start": span.start, "end": span.end}


def _words(words: Words | None) -> str | None:
    return words.text if words else None


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
