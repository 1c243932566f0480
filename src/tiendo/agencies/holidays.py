"""Writing the days on which offices do not work, and those they work to make up for one."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from tiendo.agencies.models import Holiday, HolidayKind, Locality
from tiendo.agencies.proposals import Proposal
from tiendo.agencies.workdays import SATURDAY
from tiendo.history import services as history


@transaction.atomic
def write_holiday(*, holiday: Holiday, actor: Any) -> Holiday:
    """Store a day, new or changed.

    Raises ValidationError for a day that stands in the table already, and for a day of the week that
    is worked anyway said to make up for another.
    """
    Locality.objects.select_for_update().get(pk=holiday.locality_id)  # one after the other
    others = Holiday.objects.filter(locality_id=holiday.locality_id, day=holiday.day)
    other = others.exclude(pk=holiday.pk).first()
    if other is not None:
        raise ValidationError(
            {"day": _("This day is in the table already: %(name)s.") % {"name": other.name}}
        )
    if holiday.kind == HolidayKind.WORKING and holiday.day.weekday() < SATURDAY:
        raise ValidationError({"kind": _("Only a Saturday or Sunday can make up for another day.")})
    history.save(holiday, actor=actor)
    return holiday


@transaction.atomic
def confirm(*, locality: Locality, proposals: Iterable[Proposal], actor: Any) -> int:
    """Put the proposed days into the table that are not in it; return how many were."""
    Locality.objects.select_for_update().get(pk=locality.pk)
    days = set(Holiday.objects.filter(locality=locality).values_list("day", flat=True))
    fresh = [
        Holiday(locality=locality, day=row.day, kind=row.kind, name=row.name)
        for row in proposals
        if row.day not in days
    ]
    return len(history.add_all(fresh, actor=actor))


def still_open(proposals: Iterable[Proposal], holidays: Iterable[Holiday]) -> list[Proposal]:
    """The proposals for days of which the table says nothing; what a person wrote there stands."""
    days = {holiday.day for holiday in holidays}
    return [row for row in proposals if row.day not in days]


def years_with_days(locality_id: int, today: date) -> list[int]:
    """The years of the table, this one and the next, in their order."""
    days = Holiday.objects.filter(locality_id=locality_id).dates("day", "year")
    return sorted({day.year for day in days} | {today.year, today.year + 1})
