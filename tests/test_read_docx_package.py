"""Word files that are odd, damaged or hostile."""

import docx
import pytest
from docx.oxml.ns import qn
from word_files import read, saved, with_part

from actiontracker.errors import UnreadableFileError
from actiontracker.read.docx import read_docx
from actiontracker.read.docx_package import Package
from actiontracker.read.limits import Limits

NOTED = saved(docx.Document())


def test_macros_and_missing_parts_are_no_reason_to_stop() -> None:
    document = docx.Document()
    document.add_paragraph("Noted.")
    data = with_part(
        saved(document),
        "word/_rels/document.xml.rels",
        lambda rels: rels.replace(b'Target="styles.xml"', b'Target="NULL"'),
    )
    data = with_part(data, "[Content_Types].xml", lambda types: types.replace(b"wordprocessingml", b"macro"))

    assert read(data)[0].text == "Noted."


def test_styles_that_are_based_on_each_other_end_somewhere() -> None:
    document = docx.Document()
    document.add_paragraph("Noted.", style="List Number")
    for name, base in [("List Number", "ListBullet"), ("List Bullet", "ListNumber")]:
        based_on = document.styles[name].element.find(qn("w:basedOn"))
        based_on.set(qn("w:val"), base)

    assert read(saved(document))[0].text == "1. Noted."


def test_strict_names_are_understood() -> None:
    document = docx.Document()
    document.add_paragraph("Noted.")
    data = with_part(
        saved(document),
        "word/document.xml",
        lambda xml: xml.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    )

    assert read(data)[0].text == "Noted."


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 nothing more", r"is damaged \(File is not a zip file\)\. Open it in Word, save it again"),
        (NOTED[:-200], r"is damaged"),
        (with_part(NOTED, "word/document.xml", lambda xml: xml[:-20]), r"is damaged \(.+\)\. Open it in Word"),
        (with_part(NOTED, "_rels/.rels", lambda _: b"<Relationships/>"), r"holds no document\. Open it in Word"),
        (with_part(NOTED, "_rels/.rels", lambda xml: xml.replace(b"document.xml", b"gone.xml")), r"holds no document"),
    ],
)
def test_a_damaged_file_is_refused_with_the_next_step(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableFileError, match=message):
        read(data)


def test_entities_are_refused_and_never_resolved() -> None:
    bomb = b'<!DOCTYPE b [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    data = with_part(NOTED, "word/document.xml", lambda xml: xml.replace(b"<w:document", bomb + b"<w:document", 1))

    with pytest.raises(UnreadableFileError, match="declares XML entities"):
        read(data)


def test_an_encrypted_member_is_protected() -> None:
    data = bytearray(NOTED)
    head = data.rfind(b"PK\x01\x02")
    data[head + 8] |= 1

    with pytest.raises(UnreadableFileError, match=r"is protected by a password\. Save it without the password"):
        read(bytes(data))


def test_a_file_that_unpacks_to_too_much_is_refused_by_its_directory() -> None:
    data = with_part(NOTED, "word/media/image1.png", lambda _: bytes(30_000_000))
    assert len(data) < 200_000

    with pytest.raises(UnreadableFileError, match=r"unpacks to more than the limit of 28\.61 MiB\. Raise the limit"):
        read_docx(data, "a.docx", Limits(max_unpacked=30_000_000))
    assert read_docx(data, "a.docx", Limits(max_unpacked=31_000_000))


def test_a_directory_that_lies_about_sizes_is_not_believed() -> None:
    document = docx.Document()
    document.add_paragraph("x" * 3_000_000)
    data = bytearray(saved(document))
    name = b"word/document.xml"
    entry = data.rfind(b"PK\x01\x02", 0, data.rfind(name))
    data[entry + 24 : entry + 28] = (100).to_bytes(4, "little")

    with pytest.raises(UnreadableFileError, match=r"is damaged|unpacks to more"):
        read_docx(bytes(data), "a.docx", Limits(max_unpacked=1_000_000))


def test_parts_are_counted_while_they_unpack() -> None:
    package = Package(NOTED, Limits())
    package._left = 5000
    assert package.xml("_rels/.rels") is package.xml("_rels/.rels")

    with pytest.raises(UnreadableFileError, match="unpacks to more than the limit"):
        package.xml("word/styles.xml")
