"""Reading order: text columns one after the other, side heads before their passages, lists line by line."""

from __future__ import annotations

from pdf_builder import BOLD, BOTTOM, HEIGHT, LEFT, TOP, PdfBuilder, paragraphs, source_of, talk

RIGHT = LEFT + 240


def columns(pdf: PdfBuilder, left: list[str], right: list[str], width: float = 210) -> None:
    """Paragraphs in two columns from the present height down; the next ones go below the longer."""
    top, ends = pdf.y, []
    for x, parts in ((LEFT, left), (RIGHT, right)):
        pdf.y = top
        for part in parts:
            pdf.paragraph(part, x=x, width=width)
        ends.append(pdf.y)
    pdf.y = max(ends)


def test_the_left_column_is_read_before_the_right() -> None:
    pdf = PdfBuilder()
    columns(pdf, [talk(1), talk(2)], [talk(3), talk(4)])

    assert paragraphs(source_of(pdf)) == [talk(1), talk(2), talk(3), talk(4)]


def test_lines_across_the_page_part_the_columns_above_from_those_below() -> None:
    pdf = PdfBuilder()
    pdf.paragraph("News of the Low Marsh Drainage Panel for the autumn", font=BOLD, size=18)
    columns(pdf, [talk(1)], [talk(2)])
    pdf.paragraph(talk(3))
    columns(pdf, [talk(4)], [talk(5)])

    assert paragraphs(source_of(pdf))[1:] == [talk(number) for number in range(1, 6)]


def test_columns_whose_lines_do_not_stand_level() -> None:
    pdf = PdfBuilder()
    pdf.paragraph(talk(1), width=210)
    pdf.y = TOP + 5
    pdf.paragraph(talk(2), x=RIGHT, width=210, size=10)

    assert paragraphs(source_of(pdf)) == [talk(1), talk(2)]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    words = " ".join(talk(number).replace(".", ";") for number in range(12)).replace("; ", ", ")
    pdf = PdfBuilder()
    for page in range(2):
        for x in (LEFT, RIGHT):
            pdf.y = TOP
            part, words = words[:1400], words[1400:]
            cut = part.rfind(" ")
            part, words = part[:cut], part[cut + 1 :] + words
            pdf.paragraph(part, x=x, width=210, size=12)
            assert pdf.y < BOTTOM
        if page == 0:
            pdf.new_page()

    assert len(paragraphs(source_of(pdf))) == 1


def test_names_side_by_side_stay_on_their_lines() -> None:
    pdf = PdfBuilder()
    for left, right in (
        ("Cllr A Vole", "Chair"),
        ("Cllr B Wren", "Vice-Chair"),
        ("Cllr C Stoat", ""),
        ("D Hare", "Clerk"),
    ):
        pdf.put(LEFT, pdf.y, left)
        pdf.put(RIGHT, pdf.y, right)
        pdf.y += 14
    pdf.y += 10
    pdf.paragraph(talk(1))

    assert paragraphs(source_of(pdf))[:4] == [
        "Cllr A Vole   Chair",
        "Cllr B Wren   Vice-Chair",
        "Cllr C Stoat",
        "D Hare   Clerk",
    ]


def test_a_side_head_of_two_lines_does_not_break_into_the_passage() -> None:
    pdf = PdfBuilder()
    for number, head in (
        (1, ("Minutes of the", "last meeting")),
        (2, ("Matters", "arising")),
        (3, ("Weirs", "and mills")),
    ):
        for row, words in enumerate(head):
            pdf.put(LEFT, pdf.y + 13.2 * row, words)
        pdf.paragraph(talk(number), x=LEFT + 110, width=340)

    assert paragraphs(source_of(pdf)) == [
        "Minutes of the last meeting",
        talk(1),
        "Matters arising",
        talk(2),
        "Weirs and mills",
        talk(3),
    ]


def test_wide_side_heads_are_no_text_column() -> None:
    pdf = PdfBuilder()
    for number in range(1, 5):
        for row, words in enumerate(("Minutes of the last meeting of", "the board and its panels")):
            pdf.put(LEFT, pdf.y + 13.2 * row, words)
        pdf.paragraph(talk(number), x=LEFT + 170, width=280)

    assert paragraphs(source_of(pdf))[:4] == [
        "Minutes of the last meeting of the board and its panels",
        talk(1),
        "Minutes of the last meeting of the board and its panels",
        talk(2),
    ]


def test_a_side_head_that_fills_its_column_is_not_run_together_with_the_passage() -> None:
    pdf = PdfBuilder()
    for number in range(1, 4):
        for row, words in enumerate(("Minutes", "of the last meeting")):
            pdf.put(LEFT, pdf.y + 13.2 * row, words)
        pdf.paragraph(talk(number), x=LEFT + 105, width=340)

    assert paragraphs(source_of(pdf))[:2] == ["Minutes of the last meeting", talk(1)]


def test_bullets_far_from_their_words_stay_with_them() -> None:
    pdf = PdfBuilder()
    things = ("to let the mill", "to cut the hedge", "to mend the weir", "to thank the warden")
    for thing in things:
        pdf.put(LEFT, pdf.y, "\N{BULLET}")
        pdf.put(LEFT + 60, pdf.y, thing)
        pdf.y += 13.2
    pdf.y += 10
    pdf.paragraph(talk(1))

    assert paragraphs(source_of(pdf))[:4] == [f"\N{BULLET} {thing}" for thing in things]


def test_amounts_beside_their_labels_stay_on_their_lines() -> None:
    pdf = PdfBuilder()
    for label, amount in (
        ("Balance", "120.00"),
        ("Rent of the field", "35.50"),
        ("Hedge", "12.00"),
        ("Insurance", "90.10"),
    ):
        pdf.put(LEFT, pdf.y, label)
        pdf.put_right(LEFT + 250, pdf.y, amount)
        pdf.y += 14

    assert [part for part in paragraphs(source_of(pdf)) if "35.50" in part] == ["Rent of the field   35.50"]


def test_a_page_lying_on_its_side_is_read_along_its_lines() -> None:
    pdf = PdfBuilder()
    pdf.canvas.translate(80, 100)
    pdf.canvas.rotate(90)
    pdf.canvas.translate(0, -HEIGHT + 80)
    pdf.paragraph(talk(1), width=500)

    assert paragraphs(source_of(pdf)) == [talk(1)]
