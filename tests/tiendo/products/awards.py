"""Products with stars or marks that tests are about, and the norms they are judged by."""

from datetime import date
from typing import Any

from tests.tiendo import samples
from tiendo.agencies.models import Agency, Kind, Locality
from tiendo.legal.models import LegalBase, Norm
from tiendo.legal.starting import starting_bases, starting_norms
from tiendo.products.models import OcopProduct

TODAY = date(2024, 12, 2)
DAY, UNTIL = date(2023, 5, 12), date(2026, 5, 12)


def commune(home: Locality | None = None) -> Agency:
    """A commune in which products are made."""
    home = home or samples.locality()
    return samples.agency(home, "Ủy ban nhân dân xã An", kind=Kind.COMMUNE)


def norms(home: Locality) -> None:
    """The norms of products as they are proposed, each with its document."""
    bases = {each.symbol: each for each in starting_bases()}
    known: dict[str, LegalBase] = {}
    for given in starting_norms():
        if given.facts["topic"] != "products":
            continue
        if given.base not in known:
            known[given.base] = bases[given.base].row(locality=home)
            known[given.base].save()
        given.row(locality=home, base=known[given.base]).save()
    assert Norm.objects.filter(locality=home).count() > 5


def ocop(where: Agency, name: str = "Khô cá lóc", **facts: Any) -> OcopProduct:
    """A stored product of four stars."""
    return OcopProduct.objects.create(
        **{
            "locality": where.locality,
            "commune": where,
            "name": name,
            "maker": "Cơ sở A",
            "maker_kind": "household",
            "group": "food",
            "stars": "4",
            "decision": "112/QĐ-UBND",
            "decided_on": DAY,
            "until": UNTIL,
        }
        | facts
    )
