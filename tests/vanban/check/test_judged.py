"""What a strict reader of real plans found wrong in the remarks, or missing, each in words of our own."""

from dataclasses import replace
from pathlib import Path

from docx.document import Document as WordDocument

from tests.vanban.documents import text_source, word_source
from vanban.check.checking import check_reading
from vanban.check.clarity import stated_tasks
from vanban.check.remarks import Remark
from vanban.model import Deadline, Task
from vanban.reader import read_source

HEAD = """ỦY BAN NHÂN DÂN XÃ AN LẠC
Số: 12/KH-UBND
An Lạc, ngày 09 tháng 01 năm 2025

KẾ HOẠCH
Phát triển làng nghề năm 2025

"""


def remarks(folder: Path, text: str) -> list[Remark]:
    return list(check_reading(read_source(text_source(HEAD + text, folder))))


def values(folder: Path, text: str, code: str) -> list[str]:
    found = remarks(folder, text)
    return ["; ".join(one.values.values()) for one in found if one.code == code]


def test_a_compound_word_before_a_known_pair_is_no_slip(tmp_path: Path) -> None:
    text = "I. NỘI DUNG\nĐầu tư trung tâm tính toán hiệu năng cao, trí tuệ nhân tạo."
    assert values(tmp_path, text, "doubtful-spelling") == []


def test_a_slip_is_shown_beside_the_word_it_is_judged_by(tmp_path: Path) -> None:
    text = "I. NỘI DUNG\nXây dựng trung tâm đào tạo tiến tiến chuyên sâu."
    assert values(tmp_path, text, "doubtful-spelling") == ["tiến tiến; tiên tiến"]


def test_a_slip_within_three_words_of_one_term_is_seen(tmp_path: Path) -> None:
    text = "I. NỘI DUNG\nHỗ trợ cơ sở nâng cao nâng lực cạnh tranh, mở rộng thị trường."
    assert values(tmp_path, text, "doubtful-spelling") == ["nâng lực; năng lực"]


def test_a_slip_behind_a_mark_is_seen(tmp_path: Path) -> None:
    text = "I. NỘI DUNG\nBan hành cơ chế về đất đai, đấu tư công, mua sắm."
    assert values(tmp_path, text, "doubtful-spelling") == ["đấu tư; đầu tư"]


def test_a_word_of_another_term_is_left_alone(tmp_path: Path) -> None:
    text = "I. NỘI DUNG\nQuét và nhập dữ liệu sổ đăng ký khai sinh; dấu chấm ngăn hàng nghìn."
    assert values(tmp_path, text, "doubtful-spelling") == []


def test_two_spellings_are_seen_before_different_units(tmp_path: Path) -> None:
    text = "I. NỘI DUNG\nHằng năm đánh giá, hàng tháng báo cáo tỷ lệ; tỉ trọng ghi riêng."
    assert values(tmp_path, text, "two-spellings") == [
        "“hằng năm” và “hàng tháng”, “tỷ lệ” và “tỉ trọng”"
    ]


def test_a_guide_line_may_name_what_the_document_issues(tmp_path: Path) -> None:
    text = (
        "I. NỘI DUNG\nThực hiện theo Phụ lục.\n\nPHỤ LỤC\nDANH MỤC\n"
        "(Kèm theo Chương trình hành động tại Kế hoạch số /KH-UBND ngày 01 tháng 01 năm 2025 của UBND xã)\n"
    )
    assert values(tmp_path, text, "annex-day") == ["01/01/2025; 09/01/2025"]


def test_a_scan_with_number_and_day_by_hand_is_not_blank(tmp_path: Path) -> None:
    blank = HEAD.replace("12/KH", "  /KH").replace("ngày 09", "ngày   ")
    source = text_source(blank + "I. NỘI DUNG\nPhát triển nghề dệt.", tmp_path)
    typed = {one.code for one in check_reading(read_source(source))}
    scanned = {one.code for one in check_reading(read_source(replace(source, format="scan")))}
    assert {"blank-number", "blank-day"} <= typed
    assert not {"blank-number", "blank-day"} & scanned


def task(number: str) -> Task:
    return Task(number, "Nhập dữ liệu", (), (), Deadline())


def test_an_item_in_a_row_of_its_own_is_no_task() -> None:
    stated = stated_tasks([task(number) for number in ("7", "8", "5", "9")])
    assert [one.no for one in stated] == ["7", "8", "9"]


def test_a_part_of_a_task_is_counted() -> None:
    numbers = ["1", "1.1", "2", "2", "3"]
    assert [one.no for one in stated_tasks([task(no) for no in numbers])] == numbers


ROWS = (
    ("TT", "Nội dung", "Cơ quan chủ trì", "Thời gian hoàn thành"),
    ("1", "Giải đáp vướng mắc về đất đai", "Phòng Kinh tế", "Tháng 3/2025"),
    ("2", "Giải đáp vướng mắc về khoa học", "Phòng Văn hóa - Xã hội", "Tháng 4/2025"),
)


def broadcasts(document: WordDocument, sentence: str) -> None:
    for line in HEAD.splitlines():
        document.add_paragraph(line)
    document.add_paragraph(sentence)
    table = document.add_table(len(ROWS), len(ROWS[0]))
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def without_product(folder: Path, sentence: str) -> list[str]:
    source = word_source(folder, lambda document: broadcasts(document, sentence))
    found = check_reading(read_source(source))
    return [one.values["tasks"] for one in found if one.code == "no-product"]


def test_rows_that_were_announced_as_products_lack_none(tmp_path: Path) -> None:
    assert without_product(tmp_path, "Phát sóng chương trình, gồm 02 chuyên mục sau:") == []


def test_a_field_of_science_is_no_product(tmp_path: Path) -> None:
    [tasks] = without_product(tmp_path, "Phân công thực hiện như sau:")
    assert "1 “" in tasks
    assert "2 “" in tasks
