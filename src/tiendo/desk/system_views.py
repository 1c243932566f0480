"""The page of the system, for the administrator."""

from django.http import HttpResponse
from django.utils import timezone

from tiendo.accounts.access import Request, page
from tiendo.accounts.rights import SEE_SYSTEM
from tiendo.desk.system import system_of
from tiendo.ui.render import render_page


@page(SEE_SYSTEM)
def system(request: Request) -> HttpResponse:
    """What runs, on what, what waits, and what needs a hand."""
    found = system_of(request.user.locality, timezone.now())
    return render_page(request, "desk/system.html", {"system": found})
