"""One's own account, and who stands in for whom."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tiendo.accounts import deputies
from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.deputies import Days
from tiendo.accounts.forms import AwayForm
from tiendo.accounts.models import StandIn
from tiendo.accounts.rights import MANAGE_PEOPLE, READ
from tiendo.ui.render import render_page


@require_safe
@page(READ)
def account(request: Request) -> HttpResponse:
    """What is known of the person who asks: name, roles, charges, deputies; password and language."""
    user, today = request.user, request.today
    memberships = user.memberships.not_over(today).select_related("agency")
    context = {
        "memberships": memberships.order_by("agency__sort_key", "role"),
        "charges": user.charges.in_force(today).select_related("agency"),
        "absences": user.absences.not_over(today).select_related("deputy"),
        "deputises": user.deputises.not_over(today).select_related("absent"),
        "may_manage": request.standing.may(MANAGE_PEOPLE),
    }
    return render_page(request, "accounts/account.html", context)


@page(READ)
def away(request: Request) -> HttpResponse:
    """Who stands in for whom now and later, and a form to name a deputy."""
    first = {"absent": request.GET.get("nguoi") or request.user.pk}
    form = AwayForm(
        request.standing, request.user, request.today, request.POST or None, initial=first
    )
    if form.is_valid():
        facts = dict(form.cleaned_data)
        days = Days(facts.pop("valid_from"), facts.pop("valid_to"))
        try:
            row = deputies.name_deputy(**facts, days=days, actor=request.user)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            said = {"deputy": row.deputy, "absent": row.absent}
            messages.success(request, _("“%(deputy)s” stands in for “%(absent)s”.") % said)
            return redirect("accounts:away")
    rows = stand_ins(request).filter(valid_to__gte=request.today)
    context = {"form": form, "rows": rows, "other": _others(form)}
    context["only_reads"] = request.standing.only_reads
    return render_page(request, "accounts/away.html", context, status=422 if form.is_bound else 200)


@require_POST
@page(READ)
def end_stand_in(request: Request, pk: int) -> HttpResponse:
    """End a stand-in today; one that has not begun is taken back."""
    row = get_object_or_404(stand_ins(request), pk=pk)
    deputies.end_stand_in(row=row, today=request.today, actor=request.user)
    said = {"deputy": row.deputy, "absent": row.absent}
    messages.success(request, _("“%(deputy)s” no longer stands in for “%(absent)s”.") % said)
    return redirect("accounts:away")


def stand_ins(request: Request) -> QuerySet[StandIn]:
    """The stand-ins that the person may end: the own ones and those he may name."""
    absent = deputies.may_be_away(request.user, request.standing, request.today)
    rows = reach(StandIn.objects.all(), request.standing)
    return rows.filter(absent__in=absent.values("pk")).select_related("absent", "deputy")


def _others(form: AwayForm) -> bool:
    return not form.fields["absent"].widget.is_hidden
