"""Vietnamese from before Unicode is read as if it had been typed in Unicode."""

import shutil
import subprocess
from pathlib import Path

import pytest
from docx.document import Document as WordDocument

from tests.vanban.documents import add_styled_run, texts, word_source, xml
from vanban.sources import open_source
from vanban.sources.encodings import DECODERS, from_tcvn3, from_viscii

TCVN3 = "KÕ ho¹ch thùc hiÖn nhiÖm vô cña Uû ban nh©n d©n huyÖn: §éc lËp - Tù do - H¹nh phóc"
VNI = "Keá hoaïch thöïc hieän nhieäm vuï cuûa UÛy ban nhaân daân huyeän: Ñoäc laäp - Töï do - Haïnh phuùc"
WINDOWS = "K\xea\u0301 hoa\u0323ch thư\u0323c hi\xea\u0323n nhi\xea\u0323m vu\u0323 cu\u0309a huy\xea\u0323n"
VISCII = bytes.fromhex(
    "4baa20686fd563682074 68f163206869ae6e206e6869ae6d2076f82063fc6120687579ae6e"
)


def written(folder: Path, data: bytes) -> Path:
    path = folder / "plan.txt"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (TCVN3.encode("latin-1"), "TCVN3", "Kế hoạch thực hiện nhiệm vụ của Uỷ ban nhân dân huyện"),
        (TCVN3.encode("utf-8"), "TCVN3", "Kế hoạch thực hiện nhiệm vụ của Uỷ ban nhân dân huyện"),
        (VNI.encode("latin-1"), "VNI", "Kế hoạch thực hiện nhiệm vụ của Ủy ban nhân dân huyện"),
        (WINDOWS.encode("cp1258"), "Windows-1258", "Kế hoạch thực hiện nhiệm vụ của huyện"),
        (VISCII, "VISCII", "Kế hoạch thực hiện nhiệm vụ của huyện"),
    ],
)
def test_old_text_files_are_read_and_it_is_said(
    tmp_path: Path, data: bytes, encoding: str, text: str
) -> None:
    source = open_source(written(tmp_path, data))

    assert texts(source)[0].startswith(text)
    assert [(note.code, note.values) for note in source.notes] == [
        ("old-encoding", {"encoding": encoding})
    ]


def test_unicode_is_left_as_it_is(tmp_path: Path) -> None:
    text = "Kế hoạch thực hiện nhiệm vụ của Ủy ban nhân dân huyện: Độc lập - Tự do - Hạnh phúc"

    source = open_source(written(tmp_path, text.encode()))

    assert (texts(source), source.notes) == ([text], ())


def test_capitals_of_tcvn3_are_capitals_with_their_marks_too() -> None:
    assert from_tcvn3("KÕ HO¹CH PH¸T TRIÓN\nSè: /KH-UBND cña tØnh") == (
        "KẾ HOẠCH PHÁT TRIỂN\nSố: /KH-UBND của tỉnh"
    )


@pytest.mark.parametrize("encoding", sorted(DECODERS))
def test_plain_letters_stay(encoding: str) -> None:
    assert DECODERS[encoding]("Plan 12/KH-UBND, (a) + [b]: 5%") == "Plan 12/KH-UBND, (a) + [b]: 5%"


@pytest.mark.skipif(not shutil.which("iconv"), reason="no iconv on this machine")
@pytest.mark.parametrize(
    ("name", "decode", "letters"),
    [
        ("TCVN5712-1", from_tcvn3, [*range(0xA1, 0xAF), *range(0xB5, 0xBA), *range(0xBB, 0xBF)]),
        ("TCVN5712-1", from_tcvn3, [0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCC, 0xCE, 0xCF, 0xD0]),
        (
            "TCVN5712-1",
            from_tcvn3,
            [*range(0xD1, 0xD9), 0xDC, 0xDD, 0xDE, 0xDF, *range(0xE1, 0xF0)],
        ),
        ("TCVN5712-1", from_tcvn3, [*range(0xF1, 0xFF)]),
        ("VISCII", from_viscii, [*range(0x20, 0x100), 2, 5, 6, 0x14, 0x19, 0x1E]),
    ],
)
def test_the_tables_are_those_of_the_c_library(
    name: str, decode: object, letters: list[int]
) -> None:
    for letter in letters:
        done = subprocess.run(
            ["iconv", "-f", name, "-t", "UTF-8"],
            input=bytes([letter]),
            capture_output=True,
            check=False,
        )
        if done.returncode:
            pytest.skip(f"iconv of this machine does not know {name}")
        assert decode(bytes([letter]).decode("latin-1")) == done.stdout.decode(), hex(letter)  # type: ignore[operator]


def test_word_runs_are_read_by_their_font(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        title = document.add_paragraph()
        add_styled_run(title, "kÕ ho¹ch ", ".VnTimeH")
        add_styled_run(title, "2004", "Times New Roman")
        body = document.add_paragraph()
        add_styled_run(body, "Thùc hiÖn nhiÖm vô cña ", ".VnTime")
        add_styled_run(body, "Ủy ban nhân dân ", "Times New Roman")
        add_styled_run(body, "huyeän, xaõ", "VNI-Times")

    source = word_source(tmp_path, write)

    assert texts(source) == ["KẾ HOẠCH 2004", "Thực hiện nhiệm vụ của Ủy ban nhân dân huyện, xã"]
    assert {note.values["encoding"] for note in source.notes} == {"TCVN3", "VNI"}


def test_a_text_box_is_read_by_its_fonts_too(tmp_path: Path) -> None:
    box = (
        "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent><w:p><w:r>"
        "<w:rPr><w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/></w:rPr><w:t>MËt</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )

    def write(document: WordDocument) -> None:
        paragraph = document.add_paragraph()
        add_styled_run(paragraph, "Trước", "Times New Roman")
        paragraph._p.append(xml(box))

    source = word_source(tmp_path, write)

    assert texts(source) == ["Trước", "Mật"]
    assert [note.values["encoding"] for note in source.notes] == ["TCVN3"]


def test_the_letter_that_word_takes_for_a_soft_hyphen_is_read(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        paragraph = document.add_paragraph()
        add_styled_run(paragraph, "N¨ng l", ".VnTime")
        run = add_styled_run(paragraph, "", ".VnTime")
        run._r.append(xml("<w:softHyphen/>"))
        add_styled_run(paragraph, "îng", ".VnTime")

    assert texts(word_source(tmp_path, write)) == ["Năng lượng"]


def test_the_font_may_be_that_of_the_style(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        document.styles["Normal"].font.name = ".VnTime"
        document.add_paragraph("ñy ban nh©n d©n x·")

    assert texts(word_source(tmp_path, write)) == ["ủy ban nhân dân xã"]


def test_a_word_file_that_lost_its_old_fonts_is_read_all_the_same(tmp_path: Path) -> None:
    source = word_source(tmp_path, lambda document: document.add_paragraph(TCVN3) and None)

    assert texts(source)[0].startswith("Kế hoạch thực hiện")
