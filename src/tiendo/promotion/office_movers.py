"""What of industrial promotion goes from an office that ends to its successor: what is not finished or decided."""

from django.utils.translation import gettext_lazy as _

from tiendo.agencies.moving import mover_of_open
from tiendo.promotion.models import Chosen, PromotionProject, SeedCandidate, Venture, VentureStage

PROJECTS = mover_of_open(
    "promotion-projects",
    _("promotion projects that are not settled"),
    lambda: PromotionProject.objects.filter(settled_on=None, stopped_on=None),
)
SEEDS = mover_of_open(
    "seed-proposals",
    _("proposals for seed support that wait"),
    lambda: SeedCandidate.objects.filter(chosen=Chosen.WAITING),
)
VENTURES = mover_of_open(
    "ventures",
    _("ideas and OCOP projects being helped"),
    lambda: Venture.objects.filter(stage=VentureStage.HELPED),
)
