"""Items of sections on targets, in the many ways plans put one aim: our own words, from many fields of work."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.model import Line, Target
from vanban.passages import words_of
from vanban.targets.aims import Heading, aims_of

YEAR = Heading("I. MỤC TIÊU", ("2026-01-01", "2026-12-31"))


def aims(text: str, place: Heading = YEAR) -> list[Target]:
    return list(aims_of(words_of([Line(1, text)]), place))


class Read(NamedTuple):
    """What is compared: sign (">" where strict), figures, unit."""

    sign: str
    figures: str
    unit: str | None


def seen(target: Target) -> Read:
    strict = target.strict and target.comparator in (">=", "<=")
    sign = (target.comparator or "").rstrip("=" if strict else "")
    return Read(sign, "-".join(target.values), target.unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # agriculture
        ("Diện tích lúa chất lượng cao đạt trên 1.200 ha.", [(">", "1200", "ha")]),
        ("Trồng mới 1.500 ha rừng, trong đó: rừng phòng hộ 300 ha, rừng sản xuất 1.200 ha.",
         [("=", "1500", "ha rừng"), ("=", "300", "ha"), ("=", "1200", "ha")]),
        ("Sản lượng cá tra đạt 12.500 tấn; sản lượng tôm không dưới 800 tấn.",
         [("=", "12500", "tấn"), (">=", "800", "tấn")]),
        ("Phấn đấu mỗi xã có ít nhất 01 sản phẩm OCOP đạt 3 sao trở lên.", [(">=", "1", "sản phẩm OCOP")]),
        # health
        ("Tỷ lệ người dân tham gia bảo hiểm y tế đạt từ 95% dân số trở lên.", [(">=", "95", "% dân số")]),
        ("Tỷ lệ trẻ em dưới 5 tuổi nhẹ cân giảm xuống dưới 8%.", [("<", "8", "%")]),
        ("Có 12 bác sĩ/10.000 dân và 32 giường bệnh trên một vạn dân.",
         [("=", "12", "bác sĩ/10.000 dân"), ("=", "32", "giường bệnh trên một vạn dân")]),
        ("Tuổi thọ trung bình đạt 75 tuổi.", [("=", "75", "tuổi")]),
        # education
        ("Huy động trẻ 5 tuổi ra lớp đạt 99,8%.", [("=", "99.8", "%")]),
        ("70 - 80% học sinh tiểu học biết bơi.", [("range", "70-80", "%")]),
        ("Mở 05 lớp tập huấn cho 300 lượt giáo viên.", [("=", "5", "lớp tập huấn"), ("=", "300", "lượt giáo viên")]),
        # digital
        ("100% cơ quan cấp tỉnh và 90% cơ quan cấp xã dùng chữ ký số.", [("=", "100", "%"), ("=", "90", "%")]),
        ("Tối thiểu 70% dân số trưởng thành có tài khoản định danh.", [(">=", "70", "% dân số trưởng thành")]),
        ("Chỉ số chuyển đổi số thuộc nhóm 10 tỉnh, thành phố dẫn đầu.", [("<=", "10", "tỉnh, thành phố")]),
        ("Xếp hạng từ thứ 15 trở lên.", [("<=", "15", None)]),
        # finance
        ("Thu ngân sách tăng bình quân 10%/năm trở lên.", [(">=", "10", "%/năm")]),
        ("Tổng vốn đầu tư xã hội khoảng 50.000 tỷ đồng.", [("about", "50000", "tỷ đồng")]),
        ("Tiết kiệm tối thiểu 10% chi thường xuyên.", [(">=", "10", "%")]),
        ("Giải ngân đạt và vượt 95% kế hoạch vốn.", [(">=", "95", "%")]),
        ("Kinh tế số chiếm 30% GRDP.", [("=", "30", "% GRDP")]),
        # environment
        ("Tỷ lệ rác sinh hoạt được thu gom ở đô thị đạt trên 95%, nông thôn đạt trên 80%.",
         [(">", "95", "%"), (">", "80", "%")]),
        ("Số vụ cháy không quá 12 vụ/năm.", [("<=", "12", "vụ/năm")]),
        ("Nồng độ bụi thấp hơn hoặc bằng 50 µg.", [("<=", "50", "µg")]),
        # administration
        ("Rút ngắn thời gian cấp phép còn tối đa 05 ngày làm việc.", [("<=", "5", "ngày làm việc")]),
        ("Mỗi quý họp báo ít nhất một lần.", [(">=", "1", "lần")]),
        ("Hằng tháng có tối thiểu 02 (hai) chuyên mục.", [(">=", "2", "chuyên mục")]),
        ("Có 80/100 xã đạt chuẩn.", [("=", "80", "xã")]),
        ("Thu hút từ 10 dự án đến 12 dự án.", [("range", "10-12", "dự án")]),
        ("126 xã, phường mở hội chợ (duy trì tối thiểu 01 lần/tuần).",
         [("=", "126", "xã, phường"), (">=", "1", "lần/tuần")]),
        ("Không quá 02 lần/năm thanh tra một doanh nghiệp.", [("<=", "2", "lần/năm")]),
        ("Bảo đảm tối thiểu 01 người/hộ biết dùng dịch vụ số.", [(">=", "1", "người/hộ")]),
        ("Giới thiệu tối thiểu 2.000 sản phẩm/dịch vụ.", [(">=", "2000", "sản phẩm/dịch vụ")]),
        ("Tăng ít nhất 5 bậc; thuộc nhóm 20 tỉnh đứng đầu.", [(">=", "5", "bậc"), ("<=", "20", "tỉnh đứng đầu")]),
        ("Hoàn thành tại 100% (khoảng 2.700) thôn.", [("=", "100", "%")]),
    ],
)  # fmt: skip
def test_a_sentence_is_read_figure_by_figure(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert [seen(target) for target in aims(f"- {text}")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "100% hộ có doanh thu trên 1 tỷ đồng dùng hóa đơn điện tử.",
        "100% chợ trên địa bàn 126 xã, phường có bảng giá.",
        "100% hệ thống được bảo vệ 4 lớp theo Chỉ thị số 14/CT-TTg ngày 25/5/2018.",
        "100% người từ 15 tuổi trở lên có thẻ.",
        "100% khách hàng có đường truyền với tốc độ trên 1Gb/s.",
        "100% hồ sơ theo Nghị quyết 57 và Đề án 06 xong trước 16 giờ 30 phút mỗi ngày.",
        "100% sản phẩm từ 3 sao trở lên có mã truy xuất.",
        "100% cơ sở theo khoản 4 Điều 8 được kiểm tra, điện thoại 1900.1234.",
        "100% tổ dân phố thực hiện “5 không 3 sạch”.",
        "100% nhân viên kỹ thuật dùng mạng 5G.",
    ],
)
def test_what_counted_things_are_like_is_no_aim(text: str) -> None:
    assert [target.values for target in aims(text)] == [("100",)]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Giảm 50% thời gian giải quyết, 50% thành phần hồ sơ.", ["decrease", "decrease"]),
        ("Cắt giảm ít nhất 30% chi phí tuân thủ.", ["decrease"]),
        ("Số vụ tai nạn giảm từ 5-10% so với năm 2025.", ["decrease"]),
        ("Mở rộng thêm 5.000 hộ dùng nước sạch.", ["increase"]),
        ("Năng suất lao động tăng trên 8%/năm.", ["increase"]),
        ("Giảm tỷ lệ hộ nghèo còn 2,5%.", [None]),
        ("Nâng tỷ lệ che phủ rừng lên 53%.", [None]),
        ("Tốc độ tăng trưởng đạt 9%.", [None]),
        ("Giảm tỷ lệ hộ nghèo bình quân 1%/năm; hộ cận nghèo đạt dưới 4%.", ["decrease", None]),
    ],
)
def test_by_how_much_is_not_to_what(text: str, changes: list[str | None]) -> None:
    assert [target.change for target in aims(text)] == changes


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Đến năm 2027, tỷ lệ A đạt 80%; tỷ lệ B đạt 90%.", ["2027-12-31", "2027-12-31"]),
        ("Tỷ lệ A đạt 80% vào năm 2027 và 95% vào năm 2030.", ["2027-12-31", "2030-12-31"]),
        ("Tỷ lệ A đạt 80% vào năm 2027; tỷ lệ B đạt 95%.", ["2027-12-31", "2026-12-31"]),
        ("Hết quý II/2026 có 12 mô hình.", ["2026-06-30"]),
        ("Có 12 mô hình trước ngày 30/9/2026.", ["2026-09-30"]),
        ("6 tháng đầu năm 2026 giải ngân 45%.", ["2026-06-30"]),
        ("Tăng 10% so với năm 2020.", ["2026-12-31"]),
        ("Trong 6 tháng đầu năm giải ngân 45%; cả năm đạt 95%.", ["2026-06-30", "2026-12-31"]),
        ("Quý III có 12 mô hình.", ["2026-09-30"]),
        ("Nâng tỷ lệ từ 52% năm 2024 lên 53% năm 2027.", ["2027-12-31"]),
        ("Hộ nghèo theo chuẩn nghèo giai đoạn 2022-2025 còn 3%.", ["2026-12-31"]),
        ("100% xã thực hiện Chỉ thị ngày 25/5/2018.", ["2026-12-31"]),
    ],
)
def test_a_clause_may_name_its_own_time(text: str, ends: list[str]) -> None:
    assert [target.end for target in aims(text)] == ends


def test_a_deadline_binds_more_than_a_year_in_the_text() -> None:
    place = Heading("", (None, "2026-07-31"), binding=True)

    (target,) = aims("100% nhiệm vụ giao năm 2026 có kinh phí", place)

    assert target.end == "2026-07-31"


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("- Đến năm 2030, có ít nhất 80% số xã đạt chuẩn.", "số xã đạt chuẩn"),
        ("- Duy trì 100% trạm y tế có bác sĩ.", "Duy trì trạm y tế có bác sĩ"),
        ("- Mở rộng thêm 500 hộ dùng nước sạch.", "Mở rộng thêm hộ dùng nước sạch"),
        (
            "- Tối thiểu 20 hợp tác xã có sản phẩm bán qua mạng.",
            "hợp tác xã có sản phẩm bán qua mạng",
        ),
        ("- Tỷ lệ giải ngân đạt 100% kế hoạch.", "Tỷ lệ giải ngân"),
        ("- Nâng tỷ lệ che phủ rừng từ 52% lên 53%.", "Nâng tỷ lệ che phủ rừng"),
        ("- Hoàn thành đối với 100% thôn, tổ dân phố.", "Hoàn thành thôn, tổ dân phố"),
    ],
)
def test_the_indicator_says_what_is_measured(text: str, indicator: str) -> None:
    assert aims(text)[0].indicator == indicator


def test_words_left_out_of_a_second_figure_come_from_the_first() -> None:
    first, second = aims("Giá trị sản xuất đạt 250 tỷ đồng, tăng 9,5% so với năm trước.")

    assert (first.indicator, second.indicator) == ("Giá trị sản xuất", "Giá trị sản xuất tăng")


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Mỗi xã, phường bảo đảm tối thiểu 30% hộ kinh doanh được hỗ trợ.", "Mỗi xã, phường"),
        ("Mỗi huyện thành lập mới 02 hợp tác xã.", "Mỗi huyện"),
        ("Bảo đảm mỗi trường có 01 thư viện số.", "mỗi trường"),
        ("Mỗi năm mở 02 lớp.", None),
    ],
)
def test_each_of_many_is_the_scope(text: str, scope: str | None) -> None:
    assert aims(text)[0].scope == scope


@pytest.mark.parametrize(
    ("text", "recurrence", "average"),
    [
        ("Mỗi năm trồng 1.000 cây.", "year", False),
        ("Bình quân mỗi năm trồng 1.000 cây.", "year", True),
        ("Hằng quý có ít nhất 01 tin, bài.", "quarter", False),
        ("Phát sóng 02 lần/tuần.", "week", False),
        ("Tốc độ tăng bình quân 5 năm đạt 8,5%/năm.", None, True),
        ("Thu nhập bình quân đầu người đạt 80 triệu đồng.", None, False),
    ],
)
def test_what_recurs_and_what_is_a_mean_say_so(
    text: str, recurrence: str | None, average: bool
) -> None:
    target = aims(text)[0]

    assert (target.recurrence, target.average) == (recurrence, average)


# Any figure written the Vietnamese way, with any words of comparison, is read back.

SIGNS = {
    "": ("=", False),
    "ít nhất ": (">=", False),
    "tối thiểu ": (">=", False),
    "không dưới ": (">=", False),
    "không thấp hơn ": (">=", False),
    "≥ ": (">=", False),
    ">= ": (">=", False),
    "trên ": (">=", True),
    "hơn ": (">=", True),
    "> ": (">=", True),
    "không quá ": ("<=", False),
    "tối đa ": ("<=", False),
    "≤ ": ("<=", False),
    "dưới ": ("<=", True),
    "thấp hơn ": ("<=", True),
    "khoảng ": ("about", False),
    "xấp xỉ ": ("about", False),
}
UNITS = ["%", "%/năm", " ha", " tỷ đồng", " hợp tác xã", " lượt khách/năm", " triệu đồng/người/năm"]


def printed(whole: int, part: str) -> str:
    """A number as Vietnamese documents print it: full stops between thousands, a comma before the rest."""
    text = f"{whole:,}".replace(",", ".")
    return f"{text},{part}" if part else text


@given(
    whole=st.integers(min_value=0, max_value=10**9),
    part=st.text("0123456789", max_size=3),
    words=st.sampled_from(sorted(SIGNS)),
    unit=st.sampled_from(UNITS),
    reach=st.sampled_from(["đạt", "đạt mức", "còn", "chiếm", "là", "ở mức"]),
)
def test_any_figure_is_read_back(whole: int, part: str, words: str, unit: str, reach: str) -> None:
    if 1950 <= whole <= 2100 and not part and not unit.startswith("%"):
        return  # a year

    (target,) = aims(f"- Chỉ số phát triển làng nghề {reach} {words}{printed(whole, part)}{unit}.")

    assert (target.comparator, target.strict) == SIGNS[words]
    assert float(target.values[0]) == float(f"{whole}.{part or 0}")
    assert target.unit == unit.strip()
    assert target.indicator == "Chỉ số phát triển làng nghề"


@given(
    low=st.integers(min_value=1, max_value=1000),
    more=st.integers(min_value=1, max_value=1000),
    between=st.sampled_from(["-", " - ", "–", " – ", " đến "]),
    unit=st.sampled_from(UNITS),
)
def test_any_range_is_read_back(low: int, more: int, between: str, unit: str) -> None:
    if 1950 <= low + more <= 2100:
        return

    (target,) = aims(f"Chỉ số đạt {printed(low, '')}{between}{printed(low + more, '')}{unit}")

    assert (target.comparator, target.values) == ("range", (str(low), str(low + more)))
    assert target.unit == unit.strip()


@given(st.text("0123456789 .,;%()-/ađtừlênạ≥<>“”\n", max_size=120))
def test_no_text_is_too_odd(text: str) -> None:
    for target in aims(text):
        assert len(target.values) <= 2
        assert all(float(value) >= 0 for value in target.values)
