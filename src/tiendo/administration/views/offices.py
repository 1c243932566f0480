"""The offices: all of them as a tree, one, a new one, and the end of one."""

from collections import defaultdict
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.models import Membership
from tiendo.accounts.rights import MANAGE_OFFICES, READ, READ_HISTORY
from tiendo.administration.lineages import drawn, family_of
from tiendo.administration.office_forms import EndForm, NameForm, OfficeForm
from tiendo.administration.tree import tree_of
from tiendo.agencies import services
from tiendo.agencies.models import Agency, Group, KnownName
from tiendo.agencies.moving import office_movers
from tiendo.progress.handover.reading import became_of
from tiendo.ui.render import render_page


@require_safe
@page(READ)
def offices(request: Request) -> HttpResponse:
    """The bodies and offices as a tree, the groups, and apart those that have ended."""
    everyone = reach(Agency.objects.all(), request.standing)
    ended = everyone.ended(request.today)  # type: ignore[attr-defined]
    present = list(everyone.exclude(pk__in=ended))
    context = {
        "tree": [(kind.label, nodes) for kind, nodes in tree_of(present).items()],
        "count": len(present),
        "groups": _groups(request),
        "ended": list(ended.order_by("-valid_to", "sort_key")),
        "may_manage": request.standing.may(MANAGE_OFFICES),
    }
    return render_page(request, "administration/offices/list.html", context)


def _groups(request: Request) -> list[tuple[Group, int]]:
    groups = reach(Group.objects.prefetch_related("members"), request.standing)
    return [(group, len(group.on(request.today))) for group in groups]


@require_safe
@page(READ)
def office(request: Request, pk: int) -> HttpResponse:
    """One office: what it is, what it is called, what belongs to it, the groups it is in."""
    found = _office(request, pk)
    return render_page(request, "administration/offices/office.html", _about(request, found))


def _about(request: Request, agency: Agency, form: NameForm | None = None) -> dict[str, Any]:
    names = list(agency.known_names.select_related("agency", "group").order_by("pk"))
    also = _also(names)
    return {
        "agency": agency,
        "names": [(name, services.is_own(name), also.get(name.key, [])) for name in names],
        "form": form or NameForm(),
        "became": became_of(agency),
        "tree": drawn(family_of(agency), agency.pk),
        "below": list(agency.agency_set.order_by("sort_key")),
        "places": list(agency.groups.select_related("group").order_by("group__sort_key", "pk")),
        "people": Membership.objects.in_force(request.today).filter(agency=agency).count(),
        "is_ended": agency.valid_to is not None and agency.valid_to < request.today,
        "may_manage": request.standing.may(MANAGE_OFFICES),
        "may_see_history": request.standing.may(READ_HISTORY),
    }


def _also(names: list[KnownName]) -> dict[str, list[str]]:
    """Who else is called by these names, by the key of the name."""
    others = KnownName.objects.exclude(pk__in=[name.pk for name in names])
    keys = {name.key for name in names}
    found: dict[str, list[str]] = defaultdict(list)
    for other in others.filter(
        locality__in={name.locality_id for name in names}, key__in=keys
    ).select_related("agency", "group"):
        whom = other.agency or other.group
        found[other.key].append(whom.label if whom else "")
    return found


@page(MANAGE_OFFICES)
def add_office(request: Request) -> HttpResponse:
    """A new body or office."""
    return _written(request, Agency(locality_id=request.standing.locality_id))


@page(MANAGE_OFFICES)
def change_office(request: Request, pk: int) -> HttpResponse:
    """What an office is, changed; the names it was known by stay known."""
    return _written(request, _office(request, pk))


def _written(request: Request, agency: Agency) -> HttpResponse:
    name = str(agency)
    form = OfficeForm(request.POST or None, agency=agency)
    if form.is_valid():
        try:
            services.write_agency(
                agency=agency, facts=form.facts(), actor=request.user, **form.grounds()
            )
            messages.success(request, _("“%(name)s” is saved.") % {"name": agency.name})
            return redirect("administration:office", agency.pk)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"form": form, "agency": agency, "name": name}
    status = 422 if form.is_bound else 200
    return render_page(request, "administration/offices/edit.html", context, status=status)


@page(MANAGE_OFFICES)
def end_office(request: Request, pk: int) -> HttpResponse:
    """The last day of an office, with what it would leave behind; or that it goes on after all."""
    agency = _office(request, pk)
    going_on = request.POST.get("do") == "go-on"
    left_open = _left_open(agency, request.today)
    unfollowed = bool(left_open) and not agency.followed_by.exists()
    form = EndForm(None if going_on else request.POST or None, left_open=unfollowed)
    if going_on or form.is_valid():
        try:
            _end(agency, form, request)
            return redirect("administration:office", pk)
        except ValidationError as error:
            agency = _office(request, pk)
            messages.error(request, " ".join(error.messages))
    context = _about(request, agency) | {
        "form": form,
        "left_open": left_open,
    }
    status = 422 if request.method == "POST" else 200
    return render_page(request, "administration/offices/end.html", context, status=status)


def _left_open(agency: Agency, day: date) -> list[tuple[Promise, int]]:
    """What somebody would have to take over from an office: of which kind how many."""
    counted = [(each.title, each.rows([agency.pk], day).count()) for each in office_movers()]
    return [(title, count) for title, count in counted if count]


def _end(agency: Agency, form: EndForm, request: Request) -> None:
    if not form.is_bound:
        services.go_on(agency=agency, actor=request.user)
        words = _("“%(name)s” goes on. Put it back into its groups where that is meant.")
    else:
        services.end_agency(agency=agency, actor=request.user, **form.facts())
        words = _("The end of “%(name)s” is saved.")
    messages.success(request, words % {"name": agency.name})


@require_POST
@page(MANAGE_OFFICES)
def delete_office(request: Request, pk: int) -> HttpResponse:
    """Delete an office that was entered by mistake."""
    agency = _office(request, pk)
    try:
        services.delete(agency, actor=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("administration:office", pk)
    messages.success(
        request, _("“%(name)s” is deleted; for 30 days it can be put back.") % {"name": agency.name}
    )
    return redirect("administration:offices")


@require_POST
@page(MANAGE_OFFICES)
def name_office(request: Request, pk: int) -> HttpResponse:
    """One more name that documents call an office by."""
    agency, form = _office(request, pk), NameForm(request.POST)
    if not form.is_valid():
        context = _about(request, agency, form)
        return render_page(request, "administration/offices/office.html", context, status=422)
    if services.call(agency, form.cleaned_data["text"], actor=request.user) is None:
        messages.info(request, _("It is known by this name already."))
    return redirect("administration:office", pk)


@require_POST
@page(MANAGE_OFFICES)
def forget_name(request: Request, pk: int) -> HttpResponse:
    """No longer take a name for its office or group."""
    name = get_object_or_404(
        reach(KnownName.objects.select_related("agency", "group"), request.standing), pk=pk
    )
    try:
        services.forget_name(name=name, actor=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    if name.agency_id:
        return redirect("administration:office", name.agency_id)
    return redirect("administration:group", name.group_id)


def _office(request: Request, pk: int) -> Agency:
    rows = Agency.objects.select_related("locality", "parent")
    return get_object_or_404(reach(rows, request.standing), pk=pk)
