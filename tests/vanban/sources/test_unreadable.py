"""Files that cannot be read are refused with a sentence that says what is wrong and what to do."""

import io
import os
import struct
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.vanban.documents import changed, packed, word_file
from vanban.sources import FORMATS, Unreadable, open_source, package, text
from vanban.sources.unreadable import SENTENCES

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
UNICODE = "Kế hoạch thực hiện nhiệm vụ của Ủy ban nhân dân huyện: Độc lập - Tự do - Hạnh phúc"


def refusal(folder: Path, name: str, data: bytes) -> Unreadable:
    path = folder / name
    path.write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        open_source(path)
    return caught.value


def plan(folder: Path) -> Path:
    return word_file(folder, lambda document: document.add_paragraph("KẾ HOẠCH") and None)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("plan.txt", b"", "empty"),
        ("plan.docx", b"", "empty"),
        ("plan.txt", b" \r\n\t\n", "no-text"),
        ("plan.pptx", b"PK", "unknown-format"),
        ("plan", b"abc", "unknown-format"),
        ("plan.txt", b"%PDF-1.7\n", "wrong-kind"),
        ("plan.txt", b"PK\x03\x04\x14\x00", "wrong-kind"),
        ("plan.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "wrong-kind"),
        ("plan.txt", bytes(range(256)), "binary"),
        ("plan.txt", b"KE HOACH\x00\x01", "binary"),
        ("plan.xlsx", b"not a zip at all", "not-xlsx"),
        ("plan.xlsx", OLE + b"\x00" * 512 + "Workbook".encode("utf-16-le"), "old-excel"),
        ("plan.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        ("plan.doc", b"", "empty"),
        ("plan.doc", b"neither Word nor text\x00", "not-office"),
        ("plan.odt", b"no zip", "not-office"),
        ("plan.rtf", b"no rtf", "not-office"),
        ("plan.txt", b"\xff\xfe\x00", "binary"),
        ("plan.txt", b"caf\xe9 au lait", "not-unicode"),
        ("plan.docx", b"not a zip at all", "not-docx"),
        ("plan.docx", b"PK\x03\x04 and then nothing", "damaged"),
        ("plan.docx", OLE + b"\x00" * 512 + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        ("plan.docx", OLE + b"\x00" * 512, "encrypted"),
        ("plan.docx", OLE + b"\x00" * 512 + "WordDocument".encode("utf-16-le"), "old-word"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(
    tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    assert refusal(tmp_path, name, data).code == code


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_with_its_mark_and_utf16_without(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "plan.TXT"
    path.write_bytes(f"{UNICODE}\r\nhai\rba".encode(mark))

    assert [line.text for line in open_source(path).blocks] == [UNICODE, "hai", "ba"]  # type: ignore[union-attr]


def test_a_form_feed_begins_a_page(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("một\n\fhai\nba", encoding="utf-8")

    source = open_source(path)

    assert [(line.text, line.page) for line in source.blocks] == [("một", 1), ("hai", 2), ("ba", 2)]  # type: ignore[union-attr]


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"plan\.txt"):
        open_source(tmp_path / "plan.txt")


@pytest.mark.parametrize("name", ["plan.txt", "plan.docx"])
def test_a_file_of_300_megabytes_is_refused_without_reading_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(300_000_000)

    with pytest.raises(Unreadable) as caught:
        open_source(path)

    assert caught.value.code == "too-large"
    assert "300 MB" in caught.value.sentence()


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = plan(tmp_path)
    changed(path, "word/document.xml", lambda data: data + b" " * 30_000_000)

    with pytest.raises(Unreadable) as caught:
        open_source(path)

    assert caught.value.code == "too-big-inside"


def test_many_parts_that_unpack_to_more_than_is_safe_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "LARGEST_TOTAL", 10_000)

    with pytest.raises(Unreadable, match="safe"):
        open_source(plan(tmp_path))


def test_a_part_that_hides_its_size_is_refused(tmp_path: Path) -> None:
    """The zip says 100 bytes; what is packed unpacks to more."""
    path = plan(tmp_path)
    with zipfile.ZipFile(path) as container:
        info = container.getinfo("word/document.xml")
    data = bytearray(path.read_bytes())
    at = data.rfind(b"word/document.xml") - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    data[at + 24 : at + 28] = struct.pack("<I", 100)
    assert info.file_size > 100

    assert refusal(tmp_path, "document.docx", bytes(data)).code == "damaged"


def test_entities_are_never_resolved(tmp_path: Path) -> None:
    path = plan(tmp_path)
    doctype = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    changed(
        path,
        "word/document.xml",
        lambda data: data.replace(b"<w:document", doctype + b"<w:document", 1),
    )

    with pytest.raises(Unreadable) as caught:
        open_source(path)

    assert caught.value.code == "damaged"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_word_file_cut_short_is_damaged(tmp_path: Path, share: float) -> None:
    data = plan(tmp_path).read_bytes()

    assert refusal(tmp_path, "cut.docx", data[: int(len(data) * share)]).code == "damaged"


def test_broken_markup_is_damaged_and_names_the_part(tmp_path: Path) -> None:
    path = changed(plan(tmp_path), "word/document.xml", lambda data: data[: len(data) // 2])

    with pytest.raises(Unreadable, match=r"word/document\.xml"):
        open_source(path)


def test_a_word_file_without_its_text_part_is_damaged(tmp_path: Path) -> None:
    parts = {"[Content_Types].xml": b"<Types/>", "word/styles.xml": b"<styles/>"}

    with pytest.raises(Unreadable) as caught:
        open_source(packed(tmp_path / "plan.docx", parts))

    assert caught.value.code == "damaged"


def test_another_zip_is_no_word_file(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        open_source(packed(tmp_path / "plan.docx", {"photo.jpg": os.urandom(100)}))

    assert caught.value.code == "not-docx"


def test_a_zip_under_a_password_is_encrypted(tmp_path: Path) -> None:
    data = bytearray(plan(tmp_path).read_bytes())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1

    assert refusal(tmp_path, "locked.docx", bytes(data)).code == "encrypted"


def test_a_word_file_without_words_is_refused(tmp_path: Path) -> None:
    path = word_file(tmp_path, lambda document: document.add_paragraph(" ") and None)

    with pytest.raises(Unreadable) as caught:
        open_source(path)

    assert caught.value.code == "no-text"


def test_a_text_of_too_many_lines_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text, "MOST_LINES", 3)

    assert refusal(tmp_path, "plan.txt", b"a\nb\nc\nd\n").code == "too-long"


def test_a_text_that_is_not_broken_into_lines_is_refused(tmp_path: Path) -> None:
    data = b"KE HOACH\n" + b"x" * 5_000_000

    refused = refusal(tmp_path, "plan.txt", data)

    assert refused.code == "long-line"
    assert refused.values["line"] == "2"


def test_a_paragraph_that_has_no_end_is_refused(tmp_path: Path) -> None:
    path = word_file(tmp_path, lambda document: document.add_paragraph("x " * 30_000) and None)

    with pytest.raises(Unreadable) as caught:
        open_source(path)

    assert caught.value.code == "long-line"


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_every_refusal_has_two_sentences_with_the_same_values(code: str) -> None:
    vietnamese, english = SENTENCES[code]["vi"], SENTENCES[code]["en"]

    def values(sentence: str) -> set[str]:
        return {part.split("}")[0] for part in sentence.split("{")[1:]}

    assert values(vietnamese) == values(english)
    assert vietnamese.count(".") + vietnamese.count(":") >= 2, "what is wrong, and what to do"
    assert english.replace("“", "").replace("”", "").isascii()


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=600), suffix=st.sampled_from(sorted(FORMATS)))
def test_random_bytes_raise_nothing_but_unreadable(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"random{suffix}"
    path.write_bytes(data)
    with suppress(Unreadable):
        open_source(path)


@settings(max_examples=150, deadline=None)
@given(place=st.integers(0, 10**6), byte=st.integers(0, 255), cut=st.booleans())
def test_a_word_file_with_one_wrong_byte_raises_nothing_but_unreadable(
    tmp_path_factory: pytest.TempPathFactory, place: int, byte: int, cut: bool
) -> None:
    folder = tmp_path_factory.getbasetemp()
    whole = folder / "document.docx"
    data = bytearray((whole if whole.exists() else plan(folder)).read_bytes())
    data[place % len(data)] = byte
    broken = folder / "broken.docx"
    broken.write_bytes(bytes(data[: place % len(data)] if cut else data))
    with suppress(Unreadable):
        open_source(broken)


@settings(max_examples=60, deadline=None)
@given(markup=st.binary(max_size=300))
def test_random_markup_in_a_sound_zip_raises_nothing_but_unreadable(
    tmp_path_factory: pytest.TempPathFactory, markup: bytes
) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as container:
        container.writestr("word/document.xml", markup)
    path = tmp_path_factory.getbasetemp() / "markup.docx"
    path.write_bytes(buffer.getvalue())
    with pytest.raises(Unreadable):
        open_source(path)


@pytest.mark.parametrize("suffix", [".txt", ".html", ".docx", ".xlsx", ".pdf", ".png"])
def test_a_pipe_and_a_device_are_refused_unopened(tmp_path: Path, suffix: str) -> None:
    os.mkfifo(tmp_path / f"pipe{suffix}")
    (tmp_path / f"zeros{suffix}").symlink_to("/dev/zero")

    for name in ("pipe", "zeros"):
        with pytest.raises(Unreadable) as caught:
            open_source(tmp_path / f"{name}{suffix}")
        assert caught.value.code == "missing"


def test_a_part_of_nothing_but_elements_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "MOST_NODES", 20_000)
    path = changed(
        plan(tmp_path),
        "word/document.xml",
        lambda data: data.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 20_000),
    )

    with pytest.raises(Unreadable) as caught:
        open_source(path)

    assert caught.value.code == "too-much-inside"


def test_macros_are_found_whatever_their_part_is_called(tmp_path: Path) -> None:
    said = b'<Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    path = changed(
        plan(tmp_path), "[Content_Types].xml", lambda data: data.replace(b"</Types>", said)
    )

    with pytest.raises(Unreadable) as caught:
        open_source(path)

    assert caught.value.code == "macros"


def test_macros_are_found_however_their_part_is_written(tmp_path: Path) -> None:
    path = plan(tmp_path)
    with zipfile.ZipFile(path, "a") as container:
        container.writestr("word/VBAPROJECT.BIN", b"")

    with pytest.raises(Unreadable) as caught:
        open_source(path)

    assert caught.value.code == "macros"
