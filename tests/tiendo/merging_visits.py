"""Establishments of the worked example that were entered twice: two that are alike, two that were merged."""

from django.urls import reverse
from django.utils import timezone

from tests.tiendo.industry import enterprises
from tiendo.accounts.models import User
from tiendo.agencies.models import Agency, Locality
from tiendo.industry.merging import services
from tiendo.industry.models import Enterprise

PLAIN = ("industry:twins",)
OF_TWO = {"industry:tell_apart"}
BUTTONS = {"industry:take_back"} | OF_TWO
ALIKE, OTHER = "Xay xát Ví Dụ", "DNTN Xay xát Ví Dụ"


def enter_twice(actor: User) -> None:
    """Two that are alike and hang together with figures; two that were merged."""
    where = Agency.objects.filter(locality=actor.locality, kind="commune").earliest("pk")
    first = enterprises.enterprise(where, name=ALIKE, workers=12)
    second = enterprises.enterprise(where, name=OTHER, workers=15, address="Ấp 2")
    for row, numbers in ((first, (2023,)), (second, (2022, 2023))):
        for number in numbers:
            enterprises.year(row, number, workers=row.workers)
    kept, twin = (enterprises.enterprise(where, name=f"Lò gạch Ví Dụ {n}") for n in "12")
    reason, now = "Chủ cơ sở xác nhận là một", timezone.now()
    services.merge(kept=kept, twin=twin, actor=actor, reason=reason, now=now)


def addresses(locality: Locality) -> dict[str, list[str]]:
    """Where what was entered twice is looked at."""
    rows = Enterprise.objects.filter(locality=locality)
    first, second = rows.get(name=ALIKE), rows.get(name=OTHER)
    return {"industry:merge": [reverse("industry:merge", args=[first.pk, second.pk])]}
