"""The dispatcher: what it takes in, what it refuses and in which words, and that nothing makes it raise."""

import io
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading import assert_sound

from actiontracker.read import Limits, read, read_path
from actiontracker.records import Problem, SourceKind

PAGE = b"""<!DOCTYPE html><html><head><title>Minutes</title></head><body><main><h1>Tollerby Town Council</h1>
<ol type=a><li>The clerk would write to the school.<li>Noted.</ol>
<table><tr><th>Item<th>Action by<tr><td>Hedge<td>Clerk<tr><td>Bench<td>Cllr Oake</table></main></body></html>"""


def word_file() -> bytes:
    document = docx.Document()
    document.add_heading("Tollerby Town Council", 1)
    document.add_paragraph("The clerk would write to the school.", style="List Number")
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Hedge", "Clerk"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


WORD = word_file()


def problems_of(data: bytes, name: str, limits: Limits | None = None) -> tuple[Problem, ...]:
    source, problems = read(data, name, limits or Limits())
    assert (source is None) == any(problem.fatal for problem in problems)
    return problems


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"The clerk would write to the school.\n", SourceKind.TEXT),
        (PAGE, SourceKind.HTML),
        (WORD, SourceKind.DOCX),
    ],
)
def test_a_file_is_read_as_what_it_is_whatever_its_name(data: bytes, kind: SourceKind) -> None:
    source, problems = read(data, "minutes.of.may")

    assert source is not None
    assert source.kind is kind
    assert source.path == "minutes.of.may"
    assert "The clerk would write to the school." in source.text
    assert problems == ()
    assert_sound(source)


def test_the_sum_is_of_the_bytes_so_that_the_same_file_is_known_again() -> None:
    source, _ = read(b"abc", "a.txt")

    assert source is not None
    assert source.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_wrong_ending_is_told_and_the_file_is_read() -> None:
    source, problems = read(PAGE, "minutes.pdf")

    assert source is not None
    assert [str(problem) for problem in problems] == [
        "minutes.pdf: is called .pdf but is a web page; it was read as a web page"
    ]
    assert not problems[0].fatal


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \r\n\t \n", "is empty"),
        ("\xa0\n\u2003".encode(), "holds no text"),
        (b"<html><head><title>x</title></head><body><script>1</script></body></html>", "holds no text"),
    ],
)
def test_a_file_without_text_is_a_problem(data: bytes, message: str) -> None:
    (problem,) = problems_of(data, "minutes.txt")[-1:]

    assert problem.fatal
    assert message in problem.message


def test_a_file_over_the_limit_is_refused_and_one_at_the_limit_is_read() -> None:
    limits = Limits(max_bytes=1024)

    (problem,) = problems_of(b"x" * 1025, "a.txt", limits)
    assert "is larger than the limit of 0.0009766 MiB. Split it, or raise the limit" in problem.message
    assert problems_of(b"x" * 1024, "a.txt", limits) == ()


def test_what_a_parser_trips_over_becomes_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(*_: object) -> None:
        raise RecursionError("maximum recursion depth exceeded\nin comparison")

    monkeypatch.setattr("actiontracker.read.html.parse", trip)
    (problem,) = problems_of(PAGE, "a.html")

    assert problem.fatal
    assert str(problem).startswith("a.html: cannot be read: maximum recursion depth exceeded. It may be damaged")


def test_a_pdf_goes_to_its_own_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[bytes, str, Limits]] = []

    def read_pdf(data: bytes, path: str, limits: Limits) -> tuple[None, tuple[Problem, ...]]:
        seen.append((data, path, limits))
        return None, (Problem(path, "is protected by a password", fatal=True),)

    monkeypatch.setitem(sys.modules, "actiontracker.read.pdf", SimpleNamespace(read_pdf=read_pdf))
    limits = Limits(max_pages=3)

    assert problems_of(b"%PDF-1.7\n", "a.pdf", limits) == (Problem("a.pdf", "is protected by a password", fatal=True),)
    assert seen == [(b"%PDF-1.7\n", "a.pdf", limits)]


class TestPaths:
    def test_a_file_is_read_from_its_path(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(b"Noted.\n")

        source, problems = read_path(str(path))

        assert source is not None
        assert (source.path, source.text, problems) == (str(path), "Noted.\n", ())

    def test_a_dash_reads_standard_input(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"Noted.\n")))

        source, _ = read_path("-")

        assert source is not None
        assert (source.path, source.text) == ("-", "Noted.\n")

    def test_no_more_than_the_limit_is_taken_in(self, monkeypatch: pytest.MonkeyPatch) -> None:
        stream = io.BytesIO(b"x" * 5000)
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=stream))

        source, problems = read_path("-", Limits(max_bytes=100))

        assert source is None
        assert "is larger than the limit" in problems[0].message
        assert stream.tell() == 101

    def test_a_file_one_byte_over_the_limit_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(b"x" * 101)

        assert read_path(str(path), Limits(max_bytes=100))[0] is None
        assert read_path(str(path), Limits(max_bytes=101))[0] is not None

    def test_a_missing_file_and_a_folder_are_problems(self, tmp_path: Path) -> None:
        missing = tmp_path / "missing.txt"

        assert read_path(str(missing)) == (
            None,
            (Problem(str(missing), "there is no such file. Check the name", fatal=True),),
        )
        assert read_path(str(tmp_path))[1][0].message == "is a folder, not a file. Name the files in it"

    def test_a_file_that_may_not_be_opened_is_a_problem(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)

        source, problems = read_path(str(tmp_path / "a.txt"))

        assert source is None
        assert problems[0].fatal
        assert problems[0].message.startswith("may not be opened. Check who may read it")

    def test_a_name_that_no_system_allows_is_a_problem(self) -> None:
        source, problems = read_path("a\0b")

        assert source is None
        assert problems[0].message.startswith("cannot be opened")


def assert_does_not_raise(data: bytes) -> None:
    source, problems = read(data, "any", Limits(max_unpacked=10_000_000))
    assert (source is None) == any(problem.fatal for problem in problems)
    if source is not None:
        assert_sound(source)


@given(st.binary(max_size=400))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    assert_does_not_raise(data)


@given(
    st.sampled_from([b"<html>", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"<!--"]), st.binary()
)
def test_no_bytes_behind_a_signature_make_it_raise(head: bytes, rest: bytes) -> None:
    assert_does_not_raise(head + rest)


@given(st.text(alphabet=st.sampled_from("<>/=\"' -!&;abdefhilmnoprstuv1|\n\r\f\x00\xa0"), max_size=300))
def test_no_tag_soup_makes_it_raise(soup: str) -> None:
    assert_does_not_raise(f"<html><body>{soup}".encode())


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """`whole` cut off somewhere, or with some of its bytes changed."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(0, 8))):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    return bytes(data[: draw(st.integers(0, len(data)))]) if draw(st.booleans()) else bytes(data)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(damaged(WORD))
def test_no_damaged_word_file_makes_it_raise(data: bytes) -> None:
    assert_does_not_raise(data)


@settings(deadline=None)
@given(damaged(PAGE))
def test_no_damaged_page_makes_it_raise(data: bytes) -> None:
    assert_does_not_raise(data)


def unpacked_body(data: bytes) -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")


BODY = unpacked_body(WORD)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(damaged(BODY))
def test_no_damaged_part_of_a_word_file_makes_it_raise(body: bytes) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORD)) as whole, zipfile.ZipFile(stream, "w") as copy:
        for name in whole.namelist():
            copy.writestr(name, body if name == "word/document.xml" else whole.read(name))
    assert_does_not_raise(stream.getvalue())
