"""The page of a Word file: paper, margins, letters."""

from pathlib import Path

import pytest
from docx import Document
from docx.shared import Mm, Pt

from vanban.check.page import PageSetup, check_page, page_setup

DUE = PageSetup(
    (210, 297),
    {"top": 20, "bottom": 20, "left": 30, "right": 20},
    {"Times New Roman": 900},
    {14.0: 900},
)


def word_file(
    path: Path, face: str = "Times New Roman", size: float = 14, left: int = 30, width: int = 210
) -> Path:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(width), Mm(297)
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(left)
    run = document.add_paragraph().add_run("Trồng cây ven đường của xã.")
    run.font.name, run.font.size = face, Pt(size)
    document.save(str(path))
    return path


def codes(path: Path) -> list[str]:
    setup = page_setup(path)
    assert setup
    return [remark.code for remark in check_page(setup)]


def test_a_page_in_due_form_raises_no_remark(tmp_path: Path) -> None:
    assert codes(word_file(tmp_path / "dung.docx")) == []


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"face": "Arial"}, "letters"),
        ({"size": 11}, "letter-size"),
        ({"left": 20}, "margins"),
        ({"width": 180}, "paper-size"),
    ],
)
def test_what_is_not_in_due_form(tmp_path: Path, how: dict, code: str) -> None:
    assert codes(word_file(tmp_path / "sai.docx", **how)) == [code]


def test_a_style_says_it_for_the_letters_that_do_not(tmp_path: Path) -> None:
    document = Document()
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Tahoma", Pt(12)
    document.add_paragraph("Trồng cây ven đường của xã.")
    document.save(str(tmp_path / "kieu.docx"))

    setup = page_setup(tmp_path / "kieu.docx")

    assert setup
    assert (setup.faces, setup.sizes) == ({"Tahoma": 22}, {12.0: 22})


def test_other_files_and_damaged_ones_have_no_page(tmp_path: Path) -> None:
    (tmp_path / "ke-hoach.txt").write_text("KẾ HOẠCH", encoding="utf-8")
    (tmp_path / "hong.docx").write_bytes(b"PK\x03\x04 cut short")

    assert page_setup(tmp_path / "ke-hoach.txt") is None
    assert page_setup(tmp_path / "hong.docx") is None


def test_a_landscape_page_may_carry_its_tables() -> None:
    turned = PageSetup(
        (297, 210), {"top": 10, "bottom": 10, "left": 10, "right": 10}, DUE.faces, DUE.sizes
    )

    assert list(check_page(turned)) == []
