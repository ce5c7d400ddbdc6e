"""Where the deadline of a clause that binds somebody stands: exact words of the passage, or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from actiontracker.extract import lexicon
from actiontracker.extract.deadlines import find_days, find_deadline, find_event
from actiontracker.extract.fields import phrase_span
from actiontracker.extract.subjects import SubjectClass, classify

if TYPE_CHECKING:
    from actiontracker.extract.facts import Facts

_NAMED = frozenset({SubjectClass.PERSON, SubjectClass.MEMBERS, SubjectClass.THIRD})


def deadline_span(facts: Facts, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the deadline's words in `text[start:end]` stand in the passage's text (0-based, end exclusive), or None.

    `text` is the whole passage's; an event may be named by a phrase after `end`.
    """
    found = find_deadline(text[start:end])
    if found is not None:
        place = start + found[0], start + found[1]
        return None if _lasts(facts, text[slice(*place)]) else place
    return _event(facts, text, end) or _event_phrase(facts) or _day_to_attend(facts, text, start)


_PUT_OFF = frozenset({"defer", "postpone", "adjourn", "leave", "wait", "carry", "delay"})


_HOW_LONG: Final = re.compile(
    r"until\b|for (?:\d+|an?|two|three|four|five|six|ten|twelve) (?:days?|weeks?|months?|years?)", re.IGNORECASE
)


def _lasts(facts: Facts, words: str) -> bool:
    """Whether the words say how long something goes on, not by when it is to be done: "open until March"."""
    return _HOW_LONG.match(words) is not None and facts.lemma not in _PUT_OFF


_BEFORE_ATTENDING: Final = 200
"""Characters before a clause in which the day of what is to be attended may stand."""


def _day_to_attend(facts: Facts, text: str, start: int) -> tuple[int, int] | None:
    """The one day named just before by which somebody is to attend: "… on 16 December. The Clerk to attend"."""
    has_object = any(child.dep_ in ("obj", "obl") for child in facts.clause.head.rights)
    if facts.lemma != "attend" or has_object:
        return None
    begins = max(0, start - _BEFORE_ATTENDING)
    days = find_days(text[begins:start])
    return (begins + days[0][0], begins + days[0][1]) if len(days) == 1 else None


def _event_phrase(facts: Facts) -> tuple[int, int] | None:
    """An event named by a phrase that hangs on the verb: "before the budget workshop", "after the May elections"."""
    for child in facts.clause.head.rights:
        marks = [case for case in child.lefts if case.lower_ in lexicon.EVENT_MARKS]
        if child.dep_ in ("obl", "nmod") and marks and classify(child) not in _NAMED:
            return marks[0].idx, phrase_span(child)[1]
    return None


def _event(facts: Facts, text: str, end: int) -> tuple[int, int] | None:
    """An event that the clause itself waits for: an adverbial clause with a time word."""
    if facts.lemma in ("ask", "find", "check", "see", "know", "confirm", "clarify", "establish"):
        return None
    clauses_after = (child for child in facts.clause.head.children if child.dep_ == "advcl")
    if not any(
        mark.lower_ in lexicon.TIME_MARKS or mark.lower_ == "prior" for child in clauses_after for mark in child.lefts
    ):
        return None
    after = facts.clause.head.idx
    found = find_event(text[after:end])
    return (after + found[0], after + found[1]) if found is not None else None
