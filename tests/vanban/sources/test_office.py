"""Files of other word processors are read through LibreOffice; without it one sentence names the package."""

import io
import shutil
import subprocess
import time
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument

from tests.vanban.documents import (
    add_numbering,
    labelled,
    number,
    packed,
    table_of,
    texts,
    word_file,
)
from vanban.sources import Unreadable, office, open_source

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = (
    OLE + b"\x00" * 504 + b"\xec\xa5\xc1\x00" + b"\x00" * 600 + "WordDocument".encode("utf-16-le")
)
FILTERS = {".doc": "doc:MS Word 97", ".odt": "odt", ".rtf": "rtf"}
with_office = pytest.mark.skipif(
    not shutil.which("soffice"), reason="lacks libreoffice: no LibreOffice"
)


def saved_as(path: Path, suffix: str) -> Path:
    """The Word file as LibreOffice saves it under another kind."""
    profile = (path.parent / "profile").as_uri()
    command = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        FILTERS[suffix],
    ]
    subprocess.run(
        [*command, "--outdir", str(path.parent), str(path)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return path.with_suffix(suffix)


def write(document: WordDocument) -> None:
    document.add_paragraph("KẾ HOẠCH trồng cây")
    add_numbering(
        document,
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )
    number(document, "MỤC TIÊU", 1)
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "TT", "Nhiệm vụ"
    table.cell(1, 0).text, table.cell(1, 1).text = "1", "Ươm cây"
    document.add_paragraph("CHỦ TỊCH")


@with_office
@pytest.mark.slow
@pytest.mark.parametrize("suffix", sorted(FILTERS))
def test_other_word_processors_are_read(tmp_path: Path, suffix: str) -> None:
    source = open_source(saved_as(word_file(tmp_path, write), suffix))

    printed = [text for text in texts(source) if text]
    assert (
        " | ".join(printed)
        == "KẾ HOẠCH trồng cây | MỤC TIÊU | TT | Nhiệm vụ | 1 | Ươm cây | CHỦ TỊCH"
    )
    assert len(table_of(source).rows) == 2
    assert labelled(source) == ["I. MỤC TIÊU"]


@with_office
@pytest.mark.slow
def test_what_libreoffice_cannot_convert_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.doc"
    path.write_bytes(WORD)
    monkeypatch.setattr(office, "SECONDS", 30)

    with pytest.raises(Unreadable) as caught:
        open_source(path)

    assert caught.value.code in ("office-failed", "no-text")


def has_ended(state: Path) -> bool:
    """Whether a process ends within some seconds: a signal takes a moment on a busy machine."""
    for _ in range(50):
        if not state.exists() or state.read_text().split()[2] == "Z":
            return True
        time.sleep(0.1)
    return False


def test_a_conversion_that_takes_too_long_is_ended_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {tmp_path}/child\nwait\n")
    program.chmod(0o755)
    monkeypatch.setattr(office, "SECONDS", 1)
    monkeypatch.setattr(shutil, "which", lambda name: str(program))
    (tmp_path / "plan.doc").write_bytes(WORD)

    with pytest.raises(Unreadable) as caught:
        open_source(tmp_path / "plan.doc")

    child = (tmp_path / "child").read_text().strip()
    assert caught.value.code == "office-slow"
    assert has_ended(Path(f"/proc/{child}/stat"))


def test_without_libreoffice_the_package_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    (tmp_path / "plan.doc").write_bytes(WORD)

    with pytest.raises(Unreadable) as caught:
        open_source(tmp_path / "plan.doc")

    assert "apt install libreoffice-writer-nogui" in caught.value.sentence("vi")


def test_a_password_is_told_before_anything_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    locked = bytearray(WORD)
    locked[512 + 11] = 1
    (tmp_path / "plan.doc").write_bytes(locked)
    manifest = b"<manifest:encryption-data/>"
    packed(
        tmp_path / "plan.odt",
        {"mimetype": office.OPEN_TEXT, "content.xml": b"?", "META-INF/manifest.xml": manifest},
    )

    for name in ("plan.doc", "plan.odt"):
        with pytest.raises(Unreadable) as caught:
            open_source(tmp_path / name)
        assert caught.value.code == "encrypted"


def test_files_under_a_wrong_name_are_read_for_what_they_are(tmp_path: Path) -> None:
    word = word_file(tmp_path, lambda document: document.add_paragraph("chữ") and None)
    word.rename(tmp_path / "word.doc")
    (tmp_path / "page.doc").write_text("<html><body><p>chữ</p></body></html>", encoding="utf-8")

    assert texts(open_source(tmp_path / "word.doc")) == ["chữ"]
    assert texts(open_source(tmp_path / "page.doc")) == ["chữ"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.doc", OLE + "Workbook".encode("utf-16-le"), "old-excel"),
        ("a.odt", b"PK\x03\x04", "damaged"),
        ("a.rtf", b"rtf", "not-office"),
    ],
)
def test_what_is_no_document_is_refused(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)

    with pytest.raises(Unreadable) as caught:
        open_source(tmp_path / name)

    assert caught.value.code == code


def test_a_spreadsheet_under_the_name_of_a_text_is_refused(tmp_path: Path) -> None:
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    packed(tmp_path / "a.odt", {"mimetype": kind, "content.xml": b"?"})

    with pytest.raises(Unreadable, match=r"\.odt"):
        open_source(tmp_path / "a.odt")


def test_macros_in_word_files_are_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Document().save(buffer)
    with zipfile.ZipFile(buffer, "a") as container:
        container.writestr("word/vbaProject.bin", b"x")
    (tmp_path / "plan.docm").write_bytes(buffer.getvalue())

    with pytest.raises(Unreadable, match="macros"):
        open_source(tmp_path / "plan.docm")
