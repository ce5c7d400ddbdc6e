"""Who owes it, who receives it, by when: exact words of the line, or nothing."""

from __future__ import annotations

import pytest
from lines import line_found

from actiontracker.extract.deadlines import find_deadline, names_meeting


def field(line: str, name: str) -> str | None:
    found = line_found(line)
    assert len(found) == 1, [line[item.start : item.end] for item in found]
    place = getattr(found[0], name)
    return line[place[0] : place[1]] if place else None


OWNERS = [
    ("The Chair asked the Head of Parks to write to the school.", "the Head of Parks"),
    ("The Chair asked that a letter be sent to the school.", None),
    ("The Principal Officer agreed that a list would be circulated.", "The Principal Officer"),
    ("It was agreed that a list would be circulated.", None),
    ("Members agreed that a list would be circulated.", None),
    ("Councillors agreed to check the railings.", "Councillors"),
    ("Mr Dale said he would speak to the landlord.", "Mr Dale"),
    ("Mr Dale thanked the team. He would speak to the landlord.", "Mr Dale"),
    ("A list would be circulated by the Democratic Services Manager.", "the Democratic Services Manager"),
    ("JB/RT to circulate the list.", "JB/RT"),
    ("All to check their entries in the list.", "All"),
    ("The working group will report back in May.", "The working group"),
    ("Notice board: the Clerk to buy a new lock.", "the Clerk"),
    ("The Head of Audit explained the delay but offered to send a note.", "The Head of Audit"),
    ("We will write to the school.", None),
    ("The Panel asked that the report be brought to it by September 2025.", None),
    ("Mrs Wren, Ms Cole and Mr Pike to attend the seminar.", "Mrs Wren, Ms Cole and Mr Pike"),
]


@pytest.mark.parametrize(("line", "owner"), OWNERS)
def test_the_owner_is_whoever_is_bound_and_never_the_asker(line: str, owner: str | None) -> None:
    assert field(line, "owner") == owner


@pytest.mark.parametrize(
    ("line", "recipient"),
    [
        ("Officers would provide members with the figures.", "members"),
        ("The figures would be provided to the Panel on request.", "the Panel"),
        ("The Clerk to write to Highways about the kerb.", "Highways"),
        ("The Clerk will contact the school.", "the school"),
        ("The Clerk will mend the gate.", None),
        ("The Clerk will report back to the next meeting.", None),
    ],
)
def test_the_recipient_is_who_gets_it(line: str, recipient: str | None) -> None:
    assert field(line, "recipient") == recipient


DEADLINES = [
    ("bring a report to the next meeting", "to the next meeting"),
    ("bring a report to the June meeting of the Panel", "to the June meeting"),
    ("include it in future reports", "in future reports"),
    ("send it by 12 May 2026", "by 12 May 2026"),
    ("send it by Friday", "by Friday"),
    ("send it within two weeks", "within two weeks"),
    ("come back in three months' time", "in three months' time"),
    ("come back in the autumn", "in the autumn"),
    ("finish by the end of March", "by the end of March"),
    ("finish by the end of the municipal year", "by the end of the municipal year"),
    ("share it in due course", "in due course"),
    ("report quarterly", "quarterly"),
    ("report on a quarterly basis", "on a quarterly basis"),
    ("report to each meeting", "to each meeting"),
    ("reply as soon as possible", "as soon as possible"),
    ("put it on the agenda for the next meeting", "for the next meeting"),
    ("put it in the monthly newsletter", None),
    ("look at the accounts for 2024/25", None),
    ("mend the gate", None),
    ("attend the meeting", None),
    ("send it round with the minutes", "with the minutes"),
    ("walk the paths each month", "each month"),
]


@pytest.mark.parametrize(("words", "deadline"), DEADLINES)
def test_deadline_words(words: str, deadline: str | None) -> None:
    place = find_deadline(words)
    assert (words[place[0] : place[1]] if place else None) == deadline


@pytest.mark.parametrize(
    ("words", "named"),
    [("at the next meeting", True), ("in future reports", True), ("by 4 May", False), ("soon", False)],
)
def test_a_meeting_is_told_from_a_date(words: str, named: bool) -> None:
    assert names_meeting(words) is named
