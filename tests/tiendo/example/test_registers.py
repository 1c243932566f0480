"""The registers of the worked example: brought in whole, adding up to the plan's figures, with nothing real in them."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from django.test import Client
from django.urls import reverse

from tests.tiendo.example.conftest import TODAY
from tiendo.accounts.models import User
from tiendo.example import services
from tiendo.example.people import COMMUNES
from tiendo.example.registers import establishments, land, money
from tiendo.example.registers.establishments import YEARS, shared
from tiendo.example.registers.keepers import KEEPERS
from tiendo.example.registers.places import OUTLINES, spot
from tiendo.example.registers.services import Refused, bring
from tiendo.example.registers.tables import Table
from tiendo.example.registers.ties import TIES, Tie
from tiendo.funding.models import Allocation
from tiendo.industry.land_faults import split_of
from tiendo.industry.models import Cluster, Enterprise, EnterpriseYear, Work
from tiendo.industry.tax_codes import Found, found
from tiendo.papers.models import PaperOwed
from tiendo.plans.links import told_of
from tiendo.plans.models import Link, Plan, Task
from tiendo.registers.models import Attachment, Import, Keeper, Outline, Stage
from tiendo.registers.register import REGISTERS
from tiendo.support.models import SupportGiven


def figure(register: str, measure: str, year: int, plan: Plan) -> Decimal:
    """What a measure says of the example for a year."""
    declared = REGISTERS[register]
    found_measure = declared.measure(measure)
    assert found_measure
    value = found_measure.value(declared.rows.filter(locality=plan.locality_id), year)
    assert value is not None
    return Decimal(value)


def test_every_sheet_came_in_by_the_ordinary_import(plan: Plan, db: None) -> None:
    sheets = Import.objects.filter(locality=plan.locality)
    assert sheets.count() >= 15
    assert set(sheets.values_list("stage", flat=True)) == {Stage.DONE}
    assert [row.register for row in sheets if row.counts.get("error") or row.questions] == []


def test_there_are_twelve_establishments_in_each_of_the_ten_communes(plan: Plan, db: None) -> None:
    by_commune = [
        Enterprise.objects.filter(commune__name=f"Ủy ban nhân dân {name}").count()
        for name in COMMUNES
    ]
    assert by_commune == [12] * 10


def test_no_establishment_can_be_taken_for_a_real_one(plan: Plan, db: None) -> None:
    rows = Enterprise.objects.filter(locality=plan.locality)
    assert {found(row.tax_code) for row in rows} == {Found.DEMONSTRATION}
    assert [row.name for row in rows if not row.name.endswith("(mẫu)")] == []
    assert len({row.name for row in rows}) == rows.count()
    assert set(rows.values_list("owner", "telephone")) == {("", "")}


def test_output_grows_as_the_plan_wants_and_keeps_to_the_districts_scale(
    plan: Plan, db: None
) -> None:
    output = {year: figure("nam-doanh-nghiep", "gia-tri-2010", year, plan) for year in YEARS}
    growth = (output[2024] / output[2021]) ** (Decimal(1) / 3) - 1
    assert round(100 * growth, 1) == Decimal("8.0")
    assert all(400_000 <= each <= 520_000 for each in output.values())


def test_more_workers_are_added_every_year_than_the_plan_asks(plan: Plan, db: None) -> None:
    workers = [figure("nam-doanh-nghiep", "lao-dong", year, plan) for year in YEARS]
    added = [now - before for before, now in pairwise(workers)]
    assert all(each > 550 for each in added)


def test_trained_workers_come_near_the_shares_of_2025_and_not_beyond(plan: Plan, db: None) -> None:
    for measure, aim in (("lao-dong-qua-dao-tao", 75), ("lao-dong-dao-tao-nghe", 60)):
        shares = [figure("nam-doanh-nghiep", measure, year, plan) for year in YEARS]
        assert shares == sorted(shares)
        assert aim - 3 < shares[-1] < aim


def test_nobody_exports_more_than_is_sold(plan: Plan, db: None) -> None:
    rows = EnterpriseYear.objects.filter(locality=plan.locality).exclude(exports=None)
    dong = 25  # million VND for a thousand USD
    assert rows
    assert [row for row in rows if row.exports * dong > row.revenue] == []


def test_the_land_of_both_clusters_adds_up(plan: Plan, db: None) -> None:
    clusters = Cluster.objects.filter(locality=plan.locality)
    assert {row.name: row.area for row in clusters} == {land.PLANNED: 75, land.CRAFT: 12}
    assert all(split_of(row).adds_up for row in clusters)
    planned = clusters.get(name=land.PLANNED)
    assert (planned.decided_on, planned.decision) == (None, "")
    assert sum(row.area for row in planned.parcels.all()) == 62


def test_what_was_cleared_is_what_became_clean() -> None:
    for year in (2022, 2023, 2024):
        clean = [
            Decimal(area)
            for area, day in zip(land.PARCELS, land.CLEAN, strict=False)
            if day.year == year
        ]
        cleared = [Decimal(row[2]) for row in land.CLEARED if row[0] < 2 and row[1] == year]
        assert sum(clean) == sum(cleared)


def test_sources_make_up_a_work_and_no_allocation_is_overspent() -> None:
    for work, years in land.PROGRESS.items():
        assert sum(year[2] for year in years) <= sum(land.SOURCES[work].values())
    for table in money.tables():
        assert all(row[table.fields.index("amount")] > 0 for row in table.rows)
    assert all(float(money.PAID[year]) < float(money.BOUND[year]) < 1 for year in money.PAID)


@pytest.mark.parametrize("each", TIES, ids=lambda each: f"{each.number} {each.measure}")
def test_a_tie_names_a_measure_that_exists_and_words_of_the_plan(
    each: Tie, plan: Plan, db: None
) -> None:
    assert REGISTERS[each.register].measure(each.measure)
    task = plan.tasks.get(kind=each.kind, number=each.number)
    assert each.words in task.text
    assert Link.objects.filter(task=task, register=each.register, words=each.words).exists()


@pytest.mark.parametrize("number", ["2", "7", "9", "12"])
def test_the_page_of_a_task_shows_the_figure_of_its_register(
    number: str, plan: Plan, coordinator: User, settings: object
) -> None:
    settings.TODAY = TODAY.isoformat()  # type: ignore[attr-defined]
    task = plan.tasks.get(kind="task", number=number)
    figures = [each.figure for each in told_of(task, TODAY.year) if each.measure]
    assert figures
    assert None not in figures
    client = Client(headers={"accept-language": "vi"})
    client.force_login(coordinator)
    page = client.get(reverse("progress:task", args=[task.pk])).content.decode()
    for each in told_of(task, TODAY.year):
        assert each.url.replace("&", "&amp;") in page


def test_the_cluster_waits_so_its_task_is_not_done_by_another_cluster(plan: Plan, db: None) -> None:
    task = plan.tasks.get(kind="task", number="2")
    told = {each.measure.slug: each for each in told_of(task, 2024) if each.measure}
    assert (told["cum-da-thanh-lap"].figure, told["cum-da-thanh-lap"].percent) == (0, 0)
    assert told["co-so-vao-cum"].figure == 6


def test_money_leads_to_its_work_and_help_to_its_establishment(plan: Plan, db: None) -> None:
    road = Work.objects.get(locality=plan.locality, name=land.ROAD)
    money_for_road = Allocation.objects.filter(about_id=road.pk, about_type__model="work")
    assert {row.purpose for row in money_for_road} == {land.ROAD}
    helped = SupportGiven.objects.filter(about_type__model="enterprise")
    names = dict(Enterprise.objects.values_list("pk", "name"))
    assert len(helped) > 100
    assert [row for row in helped if names[row.about_id] != row.whom] == []


def test_papers_are_tied_to_the_duties_that_ask_for_them(plan: Plan, db: None) -> None:
    papers = PaperOwed.objects.filter(locality=plan.locality)
    tied = Link.objects.filter(task__plan=plan, row_id__in=papers.values("pk"))
    assert papers.count() == tied.filter(register="van-ban-phai-ban-hanh").count() >= 8
    assert papers.get(title="Kế hoạch an toàn điện").issued_on == date(2024, 3, 18)


def test_every_register_of_the_example_is_kept_by_an_office(plan: Plan, db: None) -> None:
    kept = Keeper.objects.filter(locality=plan.locality).values_list("register", flat=True)
    assert set(kept) == set(KEEPERS)
    filled = Import.objects.filter(locality=plan.locality).values_list("register", flat=True)
    assert set(filled) <= set(KEEPERS)


def test_a_sheet_that_cannot_stand_stops_the_example(coordinator: User) -> None:
    fields = ("tax_code", "name", "kind", "commune", "activity_code", "began")
    row = ("0100109106", "Cơ sở", "private", "xã Không Có", "1061", 2016)
    with pytest.raises(Refused, match="doanh-nghiep"):
        bring(Table("doanh-nghiep", fields, (row,)), coordinator, TODAY)


def test_on_an_earlier_day_later_rows_are_left_out() -> None:
    known = {table.register: table for table in establishments.tables()}
    years = known["nam-doanh-nghiep"].up_to(date(2023, 6, 1))
    assert {row[1] for row in years.rows} == {2021, 2022, 2023}


def test_parts_add_up_to_the_whole() -> None:
    assert shared(10, [1, 1, 1]) == [4, 3, 3]
    assert sum(shared(519_000, [7, 3, 90, 46, 0])) == 519_000


def test_a_place_lies_within_the_box_of_its_commune() -> None:
    for name, corners in OUTLINES.items():
        east, north = [x for x, _y in corners], [y for _x, y in corners]
        for number in range(30):
            x, y = spot(name, number)
            assert min(east) < x < max(east)
            assert min(north) < y < max(north)


def test_taking_the_example_out_leaves_nothing_in_any_register(plan: Plan, db: None) -> None:
    services.remove()
    left = [each.slug for each in REGISTERS.values() if each.model._default_manager.exists()]
    assert left == []
    models = (Keeper, Attachment, Outline, Import, Link, Task)
    assert [model for model in models if model._default_manager.exists()] == []
