"""Figures from registers: by year, place and kind, and the difference between none and nothing known."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.tiendo.industry.enterprises import enterprise, year
from tests.tiendo.registers.ground import Ground
from tiendo.industry.models import Enterprise, EnterpriseYear
from tiendo.registers.measures import Measure, Over, Wanted, all_by, all_values
from tiendo.registers.register import REGISTERS

STOCK = Measure(slug="co", title="co", unit="", when="began", over=Over.UNTIL, until="closed")
FLOW = Measure(slug="moi", title="moi", unit="", when="began")
OUTPUT = Measure(slug="gt", title="gt", unit="", when="year", sums="output_current")
SHARE = Measure(slug="tl", title="tl", unit="%", when="year", sums="trained", base="workers")


@pytest.fixture
def rows(ground: Ground) -> list[Enterprise]:
    """Three establishments in two communes; one closed in 2023."""
    return [
        enterprise(ground.here, began=2020),
        enterprise(ground.here, began=2022, closed=date(2023, 5, 1)),
        enterprise(ground.there, began=2022),
    ]


@pytest.mark.parametrize(("asked", "there"), [(2019, None), (2021, 1), (2022, 3), (2023, 2)])
def test_a_stock_counts_what_there_was_at_the_end_of_the_year(
    rows: list[Enterprise], asked: int, there: int | None
) -> None:
    assert STOCK.value(Enterprise.objects.all(), asked) == there


def test_a_flow_counts_the_rows_of_the_year_and_lists_them(rows: list[Enterprise]) -> None:
    assert FLOW.value(Enterprise.objects.all(), 2022) == 2
    assert set(FLOW.rows(Enterprise.objects.all(), 2022)) == {rows[1], rows[2]}


def test_years_together_count_from_the_first_to_the_last(rows: list[Enterprise]) -> None:
    every = Enterprise.objects.all()
    assert FLOW.value(every, 2022, 2020) == 3
    assert FLOW.value(every, 2022, 2021) == 2
    assert set(FLOW.rows(every, 2021, 2019)) == {rows[0]}
    assert STOCK.value(every, 2023, 2022) == STOCK.value(every, 2023)


def test_none_is_said_only_where_somebody_kept_the_register_that_year(
    rows: list[Enterprise],
) -> None:
    assert FLOW.value(Enterprise.objects.all(), 2024) is None
    Enterprise.objects.update(checked_on=date(2024, 3, 1))
    assert FLOW.value(Enterprise.objects.all(), 2024) == 0
    assert FLOW.value(Enterprise.objects.all(), 2025) is None


def test_a_sum_of_figures_nobody_gave_is_not_zero(rows: list[Enterprise]) -> None:
    year(rows[0], 2023)
    assert OUTPUT.value(EnterpriseYear.objects.all(), 2023) is None
    year(rows[2], 2023, output_current=Decimal("12.5"))
    assert OUTPUT.value(EnterpriseYear.objects.all(), 2023) == Decimal("12.5")


def test_a_share_is_of_sums_and_has_two_decimals(rows: list[Enterprise]) -> None:
    year(rows[0], 2023, workers=10, trained=9)
    year(rows[2], 2023, workers=20, trained=1)
    assert SHARE.value(EnterpriseYear.objects.all(), 2023) == Decimal("33.33")


def test_places_add_up_to_the_whole(ground: Ground, rows: list[Enterprise]) -> None:
    every = Enterprise.objects.all()
    by_commune = STOCK.by(every, 2022, "commune")
    assert by_commune == {ground.here.pk: 2, ground.there.pk: 1}
    assert sum(by_commune.values()) == STOCK.value(every, 2022)


ALONE = Measure(slug="tat-ca", title="tat-ca", unit="")


def test_figures_asked_for_together_are_those_asked_for_one_by_one(
    rows: list[Enterprise], django_assert_num_queries: Any
) -> None:
    every = Enterprise.objects.all()
    Enterprise.objects.update(checked_on=date(2023, 3, 1))
    wanted = [
        *(Wanted(measure, asked) for measure in (STOCK, FLOW) for asked in range(2019, 2025)),
        *(Wanted(FLOW, 2022, 2020), Wanted(FLOW, 2022, row=rows[1].pk)),
    ]
    alone = [
        each.measure.value(every.filter(pk=each.row) if each.row else every, each.year, each.since)
        for each in wanted
    ]
    assert all_values(every, wanted) == alone
    assert alone[-1] == 1
    assert all_values(every, [*wanted, Wanted(ALONE, None)]) == [*alone, 3]
    known = [each for each, figure in zip(wanted, alone, strict=True) if figure]
    with django_assert_num_queries(1):
        assert None not in all_values(every, known)


def test_sums_and_shares_asked_for_together_keep_what_they_are(rows: list[Enterprise]) -> None:
    year(rows[0], 2023, output_current=Decimal("10.5"), workers=10, trained=4)
    year(rows[1], 2023, output_current=Decimal("2"), workers=30, trained=2)
    every = EnterpriseYear.objects.all()
    found = all_values(every, [Wanted(OUTPUT, 2023), Wanted(SHARE, 2023), Wanted(OUTPUT, 2022)])
    assert found == [Decimal("12.5"), Decimal("15.00"), None]


@pytest.mark.parametrize("slug", list(REGISTERS))
def test_all_figures_of_a_register_are_asked_for_at_once(ground: Ground, slug: str) -> None:
    register = REGISTERS[slug]
    wanted = [Wanted(each, 2023, 2021) for each in register.measures]
    if wanted:
        rows = register.rows.all()
        assert all_values(rows, wanted) == [each.measure.value(rows, 2023, 2021) for each in wanted]


def test_all_figures_of_every_commune_are_those_asked_for_one_by_one(
    ground: Ground, rows: list[Enterprise], django_assert_num_queries: Any
) -> None:
    every = Enterprise.objects.all()
    wanted = [Wanted(measure, asked) for measure in (STOCK, FLOW) for asked in range(2019, 2025)]
    with django_assert_num_queries(2):
        found = all_by(every, wanted, "commune")
    for place in (ground.here.pk, ground.there.pk):
        alone = [each.measure.by(every, each.year, "commune").get(place) for each in wanted]
        assert found[place] == alone


def test_a_commune_has_none_only_where_its_own_rows_were_kept_that_year(
    ground: Ground, rows: list[Enterprise]
) -> None:
    Enterprise.objects.filter(commune=ground.here).update(checked_on=date(2024, 3, 1))
    found = all_by(Enterprise.objects.all(), [Wanted(FLOW, 2024)], "commune")
    assert found == {ground.here.pk: [0], ground.there.pk: [None]}
