"""Word documents: words, tracked changes, running heads, tables, pages."""

import docx
import pytest
from docx.enum.section import WD_SECTION_START
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import F, H, T, assert_rendered, cells, shown
from word_files import WORD, p, read, saved, source_of, with_part, written

from actiontracker.records import Cell, SourceKind


class TestText:
    def test_paragraphs_headings_and_title(self) -> None:
        document = docx.Document()
        document.core_properties.title = " Minutes of\n4 March "
        document.add_heading("Harbour Panel", 0)
        document.add_heading("Mooring fees", 2)
        document.add_paragraph("Officers would circulate the figures.")
        document.add_paragraph("")
        document.add_paragraph("Noted.\nAgreed.")

        source = source_of(document)

        assert source.text == (
            "Harbour Panel\n\nMooring fees\n\nOfficers would circulate the figures.\n\nNoted.\nAgreed."
        )
        assert [(line.kind, line.level) for line in source.lines][:3] == [(H, 1), (T, 0), (H, 2)]
        assert [line.number for line in source.lines] == list(range(1, 9))
        assert (source.kind, source.pages, source.title) == (SourceKind.DOCX, None, "Minutes of 4 March")

    def test_runs_links_fields_and_special_characters(self) -> None:
        source = written(
            "<w:p><w:r><w:t>The </w:t></w:r><w:hyperlink><w:r><w:t>clerk</w:t></w:r></w:hyperlink>"
            "<w:r><w:tab/><w:t>would\nre</w:t><w:noBreakHyphen/><w:t>write</w:t><w:softHyphen/><w:t>s</w:t></w:r>"
            "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText><w:t> 3</w:t></w:r>"
            "<w:fldSimple w:instr='DATE'><w:r><w:t> May</w:t></w:r></w:fldSimple>"
            "<w:r><w:sym w:font='Wingdings' w:char='F0FC'/><w:sym w:char='F041'/><w:sym w:char='x'/></w:r>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
            "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>.</w:t></w:r></w:p>"
        )

        assert source.text == "The clerk would re-writes 3 May✓."

    def test_tracked_changes_are_read_as_accepted(self) -> None:
        source = written(
            "<w:p><w:r><w:t>Fees </w:t></w:r><w:del><w:r><w:delText>fall</w:delText><w:t>!</w:t></w:r></w:del>"
            "<w:ins><w:r><w:t>rise</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom></w:p>"
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p>"
            "<w:ins><w:p><w:r><w:t>New</w:t></w:r></w:p></w:ins>"
        )

        assert source.text == "Fees rise\n\nNew"

    def test_content_controls_and_text_boxes(self) -> None:
        box = f"<w:txbxContent>{p('In the box')}</w:txbxContent>"
        source = written(
            f"<w:sdt><w:sdtPr/><w:sdtContent>{p('In a control')}</w:sdtContent></w:sdt>"
            "<w:p><w:sdt><w:sdtContent><w:r><w:t>Inline</w:t></w:r></w:sdtContent></w:sdt><w:r>"
            f"<mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
            f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
            "<w:t> text</w:t></w:r></w:p>"
        )

        assert [words for _, words in shown(source)] == ["In a control", "Inline text", "In the box"]

    def test_a_table_of_contents_is_furniture(self) -> None:
        source = written(
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
            f"<w:sdtContent>{p('1. Apologies 2')}</w:sdtContent></w:sdt>{p('Apologies')}"
        )

        assert shown(source) == [(F, "1. Apologies 2"), (T, "Apologies")]

    def test_running_heads_and_feet_come_once_at_the_end_as_furniture(self) -> None:
        document = docx.Document()
        document.add_paragraph("Noted.")
        document.add_section().header.is_linked_to_previous = False
        document.add_paragraph("Agreed.")
        first, second = document.sections
        first.header.paragraphs[0].text = second.header.paragraphs[0].text = "Harbour Panel"
        first.footer.paragraphs[0].text = "Page 1"
        first.first_page_header.paragraphs[0].text = "First page"
        running = [(F, "Harbour Panel"), (F, "Page 1")]

        assert shown(source_of(document)) == [(T, "Noted."), (T, "Agreed."), *running]

        first.different_first_page_header_footer = True
        assert sorted(shown(source_of(document))[2:]) == sorted([(F, "First page"), *running])

    def test_an_outline_level_makes_a_heading(self) -> None:
        source = written(p("Fees", "<w:outlineLvl w:val='1'/>") + p("Text", "<w:outlineLvl w:val='9'/>"))

        assert [(line.kind, line.level) for line in source.lines if line.span.of(source.text)] == [(H, 2), (T, 0)]


class TestTables:
    def test_tables_stand_in_reading_order_with_their_cells(self) -> None:
        document = docx.Document()
        document.add_paragraph("Before")
        table = document.add_table(rows=2, cols=3)
        for index, text in enumerate(["Item", "Action", "By", "Hedge", "", "Clerk"]):
            table.cell(index // 3, index % 3).text = text
        table.cell(1, 1).text = "Cut it.\nSoon."
        document.add_paragraph("After")

        source = source_of(document)

        assert source.text == "Before\n\nItem | Action | By\nHedge\nCut it.\nSoon.\nClerk\n\nAfter"
        assert cells(source) == [
            ("Before", None),
            ("Item", Cell(0, 0, 0)),
            ("Action", Cell(0, 0, 1)),
            ("By", Cell(0, 0, 2)),
            ("Hedge", Cell(0, 1, 0)),
            ("Cut it.", Cell(0, 1, 1)),
            ("Soon.", Cell(0, 1, 1)),
            ("Clerk", Cell(0, 1, 2)),
            ("After", None),
        ]

    def test_merged_cells_are_told_once_and_counted(self) -> None:
        document = docx.Document()
        table = document.add_table(rows=2, cols=3)
        for index, text in enumerate("abcdef"):
            table.cell(index // 3, index % 3).text = text
        table.cell(0, 0).merge(table.cell(1, 0)).text = "tall"
        table.cell(0, 1).merge(table.cell(0, 2)).text = "wide"

        assert cells(source_of(document)) == [
            ("tall", Cell(0, 0, 0)),
            ("wide", Cell(0, 0, 1)),
            ("e", Cell(0, 1, 1)),
            ("f", Cell(0, 1, 2)),
        ]

    def test_an_agenda_table_with_computed_numbers(self) -> None:
        document = docx.Document()
        table = document.add_table(rows=3, cols=2)
        for row, title in enumerate(["Apologies", "Fees", "Close"]):
            table.cell(row, 0).paragraphs[0].style = document.styles["List Number"]
            table.cell(row, 1).text = title
        table.cell(1, 1).add_paragraph("Noted.")

        source = source_of(document)

        assert shown(source) == [(T, "1. Apologies"), (T, "2. Fees"), (T, "Noted."), (T, "3. Close")]
        assert all(line.cell is None for line in source.lines)

    def test_a_table_in_a_cell_and_rows_in_wrappers(self) -> None:
        def row(*words: str) -> str:
            return "<w:tr>" + "".join(f"<w:tc>{word if '<' in word else p(word)}</w:tc>" for word in words) + "</w:tr>"

        inner = f"<w:tbl>{row('For', '3')}{row('Against', '2')}</w:tbl>"
        deleted = row("x", "y").replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")
        source = written(
            f"<w:tbl>{row('Vote', inner + p('Carried'), 'Chair')}{deleted}"
            f"<w:sdt><w:sdtContent>{row('Bench', 'Mend', 'Clerk')}</w:sdtContent></w:sdt></w:tbl>"
        )

        assert cells(source) == [
            ("Vote", Cell(0, 0, 0)),
            ("For", Cell(1, 0, 0)),
            ("3", Cell(1, 0, 1)),
            ("Against", Cell(1, 1, 0)),
            ("2", Cell(1, 1, 1)),
            ("Carried", Cell(0, 0, 1)),
            ("Chair", Cell(0, 0, 2)),
            ("Bench", Cell(0, 1, 0)),
            ("Mend", Cell(0, 1, 1)),
            ("Clerk", Cell(0, 1, 2)),
        ]


PAGE = "<w:br w:type='page'/>"
RENDERED = "<w:lastRenderedPageBreak/>"


def r(*parts: str) -> str:
    """A paragraph of words and breaks."""
    runs = (part if part.startswith("<") else f"<w:t>{part}</w:t>" for part in parts)
    return f"<w:p><w:r>{''.join(runs)}</w:r></w:p>"


class TestPages:
    @pytest.mark.parametrize(
        ("body", "pages"),
        [
            pytest.param(r("a") + r("b"), [None, None], id="nothing known"),
            pytest.param(r("a") + r(RENDERED, "b"), [1, 2], id="as Word laid it out"),
            pytest.param(r("a", PAGE) + r("b"), [1, 2], id="asked for"),
            pytest.param(r("a", PAGE) + r(RENDERED, "b"), [1, 2], id="asked for and laid out"),
            pytest.param(r("a", PAGE, "b"), [1, 2], id="within a paragraph"),
            pytest.param(r("a", RENDERED, "a") + r("b"), [1, 2], id="a paragraph belongs to the page it begins on"),
            pytest.param(r("a", PAGE) + r(PAGE) + r("b"), [1, 3], id="a blank page"),
            pytest.param(r(RENDERED, "a") + r("b"), [1, 1], id="before the first words"),
            pytest.param(r("a") + p("b", "<w:pageBreakBefore/>"), [1, 2], id="asked for by the paragraph"),
            pytest.param(p("a", "<w:sectPr/>") + r(RENDERED, "b"), [1, 2], id="a new section"),
        ],
    )
    def test_pages_are_counted_where_breaks_are_noted(self, body: str, pages: list[int | None]) -> None:
        source = written(body)

        assert [line.page for line in source.lines if line.span.of(source.text)] == pages
        assert source.pages == pages[-1]

    def test_a_section_that_goes_on_begins_no_page(self) -> None:
        document = docx.Document()
        document.add_paragraph("a")
        document.add_section(WD_SECTION_START.CONTINUOUS)
        document.add_paragraph("b")

        assert source_of(document).pages is None

    def test_a_row_over_a_page_s_end_is_counted_once(self) -> None:
        def cell(*parts: str) -> str:
            return f"<w:tc>{r(*parts)}</w:tc>"

        source = written(
            f"<w:tbl><w:tr>{cell('a')}{cell('b')}{cell('b')}</w:tr>"
            f"<w:tr>{cell(RENDERED, 'c')}{cell(RENDERED, 'd')}{cell(RENDERED, 'd')}</w:tr>"
            f"<w:tr>{cell('e')}{cell('f')}{cell('f')}</w:tr></w:tbl>"
        )

        assert [line.page for line in source.lines] == [1, 1, 1, 2, 2, 2, 2, 2, 2]
        assert source.pages == 2


class TestWhatIsNotRead:
    def test_footnotes_are_told(self) -> None:
        note = '<w:footnote w:id="{}"{}><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>'
        notes = note.format(0, ' w:type="separator"') + note.format(1, "") + note.format(2, "")
        relation = (
            '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"'
            ' Target="footnotes.xml"/></Relationships>'
        )
        document = docx.Document()
        document.add_paragraph("Noted.")
        data = with_part(
            saved(document),
            "word/_rels/document.xml.rels",
            lambda rels: rels.replace(b"</Relationships>", relation.encode()),
        )
        data = with_part(data, "word/footnotes.xml", lambda _: f"<w:footnotes {WORD}>{notes}</w:footnotes>".encode())

        source, problems = read(data)

        assert source.text == "Noted."
        assert [str(problem) for problem in problems] == [
            "minutes.docx: has 2 footnotes, which this program does not read. Check there for actions"
        ]
        assert not problems[0].fatal

    def test_an_embedded_document_is_told(self) -> None:
        document = docx.Document()
        document.element.body.insert(0, parse_xml(f'<w:altChunk {WORD} r:id="rId50"/>'))
        document.add_paragraph("Noted.")

        assert "has another document inside" in read(saved(document))[1][0].message


paragraph = st.tuples(
    st.sampled_from(["p", "heading", "number", "bullet", "table"]),
    st.text(alphabet="ab 1.\n\t|\xa0é", max_size=12),
)


@settings(deadline=None)
@given(st.lists(paragraph, max_size=8))
def test_every_line_lies_in_the_text_in_order(parts: list[tuple[str, str]]) -> None:
    document = docx.Document()
    for kind, text in parts:
        if kind == "table":
            table = document.add_table(rows=2, cols=2)
            table.cell(0, 0).text, table.cell(1, 1).text = text, f"{text}\n{text}"
        else:
            styles = {"p": "Normal", "heading": "Heading 1", "number": "List Number", "bullet": "List Bullet"}
            document.add_paragraph(text, style=styles[kind])

    source = source_of(document)

    assert_rendered(source)
    expected = sum(text.count("a") * (3 if kind == "table" else 1) for kind, text in parts)
    assert source.text.count("a") == expected
