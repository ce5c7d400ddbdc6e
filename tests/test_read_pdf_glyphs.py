"""Characters become words: blanks, gaps, ligatures, marks without a name, letters drawn twice."""

from __future__ import annotations

import pytest
from pdf_builder import BOLD, LEFT, REGULAR, UNICODE, PdfBuilder, body, source_of
from reportlab.pdfbase.pdfmetrics import stringWidth  # type: ignore[import-untyped]  # reportlab ships no types

from actiontracker.read.pdf_glyphs import Glyph, is_bold, join_glyphs, readable


@pytest.mark.parametrize(
    ("drawn", "text"),
    [
        ("a", "a"),
        ("\N{LATIN SMALL LIGATURE FI}", "fi"),
        ("\N{LATIN SMALL LIGATURE FFL}", "ffl"),
        ("\N{NO-BREAK SPACE}", " "),
        ("\N{EM SPACE}", " "),
        ("\t", " "),
        ("  ", " "),
        ("x ", "x"),
        ("\N{ZERO WIDTH SPACE}", ""),
        ("\N{SOFT HYPHEN}", "\N{SOFT HYPHEN}"),
        ("\x00", ""),
        ("\x92", "\N{RIGHT SINGLE QUOTATION MARK}"),
        ("\ud800", "\N{REPLACEMENT CHARACTER}"),
        ("\uf0b7", "\N{BULLET}"),
        ("(cid:127)", "\N{BULLET}"),
        ("(cid:3)", "\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_what_a_glyph_stands_for(drawn: str, text: str) -> None:
    assert readable(drawn) == text


@pytest.mark.parametrize(
    ("font", "bold"),
    [
        ("ABCDEF+Calibri-Bold", True),
        ("Arial,BoldItalic", True),
        ("BCDEEE+Arial-Black", True),
        ("Lato-Semibold", True),
        ("Arial-ItalicMT", False),
        ("TimesNewRomanPSMT", False),
    ],
)
def test_bold_fonts_are_known_by_their_names(font: str, bold: bool) -> None:
    assert is_bold(font) is bold


def letters(*pieces: tuple[str, float], base: float = 100.0, size: float = 10.0) -> list[Glyph]:
    """Letters five points wide; each piece is letters in a row and where the first stands."""
    glyphs = []
    for text, x in pieces:
        for index, letter in enumerate(text):
            x0 = x + 5 * index
            glyphs.append(Glyph(letter, x0, x0 + 5, base - 8, base + 2, base, size, "Arial"))
    return glyphs


@pytest.mark.parametrize(
    ("pieces", "words"),
    [
        ([("weir mill", 0)], ["weir", "mill"]),
        ([("weir", 0), ("mill", 22.5)], ["weir", "mill"]),
        ([("we", 0), ("ir", 10.5)], ["weir"]),
        ([("we", 0), ("ir", 8.0)], ["weir"]),
        (
            [("a n d so on that", 0), ("M", 200), ("I", 207.5), ("L", 215), ("L", 222.5)],
            ["a", "n", "d", "so", "on", "that", "MILL"],
        ),
        ([("w", 0), ("w", 0.4), ("e", 5), ("e", 5.4)], ["we"]),
        ([("weir", 100), ("mill", 0)], ["weir", "mill"]),
        ([], []),
    ],
)
def test_where_a_word_ends(pieces: list[tuple[str, float]], words: list[str]) -> None:
    assert [word.text for word in join_glyphs(letters(*pieces))] == words


def test_a_letter_and_its_accent_drawn_apart_are_one() -> None:
    assert [word.text for word in join_glyphs(letters(("cafe\N{COMBINING ACUTE ACCENT}", 0)))] == [
        "caf\N{LATIN SMALL LETTER E WITH ACUTE}"
    ]


class TestOnThePage:
    def test_ligatures_are_opened(self) -> None:
        pdf = PdfBuilder()
        pdf.put(LEFT, pdf.y, "The \N{LATIN SMALL LIGATURE FI}nal \N{LATIN SMALL LIGATURE FL}ow", UNICODE)

        assert body(source_of(pdf)) == "The final flow"

    def test_bold_made_by_drawing_twice_is_read_once(self) -> None:
        pdf = PdfBuilder()
        for shift in (0.0, 0.35):
            pdf.put(LEFT + shift, pdf.y, "The panel agreed the fee")

        assert body(source_of(pdf)) == "The panel agreed the fee"

    def test_raised_letters_stay_in_their_word(self) -> None:
        pdf = PdfBuilder()
        pdf.put(LEFT, pdf.y, "Held on the 12")
        x = LEFT + stringWidth("Held on the 12", REGULAR, 11)
        pdf.put(x, pdf.y - 4, "th", size=6.5)
        pdf.put(x + stringWidth("th ", REGULAR, 6.5) + 1, pdf.y, "of March")

        assert body(source_of(pdf)) == "Held on the 12th of March"

    def test_a_word_that_changes_its_font_is_one(self) -> None:
        pdf = PdfBuilder()
        pdf.put(LEFT, pdf.y, "R", BOLD, 14)
        pdf.put(LEFT + 10.3, pdf.y, "ESOLVED that", BOLD, 11)

        assert body(source_of(pdf)) == "RESOLVED that"

    def test_words_off_the_page_are_not_read(self) -> None:
        pdf = PdfBuilder()
        pdf.put(LEFT, pdf.y, "On the page")
        pdf.put(2000, pdf.y, "off the page")

        assert body(source_of(pdf)) == "On the page"
