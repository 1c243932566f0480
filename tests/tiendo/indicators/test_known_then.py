"""Figures as they were known on a past day."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from tests.tiendo import samples
from tests.tiendo.indicators.conftest import Ground
from tiendo.indicators.entered import entered_by_place
from tiendo.indicators.judged import judged_all
from tiendo.indicators.judging.values import Verdict
from tiendo.indicators.models import Binding, Observation, WrittenVerdict
from tiendo.indicators.services import bind, choose, observe, write_verdict
from tiendo.plans.models import Target

MARCH, JUNE, LATER = date(2024, 3, 1), date(2024, 6, 1), date(2024, 9, 1)


def noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))


def told(ground: Ground, day: date, value: str, **facts: Any) -> Observation:
    """A figure of 2023 that was entered at noon of a day."""
    known = {"nature": "official", "source": "Niên giám", "year": 2023, **facts}
    row = Observation(indicator=ground.made["ty-trong"], value=Decimal(value), **known)
    return observe(row=row, actor=ground.reporter, now=noon(day))


def known_on(ground: Ground, target: Target, day: date) -> Decimal | None:
    """What a page of that day says of 2023."""
    rows = list(Target.objects.filter(pk=target.pk))
    (found,) = judged_all(rows, day, ground.plan.locality_id, back=True)
    return found.figures[2023].value if 2023 in found.figures else None


def share(ground: Ground) -> Target:
    ground.indicator("ty-trong", share=True)
    return ground.bound("ty-trong")


def test_a_figure_is_known_from_the_day_on_which_it_was_entered(ground: Ground) -> None:
    target = share(ground)
    told(ground, JUNE, "11.2")
    assert known_on(ground, target, JUNE - timedelta(days=1)) is None
    assert known_on(ground, target, JUNE) == Decimal("11.2")


def test_before_a_correction_the_page_has_the_figure_that_was_corrected(ground: Ground) -> None:
    target = share(ground)
    told(ground, MARCH, "112")
    told(ground, JUNE, "11.2")
    assert known_on(ground, target, JUNE - timedelta(days=1)) == 112
    assert known_on(ground, target, JUNE) == Decimal("11.2")


def test_of_several_sources_the_most_settled_stood(ground: Ground) -> None:
    target = share(ground)
    told(ground, MARCH, "11.6", nature="estimate", source="Phòng Kinh tế")
    told(ground, JUNE, "11.2", nature="official", source="Niên giám")
    assert known_on(ground, target, MARCH) == Decimal("11.6")
    assert known_on(ground, target, JUNE) == Decimal("11.2")


def test_of_equally_settled_sources_the_one_that_spoke_first_stood_also_when_corrected(
    ground: Ground,
) -> None:
    target = share(ground)
    told(ground, MARCH, "11.1", source="Phòng Kinh tế")
    told(ground, MARCH, "11.5", source="Niên giám")
    told(ground, JUNE, "11.2", source="Phòng Kinh tế")
    assert known_on(ground, target, MARCH) == Decimal("11.1")
    assert known_on(ground, target, JUNE) == Decimal("11.2")


def test_what_was_chosen_later_does_not_change_the_past(ground: Ground) -> None:
    target = share(ground)
    told(ground, MARCH, "11.1", source="Phòng Kinh tế")
    other = told(ground, MARCH, "11.5", source="Niên giám")
    choose(row=other, words="Niên giám đã rà soát", actor=ground.coordinator)
    assert known_on(ground, target, JUNE) == Decimal("11.1")
    assert ground.judged(target, LATER).figures[2023].value == Decimal("11.5")


def test_communes_made_the_whole_of_what_had_come_by_then(ground: Ground) -> None:
    other = samples.agency(ground.office.locality, "Ủy ban nhân dân xã Tân Hội", kind="commune")
    ground.indicator("ty-trong", unit="lao động", over_time="sum")
    target = ground.bound("ty-trong", "each-year", "550", unit="lao động")
    told(ground, MARCH, "300", place=ground.commune)
    told(ground, JUNE, "260", place=other)
    assert known_on(ground, target, MARCH) == 300
    assert known_on(ground, target, JUNE) == 560
    indicators = [ground.made["ty-trong"].pk]
    assert set(entered_by_place(indicators, 2020, MARCH, MARCH)) == {ground.commune.pk}


def test_looking_back_at_today_is_today(ground: Ground) -> None:
    """Sums of communes that are here say the same as those the database makes."""
    other = samples.agency(ground.office.locality, "Ủy ban nhân dân xã Tân Hội", kind="commune")
    ground.indicator("ty-trong", over_time="latest", over_places="ratio")
    target = ground.bound("ty-trong")
    told(ground, MARCH, "50", place=ground.commune, numerator=Decimal(5), denominator=Decimal(10))
    told(ground, MARCH, "20", place=other, numerator=Decimal(2), denominator=Decimal(10))
    assert known_on(ground, target, LATER) == 35  # 100 × 7 ÷ 20
    assert ground.judged(target, LATER).figures[2023].value == 35


def test_a_verdict_written_later_is_not_on_the_page_of_a_day_before(ground: Ground) -> None:
    target = ground.target(low=None)
    bind(binding=Binding(target=target, form="words"), waypoints={}, actor=None)
    verdict = WrittenVerdict(target=target, verdict="met", words="Đã xong", day=MARCH)
    write_verdict(verdict=verdict, actor=ground.coordinator, now=noon(JUNE))
    rows = list(Target.objects.filter(pk=target.pk))
    (then,) = judged_all(rows, MARCH, ground.plan.locality_id, back=True)
    assert then.written is None
    assert then.judgement.verdict is Verdict.NOT_DUE
    (later,) = judged_all(list(Target.objects.filter(pk=target.pk)), JUNE, ground.plan.locality_id)
    assert later.written.words == "Đã xong"
