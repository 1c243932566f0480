"""The picture of money by source and year, and the sums beneath it."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.tiendo import samples
from tests.tiendo.funding.money import allocation, commitment, payment
from tiendo.accounts.models import Role
from tiendo.funding.models import Allocation
from tiendo.funding.picture import WIDTH, bar, picture_of
from tiendo.funding.registers import ALLOCATIONS
from tiendo.funding.sums import Money, counts_for, excess, last_day_of_payments

AMOUNT = st.decimals(0, 10**7, places=3)


@given(AMOUNT, AMOUNT, AMOUNT)
def test_what_is_too_much_and_what_is_left_never_meet(
    allocated: Decimal, others: Decimal, amount: Decimal
) -> None:
    over = excess(allocated, others, amount)
    money = Money(allocated, disbursed=others + amount)
    assert over == 0 or money.left == 0
    assert money.disbursed + money.left - over == allocated


@pytest.mark.parametrize(
    ("money", "share"),
    [
        (Money(Decimal(200), disbursed=Decimal(50)), Decimal(25)),
        (Money(Decimal(200)), Decimal(0)),
        (Money(Decimal(0), disbursed=Decimal(5)), None),
    ],
)
def test_a_share_of_nothing_is_not_zero(money: Money, share: Decimal | None) -> None:
    assert money.share == share


@given(st.integers(1990, 2100), st.integers(0, 60))
def test_the_last_day_of_payments_is_the_last_that_counts(year: int, days: int) -> None:
    last = last_day_of_payments(year, days)
    assert counts_for(year, last, days)
    assert not counts_for(year, date.fromordinal(last.toordinal() + 1), days)


@given(AMOUNT, AMOUNT, AMOUNT)
def test_a_bar_stays_within_its_frame(allocated: Decimal, committed: Decimal, out: Decimal) -> None:
    drawn = etree.fromstring(bar(Money(allocated, committed, out), max(allocated, committed, out)))
    for part in drawn:
        assert float(part.get("width", "")) >= 0
        assert float(part.get("x", "")) + float(part.get("width", "")) <= WIDTH + 0.5
    assert (len(drawn) == 4) is (out > allocated)


@pytest.mark.django_db
def test_the_picture_has_a_line_for_each_source_and_a_sum() -> None:
    home = samples.locality()
    road = allocation(home, 1000, year=2022, source="province")
    allocation(home, 500, year=2023, source="socialised")
    payment(road, 300)
    commitment(road, 900)
    picture = picture_of(Allocation.objects.with_sums())
    assert list(picture.years) == [2022, 2023]
    assert [[cell.money for cell in line.cells] for line in picture.lines] == [
        [Money(Decimal(1000), Decimal(900), Decimal(300)), None],
        [None, Money(Decimal(500))],
        [Money(Decimal(1000), Decimal(900), Decimal(300)), Money(Decimal(500))],
    ]
    assert [line.is_sum for line in picture.lines] == [False, False, True]


@pytest.mark.django_db
def test_only_the_last_five_years_are_drawn_and_it_is_said(
    django_assert_num_queries: object,
) -> None:
    home = samples.locality()
    for year in range(2018, 2025):
        allocation(home, 10, year=year)
    with django_assert_num_queries(1):  # type: ignore[operator]
        picture = picture_of(Allocation.objects.with_sums())
    assert list(picture.years) == [2020, 2021, 2022, 2023, 2024]
    assert picture.earlier


@pytest.mark.django_db
def test_the_register_of_allocations_shows_the_picture_once_there_is_money(client: Client) -> None:
    office = samples.agency(samples.locality())
    client.force_login(samples.person(Role.COORDINATOR, office))
    address = reverse("registers:rows", args=[ALLOCATIONS])
    assert "money-bar" not in client.get(address).content.decode()
    payment(allocation(office.locality, 800), 900)
    page = client.get(address).content.decode()
    assert "money-bar" in page
    assert "112,5%" in page
    assert "vượt mức phân bổ" in page
