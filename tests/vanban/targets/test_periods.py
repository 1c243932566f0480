"""Spans of time as headings, clauses and titles name them."""

import pytest

from vanban.targets.periods import narrower, period_in_clause, period_of, period_of_title


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("giai đoạn 2021-2025", "2021-01-01", "2025-12-31"),
        ("Giai đoạn 2021 – 2025", "2021-01-01", "2025-12-31"),
        ("từ năm 2026 đến năm 2030", "2026-01-01", "2030-12-31"),
        ("nhiệm kỳ 2025-2030", "2025-01-01", "2030-12-31"),
        ("đến năm 2030", None, "2030-12-31"),
        ("đến hết năm 2030", None, "2030-12-31"),
        ("cuối năm 2027", None, "2027-12-31"),
        ("trong năm 2026", "2026-01-01", "2026-12-31"),
        ("vào năm 2027", "2027-01-01", "2027-12-31"),
        ("quý III/2026", "2026-07-01", "2026-09-30"),
        ("quý 3 năm 2026", "2026-07-01", "2026-09-30"),
        ("năm 2026 quý II", "2026-04-01", "2026-06-30"),
        ("đến hết quý II/2026", None, "2026-06-30"),
        ("tháng 02/2028", "2028-02-01", "2028-02-29"),
        ("đến tháng 6 năm 2026", None, "2026-06-30"),
        ("6 tháng đầu năm 2026", "2026-01-01", "2026-06-30"),
        ("06 tháng cuối năm 2026", "2026-07-01", "2026-12-31"),
        ("trước ngày 30/9/2026", None, "2026-09-30"),
        ("chậm nhất là ngày 15 tháng 8 năm 2026", None, "2026-08-15"),
        ("đến 31/12/2027", None, "2027-12-31"),
        ("đến ngày 31/02/2026", None, "2026-02-28"),
        ("so với năm 2020", None, None),
        ("so với cùng kỳ năm 2024", None, None),
        ("giá so sánh năm 2010", None, None),
        ("Chỉ thị số 14/CT-TTg ngày 25/5/2018", None, None),
        ("(số liệu năm 2020)", None, None),
        ("không có năm nào", None, None),
    ],
)
def test_a_span_is_read(text: str, start: str | None, end: str | None) -> None:
    assert period_of(text) == (start, end)


def test_the_span_of_a_standard_is_none_of_a_clause() -> None:
    assert period_in_clause("theo chuẩn nghèo giai đoạn 2022-2025") == (None, None)
    assert period_in_clause("giai đoạn 2022-2025 giảm nghèo") == ("2022-01-01", "2025-12-31")


@pytest.mark.parametrize(
    ("title", "start", "end"),
    [
        ("Chuyển đổi số năm 2026", "2026-01-01", "2026-12-31"),
        ("Hành động “Năm an toàn giao thông - 2024”", "2024-01-01", "2024-12-31"),
        ("Phát triển làng nghề giai đoạn 2026-2030", "2026-01-01", "2030-12-31"),
        ("Phát triển làng nghề đến năm 2030, tầm nhìn đến năm 2045", None, "2030-12-31"),
        ("Giai đoạn 2026-2030, định hướng đến năm 2035", "2026-01-01", "2030-12-31"),
        (
            "Thực hiện Chương trình giảm nghèo giai đoạn 2021-2025, năm 2024",
            "2024-01-01",
            "2024-12-31",
        ),
        (
            "Thực hiện Chiến lược dữ liệu đến năm 2030 trên địa bàn tỉnh năm 2026",
            "2026-01-01",
            "2026-12-31",
        ),
        ("Thực hiện Nghị quyết số 5-NQ/TW ngày 22 tháng 12 năm 2024 của Trung ương", None, None),
        ("Thực hiện Nghị quyết số 5 ngày 22/12/2024 trong năm 2026", "2026-01-01", "2026-12-31"),
        ("Nâng cao sức khỏe nhân dân", None, None),
    ],
)
def test_a_title_names_the_time_of_the_plan(title: str, start: str | None, end: str | None) -> None:
    assert period_of_title(title) == (start, end)


def test_of_a_year_and_a_deadline_within_it_the_deadline_is_narrower() -> None:
    year, deadline = ("2026-01-01", "2026-12-31"), (None, "2026-07-31")

    assert narrower(year, deadline) == deadline
    assert narrower(year, (None, "2027-07-31")) == year
    assert narrower((None, None), year) == year
    assert narrower(year, (None, None)) == year
