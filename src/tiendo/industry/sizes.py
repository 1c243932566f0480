"""How large an enterprise of industry is, by its workers and its revenue or capital. Pure.

Decree 80/2021/NĐ-CP Article 5, industry and construction: at most so many workers, and at most so much revenue or so
much capital, both of the year before. The figures stand in the norms, by the codes here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _


class Size(models.TextChoices):
    MICRO = "micro", _("micro")
    SMALL = "small", _("small")
    MEDIUM = "medium", _("medium")
    LARGE = "large", _("large")


@dataclass(frozen=True, slots=True)
class Band:
    """The most that an enterprise of a size may have; money in million VND."""

    size: Size
    workers: Decimal
    revenue: Decimal
    capital: Decimal


BOUNDED = {Size.MICRO: "dn-sieu-nho", Size.SMALL: "dn-nho", Size.MEDIUM: "dn-vua"}
PARTS = ("lao-dong", "doanh-thu", "von")  # in the order of a band
CODES = tuple(f"{size}-{part}" for size in BOUNDED.values() for part in PARTS)


def bands_of(values: Mapping[str, Decimal]) -> list[Band]:
    """The bands from the values of the norms by their codes, the smallest first; none where one is missing."""
    if not all(code in values for code in CODES):
        return []
    return [
        Band(size, *(values[f"{name}-{part}"] for part in PARTS)) for size, name in BOUNDED.items()
    ]


def size_of(
    bands: Sequence[Band], workers: int | None, revenue: Decimal | None, capital: Decimal | None
) -> Size | None:
    """The size that follows from these facts; None where what is unknown could make it another."""
    if workers is None or not bands:
        return None
    for band in bands:
        if workers > band.workers:
            continue
        if revenue is not None and revenue <= band.revenue:
            return band.size
        if capital is not None and capital <= band.capital:
            return band.size
        if revenue is None or capital is None:
            return None
    return Size.LARGE
