"""What is refused or doubted of electricity, renewable sources and savings, what is counted, what is handed over."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from tests.tiendo import samples
from tests.tiendo.legal_rules.cases import legal_cases
from tiendo.agencies.models import Agency, Kind
from tiendo.agencies.moving import Act, Piece, office_movers
from tiendo.energy.models import (
    ElectricityCheck,
    ElectricityIncident,
    RenewableSource,
    SafetyItem,
    Saving,
)
from tiendo.energy.office_movers import SAFETY
from tiendo.energy.plausible import (
    check_incident,
    check_item,
    check_safety,
    check_saving,
    check_source,
)
from tiendo.energy.registers import CHECKS, ITEMS, RENEWABLES, SAVINGS, state_of
from tiendo.legal.services import propose_norms
from tiendo.registers.register import Register, Setting

TODAY, DAY = date(2024, 12, 2), date(2024, 5, 10)
SETTING, TO_COME = Setting(TODAY), TODAY + timedelta(1)


@pytest.fixture
def office(db) -> Agency:
    return samples.agency(samples.locality())


@pytest.fixture
def commune(office) -> Agency:
    return samples.agency(office.locality, "Ủy ban nhân dân xã An", kind=Kind.COMMUNE)


def told(faults) -> list[tuple[str, bool]]:
    return [(each.field, each.unless_reason) for each in faults]


def figures(register: Register, year: int) -> dict[str, object]:
    said = {each.slug: each.value(register.rows.all(), year) for each in register.measures}
    return {slug: figure for slug, figure in said.items() if figure}


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ({}, []),
        ({"done_on": DAY, "result": "4 km"}, []),
        ({"done_on": TO_COME, "result": "4 km"}, [("done_on", False)]),
        ({"done_on": DAY}, [("result", False)]),
        ({"result": "4 km"}, [("done_on", False)]),
    ],
)
def test_work_that_is_done_has_a_day_and_a_result(said, faults):
    assert told(check_item(SafetyItem(**said), SETTING)) == faults


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "not done yet"),
        ({"due": TODAY}, "not done yet"),
        ({"due": TODAY - timedelta(1)}, "overdue"),
        ({"due": DAY, "done_on": DAY}, "done in time"),
        ({"due": DAY, "done_on": DAY + timedelta(1)}, "done late"),
        ({"done_on": DAY}, "done in time"),
    ],
)
def test_work_says_whether_it_is_late(said, words):
    with translation.override("en"):
        assert state_of(SafetyItem(**said), TODAY) == words


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ({"faults": 0}, []),
        ({"faults": 2}, [("remark", False)]),
        ({"faults": 2, "mended": 2, "remark": "Nối đất"}, []),
        ({"faults": 2, "mended": 3, "remark": "Nối đất"}, [("mended", False)]),
        ({"mended": 1}, [("faults", False)]),
        ({"on": TO_COME}, [("on", False)]),
    ],
)
def test_no_more_faults_are_mended_than_were_found(said, faults):
    assert told(check_safety(ElectricityCheck(**{"on": DAY} | said), SETTING)) == faults


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ({"kind": "outage"}, []),
        ({"kind": "accident"}, [("injured", False)]),
        ({"kind": "accident", "injured": 1}, []),
        ({"kind": "accident", "deaths": 0, "injured": 0}, [("injured", False)]),
        ({"kind": "fire", "settled_on": DAY - timedelta(1)}, [("settled_on", False)]),
        ({"kind": "fire", "on": TO_COME}, [("on", False)]),
    ],
)
def test_an_accident_to_people_says_how_many(said, faults):
    assert told(check_incident(ElectricityIncident(**{"on": DAY} | said), SETTING)) == faults


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ({}, []),
        ({"power": Decimal(0)}, [("power", False)]),
        ({"power": Decimal(1000)}, []),
        ({"power": Decimal("1000.001")}, [("power", True)]),
        ({"power": Decimal(5000), "kind": "ground"}, []),
        ({"started_on": TO_COME}, [("started_on", False)]),
        ({"stopped_on": DAY - timedelta(1)}, [("stopped_on", False)]),
    ],
)
def test_a_power_plant_on_a_roof_is_doubted(said, faults):
    row = RenewableSource(**{"kind": "roof", "power": Decimal(98), "started_on": DAY} | said)
    assert told(check_source(row, SETTING)) == faults


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ({}, []),
        ({"electricity": None}, [("electricity", True)]),
        ({"electricity": None, "worth": Decimal(5)}, []),
        ({"support": Decimal(5)}, [("cost", False)]),
        ({"support": Decimal(5), "cost": Decimal(5)}, []),
        ({"support": Decimal(6), "cost": Decimal(5)}, [("support", False)]),
        ({"done_on": TO_COME}, [("done_on", False)]),
    ],
)
def test_support_is_a_part_of_what_a_saving_cost(said, faults):
    row = Saving(**{"done_on": DAY, "electricity": Decimal(100)} | said)
    assert told(check_saving(row, SETTING)) == faults


@legal_cases(
    ("use", "done_on", "key_user"),
    {
        "key-energy-user": [
            ("1000", DAY, True),
            ("999.999", DAY, False),
            (None, DAY, None),
            ("5000", date(2011, 5, 14), False),
        ]
    },
)
def test_a_key_energy_user_is_named_by_the_norm_of_the_day(office, commune, use, done_on, key_user):
    """Decree 21/2011/NĐ-CP, Article 6: 1.000 TOE a year in industry (the level verified, its first day not)."""
    propose_norms(locality=office.locality, actor=None, today=TODAY)
    Saving.objects.create(
        locality=office.locality,
        commune=commune,
        establishment="Cơ sở A",
        kind="cold",
        what="Máy nén",
        done_on=done_on,
        use=use and Decimal(use),
    )
    assert SAVINGS.rows.get().key_user is key_user


def test_figures_count_work_checks_power_and_savings(office, commune):
    home = {"locality": office.locality}
    SafetyItem.objects.create(**home, plan="47", title="A", agency=office, due=DAY, done_on=DAY)
    SafetyItem.objects.create(**home, plan="47", title="B", agency=office, due=DAY)
    place = {"commune": commune, **home}
    ElectricityCheck.objects.create(
        **place, place="Trạm", kind="pump", on=DAY, agency=office, faults=4, mended=3
    )
    RenewableSource.objects.create(**place, name="A", kind="roof", power=90, started_on=DAY)
    RenewableSource.objects.create(
        **place,
        name="B",
        kind="wind",
        power=50,
        started_on=date(2022, 5, 1),
        stopped_on=DAY,
        farming=True,
    )
    saving = {"establishment": "Cơ sở A", "done_on": DAY}
    Saving.objects.create(**place, **saving, kind="motors", what="A", electricity=100, worth=5)
    Saving.objects.create(**place, **saving, kind="water", what="B", material=20)
    assert figures(ITEMS, 2024) == {"viec-den-han": 2, "viec-da-lam": 1}
    assert figures(CHECKS, 2024) == {
        "cuoc-kiem-tra": 1,
        "loi-phat-hien": 4,
        "ty-le-khac-phuc": Decimal("75.00"),
    }
    assert figures(RENEWABLES, 2023) == {
        **{"nguon": 1, "cong-suat": 50, "dien-gio": 50, "ket-hop-nong-nghiep": 1},
    }
    assert figures(RENEWABLES, 2024) == {
        **{"nguon": 1, "cong-suat": 90, "dien-mat-troi": 90, "nguon-moi": 1},
    }
    assert figures(SAVINGS, 2024) == {
        **{"giai-phap": 2, "co-so": 1, "tiet-kiem-tai-nguyen": 1, "dien-tiet-kiem": 100},
        **{"nguyen-lieu-tiet-kiem": 20, "gia-tri-tiet-kiem": 5},
    }


def test_work_that_is_not_done_goes_to_the_successor_and_comes_back(office):
    new = samples.agency(office.locality, "Phòng mới")
    home = {"locality": office.locality, "plan": "47", "agency": office}
    SafetyItem.objects.create(**home, title="Đã xong", done_on=DAY)
    row = SafetyItem.objects.create(**home, title="Chưa xong")
    assert list(SAFETY.rows([office.pk], DAY)) == [row]
    piece, act = Piece(row.pk, office.pk, new.pk), Act(DAY, None, timezone.now(), "Sáp nhập")
    assert SAFETY.move([piece], act)[row.pk].there
    row.refresh_from_db()
    assert row.agency == new
    assert SAFETY.put_back([piece], act)[row.pk].there
    row.refresh_from_db()
    assert row.agency == office


def test_electricity_safety_is_among_what_is_handed_over() -> None:
    assert SAFETY in list(office_movers())


def test_the_database_refuses_what_must_never_be(office, commune):
    home = {"locality": office.locality, "commune": commune}
    impossible = (
        lambda: ElectricityCheck.objects.create(
            **home, place="A", kind="pump", on=DAY, agency=office, faults=1, mended=2
        ),
        lambda: RenewableSource.objects.create(
            **home, name="A", kind="roof", power=0, started_on=DAY
        ),
        lambda: Saving.objects.create(
            **home, establishment="A", kind="cold", what="B", done_on=DAY, worth=-1
        ),
    )
    for deed in impossible:
        with pytest.raises(IntegrityError), transaction.atomic():
            deed()
