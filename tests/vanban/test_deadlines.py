from datetime import date

import pytest

from vanban.deadlines import Setting, is_condition, is_deadline, read_deadline
from vanban.model import Deadline
from vanban.tasks import deadline_findings


def kind_and_days(deadline: Deadline) -> tuple[str, str | None, str | None]:
    return deadline.kind, deadline.start, deadline.end


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("2021-2022", "year-range", "2021-01-01", "2022-12-31"),
        ("Giai đoạn 2026 - 2030", "year-range", "2026-01-01", "2030-12-31"),
        ("Năm 2024 đến năm 2026", "year-range", "2024-01-01", "2026-12-31"),
        ("Trong năm 2026", "year", "2026-01-01", "2026-12-31"),
        ("2025", "year", "2025-01-01", "2025-12-31"),
        ("Đến năm 2030", "year", None, "2030-12-31"),
        ("Quý IV năm 2024", "quarter", "2024-10-01", "2024-12-31"),
        ("Quý II-III/2023", "quarter", "2023-04-01", "2023-09-30"),
        ("quý 1/2027", "quarter", "2027-01-01", "2027-03-31"),
        ("Quý IV", "quarter", None, None),
        ("6/2025", "month", "2025-06-01", "2025-06-30"),
        ("Tháng 02 năm 2024", "month", "2024-02-01", "2024-02-29"),
        ("Từ tháng 3 đến tháng 6/2023", "month", "2023-03-01", "2023-06-30"),
        ("6 tháng đầu năm 2025", "month", "2025-01-01", "2025-06-30"),
        ("30/8/2026", "date", None, "2026-08-30"),
        ("Chậm nhất ngày 05 tháng 9 năm 2026", "date", None, "2026-09-05"),
        ("Từ ngày 01/01/2025 đến ngày 30/6/2025", "date", "2025-01-01", "2025-06-30"),
        ("31/02/2026", "date", None, None),
        (
            "Kỳ họp gần nhất (theo Quyết định số 37/QĐ-UBND ngày 12/04/2024)",
            "conditional",
            None,
            None,
        ),
        ("(chờ đề án của Tỉnh)", "conditional", None, None),
        ("100 ngày kể từ ngày ban hành Kế hoạch", "relative", None, None),
        ("", "none", None, None),
    ],
)
def test_a_deadline_is_read_as_far_as_it_is_printed(
    text: str, kind: str, start: str | None, end: str | None
) -> None:
    assert kind_and_days(read_deadline(text)) == (kind, start, end)


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("Hàng năm", "year"),
        ("Hằng năm", "year"),
        ("tháng 01 hằng năm", "year"),
        ("Hằng quý", "quarter"),
        ("mỗi tháng", "month"),
        ("Định kỳ 6 tháng", "half-year"),
        ("Thường xuyên", None),
    ],
)
def test_what_comes_again_says_how_often(text: str, every: str | None) -> None:
    deadline = read_deadline(text)
    assert (deadline.kind, deadline.recurrence) == ("recurring", every)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Hằng năm, giai đoạn 2023-2025", "2023-01-01", "2025-12-31"),
        ("Hằng năm từ năm 2023 đến năm 2025", "2023-01-01", "2025-12-31"),
        ("Hằng năm, bắt đầu từ năm 2023", "2023-01-01", None),
        ("Hằng quý từ 2023", "2023-01-01", None),
        ("Hằng năm đến hết năm 2024", None, "2024-12-31"),
        ("Hằng năm đến 2024", None, "2024-12-31"),
        ("Hằng quý năm 2023", "2023-01-01", "2023-12-31"),
    ],
)
def test_what_comes_again_says_between_which_years(
    text: str, start: str | None, end: str | None
) -> None:
    assert kind_and_days(read_deadline(text)) == ("recurring", start, end)


def test_before_a_day_means_that_the_day_is_late() -> None:
    assert read_deadline("trước ngày 01/12/2018").before
    assert not read_deadline("chậm nhất ngày 01/12/2018").before


def test_work_that_goes_on_afterwards_says_so() -> None:
    deadline = read_deadline("Quý IV năm 2024 và các năm tiếp theo")
    assert kind_and_days(deadline) == ("quarter", "2024-10-01", None)
    assert deadline.open_ended


def test_days_from_the_issue_are_counted_where_the_issue_is_known() -> None:
    setting = Setting(issued=date(2026, 7, 14))
    deadline = read_deadline("100 ngày kể từ ngày ban hành Kế hoạch", setting)
    assert kind_and_days(deadline) == ("date", "2026-07-14", "2026-10-22")


def test_a_year_comes_from_the_head_of_the_column_only() -> None:
    held = "Từ 20 giờ 15 phút - 20 giờ 45 phút ngày 23 tháng 1"
    assert kind_and_days(read_deadline(held)) == ("date", None, None)
    assert kind_and_days(read_deadline(held, Setting(year=2026))) == (
        "date",
        "2026-01-23",
        "2026-01-23",
    )


def test_the_words_stay_as_printed() -> None:
    assert read_deadline("Giai  đoạn\n2021-2025").text == "Giai đoạn 2021-2025"


@pytest.mark.parametrize(
    "text",
    ["2021-2025", "Trước ngày 15 tháng 12 hằng năm", "Thường xuyên, liên tục", "Quý I - II/2023"],
)
def test_a_deadline_is_told_from_other_words(text: str) -> None:
    assert is_deadline(text)


@pytest.mark.parametrize(
    "text", ["UBND các xã, thị trấn Hàng năm", "Phòng Kinh tế", "kế hoạch năm 2025 của xã", ""]
)
def test_other_words_are_no_deadline(text: str) -> None:
    assert not is_deadline(text)


def test_waiting_is_told_from_words_that_only_look_like_it() -> None:
    assert is_condition("Sau khi có hướng dẫn của Tỉnh")
    assert is_condition("(chờ phê duyệt lại)")
    assert not is_condition("chở khách")
    assert not is_condition("cho các hộ nghèo")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Quý I hằng năm", True),
        ("trước 31/10 hằng năm", True),
        ("trước ngày 15 tháng 12 hằng năm", True),
        ("Hằng năm", False),
        ("Hàng năm", False),
        ("Hằng quý", False),
        ("Hằng tháng", False),
    ],
)
def test_a_day_within_a_recurring_period_is_asked_about(text: str, asks: bool) -> None:
    deadline = Deadline(text=text, kind="recurring", recurrence="year")
    assert [finding.code for finding in deadline_findings(deadline, ())] == (
        ["day-within-period"] if asks else []
    )
