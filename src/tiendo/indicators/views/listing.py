"""The list of all that is measured."""

from django.http import HttpResponse
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from tiendo.accounts.access import Request, page
from tiendo.accounts.rights import DEFINE_INDICATORS, READ
from tiendo.indicators.listing import Listing
from tiendo.indicators.models import Obtained
from tiendo.indicators.scope import offices_given_in
from tiendo.ui.render import render_page


@require_safe
@page(READ)
def index(request: Request) -> HttpResponse:
    """The indicators of the locality, searched, filtered and sorted as the address asks."""
    listing = Listing(request)
    context = {
        "listing": listing,
        "wanted": listing.wanted,
        "page": listing.page,
        "ways": [(way.value, capfirst(str(way.label))) for way in Obtained],
        "offices": listing.offices,
        "may_define": request.standing.may(DEFINE_INDICATORS),
        "may_give": offices_given_in(request).exists(),
    }
    return render_page(request, "indicators/index.html", context, partial="results")
