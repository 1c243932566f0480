"""Sectors and areas by which projects and incentives find each other. Pure."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Sector(TextChoices):
    """What is to be made: the priorities of the plan by name, all else as other."""

    RICE = "rice", _("rice processing")
    FISH = "fish", _("aquatic processing")
    FRUIT = "fruit", _("fruit and vegetable processing")
    MACHINERY = "machinery", _("machinery for farms and processing")
    ENERGY = "energy", _("renewable energy")
    CLUSTER = "cluster", _("infrastructure of clusters")
    TRADE = "trade", _("trade, stores, border-gate services")
    OTHER = "other", _("other sector")


class Difficult(TextChoices):
    """Areas that the law on investment prefers."""

    DIFFICULT = "difficult", _("difficult area")
    ESPECIALLY = "specially", _("especially difficult area")
    NEITHER = "neither", _("neither")


class Zone(TextChoices):
    """Zones with incentives of their own."""

    BORDER_GATE = "border-gate", _("border-gate economic zone")
    CLUSTER = "cluster", _("industrial cluster")


class Where(TextChoices):
    """Where an incentive holds."""

    EVERYWHERE = "everywhere", _("everywhere")
    DIFFICULT = "difficult", _("difficult areas")
    ESPECIALLY = "specially", _("especially difficult areas")
    BORDER_GATE = "border-gate", _("inside the border-gate economic zone")
    CLUSTER = "cluster", _("inside industrial clusters")


def places_of(difficult: str, zone: str) -> set[str]:
    """The values of `Where` that hold for a site; of a site of which nothing is known only “everywhere”."""
    return {Where.EVERYWHERE, difficult, zone} - {"", Difficult.NEITHER}
