"""What is refused or doubted of lists, papers, inspections, samples and fines, by decree and article."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from tests.tiendo import samples
from tests.tiendo.environment import rows
from tests.tiendo.environment.rows import DAY
from tests.tiendo.legal_rules.cases import legal_cases
from tiendo.agencies.models import Agency
from tiendo.environment.inspection_faults import check_fine, check_inspection, check_measurement
from tiendo.environment.inspection_registers import INSPECTIONS
from tiendo.environment.models import Dossier, Fine, Inspection, Listing, Site
from tiendo.environment.site_faults import check_dossier, check_listing
from tiendo.environment.site_registers import LISTINGS, SITES, state_of, term_of
from tiendo.legal.services import propose_norms
from tiendo.registers.register import Fault, Setting

TODAY = date(2024, 12, 2)
SETTING, TO_COME = Setting(TODAY), TODAY + timedelta(1)


@pytest.fixture
def office(db) -> Agency:
    return samples.agency(samples.locality())


@pytest.fixture
def where(office) -> Site:
    return rows.site(office)


@pytest.fixture
def visit(where, office) -> Inspection:
    return rows.inspection(where, office)


@pytest.fixture
def norms(office) -> None:
    propose_norms(locality=office.locality, actor=None, today=TODAY)


def told(faults) -> list[tuple[str, bool]]:
    found: list[Fault] = list(faults)
    return [(each.field, each.unless_reason) for each in found]


LISTED = {"level": "polluting", "why": "COD vượt 1,8 lần", "since": DAY}


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ({}, []),
        ({"since": TO_COME}, [("since", False)]),
        ({"level": "serious"}, [("decision", True)]),
        ({"level": "serious", "decision": "715/QĐ-UBND"}, []),
        ({"remedy_due": DAY}, [("remedy", False)]),
        ({"remedy_due": DAY, "remedy": "Xây trạm"}, []),
        ({"remedy_due": DAY - timedelta(1), "remedy": "Xây trạm"}, [("remedy_due", False)]),
        ({"remedied_on": DAY - timedelta(1)}, [("remedied_on", False)]),
        ({"removed_on": TODAY}, [("removal", True)]),
        ({"removed_on": TODAY, "removal": "9/QĐ-UBND"}, []),
        ({"removal": "9/QĐ-UBND"}, [("removed_on", False)]),
    ],
)
def test_a_stay_on_the_list_has_its_days_in_order_and_its_decisions(where, said, faults):
    row = Listing(locality=where.locality, site=where, **LISTED | said)
    assert told(check_listing(row, SETTING)) == faults


def test_an_establishment_leaves_one_level_before_it_comes_to_the_next(where):
    first = Listing.objects.create(locality=where.locality, site=where, **LISTED)
    risk = Listing(locality=where.locality, site=where, **LISTED | {"level": "risk"})
    assert told(check_listing(first, SETTING)) == []
    assert told(check_listing(risk, SETTING)) == [("level", True)]
    Listing.objects.update(removed_on=TODAY, removal="9/QĐ-UBND")
    assert told(check_listing(risk, SETTING)) == []


@legal_cases(
    ("group", "issued", "valid_to", "faults"),
    {
        "licence-group-one": [
            ("i", date(2023, 3, 20), date(2030, 3, 20), []),
            ("i", date(2023, 3, 20), date(2030, 3, 21), [("valid_to", True)]),
            ("i", date(2021, 12, 31), date(2035, 1, 1), []),  # the law was not in force yet
        ],
        "licence-others": [
            ("ii", date(2023, 3, 20), date(2033, 3, 20), []),
            ("", date(2023, 3, 20), date(2033, 3, 21), [("valid_to", True)]),
            ("iii", date(2024, 2, 29), date(2034, 2, 28), []),
            ("iii", date(2024, 2, 29), date(2034, 3, 1), [("valid_to", True)]),
            ("ii", date(2023, 3, 20), None, []),
        ],
    },
)
def test_a_licence_holds_seven_years_for_group_one_and_ten_for_others(
    where, norms, group, issued, valid_to, faults
):
    """Law 72/2020/QH14, Article 40, clause 4 (verified)."""
    where.group = group
    row = Dossier(
        locality=where.locality,
        site=where,
        kind="licence",
        number="33/GPMT",
        issued_on=issued,
        valid_to=valid_to,
    )
    found = list(check_dossier(row, SETTING))
    assert told(found) == faults
    if found:
        assert "Điều 40 khoản 4, 72/2020/QH14" in found[0].words


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ({"filed_on": DAY}, []),
        ({}, [("filed_on", False)]),
        ({"number": "5"}, [("issued_on", False)]),
        ({"number": "5", "issued_on": DAY, "filed_on": TODAY}, [("issued_on", False)]),
        ({"number": "5", "issued_on": DAY, "valid_to": DAY - timedelta(1)}, [("valid_to", False)]),
    ],
)
def test_a_dossier_is_filed_before_it_is_issued(where, said, faults):
    row = Dossier(locality=where.locality, site=where, kind="registration", **said)
    assert told(check_dossier(row, SETTING)) == faults


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ({}, []),
        ({"on": TO_COME}, [("on", False)]),
        ({"remedy_due": TODAY}, [("demands", False)]),
        ({"remedy_due": DAY - timedelta(1), "demands": "Vận hành"}, [("remedy_due", False)]),
        ({"remedied_on": DAY - timedelta(1), "demands": "Vận hành"}, [("remedied_on", False)]),
        ({"again": "yes"}, [("again", False)]),
        ({"cause": "again"}, [("cause", True)]),
    ],
)
def test_an_inspection_asks_for_something_by_a_day_after_it(where, office, said, faults):
    said = {"on": DAY, "cause": "planned"} | said
    row = Inspection(locality=where.locality, site=where, agency=office, **said)
    assert told(check_inspection(row, Setting(TODAY))) == faults


def test_a_reinspection_follows_an_inspection(where, office, visit):
    row = Inspection(
        locality=where.locality, site=where, agency=office, on=TODAY, cause="again", again="yes"
    )
    assert told(check_inspection(row, Setting(TODAY))) == []


@pytest.mark.parametrize(("first", "asked"), [(0, []), (1, ["cause"])])
def test_a_reinspection_may_stand_below_its_inspection_in_one_sheet(where, office, first, asked):
    both = [
        Inspection(locality=where.locality, site=where, agency=office, on=on, cause=cause)
        for on, cause in ((DAY, "planned"), (TODAY, "again"))
    ]
    setting = Setting(TODAY)
    in_order = both if first == 0 else both[::-1]
    found = [each.field for row in in_order for each in check_inspection(row, setting)]
    assert found == asked


def test_an_inspection_does_not_conform_while_a_sample_of_it_is_beyond(office, visit):
    rows.norm(office, "qcvn-40-2011-btnmt-cod-b", "150")
    rows.measurement(visit, rows.standard(office)).save()
    visit.outcome = "conforms"
    assert told(check_inspection(visit, Setting(TODAY))) == [("outcome", True)]
    visit.outcome = "breach"
    assert told(check_inspection(visit, Setting(TODAY))) == []


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ({}, []),
        ({"sampled_on": TO_COME}, [("sampled_on", False)]),
        ({"value": Decimal(-1)}, [("value", False)]),
        ({"factor": Decimal(0)}, [("factor", False)]),
        ({"unit": "ug/l"}, []),
        ({"unit": "ppm"}, [("unit", False)]),
        ({"unit": "cfu", "parameter": "coliform"}, [("unit", False)]),
        ({"band": "thong-thuong"}, [("band", False)]),
        ({"parameter": "ph", "unit": "none", "value": Decimal("14.1")}, [("value", False)]),
        (
            {"parameter": "on-ngay", "unit": "dba", "value": Decimal(68), "band": "dac-biet"},
            [("sampled_at", False)],
        ),
        (
            {
                **{"parameter": "on-ngay", "unit": "dba", "value": Decimal(68)},
                **{"band": "thong-thuong", "sampled_at": time(22)},
            },
            [("sampled_at", False)],
        ),
    ],
)
def test_a_sample_has_a_unit_and_a_column_of_its_parameter(office, visit, said, faults):
    row = rows.measurement(visit, rows.standard(office), **said)
    assert told(check_measurement(row, Setting(TODAY))) == faults


@legal_cases(
    ("base", "faults"),
    {
        "standard-of-the-day": [
            ({"valid_from": DAY}, []),
            ({"valid_from": DAY + timedelta(1)}, [("standard", False)]),
            ({"issued_on": DAY + timedelta(1)}, [("standard", False)]),
            ({"valid_from": date(2012, 2, 15), "valid_to": DAY}, []),
            (
                {"valid_from": date(2012, 2, 15), "valid_to": DAY - timedelta(1)},
                [("standard", True)],
            ),
            ({"kind": "decree"}, [("standard", False)]),
        ]
    },
)
def test_an_old_sample_is_never_held_against_a_newer_standard(office, visit, base, faults):
    row = rows.measurement(visit, rows.standard(office, **base))
    assert told(check_measurement(row, Setting(TODAY))) == faults


@pytest.mark.parametrize(
    ("value", "unit", "faults"),
    [
        ("2684", "mg/l", []),
        ("2685", "mg/l", [("value", True)]),
        ("26.85", "mg/l", [("value", True)]),
        ("2685", "ug/l", [("value", True)]),
        ("268500", "ug/l", []),
    ],
)
def test_a_value_ten_times_the_last_one_at_that_point_is_doubted(
    office, where, visit, value, unit, faults
):
    base = rows.standard(office)
    rows.measurement(visit, base).save()
    later = rows.inspection(where, office, on=DAY + timedelta(90))
    row = rows.measurement(later, base, value=Decimal(value), unit=unit)
    assert told(check_measurement(row, Setting(TODAY))) == faults


def test_a_value_is_held_against_the_one_above_it_in_the_same_sheet(office, where, visit):
    base, setting = rows.standard(office), Setting(TODAY)
    later = rows.inspection(where, office, on=DAY + timedelta(90))
    both = [
        rows.measurement(visit, base, value=Decimal(10)),
        rows.measurement(later, base, value=Decimal(100)),
    ]
    assert [told(check_measurement(row, setting)) for row in both] == [[], [("value", True)]]


@legal_cases(
    ("organisation", "decided_on", "amount", "faults"),
    {
        "fines": [
            (True, DAY, "2000", []),
            (True, DAY, "2000.001", [("amount", True)]),
            (False, DAY, "1000", []),
            (False, DAY, "1000.001", [("amount", True)]),
            (True, DAY - timedelta(1), "95", [("decided_on", False)]),
        ]
    },
)
def test_a_fine_keeps_to_the_highest_for_one_breach(
    visit, norms, organisation, decided_on, amount, faults
):
    """Decree 45/2022/NĐ-CP: Article 4, and Article 2, clause 2 for households (both verified)."""
    visit.site.organisation = organisation
    row = Fine(
        locality=visit.locality,
        inspection=visit,
        decision="902/QĐ-XPHC",
        decided_on=decided_on,
        breach="Xả thải",
        amount=Decimal(amount),
    )
    assert told(check_fine(row, SETTING)) == faults


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "no remedy asked for"),
        ({"remedy_due": TODAY}, "to be remedied"),
        ({"remedy_due": TODAY - timedelta(1)}, "remedy overdue"),
        ({"remedy_due": DAY, "remedied_on": TODAY}, "remedied, still listed"),
        ({"removed_on": TODAY}, "off the list"),
    ],
)
def test_a_stay_says_how_far_its_remedy_is(said, words):
    with translation.override("en"):
        assert state_of(Listing(**said), TODAY) == words


def test_a_paper_holds_on_its_last_day():
    with translation.override("en"):
        assert term_of(Dossier(), TODAY) == "in hand"
        assert term_of(Dossier(number="5", valid_to=TODAY), TODAY) == "holds"
        assert term_of(Dossier(number="5", valid_to=TODAY - timedelta(1)), TODAY) == "expired"


def test_the_list_is_counted_as_it_stood_at_the_end_of_a_year(where, office):
    other = rows.site(office, "Cơ sở B")
    home = {"locality": office.locality}
    left = {"removed_on": date(2024, 8, 1), "removal": "9/QĐ"}
    Listing.objects.create(site=where, **home, **LISTED | {"since": date(2022, 5, 1)}, **left)
    Listing.objects.create(
        site=where, **home, **LISTED | {"level": "serious", "since": left["removed_on"]}
    )
    Listing.objects.create(
        site=other, **home, **LISTED | {"level": "risk", "since": date(2023, 1, 9)}
    )
    figures = {
        year: {
            each.slug: each.value(LISTINGS.rows.all(), year)
            for each in LISTINGS.measures
            if each.value(LISTINGS.rows.all(), year)
        }
        for year in (2023, 2024)
    }
    assert figures[2023] == {"trong-danh-sach": 2, "nguy-co": 1, "gay-o-nhiem": 1, "dua-vao": 1}
    assert figures[2024] == {
        **{"trong-danh-sach": 2, "nguy-co": 1, "o-nhiem-nghiem-trong": 1},
        **{"dua-vao": 1, "dua-ra": 1},
    }


def test_inspections_are_counted_by_what_was_looked_at(where, office):
    cluster = rows.site(office, "Cơ sở trong cụm", in_cluster=True)
    rows.inspection(where, office, wastewater=True, outcome="breach", remedied_on=TODAY)
    rows.inspection(where, office, on=TODAY, cause="again")
    rows.inspection(where, office, on=TODAY, cause="own", wastewater=True)
    rows.inspection(cluster, office, noise=True, waste=True)
    said = {each.slug: each.value(INSPECTIONS.rows.all(), 2024) for each in INSPECTIONS.measures}
    assert {slug: figure for slug, figure in said.items() if figure} == {
        **{"cuoc-kiem-tra": 3, "co-so-duoc-kiem-tra": 2, "nuoc-thai": 1, "tieng-on": 1},
        **{"chat-thai-ran": 1, "trong-cum": 1, "ngoai-cum": 2, "phuc-tra": 1, "co-vi-pham": 1},
        "da-khac-phuc": 1,
    }


def test_an_establishment_shows_its_last_inspection(where, office):
    rows.inspection(where, office)
    rows.inspection(where, office, on=TODAY)
    assert SITES.rows.get().inspected == TODAY


def test_the_database_refuses_what_must_never_be(where, office, visit):
    base = rows.standard(office)
    impossible = (
        lambda: rows.site(office),
        lambda: rows.inspection(where, office),
        lambda: Listing.objects.create(
            **{"locality": office.locality, "site": where, **LISTED},
            removed_on=DAY - timedelta(1),
        ),
        lambda: rows.measurement(visit, base, value=Decimal(-1)).save(),
        lambda: rows.measurement(visit, base, factor=Decimal(0)).save(),
    )
    for deed in impossible:
        with pytest.raises(IntegrityError), transaction.atomic():
            deed()
