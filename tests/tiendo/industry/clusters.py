"""Clusters, land and works that tests are about."""

from datetime import date
from decimal import Decimal
from typing import Any

from tiendo.agencies.models import Agency
from tiendo.industry.models import (
    Clearance,
    Cluster,
    ClusterPeriod,
    Enterprise,
    LandUse,
    Parcel,
    Tenancy,
    Work,
)
from tiendo.legal.models import Norm
from tiendo.registers.register import Fault, Register, Setting

TODAY = date(2025, 3, 1)
SETTING = Setting(TODAY)


def fields_of(faults: Any) -> list[str]:
    """The fields that faults are about."""
    return [fault.field for fault in faults]


def checked(register: Register, row: Any) -> list[Fault]:
    """What the rules of a register say against a row."""
    return list(register.check(row, SETTING))


def cluster(where: Agency, **facts: Any) -> Cluster:
    """A cluster of 50 ha, of which 40,33 can be leased."""
    sound = {
        "name": "Cụm công nghiệp Thử",
        "area": Decimal(50),
        "industrial_area": Decimal("42.5"),
        "leasable_area": Decimal("40.33"),
    }
    return Cluster.objects.create(commune=where, locality=where.locality, **sound | facts)


def tenancy(of: Cluster, who: Enterprise, area: str, **facts: Any) -> Tenancy:
    """A lease that runs since 2024."""
    facts = {"since": date(2024, 1, 1), "area": Decimal(area), **facts}
    return Tenancy.objects.create(cluster=of, enterprise=who, locality=of.locality, **facts)


def land_use(of: Cluster, use: str, area: str) -> LandUse:
    """Land of a cluster for one use."""
    return LandUse.objects.create(cluster=of, locality=of.locality, use=use, area=Decimal(area))


def period(of: Cluster, year: int, period: str = "year", **facts: Any) -> ClusterPeriod:
    """Half-yearly figures of a cluster."""
    return ClusterPeriod.objects.create(
        cluster=of, locality=of.locality, year=year, period=period, **facts
    )


def parcel(where: Agency, number: str, area: str, **facts: Any) -> Parcel:
    """A parcel on sheet 14."""
    facts = {"map_sheet": "14", "number": number, "area": Decimal(area), **facts}
    return Parcel.objects.create(commune=where, locality=where.locality, **facts)


def clearance(where: Agency, **facts: Any) -> Clearance:
    """A planned clearance of 16,87 ha and 64 households."""
    sound = {
        "name": "Đường vào cụm, giai đoạn 1",
        "area": Decimal("16.87"),
        "households": 64,
        "compensation": Decimal(48200),
        "to_move": 22,
    }
    return Clearance.objects.create(commune=where, locality=where.locality, **sound | facts)


def work(where: Agency, **facts: Any) -> Work:
    """A road outside clusters, of 86.400 million VND, from 2023 on."""
    sound: dict[str, Any] = {
        "name": "Đường vào cụm",
        "kind": "road",
        "side": "outside",
        "total": Decimal(86400),
        "begins": 2023,
    }
    return Work.objects.create(commune=where, locality=where.locality, **sound | facts)


def norm(where: Agency, code: str, kind: str, value: str, unit: str = "ha") -> Norm:
    """A norm that holds since Decree 32/2024 does."""
    name = "highest" if kind == "ceiling" else "lowest"
    return Norm.objects.create(
        locality=where.locality,
        code=code,
        title="Diện tích cụm",
        kind=kind,
        unit=unit,
        valid_from=date(2024, 5, 1),
        **{name: Decimal(value)},
    )
