"""Tables of web pages: places of cells, merged cells, tables that only lay out a page."""

import pytest
from reading import F, H, T, cells, shown
from web_pages import source_of

from actiontracker.records import Cell


class TestTables:
    def test_cells_know_their_place(self) -> None:
        source = source_of(
            "<p>Before<table><thead><tr><th>Item<th>Action<th>By<tbody>"
            "<tr><td>Hedge<td><td>Clerk<tr><td>Bench<td>Mend<td>Cllr Oake</table>After"
        )

        assert source.text == "Before\n\nItem | Action | By\nHedge |  | Clerk\nBench | Mend | Cllr Oake\n\nAfter"
        assert cells(source) == [
            ("Before", None),
            ("Item", Cell(0, 0, 0)),
            ("Action", Cell(0, 0, 1)),
            ("By", Cell(0, 0, 2)),
            ("Hedge", Cell(0, 1, 0)),
            ("", Cell(0, 1, 1)),
            ("Clerk", Cell(0, 1, 2)),
            ("Bench", Cell(0, 2, 0)),
            ("Mend", Cell(0, 2, 1)),
            ("Cllr Oake", Cell(0, 2, 2)),
            ("After", None),
        ]
        assert len({line.number for line in source.lines if line.cell}) == 3

    def test_a_row_with_a_long_cell_has_a_line_for_each_paragraph(self) -> None:
        source = source_of(
            "<table><tr><td>Minutes<td>Action<tr><td><p>Talked.</p><ul><li>Cut hedge</ul><td>Clerk</table>"
        )

        assert source.text == "Minutes | Action\nTalked.\n• Cut hedge\nClerk"
        assert cells(source)[2:] == [
            ("Talked.", Cell(0, 1, 0)),
            ("• Cut hedge", Cell(0, 1, 0)),
            ("Clerk", Cell(0, 1, 1)),
        ]

    def test_merged_cells_count_as_columns_and_are_told_once(self) -> None:
        source = source_of(
            "<table><tr><td rowspan=2>A<td colspan=2>B<td>C<tr><td>D<td>E<td rowspan=3>F"
            "<tr><td>G<td>H<td>I<tr><td>J<td>K<td>L<tr><td>M<td>N<td>O<td>P</table>"
        )

        assert cells(source) == [
            ("A", Cell(0, 0, 0)),
            ("B", Cell(0, 0, 1)),
            ("C", Cell(0, 0, 3)),
            ("D", Cell(0, 1, 1)),
            ("E", Cell(0, 1, 2)),
            ("F", Cell(0, 1, 3)),
            ("G", Cell(0, 2, 0)),
            ("H", Cell(0, 2, 1)),
            ("I", Cell(0, 2, 2)),
            ("J", Cell(0, 3, 0)),
            ("K", Cell(0, 3, 1)),
            ("L", Cell(0, 3, 2)),
            ("M", Cell(0, 4, 0)),
            ("N", Cell(0, 4, 1)),
            ("O", Cell(0, 4, 2)),
            ("P", Cell(0, 4, 3)),
        ]

    def test_blank_rows_and_columns_are_left_out(self) -> None:
        source = source_of("<table><tr><td>&nbsp;<td><td><tr><td>Hedge<td> <td>Clerk<tr><td>Bench<td><td>Clerk</table>")

        assert source.text == "Hedge | Clerk\nBench | Clerk"
        assert cells(source)[-1] == ("Clerk", Cell(0, 1, 2))

    def test_one_column_is_layout(self) -> None:
        source = source_of("<table><tr><td>One</td></tr><tr><td><p>Two</p><p>three</p></td></tr></table>")

        assert source.text == "One\n\nTwo\n\nthree"
        assert all(line.cell is None for line in source.lines)

    def test_an_agenda_table_puts_the_number_before_the_title(self) -> None:
        source = source_of(
            "<table><tr><th>No.<th>Item<tr><td><p>1.</p><td><h3>Apologies</h3><p>None.</p>"
            "<tr><td>2.1<td>Minutes<br>Agreed.<tr><td><td>Noted.<tr><td colspan=2>Part two<tr><td>7a)<td></table>"
        )

        assert shown(source) == [
            (F, "No. Item"),
            (H, "1. Apologies"),
            (T, "None."),
            (T, "2.1 Minutes"),
            (T, "Agreed."),
            (T, "Noted."),
            (T, "Part two"),
            (T, "7a)"),
        ]
        assert all(line.cell is None for line in source.lines)

    @pytest.mark.parametrize("label", ["2019", "£30", "Hedge", "1. Apologies"])
    def test_two_columns_with_anything_else_first_hold_data(self, label: str) -> None:
        source = source_of(f"<table><tr><td>1.<td>Apologies<tr><td>{label}<td>Noted</table>")

        assert cells(source)[2] == (label, Cell(0, 1, 0))

    def test_a_third_column_makes_an_agenda_table_one_of_data(self) -> None:
        source = source_of("<table><tr><td>1.<td>Apologies<tr><td>2.<td>Hedge<td>Clerk</table>")

        assert source.text == "1. | Apologies\n2. | Hedge | Clerk"
        assert cells(source)[-1] == ("Clerk", Cell(0, 1, 2))

    def test_a_table_in_a_list_is_no_part_of_the_list(self) -> None:
        source = source_of("<ul><li>Votes<table><tr><td>For<td>3<tr><td>Against<td>2</table></ul>")

        assert {(line.kind, line.level) for line in source.lines if line.cell} == {(T, 0)}

    def test_a_table_in_a_cell_keeps_its_own_places(self) -> None:
        source = source_of(
            "<table><tr><td>1.<td>Vote<table><tr><td>For<td>3<td>no<tr><td>Against<td>2<td>no</table>Carried</table>"
        )

        assert source.text == "1. Vote\n\nFor | 3 | no\nAgainst | 2 | no\n\nCarried"
        assert cells(source)[1] == ("For", Cell(1, 0, 0))

    def test_a_table_that_frames_the_page_is_layout(self) -> None:
        words = "<p>The clerk would write to the school about the hedge.</p>" * 4
        source = source_of(f"<table><tr><td>Home Contact<td><h1>Minutes</h1>{words}<tr><td colspan=2>Foot</table>")

        assert (H, "Minutes") in shown(source)
        assert all(line.cell is None for line in source.lines)

    def test_a_table_for_presentation_is_layout(self) -> None:
        source = source_of("<table role=presentation><tr><td>Hedge<td>Clerk</table>")

        assert cells(source) == [("Hedge", None), ("Clerk", None)]
