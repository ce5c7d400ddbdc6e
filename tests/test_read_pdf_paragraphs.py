"""Where a paragraph ends, what is a heading or a list item, and that no word is changed."""

from __future__ import annotations

import pytest
from pdf_builder import BOLD, LEFT, UNICODE, PdfBuilder, body, of_kind, paragraphs, source_of, talk, wrapped

from actiontracker.records import LineKind


def drawn(*parts: str, **options: float) -> PdfBuilder:
    pdf = PdfBuilder()
    for part in parts:
        pdf.paragraph(part, **options)  # type: ignore[arg-type]  # sizes only
    return pdf


class TestEnds:
    def test_a_gap_ends_a_paragraph(self) -> None:
        assert paragraphs(source_of(drawn(talk(1), talk(2), talk(3)))) == [talk(1), talk(2), talk(3)]

    def test_so_does_an_indented_first_line_without_a_gap(self) -> None:
        source = source_of(drawn(talk(1), talk(2), talk(3), space=0, first=20))

        assert paragraphs(source) == [talk(1), talk(2), talk(3)]

    def test_so_does_an_indent_after_a_full_line(self) -> None:
        pdf = PdfBuilder()
        first = "The weir and the mill were looked at by the panel and by the warden and by all the board"
        second = "of the marshes before the winter, and all of them were of the opinion that they would stand."
        for indent, words in 3 * ((20, first), (0, second)):
            pdf.put(LEFT + indent, pdf.y, words)
            pdf.y += 13.2

        assert paragraphs(source_of(pdf)) == [f"{first} {second}"] * 3

    def test_so_does_a_change_of_type_after_a_full_line(self) -> None:
        pdf = PdfBuilder()
        pdf.paragraph(talk(1))
        pdf.paragraph("The weir and the mill of Aldham and what the panel was told of both of them", font=BOLD, space=0)
        pdf.paragraph(talk(2))

        assert len(paragraphs(source_of(pdf))) == 3

    def test_so_does_a_line_that_breaks_off_early_after_a_full_stop(self) -> None:
        parts = [talk(1), "It was noted.", talk(2)]

        assert paragraphs(source_of(drawn(*parts, space=0))) == parts

    def test_names_under_each_other_are_each_a_paragraph(self) -> None:
        names = ["Present", "Councillor A Vole (Chair)", "Councillor B Wren", "Mr D Hare, Clerk"]

        assert paragraphs(source_of(drawn(*names, talk(1), space=0)))[:4] == names

    def test_double_spaced_lines_are_one_paragraph(self) -> None:
        pdf = PdfBuilder()
        for line in wrapped(talk(1) + " " + talk(2), 450):
            pdf.put(LEFT, pdf.y, line)
            pdf.y += 24

        assert paragraphs(source_of(pdf)) == [talk(1) + " " + talk(2)]

    @pytest.mark.parametrize("end", ["so that the", "and asked for the", "the mill, the weir,"])
    def test_a_line_that_no_paragraph_ends_with_is_carried_on_after_an_early_break(self, end: str) -> None:
        pdf = drawn(
            talk(1), f"Members spoke of {end}", "Culmere bridge and of much besides that day.", talk(2), space=0
        )

        assert f"Members spoke of {end} Culmere bridge and of much besides that day." in paragraphs(source_of(pdf))


class TestOverThePage:
    def test_a_sentence_runs_on(self) -> None:
        pdf = drawn("The panel asked the surveyor for a plan of the")
        pdf.new_page()
        pdf.paragraph("weir before the winter.")

        assert paragraphs(source_of(pdf)) == ["The panel asked the surveyor for a plan of the weir before the winter."]

    @pytest.mark.parametrize(
        ("last", "first"),
        [
            ("The plan of the weir was noted.", "The mill was let."),
            ("The plan of the weir was noted.", "3. Mills"),
            ("Members agreed:", "(a) to let the mill"),
        ],
    )
    def test_a_new_paragraph_is_parted(self, last: str, first: str) -> None:
        pdf = drawn(last)
        pdf.new_page()
        pdf.paragraph(first)

        assert paragraphs(source_of(pdf)) == [last, first]


class TestWords:
    @pytest.mark.parametrize("hyphen", ["-", "\N{SOFT HYPHEN}"])
    def test_a_word_parted_at_the_line_end_is_kept_as_it_is(self, hyphen: str) -> None:
        pdf = PdfBuilder()
        for line in (f"The panel asked for more infor{hyphen}", "mation on the weir."):
            pdf.put(LEFT, pdf.y, line, UNICODE)
            pdf.y += 13.2

        assert body(source_of(pdf)) == f"The panel asked for more infor{hyphen}\nmation on the weir."

    def test_a_no_break_space_is_a_blank(self) -> None:
        assert body(source_of(drawn("Item\N{NO-BREAK SPACE}4 was put off."))) == "Item 4 was put off."

    def test_words_far_apart_are_set_apart(self) -> None:
        pdf = PdfBuilder()
        pdf.put(LEFT, pdf.y, "Signed")
        pdf.put(LEFT + 200, pdf.y, "Date")

        assert body(source_of(pdf)) == "Signed   Date"

    def test_a_number_and_its_heading_are_not(self) -> None:
        pdf = PdfBuilder()
        pdf.put(LEFT, pdf.y, "4.1")
        pdf.put(LEFT + 60, pdf.y, "Weirs")

        assert body(source_of(pdf)) == "4.1 Weirs"


class TestKinds:
    def test_headings_by_size_and_weight(self) -> None:
        pdf = PdfBuilder()
        pdf.paragraph("Low Marsh Drainage Panel", font=BOLD, size=18)
        pdf.paragraph("Minutes of the meeting", size=14)
        pdf.paragraph("1. Weirs", font=BOLD)
        pdf.paragraph(talk(1))
        headings = [(line.level, line.kind) for line in source_of(pdf).lines if line.kind is LineKind.HEADING]

        assert headings == [(level, LineKind.HEADING) for level in (1, 2, 3)]

    def test_bold_type_smaller_than_the_text_has_the_level_of_bold_type(self) -> None:
        pdf = PdfBuilder()
        for size in (18, 11, 9):
            pdf.paragraph("Weirs", font=BOLD, size=size)
            pdf.paragraph(talk(size))

        assert [line.level for line in source_of(pdf).lines if line.kind is LineKind.HEADING] == [1, 2, 2]

    @pytest.mark.parametrize(
        "words", ["RESOLVED that the mill be let.", f"Note: {talk(3)}", "RESOLVED: that the mill be let;"]
    )
    def test_bold_sentences_are_no_headings(self, words: str) -> None:
        pdf = drawn(talk(1))
        pdf.paragraph(words, font=BOLD)
        pdf.paragraph(talk(2))

        assert of_kind(source_of(pdf), LineKind.HEADING) == []

    def test_in_a_document_all_in_bold_only_larger_type_heads(self) -> None:
        pdf = PdfBuilder()
        pdf.paragraph("Minutes", font=BOLD, size=16)
        for number in range(3):
            pdf.paragraph("Weirs", font=BOLD)
            pdf.paragraph(talk(number), font=BOLD)

        assert of_kind(source_of(pdf), LineKind.HEADING) == ["Minutes"]

    @pytest.mark.parametrize("marker", ["\N{BULLET}", "-", "(a)", "(iv)", "3.", "b)", "2.1"])
    def test_list_items(self, marker: str) -> None:
        pdf = drawn(talk(1))
        pdf.bullet(marker, talk(2), hang=26)
        source = source_of(pdf)
        kinds = [line.kind for line in source.lines if line.span.start < line.span.end]

        assert paragraphs(source) == [talk(1), f"{marker} {talk(2)}"]
        assert kinds[4:] == [LineKind.LIST_ITEM, *[LineKind.TEXT] * (len(kinds) - 5)]

    def test_the_depth_of_lists(self) -> None:
        pdf = drawn("The panel agreed:")
        for depth, words in (
            (0, "to let the mill"),
            (1, "for a year"),
            (1, "for a fee"),
            (2, "in advance"),
            (0, "to rest"),
        ):
            pdf.bullet("\N{BULLET}", words, x=LEFT + 18 * depth)
        items = [line.level for line in source_of(pdf).lines if line.kind is LineKind.LIST_ITEM]

        assert items == [1, 2, 2, 3, 1]

    def test_a_number_in_a_sentence_that_begins_a_line_is_no_item(self) -> None:
        words = "The panel heard that of the weirs in the care of the board of the marshes at the end of the year under"
        pdf = drawn(
            f"{words} 30. The others were let to the mill of Aldham, which had asked for them at a former meeting."
        )

        assert len(paragraphs(source_of(pdf))) == 1
