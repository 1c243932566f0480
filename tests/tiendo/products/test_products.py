"""What is refused of products, measures taken and brands, what is counted of them, and what is due."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.tiendo import samples
from tests.tiendo.legal_rules.cases import legal_cases
from tests.tiendo.products.awards import DAY, TODAY, UNTIL, commune, norms, ocop
from tests.tiendo.spoken import foreign_letters, left_in_english
from tiendo.accounts.clock import today
from tiendo.accounts.models import Role
from tiendo.agencies.models import Agency
from tiendo.products import plausible
from tiendo.products.ending import certificate_of, ending
from tiendo.products.enterprise_registers import BRANDS, IMPROVEMENTS
from tiendo.products.models import (
    Brand,
    Improvement,
    MechanicalProduct,
    OcopProduct,
    TypicalProduct,
)
from tiendo.products.product_registers import MACHINES, OCOP_PRODUCTS, TYPICAL_PRODUCTS
from tiendo.products.validity import State
from tiendo.registers.due import due_rows
from tiendo.registers.models import Keeper
from tiendo.registers.register import Register, Setting

pytestmark = pytest.mark.django_db
D = Decimal
TO_COME = TODAY + timedelta(1)
PRODUCT = {"name": "Khô", "maker": "A", "maker_kind": "household", "group": "food", "stars": "4"}
AWARD = {"decision": "1", "decided_on": DAY, "until": UNTIL}


@pytest.fixture
def where() -> Agency:
    found = commune()
    norms(found.locality)
    return found


def faults(check: Any, row: Any, where: Agency) -> list[tuple[str, bool]]:
    row.locality, row.commune = where.locality, where
    return [(each.field, each.unless_reason) for each in check(row, Setting(TODAY))]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, []),
        ({"score": D(70)}, []),
        ({"score": D("69.5")}, [("stars", True)]),
        ({"score": D(95)}, []),  # enough points are not all that is needed
        ({"score": D(101)}, [("score", False)]),
        ({"score": D(-1)}, [("score", False), ("stars", True)]),
        ({"sales": D(-1)}, [("sales", False)]),
        ({"until": None}, [("until", False)]),
        ({"until": UNTIL + timedelta(1)}, [("until", True)]),
        ({"evaluator": "district"}, [("evaluator", True)]),
        ({"evaluator": "district", "stars": "3"}, []),
        ({"decided_on": TO_COME, "until": TO_COME}, [("decided_on", False)]),
    ],
)
def test_stars_are_held_against_score_council_and_rule(
    where: Agency, said: dict, found: list
) -> None:
    row = OcopProduct(**PRODUCT | AWARD | said)
    assert faults(plausible.check_ocop, row, where) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"until": date(2026, 12, 31)}, []),
        ({"until": date(2027, 1, 1)}, [("until", True)]),
        ({"until": date(2026, 12, 31), "level": "commune"}, [("level", True)]),
        ({"until": None}, [("until", False)]),
    ],
)
def test_typical_products_hold_to_the_end_of_the_fourth_year(
    where: Agency, said: dict, found: list
) -> None:
    row = TypicalProduct(**AWARD | {"name": "Máy", "maker": "A", "level": "district"} | said)
    assert faults(plausible.check_typical, row, where) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, []),
        ({"since": 2025}, [("since", False)]),
        ({"ended_on": date(2019, 12, 31)}, [("ended_on", False)]),
        ({"ended_on": TO_COME}, [("ended_on", False)]),
    ],
)
def test_a_machine_is_made_before_it_is_given_up(where: Agency, said: dict, found: list) -> None:
    row = MechanicalProduct(**{"name": "Máy", "maker": "A", "since": 2020} | said)
    assert faults(plausible.check_machine, row, where) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, []),
        ({"done_on": TO_COME}, [("done_on", False)]),
        ({"cost": D(100), "support": D(101), "programme": "P"}, [("support", False)]),
        ({"cost": D(100), "support": D(100), "programme": "P"}, []),
        ({"support": D(1)}, [("programme", False)]),
        ({"support": D(0)}, []),
        ({"means": "iso-9001"}, [("certificate", True)]),
        ({"means": "iso-9001", "certificate": "QM 1"}, []),
        ({"until": DAY - timedelta(1)}, [("until", False)]),
        ({"gain": D(100)}, []),
        ({"gain": D("100.01")}, [("gain", True)]),
        ({"gain": D(-101)}, [("gain", True)]),
    ],
)
def test_a_measure_taken_is_held_against_its_money_and_papers(
    where: Agency, said: dict, found: list
) -> None:
    row = Improvement(**{"whom": "A", "means": "new", "done_on": DAY} | said)
    assert faults(plausible.check_improvement, row, where) == found


FILED, GRANTED = date(2021, 3, 15), date(2022, 9, 20)
MARK = {"kind": "mark", "filed_on": FILED, "granted_on": GRANTED, "number": "4-1"}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"until": date(2031, 3, 15)}, []),
        ({"until": date(2031, 3, 16)}, [("until", True)]),
        ({"until": date(2041, 3, 15), "renewals": 1}, []),
        ({"until": date(2031, 3, 15), "renewals": 2_000_000_000}, [("renewals", False)]),
        ({"until": None}, [("until", False)]),
        ({"granted_on": None, "number": ""}, []),
        ({"until": date(2031, 3, 15), "number": ""}, [("number", True)]),
        ({"granted_on": FILED - timedelta(1), "until": date(2031, 3, 15)}, [("granted_on", False)]),
        ({"kind": "code", "until": FILED - timedelta(1)}, [("until", False)]),
    ],
)
def test_a_mark_holds_ten_years_from_filing_for_every_term(
    where: Agency, said: dict, found: list
) -> None:
    row = Brand(**{"name": "Gạo", "owner": "HTX", "goods": "Gạo"} | MARK | said)
    assert faults(plausible.check_brand, row, where) == found


@legal_cases(
    ("kind", "until", "found"),
    {
        "mark-term": [
            ("mark", None, [("until", False)]),
            ("mark", date(2031, 3, 15), []),
            ("certification", date(2031, 3, 16), [("until", True)]),
        ],
        "indication-term": [
            ("indication", None, []),
            ("indication", date(2031, 3, 15), [("until", False)]),
            ("indication", date(2199, 1, 1), [("until", False)]),
        ],
    },
)
def test_a_mark_has_a_last_day_and_an_indication_has_none(
    where: Agency, kind: str, until: date | None, found: list
) -> None:
    facts = MARK | {"kind": kind, "until": until}
    row = Brand(**{"name": "Gạo", "owner": "HTX", "goods": "Gạo"} | facts)
    assert faults(plausible.check_brand, row, where) == found


def figures(register: Register, year: int) -> dict[str, object]:
    """The figures of a year that are not nothing."""
    said = {each.slug: each.value(register.rows.all(), year) for each in register.measures}
    return {slug: figure for slug, figure in said.items() if figure}


def test_a_product_evaluated_twice_is_one_product(where: Agency) -> None:
    ocop(where)
    ocop(where, decided_on=date(2025, 11, 3), until=date(2028, 11, 3), stars="5")
    ocop(where, "Mắm", stars="3", until=date(2025, 5, 12))
    assert figures(OCOP_PRODUCTS, 2025) == {
        **{"ocop-con-hieu-luc": 1, "ocop-4-sao": 1, "ocop-5-sao": 1},
        **{"ocop-cong-nhan": 1, "ocop-het-han": 1},
    }
    assert figures(OCOP_PRODUCTS, 2023)["ocop-con-hieu-luc"] == 2


def test_a_certificate_to_the_last_day_of_a_year_counts_at_its_end(where: Agency) -> None:
    TypicalProduct.objects.create(
        **{"locality": where.locality, "commune": where, "name": "Máy", "maker": "A"},
        **{"group": "mechanical", "level": "province", "decision": "1"},
        **{"decided_on": DAY, "until": date(2026, 12, 31)},
    )
    valid = {"tieu-bieu-con-hieu-luc": 1, "tieu-bieu-tinh": 1}
    assert figures(TYPICAL_PRODUCTS, 2025) == valid
    assert figures(TYPICAL_PRODUCTS, 2026) == valid | {"tieu-bieu-het-han": 1}
    assert figures(TYPICAL_PRODUCTS, 2027) == {}


def test_machines_count_until_they_are_given_up(where: Agency) -> None:
    home = {"locality": where.locality, "commune": where, "maker": "A"}
    MechanicalProduct.objects.create(name="Máy gặt", kind="harvester", since=2021, **home)
    MechanicalProduct.objects.create(
        name="Máy lạng", kind="aquatic", since=2020, ended_on=date(2023, 6, 1), **home
    )
    assert figures(MACHINES, 2022) == {"co-khi": 2, "co-khi-dong-ruong": 1, "co-khi-che-bien": 1}
    assert figures(MACHINES, 2023) == {"co-khi": 1, "co-khi-dong-ruong": 1}


def test_an_establishment_that_took_two_measures_is_one(where: Agency) -> None:
    home = {"locality": where.locality, "commune": where, "done_on": DAY}
    Improvement.objects.create(whom="A", means="iso-9001", cost=D(80), **home)
    Improvement.objects.create(whom="A", means="automation", cost=D(900), support=D(300), **home)
    Improvement.objects.create(whom="B", means="5s", **home)
    assert figures(IMPROVEMENTS, 2023) == {
        **{"nang-cao": 2, "he-thong-quan-ly": 1, "doi-moi-cong-nghe": 1, "tu-dong-so-hoa": 1},
        **{"chi-nang-cao": D(980), "ho-tro-nang-cao": D(300)},
    }


def test_a_geographical_indication_never_ends(where: Agency) -> None:
    home = {"locality": where.locality, "commune": where, "owner": "HTX", "goods": "Gạo"}
    Brand.objects.create(name="Gạo", until=date(2031, 3, 15), exported=True, **MARK, **home)
    Brand.objects.create(name="Xoài", **MARK | {"kind": "indication"}, **home)
    Brand.objects.create(name="Khô", filed_on=FILED, kind="mark", **home)  # not granted yet
    assert figures(BRANDS, 2030) == {
        **{"nhan-hieu-con-hieu-luc": 2, "nhan-hieu-hang-hoa": 1, "chi-dan-dia-ly": 1},
        "nhan-hieu-xuat-khau": 1,
    }
    words = {row.name: BRANDS.table[-1].of(row) for row in BRANDS.rows}
    assert words == {**{"Gạo": "còn hiệu lực", "Xoài": "còn hiệu lực", "Khô": "đang thẩm định"}}
    assert figures(BRANDS, 2031) == {"nhan-hieu-con-hieu-luc": 1, "chi-dan-dia-ly": 1}


def test_what_was_evaluated_again_or_given_up_is_no_longer_due(where: Agency) -> None:
    office = samples.agency(where.locality, "Phòng Nông nghiệp")
    Keeper.objects.create(locality=where.locality, register=OCOP_PRODUCTS.slug, agency=office)
    soon = TODAY + timedelta(30)
    due = ocop(where, "Khô", until=soon)
    ocop(where, "Mắm", until=soon)
    ocop(where, "Mắm", decided_on=date(2024, 11, 1), until=date(2027, 11, 1))
    ocop(where, "Dưa", until=soon, given_up=True)
    ocop(where, "Chả", until=TODAY + timedelta(900))
    assert [each.pk for each in due_rows([office.pk], soon)] == [due.pk]
    assert [row.pk for row, _state in ending(OCOP_PRODUCTS.rows, TODAY).rows] == [due.pk]


def test_a_row_says_until_when_and_by_which_rule(where: Agency) -> None:
    held = certificate_of(ocop(where), TODAY)
    assert held
    assert (held.last, held.state, held.norm.code) == (UNTIL, State.HOLDS, "ocop-giay-chung-nhan")
    assert (
        certificate_of(Brand(kind="mark", filed_on=FILED, locality=where.locality), TODAY) is None
    )


def test_pages_name_certificates_that_end_and_their_rule(where: Agency) -> None:
    at = Client()
    at.force_login(samples.person(Role.COORDINATOR, samples.agency(where.locality)))
    soon = today() + timedelta(30)
    row = ocop(where, until=soon)
    assert f"hết hạn ngày {soon:%d/%m/%Y}" in at.get("/so/san-pham-ocop/").content.decode()
    page = at.get(f"/so/san-pham-ocop/{row.pk}/").content.decode()
    assert "Theo quy định, có hiệu lực lâu nhất đến 12/05/2026" in page
    assert "chưa kiểm chứng" in page


@pytest.mark.parametrize(
    ("language", "foreign"), [("en", foreign_letters), ("vi", left_in_english)]
)
def test_its_own_pages_keep_to_the_language_of_their_reader(
    where: Agency, language: str, foreign: Callable[[str], list[str]]
) -> None:
    at = Client()
    at.force_login(samples.person(Role.COORDINATOR, samples.agency(where.locality)))
    at.cookies["django_language"] = language
    row = ocop(where, until=today() + timedelta(30))
    for path in ("", f"{row.pk}/", f"{row.pk}/sua/", "so-do/", "huong-dan/"):
        page = at.get(f"/so/san-pham-ocop/{path}", follow=True).content.decode()
        assert foreign(page) == [], path


def test_the_database_refuses_what_must_never_be(where: Agency) -> None:
    home = {"locality": where.locality, "commune": where}
    ocop(where)
    brand = {"name": "Gạo", "owner": "A", "goods": "Gạo", "filed_on": FILED}
    measure = {"whom": "A", "means": "new", "done_on": DAY}
    impossible = (
        lambda: ocop(where),
        lambda: ocop(where, "Mắm", until=DAY - timedelta(1)),
        lambda: ocop(where, "Mắm", score=D(-1)),
        lambda: Brand.objects.create(**brand, kind="indication", until=UNTIL, **home),
        lambda: Brand.objects.create(**brand, kind="mark", granted_on=FILED - timedelta(1), **home),
        lambda: Improvement.objects.create(**measure, cost=D(1), support=D(2), **home),
        lambda: Improvement.objects.create(**measure, until=DAY - timedelta(1), **home),
    )
    for deed in impossible:
        with pytest.raises(IntegrityError), transaction.atomic():
            deed()
