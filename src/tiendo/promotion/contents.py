"""What industrial promotion pays for, and what may be given of the cost at most. Pure but for the norms it is handed.

Circular 28/2018/TT-BTC, Article 8, as Resolution 08/2024/NQ-HĐND of the province has it (verified for 2024; the
resolution of 14 November 2025 is not): the smaller of a share of the cost and a ceiling. The values are norms.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Content(TextChoices):
    """For what the money is given."""

    DEMONSTRATION = "demonstration", _("demonstration model of a technology or product")
    REPLICATION = "replication", _("working model to be copied")
    CLEANER = "cleaner", _("model of cleaner production")
    MACHINE = "machine", _("advanced machinery")
    LINE = "line", _("whole line of advanced machinery")
    TRAINING = "training", _("training")
    FAIR = "fair", _("fair, exhibition")
    BRAND = "brand", _("brand, design, packaging")
    ADVICE = "advice", _("advice, start-up")
    OTHER = "other", _("other content")


MODELS = (Content.DEMONSTRATION, Content.REPLICATION, Content.CLEANER)
MACHINES = (Content.MACHINE, Content.LINE)


class Machine(TextChoices):
    """Key mechanical products: machines for farms and for processing what they grow."""

    HARVEST = "harvest", _("harvesting machine")
    DRYER = "dryer", _("dryer")
    AQUATIC = "aquatic", _("machine for processing fish and shrimp")
    FARM = "farm", _("other farm machine")
    PROCESSING = "processing", _("other processing machine")


class Beneficiary(TextChoices):
    """Who gets it."""

    SMALL = "small", _("small or medium enterprise")
    LARGE = "large", _("large enterprise")
    COOPERATIVE = "cooperative", _("cooperative or cooperative group")
    HOUSEHOLD = "household", _("household business")
    CLUSTER = "cluster", _("investor of a cluster's infrastructure")
    ARTISAN = "artisan", _("artisan")


def may_get(beneficiary: str, content: str) -> bool:
    """Whether industrial promotion is meant for such a one.

    Decree 45/2012/NĐ-CP amended by 235/2025/NĐ-CP, from press reports of it (not verified): small and medium
    enterprises, cooperatives, households, investors of clusters, artisans; larger ones for cleaner production only.
    """
    return beneficiary != Beneficiary.LARGE or content == Content.CLEANER


@dataclass(frozen=True, slots=True)
class Codes:
    """The norms that limit a content: the share, the ceiling, and by what the ceiling is multiplied."""

    share: str
    ceiling: str
    factor: str = ""


LIMITS: Mapping[str, Codes] = {
    Content.DEMONSTRATION: Codes("kc-trinh-dien-ty-le", "kc-trinh-dien-muc"),
    Content.REPLICATION: Codes("kc-nhan-rong-ty-le", "kc-nhan-rong-muc"),
    Content.CLEANER: Codes("kc-san-xuat-sach-ty-le", "kc-san-xuat-sach-muc"),
    Content.MACHINE: Codes("kc-may-moc-ty-le", "kc-may-moc-muc"),
    Content.LINE: Codes("kc-may-moc-ty-le", "kc-may-moc-muc", "kc-day-chuyen-he-so"),
}


@dataclass(frozen=True, slots=True)
class Sums:
    """What may be given at most, in million VND: the part by share, the ceiling, and the smaller of both."""

    part: Decimal | None
    ceiling: Decimal | None

    @property
    def most(self) -> Decimal | None:
        return min((each for each in (self.part, self.ceiling) if each is not None), default=None)


def sums_of(
    cost: Decimal, share: Decimal | None, ceiling: Decimal | None, factor: Decimal | None
) -> Sums:
    """The sums for a cost in million VND; `share` is in per cent, `factor` multiplies the ceiling."""
    part = None if share is None else cost * share / 100
    most = None if ceiling is None else ceiling * (factor or 1)
    return Sums(part, most)
