"""What goes from an office that ends to its successor: difficulties it has not answered, petitions not decided."""

from django.utils.translation import gettext_lazy as _

from tiendo.agencies.moving import mover_of_open
from tiendo.difficulties.models import Difficulty, Petition

DIFFICULTIES = mover_of_open(
    "difficulties", _("difficulties that are not answered"), Difficulty.objects.open
)
PETITIONS = mover_of_open(
    "petitions",
    _("petitions that are not decided"),
    lambda: Petition.objects.filter(decided_on=None),
)
