"""What is refused or doubted of raw-material areas, and what is counted of them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from tests.tiendo import samples
from tests.tiendo.legal_rules.cases import legal_cases
from tiendo.agencies.models import Agency, Kind
from tiendo.legal.services import propose_norms
from tiendo.materials.models import (
    AreaYear,
    MaterialArea,
    QualityCertificate,
    SafetyCheck,
    SupplyContract,
)
from tiendo.materials.plausible import (
    check_again_by,
    check_area,
    check_certificate,
    check_contract,
    check_safety,
    check_year,
)
from tiendo.materials.registers import AREA_YEARS, CERTIFICATES, CHECKS, CONTRACTS
from tiendo.registers.register import Register, Setting

TODAY, DAY = date(2024, 12, 2), date(2024, 5, 10)
SETTING, TO_COME = Setting(TODAY), TODAY + timedelta(1)


@pytest.fixture
def office(db) -> Agency:
    return samples.agency(samples.locality())


@pytest.fixture
def area(office) -> MaterialArea:
    commune = samples.agency(office.locality, "Ủy ban nhân dân xã An", kind=Kind.COMMUNE)
    return MaterialArea.objects.create(
        locality=office.locality,
        commune=commune,
        name="Vùng lúa A",
        material="rice",
        planned_area=Decimal(200),
    )


def told(faults) -> list[tuple[str, bool]]:
    return [(each.field, each.unless_reason) for each in faults]


def figures(register: Register, year: int) -> dict[str, object]:
    said = {each.slug: each.value(register.rows.all(), year) for each in register.measures}
    return {slug: figure for slug, figure in said.items() if figure is not None}


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ({}, []),
        ({"planning": "2210/QĐ-UBND"}, [("planned_on", False)]),
        ({"planned_on": TO_COME}, [("planned_on", False)]),
        ({"planned_on": TODAY, "ended_on": DAY}, [("ended_on", False)]),
        ({"began": 2025}, [("began", False)]),
    ],
)
def test_an_area_has_its_planning_with_its_day(said, faults):
    row = MaterialArea(**{"name": "Vùng", "planned_area": Decimal(5)} | said)
    assert told(check_area(row, SETTING)) == faults


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ({}, []),
        ({"year": 2025}, [("year", False)]),
        ({"output": Decimal(-1)}, [("output", False)]),
        ({"certified": Decimal(181)}, [("certified", False)]),
        ({"converted": Decimal(181)}, [("converted", False)]),
        ({"contracted": Decimal(3_001)}, [("contracted", True)]),
        ({"grown": Decimal(201)}, [("grown", True)]),
        ({"output": Decimal(29_000)}, [("output", True)]),
        ({"output": Decimal(290)}, [("output", True)]),
        ({"output": Decimal(28_999)}, []),
    ],
)
def test_the_figures_of_a_year_are_parts_of_their_wholes_and_do_not_jump(area, said, faults):
    known = {"grown": Decimal(180), "output": Decimal(2_900)}
    AreaYear.objects.create(locality=area.locality, area=area, year=2023, **known)
    row = AreaYear(
        **{"locality": area.locality, "area": area, "year": 2024, "grown": Decimal(180)}
        | {"output": Decimal(3_000)}
        | said
    )
    assert told(check_year(row, SETTING)) == faults


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ({"quantity": Decimal(500)}, []),
        ({}, [("quantity", False)]),
        ({"covered": Decimal(201)}, [("covered", True)]),
        ({"quantity": Decimal(5), "signed_on": TO_COME}, [("signed_on", False)]),
        ({"quantity": Decimal(5), "until": DAY - timedelta(1)}, [("until", False)]),
    ],
)
def test_a_contract_is_over_an_area_or_a_quantity(area, said, faults):
    row = SupplyContract(**{"area": area, "signed_on": DAY} | said)
    assert told(check_contract(row, SETTING)) == faults


@legal_cases(
    ("scheme", "issued", "valid_to", "faults"),
    {
        "vietgap-certificate": [
            ("vietgap", date(2023, 5, 10), date(2025, 5, 10), []),
            ("vietgap", date(2023, 5, 10), date(2025, 5, 11), [("valid_to", True)]),
        ],
        "organic-certificate": [
            ("huu-co", date(2024, 2, 29), date(2026, 2, 28), []),
            ("huu-co", date(2024, 2, 29), date(2026, 3, 1), [("valid_to", True)]),
        ],
        "scheme-certificates": [
            ("asc", date(2023, 1, 31), date(2026, 1, 31), []),
            ("asc", date(2023, 1, 31), date(2026, 2, 1), [("valid_to", True)]),
            ("globalgap", date(2023, 1, 31), date(2024, 2, 1), [("valid_to", True)]),
            ("bap", date(2023, 1, 31), date(2024, 1, 31), []),
        ],
        "safety-certificate": [
            ("an-toan", date(2023, 1, 31), date(2026, 1, 31), []),
            ("an-toan", date(2023, 1, 31), date(2026, 2, 1), [("valid_to", True)]),
        ],
    },
)
def test_a_certificate_is_no_longer_than_its_scheme_allows_and_says_so(
    area, scheme, issued, valid_to, faults
):
    propose_norms(locality=area.locality, actor=None, today=TODAY)
    row = QualityCertificate(
        locality=area.locality,
        area=area,
        scheme=scheme,
        number="1",
        issued_on=issued,
        valid_to=valid_to,
    )
    found = list(check_certificate(row, SETTING))
    assert told(found) == faults
    assert all(row.get_scheme_display() and "tháng" in each.words for each in found)


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ({}, []),
        ({"on": TO_COME}, [("on", False)]),
        ({"failed": 1}, [("samples", False)]),
        ({"failed": 3, "samples": 2}, [("failed", False)]),
        ({"failed": 2, "samples": 2}, []),
        ({"rating": "c"}, [("remark", False)]),
        ({"rating": "c", "remark": "Bổ sung sổ"}, []),
    ],
)
def test_no_more_samples_fail_than_were_taken_and_a_c_asks_for_something(area, said, faults):
    row = SafetyCheck(**{"area": area, "on": DAY} | said)
    assert told(check_safety(row, SETTING)) == faults


@legal_cases(
    ("rating", "again_by"),
    {
        "safety-check-again": [
            ("a", date(2025, 11, 10)),
            ("b", date(2025, 5, 10)),
            ("c", date(2024, 8, 10)),
            ("", None),
        ]
    },
)
def test_the_next_check_follows_from_the_rating(area, office, rating, again_by):
    """Circular 38/2018/TT-BNNPTNT: 18, 12 and 3 months (verified; its article is not)."""
    propose_norms(locality=area.locality, actor=None, today=TODAY)
    SafetyCheck.objects.create(
        locality=area.locality, area=area, on=DAY, agency=office, subject="Ao", rating=rating
    )
    row = CHECKS.rows.get()
    assert check_again_by(row.on, row.months) == again_by


def test_a_month_without_that_day_ends_on_its_last():
    assert check_again_by(date(2024, 11, 30), Decimal(3)) == date(2025, 2, 28)


def test_figures_of_a_year(area):
    home = {"locality": area.locality, "area": area}
    AreaYear.objects.create(
        **home, year=2024, grown=180, output=3000, contracted=1200, certified=60, converted=0
    )
    assert figures(AREA_YEARS, 2024) == {
        **{"dien-tich": 180, "san-luong": 3000, "san-luong-lua": 3000, "san-luong-hop-dong": 1200},
        **{"ty-le-hop-dong": Decimal("40.00"), "dien-tich-chung-nhan": 60, "chuyen-doi": 0},
    }


def test_contracts_and_certificates_count_while_they_run(area):
    home = {"locality": area.locality, "area": area}
    SupplyContract.objects.create(
        **home,
        processor="Nhà máy A",
        number="1",
        signed_on=DAY,
        until=date(2025, 6, 30),
        covered=90,
    )
    SupplyContract.objects.create(
        **home, processor="Nhà máy A", number="2", signed_on=DAY, quantity=5
    )
    QualityCertificate.objects.create(
        **home, scheme="vietgap", number="1", issued_on=DAY, valid_to=date(2025, 12, 31), covered=60
    )
    assert figures(CONTRACTS, 2024) == {"hop-dong": 2, "nha-may": 1, "dien-tich-hop-dong": 90}
    assert figures(CONTRACTS, 2025)["hop-dong"] == 1
    holding = {"con-gia-tri": 1, "vietgap": 1, "dien-tich-con-gia-tri": 60}
    assert figures(CERTIFICATES, 2025) == holding
    assert figures(CERTIFICATES, 2026) == {}


def test_the_database_refuses_what_must_never_be(area, office):
    home = {"locality": area.locality, "area": area}
    impossible = (
        lambda: AreaYear.objects.create(**home, year=2024, grown=5, certified=6),
        lambda: AreaYear.objects.create(**home, year=2024, output=-1),
        lambda: SupplyContract.objects.create(
            **home, processor="A", number="1", signed_on=DAY, until=DAY - timedelta(1)
        ),
        lambda: QualityCertificate.objects.create(
            **home, scheme="asc", number="1", issued_on=DAY, valid_to=DAY - timedelta(1)
        ),
        lambda: SafetyCheck.objects.create(
            **home, on=DAY, agency=office, subject="Ao", samples=1, failed=2
        ),
    )
    for deed in impossible:
        with pytest.raises(IntegrityError), transaction.atomic():
            deed()
