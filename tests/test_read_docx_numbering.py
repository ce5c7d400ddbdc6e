"""The numbers that Word computes for paragraphs."""

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from reading import H, L, T, shown
from word_files import p, source_of, written


def numbered(document: Document, number: int, *levels: str, overrides: str = "") -> None:
    """Give the document a list; each level is "format|text|start|more XML"."""
    root = document.part.numbering_part.element
    if levels:
        parts = [(*level.split("|"), "", "")[:4] for level in levels]
        xml = "".join(
            f'<w:lvl w:ilvl="{index}"><w:start w:val="{start or 1}"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
            for index, (kind, text, start, more) in enumerate(parts)
        )
        abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{xml}</w:abstractNum>')
        root.find(qn("w:num")).addprevious(abstract)
    definition = number // 10 * 10
    root.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'
        )
    )


def add_item(document: Document, text: str, number: int, level: int = 0, style: str | None = None) -> None:
    paragraph = document.add_paragraph(text, style=style)
    properties = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    paragraph.paragraph_format.element.get_or_add_pPr().append(parse_xml(properties))


class TestNumbering:
    @pytest.mark.parametrize(
        ("levels", "asked", "markers"),
        [
            (["decimal|%1."], [0, 0, 0], ["1.", "2.", "3."]),
            (["decimal|%1.|7"], [0, 0], ["7.", "8."]),
            (["decimal|%1.", "decimal|%1.%2"], [0, 1, 1, 0, 1], ["1.", "1.1", "1.2", "2.", "2.1"]),
            (
                ["decimal|%1.", "lowerLetter|(%2)", "lowerRoman|%3)"],
                [0, 1, 2, 2, 1, 2],
                ["1.", "(a)", "i)", "ii)", "(b)", "i)"],
            ),
            (["upperRoman|%1", "upperLetter|%2."], [0, 0, 0, 0, 1, 1], ["I", "II", "III", "IV", "A.", "B."]),
            (["lowerLetter|%1)|25"], [0, 0, 0, 0], ["y)", "z)", "aa)", "bb)"]),
            (["upperRoman|%1.", "decimal|%1.%2||<w:isLgl/>"], [0, 0, 1], ["I.", "II.", "2.1"]),
            (["decimal|%1.", "decimal|%2)||<w:lvlRestart w:val='0'/>"], [0, 1, 0, 1], ["1.", "1)", "2.", "2)"]),
            (
                ["decimal|%1", "decimal|%2", "decimal|%3||<w:lvlRestart w:val='1'/>"],
                [0, 1, 2, 1, 2, 0, 2],
                ["1", "1", "1", "2", "2", "2", "1"],
            ),
            (["decimalZero|%1"], [0] * 2, ["01", "02"]),
            (["ordinal|%1"], [0] * 4, ["1st", "2nd", "3rd", "4th"]),
            (["ordinal|%1|11"], [0] * 2, ["11th", "12th"]),
            (["decimal|%1.", "decimal|%1.%2"], [1, 1, 0], ["1.1", "1.2", "1."]),
            (["decimal|24/%1"], [0], ["24/1"]),
            (["bullet|\uf0b7", "bullet|o", "bullet|-"], [0, 1, 2], ["•", "•", "-"]),
            (["cardinalText|%1"], [0], ["1"]),
        ],
    )
    def test_word_s_numbers(self, levels: list[str], asked: list[int], markers: list[str]) -> None:
        document = docx.Document()
        numbered(document, 90, *levels)
        for level in asked:
            add_item(document, "x", 90, level)

        source = source_of(document)

        assert shown(source) == [(L, f"{marker} x") for marker in markers]
        assert [line.level for line in source.lines if line.kind is L] == [level + 1 for level in asked]
        assert source.text.count("\n\n") == 0

    def test_lists_of_one_definition_go_on_counting_unless_one_starts_again(self) -> None:
        document = docx.Document()
        numbered(document, 90, "decimal|%1.", "decimal|%1.%2")
        numbered(document, 91)
        again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
        numbered(document, 92, overrides=again)
        for number, level in [(90, 0), (91, 0), (92, 0), (92, 0), (92, 1), (90, 0)]:
            add_item(document, "x", number, level)

        assert [words for _, words in shown(source_of(document))] == ["1. x", "2. x", "5. x", "6. x", "6.1 x", "7. x"]

    def test_a_list_may_change_a_level_of_its_definition(self) -> None:
        document = docx.Document()
        numbered(document, 90, "decimal|%1.")
        level = '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl>'
        numbered(document, 91, overrides=f'<w:lvlOverride w:ilvl="0">{level}</w:lvlOverride>')
        add_item(document, "x", 91)

        assert source_of(document).text == "c) x"

    def test_numbers_come_from_styles_and_headings_stay_headings(self) -> None:
        document = docx.Document()
        numbered(
            document,
            90,
            "decimal|%1.||<w:pStyle w:val='Heading1'/>",
            "decimal|%1.%2||<w:pStyle w:val='Heading2'/>",
        )
        for name in ("Heading 1", "Heading 2"):
            properties = document.styles[name].element.get_or_add_pPr()
            properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="90"/></w:numPr>'))
        document.add_heading("Apologies", 1)
        document.add_heading("Fees", 1)
        document.add_heading("Mooring", 2)
        document.add_paragraph("One", style="List Number")
        document.add_paragraph("Two", style="List Bullet")

        assert shown(source_of(document)) == [
            (H, "1. Apologies"),
            (H, "2. Fees"),
            (H, "2.1 Mooring"),
            (L, "1. One"),
            (L, "• Two"),
        ]

    def test_a_paragraph_can_leave_its_style_s_list(self) -> None:
        document = docx.Document()
        add_item(document, "plain", 0, style="List Number")
        document.add_paragraph("One", style="List Number")

        assert shown(source_of(document)) == [(T, "plain"), (L, "1. One")]

    def test_blank_items_are_counted_and_only_numbers_are_shown(self) -> None:
        document = docx.Document()
        numbered(document, 80, "decimal|%1.")
        numbered(document, 90, "bullet|\uf0b7")
        for text, number in [("a", 80), ("", 80), ("c", 80), ("", 90)]:
            add_item(document, text, number)

        assert [words for _, words in shown(source_of(document))] == ["1. a", "2.", "3. c"]

    def test_the_second_line_of_an_item_is_not_an_item(self) -> None:
        document = docx.Document()
        document.add_paragraph("Cut hedge\nby June", style="List Number")

        assert shown(source_of(document)) == [(L, "1. Cut hedge"), (T, "by June")]

    @pytest.mark.parametrize("number", ["99", "x", "99999999999999999999", "-1"])
    def test_a_list_that_does_not_exist_is_none(self, number: str) -> None:
        source = written(p("Noted.", f"<w:numPr><w:ilvl w:val='0'/><w:numId w:val='{number}'/></w:numPr>"))

        assert shown(source) == [(T, "Noted.")]
