"""What of the papers owed goes from an office that ends to its successor: those it has not delivered."""

from django.utils.translation import gettext_lazy as _

from tiendo.agencies.moving import mover_of_open
from tiendo.papers.models import PaperOwed

PAPERS = mover_of_open(
    "papers",
    _("papers owed that are not delivered"),
    PaperOwed.objects.open,
    place=lambda paper: (paper.agency_id, paper.title),
)
