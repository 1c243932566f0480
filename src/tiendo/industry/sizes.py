"""How large an enterprise of industry is, by its workers and its revenue or capital.

Decree 80/2021/NĐ-CP Article 5, industry and construction: at most so many workers, and at most so much revenue or so
much capital, both of the year before. Figures from memory: not verified.
"""

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
    workers: int
    revenue: int
    capital: int


BANDS = (
    Band(Size.MICRO, 10, 3_000, 3_000),
    Band(Size.SMALL, 100, 50_000, 20_000),
    Band(Size.MEDIUM, 200, 200_000, 100_000),
)


def size_of(workers: int | None, revenue: Decimal | None, capital: Decimal | None) -> Size | None:
    """The size that follows from these facts; None where what is unknown could make it another."""
    if workers is None:
        return None
    for band in BANDS:
        if workers > band.workers:
            continue
        if revenue is not None and revenue <= band.revenue:
            return band.size
        if capital is not None and capital <= band.capital:
            return band.size
        if revenue is None or capital is None:
            return None
    return Size.LARGE
