"""Rows of the environment that tests are about: an establishment, an inspection, a sample, its standard and norm."""

from datetime import date
from decimal import Decimal
from typing import Any

from tests.tiendo import samples
from tiendo.agencies.models import Agency, Kind
from tiendo.environment.models import Inspection, Measurement, Site
from tiendo.legal.models import LegalBase, Norm

DAY = date(2024, 3, 12)


def site(office: Agency, name: str = "Cơ sở A", **facts: Any) -> Site:
    """An establishment in a commune of the locality of `office`."""
    commune = Agency.objects.filter(locality=office.locality, kind=Kind.COMMUNE).first()
    commune = commune or samples.agency(office.locality, "Ủy ban nhân dân xã An", kind=Kind.COMMUNE)
    facts = {"activity": "Phi lê cá tra"} | facts
    return Site.objects.create(locality=office.locality, commune=commune, name=name, **facts)


def inspection(where: Site, office: Agency, **facts: Any) -> Inspection:
    """A planned inspection."""
    facts = {"on": DAY, "cause": "planned"} | facts
    return Inspection.objects.create(locality=office.locality, site=where, agency=office, **facts)


def standard(office: Agency, symbol: str = "QCVN 40:2011/BTNMT", **facts: Any) -> LegalBase:
    """A technical regulation."""
    facts = {"kind": "standard", "title": "Nước thải", "issuer": "Bộ"} | facts
    return LegalBase.objects.create(locality=office.locality, symbol=symbol, **facts)


def norm(office: Agency, code: str, highest: str | None, **facts: Any) -> Norm:
    """A norm that holds from 2012 on."""
    facts = {"kind": "ceiling", "unit": "mg/l", "valid_from": date(2012, 2, 15)} | facts
    value = None if highest is None else Decimal(highest)
    return Norm.objects.create(
        locality=office.locality, code=code, title=code, highest=value, **facts
    )


def measurement(of: Inspection, base: LegalBase, **facts: Any) -> Measurement:
    """A sample of COD in column B, not stored."""
    known = {
        "point": "Sau xử lý",
        "sampled_on": of.on,
        "parameter": "cod",
        "value": Decimal("268.5"),
        "unit": "mg/l",
        "band": "b",
        "factor": Decimal(1),
    }
    return Measurement(locality=of.locality, inspection=of, standard=base, **known | facts)
