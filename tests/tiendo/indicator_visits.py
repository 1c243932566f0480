"""Indicators beside the worked example: one of every kind, with figures of several sources, places and periods."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils import timezone

from tiendo.accounts.models import User
from tiendo.agencies.models import Agency, Kind, Locality
from tiendo.indicators import services
from tiendo.indicators.models import Definition, Indicator, Observation, WrittenVerdict
from tiendo.plans.models import Plan

PLAIN = ("indicators:add", "indicators:paste_many")
FILES = {"indicators:template", "indicators:template_many"}


def indicator(office: Agency | None, code: str = "thu-viec-lam", **facts: Any) -> Indicator:
    """An indicator of which this office gives the figures."""
    home = facts.pop("locality", None) or (office.locality if office else None)
    name = facts.pop("name", "Số lao động được giải quyết việc làm (thử)")
    row = Indicator(locality=home, code=code, name=name, source_agency=office)
    meaning = Definition(**{"unit": "lao động", "text": "Người có việc làm mới.", **facts})
    return services.define(indicator=row, definition=meaning, actor=None)


def figure(row: Indicator, year: int, value: Any, **facts: Any) -> Observation:
    """A figure of an indicator, as its office gave it."""
    said = {"nature": "official", "source": "Phòng Thử", "value": Decimal(value), **facts}
    new = Observation(indicator=row, year=year, **said)
    return services.observe(row=new, actor=None, now=timezone.now())


def measure_some(actor: User, plan: Plan, today: date) -> None:
    """One that is typed, with sources that differ and corrections; one computed; a verdict in words."""
    offices = Agency.objects.filter(locality=plan.locality, kind=Kind.OFFICE)
    row = indicator(offices.earliest("pk"))
    figure(row, 2021, 540)
    figure(row, 2021, 545)
    figure(row, 2022, 15501)
    other = figure(row, 2022, 15403, source="Chi cục Thống kê")
    words = "Niên giám đếm người thường trú."
    services.choose(row=other, words=words, actor=actor)
    figure(row, 2024, 130, kind="quarter", part=2, nature="estimate")
    commune = Agency.objects.filter(locality=plan.locality, kind=Kind.COMMUNE).earliest("pk")
    figure(row, 2023, 61, place=commune)
    figure(row, 2023, 30, dimension="sex", category="Nữ")
    formula = {"obtained": "formula", "formula": "2 × thu-viec-lam", "unit": "lao động"}
    indicator(None, "thu-gap-doi", locality=plan.locality, name="Gấp đôi (thử)", **formula)
    verdict = WrittenVerdict(target=plan.targets.latest("pk"), verdict="on-course", day=today)
    verdict.words = "Đã chọn được vị trí."
    services.write_verdict(verdict=verdict, actor=actor, now=timezone.now())


def addresses(locality: Locality, plan: Plan) -> dict[str, list[str]]:
    """Where indicators are looked at, and where figures come in."""
    rows = Indicator.objects.filter(locality=locality, code__startswith="thu-")
    typed = rows.get(code="thu-viec-lam")
    last = Observation.objects.current().filter(indicator=typed).latest("pk")
    index = reverse("indicators:index")
    targets = [row.pk for row in plan.targets.all()]
    return {
        "indicators:index": [index, f"{index}?q=viec+lam&sort=-nam", f"{index}?q=khong+co+gi"],
        "indicators:indicator": [reverse("indicators:indicator", args=[row.pk]) for row in rows],
        "indicators:edit": [reverse("indicators:edit", args=[row.pk]) for row in rows],
        "indicators:enter": [f"{reverse('indicators:enter', args=[typed.pk])}?sua={last.pk}"],
        "indicators:paste": [reverse("indicators:paste", args=[typed.pk])],
        "indicators:choose": [reverse("indicators:choose", args=[last.pk])],
        "indicators:take_out": [reverse("indicators:take_out", args=[last.pk])],
        "indicators:bind": [reverse("indicators:bind", args=[pk]) for pk in targets],
        "indicators:verdict": [reverse("indicators:verdict", args=[pk]) for pk in targets],
    }
