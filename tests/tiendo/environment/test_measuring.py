"""What a measurement says against the limit of the day of its sample."""

from datetime import date, time
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tiendo import samples
from tests.tiendo.environment import rows
from tests.tiendo.legal_rules.cases import legal_cases
from tiendo.agencies.models import Agency
from tiendo.environment.inspection_registers import MEASUREMENTS, verdict_of
from tiendo.environment.judging import judged, limits_of, norms_of, value_of
from tiendo.environment.measuring import (
    DIVISORS,
    LEAST,
    WITHOUT_FACTOR,
    Band,
    Limits,
    Parameter,
    Unit,
    bands_of,
    code_of,
    in_unit,
    is_by_night,
    jumps,
    limits,
    unit_of,
)
from tiendo.environment.models import Measurement
from tiendo.legal.plausible import CODE
from tiendo.legal.services import propose_norms
from tiendo.legal.starting import starting_norms

DAY = date(2024, 3, 12)
COD_B = "qcvn-40-2011-btnmt-cod-b"


@pytest.mark.parametrize(
    ("value", "unit", "wanted", "found"),
    [
        ("150", Unit.MG_L, Unit.MG_L, "150"),
        ("1500", Unit.UG_L, Unit.MG_L, "1.5"),
        ("0.1", Unit.UG_L, Unit.MG_L, "0.0001"),
        ("0.15", Unit.G_L, Unit.MG_L, "150"),
        ("250", Unit.UG_NM3, Unit.MG_NM3, "0.25"),
        ("150", Unit.PPM, Unit.MG_L, None),
        ("150", Unit.MG_M3, Unit.MG_NM3, None),  # the volume depends on temperature and pressure
        ("150", Unit.PPM, Unit.MG_NM3, None),
        ("150", Unit.UG_L, Unit.MG_NM3, None),
        ("80", Unit.DB, Unit.DBA, None),  # the weighting is not known
        ("3000", Unit.CFU, Unit.MPN, None),  # another method
    ],
)
def test_a_foreign_unit_is_converted_only_where_that_is_exact(value, unit, wanted, found):
    assert in_unit(Decimal(value), unit, wanted) == (found and Decimal(found))


@given(st.decimals("0", "100000", places=5), st.sampled_from(sorted(DIVISORS)))
def test_converting_loses_nothing(value, pair):
    converted = in_unit(value, *pair)
    assert converted is not None
    assert converted * DIVISORS[pair] == value


def test_every_parameter_has_a_unit_and_columns_or_areas():
    for parameter in Parameter:
        assert unit_of(parameter) in Unit
        assert bands_of(parameter) <= frozenset(Band)


@pytest.mark.parametrize(
    ("symbol", "code"),
    [
        ("QCVN 40:2011/BTNMT", "qcvn-40-2011-btnmt-cod-b"),
        ("QCVN 11-MT:2015/BTNMT", "qcvn-11-mt-2015-btnmt-cod-b"),
    ],
)
def test_the_code_of_a_norm_is_made_of_standard_parameter_and_column(symbol, code):
    assert code_of(symbol, Parameter.COD, Band.B) == code
    assert CODE.fullmatch(code)


def test_proposed_limits_are_named_as_measurements_look_for_them():
    """QCVN 40:2011, 11-MT:2015, 19:2009 and 26:2010 (values from memory: none is verified)."""
    found = {
        each.facts["code"]: each
        for each in starting_norms()
        if each.facts["code"].startswith("qcvn")
    }
    wanted = {
        code_of(each.base, parameter, band) + ending
        for each in found.values()
        for parameter in Parameter
        for band in Band
        for ending in ("", LEAST)
    }
    assert len(found) >= 50
    assert set(found) <= wanted
    assert not any(each.facts.get("verified") for each in found.values())


@legal_cases(
    ("hour", "by_night"),
    {
        "night": [
            (time(6), False),
            (time(20, 59), False),
            (time(21), True),
            (time(5, 59), True),
            (time(0), True),
        ]
    },
)
def test_the_night_is_from_21_to_6(hour, by_night):
    """QCVN 26:2010/BTNMT (not verified)."""
    assert is_by_night(hour) is by_night


@pytest.mark.parametrize(
    ("before", "now", "doubted"),
    [
        ("10", "100", True),
        ("10", "99.9", False),
        ("100", "10", True),
        ("0", "10", False),
        ("10", "0", False),
    ],
)
def test_ten_times_or_a_tenth_is_a_jump(before, now, doubted):
    assert jumps(Decimal(before), Decimal(now)) is doubted


@legal_cases(
    ("parameter", "factor", "most"),
    {
        "factors": [
            (Parameter.COD, "0.99", "148.50"),
            (Parameter.COD, "1", "150"),
            (Parameter.PH, "0.99", "150"),
            (Parameter.COLIFORMS, "0.99", "150"),
            (Parameter.NOISE_BY_DAY, "0.99", "150"),
        ]
    },
)
def test_factors_change_limits_but_those_of_ph_coliforms_and_noise(parameter, factor, most):
    """QCVN 40:2011/BTNMT: Cmax = C × Kq × Kf, but C for pH and coliforms (not verified)."""
    assert limits(parameter, Decimal(150), None, Decimal(factor)) == Limits(Decimal(most))


@pytest.mark.parametrize(
    ("found", "value", "exceeds", "times"),
    [
        (Limits(Decimal(150)), "150", False, None),
        (Limits(Decimal(150)), "150.01", True, "1.00"),
        (Limits(Decimal(150)), "270", True, "1.80"),
        (Limits(Decimal(9), Decimal("5.5")), "5.5", False, None),
        (Limits(Decimal(9), Decimal("5.5")), "5.4", True, None),
        (Limits(), "5000", None, None),
    ],
)
def test_a_value_at_its_limit_keeps_to_it(found, value, exceeds, times):
    assert found.exceeds(Decimal(value)) is exceeds
    assert found.times(Decimal(value)) == (times and Decimal(times))


@pytest.fixture
def office(db) -> Agency:
    return samples.agency(samples.locality())


def stored(office: Agency, **facts) -> Measurement:
    base = rows.standard(office)
    row = rows.measurement(rows.inspection(rows.site(office), office), base, **facts)
    row.save()
    return judged(Measurement.objects.select_related("standard")).get()


WATER, FISH = "QCVN 40:2011/BTNMT", "QCVN 11-MT:2015/BTNMT"
AIR, NOISE = "QCVN 19:2009/BTNMT", "QCVN 26:2010/BTNMT"
LAST, NEVER = date(2025, 8, 31), None


@legal_cases(
    ("day", "sample", "value", "exceeds"),
    {
        "waste-water-2011": [
            (LAST, (WATER, "cod", "b", "mg/l"), "150", False),
            (LAST, (WATER, "cod", "b", "mg/l"), "150.01", True),
            (LAST, (WATER, "cod", "a", "mg/l"), "75.01", True),
            (LAST, (WATER, "ph", "b", "none"), "5.5", False),
            (LAST, (WATER, "ph", "b", "none"), "5.49", True),
            (LAST, (WATER, "ph", "a", "none"), "5.5", True),
            (date(2012, 2, 14), (WATER, "cod", "b", "mg/l"), "900", NEVER),
            (date(2025, 9, 1), (WATER, "cod", "b", "mg/l"), "900", NEVER),
        ],
        "waste-water-of-fish": [
            (LAST, (FISH, "amoni", "b", "mg/l"), "20", False),  # 10 by the general standard
            (LAST, (FISH, "amoni", "b", "mg/l"), "20.01", True),
            (date(2016, 2, 14), (FISH, "amoni", "b", "mg/l"), "900", NEVER),
        ],
        "emissions": [
            (DAY, (AIR, "bui", "b", "mg/nm3"), "200", False),
            (DAY, (AIR, "bui", "b", "mg/nm3"), "200.01", True),
            (DAY, (AIR, "bui", "a", "mg/nm3"), "200.01", False),
            (date(2025, 7, 1), (AIR, "bui", "b", "mg/nm3"), "900", NEVER),
        ],
        "noise": [
            (DAY, (NOISE, "on-ngay", "thong-thuong", "dba"), "70", False),
            (DAY, (NOISE, "on-ngay", "thong-thuong", "dba"), "70.1", True),
            (DAY, (NOISE, "on-dem", "thong-thuong", "dba"), "55.1", True),
            (DAY, (NOISE, "on-ngay", "dac-biet", "dba"), "55.1", True),
            (date(2025, 5, 15), (NOISE, "on-dem", "dac-biet", "dba"), "90", NEVER),
        ],
    },
)
def test_a_sample_is_held_against_the_proposed_limit_of_its_own_day(
    office, day, sample, value, exceeds
):
    propose_norms(locality=office.locality, actor=None, today=date(2026, 1, 5))
    symbol, parameter, band, unit = sample
    visit = rows.inspection(rows.site(office), office, on=day)
    base = rows.LegalBase.objects.get(symbol=symbol)
    facts = {"parameter": parameter, "band": band, "unit": unit, "value": Decimal(value)}
    rows.measurement(visit, base, **facts).save()
    row = judged(Measurement.objects.select_related("standard")).get()
    assert limits_of(row).exceeds(value_of(row)) is exceeds
    assert row.exceeds is bool(exceeds)
    assert all(not norm.verified for norm in norms_of(row))


def test_an_old_sample_is_held_against_the_norm_of_its_own_day(office):
    rows.norm(office, COD_B, "150", valid_to=date(2024, 3, 12))
    rows.norm(office, COD_B, "50", valid_from=date(2024, 3, 13))
    row = stored(office, value=Decimal(90))
    assert limits_of(row).most == 150
    assert row.exceeds is False
    assert [each.highest for each in norms_of(row)] == [150]


def test_without_a_norm_of_that_day_nothing_is_said(office):
    rows.norm(office, COD_B, "50", valid_from=date(2025, 9, 1))
    row = stored(office)
    assert (row.exceeds, limits_of(row).most) == (False, None)
    with translation.override("en"):
        assert verdict_of(row) == "no limit known for that day"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"value": Decimal("297")}, "2 times the limit (not verified)"),
        ({"value": Decimal("148.5")}, "keeps to it (not verified)"),
        ({"value": Decimal("297000"), "unit": "ug/l"}, "2 times the limit (not verified)"),
        (
            {"parameter": "ph", "value": Decimal("5.4"), "unit": "none"},
            "below the least value (not verified)",
        ),
        ({"parameter": "ph", "value": Decimal("9"), "unit": "none"}, "keeps to it (not verified)"),
    ],
)
def test_the_verdict_names_the_times_and_says_that_nobody_compared_the_norm(office, facts, words):
    rows.norm(office, COD_B, "150")
    rows.norm(office, "qcvn-40-2011-btnmt-ph-b", "9")
    least = "qcvn-40-2011-btnmt-ph-b-toi-thieu"
    rows.norm(office, least, None, lowest=Decimal("5.5"), kind="floor")
    row = stored(office, factor=Decimal("0.99"), **facts)
    with translation.override("en"):
        assert verdict_of(row) == words


@pytest.mark.django_db
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    value=st.decimals("0", "2000", places=5),
    most=st.decimals("1", "1500", places=4),
    factor=st.decimals("0.5", "2", places=3),
    unit=st.sampled_from([Unit.MG_L, Unit.UG_L, Unit.G_L]),
    at_limit=st.booleans(),
)
def test_the_database_counts_what_the_page_says(office, value, most, factor, unit, at_limit):
    Measurement.objects.all().delete()
    base = rows.LegalBase.objects.first() or rows.standard(office)
    rows.Norm.objects.all().delete()
    rows.norm(office, COD_B, str(most))
    where = rows.Site.objects.first() or rows.site(office)
    visit = rows.Inspection.objects.first() or rows.inspection(where, office)
    if at_limit:
        value, unit = (most * factor).quantize(Decimal("0.00001")), Unit.MG_L
    rows.measurement(visit, base, value=value, factor=factor, unit=unit).save()
    row = judged(Measurement.objects.select_related("standard")).get()
    assert row.exceeds is limits_of(row).exceeds(value_of(row))


def test_figures_count_what_is_beyond_and_whose_it_is(office):
    rows.norm(office, COD_B, "150")
    base = rows.standard(office)
    visit = rows.inspection(rows.site(office), office)
    for number, value in enumerate(("149", "151", "300")):
        rows.measurement(visit, base, point=f"Điểm {number}", value=Decimal(value)).save()
    counted = {
        each.slug: each.value(MEASUREMENTS.rows.all(), 2024) for each in MEASUREMENTS.measures
    }
    assert counted == {"so-phep-do": 3, "vuot-quy-chuan": 2, "co-so-vuot": 1}


def test_parameters_without_factor_are_parameters():
    assert frozenset(Parameter) >= WITHOUT_FACTOR
