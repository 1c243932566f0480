"""What of the electricity-safety plan goes from an office that ends to its successor: the work that is not done."""

from django.utils.translation import gettext_lazy as _

from tiendo.agencies.moving import mover_of_open
from tiendo.energy.models import SafetyItem

SAFETY = mover_of_open(
    "electricity-safety",
    _("electricity-safety work that is not done"),
    SafetyItem.objects.open,
    place=lambda item: (item.agency_id, item.plan, item.title),
)
