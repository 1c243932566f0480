"""Figures as plans print them, and what only looks like one."""

import pytest

from vanban.targets.periods import period_of
from vanban.targets.quantities import decimal, find_quantities


@pytest.mark.parametrize(
    ("text", "sign", "strict", "values", "unit"),
    [
        ("đạt ít nhất 12,5% tổng giá trị sản xuất.", ">=", False, ("12.5",), "% tổng giá trị sản xuất"),
        ("tối thiểu đạt 80% trong năm", ">=", False, ("80",), "%"),
        ("không dưới 20 doanh nghiệp", ">=", False, ("20",), "doanh nghiệp"),
        ("không ít hơn 3 mô hình", ">=", False, ("3",), "mô hình"),
        ("đạt 90% trở lên", ">=", False, ("90",), "%"),
        ("≥ 5 sản phẩm", ">=", False, ("5",), "sản phẩm"),
        ("đạt≥5 sản phẩm", ">=", False, ("5",), "sản phẩm"),
        ("đạt >90%", ">=", True, ("90",), "%"),
        ("không kém hơn 5 sản phẩm", ">=", False, ("5",), "sản phẩm"),
        ("bằng hoặc cao hơn 5 sản phẩm", ">=", False, ("5",), "sản phẩm"),
        ("đạt và vượt 5 sản phẩm", ">=", False, ("5",), "sản phẩm"),
        ("từ 5 sản phẩm tiêu biểu trở lên", ">=", False, ("5",), "sản phẩm tiêu biểu"),
        ("không để quá 5 vụ", "<=", False, ("5",), "vụ"),
        ("không vượt quá 5 vụ", "<=", False, ("5",), "vụ"),
        ("nhiều nhất 5 vụ", "<=", False, ("5",), "vụ"),
        ("xấp xỉ 5 vụ", "about", False, ("5",), "vụ"),
        ("1,5 tỷ đến 2 tỷ đồng", "range", False, ("1.5", "2"), "tỷ đồng"),
        ("30% đến 40%", "range", False, ("30", "40"), "%"),
        ("80/100 xã", "=", False, ("80",), "xã"),
        ("tăng gấp đôi so với năm 2022", "=", False, ("2",), "lần"),
        ("ít nhất gấp ba lần hiện nay", ">=", False, ("3",), "lần"),
        ("95 phần trăm", "=", False, ("95",), "%"),
        ("12 bác sĩ/10.000 dân", "=", False, ("12",), "bác sĩ/10.000 dân"),
        ("75 triệu đồng/người/năm", "=", False, ("75",), "triệu đồng/người/năm"),
        ("12km đường", "=", False, ("12",), "km đường"),
        ("trên 75%", ">=", True, ("75",), "%"),
        ("đạt hơn 1.500 hộ", ">=", True, ("1500",), "hộ"),
        ("vượt mức 5%", ">=", True, ("5",), "%"),
        ("không quá 1,5%", "<=", False, ("1.5",), "%"),
        ("tối đa 3 ha", "<=", False, ("3",), "ha"),
        ("còn 2% trở xuống", "<=", False, ("2",), "%"),
        ("dưới 4%", "<=", True, ("4",), "%"),
        ("khoảng 50.000 tỷ đồng", "about", False, ("50000",), "tỷ đồng"),
        ("chiếm 5-6% phục vụ chế biến", "range", False, ("5", "6"), "%"),
        ("từ 5 đến 7 mô hình", "range", False, ("5", "7"), "mô hình"),
        ("giảm 5% - 10% số vụ", "range", False, ("5", "10"), "%"),
        ("đạt 1.234,5 tỷ đồng", "=", False, ("1234.5",), "tỷ đồng"),
        ("đạt 8,0%/năm", "=", False, ("8.0",), "%/năm"),
        ("xây 01 cụm công nghiệp.", "=", False, ("1",), "cụm công nghiệp"),
        ("phát sóng 02 lần/tuần", "=", False, ("2",), "lần/tuần"),
    ],
)  # fmt: skip
def test_a_figure_is_read_with_its_comparator_and_unit(
    text: str, sign: str, strict: bool, values: tuple[str, ...], unit: str
) -> None:
    (quantity,) = find_quantities(text)

    assert (quantity.comparator, quantity.strict) == (sign, strict)
    assert (quantity.values, quantity.unit) == (values, unit)


@pytest.mark.parametrize(
    "text",
    [
        "giai đoạn 2021-2025, tầm nhìn đến năm 2030",
        "Quyết định số 12/QĐ-UBND ngày 3/4/2022",
        "(doanh thu trên 1 tỷ đồng)",
        "chương trình “5 không 3 sạch”",
        "tại khoản 2 Điều 5",
        "quý 3, tháng 6",
        "trong 6 tháng",
        "đạt chuẩn mức độ 3",
        "không có con số nào",
        "cơ chế 1 cửa, chính quyền địa phương 02 cấp",
        "theo NQ 57 và QĐ 06",
        "lúc 7h30, 16 giờ 15 phút",
        "mạng 5G, công nghệ 4.0, phiên bản 2.0",
        "tiêu chuẩn ISO 18091:2020",
        "phường 1, quận 3, lớp 5, vùng 2",
        "gọi 24/7, ngày 10/10",
        "đại dịch Covid-19",
        "nguyên tắc 6 rõ",
        "hoàn thành trong 15 ngày",
    ],
)
def test_years_days_names_and_figures_in_brackets_are_no_quantities(text: str) -> None:
    assert find_quantities(text) == ()


@pytest.mark.parametrize("every", ["mỗi năm", "hằng năm", "hàng năm"])
def test_what_comes_every_year_says_so(every: str) -> None:
    (quantity,) = find_quantities(f"tạo việc làm cho hơn 550 lao động {every}.")

    assert (quantity.unit, quantity.recurrence) == ("lao động/năm", "year")


def test_an_average_is_known() -> None:
    first, second = find_quantities("tăng bình quân 8,0%/năm, chế biến tăng 6,5%/năm")

    assert (first.average, second.average) == (True, False)


def test_offsets_mark_comparator_figure_and_unit() -> None:
    text = "Tỷ lệ đạt trên 75% vào năm 2025"
    (quantity,) = find_quantities(text)

    assert text[quantity.start : quantity.end] == "trên 75%"
    assert text[quantity.number : quantity.end] == "75%"


@pytest.mark.parametrize(
    ("printed", "digits"),
    [("12,5", "12.5"), ("1.234,5", "1234.5"), ("950.000", "950000"), ("01", "1"), ("8,0", "8.0"), ("12.5", "12.5")],
)  # fmt: skip
def test_figures_are_vietnamese(printed: str, digits: str) -> None:
    assert decimal(printed) == digits


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Giai đoạn 2021 - 2025", ("2021-01-01", "2025-12-31")),
        ("từ năm 2021 đến năm 2025", ("2021-01-01", "2025-12-31")),
        ("Đến năm 2030", (None, "2030-12-31")),
        ("đến hết năm 2030", (None, "2030-12-31")),
        ("Trong năm 2026", ("2026-01-01", "2026-12-31")),
        ("tăng 5% so với năm 2020", (None, None)),
        ("(giá so sánh năm 2010)", (None, None)),
        ("Mục tiêu chung", (None, None)),
    ],
)
def test_a_heading_gives_its_period(text: str, period: tuple[str | None, str | None]) -> None:
    assert period_of(text) == period
