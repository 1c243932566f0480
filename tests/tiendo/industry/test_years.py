"""What speaks against the figures of a year."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from tests.tiendo.industry.enterprises import commune, enterprise, year
from tiendo.industry.models import EnterpriseYear
from tiendo.industry.years import check, faults_of_parts, jumps
from tiendo.registers.register import Setting

SETTING = Setting(date(2024, 12, 2))
figures = st.none() | st.decimals(0, 10**12, places=3)


@pytest.mark.parametrize(
    ("before", "now", "jump"),
    [
        (100, 999, False),
        (100, 1000, True),
        (1000, 100, True),
        (1000, 101, False),
        (None, 1000, False),
        (1000, None, False),
        (0, 1000, False),
        (1000, 0, False),
    ],
)
def test_ten_times_is_a_jump(before: int | None, now: int | None, jump: bool) -> None:
    assert jumps(before, now) is jump


@given(figures, figures)
def test_a_jump_up_is_a_jump_down(before: Decimal | None, now: Decimal | None) -> None:
    assert jumps(before, now) == jumps(now, before)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, []),
        ({"exports": 10, "re_exports": 10}, []),
        ({"exports": 10, "re_exports": 11}, ["re_exports"]),
        ({"exports": 10}, ["re_exports"]),
        ({"workers": 5, "trained": 6}, ["trained"]),
        ({"workers": 5, "trained": 4, "vocational": 5}, ["vocational"]),
        ({"trained": 4}, []),
    ],
)
def test_a_part_is_not_more_than_its_whole(facts: dict[str, int], expected: list[str]) -> None:
    names = ("exports", "re_exports", "workers", "trained", "vocational")
    said = dict.fromkeys(names) | facts
    assert [each.field for each in faults_of_parts(said)] == expected


@pytest.mark.django_db
class TestAgainstOtherRows:
    def faults(self, of: Any, number: int, **facts: Any) -> list[tuple[str, bool]]:
        row = EnterpriseYear(enterprise=of, year=number, **facts)
        return [(each.field, each.unless_reason) for each in check(row, SETTING)]

    def test_a_figure_that_jumps_against_the_year_before_needs_a_reason(self) -> None:
        of = enterprise(commune())
        year(of, 2022, output_current=Decimal("1825.5"), workers=20)
        said = {"output_current": Decimal(18_255), "workers": 21}
        assert self.faults(of, 2023, **said) == [("output_current", True)]
        assert self.faults(of, 2024, **said) == []

    def test_a_jump_names_the_figure_of_the_year_before(self) -> None:
        of = enterprise(commune())
        year(of, 2022, revenue=Decimal("1825.5"))
        row = EnterpriseYear(enterprise=of, year=2023, revenue=Decimal(18))
        (fault,) = check(row, SETTING)
        assert "2022" in fault.words
        assert "1.825,5" in fault.words

    def test_a_year_to_come_is_refused_and_one_before_the_beginning_needs_a_reason(self) -> None:
        of = enterprise(commune(), began=2016)
        assert self.faults(of, 2025) == [("year", False)]
        assert self.faults(of, 2015) == [("year", True)]
        assert self.faults(of, 2016) == []

    def test_a_figure_below_zero_is_refused(self) -> None:
        of = enterprise(commune())
        assert self.faults(of, 2023, output_2010=Decimal(-1)) == [("output_2010", False)]

    @pytest.mark.parametrize(
        "facts",
        [
            {"workers": 1, "trained": 2},
            {"trained": 1, "vocational": 2},
            {"exports": 1, "re_exports": 2},
            {"output_2010": -1},
        ],
    )
    def test_the_database_keeps_out_what_must_never_be(self, facts: dict[str, int]) -> None:
        of = enterprise(commune())
        with pytest.raises(IntegrityError), transaction.atomic():
            year(of, **facts)
