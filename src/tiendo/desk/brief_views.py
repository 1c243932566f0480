"""The page for the Monday meeting."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import READ
from tiendo.desk.brief import brief_of
from tiendo.plans.models import Plan
from tiendo.ui.render import render_page


@page(READ)
def brief(request: Request, pk: int) -> HttpResponse:
    """One sheet on a plan: late, off course, waiting for the reader, promised last time."""
    plan = get_object_or_404(reach(Plan.objects.all(), request.standing), pk=pk)
    sheet = brief_of(plan, request.user, request.standing, request.today)
    return render_page(request, "desk/brief.html", {"plan": plan, "brief": sheet})
