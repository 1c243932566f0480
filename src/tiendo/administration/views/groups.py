"""Groups of offices, whose members come and go on a day."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import MANAGE_OFFICES, READ
from tiendo.administration.office_forms import EndForm, GroupForm, MembersForm, NameForm
from tiendo.agencies import services
from tiendo.agencies.models import Group, GroupMember
from tiendo.history import services as history
from tiendo.ui.render import render_page


@require_safe
@page(READ)
def group(request: Request, pk: int) -> HttpResponse:
    """Who belongs to a group today, who will and who did, and what it is called."""
    return _page(request, _group(request, pk))


def _page(request: Request, group: Group, status: int = 200, **forms: Any) -> HttpResponse:
    members = group.members.select_related("agency").order_by("agency__sort_key", "valid_from")
    stages: dict[str, list[GroupMember]] = {"now": [], "later": [], "earlier": []}
    for member in members:
        stages[_stage(member, request.today)].append(member)
    joining = MembersForm(group=group, locality=group.locality, today=request.today)
    names = group.known_names.select_related("agency", "group").order_by("pk")
    context = {
        "group": group,
        "stages": stages,
        "names": [(name, services.is_own(name), []) for name in names],
        "named": group.assignments.count(),
        "may_manage": request.standing.may(MANAGE_OFFICES),
        "joining": joining,
        "naming": NameForm(),
        "renaming": GroupForm(initial={"name": group.name}, prefix="group"),
        **forms,
    }
    return render_page(request, "administration/groups/group.html", context, status=status)


def _stage(member: GroupMember, today: date) -> str:
    if member.valid_to and member.valid_to < today:
        return "earlier"
    return "later" if member.valid_from and member.valid_from > today else "now"


@page(MANAGE_OFFICES)
def add_group(request: Request) -> HttpResponse:
    """A new group."""
    form = GroupForm(request.POST or None)
    if form.is_valid():
        group = Group(locality_id=request.standing.locality_id)
        try:
            services.write_group(group=group, actor=request.user, **form.cleaned_data)
            return redirect("administration:group", group.pk)
        except ValidationError as error:
            form.add_error(None, error)
    status = 422 if form.is_bound else 200
    return render_page(request, "administration/groups/add.html", {"form": form}, status=status)


@require_POST
@page(MANAGE_OFFICES)
def rename_group(request: Request, pk: int) -> HttpResponse:
    """Another name for a group; the old one stays known."""
    group = _group(request, pk)
    form = GroupForm(request.POST, prefix="group")
    if form.is_valid():
        try:
            services.write_group(group=group, actor=request.user, **form.cleaned_data)
            return redirect("administration:group", pk)
        except ValidationError as error:
            form.add_error(None, error)
    return _page(request, _group(request, pk), 422, renaming=form)


@require_POST
@page(MANAGE_OFFICES)
def join(request: Request, pk: int) -> HttpResponse:
    """Offices that belong to a group from a day on."""
    group = _group(request, pk)
    form = MembersForm(request.POST, group=group, locality=group.locality, today=request.today)
    if form.is_valid():
        try:
            services.add_members(group=group, actor=request.user, **form.cleaned_data)
            return redirect("administration:group", pk)
        except ValidationError as error:
            form.add_error(None, error)
    return _page(request, group, 422, joining=form)


@require_POST
@page(MANAGE_OFFICES)
def leave(request: Request, pk: int) -> HttpResponse:
    """The last day of an office in a group, or that it was put there by mistake."""
    rows = reach(GroupMember.objects.select_related("agency"), request.standing)
    member = get_object_or_404(rows, pk=pk)
    label, group_id = member.agency.label, member.group_id
    if request.POST.get("do") == "delete":
        history.delete(member, actor=request.user)
        messages.success(request, _("“%(name)s” was taken out of the group.") % {"name": label})
        return redirect("administration:group", group_id)
    form = EndForm(request.POST)
    try:
        if not form.is_valid():
            raise ValidationError(form.errors["last_day"].as_data())
        last_day = form.cleaned_data["last_day"]
        services.end_member(member=member, last_day=last_day, actor=request.user)
    except ValidationError as error:
        messages.error(request, f"{label}: {' '.join(error.messages)}")
    return redirect("administration:group", group_id)


@require_POST
@page(MANAGE_OFFICES)
def name_group(request: Request, pk: int) -> HttpResponse:
    """One more name that documents call a group by."""
    group, form = _group(request, pk), NameForm(request.POST)
    if not form.is_valid():
        return _page(request, group, 422, naming=form)
    if services.call(group, form.cleaned_data["text"], actor=request.user) is None:
        messages.info(request, _("It is known by this name already."))
    return redirect("administration:group", pk)


@require_POST
@page(MANAGE_OFFICES)
def delete_group(request: Request, pk: int) -> HttpResponse:
    """Delete a group that no plan names."""
    group = _group(request, pk)
    try:
        services.delete(group, actor=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("administration:group", pk)
    words = _("“%(name)s” is deleted; for 30 days it can be put back.")
    messages.success(request, words % {"name": group.name})
    return redirect("administration:offices")


def _group(request: Request, pk: int) -> Group:
    rows = Group.objects.select_related("locality")
    return get_object_or_404(reach(rows, request.standing), pk=pk)
