"""Verdicts by one query say what the rule says of the same rows."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from tiendo.indicators.judged import judged_all
from tiendo.indicators.judging.values import Verdict
from tiendo.indicators.models import WrittenVerdict
from tiendo.indicators.services import redefine, write_verdict
from tiendo.indicators.stored import verdicts_stored
from tiendo.plans.models import Target

SHARE = {2020: "10.1", 2021: "10.3", 2022: "10.8", 2023: "11.2", 2024: "11.6"}


def agree(ground, *days: date) -> dict[int, Verdict | None]:
    """Fails where the two disagree on a day; what SQL says on the last one."""
    targets = Target.objects.filter(plan=ground.plan).order_by("position")
    for day in days or (ground.today, date(2021, 5, 1), date(2026, 3, 1)):
        found = verdicts_stored(targets, day)
        for judged in judged_all(list(targets), day, ground.plan.locality_id):
            said = found.get(judged.target.pk)
            assert said in (None, judged.judgement.verdict), (day, judged)
    return found


def test_every_form_says_the_same(ground, django_assert_num_queries):
    ground.indicator("ty-trong")
    ground.indicator("viec-lam", unit="lao động", over_time="sum")
    ground.indicator("tang-gia", rate=True, direction="down")
    for year, value in SHARE.items():
        ground.figure("ty-trong", year, value)
        ground.figure("viec-lam", year, str(100 * (year - 2016)))
        ground.figure("tang-gia", year, str(year - 2019))
    ground.bound("ty-trong")
    ground.bound("ty-trong", low="15", base_year=2021, strict=True)
    ground.bound("ty-trong", "mean-growth", low="3.2", comparator="=")
    ground.bound("tang-gia", "mean-growth", low="3", comparator="=")
    ground.bound("viec-lam", "each-year", low="550")
    ground.bound("viec-lam", "cumulative", low="4000", scale=Decimal("1.5"))
    ground.bound("ty-trong", low="11", high=Decimal(12), comparator="range")
    ground.bound("ty-trong", low="12", comparator="about", base_year=2019, base_value=Decimal(9))
    found = agree(ground)
    assert len(found) == 8
    with django_assert_num_queries(1):
        verdicts_stored(Target.objects.filter(plan=ground.plan), ground.today)


def test_what_a_new_definition_breaks_is_broken_in_both(ground):
    indicator = ground.indicator("ty-trong")
    for year, value in SHARE.items():
        ground.figure("ty-trong", year, value)
    definition = indicator.definitions.get()
    definition.text, definition.first_year, definition.comparable = "Cách tính mới", 2023, False
    definition.why = "Thông tư mới"
    redefine(definition=definition, actor=ground.coordinator)
    target = ground.bound("ty-trong")
    assert agree(ground, ground.today) == {target.pk: Verdict.NOT_ASSESSABLE}


def test_the_last_word_of_a_day_counts_in_both(ground):
    ground.indicator("ty-trong")
    target = ground.bound("ty-trong", "words", low=None)
    for verdict in (Verdict.BEHIND, Verdict.ON_COURSE):
        row = WrittenVerdict(target=target, verdict=verdict, day=ground.today, words="Theo báo cáo")
        write_verdict(verdict=row, actor=ground.coordinator, now=timezone.now())
    assert agree(ground, ground.today) == {target.pk: Verdict.ON_COURSE}
    assert ground.judged(target).judgement.verdict == Verdict.ON_COURSE


@pytest.mark.parametrize("why", ["formula", "months", "not bound"])
def test_what_the_query_cannot_know_is_left_to_python(ground, why):
    ground.indicator("viec-lam", unit="lao động", over_time="sum")
    if why == "formula":
        ground.indicator("gap-doi", obtained="formula", formula="2 × viec-lam")
        ground.bound("gap-doi")
    elif why == "months":
        ground.figure("viec-lam", 2024, "45", kind="month", part=1)
        ground.bound("viec-lam", "each-year")
    else:
        ground.target()
    assert verdicts_stored(Target.objects.filter(plan=ground.plan), ground.today) == {}
