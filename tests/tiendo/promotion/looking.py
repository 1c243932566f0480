"""Projects and proposals that tests are about, what rules and figures say, and somebody at the product."""

from datetime import date, timedelta
from decimal import Decimal

from django.test import Client

from tests.tiendo import samples
from tiendo.accounts.models import Role
from tiendo.agencies.models import Agency
from tiendo.promotion.models import (
    PromotionProject,
    SeedCandidate,
    SeedCriterion,
)
from tiendo.registers.register import Register, Setting

TODAY = date(2024, 12, 2)
SETTING = Setting(TODAY)
DAY, TO_COME = date(2024, 8, 5), TODAY + timedelta(1)


def faults(register: Register, row: object) -> list[tuple[str, bool]]:
    """What the rules of a register say against a row: the fields, and whether a reason lifts it."""
    return [(each.field, each.unless_reason) for each in register.check(row, SETTING)]


def unsaved(of: Agency, **facts: object) -> PromotionProject:
    """A project of advanced machinery for 420 million, applied for when the norms of 2024 held."""
    sound = {
        "name": "Máy sấy Thử",
        "level": "local",
        "year": 2024,
        "content": "machine",
        "beneficiary": "Cơ sở Thử",
        "beneficiary_kind": "household",
        "cost": Decimal(420),
        "applied_on": DAY,
    }
    return PromotionProject(locality=of.locality, agency=of, **sound | facts)


def project(of: Agency, where: Agency, **facts: object) -> PromotionProject:
    row = unsaved(of, commune=where, **facts)
    row.save()
    return row


def criteria(of: Agency, **points: int) -> None:
    for criterion, worth in points.items():
        SeedCriterion.objects.create(
            locality=of.locality,
            criterion=criterion.replace("_", "-"),
            points=worth,
            valid_from=date(2024, 1, 1),
        )


def seed(of: Agency, where: Agency, **facts: object) -> SeedCandidate:
    sound = {"name": "Cơ sở Thử", "proposed_on": DAY, "need": "Máy sấy"}
    row = SeedCandidate(locality=of.locality, commune=where, agency=of, **sound | facts)
    row.save()
    return SeedCandidate.objects.with_score().get(pk=row.pk)


def figures(register: Register, year: int) -> dict[str, object]:
    """The figures of a year that are not nothing."""
    said = {each.slug: each.value(register.rows.all(), year) for each in register.measures}
    return {slug: figure for slug, figure in said.items() if figure}


def at(who: Agency) -> Client:
    found = Client(headers={"accept-language": "vi"})
    found.force_login(samples.person(Role.COORDINATOR, who))
    return found
