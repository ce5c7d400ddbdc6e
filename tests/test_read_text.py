"""Plain text: the decoded file itself, split into lines; flattened tables; Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actiontracker.read.text import read_text
from actiontracker.records import Cell, LineKind, Source, SourceKind


def source_of(text: str, path: str = "minutes.txt") -> Source:
    source, problems = read_text(text.encode(), path)
    assert source.text == text
    assert problems == ()
    return source


def words(source: Source) -> list[str]:
    return [line.span.of(source.text) for line in source.lines]


class TestEncodings:
    @pytest.mark.parametrize(
        ("data", "text"),
        [
            ("£20 € “agreed”".encode(), "£20 € “agreed”"),
            (b"\xef\xbb\xbf\xc2\xa320", "\ufeff£20"),
            (b"\xff\xfe" + "£20\r\nnoted".encode("utf-16-le"), "\ufeff£20\r\nnoted"),
            (b"\xfe\xff" + "£20".encode("utf-16-be"), "\ufeff£20"),
            (b"\xff\xfe\0\0" + "£20".encode("utf-32-le"), "\ufeff£20"),
        ],
    )
    def test_the_text_is_the_decoded_file_to_the_character(self, data: bytes, text: str) -> None:
        source, problems = read_text(data, "a.txt")

        assert source.text == text
        assert problems == ()
        assert source.kind is SourceKind.TEXT

    def test_what_is_not_utf_8_is_read_as_windows_text_and_told(self) -> None:
        source, problems = read_text(b"Present\nThe cost was \xa320 \x80 agreed\n", "a.txt")

        assert source.text == "Present\nThe cost was £20 € agreed\n"
        assert [str(problem) for problem in problems] == [
            "a.txt:2: is not UTF-8 and was read as Windows text (cp1252). Check pound signs, dashes and quotation marks"
        ]
        assert not problems[0].fatal

    def test_bytes_that_no_encoding_knows_are_replaced_one_by_one(self) -> None:
        source, _ = read_text(b"a\x81b\xa3", "a.txt")

        assert source.text == "a\ufffdb£"

    def test_broken_utf_16_is_told(self) -> None:
        source, problems = read_text(b"\xff\xfea\0\0", "a.txt")

        assert source.text.startswith("\ufeffa")
        assert problems[0].message == "holds characters that are not utf-16-le; they were replaced. Check the text"

    def test_a_byte_order_mark_stays_in_the_text_but_not_in_the_first_line(self) -> None:
        source = source_of("\ufeffMinutes\nNoted")

        assert words(source) == ["Minutes", "Noted"]
        assert source.lines[0].span.start == 1


class TestLines:
    def test_every_kind_of_line_end(self) -> None:
        source = source_of("unix\nwindows\r\nold mac\rlast")

        assert words(source) == ["unix", "windows", "old mac", "last"]
        assert [line.number for line in source.lines] == [1, 2, 3, 4]
        assert source.pages is None

    def test_blank_lines_are_kept_as_they_are(self) -> None:
        assert words(source_of("a\n\n \xa0\nb\n\n")) == ["a", "", " \xa0", "b", ""]

    def test_nothing_is_stripped(self) -> None:
        assert words(source_of("  (a)\tNoted. \n")) == ["  (a)\tNoted. "]

    def test_separators_within_a_paragraph_end_no_line(self) -> None:
        text = "one\x0btwo\x85three\u2028four\u2029five\x1csix"

        assert words(source_of(text)) == [text]

    def test_form_feeds_begin_pages_but_no_new_numbers(self) -> None:
        source = source_of("one\n\ftwo\nthree\ffour\n\f")

        assert [(line.span.of(source.text), line.number, line.page) for line in source.lines] == [
            ("one", 1, 1),
            ("two", 2, 2),
            ("three", 3, 2),
            ("four", 3, 3),
        ]
        assert source.pages == 3

    def test_furniture_is_marked_and_kept(self) -> None:
        source = source_of("Noted.\nPage 3 of 9\nView directions\n12.\nMinutes PDF 97 KB\n")

        assert [line.kind for line in source.lines] == [
            LineKind.TEXT,
            LineKind.FURNITURE,
            LineKind.FURNITURE,
            LineKind.TEXT,
            LineKind.TEXT,
        ]


class TestMarkdown:
    def test_headings_are_known_by_the_ending(self) -> None:
        source = source_of("# Minutes\n### 4. Highways ##\ntext\n", "a.md")

        assert [(line.span.of(source.text), line.kind, line.level) for line in source.lines] == [
            ("Minutes", LineKind.HEADING, 1),
            ("4. Highways", LineKind.HEADING, 3),
            ("text", LineKind.TEXT, 0),
        ]

    def test_headings_are_known_by_their_number(self) -> None:
        source = source_of("# Minutes\n## Present\n")

        assert {line.kind for line in source.lines} == {LineKind.HEADING}

    @pytest.mark.parametrize("text", ["# of members: 7\nNoted\n", "#1 Apologies\n#2 Minutes\n", "####### x\n# #\n"])
    def test_a_number_sign_is_no_heading(self, text: str) -> None:
        source = source_of(text)

        assert {line.kind for line in source.lines} == {LineKind.TEXT}
        assert words(source) == text.splitlines()


class TestFlattenedTables:
    @staticmethod
    def cells(source: Source) -> list[tuple[str, int, tuple[int, int, int] | None]]:
        return [
            (
                line.span.of(source.text),
                line.number,
                None if line.cell is None else (line.cell.table, line.cell.row, line.cell.column),
            )
            for line in source.lines
        ]

    def test_rows_give_a_line_for_each_cell(self) -> None:
        source = source_of("Present\nItem | Action | By\nHedge | Cut |  Clerk \nEnd\n")

        assert self.cells(source) == [
            ("Present", 1, None),
            ("Item", 2, (0, 0, 0)),
            ("Action", 2, (0, 0, 1)),
            ("By", 2, (0, 0, 2)),
            ("Hedge", 3, (0, 1, 0)),
            ("Cut", 3, (0, 1, 1)),
            ("Clerk", 3, (0, 1, 2)),
            ("End", 4, None),
        ]

    def test_outer_bars_and_rules_of_markdown(self) -> None:
        source = source_of("| Item | By |\n|:-----|---:|\n| Hedge | Clerk |\n")

        assert self.cells(source) == [
            ("Item", 1, (0, 0, 0)),
            ("By", 1, (0, 0, 1)),
            ("|:-----|---:|", 2, None),
            ("Hedge", 3, (0, 1, 0)),
            ("Clerk", 3, (0, 1, 1)),
        ]
        assert source.lines[2].kind is LineKind.FURNITURE

    def test_a_rule_without_outer_bars(self) -> None:
        source = source_of("Item | By\n---|---\nHedge | Clerk\n")

        assert [line.cell for line in source.lines][2] is None
        assert source.lines[-1].cell == Cell(0, 1, 1)

    def test_empty_cells_keep_their_place(self) -> None:
        source = source_of("a | b | c\nd |  | e\nf | | \n")

        assert [(word, cell) for word, _, cell in self.cells(source)[3:]] == [
            ("d", (0, 1, 0)),
            ("", (0, 1, 1)),
            ("e", (0, 1, 2)),
            ("f", (0, 2, 0)),
            ("", (0, 2, 1)),
            ("", (0, 2, 2)),
        ]

    def test_one_line_with_a_bar_is_no_table(self) -> None:
        source = source_of("Jo Oake | Clerk\nNoted\nA|B\nC|D\n")

        assert all(line.cell is None for line in source.lines)

    def test_another_number_of_bars_is_another_table(self) -> None:
        source = source_of("a | b\nc | d\ne | f | g\nh | i | j\n")

        assert [line.cell.table for line in source.lines if line.cell] == [0, 0, 0, 0, 1, 1, 1, 1, 1, 1]


@given(st.text(alphabet=st.sampled_from("ab# |-:\n\r\f\t\x0b\x85\u2028\xa0\ufeff12"), max_size=80))
def test_lines_cover_the_text_in_order(text: str) -> None:
    source, _ = read_text(text.encode(), "a.md")

    assert source.text == text
    end = 0
    for line in source.lines:
        between = text[end : line.span.start]
        assert end <= line.span.start <= line.span.end
        assert not {"\n", "\r", "\f"} & set(line.span.of(text))
        assert not between.strip("\n\r\f\ufeff \t\xa0\x0b\x85\u2028|#")
        end = line.span.end
    assert not text[end:].strip("\ufeff\n\r\f \t\xa0\x0b\x85\u2028|#")
    numbers = [line.number for line in source.lines]
    assert numbers == sorted(numbers)


@given(st.lists(st.text(alphabet="ab ", max_size=5), min_size=1, max_size=8))
def test_line_numbers_are_an_editor_s(lines: list[str]) -> None:
    source, _ = read_text("\n".join(lines).encode(), "a.txt")

    for line in source.lines:
        assert lines[line.number - 1] == line.span.of(source.text)
