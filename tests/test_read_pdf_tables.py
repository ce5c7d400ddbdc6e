"""Ruled tables: every paragraph of a cell is a line with its cell; a table goes on over the page."""

from __future__ import annotations

from pdf_builder import HEIGHT, LEFT, PdfBuilder, body, cells, of_kind, paragraphs, source_of, talk

from actiontracker.records import Cell, LineKind

HEAD = ["Item", "Discussion", "Action by"]
WIDTHS = [40.0, 310.0, 100.0]


def with_table(rows: list[list[str]]) -> PdfBuilder:
    pdf = PdfBuilder()
    pdf.paragraph(talk(0))
    pdf.table(rows, WIDTHS)
    pdf.paragraph(talk(1))
    return pdf


def test_rows_of_single_paragraphs_are_lines_with_bars() -> None:
    source = source_of(with_table([HEAD, ["1", "The hedge was looked at.", "Clerk"], ["2", talk(2), "Cllr Stoat"]]))

    assert body(source).split("\n\n")[1] == (
        f"Item | Discussion | Action by\n1 | The hedge was looked at. | Clerk\n2 | {talk(2)} | Cllr Stoat"
    )
    assert cells(source)[2, 1] == talk(2)
    assert cells(source)[0, 2] == "Action by"


def test_the_text_around_the_table_keeps_its_place() -> None:
    parts = paragraphs(source_of(with_table([HEAD, ["1", "The hedge was looked at.", "Clerk"]])))

    assert (parts[0], parts[-1]) == (talk(0), talk(1))


def test_cells_of_several_paragraphs_stand_on_lines_of_their_own() -> None:
    source = source_of(with_table([HEAD, ["1", "The hedge was looked at.\nIt was agreed to cut it.", "Clerk"]]))

    assert "1\nThe hedge was looked at.\n\nIt was agreed to cut it.\nClerk" in source.text
    lines = [line for line in source.lines if line.cell == Cell(0, 1, 1)]
    assert [line.span.of(source.text) for line in lines] == ["The hedge was looked at.", "It was agreed to cut it."]


def test_an_empty_cell_leaves_its_column_free() -> None:
    source = source_of(with_table([HEAD, ["1", "The hedge was looked at.", ""], ["2", "The mill was let.", "Clerk"]]))

    assert (1, 2) not in cells(source)
    assert cells(source)[2, 2] == "Clerk"


def test_a_table_over_the_page_is_one_and_its_head_is_furniture_there() -> None:
    rows = [HEAD, *([str(number), talk(number), "Clerk"] for number in range(1, 25))]
    source = source_of(with_table(rows))

    assert {line.cell.table for line in source.lines if line.cell} == {0}
    assert [cells(source)[row, 0] for row in range(1, 25)] == [str(number) for number in range(1, 25)]
    assert all(cells(source)[row, 1] == talk(row) for row in range(1, 25))
    assert len(of_kind(source, LineKind.FURNITURE)) == (source.pages or 0) - 1


def test_a_row_over_the_page_is_one_row() -> None:
    pdf = PdfBuilder()
    pdf.y = 650
    pdf.table(
        [HEAD, ["1", "The mill was let.", "Clerk"], ["2", "The panel asked for a plan of the weir and", "D Hare"]],
        WIDTHS,
    )
    pdf.new_page()
    pdf.table([["", "for its price, before the winter.", ""], ["3", "The hedge was looked at.", "Clerk"]], WIDTHS)
    source = source_of(pdf)

    assert cells(source)[2, 1] == "The panel asked for a plan of the weir and for its price, before the winter."
    assert cells(source)[3, 0] == "3"
    assert "the weir and\nfor its price" in source.text


def test_the_rest_of_a_row_alone_on_the_next_page_is_still_of_the_table() -> None:
    pdf = PdfBuilder()
    pdf.y = 650
    pdf.table([HEAD, ["1", "The panel asked for a plan of the weir and", "D Hare"]], WIDTHS)
    pdf.new_page()
    pdf.table([["", "for its price, before the winter.", ""]], WIDTHS)

    assert cells(source_of(pdf))[1, 1] == "The panel asked for a plan of the weir and for its price, before the winter."


def test_cells_of_one_line_share_its_number() -> None:
    lines = source_of(with_table([HEAD, ["1", "The hedge was looked at.", "Clerk"]])).lines
    numbers = {row: {line.number for line in lines if line.cell and line.cell.row == row} for row in (0, 1)}

    assert numbers == {0: {5}, 1: {6}}


def test_a_word_parted_in_a_cell_is_one_word_again() -> None:
    source = source_of(with_table([HEAD, ["1", "The self-\nassessment was read.", "Clerk"]]))

    assert cells(source)[1, 1] == "The self-assessment was read."


def test_a_frame_around_the_text_is_no_table() -> None:
    pdf = PdfBuilder()
    pdf.canvas.rect(LEFT - 20, 60, 490, HEIGHT - 120)
    pdf.paragraph(talk(0))
    pdf.canvas.rect(LEFT - 5, HEIGHT - pdf.y - 60, 460, 70)
    pdf.paragraph(talk(1))
    source = source_of(pdf)

    assert paragraphs(source) == [talk(0), talk(1)]
    assert all(line.cell is None for line in source.lines)


def shaded(pdf: PdfBuilder, x: float, width: float, height: float) -> None:
    """A grey box without a border around the present line."""
    pdf.canvas.setFillGray(0.8)
    pdf.canvas.rect(x, HEIGHT - pdf.y - 5, width, height, stroke=0, fill=1)
    pdf.canvas.setFillGray(0)


def test_shading_behind_words_of_a_cell_does_not_part_it() -> None:
    pdf = PdfBuilder()
    top = pdf.y
    for row in range(2):
        pdf.y = top + 13.2 * row
        shaded(pdf, LEFT + 42, 100, 13)
    pdf.y = top
    pdf.table([HEAD, ["1", "The hedge was looked at.", "Clerk"]], WIDTHS)
    pdf.y = top + 13.2
    source = source_of(pdf)

    assert cells(source)[0, 1] == "Discussion"
    assert cells(source)[1, 1] == "The hedge was looked at."


def test_shaded_cells_without_lines_are_a_table() -> None:
    pdf = PdfBuilder()
    for row in (HEAD, ["1", "The hedge was looked at.", "Clerk"], ["2", "The mill was let.", "D Hare"]):
        x = LEFT
        for words, width in zip(row, WIDTHS, strict=True):
            shaded(pdf, x, width - 2, 16)
            pdf.put(x + 5, pdf.y, words)
            x += width
        pdf.y += 18

    assert cells(source_of(pdf))[2, 1] == "The mill was let."


def test_rules_under_headings_are_no_table() -> None:
    pdf = PdfBuilder()
    for number in range(4):
        pdf.paragraph(talk(number))
        pdf.canvas.line(LEFT, HEIGHT - pdf.y + 14, LEFT + 450, HEIGHT - pdf.y + 14)

    assert all(line.cell is None for line in source_of(pdf).lines)


def test_entries_at_different_heights_of_one_cell_part_its_row() -> None:
    pdf = PdfBuilder()
    discussion = "\n".join([talk(1), "", talk(2), "", talk(3)])
    pdf.table([HEAD, ["1", discussion, "D Hare\n\n\n\n\n\n\n\nCllr Stoat"]], WIDTHS)
    source = source_of(pdf)

    assert cells(source)[1, 1] == talk(1)
    assert cells(source)[1, 2] == "D Hare"
    assert cells(source)[2, 1].startswith(talk(2)[:40])
    assert cells(source)[2, 2] == "Cllr Stoat"


def test_a_table_of_nothing_but_item_numbers_and_text_is_an_agenda() -> None:
    pdf = PdfBuilder()
    pdf.table([[f"{number}.", talk(number)] for number in range(1, 5)], [40, 410])
    source = source_of(pdf)

    assert paragraphs(source)[1] == f"2. {talk(2)}"
    assert all(line.cell is None for line in source.lines)
