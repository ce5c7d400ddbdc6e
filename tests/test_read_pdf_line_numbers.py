"""Numbers that count the lines of a page are set aside; numbers of items and paragraphs are not."""

from __future__ import annotations

from pdf_builder import BOTTOM, LEFT, TEXT_WIDTH, TOP, PdfBuilder, of_kind, paragraphs, source_of, talk, wrapped

from actiontracker.records import LineKind


def numbered(step: int, lines: int, left: bool = True) -> PdfBuilder:
    """Pages with every line, or every fifth, numbered anew from the top of each."""
    pdf = PdfBuilder()
    text = [line for number in range(lines // 4) for line in wrapped(talk(number), TEXT_WIDTH)]
    count = 0
    for line in text:
        if pdf.y > BOTTOM:
            pdf.new_page()
            pdf.y, count = TOP, 0
        count += 1
        pdf.put(LEFT, pdf.y, line)
        if count % step == 0:
            pdf.put_right(LEFT - 20 if left else LEFT + TEXT_WIDTH + 40, pdf.y, str(count), size=8)
        pdf.y += 13.2
    return pdf


def test_every_line_numbered() -> None:
    source = source_of(numbered(1, 60))

    assert " ".join(paragraphs(source)) == " ".join(map(talk, range(15)))
    assert of_kind(source, LineKind.FURNITURE)[0].startswith("1 2 3 4 5")


def test_every_fifth_line_numbered_and_few_on_the_last_page() -> None:
    source = source_of(numbered(5, 60))

    assert " ".join(paragraphs(source)) == " ".join(map(talk, range(15)))
    assert of_kind(source, LineKind.FURNITURE) == ["5 10 15 20 25 30 35 40 45 50", "5"]


def test_numbers_in_the_right_margin() -> None:
    assert " ".join(paragraphs(source_of(numbered(1, 32, left=False)))) == " ".join(map(talk, range(8)))


def test_an_agenda_of_short_numbered_lines_keeps_its_numbers() -> None:
    pdf = PdfBuilder()
    for number in range(1, 13):
        pdf.put(LEFT - 20, pdf.y, str(number))
        pdf.paragraph(f"Business of the {number}th kind")

    assert paragraphs(source_of(pdf))[2] == "3 Business of the 3th kind"


def test_numbered_paragraphs_of_several_lines_keep_their_numbers() -> None:
    pdf = PdfBuilder()
    for number in range(1, 10):
        pdf.put(LEFT - 20, pdf.y, str(number))
        pdf.paragraph(talk(number))

    assert paragraphs(source_of(pdf)) == [f"{number} {talk(number)}" for number in range(1, 10)]
