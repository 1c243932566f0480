"""Totals, numbers of rows and announced numbers in tables; targets and tasks against each other."""

from collections.abc import Sequence

import pytest

from tests.vanban.check.own_words import reading_with_table
from tests.vanban.check.test_rules import END, HEAD, codes_on, plan, task, tasks
from vanban.check.checking import check_reading

COSTS = ("TT", "Hạng mục", "Kinh phí")


def codes_of(rows: Sequence[Sequence[str]], *before: str) -> list[str]:
    reading = reading_with_table((*HEAD, "I. KINH PHÍ", *before), rows)
    return [remark.code for remark in check_reading(reading)]


def costs(*figures: str, total: str) -> list[Sequence[str]]:
    rows = [(str(place), f"Hạng mục {place}", one) for place, one in enumerate(figures, start=1)]
    return [COSTS, *rows, ("", "Tổng cộng", total)]


@pytest.mark.parametrize(
    ("figures", "total", "wrong"),
    [
        (("100", "200", "300"), "600", False),
        (("100", "200", "300"), "700", True),
        (("1.200", "2.300"), "3.500", False),
        (("1.200", "2.300"), "3.400", True),
        (("12,5", "7,5"), "20", False),
        (("33,3", "33,3", "33,3"), "100,0", False),  # rounded
    ],
)
def test_a_total_is_what_its_rows_add_up_to(figures, total, wrong) -> None:
    assert ("sum-of-table" in codes_of(costs(*figures, total=total))) is wrong


def test_headings_with_subtotals_are_not_added_twice() -> None:
    rows = [
        COSTS,
        ("I", "Cây giống", "300"),
        ("1", "Cây gỗ", "100"),
        ("2", "Cây hoa", "200"),
        ("II", "Công trồng", "400"),
        ("1", "Đào hố", "150"),
        ("2", "Tưới", "250"),
        ("", "Tổng cộng", "700"),
    ]

    assert "sum-of-table" not in codes_of(rows)


def test_a_row_left_out_and_a_row_number_used_twice() -> None:
    left_out = [COSTS, ("1", "Cây", "1"), ("2", "Hố", "2"), ("4", "Nước", "3")]
    twice = [COSTS, ("1", "Cây", "1"), ("2", "Hố", "2"), ("2", "Nước", "3")]
    groups = [
        COSTS,
        ("I", "Cây", ""),
        ("1", "Gỗ", "1"),
        ("2", "Hoa", "2"),
        ("II", "Công", ""),
        ("1", "Tưới", "3"),
    ]

    assert "row-skipped" in codes_of(left_out)
    assert "row-repeated" in codes_of(twice)
    assert not {"row-skipped", "row-repeated"} & set(codes_of(groups))


def test_the_rows_that_are_announced_are_counted() -> None:
    rows = [COSTS, *((str(n), f"Hạng mục {n}", "5") for n in range(1, 11))]

    assert "other-count" in codes_of(rows, "Kinh phí chia cho 10 thôn, gồm 11 hạng mục sau:")
    assert "other-count" not in codes_of(rows, "Kinh phí chia cho các thôn, gồm 10 hạng mục sau:")


def test_a_target_that_nobody_works_for() -> None:
    aims = (
        "I. MỤC TIÊU",
        "- Trồng ít nhất 500 cây bóng mát.",
        "- Tỷ lệ hộ dân dùng nước sạch đạt 95%.",
    )
    work = ["II. NHIỆM VỤ", *task(1, "Ươm và trồng cây bóng mát tại các thôn")]

    codes = codes_on(*plan(*aims, *work))

    assert codes.count("target-without-task") == 1


def test_a_target_hidden_in_a_task() -> None:
    hidden = plan(*tasks(task(1, "Phấn đấu đạt ít nhất 80% tuyến đường có cây")))
    plain = plan(*tasks(task(1, "Trồng cây dọc các tuyến đường của xã")))

    assert ("task-hides-target" in codes_on(*hidden), "task-hides-target" in codes_on(*plain)) == (
        True,
        False,
    )


def test_the_end_of_the_head_used_here_is_in_due_form() -> None:
    assert codes_on(*HEAD, "I. MỤC ĐÍCH", *END) == []
