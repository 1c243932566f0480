"""Handing out a link, and taking it back: the coordinator, or the lead who asked."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.clock import moment
from tiendo.accounts.rights import ASK, OPEN_ROUND, READ, REPORT_FOR_ALL
from tiendo.progress.models import Contribution, OfficeReport, OutsideLink
from tiendo.progress.outside import services
from tiendo.progress.outside.forms import LinkForm
from tiendo.progress.outside.services import Target
from tiendo.ui.render import render_page


@page(READ)
def for_contribution(request: Request, pk: int) -> HttpResponse:
    """A link by which a body answers what a lead asks of it."""
    rows = Contribution.objects.select_related(
        "agency__locality", "request__occurrence__obligation__task__plan"
    )
    row = get_object_or_404(reach(rows, request.standing), pk=pk)
    _may_hand_out(request, row)
    return _page(request, row)


@page(OPEN_ROUND)
def for_report(request: Request, pk: int) -> HttpResponse:
    """A link by which a body without an account reports in a round."""
    rows = OfficeReport.objects.select_related("agency__locality", "round__plan__locality")
    row = get_object_or_404(reach(rows, request.standing), pk=pk)
    return _page(request, row)


def _may_hand_out(request: Request, row: Contribution) -> None:
    lead = row.request.occurrence.obligation.agency_id
    if not (request.standing.may(ASK, lead) or request.standing.may(REPORT_FOR_ALL)):
        raise PermissionDenied


def _page(request: Request, row: Target) -> HttpResponse:
    if isinstance(row, OfficeReport):
        plan, due, must = row.round.plan, row.due, not row.invited
    else:
        plan, due = row.request.occurrence.obligation.task.plan, row.request.due
        must = False
    accounts = services.accounts(row, request.today)
    known = must and accounts > 0
    request.plan_id = plan.pk  # type: ignore[attr-defined]
    form = LinkForm(request.POST or None, due=due, today=request.today)
    context: dict[str, Any] = {"row": row, "plan": plan, "form": form, "due": due}
    if form.is_bound and form.is_valid() and not known:
        _make(request, row, form, context)
    context["links"] = list(row.links.select_related("made_by"))
    context |= {"known": known, "accounts": accounts, "today": request.today}
    context["is_report"] = isinstance(row, OfficeReport)
    status = 422 if form.errors else 200
    return render_page(request, "outside/link.html", context, status=status)


def _make(request: Request, row: Target, form: LinkForm, context: dict[str, Any]) -> None:
    expires = form.cleaned_data["expires"]
    try:
        made = services.make(target=row, expires=expires, actor=request.user, now=moment())
    except ValidationError as error:
        form.add_error("expires", error)
        return
    path = reverse("outside:answer", args=[made.code])
    context |= {"made": made, "address": request.build_absolute_uri(path)}


@require_POST
@page(READ)
def revoke(request: Request, pk: int) -> HttpResponse:
    """Take a link back."""
    rows = OutsideLink.objects.select_related("contribution__request__occurrence__obligation")
    link = get_object_or_404(reach(rows, request.standing), pk=pk)
    if link.contribution:
        _may_hand_out(request, link.contribution)
    elif not request.standing.may(OPEN_ROUND):
        raise PermissionDenied
    services.revoke(link=link, actor=request.user, now=moment())
    messages.success(request, _("The link no longer works."))
    if link.contribution:
        return redirect("outside:for_contribution", link.contribution_id)
    return redirect("outside:for_report", link.office_report_id)
