"""A right-hand column of who is to act: tied to the passages beside it, found on later pages, never made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pdf_builder import BOLD, LEFT, PdfBuilder, body, cells, of_kind, paragraphs, source_of, talk

from actiontracker.records import LineKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actiontracker.records import Source

COLUMN = LEFT + 400
WIDTH = 370.0


def headed(head: str = "ACTION", x: float = COLUMN) -> PdfBuilder:
    pdf = PdfBuilder()
    pdf.put_centred(pdf.y, "Minutes of the Low Marsh Drainage Panel", BOLD, 14)
    pdf.y += 30
    pdf.put(x, pdf.y, head, BOLD)
    pdf.y += 20
    return pdf


def passage(pdf: PdfBuilder, words: str, entry: str | Sequence[str] = (), row: int = 0, x: float = COLUMN) -> None:
    """A passage with the lines of an entry beside it, from line `row` on."""
    lines = [entry] if isinstance(entry, str) else entry
    pdf.paragraph(words, width=WIDTH, beside=[(row + index, x, line) for index, line in enumerate(lines)])


@pytest.mark.parametrize(
    "head", ["ACTION", "Action", "Action by", "Action by:", "Lead", "By whom", "Actions", "Lead officer"]
)
def test_the_passage_and_its_entry_share_a_row(head: str) -> None:
    pdf = headed(head)
    passage(pdf, talk(1))
    passage(pdf, talk(2), "Clerk", row=2)
    passage(pdf, talk(3))
    passage(pdf, talk(4), "Cllr Stoat")
    source = source_of(pdf)

    assert cells(source) == {
        (0, 1): head,
        (1, 0): talk(1),
        (2, 0): talk(2),
        (2, 1): "Clerk",
        (3, 0): talk(3),
        (4, 0): talk(4),
        (4, 1): "Cllr Stoat",
    }


def test_the_entry_follows_the_last_line_of_its_passage() -> None:
    pdf = headed()
    passage(pdf, talk(1), "Clerk")
    passage(pdf, talk(2))

    assert f"{talk(1)[-20:]}\nClerk\n\n{talk(2)[:20]}" in source_of(pdf).text


def test_a_head_over_the_passages_is_in_the_same_row() -> None:
    pdf = PdfBuilder()
    pdf.put(LEFT, pdf.y, "Item", BOLD)
    pdf.put(LEFT + 60, pdf.y, "Discussion", BOLD)
    pdf.put(COLUMN, pdf.y, "Action", BOLD)
    pdf.y += 20
    passage(pdf, talk(1), "Clerk")
    passage(pdf, talk(2))
    found = cells(source_of(pdf))

    assert (found[0, 0], found[0, 1]) == ("Item   Discussion", "Action")
    assert (found[1, 0], found[1, 1]) == (talk(1), "Clerk")


def test_a_head_of_two_lines_and_entries_of_two_lines() -> None:
    pdf = headed("Action")
    pdf.y -= 6
    pdf.put(COLUMN, pdf.y, "by", BOLD)
    pdf.y += 20
    passage(pdf, talk(1), ["Head of", "Waterways"])
    passage(pdf, talk(2), ["All"], row=1)

    found = cells(source_of(pdf))
    assert (found[0, 1], found[1, 1], found[2, 1]) == ("Action by", "Head of Waterways", "All")


def test_entries_of_neighbouring_lines_stay_apart() -> None:
    pdf = headed()
    passage(pdf, talk(1))
    for words, entry in (("It was agreed to let the mill.", "Clerk"), ("It was agreed to cut the hedge.", "D Hare")):
        pdf.paragraph(words, width=WIDTH, beside=[(0, COLUMN, entry)], space=1)
    found = cells(source_of(pdf))

    assert (found[2, 0], found[2, 1]) == ("It was agreed to let the mill.", "Clerk")
    assert (found[3, 0], found[3, 1]) == ("It was agreed to cut the hedge.", "D Hare")


def test_an_entry_longer_than_its_passage_keeps_its_second_line() -> None:
    pdf = headed()
    passage(pdf, talk(1))
    pdf.put(COLUMN, pdf.y, "Head of")
    pdf.put(COLUMN, pdf.y + 13.2, "Waterways")
    pdf.paragraph("It was agreed to let the mill.", width=WIDTH, space=0)
    pdf.paragraph("It was agreed to cut the hedge.", width=WIDTH)
    found = cells(source_of(pdf))

    assert found[2, 1] == "Head of Waterways"
    assert (3, 1) not in found


def test_two_lines_beside_one_passage_are_one_entry() -> None:
    pdf = headed()
    passage(pdf, talk(1), ["Director", "Waterways"])
    passage(pdf, talk(2))

    source = source_of(pdf)

    assert "Director Waterways" in [line.span.of(source.text) for line in source.lines]


def test_an_entry_below_its_passage_goes_to_the_nearest_above() -> None:
    pdf = headed()
    passage(pdf, talk(1))
    pdf.put(COLUMN, pdf.y, "Clerk")
    pdf.y += 30
    passage(pdf, talk(2))

    assert cells(source_of(pdf))[1, 1] == "Clerk"


def test_centred_entries_wider_than_the_head() -> None:
    pdf = headed("Action", COLUMN + 10)
    for number, entry in enumerate(("Clerk", "Cllr Stoat and Vole", "D Hare")):
        passage(pdf, talk(number), entry, row=1, x=COLUMN + 25 - 2.4 * len(entry))
    found = cells(source_of(pdf))

    assert [found[row, 1] for row in (1, 2, 3)] == ["Clerk", "Cllr Stoat and Vole", "D Hare"]


def test_later_pages_have_the_column_without_its_head() -> None:
    pdf = headed()
    for number in range(32):
        passage(pdf, talk(number), "Clerk" if number % 3 == 0 else (), row=1)
    source = source_of(pdf)

    assert pdf.page > 2
    assert {line.cell.table for line in source.lines if line.cell} == {0}
    assert [row for row, column in cells(source) if column == 1 and row] == [1 + number for number in range(0, 32, 3)]
    assert all(cells(source)[number + 1, 0] == talk(number) for number in range(32))


def test_a_head_repeated_on_later_pages_is_furniture() -> None:
    def head(pdf: PdfBuilder) -> None:
        pdf.put(COLUMN, pdf.y, "ACTION", BOLD)
        pdf.y += 20

    pdf = PdfBuilder(around=head)
    for number in range(24):
        passage(pdf, talk(number), "Clerk", row=1)
    source = source_of(pdf)

    assert cells(source)[0, 1] == "ACTION"
    assert of_kind(source, LineKind.FURNITURE) == ["ACTION"] * (pdf.page - 1)


def test_a_head_repeated_further_down_the_page_is_furniture_too() -> None:
    pdf = headed()
    for number in range(4):
        passage(pdf, talk(number), "Clerk", row=1)
    pdf.put(COLUMN, pdf.y, "ACTION", BOLD)
    pdf.y += 20
    passage(pdf, talk(4), "D Hare")
    source = source_of(pdf)

    assert [cells(source)[row, 1] for row in range(6)] == ["ACTION", "Clerk", "Clerk", "Clerk", "Clerk", "D Hare"]
    assert of_kind(source, LineKind.FURNITURE) == ["ACTION"]


def test_an_entry_that_could_be_a_head_is_an_entry() -> None:
    pdf = headed("Action by")
    passage(pdf, talk(1), "Lead officer")
    passage(pdf, talk(2), "Clerk")

    assert cells(source_of(pdf))[1, 1] == "Lead officer"


def test_a_passage_over_the_page_keeps_one_row() -> None:
    pdf = headed()
    pdf.y = 735
    passage(pdf, talk(1).replace(". The", ", and the"), "Clerk", row=0)
    passage(pdf, talk(2))
    source = source_of(pdf)

    assert pdf.page == 2
    assert cells(source)[1, 0] == talk(1).replace(". The", ", and the")
    assert cells(source)[1, 1] == "Clerk"
    assert cells(source)[2, 0] == talk(2)


class TestNoColumn:
    def whole(self, pdf: PdfBuilder) -> Source:
        source = source_of(pdf)
        assert all(line.cell is None for line in source.lines)
        return source

    def test_dates_at_the_right_edge(self) -> None:
        pdf = headed("Date")
        for number in range(3):
            passage(pdf, talk(number), "12 March 2031")
        self.whole(pdf)

    def test_dates_under_a_word_that_could_be_a_head(self) -> None:
        pdf = headed("Lead")
        for number in range(3):
            passage(pdf, talk(number), "12 March 2031")
        self.whole(pdf)

    def test_two_text_columns_the_right_one_headed_lead(self) -> None:
        pdf = PdfBuilder()
        pdf.put(LEFT + 240, pdf.y, "Lead", BOLD)
        for x in (LEFT, LEFT + 240):
            pdf.y = 120
            for number in range(3):
                pdf.paragraph(talk(number), x=x, width=210)
        self.whole(pdf)

    def test_a_line_that_ends_with_the_word(self) -> None:
        pdf = PdfBuilder()
        pdf.paragraph(talk(1))
        pdf.put_right(LEFT + 450, pdf.y, "Action")
        pdf.y += 20
        pdf.paragraph(talk(2))

        assert "Action" in body(self.whole(pdf))

    def test_a_tag_at_the_end_of_a_passage(self) -> None:
        pdf = PdfBuilder()
        for number in range(3):
            pdf.paragraph(talk(number), space=0)
            pdf.put_right(LEFT + 450, pdf.y, "ACTION: Clerk")
            pdf.y += 20

        assert paragraphs(self.whole(pdf))[1] == "ACTION: Clerk"
