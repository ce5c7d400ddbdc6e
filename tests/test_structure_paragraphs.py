"""Lines become passages: wrapped lines are joined, everything else stays apart, and no character loses its place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sources import minutes_of, source_of, source_of_lines

from actiontracker.records import LineKind, Minutes, Source, SourceKind
from actiontracker.structure import structure

PARISH = Path(__file__).parents[2] / "shared" / "minutes" / "parish"
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"

WRAPPED = """\
The Clerk reported that the county engineer had visited the bridge at
Mill Lane in the second week of March and had found that two of the
railings were loose and that the parapet needed pointing before winter.

Members asked whether the work could be done at the same time as the
resurfacing of the High Street, which was planned for the autumn, so
that the road would be closed only once.
"""


def texts(minutes: Minutes) -> list[str]:
    return [passage.text for passage in minutes.passages]


def test_hard_wrapped_lines_are_joined_and_blank_lines_keep_paragraphs_apart() -> None:
    first, second = texts(minutes_of(WRAPPED))
    assert first.startswith("The Clerk reported")
    assert first.endswith("before winter.")
    assert second.startswith("Members asked")
    assert second.endswith("closed only once.")


def test_one_paragraph_a_line_without_blank_lines_is_left_as_it_is() -> None:
    lines = [
        "The Chair welcomed everybody to the meeting and thanked the hall committee for opening the building early.",
        "The Treasurer presented the accounts to the end of June and answered questions on the cost of grass cutting.",
        "Members thanked the Treasurer.",
        "The Clerk would circulate the accounts to those who could not attend.",
    ]
    assert texts(minutes_of("\n".join(lines))) == lines


def test_one_document_may_hold_both_make_ups() -> None:
    long = (
        "The Head of Parks reported on the new playground, which had opened in May after a delay of six weeks caused by"
    )
    whole = f"{long} the late delivery of the swings, and said that the final account would follow in the autumn."
    assert texts(minutes_of(f"{WRAPPED}\n{whole}\nOfficers were thanked.\n"))[2:] == [whole, "Officers were thanked."]


def test_a_wrapped_list_keeps_its_bullets_apart() -> None:
    text = WRAPPED + (
        "\n- the hedge along the cemetery wall would be cut back before the\n  nesting season began in the spring\n"
        "- the bench at the bus stop would be repaired by the contractor\n"
    )
    passages = minutes_of(text).passages[2:]
    assert [passage.marker for passage in passages] == ["-", "-"]
    assert passages[0].text.endswith("before the nesting season began in the spring")


def test_labels_and_headings_are_never_joined_to_what_follows() -> None:
    text = "Agenda item\n\nBridge repairs\n\nDecision:\nThat the report be noted.\nMinutes:\n" + WRAPPED
    assert texts(minutes_of(text))[:5] == [
        "Agenda item",
        "Bridge repairs",
        "Decision:",
        "That the report be noted.",
        "Minutes:",
    ]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("asked for the latest infor-", "mation on the closure", "asked for the latest information on the closure"),
        (
            "the decision was taken pre-",
            "Christmas and not after",
            "the decision was taken pre- Christmas and not after",
        ),
        ("the period of 2019 -", "and of the year before it", "the period of 2019 - and of the year before it"),
    ],
)
def test_a_word_divided_over_lines_is_joined_only_between_small_letters(first: str, second: str, joined: str) -> None:
    text = WRAPPED.replace(
        "Members asked whether the work could be done at the same time as the",
        f"Members at the meeting on the Friday {first}",
    )
    text = text.replace("resurfacing of the High Street, which was planned", f"{second}, which was planned")
    passage = minutes_of(text).passages[1]
    assert joined in passage.text
    assert [char for char in passage.text if char != " "] == [text[at] for at in passage.origins if text[at].strip()]


def test_a_line_of_no_break_spaces_is_a_blank_line() -> None:
    text = WRAPPED.replace("\n\n", "\n\xa0 \xa0\n")
    assert len(texts(minutes_of(text))) == 2


def test_white_space_of_every_kind_becomes_one_blank() -> None:
    passage = minutes_of("\xa0The  Clerk\t\xa0would\u2003write to\u200b the school. \n").passages[0]
    assert passage.text == "The Clerk would write to the school."


def test_web_pages_and_word_documents_have_one_paragraph_a_line() -> None:
    lines = WRAPPED.replace("\n\n", "\n").strip().split("\n")
    assert texts(structure(source_of("\n".join(lines), SourceKind.HTML))[0]) == lines


def test_a_pdf_paragraph_goes_on_after_the_turn_of_the_page() -> None:
    source = source_of(
        "\n".join([*WRAPPED.split("\n")[:2], "", "Page 3 of 7", "", *WRAPPED.split("\n")[2:]]), SourceKind.PDF
    )
    lines = [
        replace(line, page=1 if line.number < 4 else 2, kind=LineKind.FURNITURE if line.number == 4 else line.kind)
        for line in source.lines
    ]
    first, second = texts(structure(replace(source, lines=tuple(lines)))[0])
    assert first.endswith(
        "had found that two of the railings were loose and that the parapet needed pointing before winter."
    )
    assert second.startswith("Members asked")


def test_furniture_becomes_no_passage() -> None:
    source = source_of_lines([("Skip to content", LineKind.FURNITURE), ("The Clerk would write.", LineKind.TEXT)])
    assert texts(structure(source)[0]) == ["The Clerk would write."]


def test_a_marker_alone_on_its_line_belongs_to_the_next() -> None:
    passages = minutes_of("8.1\n\nThe Chair raised the workload.\n\n•\n\nA second officer would help.").passages
    assert [(passage.marker, passage.text) for passage in passages] == [
        ("8.1", "The Chair raised the workload."),
        ("•", "A second officer would help."),
    ]


def test_markers_in_a_row_without_words_stay_in_the_text() -> None:
    assert texts(minutes_of("ii)\n\niii)\n\nThe Clerk would write.")) == ["ii)", "The Clerk would write."]


def test_items_that_lost_their_line_ends_are_cut_apart() -> None:
    filler = "The Chair read the notice and asked those present whether anybody would record the meeting. " * 3
    text = (
        f"Minutes of the meeting {filler}61/20 Apologies for absence Cllr Ash was away.62/20 Highways The Clerk would "
        f"chase the potholes. {filler}63/20 Any other business None."
    )
    minutes = minutes_of(text)
    assert [(item.number, item.title) for item in minutes.items] == [
        ("61/20", "Apologies for absence"),
        ("62/20", "Highways"),
        ("63/20", "Any other business"),
    ]


def test_plain_numbers_that_lost_their_line_ends_count_only_in_order() -> None:
    talk = "The Clerk said that 3. The Hill was sold (see the list) 9. The Green is let, and so it was cancelled. "
    text = f"Minutes. 1. Open Forum {talk * 3}2. Apologies Cllr Ash was away. {talk}3. Highways The Clerk would chase."
    assert [(item.number, item.title) for item in minutes_of(text).items] == [
        ("1", "Open Forum"),
        ("2", "Apologies"),
        ("3", "Highways"),
    ]


def assert_sound(source: Source, minutes: Minutes) -> None:
    """Every passage maps back to the source, in order, and all text outside furniture is in some passage or marker."""
    covered: set[int] = set()
    for index, passage in enumerate(minutes.passages):
        assert passage.text
        assert passage.text == passage.text.strip()
        assert "  " not in passage.text
        assert len(passage.text) == len(passage.origins)
        assert all(a < b for a, b in zip(passage.origins, passage.origins[1:], strict=False))
        assert all(char in (" ", source.text[at]) for char, at in zip(passage.text, passage.origins, strict=True))
        assert passage.lead_in is None or passage.lead_in < index
        assert passage.item is None or passage.item < len(minutes.items)
        covered.update(passage.origins)
    for tag in minutes.tags:
        assert all(index < len(minutes.passages) for index in tag.covers)
        assert all(span is None or span.start < span.end for span in (tag.span, tag.owner, tag.text, tag.deadline))
    for line in source.lines:
        if line.kind is not LineKind.FURNITURE:
            lost = "".join(source.text[at] for at in range(line.span.start, line.span.end) if at not in covered)
            words = [word.strip(INVISIBLE) for word in lost.split()]
            assert not [word for word in words if len(word.strip("().:-\u2013\u2014|")) > 12], lost


LINE = st.sampled_from(
    [
        "",
        "\xa0",
        "Minutes:",
        "Decision:",
        "RESOLVED \u2013 That (a) the report be noted; and (b) officers provide figures.",
        "Present: Councillors A Ash (Chair), B Birch and C Cedar",
        "1. Apologies for absence",
        "2. Highways. The Clerk reported that the road was closed.",
        "23/045 Planning",
        "• the hedge be cut",
        "(i)",
        "-",
        "ACTION: Clerk to write to Highways",
        "The Clerk would write to the county about the infor-",
        "mation that members had asked for at the last meeting of the",
        "committee, and report back in the autumn.",
        "ANY OTHER BUSINESS",
        "Supporting documents:",
        "Report - 26.02.25, item 28",
        "Date of next meeting: 4 March 2031",
        "Action by | Clerk",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(LINE, st.text(max_size=60)), max_size=30), st.sampled_from(list(SourceKind)))
def test_no_text_is_lost_and_every_character_keeps_its_place(lines: list[str], kind: SourceKind) -> None:
    source = source_of("\n".join(line.replace("\n", " ").replace("\r", " ") for line in lines), kind)
    assert_sound(source, structure(source)[0])


@pytest.mark.skipif(not PARISH.is_dir(), reason="real minutes are not here")
def test_no_text_of_real_minutes_is_lost() -> None:
    for path in sorted(PARISH.rglob("*.txt"))[::9]:
        source = source_of(path.read_text(encoding="utf-8", errors="replace"))
        assert_sound(source, structure(source)[0])
