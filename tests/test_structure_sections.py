"""Every passage knows the part of the document it stands in."""

from __future__ import annotations

import pytest
from sources import minutes_of, paras, source_of_table

from actiontracker.records import Section
from actiontracker.structure import structure


def sections(text: str) -> dict[str, Section]:
    """The section of each passage, by its first four words."""
    return {" ".join(p.text.split()[:4]): p.section for p in minutes_of(text).passages}


AGENDA_ITEM = """\
Agenda item

Winter gritting plan

To consider the report of the Head of Highways.

Contact: J Roe

Decision:

That the plan be noted.

Minutes:

The Head of Highways presented the report and answered questions on salt stocks.

Members asked for a map of the routes.

RESOLVED that:

(a) the plan be noted; and

(b) a map be sent to parish councils.

Supporting documents:

Winter gritting plan - 14.10.31, item 7
"""


def test_an_agenda_item_page() -> None:
    assert sections(AGENDA_ITEM) == {
        "Agenda item": Section.FRONT,
        "Winter gritting plan": Section.MINUTES,
        "To consider the report": Section.PURPOSE,
        "Contact: J Roe": Section.PURPOSE,
        "Decision:": Section.DECISION,
        "That the plan be": Section.DECISION,
        "Minutes:": Section.MINUTES,
        "The Head of Highways": Section.MINUTES,
        "Members asked for a": Section.MINUTES,
        "RESOLVED that:": Section.RESOLUTION,
        "the plan be noted;": Section.RESOLUTION,
        "a map be sent": Section.RESOLUTION,
        "Supporting documents:": Section.DOCUMENTS,
        "Winter gritting plan -": Section.DOCUMENTS,
    }


def test_the_same_page_without_labels() -> None:
    bare = AGENDA_ITEM.replace("Minutes:\n\n", "").replace("Decision:\n\nThat the plan be noted.\n\n", "")
    found = sections(bare)
    assert found["To consider the report"] is Section.PURPOSE
    assert found["The Head of Highways"] is Section.MINUTES
    assert found["a map be sent"] is Section.RESOLUTION


@pytest.mark.parametrize(
    "purpose",
    [
        "To receive the report of the Treasurer.",
        "To note the work programme.",
        "The Treasurer to submit a quarterly report on the budget.",
        "Report of the Director of Housing",
        "This report sets out the position at the end of the third quarter and asks members to comment on it.",
        "[Report attached]",
    ],
)
def test_purpose_lines_without_a_label(purpose: str) -> None:
    text = paras(
        "Agenda item",
        "Budget",
        f"{purpose}",
        "The Treasurer reported an underspend of two per cent on the year.",
        "To save money the van was sold.",
    )
    found = [passage.section for passage in minutes_of(text).passages]
    assert found[2:] == [Section.PURPOSE, Section.MINUTES, Section.MINUTES]


@pytest.mark.parametrize(
    "opening",
    [
        "RESOLVED \u2013 That the report be noted.",
        "RESOLVED: That the report be noted.",
        "Resolved that the report be noted.",
        "It was resolved that the report be noted.",
        "It was RESOLVED that the report be noted.",
        "AGREED \u2013 that the report be noted.",
        "Agreed:- to note the report.",
        "RECOMMENDED that the report be noted.",
        "The Committee RESOLVED to note the report.",
        "UNANIMOUSLY RESOLVED that the report be noted.",
        "That the report be noted.",
    ],
)
def test_openings_of_resolutions(opening: str) -> None:
    text = f"1. Budget\n\nThe Treasurer reported.\n\n{opening}\n\n2. Roads\n\nThe Clerk reported."
    assert minutes_of(text).passages[2].section is Section.RESOLUTION


@pytest.mark.parametrize(
    "prose",
    [
        "The committee agreed that performance data could be shown in charts.",
        "It was agreed that the Clerk would write to the school.",
        "That was agreed.",
        "Members resolved their differences over tea.",
        "The recommended route was discussed.",
    ],
)
def test_prose_about_agreeing_is_no_resolution(prose: str) -> None:
    text = f"1. Budget\n\nThe Treasurer reported.\n\n{prose}\n\n2. Roads\n\nThe Clerk reported."
    assert minutes_of(text).passages[2].section is Section.MINUTES


def test_attendance_before_the_first_item() -> None:
    text = """\
Oakham Fold Parish Council

Minutes of the meeting held on 4 March 2031

Present: Cllr A Ash (Chair), Cllr B Birch

In attendance:

J Roe (Clerk)

Two members of the public

The Chair welcomed everybody and thanked the school for the use of its hall this evening.

1. Apologies for absence

Apologies were received from Cllr Cedar.

It was agreed that the Clerk would send Cllr Cedar a card from everybody on the council.

2. Highways

The Clerk would chase the bench."""
    found = sections(text)
    assert found["Present: Cllr A Ash"] is Section.ATTENDANCE
    assert found["J Roe (Clerk)"] is Section.ATTENDANCE
    assert found["The Chair welcomed everybody"] is Section.MINUTES
    assert found["Apologies were received from"] is Section.ATTENDANCE
    assert found["It was agreed that"] is Section.MINUTES
    assert found["The Clerk would chase"] is Section.MINUTES


@pytest.mark.parametrize(
    "title",
    ["Action log", "Outstanding actions", "Action tracker", "Actions from the previous meeting", "Progress on actions"],
)
def test_action_logs_hold_older_actions(title: str) -> None:
    text = paras(
        "1. Welcome",
        "The Chair spoke.",
        f"2. {title}",
        "Clerk to chase the bench.",
        "3. Roads",
        "Clerk to chase the county.",
    )
    found = minutes_of(text).passages
    assert [p.section for p in found if p.text.startswith("Clerk")] == [Section.OLD_ACTIONS, Section.MINUTES]


def test_matters_arising_are_ordinary_minutes() -> None:
    text = "1. Welcome\n\nThe Chair spoke.\n\n2. Matters arising\n\nClerk to chase the bench.\n\n3. Roads\n\nNone."
    assert minutes_of(text).passages[3].section is Section.MINUTES


def test_a_table_with_progress_is_a_log_of_older_actions() -> None:
    rows = [["Action", "Owner", "Progress"], ["Write to the school", "Clerk", "Letter sent in May"]]
    minutes = structure(
        source_of_table("1. Welcome\n2. Roads", rows, "The Clerk would write again to the county about the road.")
    )[0]
    found = {passage.text: passage.section for passage in minutes.passages}
    assert found["Write to the school"] is Section.OLD_ACTIONS
    assert found["The Clerk would write again to the county about the road."] is Section.MINUTES


def test_prose_is_never_lost_to_the_front_when_no_item_was_found() -> None:
    text = paras(
        "Oakham Fold Parish Council",
        "Venue: Village Hall",
        "The Clerk would write to the school.",
        "Hedge to be cut by Mr Elm.",
    )
    assert [p.section for p in minutes_of(text).passages] == [
        Section.FRONT,
        Section.FRONT,
        Section.MINUTES,
        Section.MINUTES,
    ]


def test_a_decision_page_keeps_its_fields_apart() -> None:
    text = paras(
        "Decision details",
        "Bench policy",
        "Decision Maker: Parks Committee",
        "Decision:",
        "That a bench be bought.",
        "Publication date: 04/03/2031\n",
    )
    found = sections(text)
    assert found["Decision Maker: Parks Committee"] is Section.PURPOSE
    assert found["That a bench be"] is Section.DECISION
    assert found["Publication date: 04/03/2031"] is Section.FRONT


def test_reasons_end_the_decision() -> None:
    text = paras(
        "Agenda item",
        "Bench policy",
        "Decision:",
        "That a bench be bought.",
        "Reason for decision: To let people rest.\n",
    )
    assert [p.section for p in minutes_of(text).passages][-2:] == [Section.MINUTES, Section.MINUTES]


def test_clauses_that_lost_their_head_are_known_by_their_wording() -> None:
    text = (
        "Agenda item\n\nWork programme\n\nThe Clerk presented the work programme.\n\n(a) the programme be approved;\n\n"
        "(b) the Clerk email all members; and\n\n(c) the matter return in May.\n\nThe meeting closed."
    )
    assert [p.section for p in minutes_of(text).passages][3:] == [Section.RESOLUTION] * 3 + [Section.MINUTES]
    told = text.replace("be approved", "would be approved")
    assert [p.section for p in minutes_of(told).passages][3:] == [Section.MINUTES] * 4
