"""Aims among the work: what is one, what only describes, pays, conditions or reports."""

from pathlib import Path

import pytest

from tests.vanban.documents import text_source
from vanban.model import Confidence, Target
from vanban.reader import read_source

PLAN = """ỦY BAN NHÂN DÂN
XÃ TÂN LẬP

Số: 12/{symbol}-UBND

{kind}
Phát triển du lịch cộng đồng năm 2026

I. {heading}
1. Nâng cao chất lượng phục vụ của các điểm đến trong xã.
2. {sentence}

II. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội theo dõi, báo cáo Ủy ban nhân dân xã.
"""


def found(
    folder: Path, sentence: str, heading: str = "NHIỆM VỤ, GIẢI PHÁP", kind: str = "KẾ HOẠCH"
) -> list[Target]:
    text = PLAN.format(sentence=sentence, heading=heading, kind=kind, symbol="KH")
    return [target for target in read_source(text_source(text, folder)).targets if target.values]


@pytest.mark.parametrize(
    ("sentence", "sign", "values"),
    [
        ("Hằng quý có ít nhất 01 tin, bài giới thiệu điểm đến.", ">=", ("1",)),
        ("Mỗi ấp vận động tối thiểu 05 hộ làm nhà nghỉ tại gia.", ">=", ("5",)),
        ("Bảo đảm 95% du khách được phục vụ bằng tiếng mẹ đẻ.", "=", ("95",)),
        ("Tuyên truyền đến 100% hộ dân ven sông.", "=", ("100",)),
        ("Phấn đấu đón 12.000 lượt khách.", "=", ("12000",)),
        ("Số vụ mất trật tự không quá 3 vụ.", "<=", ("3",)),
    ],
)
def test_a_bound_or_a_share_in_the_work_is_an_aim_to_be_checked(
    tmp_path: Path, sentence: str, sign: str, values: tuple[str, ...]
) -> None:
    (target,) = found(tmp_path, sentence)

    assert (target.comparator, target.values) == (sign, values)
    assert (target.end, target.confidence) == ("2026-12-31", Confidence.CHECK)
    assert "aim-in-activity" in [finding.code for finding in target.findings]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tổ chức 02 lớp tập huấn tại 04 ấp.",
        "Đến nay đã có 70% hộ đăng ký.",
        "Hiện có 12 hộ, chiếm 30% số hộ trong ấp.",
        "Hỗ trợ tối đa 30 triệu đồng cho một hộ.",
        "Mức hỗ trợ không quá 50% chi phí.",
        "Hộ có từ 5 phòng trở lên được ưu tiên.",
        "Trường hợp vượt quá 20% dự toán thì xin ý kiến.",
        "Báo cáo trước ngày 20 hằng tháng, trong thời hạn tối đa 15 ngày.",
        "Thực hiện Nghị quyết số 12 và “5 không 3 sạch”.",
    ],
)
def test_what_describes_pays_conditions_or_reports_is_none(tmp_path: Path, sentence: str) -> None:
    assert found(tmp_path, sentence) == []


@pytest.mark.parametrize(
    "heading",
    ["MỤC ĐÍCH, YÊU CẦU", "THỰC TRẠNG", "KẾT QUẢ NĂM 2025", "KINH PHÍ", "ĐỐI TƯỢNG, PHẠM VI"],
)
def test_below_headings_that_set_no_aims_none_is_found(tmp_path: Path, heading: str) -> None:
    assert found(tmp_path, "Mỗi ấp có tối thiểu 05 hộ tham gia.", heading=heading) == []


@pytest.mark.parametrize("kind", ["BÁO CÁO", "THÔNG BÁO", "TỜ TRÌNH"])
def test_papers_of_other_kinds_bind_nobody(tmp_path: Path, kind: str) -> None:
    assert found(tmp_path, "Mỗi ấp có tối thiểu 05 hộ tham gia.", kind=kind) == []


def test_what_the_targets_say_already_is_not_said_twice(tmp_path: Path) -> None:
    text = (
        PLAN.format(
            sentence="Phấn đấu có 05 nhà nghỉ tại gia trong năm.",
            heading="NHIỆM VỤ",
            kind="KẾ HOẠCH",
            symbol="KH",
        )
        .replace("I. NHIỆM VỤ", "I. MỤC TIÊU\n1. Xây dựng 05 nhà nghỉ tại gia.\n\nII. NHIỆM VỤ")
        .replace("II. TỔ CHỨC", "III. TỔ CHỨC")
    )

    assert [target.values for target in read_source(text_source(text, tmp_path)).targets] == [
        ("5",)
    ]


@pytest.mark.parametrize(
    "opening", ["Kính gửi: Ủy ban nhân dân các xã", "BIÊN BẢN HỌP", "GIẤY MỜI", "BẢNG BÁO GIÁ"]
)
def test_letters_minutes_and_offers_set_no_aims(tmp_path: Path, opening: str) -> None:
    text = f"{opening}\n\nI. MỤC TIÊU\n1. Đạt ít nhất 80% hộ tham gia.\n2. Trồng 500 cây.\n"

    assert read_source(text_source(text, tmp_path)).targets == ()
