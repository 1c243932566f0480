"""Establishments that were entered twice."""

from django.utils import timezone

from tests.tiendo.industry import enterprises
from tests.tiendo.page_rights import Arguments, Rule, Table
from tests.tiendo.visits import Ground
from tiendo.agencies.models import Agency
from tiendo.industry.merging import services

RULES = (
    Rule(
        "Only the coordinator sees what was entered twice, and makes one row of two.",
        "C......",
        ("industry:twins", "industry:merge pair"),
    ),
    Rule(
        "Only the coordinator makes two rows again, and says that two are not one.",
        "C......",
        ("industry:take_back merging", "industry:tell_apart pair"),
        post=True,
    ),
)


def pair(_ground: Ground, office: Agency) -> Arguments:
    return tuple(enterprises.enterprise(office).pk for _each in range(2))


def merging(_ground: Ground, office: Agency) -> Arguments:
    kept, twin = enterprises.enterprise(office), enterprises.enterprise(office)
    why = {"actor": None, "reason": "Nhập hai lần", "now": timezone.now()}
    return (services.merge(kept=kept, twin=twin, **why).pk,)


TABLE = Table(RULES, {"pair": pair, "merging": merging})
