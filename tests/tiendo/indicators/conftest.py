"""A plan with a target, and indicators to hold it against, seen on 2 December 2024."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from tests.tiendo import samples
from tiendo.accounts.models import Role, User
from tiendo.agencies.models import Agency
from tiendo.indicators.judged import Judged, judged_all
from tiendo.indicators.models import Binding, Definition, Indicator, Observation
from tiendo.indicators.services import bind, define, observe
from tiendo.plans.models import Plan, Target

TODAY = samples.TODAY


@dataclass
class Ground:
    """A locality with a plan; `indicator`, `figure` and `bound` add to it as people would."""

    office: Agency
    commune: Agency
    plan: Plan
    coordinator: User
    reporter: User
    stranger: User
    today: date = TODAY
    made: dict[str, Indicator] = field(default_factory=dict)

    def indicator(self, code: str, **facts: Any) -> Indicator:
        """A new indicator, by its code and what differs from a level in per cent."""
        row = Indicator(
            locality=self.plan.locality, code=code, name=facts.pop("name", code.capitalize())
        )
        row.source_agency = self.office
        definition = Definition(**{"unit": "%", **facts})
        self.made[code] = define(indicator=row, definition=definition, actor=None)
        return self.made[code]

    def figure(self, code: str, year: int, value: str | None, **facts: Any) -> Observation:
        """A figure of an indicator."""
        row = Observation(
            indicator=self.made[code],
            year=year,
            value=None if value is None else Decimal(value),
            **{"nature": "official", "source": "Niên giám thống kê", **facts},
        )
        return observe(row=row, actor=self.reporter, now=timezone.now())

    def target(self, low: str | None = "12.5", **facts: Any) -> Target:
        """A target of the plan, at least `low` by the end of 2025."""
        known = {"comparator": ">=", "starts": date(2021, 1, 1), "ends": date(2025, 12, 31)}
        figure = None if low is None else Decimal(low)
        return samples.target(self.plan, low=figure, **{**known, "unit": "%", **facts})

    def bound(
        self, code: str, form: str = "level", low: str | None = "12.5", **facts: Any
    ) -> Target:
        """A target that is held against an indicator; facts of the target go to the target."""
        mine = {"base_year", "base_value", "scale", "first_year"}
        binding = {name: facts.pop(name) for name in mine & set(facts)}
        target = self.target(low, **facts)
        row = Binding(target=target, indicator=self.made[code], form=form, **binding)
        bind(binding=row, waypoints={}, actor=None)
        return target

    def judged(self, target: Target, today: date | None = None) -> Judged:
        """The target as it stands on a day."""
        rows = list(Target.objects.filter(pk=target.pk))
        (found,) = judged_all(rows, today or self.today, self.plan.locality_id)
        return found


@pytest.fixture
def ground(db) -> Ground:
    district = samples.locality("Huyện Bình Sơn")
    office = samples.agency(district, "Phòng Kinh tế và Hạ tầng", "Phòng KT-HT")
    elsewhere = samples.agency(samples.locality("Huyện Tân Lập"), "Phòng Kinh tế")
    return Ground(
        office=office,
        commune=samples.agency(district, "Ủy ban nhân dân xã Long Thuận", kind="commune"),
        plan=samples.plan(district),
        coordinator=samples.person(Role.COORDINATOR, office),
        reporter=samples.person(Role.REPORTER, office),
        stranger=samples.person(Role.COORDINATOR, elsewhere),
    )
