"""Files are taken for what they hold, whatever they are called."""

from contextlib import suppress
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from hypothesis import example, given
from hypothesis import strategies as st

from tiendo.registers.contents import DOCX, ENDINGS, REFUSED, kind_of, media_type_of

PROGRAM = b"MZ\x90\x00\x03" + b"\x00" * 60
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


def archive(*names: str) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as made:
        for name in names:
            made.writestr(name, b"x")
    return file.getvalue()


def word_document() -> bytes:
    file = BytesIO()
    Document().save(file)
    return file.getvalue()


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le")


EXCEL = archive("[Content_Types].xml", "xl/workbook.xml")
MACROS = archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("bien ban.pdf", b"%PDF-1.7\n...", "application/pdf"),
        ("BIEN BAN.PDF", b"\xef\xbb\xbf%PDF-1.4", "application/pdf"),
        ("ảnh.png", PNG, "image/png"),
        ("ảnh.JPG", b"\xff\xd8\xff\xe0....", "image/jpeg"),
        ("ảnh.heic", b"\x00\x00\x00\x18ftypheic", "image/heic"),
        ("quyết định.docx", word_document(), DOCX),
        ("danh sách.xlsx", EXCEL, DOCX.replace("wordprocessingml.document", "spreadsheetml.sheet")),
        ("cũ.doc", stream("WordDocument"), "application/x-ole-storage"),
        ("ghi chép.txt", "Đã mở 02 lớp".encode(), "text/plain"),
        ("dài.txt", ("Đã mở 02 lớp " * 900).encode(), "text/plain"),
    ],
)
def test_documents_and_pictures_are_taken(name, content, kind) -> None:
    file = SimpleUploadedFile(name, content)
    assert media_type_of(file) == kind
    assert file.read() == content


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("danh sach.exe", PROGRAM, "program"),
        ("danh sach.pdf", PROGRAM, "program"),
        ("danh sach.docx", PROGRAM, "program"),
        ("cài đặt.doc", OLE, "program"),
        ("kịch bản.txt", b"#!/bin/sh\nrm -r /\n", "program"),
        ("có macro.docx", MACROS, "macros"),
        ("có macro.doc", stream("WordDocument_VBA_PROJECT"), "macros"),
        ("nén.zip", archive("a.exe"), "archive"),
        ("nén.docx", archive("a.exe"), "archive"),
        ("hỏng.docx", word_document()[:300], "damaged"),
        ("ảnh.pdf", PNG, "misnamed"),
        ("không đuôi", b"%PDF-1.7", "misnamed"),
        ("trang.txt", b"<html><script>alert(1)</script>", "unknown"),
        ("hình.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unknown"),
        ("lạ.pdf", bytes(range(1, 200)), "unknown"),
        ("trống.pdf", b"", "empty"),
        ("toàn số không.pdf", b"\0" * 100, "empty"),
    ],
)
def test_other_files_are_refused_with_a_reason(name, content, problem) -> None:
    with pytest.raises(ValidationError) as refused:
        media_type_of(SimpleUploadedFile(name, content))
    assert refused.value.code == problem
    assert name in refused.value.messages[0]


def test_a_file_above_20_megabytes_is_refused_unread() -> None:
    file = SimpleUploadedFile("lớn.pdf", b"%PDF-1.7")
    file.size = 20_000_001
    with pytest.raises(ValidationError, match="20 MB"):
        media_type_of(file)


@given(st.binary(max_size=300))
def test_any_bytes_are_of_a_known_kind_or_refused(head: bytes) -> None:
    assert kind_of(head) in ENDINGS.keys() | REFUSED.keys()


SHEET = archive("mimetype", "content.xml")


@given(
    st.lists(st.tuples(st.integers(0, len(SHEET) - 1), st.integers(0, 255)), min_size=1, max_size=4)
)
@example([(SHEET.index(b"PK\1\2") + 8, 1)])  # encrypted
@example([(SHEET.index(b"PK\1\2") + 10, 99)])  # packed in an unknown way
def test_an_archive_with_wrong_bytes_is_taken_or_refused_in_a_sentence(wrong) -> None:
    content = bytearray(SHEET)
    for place, byte in wrong:
        content[place] = byte
    with suppress(ValidationError):
        media_type_of(SimpleUploadedFile("bảng.ods", bytes(content)))


@given(st.binary(max_size=300), st.sampled_from([".pdf", ".docx", ".doc", ".txt", ".png", ""]))
def test_no_program_is_ever_taken(rest: bytes, ending: str) -> None:
    with pytest.raises(ValidationError):
        media_type_of(SimpleUploadedFile(f"tệp{ending}", b"MZ" + rest))
