"""A target by commune: who is worst off, who is silent, what is drawn."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.test import Client, override_settings
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.indicators.conftest import Ground
from tests.tiendo.indicators.conftest import ground as ground
from tests.tiendo.industry.enterprises import enterprise, year
from tiendo.agencies.models import Agency
from tiendo.indicators.models import Observation
from tiendo.plans.models import Target
from tiendo.progress.dashboard.places import ByCommune, by_commune, has_places
from tiendo.progress.dashboard.shades import shaded, step_of
from tiendo.registers.models import Outline


@pytest.fixture(autouse=True)
def _today(ground: Ground) -> Any:
    with override_settings(TODAY=str(ground.today)):
        yield


@pytest.fixture
def other(ground: Ground) -> Agency:
    name = "Ủy ban nhân dân xã Tân Hội"
    return samples.agency(ground.office.locality, name, kind="commune")


def found(ground: Ground, target: Target, asked: int | None = None) -> ByCommune:
    return by_commune(Target.objects.get(pk=target.pk), ground.today, asked)


def jobs(ground: Ground, **facts: Any) -> Target:
    ground.indicator("viec-lam", unit="lao động", over_time="sum", **facts)
    return ground.bound("viec-lam", "each-year", "550", unit="lao động")


def names(by: ByCommune) -> list[str]:
    return [row.name for row in by.rows]


def cells(by: ByCommune, row: int = 0) -> list[Decimal | None]:
    return [cell.value for cell in by.rows[row].cells]


def page(ground: Ground, target: Target, **query: str) -> str:
    client = Client(headers={"accept-language": "vi"})
    client.force_login(ground.coordinator)
    answer = client.get(reverse("dashboard:places", args=[target.pk]), query)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def outline(ground: Ground, office: Agency, west: float) -> None:
    ring = [[west, 10.0], [west + 0.1, 10.0], [west + 0.1, 10.1], [west, 10.1], [west, 10.0]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    Outline.objects.create(
        locality=ground.plan.locality, agency=office, name=office.name, shape=shape
    )


def test_months_of_a_commune_become_its_year(ground: Ground, other: Agency) -> None:
    target = jobs(ground)
    for part in range(1, 13):
        ground.figure("viec-lam", 2023, "5", kind="month", part=part, place=ground.commune)
    ground.figure("viec-lam", 2023, "80", place=other)
    by = found(ground, target)
    assert names(by) == ["xã Long Thuận", "xã Tân Hội"]
    assert cells(by) == [60]
    assert [cell.value for cell in by.last_row.cells] == [80]  # the months are other periods


@pytest.mark.parametrize(("direction", "first"), [("up", "xã Tân Hội"), ("down", "xã Long Thuận")])
def test_the_worst_stand_first_and_the_silent_last(
    ground: Ground, other: Agency, direction: str, first: str
) -> None:
    silent = samples.agency(ground.office.locality, "Ủy ban nhân dân xã An Bình", kind="commune")
    target = jobs(ground, direction=direction)
    ground.figure("viec-lam", 2023, "90", place=ground.commune)
    ground.figure("viec-lam", 2023, "0", place=other)
    by = found(ground, target)
    assert (names(by)[0], names(by)[-1]) == (first, "xã An Bình")
    assert by.rows[-1].cells[0].value is None
    assert silent.pk in {each.office.pk for each in by.communes}


def test_it_says_how_many_communes_have_a_figure_and_does_not_compare_unlike_sums(
    ground: Ground, other: Agency
) -> None:
    target = jobs(ground)
    for place in (ground.commune, other):
        ground.figure("viec-lam", 2022, "50", place=place)
    ground.figure("viec-lam", 2023, "60", place=ground.commune)
    by = found(ground, target)
    assert by.rows[0].change == 10
    assert by.last_row.cells[-1].value == 60
    assert by.last_row.change is None
    shown = page(ground, target)
    assert "2 trên 2 xã" in shown
    assert "1 trên 2 xã" in shown
    assert "+10" in shown


def test_a_year_can_be_chosen_and_nonsense_chooses_the_newest(ground: Ground) -> None:
    target = jobs(ground)
    for when in (2021, 2022, 2023):
        ground.figure("viec-lam", when, "50", place=ground.commune)
    assert found(ground, target, 2022).columns == [2021, 2022]
    for nonsense in ("\0", "9999", "-1", "²²²²", "1" * 400, ""):
        assert "Các xã năm 2023" in page(ground, target, nam=nonsense)


def test_a_commune_that_ended_stands_in_its_years_only(ground: Ground, other: Agency) -> None:
    target = jobs(ground)
    for when in (2022, 2023):
        ground.figure("viec-lam", when, "50", place=ground.commune)
    ground.figure("viec-lam", 2022, "70", place=other)
    Agency.objects.filter(pk=other.pk).update(valid_to=date(2023, 6, 30))
    assert names(found(ground, target, 2023)) == ["xã Long Thuận"]
    assert found(ground, target).coverage(2023) == "1 trên 1 xã"
    assert set(names(found(ground, target, 2022))) == {"xã Long Thuận", "xã Tân Hội"}


def test_formulas_are_computed_commune_by_commune(ground: Ground, other: Agency) -> None:
    ground.indicator("nu", unit="người", over_time="sum")
    ground.indicator("tat-ca", unit="người", over_time="sum")
    ground.indicator("ty-le", formula="100 × nu ÷ tat-ca", obtained="formula", share=True)
    for place, part, whole in ((ground.commune, "3", "10"), (other, "9", "10")):
        ground.figure("nu", 2023, part, place=place)
        ground.figure("tat-ca", 2023, whole, place=place)
    by = found(ground, ground.bound("ty-le"))
    assert [cells(by, row)[-1] for row in (0, 1)] == [30, 90]
    assert by.last_row.cells[-1].value == 60  # 100 × 12 ÷ 20, not the sum of the shares
    assert has_places(by.definition)


def test_a_register_says_what_each_commune_has(
    ground: Ground, other: Agency, django_assert_max_num_queries: Any
) -> None:
    for place, trained in ((ground.commune, 2), (other, 5)):
        year(enterprise(place), 2023, workers=10, trained=trained)
    measured = {"obtained": "measure", "register": "nam-doanh-nghiep"}
    ground.indicator("dao-tao", measure="lao-dong-qua-dao-tao", share=True, **measured)
    target = ground.bound("dao-tao")
    with django_assert_max_num_queries(20):
        by = found(ground, target)
    assert [cells(by, row)[-1] for row in (0, 1)] == [20, 50]
    assert has_places(by.definition)


def test_parts_of_the_whole_have_a_table_of_their_own(ground: Ground) -> None:
    target = jobs(ground)
    ground.figure("viec-lam", 2023, "50", place=ground.commune)
    ground.figure("viec-lam", 2023, "31", dimension="sex", category="nữ")
    shown = page(ground, target)
    assert "Theo giới tính" in shown
    assert "Nữ" in shown
    assert "31" in shown


def test_parts_are_shown_also_where_no_commune_has_a_figure(ground: Ground) -> None:
    target = jobs(ground)
    ground.figure("viec-lam", 2023, "31", dimension="sex", category="nữ")
    shown = page(ground, target)
    assert "Chưa có số liệu theo xã" in shown
    assert "Theo giới tính" in shown


def test_what_has_no_figure_is_hatched_and_not_zero(ground: Ground, other: Agency) -> None:
    target = jobs(ground)
    ground.figure("viec-lam", 2023, "0", place=ground.commune)
    outline(ground, ground.commune, 105.0)
    outline(ground, other, 105.2)
    drawn = shaded(found(ground, target))
    assert drawn is not None
    assert {(area.name.split(":")[0], area.kind) for area in drawn.areas} == {
        ("Long Thuận", "land step-3"),
        ("Tân Hội", "silent"),
    }
    assert {words.figure for words in drawn.words} == {"0", "–"}
    shown = page(ground, target)
    assert "chưa có số liệu, không phải bằng 0: 1 xã" in shown
    assert 'fill="url(#chua-co)"' in shown


def test_shades_go_from_the_least_to_the_greatest_figure() -> None:
    steps = [step_of(Decimal(value), Decimal(0), Decimal(100)) for value in (0, 19, 20, 99, 100)]
    assert steps == [1, 1, 2, 5, 5]
    assert step_of(Decimal(7), Decimal(7), Decimal(7)) == 3


def test_without_figures_by_commune_the_page_says_what_to_do(ground: Ground) -> None:
    target = jobs(ground)
    ground.figure("viec-lam", 2023, "560")
    shown = page(ground, target)
    assert "Chưa có số liệu theo xã" in shown
    assert "biểu nhập số liệu có mục chọn xã" in shown
    assert "xác định chỉ tiêu này đo bằng gì" in page(ground, ground.target())


def test_the_page_of_a_target_leads_there_only_where_there_is_something(ground: Ground) -> None:
    target, client = jobs(ground), Client()
    client.force_login(ground.coordinator)
    link = reverse("dashboard:places", args=[target.pk])
    assert link not in client.get(reverse("dashboard:target", args=[target.pk])).content.decode()
    ground.figure("viec-lam", 2023, "50", place=ground.commune)
    assert link in client.get(reverse("dashboard:target", args=[target.pk])).content.decode()


def test_the_sheet_has_every_commune_and_the_whole(ground: Ground, other: Agency) -> None:
    target = jobs(ground)
    ground.figure("viec-lam", 2022, "50", place=ground.commune)
    ground.figure("viec-lam", 2023, "60", place=ground.commune)
    client = Client(headers={"accept-language": "vi"})
    client.force_login(ground.coordinator)
    answer = client.get(reverse("dashboard:places_sheet", args=[target.pk]))
    book = openpyxl.load_workbook(BytesIO(b"".join([answer.content])))
    rows = [[cell for cell in row if cell is not None] for row in book.active.values]
    assert ["Xã Long Thuận", 50, 60] in rows
    assert ["Xã Tân Hội"] in rows  # silent, not zero
    assert ["Huyện Bình Sơn", 50, 60] in rows
    assert ["Số xã có số liệu", "1 trên 2 xã", "1 trên 2 xã"] in rows


def test_an_auditor_sees_the_communes_as_they_were_known_on_a_day(ground: Ground) -> None:
    target = jobs(ground)
    ground.figure("viec-lam", 2023, "50", place=ground.commune)
    Observation.objects.update(entered_at="2024-03-10T08:00:00+07:00")
    rows = Target.objects.get(pk=target.pk)
    assert by_commune(rows, date(2024, 3, 9), back=True).years == []
    assert by_commune(rows, date(2024, 3, 10), back=True).years == [2023]


def test_nobody_looks_into_another_locality(ground: Ground) -> None:
    target, client = jobs(ground), Client()
    client.force_login(ground.stranger)
    for name in ("dashboard:places", "dashboard:places_sheet"):
        assert client.get(reverse(name, args=[target.pk])).status_code == 404
