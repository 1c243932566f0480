"""What heads the part of a plan that sets aims, in the words and looks of many offices."""

from pathlib import Path

import pytest

from tests.vanban.documents import text_source
from vanban.model import Line, Source, Target
from vanban.reader import read_source

PLAN = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH AN

Số: 12/KH-UBND

KẾ HOẠCH
Giảm nghèo bền vững năm 2026

Thực hiện chủ trương của cấp trên về chăm lo đời sống của người dân ở những nơi còn nhiều khó
khăn, sau khi nghe ý kiến của các ngành và các xã, Ủy ban nhân dân huyện xây dựng kế hoạch với
những nội dung chủ yếu được trình bày ở các phần dưới đây để các đơn vị cùng nhau thực hiện.

{section}

III. NHIỆM VỤ
1. Mở 12 lớp dạy nghề.

IV. TỔ CHỨC THỰC HIỆN
1. Phòng Nội vụ chủ trì, phối hợp với các xã thực hiện.
"""


def read(folder: Path, section: str) -> list[Target]:
    targets = read_source(text_source(PLAN.format(section=section), folder)).targets
    return [target for target in targets if target.values]


def values(folder: Path, section: str) -> list[str]:
    return [target.values[0] for target in read(folder, section)]


@pytest.mark.parametrize(
    "heading",
    [
        "II. MỤC TIÊU",
        "II. CÁC CHỈ TIÊU CHỦ YẾU",
        "II. MỘT SỐ CHỈ TIÊU CƠ BẢN",
        "II. MỤC TIÊU, YÊU CẦU VÀ CHỈ TIÊU",
        "II. QUAN ĐIỂM, MỤC TIÊU",
        "II. MỤC ĐÍCH, YÊU CẦU VÀ MỤC TIÊU",
        "II. PHƯƠNG HƯỚNG, MỤC TIÊU",
        "II. MỤC TIÊU VÀ NHIỆM VỤ",
        "Phần II. MỤC TIÊU CỤ THỂ",
        "B. HỆ THỐNG CHỈ TIÊU",
        "2. Chỉ tiêu phấn đấu",
        "Điều 2. Mục tiêu",
        "II. KẾT QUẢ CẦN ĐẠT",
        "II. CHỈ SỐ CẦN ĐẠT",
        "II. Chỉ tiêu:",
        "CHỈ TIÊU CỤ THỂ",
        "Mục tiêu cụ thể:",
    ],
)
def test_a_heading_of_these_words_opens_the_targets(tmp_path: Path, heading: str) -> None:
    (target,) = read(tmp_path, f"{heading}\n- Tỷ lệ hộ nghèo giảm còn 2,5%.")

    assert (target.values, target.end) == (("2.5",), "2026-12-31")
    assert "aim-in-activity" not in [finding.code for finding in target.findings]


@pytest.mark.parametrize(
    "heading", ["II. YÊU CẦU", "II. ĐỐI TƯỢNG", "II. THỰC TRẠNG", "II. NỘI DUNG"]
)
def test_a_heading_of_other_words_does_not(tmp_path: Path, heading: str) -> None:
    assert values(tmp_path, f"{heading}\n- Tỷ lệ hộ nghèo là 2,5%.") == []


@pytest.mark.parametrize("mark", ["-", "+", "•", "*", "a)", "1.", "(1)", "1.1.", "1)"])
def test_items_have_any_mark(tmp_path: Path, mark: str) -> None:
    items = f"{mark} Tỷ lệ hộ nghèo giảm còn 2,5%."

    assert values(tmp_path, f"II. MỤC TIÊU\n{items}") == ["2.5"]


def test_the_targets_may_run_on_behind_the_heading(tmp_path: Path) -> None:
    (target,) = read(tmp_path, "II. MỤC TIÊU: Đến năm 2027, tỷ lệ hộ nghèo còn dưới 2%.")

    assert (target.comparator, target.strict, target.end) == ("<=", True, "2027-12-31")
    assert not target.text.startswith("MỤC TIÊU")


def test_each_task_may_have_targets_of_its_own(tmp_path: Path) -> None:
    section = (
        "II. CÁC HOẠT ĐỘNG\n1. Dạy nghề\na) Chỉ tiêu: Dạy nghề cho 500 người.\nb) Cách làm: Mời 12 thợ giỏi.\n"
        "2. Tín dụng\na) Mục tiêu: 100% hộ có nhu cầu được vay vốn.\nb) Giải pháp: Thẩm định trong 10 ngày."
    )

    assert values(tmp_path, section) == ["500", "100"]


def test_other_parts_inside_a_section_are_passed_over(tmp_path: Path) -> None:
    section = (
        "II. MỤC TIÊU, NHIỆM VỤ\n1. Mục tiêu\n- Tỷ lệ hộ nghèo còn 2,5%.\n2. Nhiệm vụ\n- Mở 05 lớp.\n"
        "3. Chỉ tiêu\n- Dạy nghề cho 500 người."
    )

    assert values(tmp_path, section) == ["2.5", "500"]


def test_headings_in_word_that_are_only_bold_bound_each_other() -> None:
    texts = [
        ("KẾ HOẠCH", True), ("Giảm nghèo năm 2026", True),
        ("Mục tiêu", True), ("Tỷ lệ hộ nghèo còn 2,5%.", False),
        ("Cách làm", True), ("Mở 05 lớp dạy nghề.", False),
    ]  # fmt: skip
    lines = (Line(number, text, bold=bold) for number, (text, bold) in enumerate(texts, start=1))

    targets = read_source(Source(tuple(lines), "docx")).targets

    assert [target.values for target in targets] == [("2.5",)]


def test_the_sentence_that_introduces_the_plan_gives_the_period(tmp_path: Path) -> None:
    text = PLAN.format(
        section="Huyện ban hành Kế hoạch giảm nghèo năm 2028 như sau:\n\nII. MỤC TIÊU\n- Còn 90 hộ nghèo."
    )
    source = text_source(text.replace("bền vững năm 2026", "bền vững trên địa bàn huyện"), tmp_path)

    assert [target.end for target in read_source(source).targets] == ["2028-12-31"]


def test_a_heading_whose_break_is_lost_still_silences_what_follows(tmp_path: Path) -> None:
    section = "II. MỤC TIÊU\n1. Quan điểm Dùng hết 100% nguồn lực sẵn có.\n2. Mục tiêu\n- Còn 90 hộ nghèo."

    assert values(tmp_path, section) == ["90"]
