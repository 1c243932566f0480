"""How the land of a cluster is split by use, and whether it adds up. Pure.

The least shares of green, traffic and technical land (10, 10 and 1 %) are norms of detailed plans, kept as dated
rows with their source; they are handed in here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Use(TextChoices):
    """What land in a detailed plan at 1/500 is for."""

    FACTORY = "factory", _("factories and warehouses")
    SERVICE = "service", _("administration and services")
    GREEN = "green", _("green land")
    TRAFFIC = "traffic", _("traffic")
    TECHNICAL = "technical", _("technical infrastructure")
    OTHER = "other", _("other land")


@dataclass(frozen=True, slots=True)
class Split:
    """The land of a cluster by use, in hectares, and the area it has to come to."""

    uses: Mapping[str, Decimal]
    area: Decimal

    @property
    def missing(self) -> Decimal:
        """How many hectares are not split yet; negative where the split comes to more than there is."""
        return self.area - sum(self.uses.values(), Decimal(0))

    @property
    def adds_up(self) -> bool:
        """Whether every hectare has its use."""
        return bool(self.uses) and not self.missing

    def share(self, use: str) -> Decimal | None:
        """What part of the cluster a use takes, in per cent; None where it was not entered."""
        area = self.uses.get(use)
        return None if area is None or not self.area else 100 * area / self.area
