"""Agenda items under the body's own numbers, however the document writes them."""

from __future__ import annotations

import pytest
from sources import minutes_of, paras, source_of_lines

from actiontracker.records import LineKind, Minutes
from actiontracker.structure import structure

TALK = "The Clerk reported that the work had been done and that the bill had been paid."


def items(minutes: Minutes) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in minutes.items]


@pytest.mark.parametrize(
    ("labels", "numbers"),
    [
        (("1.", "2.", "3."), ("1", "2", "3")),
        (("1", "2", "3"), ("1", "2", "3")),
        (("12.", "13.", "14."), ("12", "13", "14")),
        (("517", "518", "519"), ("517", "518", "519")),
        (("23/045", "23/046", "23/047"), ("23/045", "23/046", "23/047")),
        (("45/23", "46/23", "47/23"), ("45/23", "46/23", "47/23")),
        (("2024/031", "2024/032", "2024/033"), ("2024/031", "2024/032", "2024/033")),
        (("SC.24/15", "SC.24/16", "SC.24/17"), ("SC.24/15", "SC.24/16", "SC.24/17")),
        (("Item 5", "Item 6", "Item 7"), ("5", "6", "7")),
        (("GB/2122/214:", "GB/2122/ 215:", "GB/2122/216:"), ("GB/2122/214", "GB/2122/ 215", "GB/2122/216")),
        (("AH/27", "AH/28", "AH/29"), ("AH/27", "AH/28", "AH/29")),
        (("41a/19", "41b/19", "42/19"), ("41a/19", "41b/19", "42/19")),
        (("A1", "A2", "A3"), ("A1", "A2", "A3")),
        (("I.", "II.", "III."), ("I", "II", "III")),
        (("A.", "B.", "C."), ("A", "B", "C")),
        (("7.1", "7.2", "7.3"), ("7.1", "7.2", "7.3")),
    ],
)
def test_numbers_as_the_body_writes_them(labels: tuple[str, ...], numbers: tuple[str, ...]) -> None:
    titles = ("Welcome", "Road Repairs", "Any Other Business")
    text = "\n\n".join(f"{label} {title}\n\n{TALK}" for label, title in zip(labels, titles, strict=True))
    assert items(minutes_of(text)) == list(zip(numbers, titles, strict=True))


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Highways. The Clerk reported on the potholes.", "Highways"),
        ("Highways: The Clerk reported on the potholes.", "Highways"),
        ("Highways \u2013 The Clerk reported on the potholes.", "Highways"),
        ("Highways The Clerk reported on the potholes.", "Highways"),
        ("HIGHWAYS The Clerk reported on the potholes.", "HIGHWAYS"),
        ("Highways      The Clerk reported on the potholes.", "Highways"),
        ("To approve: Highways. The Clerk reported on the potholes.", "To approve: Highways"),
    ],
)
def test_a_title_with_its_text_on_the_same_line(line: str, title: str) -> None:
    minutes = minutes_of(f"1. Welcome. The Chair spoke.\n\n2. {line}\n\n3. Close. The meeting closed at nine.")
    assert items(minutes)[1] == ("2", title)
    assert [p.text for p in minutes.passages if p.item == 1 and not p.heading] == [
        "The Clerk reported on the potholes."
    ]


def test_a_number_alone_on_its_line_before_the_title() -> None:
    text = f"39/20\n\nAPOLOGIES\n\n{TALK}\n\n40/20\n\nROAD REPAIRS\n\n{TALK}"
    assert items(minutes_of(text)) == [("39/20", "APOLOGIES"), ("40/20", "ROAD REPAIRS")]


def test_numbered_statements_without_titles_are_items_whose_words_stay_text() -> None:
    text = "\n".join(
        [
            "1. The minutes of the last meeting were signed.",
            "2. It was agreed to buy a bench for the green.",
            "3. The bridge was reported to the county.",
            "4. Clerk to write to the school.",
            "5. The meeting closed at nine.",
        ]
    )
    minutes = minutes_of(text)
    assert [item.number for item in minutes.items] == ["1", "2", "3", "4", "5"]
    assert not any(passage.heading for passage in minutes.passages)


def test_a_numbered_list_within_an_item_does_not_begin_items() -> None:
    text = paras(
        "1. Welcome",
        f"{TALK}",
        "2. Roads",
        "Members asked for:",
        "1. a map of the road",
        "2. a plan of the verge",
        "3. Bridge",
        f"{TALK}",
    )
    assert items(minutes_of(text)) == [("1", "Welcome"), ("2", "Roads"), ("3", "Bridge")]


def test_numbered_paragraphs_within_an_item_are_passages_with_a_marker() -> None:
    text = f"8. Workload\n\n8.1 {TALK}\n\n8.2 The Chair thanked the Clerk.\n\n9. Roads\n\n9.1 {TALK}"
    minutes = minutes_of(text)
    assert items(minutes) == [("8", "Workload"), ("9", "Roads")]
    assert [passage.marker for passage in minutes.passages] == ["8.", "8.1", "8.2", "9.", "9.1"]


def test_titles_one_level_down_are_items() -> None:
    text = f"5. Reports\n\n5.1 Chair's Report\n\n{TALK}\n\n5.2 Clerk's Report\n\n{TALK}\n\n6. Roads\n\n{TALK}"
    assert [item.number for item in minutes_of(text).items] == ["5", "5.1", "5.2", "6"]


def test_titles_without_numbers() -> None:
    text = paras(
        "Oakham Fold Parish Council",
        "Present: A Ash, B Birch",
        "ROAD REPAIRS",
        f"{TALK}",
        "Planning:",
        f"{TALK}",
        "Bus Shelter",
        f"{TALK}",
    )
    assert items(minutes_of(text)) == [(None, "ROAD REPAIRS"), (None, "Planning"), (None, "Bus Shelter")]


def test_headings_of_the_layout() -> None:
    lines = [
        ("Parks Panel", LineKind.HEADING),
        ("The panel met at the town hall and was welcomed by the Mayor on a cold evening.", LineKind.TEXT),
        ("Play areas in the north", LineKind.HEADING),
        (TALK, LineKind.TEXT),
    ]
    assert (None, "Play areas in the north") in items(structure(source_of_lines(lines))[0])


def test_an_agenda_item_page_has_one_item_with_topics() -> None:
    text = paras(
        "Agenda item",
        "Quarter 3 Performance",
        "Minutes:",
        "Measure 1 - Homes Let",
        f"{TALK}",
        "Measure 2 - Homes Built",
        f"{TALK}",
    )
    minutes = minutes_of(text)
    assert items(minutes) == [(None, "Quarter 3 Performance")]
    assert [p.text for p in minutes.passages if p.heading][-2:] == ["Measure 1 - Homes Let", "Measure 2 - Homes Built"]


def test_supporting_documents_give_the_items_number() -> None:
    text = (
        f"Agenda item\n\nBudget\n\n{TALK}\n\nSupporting documents:\n\nBudget - 26.02.31, item 28\n\nAppendix, item 28"
    )
    assert items(minutes_of(text)) == [("28", "Budget")]


def test_an_issue_page_has_an_item_for_each_meeting() -> None:
    first = ("Meeting: 24/07/2031 - Parks Panel (Item 27)", "27 Budget pdf icon PDF 84 KB", TALK)
    second = ("Meeting: 12/06/2031 - Cabinet (Item 4)", "4 Budget", TALK)
    text = paras("Issue - meetings", "Budget", *first, *second)
    assert items(minutes_of(text)) == [("27", "Budget"), ("4", "Budget")]


def test_file_icons_mark_titles_without_numbers() -> None:
    text = paras(
        "Agenda and minutes",
        "Parks Panel - Tuesday, 24th May, 2022 2.00 pm",
        "Minutes pdf icon PDF 135 KB",
        f"{TALK}",
        "Work Programme pdf icon PDF 35 KB",
        f"{TALK}",
    )
    assert items(minutes_of(text)) == [(None, "Minutes"), (None, "Work Programme")]


def test_an_item_reaches_to_the_next_title() -> None:
    minutes = minutes_of(f"1. Welcome\n\n{TALK}\n\n2. Roads\n\n{TALK}\n")
    text = minutes.source.text
    assert [item.span.of(text) for item in minutes.items] == [f"Welcome\n\n{TALK}", f"Roads\n\n{TALK}"]


@pytest.mark.parametrize(
    "line",
    [
        "12 members of the public attended.",
        "14 June 2031 was chosen for the fete.",
        "30 Mill Lane \u2013 extension approved.",
        "Total 24.27 4.85 29.12",
        "Proposed \u2013 Cllr Ash Seconded \u2013 Cllr Birch",
        "Cllr A Ash",
        "J. Ash\n\nK. Birch\n\nL. Cedar",
        "MEMBERS OF THE PUBLIC ARE WELCOME",
    ],
)
def test_lines_that_are_no_items(line: str) -> None:
    text = f"1. Welcome\n\n{TALK}\n\n{line}\n\n2. Roads\n\n{TALK}"
    assert items(minutes_of(text)) == [("1", "Welcome"), ("2", "Roads")]


def test_a_list_of_the_agenda_before_the_minutes_is_not_taken_for_the_items() -> None:
    titles = ["Welcome", "Road Repairs", "Planning", "Close"]
    agenda = "\n".join(f"{number}. {title}" for number, title in enumerate(titles, 1))
    body = "\n\n".join(f"{number}. {title}\n\n{TALK}" for number, title in enumerate(titles, 1))
    minutes = minutes_of(f"Oakham Fold Parish Council\n\n{agenda}\n\n{body}")
    assert items(minutes) == [(str(number), title) for number, title in enumerate(titles, 1)]
    assert all(TALK in item.span.of(minutes.source.text) for item in minutes.items)
