"""What is asked of clusters, land and works when they are entered, and what their registers count."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.tiendo.industry.clusters import (
    checked,
    clearance,
    cluster,
    fields_of,
    land_use,
    norm,
    parcel,
    period,
    tenancy,
    work,
)
from tests.tiendo.industry.enterprises import commune, enterprise
from tests.tiendo.legal_rules.cases import legal_cases
from tiendo.agencies.models import Agency
from tiendo.industry.cluster_registers import CLUSTERS_REGISTER, PERIODS, STAGES, TENANCIES
from tiendo.industry.land_registers import (
    CLEARANCE_YEARS,
    CLEARANCES,
    LAND_USES,
    PARCELS,
    PLANNING_CHECKS,
)
from tiendo.industry.models import (
    ClearanceYear,
    Cluster,
    ClusterPeriod,
    ClusterStage,
    LandUse,
    Parcel,
    PlanningCheck,
    Tenancy,
    Work,
    WorkShare,
    WorkYear,
)
from tiendo.industry.work_registers import SHARES, WORK_YEARS, WORKS_REGISTER
from tiendo.registers.measures import Figure
from tiendo.registers.register import Register

pytestmark = pytest.mark.django_db
D = Decimal


@pytest.fixture
def where() -> Agency:
    return commune()


def measured(register: Register, slug: str, year: int) -> Figure | None:
    measure = register.measure(slug)
    assert measure is not None
    return measure.value(register.rows.all(), year)


def area_norms(where: Agency) -> None:
    norm(where, "ccn-dien-tich-toi-da", "ceiling", "75")
    norm(where, "ccn-dien-tich-toi-thieu", "floor", "10")
    norm(where, "ccn-dien-tich-toi-thieu-mien-nui", "floor", "5")


@legal_cases(
    ("area", "kind", "faults"),
    {
        "cluster-area": [
            ("75", "ordinary", []),
            ("75.0001", "ordinary", ["area"]),
            ("10", "ordinary", []),
            ("9.9999", "ordinary", ["area"]),
            ("9.9999", "craft", []),
            ("5", "mountain", []),
            ("4.9", "craft", ["area"]),
            ("75.0001", "mountain", ["area"]),
        ]
    },
)
def test_the_area_of_a_cluster_keeps_to_the_norm_unless_there_is_a_reason(
    where: Agency, area: str, kind: str, faults: list[str]
) -> None:
    area_norms(where)
    row = Cluster(locality=where.locality, commune=where, name="Cụm", area=D(area), kind=kind)
    found = checked(CLUSTERS_REGISTER, row)
    assert fields_of(found) == faults
    assert all(fault.unless_reason for fault in found)


def test_a_cluster_of_before_the_norm_is_not_judged_by_it(where: Agency) -> None:
    area_norms(where)
    facts: dict[str, Any] = {"decided_on": date(2010, 1, 1), "decision": "1/QĐ-UBND"}
    row = Cluster(locality=where.locality, commune=where, name="Cụm", area=D(93), **facts)
    assert checked(CLUSTERS_REGISTER, row) == []


def test_the_norm_that_was_broken_is_named_and_that_nobody_verified_it(where: Agency) -> None:
    area_norms(where)
    row = Cluster(locality=where.locality, commune=where, name="Cụm", area=D(80))
    (fault,) = checked(CLUSTERS_REGISTER, row)
    assert "80 ha" in fault.words
    assert "≤ 75 ha" in fault.words
    assert "chưa kiểm chứng" in fault.words


@pytest.mark.parametrize(
    ("facts", "faults"),
    [
        ({"decided_on": date(2025, 3, 2), "decision": "1/QĐ"}, ["decided_on"]),
        ({"decision": "1/QĐ"}, ["decided_on"]),
        ({"decided_on": date(2024, 1, 1)}, ["decision"]),
        ({"wastewater_since": date(2024, 1, 1)}, ["wastewater_capacity"]),
        ({"wastewater_since": date(2024, 1, 1), "wastewater_capacity": D(500)}, []),
    ],
)
def test_a_cluster_says_its_decision_and_the_plant_that_runs(
    where: Agency, facts: dict[str, Any], faults: list[str]
) -> None:
    row = Cluster(locality=where.locality, commune=where, name="Cụm", area=D(50), **facts)
    assert fields_of(checked(CLUSTERS_REGISTER, row)) == faults


def test_what_can_be_leased_is_not_less_than_what_is(where: Agency) -> None:
    of = cluster(where)
    tenancy(of, enterprise(where), "30")
    of.leasable_area = D(25)
    assert fields_of(checked(CLUSTERS_REGISTER, of)) == ["leasable_area"]
    lease = Tenancy(cluster=of, enterprise=enterprise(where), area=D(1), since=date(2024, 1, 1))
    (fault,) = checked(TENANCIES, lease)
    assert (fault.field, fault.unless_reason) == ("area", True)
    lease.until = date(2024, 6, 1)
    assert checked(TENANCIES, lease) == []


def test_the_list_shows_occupancy_of_the_leases_that_run(where: Agency) -> None:
    of = cluster(where)
    tenancy(of, enterprise(where), "29.46")
    tenancy(of, enterprise(where), "5", until=date(2024, 12, 31))
    row = CLUSTERS_REGISTER.rows.get()
    said = {column.name: column.of(row) for column in CLUSTERS_REGISTER.table}
    assert said["leased"] == D("29.46")
    assert said["occupancy"] == D("73.05")


def test_the_list_says_whether_the_land_adds_up(where: Agency) -> None:
    of = cluster(where)
    column = next(each for each in CLUSTERS_REGISTER.table if each.name == "split")
    assert column.of(CLUSTERS_REGISTER.rows.get()) == ""
    land_use(of, "factory", "40")
    assert column.of(CLUSTERS_REGISTER.rows.get()) == "còn thiếu 10 ha"
    land_use(of, "green", "10")
    assert column.of(CLUSTERS_REGISTER.rows.get()) == "khớp tổng"


def test_the_list_says_which_half_yearly_figures_are_owed(where: Agency, settings: Any) -> None:
    settings.TODAY = "2024-12-20"
    of = cluster(where, decided_on=date(2022, 5, 15), decision="1/QĐ")
    period(of, 2024, "half", reported_on=date(2024, 6, 18))
    column = next(each for each in CLUSTERS_REGISTER.table if each.name == "owed")
    assert column.of(CLUSTERS_REGISTER.rows.get()) == "cả năm 2024 (hạn 19/12/2024)"
    period(of, 2024, "year", reported_on=date(2024, 12, 19))
    assert column.of(CLUSTERS_REGISTER.rows.get()) == ""


def test_a_stage_of_waiting_ends_with_the_decision(where: Agency) -> None:
    of = cluster(where, decided_on=date(2024, 5, 15), decision="1/QĐ")
    row = ClusterStage(cluster=of, stage="planned", since=date(2024, 6, 1))
    assert fields_of(checked(STAGES, row)) == ["since"]
    row.since = date(2022, 1, 1)
    assert checked(STAGES, row) == []


@legal_cases(
    ("leased", "stage", "faults"),
    {
        "cluster-expanding": [
            ("24.1979", "expanding", ["stage"]),  # of 40,33 ha that can be leased
            ("24.198", "expanding", []),
            ("40.33", "expanding", []),
            ("1", "operating", []),
        ]
    },
)
def test_a_cluster_is_expanded_only_when_it_is_full_enough(
    where: Agency, leased: str, stage: str, faults: list[str]
) -> None:
    norm(where, "ccn-mo-rong-lap-day", "floor", "60", "%")
    of = cluster(where)
    tenancy(of, enterprise(where), leased)
    row = ClusterStage(cluster=of, stage=stage, since=date(2025, 1, 1))
    assert fields_of(checked(STAGES, row)) == faults


@legal_cases(
    ("use", "area", "faults"),
    {
        "cluster-land-shares": [
            ("green", "4.99", ["area"]),  # of 50 ha
            ("green", "5", []),
            ("traffic", "4.99", ["area"]),
            ("traffic", "5", []),
            ("technical", "0.49", ["area"]),
            ("technical", "0.5", []),
            ("factory", "0.1", []),
        ]
    },
)
def test_land_for_one_use_keeps_to_the_least_share(
    where: Agency, use: str, area: str, faults: list[str]
) -> None:
    norm(where, "ccn-dat-cay-xanh", "floor", "10", "%")
    norm(where, "ccn-dat-giao-thong", "floor", "10", "%")
    norm(where, "ccn-dat-ha-tang-ky-thuat", "floor", "1", "%")
    row = LandUse(cluster=cluster(where), use=use, area=D(area))
    assert fields_of(checked(LAND_USES, row)) == faults


def test_land_for_one_use_keeps_to_the_area(where: Agency) -> None:
    of = cluster(where)
    green = LandUse(cluster=of, use="green", area=D(5))
    assert checked(LAND_USES, green) == []
    land_use(of, "factory", "45.5")
    assert fields_of(checked(LAND_USES, green)) == ["area"]


def test_a_parcel_is_clean_before_it_is_given_for_use(where: Agency) -> None:
    row = Parcel(commune=where, map_sheet="1", number="2", area=D(1), leased_on=date(2024, 1, 1))
    assert fields_of(checked(PARCELS, row)) == ["leased_on"]
    row.clean_on = date(2023, 12, 1)
    assert checked(PARCELS, row) == []


def test_a_lessee_without_a_day_is_refused_by_the_table_too(where: Agency) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        parcel(where, "1", "1", leased_to=enterprise(where))


@pytest.mark.parametrize(
    "facts",
    [
        {"area": D(-1), "industrial_area": None, "leasable_area": None},
        {"industrial_area": D(51)},
        {"leasable_area": D(43)},
        {"decided_on": date(2024, 1, 2), "abolished_on": date(2024, 1, 1)},
    ],
)
def test_a_cluster_that_cannot_be_is_not_stored(where: Agency, facts: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        cluster(where, **facts)


def test_a_year_of_clearance_adds_to_the_years_before(where: Agency) -> None:
    plan = clearance(where)
    ClearanceYear.objects.create(
        clearance=plan, locality=where.locality, year=2023, area=D(10), households=40, plots=14
    )
    row = ClearanceYear(clearance=plan, year=2024, area=D("6.87"), households=25)
    assert fields_of(checked(CLEARANCE_YEARS, row)) == ["households"]
    row.households = 24
    assert checked(CLEARANCE_YEARS, row) == []
    row.year = 2026
    assert fields_of(checked(CLEARANCE_YEARS, row)) == ["year"]


def test_a_clearance_shows_what_was_done_of_it(where: Agency) -> None:
    plan = clearance(where)
    for year, area in ((2023, 10), (2024, 5)):
        ClearanceYear.objects.create(
            clearance=plan, locality=where.locality, year=year, area=D(area), plots=7
        )
    row = CLEARANCES.rows.get()
    assert (row.area_done, row.plots_done, row.paid_done) == (15, 14, None)
    assert measured(CLEARANCE_YEARS, "dat-giai-phong", 2024) == 5
    assert measured(CLEARANCE_YEARS, "nen-ban-giao", 2023) == 7
    assert measured(CLEARANCE_YEARS, "tien-boi-thuong", 2023) is None


def test_something_wrong_on_site_needs_a_word_on_it(where: Agency) -> None:
    row = PlanningCheck(commune=where, on=date(2024, 8, 12), site="Ấp 3", finding="no-licence")
    assert fields_of(checked(PLANNING_CHECKS, row)) == ["words"]
    row.words, row.handled_on = "Nhà xưởng tạm", date(2024, 8, 20)
    assert fields_of(checked(PLANNING_CHECKS, row)) == ["handled"]
    row.finding, row.handled_on = "order", None
    assert checked(PLANNING_CHECKS, row) == []


def test_checks_on_site_are_counted_with_what_they_found(where: Agency) -> None:
    facts = {"commune": where, "locality": where.locality}
    PlanningCheck.objects.create(on=date(2024, 8, 12), site="Ấp 3", finding="order", **facts)
    PlanningCheck.objects.create(
        on=date(2024, 8, 13), site="Ấp 4", finding="plan", handled_on=date(2025, 1, 5), **facts
    )
    assert measured(PLANNING_CHECKS, "kiem-tra-trong-nam", 2024) == 2
    assert measured(PLANNING_CHECKS, "vi-pham-phat-hien", 2024) == 1
    assert measured(PLANNING_CHECKS, "vi-pham-da-xu-ly", 2024) is None
    assert measured(PLANNING_CHECKS, "vi-pham-da-xu-ly", 2025) == 1


def test_sources_of_a_work_do_not_come_to_more_than_its_total(where: Agency) -> None:
    road = work(where)
    WorkShare.objects.create(work=road, locality=where.locality, source="province", amount=D(60000))
    row = WorkShare(work=road, source="credit", amount=D(26400))
    assert checked(SHARES, row) == []
    row.amount = D(26401)
    (fault,) = checked(SHARES, row)
    assert fault.unless_reason
    assert "86.401" in fault.words
    road.total = D(50000)
    assert fields_of(checked(WORKS_REGISTER, road)) == ["total"]


def test_progress_of_a_work_does_not_fall(where: Agency) -> None:
    road = work(where)
    WorkYear.objects.create(work=road, locality=where.locality, year=2023, progress=D(40))
    assert fields_of(checked(WORK_YEARS, WorkYear(work=road, year=2024, progress=D(39)))) == [
        "progress"
    ]
    assert checked(WORK_YEARS, WorkYear(work=road, year=2024, progress=D(40))) == []
    assert WORKS_REGISTER.rows.get().progress == 40


def test_only_the_plan_of_a_year_to_come_can_be_entered(where: Agency) -> None:
    road = work(where)
    assert checked(WORK_YEARS, WorkYear(work=road, year=2026, planned=D(10))) == []
    row = WorkYear(work=road, year=2026, done=D(10))
    assert fields_of(checked(WORK_YEARS, row)) == ["year"]


def test_a_work_inside_a_cluster_says_which(where: Agency) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        work(where, side="inside")
    assert work(where, side="inside", cluster=cluster(where)).pk
    row = Work(commune=where, begins=2023, done_on=date(2022, 1, 1))
    assert fields_of(checked(WORKS_REGISTER, row)) == ["done_on"]


def test_a_period_is_reported_when_it_is_over(where: Agency) -> None:
    of = cluster(where)
    facts: dict[str, Any] = {"leased_area": D(20), "leasable_area": D(40)}
    assert checked(PERIODS, ClusterPeriod(cluster=of, year=2024, period="year", **facts)) == []
    row = ClusterPeriod(cluster=of, year=2025, period="half", **facts)
    assert fields_of(checked(PERIODS, row)) == ["period"]
    row = ClusterPeriod(cluster=of, year=2024, period="year", leased_area=D(20))
    assert fields_of(checked(PERIODS, row)) == ["leasable_area"]
    row = ClusterPeriod(cluster=of, year=2024, period="year", reported_on=date(2024, 12, 14))
    assert fields_of(checked(PERIODS, row)) == ["reported_on", ""]


def test_occupancy_of_all_clusters_is_the_sum_of_both_parts(where: Agency) -> None:
    one = cluster(where)
    other = cluster(where, name="Cụm khác")
    period(one, 2024, leased_area=D(30), leasable_area=D(40))
    period(other, 2024, leased_area=D(0), leasable_area=D(20))
    period(one, 2024, "half", leased_area=D(1), leasable_area=D(40))
    assert measured(PERIODS, "ty-le-lap-day", 2024) == 50
    assert measured(PERIODS, "ty-le-lap-day", 2023) is None


def test_clusters_count_from_their_decision_until_they_are_abolished(where: Agency) -> None:
    cluster(where)
    cluster(where, name="Cụm 2", decided_on=date(2022, 5, 1), area=D(75))
    facts = {"decided_on": date(2021, 5, 1), "abolished_on": date(2023, 1, 1)}
    cluster(where, name="Cụm 3", **facts)
    found = [measured(CLUSTERS_REGISTER, "cum-da-thanh-lap", year) for year in range(2020, 2024)]
    assert found == [None, 1, 2, 1]
    assert measured(CLUSTERS_REGISTER, "dien-tich-cum", 2022) == 125


def test_clean_land_is_free_until_it_is_given_for_use(where: Agency) -> None:
    parcel(where, "1", "2", clean_on=date(2023, 4, 1))
    parcel(where, "2", "3", clean_on=date(2023, 5, 1), leased_on=date(2024, 2, 1))
    parcel(where, "3", "50")
    found = [measured(PARCELS, "quy-dat-sach", year) for year in (2022, 2023, 2024)]
    assert found == [None, 5, 2]
    assert measured(PARCELS, "dat-sach-tao-them", 2023) == 5


def test_establishments_that_moved_in_are_counted_once(where: Agency) -> None:
    of, mill = cluster(where), enterprise(where)
    day = date(2024, 3, 1)
    tenancy(of, mill, "1", plot="A1", moved_in_on=day, relocated=True)
    tenancy(of, mill, "1", plot="A2", moved_in_on=day, relocated=True)
    tenancy(of, enterprise(where), "1", moved_in_on=day)
    assert measured(TENANCIES, "co-so-vao-cum", 2024) == 1
    assert measured(TENANCIES, "co-so-trong-cum", 2024) == 2
    assert measured(TENANCIES, "dat-da-thue", 2024) == 3
