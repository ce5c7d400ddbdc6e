"""Web pages: the text a browser would show, encodings, lists, hostile pages."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import H, L, T, assert_rendered, shown
from web_pages import source_of

from actiontracker.errors import UnreadableFileError
from actiontracker.read.html import read_html
from actiontracker.records import SourceKind


class TestText:
    def test_running_text_is_joined_as_a_browser_shows_it(self) -> None:
        source = source_of("<p>The <b>cl</b>erk\n   would <a href=x>write</a><!-- who --> to <i>them</i>.\t</p>")

        assert source.text == "The clerk would write to them."
        assert source.kind is SourceKind.HTML
        assert source.pages is None

    def test_paragraphs_are_apart_and_breaks_are_not(self) -> None:
        source = source_of("<p>One<br>two<br/><br>three</p><p>Four<div>five</div>six<hr>seven")

        assert source.text == "One\ntwo\n\nthree\n\nFour\n\nfive\nsix\n\nseven"
        assert [line.number for line in source.lines] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]

    def test_no_break_spaces_stay_and_paragraphs_of_nothing_else_go(self) -> None:
        source = source_of("<p>1.&nbsp;&nbsp; Noted</p><p>&nbsp;</p><p> </p><p>End&nbsp;</p>")

        assert source.text == "1.\xa0\xa0 Noted\n\nEnd\xa0"

    def test_preformatted_text_keeps_its_lines(self) -> None:
        assert source_of("<pre>Present:\n   Jo Oake\n\nNoted  .</pre>").text == "Present:\n   Jo Oake\nNoted  ."

    def test_what_a_browser_hides_is_left_out(self) -> None:
        source = source_of(
            "<p>Shown <script>a()</script>on<style>p{}</style>ly<span hidden>x</span>"
            "<span style='display: none'>y</span>"
            "<select><option>z</select> this</p><template><p>no</p></template><noscript>no</noscript>"
        )

        assert source.text == "Shown only this"

    def test_much_hidden_text_is_told(self) -> None:
        page = "<p>Shown.</p><div hidden>{}</div><script>var a = 'not a word of this counts';</script><!-- nor this -->"

        source, problems = read_html(page.format("closed <b>section</b> " * 50).encode(), "page.html")

        advice = "If they are minutes, open its closed sections and save it again"
        assert source.text == "Shown."
        assert [(problem.message, problem.fatal) for problem in problems] == [
            (f"hides 100 words, which were not read. {advice}", False)
        ]
        assert read_html(page.format("closed section " * 49).encode(), "page.html")[1] == ()

    def test_the_title_is_the_declared_one(self) -> None:
        assert source_of("<p>x", "<title>\n Minutes &amp; notes \n</title>").title == "Minutes & notes"
        assert source_of("<p>x", "<title> </title>").title is None
        assert source_of("<p>x").title is None

    def test_headings_have_levels(self) -> None:
        source = source_of("<h1>Tollerby <em>Town</em> Council</h1>text<h3>4. Highways</h3>")

        assert [(line.level, line.kind) for line in source.lines if line.span.start < line.span.end] == [
            (1, H),
            (0, T),
            (3, H),
        ]


class TestEncodings:
    @pytest.mark.parametrize(
        "data",
        [
            "<p>£20 € “agreed”".encode(),
            b'<meta charset="windows-1252"><p>\xa320 \x80 \x93agreed\x94',
            b'<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1"><p>\xa320 \x80 \x93agreed\x94',
            b'<?xml version="1.0" encoding="windows-1252"?><html><p>\xa320 \x80 \x93agreed\x94',
            b"\xef\xbb\xbf<meta charset=iso-8859-1><p>" + "£20 € “agreed”".encode(),
            b"<meta charset=iso-8859-1><p>" + "£20 € “agreed”".encode(),
            "<meta charset=utf-8><p>£20 € “agreed”".encode("utf-16"),
            b"<p>&pound;20 &#8364; &ldquo;agreed&#x201d;",
        ],
    )
    def test_every_way_to_say_it(self, data: bytes) -> None:
        source, problems = read_html(data, "page.html")

        assert source.text == "£20 € “agreed”"
        assert problems == ()

    @pytest.mark.parametrize("label", ["", "<meta charset=utf-8>", "<meta charset=nonsense>", "<meta charset=zlib>"])
    def test_what_is_not_utf_8_is_read_as_windows_text_and_told(self, label: str) -> None:
        source, problems = read_html(label.encode() + b"<p>\xa320", "page.html")

        assert source.text == "£20"
        assert "was read as Windows text (cp1252)" in problems[0].message


class TestLists:
    def test_markers_are_written_out(self) -> None:
        source = source_of(
            "<ul><li>one<li>two<ol type=a><li>sub<li>sub</ol></ul>"
            "<ol start=9><li>nine<li value=20>twenty<li>on</ol>"
            "<ol style='list-style-type: upper-roman'><li>r<li>r</ol><ul style='list-style:none'><li>bare</ul>"
        )

        assert shown(source) == [
            (L, "• one"),
            (L, "• two"),
            (L, "a. sub"),
            (L, "b. sub"),
            (L, "9. nine"),
            (L, "20. twenty"),
            (L, "21. on"),
            (L, "I. r"),
            (L, "II. r"),
            (L, "bare"),
        ]
        assert [line.level for line in source.lines if line.kind is L] == [1, 1, 2, 2, 1, 1, 1, 1, 1, 1]
        assert source.text.startswith("• one\n• two\na. sub\nb. sub\n\n9. nine")

    def test_only_the_first_paragraph_of_an_item_is_the_item(self) -> None:
        source = source_of("<ol><li><p>First.</p><p>More of it.</p></li><li>Second<br>line</li></ol>")

        assert shown(source) == [(L, "1. First."), (T, "More of it."), (L, "2. Second"), (T, "line")]
        assert [line.level for line in source.lines if line.span.of(source.text) == "More of it."] == [1]

    def test_typed_markers_stay(self) -> None:
        assert shown(source_of("<p>(a) one</p><ul><li>1) two</ul>")) == [(T, "(a) one"), (L, "• 1) two")]

    def test_lists_that_word_wrote_as_paragraphs(self) -> None:
        item = "<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level2 lfo1'>"
        source = source_of(
            f"{item}<span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span>Hedge to be cut</p>"
            "<p class=MsoListParagraphCxSpLast>(b)&nbsp; Bench</p><p class=MsoListParagraph>Not marked.</p>"
        )

        assert shown(source) == [
            (L, "o\xa0\xa0 Hedge to be cut"),
            (L, "(b)\xa0 Bench"),
            (T, "Not marked."),
        ]
        assert [line.level for line in source.lines if line.kind is L] == [2, 1]

    def test_a_list_counts_down_and_stray_items_do_no_harm(self) -> None:
        source = source_of("<ol reversed><li>x<li>y<li></ol><p>after</p><li>stray")

        assert [words for _, words in shown(source)] == ["3. x", "2. y", "after", "stray"]


class TestHostilePages:
    def test_fonts_that_are_never_closed_are_no_reason_to_stop(self) -> None:
        page = "<p><font size=2><b>" * 400

        assert source_of(f"{page}Noted.").text == "Noted."

    def test_deep_nesting_is_refused_with_the_next_step(self) -> None:
        with pytest.raises(
            UnreadableFileError, match=r"nested to be read as a web page\. Open it in a browser, save it"
        ):
            source_of("<div>" * 100_000 + "x")

    def test_pictures_within_the_page_are_no_text(self) -> None:
        picture = "A" * 12_000_000

        assert source_of(f"<p>Noted.<img src='data:image/png;base64,{picture}'></p><p>End").text == "Noted.\n\nEnd"

    def test_a_text_beyond_the_parser_s_limit_is_refused(self) -> None:
        with pytest.raises(UnreadableFileError, match="too large"):
            source_of("<p>" + "word " * 2_500_000)

    def test_no_page_makes_the_reading_slow(self) -> None:
        soups = [
            "<p class='" + "a-" * 100_000 + "'>x",
            "<p style='" + "mso-list:" * 50_000 + "'>x",
            "<table><tr>" + "<td rowspan=65534 colspan=1000>x" * 300,
            "<ol start=99999999999999999999><li>x" + "<li type=i value=2147483647>y" * 100,
            "<b" * 100_000,
            "x<br>" * 20_000,
        ]
        for soup in soups:
            started = time.perf_counter()
            read_html(f"<html><body>{soup}".encode(), "page.html")
            assert time.perf_counter() - started < 5, soup[:30]


TAGS = ["p", "ul", "ol", "li", "table", "tr", "td", "th", "pre", "h2", "nav", "main", "div", "b"]


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["a", "b c", "&nbsp;", "\n", "&#13;", "&#12;", "\u2028", " ", "<br>"]
            + [f"<{tag}>" for tag in TAGS]
            + [f"</{tag}>" for tag in TAGS]
        ),
        max_size=60,
    )
)
def test_every_line_lies_in_the_text_in_order(tokens: list[str]) -> None:
    source, _ = read_html(("<html><body>" + "".join(tokens)).encode(), "page.html")

    assert_rendered(source)
    assert source.text.count("a") == tokens.count("a")
