"""The PDF reader as a whole: what it says of files it cannot read, and what holds for every source."""

from __future__ import annotations

import hashlib
import logging
import zlib
from collections import Counter
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_builder import BOLD, LEFT, PdfBuilder, source_of, talk
from reportlab.lib.pdfencrypt import StandardEncryption  # type: ignore[import-untyped]  # reportlab ships no types

from actiontracker.read.limits import Limits
from actiontracker.read.pdf import read_pdf
from actiontracker.read.pdf_strips import strips
from actiontracker.records import LineKind, Problem, Source, SourceKind

OCR = "run {} through OCR, for example with ocrmypdf, and read the result"


def problems_of(data: bytes, limits: Limits | None = None) -> list[Problem]:
    """The problems of a file that gives no source."""
    source, problems = read_pdf(data, "pack.pdf", limits or Limits())
    assert source is None
    assert problems[-1].fatal
    return list(problems)


def pages(*kinds: str) -> bytes:
    """A PDF with a page of text, a picture, or nothing for every word."""
    pdf = PdfBuilder()
    for index, kind in enumerate(kinds):
        if kind == "text":
            pdf.paragraph(talk(index))
        elif kind == "picture":
            pdf.picture()
        if index + 1 < len(kinds):
            pdf.new_page()
    return pdf.bytes()


def with_content(content: bytes) -> bytes:
    """A PDF of one page, written by hand, whose packed content is `content`."""
    packed = zlib.compress(content)
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(packed), packed),
    )
    written = b"".join(b"%d 0 obj\n%b\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.4\n" + written + b"trailer << /Root 1 0 R /Size 5 >>\n%%EOF"


class TestSource:
    def test_what_it_says_of_the_file(self) -> None:
        pdf = PdfBuilder(title="Minutes of the Low Marsh Panel")
        pdf.paragraph(talk(1))
        data = pdf.bytes()
        source = source_of(data)

        assert (source.path, source.kind, source.pages) == ("minutes.pdf", SourceKind.PDF, 1)
        assert source.sha256 == hashlib.sha256(data).hexdigest()
        assert source.title == "Minutes of the Low Marsh Panel"

    def test_a_file_without_a_title(self) -> None:
        assert source_of(pages("text")).title is None

    def test_an_empty_page_is_no_problem(self) -> None:
        source = source_of(pages("text", "empty", "text"))

        assert source.pages == 3
        assert {line.page for line in source.lines} == {1, 3}


class TestProblems:
    def test_more_pages_than_the_limit(self) -> None:
        source, problems = read_pdf(pages("text", "text", "text"), "pack.pdf", Limits(max_pages=2))

        assert source is not None
        assert source.pages == 3
        assert {line.page for line in source.lines} == {1, 2}
        assert [str(problem) for problem in problems] == [
            "pack.pdf: has 3 pages, more than the limit: only the first 2 were read. Raise the limit or split the file"
        ]

    def test_some_pages_of_pictures(self) -> None:
        source, problems = read_pdf(pages("text", "picture", "picture", "text", "picture"), "pack.pdf", Limits())

        assert source is not None
        assert [str(problem) for problem in problems] == [
            f"pack.pdf: pages 2-3, 5 hold only pictures of text; {OCR.format('them')}"
        ]
        assert not problems[0].fatal

    def test_nothing_but_pictures(self) -> None:
        assert str(problems_of(pages("picture"))[0]) == (
            f"pack.pdf: page 1 holds only a picture of text; {OCR.format('it')}"
        )

    def test_nothing_at_all(self) -> None:
        assert "holds no text" in problems_of(pages("empty"))[0].message

    def test_a_password(self) -> None:
        pdf = PdfBuilder(options={"encrypt": StandardEncryption("secret", "more secret", strength=128)})
        pdf.paragraph(talk(1))
        (problem,) = problems_of(pdf.bytes())

        assert problem.message == (
            "is protected by a password. "
            "Open it with the password, print or save it as a PDF without one, and read that"
        )

    def test_encrypted_but_open_to_everybody(self) -> None:
        pdf = PdfBuilder(options={"encrypt": StandardEncryption("", "secret", strength=128)})
        pdf.paragraph(talk(1))

        assert talk(1)[:40] in source_of(pdf).text

    @pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.4\n%%EOF", b"PK\x03\x04", bytes(range(256)) * 9])
    def test_broken_files(self, data: bytes) -> None:
        (problem,) = problems_of(data)

        assert "damaged" in problem.message
        assert "save it again" in problem.message or "ask for the file again" in problem.message

    def test_a_small_file_that_unpacks_to_a_very_large_one(self) -> None:
        data = with_content(b" " * 3_000_000)
        (problem,) = problems_of(data, Limits(max_unpacked=2 * 1024 * 1024))

        assert len(data) < 10_000
        assert problem.message.startswith("unpacks to more than the limit of 2 MiB")

    def test_letters_that_the_file_does_not_name(self) -> None:
        inner = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd /FontDescriptor << /Type /FontDescriptor >> >>"
        font = b"<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts [ %b ] >>" % inner
        data = with_content(b"BT /F 12 Tf 72 700 Td <0041004200430044> Tj ET").replace(
            b"/Resources << >>", b"/Resources << /Font << /F %b >> >>" % font
        )
        source, problems = read_pdf(data, "pack.pdf", Limits())

        assert source is not None
        assert [problem.message for problem in problems] == [
            f"page 1 has letters that the file draws but does not name; {OCR.format('it')}"
        ]

    def test_one_broken_page_does_not_take_the_others_with_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(
            "actiontracker.read.pdf_file.strips", lambda page, words: strips(page, words) if page != 2 else 1 / 0
        )
        source, problems = read_pdf(pages("text", "text", "text"), "pack.pdf", Limits())

        assert source is not None
        assert {line.page for line in source.lines} == {1, 3}
        assert problems[0].message.startswith("page 2 is damaged and was left out")

    def test_nothing_reaches_the_terminal(
        self, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
    ) -> None:
        logger = logging.getLogger("pdfminer")
        broken = with_content(b"q Q BT /None 12 Tf (x) Tj ET Q Q W* garbage ][ 1 0 0 rg /Pattern cs /P0 scn")
        read_pdf(pages("text")[:-400], "pack.pdf", Limits())
        read_pdf(broken, "pack.pdf", Limits())
        logger.warning("said by the library at another time")

        assert capfd.readouterr() == ("", "")
        assert [record.getMessage() for record in caplog.records] == ["said by the library at another time"]


# --- what holds for every file ----------------------------------------------------------------------------------------


def check(source: Source) -> None:
    """Spans lie in the text, in order, apart from each other, on one line each; furniture comes last."""
    end = 0
    for line in source.lines:
        assert end <= line.span.start <= line.span.end <= len(source.text)
        assert "\n" not in line.span.of(source.text)
        assert line.page is not None
        assert line.number >= 1
        end = line.span.end
    outside = list(source.text)
    for line in source.lines:
        outside[line.span.start : line.span.end] = " " * (line.span.end - line.span.start)
    assert set("".join(outside)) <= set("\n |")
    kinds = [line.kind is LineKind.FURNITURE for line in source.lines if line.span.start < line.span.end]
    assert kinds == sorted(kinds)


WORDS = ("The", "panel", "agreed", "to", "let", "mill,", "weir.", "It", "(a)", "3.", "12", "RESOLVED:", "and")
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60)
parts = st.one_of(
    st.tuples(st.just("text"), words),
    st.tuples(st.just("heading"), words),
    st.tuples(st.just("bullet"), words),
    st.tuples(st.just("table"), words),
    st.tuples(st.just("columns"), words),
    st.tuples(st.just("action"), words),
    st.tuples(st.just("page"), words),
)


def drawn(plan: list[tuple[str, list[str]]]) -> tuple[PdfBuilder, Counter[str]]:
    """A PDF with these parts, and how often each letter was drawn."""
    pdf = PdfBuilder()
    letters: Counter[str] = Counter()
    for kind, own in plan:
        text = " ".join(own)
        letters.update("".join(own))
        if kind == "heading":
            pdf.paragraph(text, font=BOLD, size=14)
        elif kind == "bullet":
            pdf.bullet("-", text)
            letters.update("-")
        elif kind == "table":
            pdf.table([["Item", text], ["1", text]], [60, 300])
            letters.update("Item1" + "".join(own))
        elif kind == "columns":
            pdf.paragraph(text, width=200)
            pdf.y -= 20
            pdf.paragraph(text, x=LEFT + 240, width=200)
            letters.update("".join(own))
        elif kind == "action":
            pdf.put(LEFT + 400, pdf.y, "Action", BOLD)
            pdf.y += 20
            pdf.paragraph(text, width=350, beside=[(0, LEFT + 400, "Clerk")])
            letters.update("ActionClerk")
        else:
            pdf.paragraph(text)
            if kind == "page":
                pdf.new_page()
    return pdf, letters


@settings(max_examples=40, deadline=None)
@given(st.lists(parts, min_size=1, max_size=8))
def test_no_letter_is_lost_or_made_up_and_every_span_holds(plan: list[tuple[str, list[str]]]) -> None:
    pdf, letters = drawn(plan)
    source = source_of(pdf)

    check(source)
    assert Counter("".join(source.text.split()).replace("|", "")) == letters


@cache
def sample() -> bytes:
    """A small file with something of everything."""
    plan = [
        (kind, talk(index).split()[:12]) for index, kind in enumerate(("heading", "text", "table", "bullet", "action"))
    ]
    return drawn(plan)[0].bytes()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    cut=st.integers(0, len(sample())),
    flips=st.lists(st.tuples(st.integers(0, len(sample()) - 1), st.integers(0, 7)), max_size=40),
)
def test_damaged_bytes_never_raise(cut: int, flips: list[tuple[int, int]]) -> None:
    data = bytearray(sample())
    for place, bit in flips:
        data[place] ^= 1 << bit
    for broken in (bytes(data), bytes(data[:cut])):
        source, problems = read_pdf(broken, "pack.pdf", Limits())
        if source is None:
            assert any(problem.fatal for problem in problems)
        else:
            check(source)
