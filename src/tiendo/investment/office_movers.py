"""What of investment goes from an office that ends to its successor: what is still on the list, what goes on."""

from django.utils.translation import gettext_lazy as _

from tiendo.agencies.moving import mover_of_open
from tiendo.investment.models import CallProject, InvestorCase

CALLS = mover_of_open(
    "investment-calls",
    _("projects that investors are still called for"),
    lambda: CallProject.objects.filter(left_on=None),
)
CASES = mover_of_open(
    "investors-cases", _("investors' cases that go on"), InvestorCase.objects.open
)
