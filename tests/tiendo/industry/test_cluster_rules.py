"""Occupancy, split of the land, stages, periods: rules that need no database."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tiendo.legal_rules.cases import legal_cases
from tiendo.industry.clusters.limits import added, faults_beyond
from tiendo.industry.clusters.norms import (
    LEAST_AREA,
    LEAST_AREA_SPECIAL,
    LEAST_SHARES,
    MOST_AREA,
    OCCUPANCY_TO_EXPAND,
)
from tiendo.industry.clusters.occupancy import occupancy
from tiendo.industry.clusters.periods import Days, Period, days_of, is_late, owed_on
from tiendo.industry.clusters.split import Split, Use
from tiendo.industry.clusters.stages import Entered, Standing, stage_on
from tiendo.legal.starting import starting_norms

HECTARES = st.decimals(min_value=0, max_value=500, places=4)
D = Decimal


@legal_cases(
    ("leased", "leasable", "area", "share"),
    {
        "cluster-occupancy": [
            # A published cluster: 73,04 %, a hundredth less than its rounded leasable area gives.
            (D("29.46"), D("40.33"), D(50), D("73.05")),
            (D(20), D(40), D(50), D(50)),
            (D(40), D(40), D(50), D(100)),
        ]
    },
)
def test_occupancy_is_leased_by_leasable_land_and_not_by_all_land(
    leased: D, leasable: D, area: D, share: D
) -> None:
    found = occupancy(leased, leasable)
    assert found is not None
    assert round(found, 2) == share
    assert found != 100 * leased / area


@pytest.mark.parametrize(
    ("leased", "leasable", "share"),
    [
        (D(0), D(40), D(0)),  # nothing leased is zero …
        (None, D(40), None),  # … no data is no figure
        (D(10), None, None),
        (D(10), D(0), None),
        (D(40), D(40), D(100)),
    ],
)
def test_occupancy_tells_nothing_leased_from_no_data(
    leased: D | None, leasable: D | None, share: D | None
) -> None:
    assert occupancy(leased, leasable) == share


@given(HECTARES, HECTARES.filter(bool))
def test_occupancy_never_passes_a_hundred_unless_too_much_is_leased(leased: D, leasable: D) -> None:
    share = occupancy(leased, leasable)
    assert share is not None
    assert (share > 100) == (leased > leasable)


def test_a_split_says_what_is_missing_and_what_is_too_much() -> None:
    assert Split({Use.FACTORY: D(30), Use.GREEN: D(5)}, D(50)).missing == 15
    assert Split({Use.FACTORY: D(46), Use.GREEN: D(5)}, D(50)).missing == -1
    assert Split({Use.FACTORY: D(45), Use.GREEN: D(5)}, D(50)).adds_up
    assert not Split({}, D(0)).adds_up


@given(st.dictionaries(st.sampled_from(Use.values), HECTARES, min_size=1))
def test_shares_of_a_split_that_adds_up_come_to_a_hundred(uses: dict[str, D]) -> None:
    area = sum(uses.values(), D(0))
    split = Split(uses, area)
    assert split.adds_up
    if area:
        shares = [split.share(use) for use in uses]
        assert abs(sum(share for share in shares if share is not None) - 100) < D("0.001")


def test_a_use_that_was_not_entered_has_no_share() -> None:
    assert Split({Use.GREEN: D(5)}, D(50)).share(Use.GREEN) == 10
    assert Split({Use.GREEN: D(5)}, D(50)).share(Use.TRAFFIC) is None
    assert Split({Use.GREEN: D(0)}, D(0)).share(Use.GREEN) is None


LISTED, PLANNED = date(2022, 2, 25), Entered.PLANNED
DECIDED, BUILDING = date(2024, 5, 15), Entered.BUILDING


@pytest.mark.parametrize(
    ("today", "decided", "abolished", "stages", "stage"),
    [
        (date(2023, 1, 1), None, None, [], Standing.UNKNOWN),
        (date(2023, 1, 1), None, None, [(LISTED, PLANNED)], PLANNED),
        (date(2022, 1, 1), None, None, [(LISTED, PLANNED)], Standing.UNKNOWN),
        (date(2024, 6, 1), DECIDED, None, [(LISTED, PLANNED)], Standing.ESTABLISHED),
        (date(2024, 5, 14), DECIDED, None, [(LISTED, PLANNED)], PLANNED),
        (date(2025, 3, 1), DECIDED, None, [(LISTED, PLANNED), (date(2025, 1, 1), BUILDING)], BUILDING),
        (date(2025, 3, 1), DECIDED, date(2025, 2, 1), [(date(2025, 1, 1), BUILDING)], Standing.ABOLISHED),
        (date(2025, 1, 31), DECIDED, date(2025, 2, 1), [(date(2025, 1, 1), BUILDING)], BUILDING),
    ],
)  # fmt: skip
def test_the_stage_follows_from_decisions_and_days(
    today: date,
    decided: date | None,
    abolished: date | None,
    stages: list[tuple[date, str]],
    stage: Entered | Standing,
) -> None:
    assert stage_on(today, decided, abolished, stages) == stage


def test_half_yearly_figures_are_due_the_day_before_the_day_named() -> None:
    assert days_of(2025, "half") == Days(date(2024, 12, 15), date(2025, 6, 14), date(2025, 6, 19))
    assert days_of(2025, "year") == Days(date(2024, 12, 15), date(2025, 12, 14), date(2025, 12, 19))
    with pytest.raises(ValueError, match="quarter"):
        days_of(2025, "quarter")


@given(st.integers(2000, 2100))
def test_the_year_begins_the_day_after_the_year_before_ended(year: int) -> None:
    assert (days_of(year, "year").first - days_of(year - 1, "year").last).days == 1
    assert days_of(year, "half").first == days_of(year, "year").first


@legal_cases(
    ("reported", "today", "late"),
    {
        "cluster-periods": [
            (date(2025, 6, 19), date(2025, 9, 1), False),
            (date(2025, 6, 20), date(2025, 9, 1), True),
            (None, date(2025, 6, 19), False),
            (None, date(2025, 6, 20), True),
        ]
    },
)
def test_figures_are_late_from_the_day_named_on(
    reported: date | None, today: date, late: bool
) -> None:
    assert is_late(2025, "half", reported, today) is late


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        *((code, "floor") for code in LEAST_SHARES.values()),
        *((code, "floor") for code in (LEAST_AREA, LEAST_AREA_SPECIAL, OCCUPANCY_TO_EXPAND)),
        (MOST_AREA, "ceiling"),
    ],
)
def test_every_norm_of_clusters_is_among_those_proposed(code: str, kind: str) -> None:
    kinds = [norm.facts["kind"] for norm in starting_norms() if norm.facts["code"] == code]
    assert kinds
    assert set(kinds) == {kind}


HALF, YEAR = Period.HALF, Period.YEAR


@pytest.mark.parametrize(
    ("today", "since", "handed_in", "owed"),
    [
        (date(2024, 12, 14), date(2020, 1, 1), [], [(2023, YEAR), (2024, HALF)]),
        (date(2024, 12, 15), date(2020, 1, 1), [], [(2024, HALF), (2024, YEAR)]),
        (date(2024, 12, 15), date(2020, 1, 1), [(2024, "half")], [(2024, YEAR)]),
        (date(2024, 12, 15), date(2024, 6, 14), [], [(2024, HALF), (2024, YEAR)]),
        (date(2024, 12, 15), date(2024, 6, 15), [], [(2024, YEAR)]),
        (date(2024, 12, 15), None, [], []),  # still waiting for the province
    ],
)
def test_the_last_two_periods_are_owed_once_they_are_over(
    today: date,
    since: date | None,
    handed_in: list[tuple[int, str]],
    owed: list[tuple[int, Period]],
) -> None:
    assert owed_on(today, since, handed_in) == owed


def test_sums_are_of_what_is_known() -> None:
    assert added([None, D(2), None, D(3)]) == 5
    assert added([None]) is None
    assert added([0, None]) == 0


@pytest.mark.parametrize(
    ("total", "whole", "faults"), [(5, 5, 0), (6, 5, 1), (None, 5, 0), (6, None, 0)]
)
def test_a_sum_beyond_the_whole_asks_for_a_reason(
    total: int | None, whole: int | None, faults: int
) -> None:
    found = list(faults_beyond("area", total, whole, "plan"))
    assert len(found) == faults
    assert all(fault.unless_reason for fault in found)
