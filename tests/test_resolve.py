"""From commitments to actions: owner, date and retellings together, as a clerk would read them."""

from __future__ import annotations

import datetime

from telling import Telling

from actiontracker.records import Kind, Meeting, MeetingStatus, Person, Role, Section
from actiontracker.resolve import resolve

MAY = datetime.date(2026, 5, 14)
JUNE = datetime.date(2026, 6, 11)
PANEL = Meeting("Northmere Borough Council", "Housing Panel", MAY, MeetingStatus.DRAFT, JUNE)
PEOPLE = (Person("Ada Penhale", Role.OFFICER, "Director of Housing"), Person("Councillor Quill", Role.MEMBER))


def panel(meeting: Meeting = PANEL) -> Telling:
    told = Telling(meeting, PEOPLE).item("Housing repairs", "Ada Penhale, Director of Housing")
    return told.says("Ada Penhale, Director of Housing, introduced the report.")


def test_a_meeting_becomes_a_list_of_actions() -> None:
    told = panel()
    told.says("Members asked that the repairs figures be split by ward. Officers would do this by the next meeting.")
    told.finds("the repairs figures be split by ward", "Split the repairs figures by ward", Kind.REQUEST)
    told.finds(
        "Officers would do this by the next meeting", "Do this", owner="Officers", deadline="by the next meeting"
    )
    told.says("A briefing on damp would be arranged in the autumn.")
    told.finds(
        "A briefing on damp would be arranged in the autumn", "Arrange a briefing on damp", deadline="in the autumn"
    )
    told.says("That the repairs figures be split by ward.", Section.RESOLUTION)
    told.finds("the repairs figures be split by ward", "Split the repairs figures by ward", Kind.RESOLUTION)

    (figures, briefing), problems = resolve(told.minutes, told.commitments)

    assert problems == ()
    assert (figures.due, figures.due_rule) == (JUNE, "next meeting")
    assert figures.due_reason == "the minutes give 11 June 2026 as the next meeting"
    assert len(figures.commitment.told_again) == 2
    assert briefing.owner_inferred == "Ada Penhale, Director of Housing"
    assert (briefing.due, briefing.due_rule) == (datetime.date(2026, 11, 30), "season")


def test_the_attendance_list_tells_that_name_and_post_are_one() -> None:
    told, task = panel(), "publish the ladder of rents online"
    told.says(f"The Director of Housing was asked to {task}.")
    told.finds(f"asked to {task}", task, Kind.REQUEST, owner="The Director of Housing")
    told.says(f"Mrs Penhale would {task}.").finds(f"Mrs Penhale would {task}", task, owner="Mrs Penhale")
    assert len(resolve(told.minutes, told.commitments)[0]) == 1


def test_without_a_date_there_is_no_rule_but_a_reason() -> None:
    told = panel().says("The Clerk would reply once Cabinet approves.")
    told.finds(
        "The Clerk would reply once Cabinet approves", "Reply", owner="The Clerk", deadline="once Cabinet approves"
    )
    (action,), _ = resolve(told.minutes, told.commitments)
    assert (action.due, action.due_rule) == (None, None)
    assert action.due_reason == "it waits for something that has no date of its own"


def test_without_a_deadline_the_reason_says_so() -> None:
    told = panel().says("The Clerk would reply.").finds("The Clerk would reply", "Reply", owner="The Clerk")
    (action,), _ = resolve(told.minutes, told.commitments)
    assert (action.due, action.due_reason) == (None, "no deadline was found in the words")


def test_what_follows_the_deadline_can_take_its_date_away() -> None:
    told = panel().says("Officers would reply within 14 days\nof receipt of the letter.")
    told.finds("Officers would reply within 14 days", "Reply", owner="Officers", deadline="within 14 days")
    told.says("The Clerk would take it to the next meeting of the Trust Board.")
    told.finds(
        "The Clerk would take it to the next meeting", "Take it", owner="The Clerk", deadline="to the next meeting"
    )
    (letter, board), _ = resolve(told.minutes, told.commitments)
    assert letter.due_reason == "it is counted from something other than this meeting"
    assert board.due_reason == "it may not be this body’s own next meeting"


def test_another_bodys_own_next_meeting_is_not_ours() -> None:
    told = panel().says("That Cabinet review the fee at its next meeting.", Section.RESOLUTION)
    told.finds(
        "That Cabinet review the fee at its next meeting",
        "Review the fee",
        Kind.RECOMMENDATION,
        owner="Cabinet",
        deadline="at its next meeting",
    )
    (action,), _ = resolve(told.minutes, told.commitments)
    assert action.due is None


def test_an_unknown_meeting_date_is_said_and_the_words_date_is_kept() -> None:
    told = panel(Meeting(None, "Housing Panel"))
    told.says("The Clerk would reply within two weeks.")
    told.finds("The Clerk would reply within two weeks", "Reply", owner="The Clerk", deadline="within two weeks")
    told.says("Officers would publish the plan by 1 July 2026.")
    told.finds(
        "Officers would publish the plan by 1 July 2026", "Publish it", owner="Officers", deadline="by 1 July 2026"
    )
    (reply, plan), _ = resolve(told.minutes, told.commitments)
    assert reply.due_reason == "the date of this meeting is not known"
    assert plan.due == datetime.date(2026, 7, 1)


def test_no_commitments_are_no_actions() -> None:
    assert resolve(panel().minutes, ()) == ((), ())
