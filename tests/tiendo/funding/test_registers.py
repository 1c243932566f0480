"""Money is never negative, never more than was given without a reason, and adds up by source and year."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import override

from tests.tiendo import samples
from tests.tiendo.funding.money import (
    allocation,
    commitment,
    payment,
    unsaved_allocation,
    unsaved_commitment,
    unsaved_payment,
)
from tests.tiendo.legal.norms import norm
from tests.tiendo.legal_rules.cases import legal_cases
from tests.tiendo.registers.ground import brought, client, filled, lay
from tiendo.funding.models import Allocation
from tiendo.funding.registers import ALLOCATIONS, COMMITMENTS, DISBURSEMENTS, share_of
from tiendo.registers.measures import Figure
from tiendo.registers.register import Register, Setting
from tiendo.registers.sheets import bringing

pytestmark = pytest.mark.django_db

SETTING = Setting(today=date(2024, 12, 2))


def fields(faults: Any) -> list[tuple[str, bool]]:
    return [(fault.field, fault.unless_reason) for fault in faults]


def measured(register: Register, slug: str, year: int) -> Figure | None:
    measure = register.measure(slug)
    assert measure is not None
    return measure.value(register.rows.all(), year)


def test_negative_money_is_refused_whatever_the_reason() -> None:
    of = allocation(samples.locality())
    assert fields(ALLOCATIONS.check(unsaved_allocation(-1), SETTING)) == [("amount", False)]
    assert fields(COMMITMENTS.check(unsaved_commitment(of, -1), SETTING)) == [("amount", False)]
    assert fields(DISBURSEMENTS.check(unsaved_payment(of, -1), SETTING)) == [("amount", False)]


@pytest.mark.parametrize("make", [commitment, payment])
def test_the_database_itself_refuses_negative_money(make: Any) -> None:
    of = allocation(samples.locality())
    with pytest.raises(IntegrityError), transaction.atomic():
        make(of, "-0.001")
    with pytest.raises(IntegrityError), transaction.atomic():
        allocation(of.locality, "-0.001")


def test_paying_more_than_was_allocated_needs_a_reason_and_says_the_sum() -> None:
    of = allocation(samples.locality(), 1000)
    payment(of, "600.5")
    assert fields(DISBURSEMENTS.check(unsaved_payment(of, "399.5"), SETTING)) == []
    afresh = Allocation.objects.get()
    with override("vi"):
        [fault] = DISBURSEMENTS.check(unsaved_payment(afresh, 400), SETTING)
    assert (fault.field, fault.unless_reason) == ("amount", True)
    assert "1.000,5 triệu đồng" in fault.words
    assert "vượt 0,5" in fault.words


def test_a_payment_that_is_corrected_does_not_count_twice() -> None:
    of = allocation(samples.locality(), 1000)
    row = payment(of, 900)
    row.amount = Decimal(1000)
    assert fields(DISBURSEMENTS.check(row, SETTING)) == []


def test_committing_more_than_was_allocated_needs_a_reason() -> None:
    of = allocation(samples.locality(), 1000, decided_on=date(2023, 1, 15))
    commitment(of, 700)
    later = unsaved_commitment(of, 300, signed_on=date(2023, 1, 15))
    assert fields(COMMITMENTS.check(later, SETTING)) == []
    assert fields(COMMITMENTS.check(later, SETTING)) == []  # it counts once
    later.amount, later.signed_on = Decimal("300.001"), date(2023, 1, 14)
    assert fields(COMMITMENTS.check(later, SETTING)) == [("amount", True), ("signed_on", True)]


def test_an_allocation_cannot_quietly_fall_below_what_was_paid_or_committed() -> None:
    of = allocation(samples.locality(), 1000)
    commitment(of, 800)
    payment(of, 500)
    of = Allocation.objects.get()
    of.amount = Decimal(800)
    assert fields(ALLOCATIONS.check(of, SETTING)) == []
    of.amount = Decimal(700)
    assert fields(ALLOCATIONS.check(of, SETTING)) == [("amount", True)]
    of.amount = Decimal(400)
    with override("vi"):
        [fault] = ALLOCATIONS.check(of, SETTING)
    assert "giải ngân 500" in fault.words


def test_a_sheet_is_judged_as_a_whole() -> None:
    ground = lay()
    of = allocation(ground.locality, 1000)
    paid = payment(of, 300)
    rows = [
        {"allocation": str(of), "year": 2023, "number": number, "amount": amount}
        for number, amount in ((paid.number, 400), ("UNC a", 600), ("UNC b", 1))
    ]
    at = client(ground.coordinator)
    template = at.get(reverse("registers:template", args=[DISBURSEMENTS])).content
    sheet = brought(ground, DISBURSEMENTS, filled(template, rows, DISBURSEMENTS))
    assert (sheet.counts["change"], sheet.counts["add"], sheet.counts["error"]) == (1, 1, 1)
    [line] = bringing.lines_of(sheet, "error", 0, 5)
    assert "1.001" in line["faults"][0][2]


@legal_cases(
    ("paid_on", "days", "faults"),
    {
        "budget-closing": [
            (date(2023, 1, 1), None, []),
            (date(2023, 12, 31), None, []),
            (date(2024, 1, 31), None, [("paid_on", True)]),
            (date(2024, 1, 31), 31, []),
            (date(2024, 2, 1), 31, [("paid_on", True)]),
            (date(2022, 12, 31), 31, [("paid_on", True)]),
        ]
    },
)
def test_a_payment_counts_for_a_year_until_its_accounts_close(
    paid_on: date, days: int | None, faults: list[tuple[str, bool]]
) -> None:
    of = allocation(samples.locality())
    if days:
        facts = {"code": "ngan-sach-chinh-ly", "kind": "days", "unit": "ngày"}
        norm(of.locality, **facts, highest=Decimal(days), valid_from=date(2017, 1, 1))
    row = unsaved_payment(of, 1, paid_on=paid_on)
    assert fields(DISBURSEMENTS.check(row, SETTING)) == faults


def test_a_norm_that_decides_is_named_and_said_to_be_not_verified() -> None:
    of = allocation(samples.locality())
    facts = {"code": "ngan-sach-chinh-ly", "kind": "days", "unit": "ngày", "title": "Chỉnh lý"}
    norm(of.locality, **facts, highest=Decimal(31), valid_from=date(2017, 1, 1))
    with override("vi"):
        [fault] = DISBURSEMENTS.check(unsaved_payment(of, 1, paid_on=date(2024, 3, 1)), SETTING)
    assert "đến 31/01/2024" in fault.words
    assert "Chỉnh lý: 31 ngày (chưa kiểm chứng)" in fault.words


def test_money_of_a_year_does_not_count_for_an_earlier_one() -> None:
    of = allocation(samples.locality(), year=2023)
    assert fields(DISBURSEMENTS.check(unsaved_payment(of, 1, year=2022), SETTING)) == [
        ("year", True)
    ]


def test_several_payments_and_contracts_do_not_multiply_each_other() -> None:
    of = allocation(samples.locality(), 1000)
    for amount in (100, 200):
        commitment(of, amount)
        payment(of, amount)
    payment(of, 25)
    row = Allocation.objects.with_sums().get()
    assert (row.committed, row.disbursed) == (300, 325)
    assert share_of(row) == Decimal("32.5")
    assert share_of(Allocation.objects.with_sums().get(pk=allocation(of.locality, 0).pk)) is None


def test_an_allocation_without_payments_counts_as_nothing_paid() -> None:
    allocation(samples.locality(), 1000)
    row = ALLOCATIONS.rows.get()
    assert (row.committed, row.disbursed) == (0, 0)


def test_sums_by_year_and_source_add_up() -> None:
    home = samples.locality()
    road = allocation(home, 1000, year=2023, source="province")
    gift = allocation(home, 500, year=2023, source="socialised")
    later = allocation(home, 250, year=2024, source="province")
    payment(road, 400, year=2023)
    payment(road, 100, year=2024)
    payment(gift, 500, year=2023)
    commitment(road, 900, signed_on=date(2023, 4, 1))

    def of(slug: str, year: int = 2023) -> Figure | None:
        return measured(ALLOCATIONS, slug, year)

    assert [of("phan-bo"), of("phan-bo", 2024), of("phan-bo", 2022)] == [1500, 250, None]
    assert [of("phan-bo-luy-ke"), of("phan-bo-luy-ke", 2024)] == [1500, 1750]
    assert [of("phan-bo-province"), of("phan-bo-socialised"), of("phan-bo-credit")] == [
        *(1000, 500, None)
    ]
    assert [of("cam-ket"), of("giai-ngan"), of("giai-ngan", 2024)] == [900, 1000, 0]
    assert [round(of("ty-le-giai-ngan") or 0, 1), of("ty-le-giai-ngan", 2024)] == [
        *(Decimal("66.7"), 0)
    ]
    assert of("vuot-phan-bo") is None
    payment(later, 251)
    assert of("vuot-phan-bo", 2024) == 1
    assert measured(COMMITMENTS, "cam-ket-trong-nam", 2023) == 900
    assert measured(DISBURSEMENTS, "giai-ngan-trong-nam", 2024) == 351
    assert measured(DISBURSEMENTS, "giai-ngan-luy-ke", 2024) == 1251


def test_money_can_be_told_apart_by_source() -> None:
    home = samples.locality()
    payment(allocation(home, 1000, source="province"), 250)
    allocation(home, 500, source="credit")
    share = ALLOCATIONS.measure("ty-le-giai-ngan")
    assert share is not None
    assert share.by(ALLOCATIONS.rows.all(), 2023, "source") == {"province": 25, "credit": 0}


def test_one_decision_may_give_the_same_work_money_from_two_sources() -> None:
    home = samples.locality()
    facts = {"number": "1/QĐ-UBND", "purpose": "Đường vào cụm"}
    first, other = (allocation(home, source=each, **facts) for each in ("province", "local"))
    assert str(first) != str(other)
    with pytest.raises(IntegrityError), transaction.atomic():
        allocation(home, source="local", **facts)
