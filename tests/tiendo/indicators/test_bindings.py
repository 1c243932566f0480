"""Saying how a target is judged: proposed from its words, asked where something is missing."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.indicators.conftest import Ground
from tests.tiendo.registers.ground import client
from tiendo.indicators.models import Binding, Indicator, WrittenVerdict
from tiendo.indicators.units import factor_between
from tiendo.plans.models import Target


@pytest.fixture(autouse=True)
def on_the_day(settings) -> None:
    settings.TODAY = "2024-12-02"
    settings.LANGUAGE_CODE = "en"


@pytest.fixture
def at(ground: Ground) -> Client:
    return client(ground.coordinator)


def page(target: Target) -> str:
    return reverse("indicators:bind", args=[target.pk])


def chosen(page: str, value: str) -> bool:
    """Whether a form proposes this choice."""
    return f'<option value="{value}" selected>' in page


@pytest.mark.parametrize(
    ("facts", "form"),
    [
        ({}, "level"),
        ({"recurrence": "year"}, "each-year"),
        ({"average": True, "indicator": "Tốc độ tăng trưởng công nghiệp"}, "mean-growth"),
        ({"low": None}, "words"),
    ],
)
def test_the_form_is_proposed_from_the_words_of_the_target(ground, at, facts, form):
    target = ground.target(**facts)
    assert chosen(at.get(page(target)).content.decode(), form)


def test_a_target_is_bound_with_its_base_way_and_tasks(ground, at):
    row = ground.indicator("ty-trong")
    target = ground.target()
    task = samples.task(ground.plan, ground.office)
    typed = {"form": "level", "indicator": row.pk, "base_year": "2020", "base_value": "10,1"}
    typed |= {"way-2023": "11,5", "tasks": [task.pk]}
    assert at.post(page(target), typed).status_code == 302
    binding = Binding.objects.get()
    assert (binding.indicator, binding.base_year, float(binding.base_value)) == (row, 2020, 10.1)
    assert [(each.year, float(each.value)) for each in binding.waypoints.all()] == [(2023, 11.5)]
    assert [each.task for each in target.served_by.all()] == [task]
    shown = at.get(page(target)).content.decode()
    assert 'value="11,5"' in shown
    typed.pop("way-2023")
    at.post(page(target), typed | {"tasks": []})
    assert not binding.waypoints.exists()
    assert not target.served_by.exists()


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"indicator": ""}, "Choose what the target is measured by"),
        ({"form": "mean-growth", "base_year": ""}, "counted from the level of a year"),
        ({"base_value": "10", "base_year": ""}, "Type the year of which"),
        ({"scale": "0"}, "above 0"),
        ({"scale": "-1"}, "above 0"),
        ({"base_year": "99999999999"}, "2199"),
        ({"way-2023": "x"}, "comma for decimals"),
        ({"indicator": "9" * 30}, "choice"),
        ({"tasks": ["9" * 30]}, "…"),
    ],
)
def test_what_is_missing_is_asked_for(ground, at, facts, words):
    row = ground.indicator("ty-trong")
    typed = {"form": "level", "indicator": row.pk, "base_year": "2020"} | facts
    answer = at.post(page(ground.target()), typed)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Binding.objects.exists()


def test_units_that_differ_are_asked_about_with_the_factor(ground, at):
    row = ground.indicator("gtsx", unit="triệu đồng")
    target = ground.target("500", unit="tỷ đồng")
    typed = {"form": "level", "indicator": row.pk}
    assert "type 0,001 here" in at.post(page(target), typed).content.decode()
    assert not Binding.objects.exists()
    assert at.post(page(target), typed | {"scale": "0,001"}).status_code == 302


def test_units_that_nobody_can_bring_together_are_confirmed(ground, at):
    row = ground.indicator("cum", unit="cụm công nghiệp")
    target = ground.target("1", unit="CCN")
    typed = {"form": "level", "indicator": row.pk}
    assert "both mean the same" in at.post(page(target), typed).content.decode()
    assert at.post(page(target), typed | {"same_unit": "on"}).status_code == 302
    assert at.post(page(target), typed).status_code == 302  # once is enough


@pytest.mark.parametrize(
    ("unit", "wanted", "factor"),
    [
        ("triệu đồng", "tỷ đồng", "0.001"),
        ("nghìn USD", "triệu USD", "0.001"),
        ("%", "% tổng giá trị sản xuất", "1"),
        ("lao động", "lao động/năm", "1"),
        ("ha", "km2", "0.01"),
        ("tấn", "tỷ đồng", None),
        ("ty", "nghìn", None),
        ("", "%", None),
    ],
)
def test_a_unit_leads_to_another_of_its_kind(unit, wanted, factor):
    found = factor_between(unit, wanted)
    assert found == (None if factor is None else Decimal(factor))


def test_growth_without_a_figure_of_its_base_year_is_stored_and_told(ground, at):
    row = ground.indicator("gtsx", unit="tỷ đồng")
    target = ground.target("8", average=True, indicator="Tốc độ tăng trưởng")
    typed = {"form": "mean-growth", "indicator": row.pk, "base_year": "2020"}
    answer = at.post(page(target), typed, follow=True)
    assert "no figure of the base year 2020" in answer.content.decode()


def test_an_indicator_is_made_in_place_from_the_words_of_the_target(ground, at):
    target = ground.target(unit="tỷ đồng", price_basis="giá so sánh 2010")
    make = f"{reverse('indicators:add')}?chi-tieu={target.pk}"
    shown = at.get(make).content.decode()
    assert target.indicator in shown
    assert "giá so sánh 2010" in shown
    typed = {
        **{"name": target.indicator, "code": "", "source_agency": "", "unit": "tỷ đồng"},
        **{"direction": "up", "over_time": "sum", "over_places": "sum", "obtained": "entered"},
        **{"calendar": "statistical"},
    }
    answer = at.post(make, typed)
    row = Indicator.objects.get()
    assert answer["Location"] == f"{page(target)}?chi-so={row.pk}"
    assert chosen(at.get(answer["Location"]).content.decode(), str(row.pk))


def test_an_aim_in_words_gets_a_written_verdict(ground, at):
    target = ground.target(None)
    verdict = reverse("indicators:verdict", args=[target.pk])
    typed = {"verdict": "on-course", "day": "01/12/2024", "words": "Đã chọn vị trí."}
    assert at.post(verdict, typed | {"words": ""}).status_code == 422
    assert at.post(verdict, typed | {"day": "03/12/2024"}).status_code == 422
    assert at.post(verdict, typed | {"verdict": "no-data"}).status_code == 422
    assert at.post(verdict, typed).status_code == 302
    row = WrittenVerdict.objects.get()
    assert (row.verdict, row.day, row.by) == ("on-course", date(2024, 12, 1), ground.coordinator)
    assert "Đã chọn vị trí." in at.get(verdict).content.decode()


def test_a_target_with_a_figure_gets_no_written_verdict(ground, at):
    verdict = reverse("indicators:verdict", args=[ground.target().pk])
    typed = {"verdict": "met", "day": "01/12/2024", "words": "Đạt rồi."}
    assert at.post(verdict, typed).status_code == 422
    assert not WrittenVerdict.objects.exists()


def test_only_the_coordinator_says_how_targets_are_judged(ground):
    target = ground.target()
    for name in ("bind", "verdict"):
        address = reverse(f"indicators:{name}", args=[target.pk])
        assert client(ground.reporter).get(address).status_code == 403
        assert client(ground.stranger).get(address).status_code == 404
