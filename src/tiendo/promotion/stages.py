"""How far a promotion project is, and whether its days follow each other. Pure.

The order is that of Circulars 46/2012/TT-BCT and 28/2018/TT-BTC as offices describe it, from memory and not verified.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Stage(TextChoices):
    """The stages; each but the last is reached on its day."""

    APPLIED = "applied", _("applied for")
    APPRAISED = "appraised", _("appraised")
    APPROVED = "approved", _("project approved")
    CONTRACTED = "contracted", _("under contract")
    ADVANCED = "advanced", _("advance paid")
    ACCEPTED = "accepted", _("work accepted")
    SETTLED = "settled", _("accounts settled")
    STOPPED = "stopped", _("stopped")


# The day of each stage in its order; an advance may be left out.
DAYS: Mapping[str, Stage] = {
    "applied_on": Stage.APPLIED,
    "appraised_on": Stage.APPRAISED,
    "approved_on": Stage.APPROVED,
    "contracted_on": Stage.CONTRACTED,
    "advanced_on": Stage.ADVANCED,
    "accepted_on": Stage.ACCEPTED,
    "settled_on": Stage.SETTLED,
}
OPTIONAL = frozenset({"advanced_on"})
Days = Mapping[str, date | None]


def stage_of(days: Days, stopped_on: date | None, today: date) -> Stage:
    """The furthest stage reached on `today`; what was stopped stays so."""
    if stopped_on and stopped_on <= today:
        return Stage.STOPPED
    reached = [stage for name, stage in DAYS.items() if (day := days.get(name)) and day <= today]
    return reached[-1] if reached else Stage.APPLIED


def out_of_order(days: Days) -> Iterator[tuple[str, str]]:
    """The days that lie before that of an earlier stage, each with the field of the latest such day."""
    latest = ""
    for name in DAYS:
        day = days.get(name)
        if day is None:
            continue
        before = days[latest] if latest else None
        if before and day < before:
            yield name, latest
        else:
            latest = name


def left_out(days: Days) -> Iterator[str]:
    """The stages without a day before one that has its day."""
    known = [place for place, name in enumerate(DAYS) if days.get(name)]
    for place, name in enumerate(DAYS):
        if known and place < known[-1] and not days.get(name) and name not in OPTIONAL:
            yield name
