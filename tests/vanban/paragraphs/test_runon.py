"""Text without its paragraph breaks is cut where its marks count up, other text is left alone."""

import pytest

from tests.vanban.assignments.plans import RUN_ON, wrapped
from vanban.model import Line, Source
from vanban.paragraphs.numbering import mark_of
from vanban.paragraphs.reading import Paragraph, read_paragraphs


def paragraphs(text: str, width: int = 78) -> tuple[Paragraph, ...]:
    lines = wrapped(text, width).split("\n")
    return read_paragraphs(
        Source(tuple(Line(n, one) for n, one in enumerate(lines, 1)), "text", printed=True)
    )


def marked(text: str, width: int = 78) -> list[tuple[str, str]]:
    return [(one.number, one.text) for one in paragraphs(text, width) if one.kind]


OUTLINE = [
    ("I.", "MỤC ĐÍCH, YÊU CẦU"),
    ("1.", "Mục đích"),
    ("a)", "Giữ nghề dệt chiếu theo khoản 2 Điều 5 và điểm a khoản 1 Điều 9 của Luật."),
    ("b)", "Thêm việc làm trong Quý I - II năm 2024."),
    ("2.", "Yêu cầu"),
    ("-", "Làm đúng hẹn, trước ngày 1. Không phô trương;"),
    ("-", "Sở Tài chính - Kế hoạch và các tổ chức chính trị - xã hội cùng làm."),
    ("II.", "NHIỆM VỤ"),
    ("1.", "Dạy nghề"),
    ("1.1.", "Mở lớp dạy dệt gồm: (1) chọn cói; (2) nhuộm cói; (3) dệt hoa."),
    ("1.2.", "Mời thợ giỏi về dạy"),
    ("+", "100% xưởng có thợ giỏi;"),
    ("+", "Mỗi xã một lớp."),
    ("2.", "Bán hàng"),
    ("III.", "TỔ CHỨC THỰC HIỆN"),
    ("1.", "Sở Công Thương lo bán hàng."),
]


@pytest.mark.parametrize("width", [40, 78, 120, 10_000])
def test_marks_that_count_up_open_paragraphs(width: int) -> None:
    text = RUN_ON + " ".join(f"{number} {words}" for number, words in OUTLINE)

    assert marked(text, width) == OUTLINE


def test_a_heading_in_capitals_ends_where_small_letters_begin() -> None:
    text = RUN_ON + (
        "I. NHIỆM VỤ CỤ THỂ Căn cứ tình hình, các sở làm như sau: 1. Mở chợ. 2. Mở lớp. a) Lớp một; b) Lớp hai."
    )

    found = [(one.kind, one.text) for one in paragraphs(text)]

    assert ("roman", "NHIỆM VỤ CỤ THỂ") in found
    assert ("", "Căn cứ tình hình, các sở làm như sau:") in found


def test_a_heading_ends_where_a_sentence_about_work_begins() -> None:
    text = RUN_ON + (
        "I. NHIỆM VỤ 1. Phổ biến Luật Làng nghề Tổ chức nói chuyện ở các xã. 2. Theo Luật Tổ chức chính quyền địa"
        " phương và Kế hoạch Triển khai nghề mới. 3. Mở chợ. 4. Mở lớp."
    )

    found = [one.text for one in paragraphs(text)]

    assert "Phổ biến Luật Làng nghề" in found
    assert "Tổ chức nói chuyện ở các xã." in found
    assert "Theo Luật Tổ chức chính quyền địa phương và Kế hoạch Triển khai nghề mới." in found


def test_receivers_and_articles_open_paragraphs() -> None:
    text = (
        RUN_ON
        + "QUYẾT ĐỊNH: Điều 1. Mở chợ chiếu. Điều 2 . Giao Sở Công Thương làm. Điều 3. Quyết định có hiệu lực từ"
        " ngày ký. Nơi nhận: - Như Điều 2; - Lưu: VT."
        " TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Trần Văn Mẫu"
    )

    found = [(one.number, one.text) for one in paragraphs(text)]

    assert found[1:] == [
        ("", "QUYẾT ĐỊNH:"),
        ("Điều 1.", "Mở chợ chiếu."),
        ("Điều 2 .", "Giao Sở Công Thương làm."),
        ("Điều 3.", "Quyết định có hiệu lực từ ngày ký."),
        ("", "Nơi nhận:"),
        ("-", "Như Điều 2;"),
        ("-", "Lưu: VT."),
        ("", "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Trần Văn Mẫu"),
    ]


PROPER = """\
KẾ HOẠCH
Dệt chiếu

I. MỤC ĐÍCH
1. Giữ nghề cũ, gồm: 1. Dệt; 2. Nhuộm; 3. Phơi. Như vậy là đủ.
2. Thêm việc. a) Việc nhà. b) Việc xưởng.
II. NHIỆM VỤ
1. Mở lớp.
2. Mở chợ.
"""


def test_text_that_has_its_breaks_keeps_them() -> None:
    lines = PROPER.split("\n")
    source = Source(tuple(Line(n, one) for n, one in enumerate(lines, 1)), "text", printed=True)

    texts = [one.text for one in read_paragraphs(source)]

    assert "Giữ nghề cũ, gồm: 1. Dệt; 2. Nhuộm; 3. Phơi. Như vậy là đủ." in texts
    assert "Thêm việc. a) Việc nhà. b) Việc xưởng." in texts


def test_pieces_hold_every_word_once_and_in_order() -> None:
    text = wrapped(RUN_ON + " ".join(f"{number} {words}" for number, words in OUTLINE))

    joined = " ".join(f"{one.number} {one.text}" for one in paragraphs(text))

    assert joined.split() == text.split()


def test_in_a_file_that_knows_paragraphs_only_one_that_holds_several_is_cut() -> None:
    together = " ".join(f"{number} {words}" for number, words in OUTLINE)
    lines = [
        "KẾ HOẠCH",
        "Dệt chiếu",
        "Việc cần làm gồm: 1. Dệt; 2. Nhuộm; 3. Phơi; a) cói; b) sợi.",
        together,
        "Trân trọng.",
    ]
    source = Source(tuple(Line(n, one) for n, one in enumerate(lines, 1)), "docx")

    found = [(one.number, one.text) for one in read_paragraphs(source)]

    assert found == [("", lines[0]), ("", lines[1]), ("", lines[2]), *OUTLINE, ("", lines[4])]


def test_paragraphs_that_the_word_processor_numbers_are_never_taken_for_run_on_text() -> None:
    lines = [
        Line(n, f"Gồm: (1) Dệt; (2) Nhuộm. a) Cói; b) Sợi {n}.", label=f"{n}.") for n in range(1, 6)
    ]

    found = read_paragraphs(Source(tuple(lines), "docx"))

    assert [one.number for one in found] == ["1.", "2.", "3.", "4.", "5."]


def test_items_beyond_ninety_nine_are_items_too() -> None:
    marks = [
        mark_of(text) for text in ("100. Mở chợ đêm", "99. Mở chợ sớm", "100/KH-UBND", "2026. A")
    ]

    assert [mark and mark.number for mark in marks] == ["100.", "99.", None, None]
