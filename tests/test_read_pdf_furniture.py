"""Running heads and feet and page numbers are set aside; what only looks like them stays."""

from __future__ import annotations

import pytest
from pdf_builder import BOLD, HEIGHT, LEFT, PdfBuilder, body, of_kind, paragraphs, source_of, talk

from actiontracker.records import LineKind

TALK = talk(0)


def head_and_foot(pdf: PdfBuilder) -> None:
    pdf.put_centred(40, "Low Marsh Drainage Panel 12 March 2031", size=9)
    pdf.put(LEFT, 53, "Draft minutes", size=9)
    pdf.put_right(LEFT + 450, HEIGHT - 40, f"Page {pdf.page} of 3", size=9)


def three_pages(pdf: PdfBuilder) -> PdfBuilder:
    pdf.y += 50
    for number in range(30):
        pdf.paragraph(talk(number))
    return pdf


def test_head_and_foot_go_to_the_end_page_by_page() -> None:
    source = source_of(three_pages(PdfBuilder(around=head_and_foot)))

    assert of_kind(source, LineKind.FURNITURE) == [
        words
        for page in (1, 2, 3)
        for words in ("Low Marsh Drainage Panel 12 March 2031", "Draft minutes", f"Page {page} of 3")
    ]
    assert paragraphs(source) == [talk(number) for number in range(30)]


def test_a_sentence_over_the_page_is_one_stretch_of_the_text() -> None:
    source = source_of(three_pages(PdfBuilder(around=head_and_foot)))

    over = []
    for part in body(source).split("\n\n"):
        start = source.text.index(part)
        if source.line_at(start).page != source.line_at(start + len(part) - 1).page:
            over.append(part.replace("\n", " "))
    assert len(over) == 2
    assert set(over) < {talk(number) for number in range(30)}


def test_a_title_that_does_not_repeat_stays() -> None:
    pdf = PdfBuilder(around=lambda pdf: pdf.put_centred(40, "Low Marsh Drainage Panel") if pdf.page > 1 else None)
    pdf.put_centred(60, "Minutes of the Low Marsh Drainage Panel", BOLD, 16)

    source = source_of(three_pages(pdf))

    assert paragraphs(source)[0] == "Minutes of the Low Marsh Drainage Panel"
    assert of_kind(source, LineKind.FURNITURE) == ["Low Marsh Drainage Panel"] * 2


def test_a_title_larger_than_the_running_head_of_the_same_words_stays() -> None:
    def head(pdf: PdfBuilder) -> None:
        pdf.put_centred(50, "Low Marsh Drainage Panel", size=20 if pdf.page == 1 else 9)

    source = source_of(three_pages(PdfBuilder(around=head)))

    assert paragraphs(source)[0] == "Low Marsh Drainage Panel"
    assert of_kind(source, LineKind.FURNITURE) == ["Low Marsh Drainage Panel"] * 2


def test_left_and_right_heads_as_in_a_book() -> None:
    def head(pdf: PdfBuilder) -> None:
        pdf.put(LEFT, 40, f"{pdf.page} Low Marsh" if pdf.page % 2 else f"Drainage Panel {pdf.page}")

    pdf = PdfBuilder(around=head)
    for number in range(30):
        pdf.paragraph(talk(number) + talk(number + 3))

    assert pdf.page >= 4
    assert len(of_kind(source_of(pdf), LineKind.FURNITURE)) == pdf.page


def test_the_same_words_at_the_top_of_two_pages_in_eight_are_no_running_head() -> None:
    pdf = PdfBuilder()
    for page in range(8):
        pdf.paragraph("Resolved:" if page in {1, 4} else "Otherwise:")
        pdf.paragraph(talk(page))
        if page < 7:
            pdf.new_page()
    words = [part for part in paragraphs(source_of(pdf)) if part == "Resolved:"]

    assert len(words) == 2


@pytest.mark.parametrize("number", ["1", "- 1 -", "Page 1", "page 1 of 1", "Page | 1", "[1]", "iv"])
def test_a_page_number_alone_at_the_foot(number: str) -> None:
    pdf = PdfBuilder()
    pdf.paragraph(TALK)
    pdf.put_centred(HEIGHT - 30, number)

    assert of_kind(source_of(pdf), LineKind.FURNITURE) == [number]


@pytest.mark.parametrize(("number", "furniture"), [("Page 1 of 1", ["Page 1 of 1"]), ("1", [])])
def test_right_below_the_text_only_a_number_that_says_so_is_the_page_number(number: str, furniture: list[str]) -> None:
    pdf = PdfBuilder()
    pdf.y = HEIGHT - 90
    pdf.put(LEFT, pdf.y, "The panel thanked the surveyor.")
    pdf.put(LEFT, pdf.y + 14, number)

    assert of_kind(source_of(pdf), LineKind.FURNITURE) == furniture


@pytest.mark.parametrize("words", ["1 barn", "14 March 2031", "Page the Chair", "£30"])
def test_other_words_at_the_foot_stay(words: str) -> None:
    pdf = PdfBuilder()
    pdf.paragraph(TALK)
    pdf.put_centred(HEIGHT - 30, words)

    assert paragraphs(source_of(pdf)) == [TALK, words]


def test_links_of_a_printed_web_page_are_furniture_wherever_they_stand() -> None:
    pdf = PdfBuilder()
    for words in (talk(0), "View directions", talk(1), "pdf icon PDF 97 KB", talk(2)):
        pdf.paragraph(words)
    source = source_of(pdf)

    assert of_kind(source, LineKind.FURNITURE) == ["View directions", "pdf icon PDF 97 KB"]
    assert paragraphs(source) == [talk(0), talk(1), talk(2)]


def test_a_watermark_across_the_page_is_kept_with_the_furniture() -> None:
    pdf = PdfBuilder()
    pdf.paragraph(TALK)
    pdf.canvas.saveState()
    pdf.canvas.translate(200, 300)
    pdf.canvas.rotate(45)
    pdf.put(0, HEIGHT, "DRAFT ONLY", BOLD, 60)
    pdf.canvas.restoreState()

    assert of_kind(source_of(pdf), LineKind.FURNITURE) == ["DRAFT ONLY"]


def test_lines_are_numbered_by_page_and_furniture_after_the_body() -> None:
    source = source_of(three_pages(PdfBuilder(around=head_and_foot)))

    for page in (1, 2, 3):
        numbers = [line.number for line in source.lines if line.page == page and line.span.start < line.span.end]
        assert numbers == list(range(1, len(numbers) + 1))
