"""Which office each written name means."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import READ_IN
from tiendo.plans import cards, naming
from tiendo.plans.forms import AgencyForm, GroupForm, WhomForm
from tiendo.plans.models import DraftName, Intake, Stage
from tiendo.ui.render import render_page


@page(READ_IN)
def name(request: Request, pk: int) -> HttpResponse:
    """Choose the office or group that a written name means, or make it."""
    rows = DraftName.objects.filter(intake__stage=Stage.READ)
    rows = rows.select_related("intake__locality", "agency", "group")
    found = get_object_or_404(reach(rows, request.standing), pk=pk)
    forms = _forms(found, request)
    action = request.POST.get("action", "")
    if action in forms and forms[action].is_valid():
        try:
            _do(action, found, forms, request)
            messages.success(request, _("“%(name)s” is settled.") % {"name": found.text})
            return redirect(cards.address(found.intake, cards.OFFICES))
        except ValidationError as error:
            forms[action].add_error(None, error)
    status = 422 if action in forms else 200
    context = {"name": found, "intake": found.intake, "forms": forms, "form": forms.get(action)}
    return render_page(request, "plans/name.html", context, status=status)


def _forms(name: DraftName, request: Request) -> dict[str, AgencyForm | GroupForm | WhomForm]:
    """The three ways to settle a name, the one that was sent bound to what was typed."""
    locality = name.intake.locality
    sent = {request.POST.get("action"): request.POST}
    whom = name.whom and f"{'g' if name.group_id else 'a'}{name.whom.pk}"
    return {
        "choose": WhomForm(sent.get("choose"), locality=locality, initial={"whom": whom}),
        "agency": AgencyForm(sent.get("agency"), name=name, prefix="agency"),
        "group": GroupForm(
            sent.get("group"), locality=locality, prefix="group", initial=_group_initial(name)
        ),
    }


def _group_initial(name: DraftName) -> dict[str, object]:
    if name.group:
        present = [row.agency_id for row in name.group.members.all()]
        return {"official": name.group.name, "members": present}
    members = naming.likely_members(name) if name.is_group else []
    return {"official": name.text, "members": members}


def _do(action: str, name: DraftName, forms: dict[str, Any], request: Request) -> None:
    said, actor = forms[action].cleaned_data, request.user
    if action == "choose":
        naming.settle(name=name, whom=forms["choose"].chosen(), actor=actor)
    elif action == "agency":
        naming.create_agency(name=name, actor=actor, **said)
    elif name.group:
        naming.set_members(
            group=name.group,
            intake=name.intake,
            members=said["members"],
            newcomers=said["newcomers"],
            actor=actor,
        )
        naming.settle(name=name, whom=name.group, actor=actor)
    else:
        naming.create_group(name=name, actor=actor, **said)


@require_POST
@page(READ_IN)
def many(request: Request, pk: int) -> HttpResponse:
    """Take all proposals, or make all unknown offices and groups."""
    intake = get_object_or_404(reach(Intake.objects.all(), request.standing), pk=pk)
    try:
        if request.POST.get("action") == "create":
            made = naming.create_unknown(intake=intake, actor=request.user)
            messages.success(request, _("Made: %(n)s.") % {"n": made})
        else:
            taken = naming.settle_proposed(intake=intake, actor=request.user)
            messages.success(request, _("Taken: %(n)s.") % {"n": taken})
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(cards.address(intake, cards.OFFICES))
