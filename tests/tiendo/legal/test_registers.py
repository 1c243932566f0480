"""Which norm holds on a day, how it is named, and what the registers of documents and norms refuse and count."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.template import Context, Template
from django.utils.translation import override

from tests.tiendo import samples
from tests.tiendo.legal.norms import base, norm, unsaved_base, unsaved_norm
from tiendo.legal.models import Norm
from tiendo.legal.registers import BASES, NORMS
from tiendo.legal.saying import said
from tiendo.registers.register import Setting

pytestmark = pytest.mark.django_db

SETTING = Setting(today=date(2024, 12, 2))


def fields(faults: Any) -> list[tuple[str, bool]]:
    return [(fault.field, fault.unless_reason) for fault in faults]


def test_the_norm_of_a_day_is_the_one_whose_days_hold_it() -> None:
    home = samples.locality()
    old = norm(home, valid_from=date(2020, 1, 1), valid_to=date(2023, 12, 31), highest=Decimal(50))
    new = norm(home, valid_from=date(2024, 1, 1))
    norm(samples.locality("Huyện khác"), valid_from=date(2023, 1, 1), highest=Decimal(99))

    def held(day: date) -> Norm | None:
        return Norm.objects.norm_on("thu-dien-tich", day, home.pk)

    assert held(date(2019, 12, 31)) is None
    assert held(date(2020, 1, 1)) == held(date(2023, 12, 31)) == old
    assert held(date(2024, 1, 1)) == held(date(2030, 1, 1)) == new
    assert Norm.objects.norm_on("khong-co", date(2024, 1, 1), home.pk) is None


def test_where_two_hold_with_a_reason_the_later_one_decides() -> None:
    home = samples.locality()
    norm(home, valid_from=date(2020, 1, 1))
    later = norm(home, valid_from=date(2022, 1, 1), highest=Decimal(60))
    assert Norm.objects.norm_on("thu-dien-tich", date(2024, 1, 1), home.pk) == later


def test_a_norm_that_nobody_verified_is_said_to_be_so() -> None:
    home = samples.locality()
    paper = base(home, "32/2024/NĐ-CP")
    open_norm = norm(home, base=paper, article="Điều 2")
    compared = norm(home, code="thu-khac", base=paper, article="Điều 2", verified=True)
    with override("vi"):
        assert said(open_norm) == "≤ 75 ha (Điều 2, 32/2024/NĐ-CP, chưa kiểm chứng)"
        assert said(compared) == "≤ 75 ha (Điều 2, 32/2024/NĐ-CP)"
        assert said(unsaved_norm()) == "≤ 75 ha (chưa kiểm chứng)"
        shown = [
            Template("{% load norms %}{% norm row %}").render(Context({"row": each}))
            for each in (open_norm, compared)
        ]
    assert ["chưa kiểm chứng" in each for each in shown] == [True, False]
    assert all("≤ 75 ha" in each and "Điều 2" in each for each in shown)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, []),
        ({"code": "Mã Có Dấu"}, [("code", False)]),
        ({"highest": None}, [("highest", False)]),
        ({"valid_to": date(2023, 12, 31)}, [("valid_to", False)]),
        ({"verified": True}, [("verified", False)]),
        ({"verified": True, "article": "Điều 2"}, [("verified", False)]),
    ],
)
def test_a_norm_must_be_sound(facts: dict[str, Any], expected: list[tuple[str, bool]]) -> None:
    row = unsaved_norm(locality=samples.locality(), **facts)
    assert fields(NORMS.check(row, SETTING)) == expected


def test_two_norms_of_one_code_on_one_day_need_a_reason() -> None:
    home = samples.locality()
    first = norm(home, valid_to=date(2024, 12, 31))
    later = unsaved_norm(locality=home, valid_from=date(2025, 1, 1))
    assert fields(NORMS.check(later, SETTING)) == []
    later.valid_from = date(2024, 12, 31)
    assert fields(NORMS.check(later, SETTING)) == [("valid_from", True)]
    assert fields(NORMS.check(first, SETTING)) == []


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"issued_on": date(2021, 3, 1), "valid_from": date(2021, 5, 1)}, []),
        ({"valid_from": date(2021, 5, 1), "valid_to": date(2021, 4, 30)}, [("valid_to", False)]),
        ({"issued_on": date(2021, 3, 1), "valid_from": date(2021, 2, 1)}, [("valid_from", True)]),
    ],
)
def test_a_document_has_its_days_in_order(
    facts: dict[str, Any], expected: list[tuple[str, bool]]
) -> None:
    assert fields(BASES.check(unsaved_base(**facts), SETTING)) == expected


def test_a_replaced_document_ends_before_the_one_that_replaces_it() -> None:
    home = samples.locality()
    new = base(home, "32/2024/NĐ-CP", valid_from=date(2024, 5, 1))
    old = base(home, "68/2017/NĐ-CP", replaced_by=new)
    assert fields(BASES.check(old, SETTING)) == [("valid_to", True)]
    old.valid_to = date(2024, 5, 1)
    assert fields(BASES.check(old, SETTING)) == [("valid_to", True)]
    old.valid_to = date(2024, 4, 30)
    assert fields(BASES.check(old, SETTING)) == []
    old.replaced_by = old
    assert ("replaced_by", False) in fields(BASES.check(old, SETTING))


@pytest.mark.parametrize(
    "facts",
    [
        {"highest": None},
        {"kind": "band", "lowest": Decimal(80)},
        {"valid_to": date(2023, 12, 31)},
    ],
)
def test_the_database_itself_refuses_a_norm_without_sense(facts: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        norm(samples.locality(), **facts)


def test_the_database_refuses_a_second_norm_of_a_code_from_the_same_day() -> None:
    home = samples.locality()
    norm(home)
    with pytest.raises(IntegrityError), transaction.atomic():
        norm(home, highest=Decimal(60))


def test_a_document_lists_those_it_replaces() -> None:
    home = samples.locality()
    new = base(home, "32/2024/NĐ-CP")
    base(home, "66/2020/NĐ-CP", replaced_by=new)
    base(home, "68/2017/NĐ-CP", replaced_by=new)
    column = next(each for each in BASES.table if each.name == "replaces")
    assert column.of(BASES.rows.get(pk=new.pk)) == "66/2020/NĐ-CP; 68/2017/NĐ-CP"


def test_documents_and_norms_in_force_are_counted_by_the_end_of_a_year() -> None:
    home = samples.locality()
    base(home, "1/2020/NĐ-CP", valid_from=date(2020, 1, 1), valid_to=date(2022, 6, 30))
    facts = {"valid_from": date(2022, 3, 1), "issued_on": date(2022, 2, 1), "policy": True}
    base(home, "2/2022/NQ-HĐND", **facts)
    base(
        home, "3/2023/NQ-HĐND", issued_on=date(2023, 2, 1), policy=True
    )  # its first day is not known
    norm(home, verified=True)
    norm(home, code="thu-khac")
    counted = {
        (measure.slug, year): measure.value(register.rows.all(), year)
        for register in (BASES, NORMS)
        for measure in register.measures
        for year in (2021, 2022, 2024)
    }
    assert [counted["dang-hieu-luc", year] for year in (2021, 2022, 2024)] == [1, 1, 1]
    assert [counted["chinh-sach-hieu-luc", year] for year in (2021, 2022)] == [None, 1]
    assert [counted["ban-hanh-moi", year] for year in (2021, 2022)] == [None, 1]
    assert counted["hieu-luc", 2024] == 2
    assert counted["chua-kiem-chung", 2024] == 1
    assert counted["chua-kiem-chung", 2022] is None
