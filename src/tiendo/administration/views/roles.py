"""Giving and ending roles, and what is in the charge of a leader."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.accounts import charges, people
from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.models import Charge, Membership, User
from tiendo.accounts.rights import MANAGE_PEOPLE
from tiendo.administration.people_forms import ChargeForm, EndForm, RoleForm
from tiendo.administration.views.people import offices_of
from tiendo.ui.render import render_page


@page(MANAGE_PEOPLE)
def give_role(request: Request, pk: int) -> HttpResponse:
    """One more role for a person."""
    user = get_object_or_404(reach(User.objects.filter(is_active=True), request.standing), pk=pk)
    form = RoleForm(offices_of(request), request.POST or None)
    if form.is_valid():
        try:
            people.give(user=user, given=form.given, actor=request.user)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("“%(name)s” has the role.") % {"name": user})
            return redirect("administration:person", user.pk)
    context = {"form": form, "person": user}
    status = 422 if form.is_bound else 200
    return render_page(request, "administration/people/role.html", context, status=status)


@page(MANAGE_PEOPLE)
def end_role(request: Request, pk: int) -> HttpResponse:
    """The last day of a role."""
    rows = reach(Membership.objects.select_related("user", "agency"), request.standing)
    row = get_object_or_404(rows, pk=pk)
    form = EndForm(row, request.today, request.POST or None)
    if form.is_valid():
        try:
            people.end_role(
                membership=row, last_day=form.cleaned_data["last_day"], actor=request.user
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("The role ends."))
            return redirect("administration:person", row.user_id)
    context = {"form": form, "person": row.user, "membership": row}
    status = 422 if form.is_bound else 200
    return render_page(request, "administration/people/end_role.html", context, status=status)


@page(MANAGE_PEOPLE)
def put_in_charge(request: Request, pk: int) -> HttpResponse:
    """A field and offices in the charge of a leader."""
    leader = get_object_or_404(reach(User.objects.filter(is_active=True), request.standing), pk=pk)
    sent = request.POST if request.method == "POST" else None
    form = ChargeForm(offices_of(request), sent)
    if form.is_valid():
        said = dict(form.cleaned_data)
        days = (said.pop("valid_from"), said.pop("valid_to"))
        try:
            charges.put_in_charge(leader=leader, **said, days=days, actor=request.user)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("The charge is kept."))
            return redirect("administration:person", leader.pk)
    context = {"form": form, "person": leader}
    status = 422 if form.is_bound else 200
    return render_page(request, "administration/people/charge.html", context, status=status)


@require_POST
@page(MANAGE_PEOPLE)
def end_charge(request: Request, pk: int) -> HttpResponse:
    """Let something be in a leader's charge no longer."""
    row = get_object_or_404(reach(Charge.objects.all(), request.standing), pk=pk)
    charges.end_charge(row=row, today=request.today, actor=request.user)
    messages.success(request, _("“%(what)s” is no longer in this charge.") % {"what": row})
    return redirect("administration:person", row.leader_id)
