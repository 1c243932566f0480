from datetime import date

import pytest

from vanban.deadlines.reading import Setting, is_condition, is_deadline, read_deadline
from vanban.model import Deadline
from vanban.work.tasks import deadline_findings


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
        ("01/4 - 30/6/2024", "date", "2024-04-01", "2024-06-30"),
        ("2024-04-30 0:00:00", "date", None, "2024-04-30"),
        ("Tháng Tư năm 2024", "month", "2024-04-01", "2024-04-30"),
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
        ("Trước ngày 05 tháng đầu quý", "quarter"),
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


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("Qúy IV/2026", "quarter", "2026-10-01", "2026-12-31"),
        ("Q.IV/2026", "quarter", "2026-10-01", "2026-12-31"),
        ("Q4/2026", "quarter", "2026-10-01", "2026-12-31"),
        ("IV/2026", "quarter", "2026-10-01", "2026-12-31"),
        ("Quý II, III, IV năm 2026", "quarter", "2026-04-01", "2026-12-31"),
        ("đầu quý II/2026", "quarter", "2026-04-01", "2026-06-30"),
        ("T6/2026", "month", "2026-06-01", "2026-06-30"),
        ("tháng 6 – 9/2026", "month", "2026-06-01", "2026-09-30"),
        ("6-9/2026", "month", "2026-06-01", "2026-09-30"),
        ("tháng 3, tháng 6, tháng 9 năm 2026", "month", "2026-03-01", "2026-09-30"),
        ("Tháng 11/2025 đến tháng 2/2026", "month", "2025-11-01", "2026-02-28"),
        ("nửa đầu tháng 5/2026", "month", "2026-05-01", "2026-05-15"),
        ("9 tháng đầu năm 2026", "month", "2026-01-01", "2026-09-30"),
        ("Tuần 2 tháng 3/2026", "month", "2026-03-01", "2026-03-31"),
        ("31.12.2026", "date", None, "2026-12-31"),
        ("30/6/26", "date", None, "2026-06-30"),
        ("15-20/5/2026", "date", "2026-05-15", "2026-05-20"),
        ("Từ 01/3 đến 30/4/2026", "date", "2026-03-01", "2026-04-30"),
        ("cuối năm 2026", "year", None, "2026-12-31"),
        ("Năm học 2025-2026", "year-range", "2025-01-01", "2026-12-31"),
        ("2025, 2026 và 2027", "year-range", "2025-01-01", "2027-12-31"),
        ("Trình kỳ họp gần nhất của HĐND", "conditional", None, None),
        ("Theo hướng dẫn của cấp trên", "conditional", None, None),
        ("Theo quy định tại Quyết định số 61/QĐ-UBND ngày 03/4/2024", "conditional", None, None),
        ("Theo Kế hoạch ngày 03/4/2024 của UBND tỉnh", "conditional", None, None),
    ],
)
def test_the_same_day_may_be_written_in_many_ways(
    text: str, kind: str, start: str | None, end: str | None
) -> None:
    assert kind_and_days(read_deadline(text)) == (kind, start, end)


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("Từ năm 2024", "year", "2024-01-01"),
        ("Từ quý II/2026", "quarter", "2026-04-01"),
        ("Bắt đầu từ ngày 01/7/2026", "date", "2026-07-01"),
        ("Từ tháng 3/2026 trở đi", "month", "2026-03-01"),
    ],
)
def test_what_only_begins_has_no_last_day(text: str, kind: str, start: str) -> None:
    deadline = read_deadline(text)
    assert (deadline.kind, deadline.start, deadline.end) == (kind, start, None)
    assert deadline.open_ended


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2025 hoàn thành hồ sơ; triển khai trong các năm tiếp theo",
        "Ban hành trong tháng 01/2026 và tổ chức thực hiện",
        "Quý II/2026 và duy trì thường xuyên",
    ],
)
def test_what_is_done_once_and_goes_on_keeps_its_day(text: str) -> None:
    deadline = read_deadline(text)
    assert deadline.open_ended
    assert deadline.end
    assert deadline.kind != "recurring"


@pytest.mark.parametrize(
    ("text", "every", "within"),
    [
        ("trước 15/12 hằng năm", "year", "12-15"),
        ("Quý I hằng năm", "year", "03-31"),
        ("Tháng 12 hàng năm", "year", "12-31"),
        ("Chậm nhất ngày 25 hằng tháng", "month", "25"),
        ("ngày 20 hàng tháng", "month", "20"),
        ("Hằng năm", "year", None),
        ("6 tháng, năm", "half-year", None),
        ("Tháng, quý, năm", "month", None),
        ("02 lần/năm", "half-year", None),
        ("Theo quý", "quarter", None),
    ],
)
def test_the_day_inside_a_period_that_comes_again_is_kept(
    text: str, every: str, within: str | None
) -> None:
    deadline = read_deadline(text)
    assert (deadline.kind, deadline.recurrence, deadline.within) == ("recurring", every, within)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("100 ngày", "2026-10-22"),
        ("sau 30 ngày", "2026-08-13"),
        ("Trong vòng 15 ngày kể từ ngày Kế hoạch được ban hành", "2026-07-29"),
        ("03 tháng kể từ ngày ban hành Kế hoạch", "2026-10-14"),
        ("10 ngày làm việc kể từ ngày ban hành", "2026-07-28"),
    ],
)
def test_a_span_is_counted_from_the_day_of_issue(text: str, end: str) -> None:
    deadline = read_deadline(text, Setting(issued=date(2026, 7, 14)))
    assert kind_and_days(deadline) == ("date", "2026-07-14", end)


@pytest.mark.parametrize(
    "text",
    ["Sau 03 tháng kể từ khi Luật có hiệu lực", "15 ngày kể từ ngày Nghị định được ban hành"],
)
def test_a_span_from_the_event_of_others_waits(text: str) -> None:
    assert read_deadline(text, Setting(issued=date(2026, 7, 14))).kind == "conditional"


def test_several_days_in_one_cell_are_milestones() -> None:
    deadline = read_deadline("Dự thảo: Quý I/2026; trình ban hành: Quý II/2026")
    assert [(one.text, one.end) for one in deadline.milestones] == [
        ("Dự thảo: Quý I/2026", "2026-03-31"),
        ("trình ban hành: Quý II/2026", "2026-06-30"),
    ]
    assert deadline.end == "2026-06-30"


def test_a_span_is_no_row_of_milestones() -> None:
    assert read_deadline("Từ tháng 3/2026 đến tháng 5/2026").milestones == ()


def test_a_span_that_ends_on_no_day_of_the_calendar_has_no_end() -> None:
    assert read_deadline("Từ 01/9/2026 đến 31/9/2026").end is None


def test_an_outlook_is_no_end() -> None:
    assert read_deadline("Hằng năm đến 2025, tầm nhìn 2030").end == "2025-12-31"


def test_the_year_of_the_plan_stands_in_where_none_is_printed() -> None:
    setting = Setting(year=2026)
    assert kind_and_days(read_deadline("Trong năm", setting)) == (
        "year",
        "2026-01-01",
        "2026-12-31",
    )
    assert kind_and_days(read_deadline("Tháng 9", setting)) == ("month", "2026-09-01", "2026-09-30")


def test_of_several_days_each_says_whether_the_work_must_be_ready_before_it() -> None:
    found = read_deadline("Trình trước ngày 30/6/2026; ban hành ngày 30/9/2026")
    assert [(one.end, one.before) for one in found.milestones] == [
        ("2026-06-30", True),
        ("2026-09-30", False),
    ]
    assert (found.end, found.before) == ("2026-09-30", False)


def test_before_a_span_ends_is_before_its_last_day() -> None:
    found = read_deadline("từ 01/6/2026 đến trước ngày 15/6/2026")
    assert (found.end, found.before) == ("2026-06-15", True)
