"""What a decision issues; issuers, symbols, titles and signers of every kind of document."""

from pathlib import Path

import pytest

from tests.vanban.header.test_header import NATION, PLAN, head

DECISION = f"""\
BỘ NGHỀ CỔ
{NATION}
Số: 12/QĐ-BNC
Hà Nội, ngày 05 tháng 3 năm 2024

QUYẾT ĐỊNH
Ban hành Kế hoạch dạy nghề dệt năm 2024
BỘ TRƯỞNG BỘ NGHỀ CỔ

Căn cứ Luật Việc làm ngày 16 tháng 11 năm 2013;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch dạy nghề dệt năm 2024.
Điều 2. Quyết định này có hiệu lực từ ngày ký.

Nơi nhận:
- Như Điều 2;
- Các bộ, cơ quan ngang bộ,
cơ quan thuộc Chính phủ;
- Lưu: VT, DN (2b).

KT. BỘ TRƯỞNG
THỨ TRƯỞNG
[đã ký]
Nguyễn Thị Mẫu

KẾ HOẠCH
Dạy nghề dệt năm 2024
(Ban hành kèm theo Quyết định số 12/QĐ-BNC ngày 05 tháng 3 năm 2024)

I. MỤC ĐÍCH
1. Giữ nghề.
"""


def test_a_decision_says_what_it_issues(tmp_path: Path) -> None:
    header = head(tmp_path, DECISION)

    assert (header.kind, header.title) == ("Quyết định", "Ban hành Kế hoạch dạy nghề dệt năm 2024")
    assert header.attached is not None
    assert (header.attached.kind, header.attached.title) == ("Kế hoạch", "Dạy nghề dệt năm 2024")
    assert (header.signer_capacity, header.signer) == (
        "KT. BỘ TRƯỞNG / THỨ TRƯỞNG",
        "Nguyễn Thị Mẫu",
    )


def test_a_plan_issues_nothing(tmp_path: Path) -> None:
    assert head(tmp_path, PLAN).attached is None


def test_receivers_are_listed_as_printed(tmp_path: Path) -> None:
    assert head(tmp_path, DECISION).recipients == (
        "Như Điều 2",
        "Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
        "Lưu: VT, DN (2b)",
    )
    assert head(tmp_path, PLAN).recipients == ("Như trên",)


def test_a_decision_run_into_one_line_is_read_alike(tmp_path: Path) -> None:
    together = head(tmp_path, " ".join(DECISION.split()))

    assert together.issuer == "Bộ nghề cổ"
    assert together.recipients == head(tmp_path, DECISION).recipients
    assert together.signer_capacity == "KT. BỘ TRƯỞNG / THỨ TRƯỞNG"


@pytest.mark.parametrize(
    ("letterhead", "issuer"),
    [
        ("ĐẢNG CỘNG SẢN VIỆT NAM\nHUYỆN ỦY AN THỊNH\n*", "Huyện ủy An Thịnh"),
        ("BỘ CÔNG AN\nCÔNG AN TỈNH AN THỊNH", "Công an tỉnh An Thịnh"),
        ("HĐND TỈNH AN THỊNH\nVĂN PHÒNG", "Văn phòng HĐND tỉnh An Thịnh"),
        (
            "BẢO HIỂM XÃ HỘI VIỆT NAM\nBẢO HIỂM XÃ HỘI TỈNH AN THỊNH",
            "Bảo hiểm xã hội tỉnh An Thịnh",
        ),
        (
            "MẶT TRẬN TỔ QUỐC VIỆT NAM\nỦY BAN MTTQ VIỆT NAM TỈNH AN THỊNH",
            "Ủy ban MTTQ Việt Nam tỉnh An Thịnh",
        ),
        ("SỞ RỪNG VÀ MÔI\nTRƯỜNG", "Sở rừng và môi trường"),
        ("BỘ\nCÔNG AN", "Bộ công an"),
        ("ỦY BAN NHÂN DÂN\nXÃ TÂN PHÚ", "Ủy ban nhân dân xã Tân Phú"),
    ],
)
def test_issuers_of_every_kind_have_their_usual_name(
    tmp_path: Path, letterhead: str, issuer: str
) -> None:
    text = f"{letterhead}\n{NATION}\nSố: 45/KH-X\nAn Thịnh, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\nDạy nghề\n"

    assert head(tmp_path, text).issuer == issuer


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("Số: 1012/QĐ-TTg", "1012/QĐ-TTg"),
        ("Số: 05/CTr-UBND", "05/CTr-UBND"),
        ("Số:277 /KH-UBND", "277/KH-UBND"),
    ],
)
def test_symbols_may_hold_a_small_letter(tmp_path: Path, printed: str, number: str) -> None:
    assert (
        head(tmp_path, f"{printed}\nHà Nội, ngày14 tháng7 năm 2026\nKẾ HOẠCH\nDạy nghề\n").number
        == number
    )


def test_a_title_may_begin_as_a_preamble_does(tmp_path: Path) -> None:
    text = (
        "CHƯƠNG TRÌNH HÀNH ĐỘNG\nThực hiện Nghị quyết số 5/NQ-CP về nghề cổ\n\n"
        "Thực hiện Nghị quyết số 5/NQ-CP ngày 1/2/2024, UBND tỉnh làm như sau:\n\nI. MỤC ĐÍCH\n1. Giữ nghề.\n"
    )

    header = head(tmp_path, text)

    assert (header.kind, header.title) == (
        "Chương trình hành động",
        "Thực hiện Nghị quyết số 5/NQ-CP về nghề cổ",
    )


def test_a_preamble_right_below_the_kind_is_no_title(tmp_path: Path) -> None:
    text = "KẾ HOẠCH\n\nThực hiện Nghị quyết số 5/NQ-CP ngày 1/2/2024, UBND tỉnh làm như sau:\n\nI. MỤC ĐÍCH\n"

    assert head(tmp_path, text).title is None


@pytest.mark.parametrize(
    "printed", ["Nguyễn Thị Mẫu", "Đại tá Nguyễn Thị Mẫu", "TS. Nguyễn Thị Mẫu"]
)
def test_rank_and_degree_are_no_part_of_the_signers_name(tmp_path: Path, printed: str) -> None:
    assert head(tmp_path, PLAN.replace("Nguyễn Thị Mẫu", printed)).signer == "Nguyễn Thị Mẫu"


def test_a_title_in_capitals_has_the_letters_its_words_have_elsewhere(tmp_path: Path) -> None:
    text = (
        "QUYẾT ĐỊNH\nBAN HÀNH KẾ HOẠCH DẠY NGHỀ TỈNH AN THỊNH NĂM 2024\n\nQUYẾT ĐỊNH:\n"
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch dạy nghề tỉnh An Thịnh năm 2024.\n"
    )

    assert head(tmp_path, text).title == "Ban hành Kế hoạch dạy nghề tỉnh An Thịnh năm 2024"


def test_a_title_in_capitals_whose_words_stand_nowhere_else_stays(tmp_path: Path) -> None:
    text = "KẾ HOẠCH\nDẠY NGHỀ TỈNH AN THỊNH\n\nI. MỤC ĐÍCH\n1. Giữ nghề.\n"

    assert head(tmp_path, text).title == "DẠY NGHỀ TỈNH AN THỊNH"


def test_an_authority_named_in_a_title_in_capitals_does_not_end_it(tmp_path: Path) -> None:
    text = (
        "KẾ HOẠCH\nTHỰC HIỆN CHỈ THỊ CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH VỀ NGHỀ CỔ\n\n"
        "Căn cứ tình hình, Sở Việc làm ban hành kế hoạch:\n\nI. MỤC ĐÍCH\n1. Giữ nghề.\n"
    )

    wanted = "THỰC HIỆN CHỈ THỊ CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH VỀ NGHỀ CỔ"
    assert head(tmp_path, text).title == wanted
