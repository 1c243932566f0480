"""From what was entered to what is said of a target: through the database, on a day."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from tests.tiendo.indicators.conftest import Ground
from tiendo.indicators.judged import judged_all
from tiendo.indicators.judging.values import Verdict, Why
from tiendo.indicators.models import Definition, Divergence, Observation
from tiendo.indicators.services import choose, redefine, take_out


def share(ground: Ground) -> None:
    """The share of industry from what it makes and what all make, as formula."""
    ground.indicator("gtsx-cn", unit="tỷ đồng", over_time="sum")
    ground.indicator("gtsx", unit="tỷ đồng", over_time="sum")
    ground.indicator("ty-trong", formula="100 × gtsx-cn ÷ gtsx", obtained="formula", share=True)
    for year, part, whole in (
        (2020, 431, 4267),
        (2021, 453, 4402),
        (2022, 494, 4578),
        (2023, 534, 4764),
        (2024, 579, 4990),
    ):
        nature = "estimate" if year == 2024 else "official"
        ground.figure("gtsx-cn", year, str(part), nature=nature)
        ground.figure("gtsx", year, str(whole), nature=nature)


def test_a_share_is_judged_from_the_two_figures_it_is_computed_from(ground):
    share(ground)
    found = ground.judged(ground.bound("ty-trong"))
    # 100 × 579 ÷ 4990 = 11,60; from 10,10 in 2020 the straight way to 12,5 is at 12,02 in 2024
    assert found.judgement.verdict in (Verdict.BEHIND, Verdict.AT_RISK)
    assert round(found.judgement.figure, 2) == Decimal("11.60")
    assert round(found.judgement.expected, 2) == Decimal("12.02")
    assert found.judgement.provisional
    assert found.latest.numerator == 579
    assert found.latest.denominator == 4990


def test_a_formula_without_one_of_its_figures_says_which(ground):
    share(ground)
    take_out(
        row=Observation.objects.get(indicator=ground.made["gtsx"], year=2024),
        reason="Nhập nhầm",
        actor=ground.coordinator,
    )
    found = ground.judged(ground.bound("ty-trong"))
    assert found.figures[2024].value is None
    assert "gtsx" in found.figures[2024].missing
    assert found.judgement.year == 2023


def test_months_become_the_year_as_the_definition_says(ground):
    ground.indicator("viec-lam", unit="lao động", over_time="sum")
    for month in range(1, 12):
        ground.figure("viec-lam", 2024, "46", kind="month", part=month)
    target = ground.bound(
        "viec-lam", "each-year", "550", strict=True, recurrence="year", unit="lao động"
    )
    found = ground.judged(target)
    assert found.latest.value == 506  # 11 × 46
    assert found.latest.months == 11
    assert found.judgement.verdict is Verdict.ON_COURSE  # 506 ≥ 550 × 11 ÷ 12 = 504,2


def test_communes_become_the_whole_and_say_how_many_they_are(ground):
    ground.indicator("viec-lam", unit="lao động", over_time="sum")
    ground.figure("viec-lam", 2023, "560", place=ground.commune)
    target = ground.bound("viec-lam", "each-year", "550", unit="lao động")
    assert ground.judged(target).figures[2023].value == 560
    assert ground.judged(target).figures[2023].places == 1


def test_a_figure_of_the_whole_stands_before_those_of_its_communes(ground):
    ground.indicator("viec-lam", unit="lao động", over_time="sum")
    ground.figure("viec-lam", 2023, "560", place=ground.commune)
    ground.figure("viec-lam", 2023, "575")
    assert ground.judged(ground.bound("viec-lam", "each-year", "550")).figures[2023].value == 575


def test_a_correction_keeps_what_stood_before(ground):
    ground.indicator("ty-trong")
    first = ground.figure("ty-trong", 2023, "11.2")
    second = ground.figure("ty-trong", 2023, "11.3")
    first.refresh_from_db()
    assert (first.counts, first.value, second.version) == (False, Decimal("11.2"), 2)
    assert ground.judged(ground.bound("ty-trong")).latest.value == Decimal("11.3")


def test_the_same_figure_again_is_no_correction(ground):
    ground.indicator("ty-trong")
    assert ground.figure("ty-trong", 2023, "11.2") == ground.figure("ty-trong", 2023, "11.2")


@pytest.mark.parametrize(
    ("first", "second", "counts"),
    [
        ("estimate", "official", "second"),
        ("official", "estimate", "first"),
        ("official", "official", "first"),
        ("preliminary", "official", "second"),
    ],
)
def test_of_two_sources_the_more_settled_counts_and_both_stay(ground, first, second, counts):
    ground.indicator("gtsx-cn")
    office = ground.figure("gtsx-cn", 2023, "534", nature=first, source="Phòng KT-HT")
    other = ground.figure("gtsx-cn", 2023, "531", nature=second, source="Chi cục Thống kê")
    office.refresh_from_db()
    assert {"first": office, "second": other}[counts].counts
    assert Observation.objects.current().count() == 2
    assert Observation.objects.counting().count() == 1


def test_a_person_chooses_between_sources_and_says_why(ground):
    ground.indicator("gtsx-cn")
    ground.figure("gtsx-cn", 2023, "534", source="Phòng KT-HT")
    other = ground.figure("gtsx-cn", 2023, "531", source="Chi cục Thống kê")
    with pytest.raises(ValidationError):
        choose(row=other, words=" ", actor=ground.coordinator)
    choose(row=other, words="Thống kê trừ phần gia công.", actor=ground.coordinator)
    assert ground.judged(ground.bound("gtsx-cn")).latest.value == 531
    assert Divergence.objects.get().words == "Thống kê trừ phần gia công."


def test_a_figure_taken_out_leaves_its_place_to_the_other_source(ground):
    ground.indicator("gtsx-cn")
    office = ground.figure("gtsx-cn", 2023, "534", source="Phòng KT-HT")
    ground.figure("gtsx-cn", 2023, "531", source="Chi cục Thống kê")
    take_out(row=office, reason="Nhập nhầm", actor=ground.coordinator)
    assert ground.judged(ground.bound("gtsx-cn")).latest.value == 531


def test_not_applicable_is_no_figure_and_no_zero(ground):
    ground.indicator("cum", unit="cụm")
    ground.figure("cum", 2023, None, state="not-applicable")
    found = ground.judged(ground.bound("cum", low="1"))
    assert found.figures[2023].value is None
    assert not found.figures[2023].applies
    assert found.judgement.verdict is Verdict.NO_DATA


def test_a_definition_with_figures_is_only_changed_by_a_new_version(ground):
    row = ground.indicator("ty-trong")
    ground.figure("ty-trong", 2022, "10.8")
    definition = Definition.objects.get(indicator=row)
    definition.unit = "‰"
    with pytest.raises(ValidationError):
        redefine(definition=definition, actor=ground.coordinator)
    definition.first_year, definition.why, definition.comparable = 2024, "Đổi địa giới", False
    redefine(definition=definition, actor=ground.coordinator)
    assert [each.unit for each in row.definitions.all()] == ["%", "‰"]
    ground.figure("ty-trong", 2024, "11.6")
    target = ground.bound("ty-trong", base_year=2022)
    assert ground.judged(target).judgement.why is Why.BREAK


def test_a_goal_that_was_changed_is_judged_by_the_words_of_each_year(ground):
    ground.indicator("viec-lam", unit="lao động")
    for year in (2021, 2022, 2023):
        ground.figure("viec-lam", year, "520")
    target = ground.bound("viec-lam", "each-year", "550", unit="lao động")
    kept = {name: getattr(target, name) for name in ("text", "indicator", "comparator", "unit")}
    target.versions.create(**kept, low=Decimal(500), valid_to=date(2022, 6, 30))
    target.versions.create(**kept, low=Decimal(550), valid_from=date(2022, 7, 1))
    found = ground.judged(target)
    assert found.judgement.years(Verdict.MET) == (2021,)
    assert found.judgement.years(Verdict.MISSED) == (2022, 2023)


def test_a_target_that_nobody_bound_has_no_data(ground):
    found = ground.judged(ground.target())
    assert found.judgement.verdict is Verdict.NO_DATA


def test_many_targets_take_as_many_queries_as_one(ground, django_assert_max_num_queries):
    share(ground)
    for _each in range(6):
        ground.bound("ty-trong")
    rows = list(ground.plan.targets.select_related("binding__indicator").with_last_decision())
    with django_assert_max_num_queries(9):
        judged_all(rows, ground.today, ground.plan.locality_id)


def test_figures_of_other_units_are_brought_to_that_of_the_target(ground):
    ground.indicator("xuat-khau", unit="nghìn USD")
    ground.figure("xuat-khau", 2024, "79500")
    target = ground.bound("xuat-khau", low="100", unit="triệu USD", scale=Decimal("0.001"))
    assert ground.judged(target).series.points[-1].value == Decimal("79.5")


def test_figures_are_entered_on_a_day_by_a_person(ground):
    ground.indicator("ty-trong")
    row = ground.figure("ty-trong", 2023, "11.2")
    assert row.entered_by == ground.reporter
    assert row.entered_at <= timezone.now()


def test_a_goal_that_was_lowered_for_a_year_only_is_that_of_this_year_only(ground):
    ground.indicator("viec-lam", unit="lao động")
    for year in (2021, 2022, 2023):
        ground.figure("viec-lam", year, "520")
    target = ground.bound("viec-lam", "each-year", "550", unit="lao động")
    kept = {name: getattr(target, name) for name in ("text", "indicator", "comparator", "unit")}
    target.versions.create(**kept, low=Decimal(550), valid_to=date(2022, 6, 30))
    lowered = {"valid_from": date(2022, 7, 1), "valid_to": date(2023, 6, 30)}
    target.versions.create(**kept, low=Decimal(500), **lowered)
    target.versions.create(**kept, low=Decimal(550), valid_from=date(2023, 7, 1))
    found = ground.judged(target)
    assert found.judgement.years(Verdict.MET) == (2022,)
    assert found.judgement.years(Verdict.MISSED) == (2021, 2023)
