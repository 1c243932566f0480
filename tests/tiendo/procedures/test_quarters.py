"""What is refused of a quarter's procedures, and what is counted of them.

The figures follow the forms of Circular 01/2020/TT-VPCP (from memory, not verified).
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from tests.tiendo import samples
from tests.tiendo.legal_rules.cases import legal_cases
from tiendo.procedures.models import ProcedureQuarter
from tiendo.procedures.plausible import check
from tiendo.procedures.quarters import before, first_day, last_day
from tiendo.procedures.registers import PROCEDURES
from tiendo.registers.register import Setting

TODAY = date(2024, 12, 2)


@pytest.mark.parametrize(
    ("year", "quarter", "first", "last"),
    [
        (2024, 1, date(2024, 1, 1), date(2024, 3, 31)),
        (2024, 2, date(2024, 4, 1), date(2024, 6, 30)),
        (2024, 4, date(2024, 10, 1), date(2024, 12, 31)),
    ],
)
def test_a_quarter_has_three_months(year, quarter, first, last):
    assert (first_day(year, quarter), last_day(year, quarter)) == (first, last)


@given(st.integers(1990, 2100), st.integers(1, 4))
def test_quarters_follow_each_other_without_a_gap(year, quarter):
    assert last_day(*before(year, quarter)) + timedelta(days=1) == first_day(year, quarter)


@pytest.fixture
def office(db):
    return samples.agency(samples.locality())


def unsaved(office, **facts):
    """Forty-eight of which two were late."""
    sound = {
        "field": "trade",
        "year": 2024,
        "quarter": "3",
        "carried_over": 3,
        "received": 48,
        "settled": 47,
        "on_time": 45,
        "late": 2,
    }
    return ProcedureQuarter(locality=office.locality, agency=office, **sound | facts)


def faults(row):
    return [(each.field, each.unless_reason) for each in check(row, Setting(TODAY))]


@legal_cases(
    ("said", "found"),
    {
        "dossiers": [
            ({}, []),
            ({"quarter": "4"}, [("quarter", True)]),
            ({"year": 2025, "quarter": "1"}, [("quarter", False)]),
            ({"settled": 46}, [("settled", False)]),
            ({"received": 43}, [("settled", False)]),
            ({"received": 44}, []),
            ({"on_time": 0, "settled": 2, "days_saved": 5}, [("days_saved", False)]),
            ({"days_saved": 61}, []),
            ({"satisfied": 5}, [("asked", False)]),
            ({"asked": 30, "satisfied": 31}, [("satisfied", False)]),
            ({"asked": 30, "satisfied": 30}, []),
            ({"asked": 48, "satisfied": 1}, [("asked", True)]),
        ]
    },
)
def test_a_quarter_is_refused_where_it_cannot_be_so(office, said, found):
    assert faults(unsaved(office, **said)) == found


def test_what_is_carried_over_is_what_was_open_before(office):
    unsaved(office, quarter="2", received=44).save()  # leaves none open
    assert faults(unsaved(office)) == [("carried_over", True)]
    assert faults(unsaved(office, carried_over=0)) == []
    assert faults(unsaved(office, field="land")) == [], "another field has its own"


def test_ten_times_as_many_as_in_the_quarter_before_are_doubted(office):
    unsaved(office, quarter="2", carried_over=0, received=5, settled=5, on_time=5, late=0).save()
    assert faults(unsaved(office, carried_over=0, received=49)) == []
    assert faults(unsaved(office, carried_over=0, received=50)) == [("received", True)]


@pytest.mark.parametrize(
    "facts",
    [{"settled": 46}, {"received": 43}, {"satisfied": 1}, {"asked": 1, "satisfied": 2}],
)
def test_the_database_refuses_sums_that_do_not_add_up(office, facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        unsaved(office, **facts).save()


def test_figures_of_a_year_are_sums_and_shares_of_sums(office):
    unsaved(office, days_saved=61, cut=2, asked=30, satisfied=28).save()
    unsaved(office, quarter="2", late=0, on_time=3, settled=3, asked=10, satisfied=4).save()
    unsaved(office, year=2023).save()
    rows = PROCEDURES.rows.all()
    said = {each.slug: each.value(rows, 2024) for each in PROCEDURES.measures}
    assert said == {
        "tiep-nhan": 96,
        "da-giai-quyet": 50,
        "dung-han": 48,
        "qua-han": 2,
        "ty-le-dung-han": Decimal("96.00"),
        "ngay-giam": 61,
        "thu-tuc-cat-giam": 2,
        "hai-long": Decimal("80.00"),
    }
    nobody_asked = {each.slug: each.value(rows, 2023) for each in PROCEDURES.measures}
    assert nobody_asked["hai-long"] is None
