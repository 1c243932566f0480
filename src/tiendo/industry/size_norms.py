"""The norms by which enterprises are micro, small or medium, as they stand in the register on a day."""

from dataclasses import dataclass
from datetime import date

from tiendo.industry.sizes import CODES, Band, bands_of
from tiendo.legal.models import Norm
from tiendo.legal.saying import source_of


@dataclass(frozen=True, slots=True)
class SizeNorms:
    """The bands, none where the norms are not all there, and where they stand, in words."""

    bands: list[Band]
    source: str


def size_norms(day: date, locality: int) -> SizeNorms:
    """What holds in a locality on `day`, in one query; of periods that overlap the one that began last."""
    rows = Norm.objects.in_force(day).filter(locality=locality, code__in=CODES)
    norms = {row.code: row for row in rows.order_by("valid_from", "pk")}
    values = {code: norm.highest for code, norm in norms.items() if norm.highest is not None}
    return SizeNorms(
        bands_of(values), "; ".join(sorted({source_of(row) for row in norms.values()}))
    )
