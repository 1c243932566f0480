"""The day inside each period that comes again."""

import pytest

from vanban.deadlines.reading import read_deadline
from vanban.model import Deadline
from vanban.work.prose import find_deadline
from vanban.work.tasks import deadline_findings

STATED = [
    ("trước ngày 20 hằng tháng", "month", "20"),
    ("chậm nhất vào ngày 25 hàng tháng", "month", "25"),
    ("định kỳ hằng tháng, chậm nhất ngày 25", "month", "25"),
    ("Hằng tháng (ngày 5)", "month", "05"),
    ("trước 18 hằng tháng", "month", "18"),
    ("trước ngày 15 tháng cuối quý", "quarter", "03-15"),
    ("trước ngày 05 tháng đầu quý", "quarter", "01-05"),
    ("hằng quý (trước ngày 20 tháng cuối quý)", "quarter", "03-20"),
    ("trước ngày 20 của tháng cuối mỗi quý", "quarter", "03-20"),
    ("hằng quý trước ngày 20", "quarter", "03-20"),
    ("tháng 3 hằng năm", "year", "03-31"),
    ("trước ngày 15/12 hằng năm", "year", "12-15"),
    ("trước ngày 15/6 và 15/12 hằng năm", "year", "12-15"),
    ("trước ngày 25/3, 25/6, 25/9, 25/12 hằng năm", "year", "12-25"),
    ("Hằng tháng", "month", None),
    ("Hằng quý", "quarter", None),
]


def again(deadline: Deadline) -> tuple[str, str | None, str | None]:
    return deadline.kind, deadline.recurrence, deadline.within


@pytest.mark.parametrize(("text", "every", "within"), STATED)
def test_a_cell_says_on_which_day_of_each_period(text: str, every: str, within: str | None) -> None:
    assert again(read_deadline(text)) == ("recurring", every, within)


@pytest.mark.parametrize(("text", "every", "within"), STATED)
def test_a_sentence_says_so_too(text: str, every: str, within: str | None) -> None:
    sentence = f"Gửi báo cáo kết quả về Văn phòng {text}."

    found = find_deadline(sentence)

    assert again(found) == ("recurring", every, within)
    assert found.text == text


@pytest.mark.parametrize(
    ("text", "within", "before"),
    [
        ("trước ngày 20 hằng tháng", "20", True),
        ("trước 18 hằng tháng", "18", True),
        ("hằng quý (trước ngày 20 tháng cuối quý)", "03-20", True),
        ("trước ngày 15/6 và 15/12 hằng năm", "12-15", True),
        ("trước tháng 6 hằng năm", "06-01", True),
        ("chậm nhất vào ngày 25 hàng tháng", "25", False),
        ("trước 17 giờ ngày 20 hằng tháng", "20", False),
        ("tháng 6 hằng năm", "06-30", False),
        ("Hằng năm, trước 2025", None, False),
    ],
)
def test_before_a_day_of_each_period_is_said_as_before_a_day(
    text: str, within: str | None, before: bool
) -> None:
    found = read_deadline(text)
    assert (found.within, found.before) == (within, before)


def test_a_day_of_one_year_is_no_day_of_each_quarter() -> None:
    assert again(read_deadline("01/03/2023 - Hằng quý")) == ("recurring", "quarter", None)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("trước ngày 20 hằng tháng", []),
        ("trước ngày 15/11 hằng năm", []),
        ("Hằng năm trước ngày 15 tháng 12", []),
        ("trước ngày 15/6 và 15/12 hằng năm", ["several-days"]),
        ("Hằng năm", []),
    ],
)
def test_only_a_day_that_is_not_read_is_asked_about(text: str, codes: list[str]) -> None:
    assert [one.code for one in deadline_findings(read_deadline(text), ())] == codes
