"""Moving the years that a text names: those of the plan, and never those of other documents."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.plans.years import moved, moved_day

OWN = range(2024, 2026)  # of a plan of 2025, with the year it compares with


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Trong năm 2025 mở 05 lớp", "Trong năm 2026 mở 05 lớp"),
        ("trước ngày 15/6/2025", "trước ngày 15/6/2026"),
        ("tăng 10% so với năm 2024", "tăng 10% so với năm 2025"),
        ("vụ 2024-2025 và vụ 2024 – 2025", "vụ 2025-2026 và vụ 2025 – 2026"),
        ("từ năm 2024 đến hết năm 2025", "từ năm 2025 đến hết năm 2026"),
    ],
)
def test_the_years_of_the_plan_and_of_the_one_before_are_moved(text: str, after: str) -> None:
    found = moved(text, 1, OWN)
    assert (found.text, bool(found.pairs)) == (after, True)


@pytest.mark.parametrize(
    "text",
    [
        "theo Nghị định số 09/2025/NĐ-CP",
        "Quyết định số 12/QĐ-UBND ngày 20/01/2025",
        "Quyết định số 12/QĐ-UBND ngày 20 tháng 01 năm 2025",
        "Luật Khuyến công năm 2025",
        "trồng 12025 cây",
    ],
)
def test_years_of_other_documents_stay_and_are_no_doubt(text: str) -> None:
    found = moved(text, 1, OWN)
    assert (found.text, found.pairs, found.kept) == (text, (), ())


def test_a_span_that_reaches_outside_the_plan_stays_whole_and_is_told() -> None:
    found = moved("Chương trình giai đoạn 2021-2025, năm 2025", 1, OWN)
    assert found.text == "Chương trình giai đoạn 2021-2025, năm 2026"
    assert (found.pairs, found.kept) == ((("2025", "2026"),), ("2021-2025",))


@given(st.text(max_size=60), st.integers(1, 10))
def test_nothing_but_years_changes_and_moving_back_gives_the_words_again(
    text: str, by: int
) -> None:
    found = moved(text, by, range(2000, 2050))
    assert len(found.text) == len(text)
    assert (found.text == text) == (not found.pairs)


def test_the_29th_of_february_becomes_the_28th_where_there_is_none() -> None:
    assert moved_day(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert moved_day(date(2024, 2, 29), 4) == date(2028, 2, 29)
