"""The pages on which a difficulty is passed on, and equal ones are gathered into one petition."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tiendo.accounts.access import Request, page
from tiendo.accounts.rights import KEEP_ALL, KEEP_REGISTER, READ_REGISTERS
from tiendo.agencies.models import Agency
from tiendo.difficulties import services
from tiendo.difficulties.alike import Said, alike
from tiendo.difficulties.forms import ForwardForm, GatherForm
from tiendo.difficulties.models import Difficulty
from tiendo.difficulties.registers import DIFFICULTIES, PETITIONS
from tiendo.difficulties.services import Onward
from tiendo.registers.fields import is_key
from tiendo.registers.scope import hand_of, refuse_unless
from tiendo.ui.render import render_page

MOST = 200  # on the page of gathering, the oldest first


@require_http_methods(["GET", "POST"])
@page(READ_REGISTERS)
def forward(request: Request, pk: int) -> HttpResponse:
    """Pass a difficulty on to another office."""
    hand = hand_of(request, DIFFICULTIES)
    found = get_object_or_404(hand.rows(), pk=pk)
    refuse_unless(hand.writes(found))
    offices = Agency.objects.filter(locality=hand.locality_id).in_force(request.today)
    sent = request.POST if request.method == "POST" else None
    form = ForwardForm(sent, offices=offices.exclude(pk=found.agency_id))
    if form.is_valid() and _forwarded(request, form, found):
        words = _("Passed on to %(office)s.") % {"office": form.cleaned_data["agency"].label}
        messages.success(request, words)
        return redirect("registers:row", DIFFICULTIES, found.pk)
    context = {"register": DIFFICULTIES, "row": found, "form": form}
    status = 422 if form.is_bound else 200
    return render_page(request, "difficulties/forward.html", context, status=status)


def _forwarded(request: Request, form: ForwardForm, found: Difficulty) -> bool:
    try:
        onward = Onward(**form.cleaned_data)
        facts: dict[str, Any] = {"actor": request.user, "today": request.today}
        services.forward(difficulty=found, onward=onward, **facts)
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True


@require_http_methods(["GET", "POST"])
@page(READ_REGISTERS)
def gather(request: Request) -> HttpResponse:
    """Gather equal difficulties into one petition; for who keeps the register of petitions."""
    hand = hand_of(request, PETITIONS)
    refuse_unless(hand.keeps is None)
    rows = hand_of(request, DIFFICULTIES).rows().loose()  # type: ignore[attr-defined]
    sent = request.POST if request.method == "POST" else None
    form = GatherForm(sent, rows=rows, hand=hand, initial=_opened(request))
    if form.is_valid() and (stored := _gathered(request, form)):
        messages.success(request, _("Gathered. Complete what is asked, and submit it."))
        return redirect("registers:row", PETITIONS, stored.pk)
    ticked = set(request.POST.getlist("difficulties") or request.GET.getlist("kho-khan"))
    context = {
        "register": PETITIONS,
        "difficulties": DIFFICULTIES,
        "form": form,
        "heaps": _heaps(rows, ticked),
        "total": rows.count(),
        "most": MOST,
    }
    status = 422 if form.is_bound else 200
    return render_page(request, "difficulties/gather.html", context, status=status)


def _opened(request: Request) -> dict[str, str]:
    """The petition from whose page somebody came."""
    said = request.GET.get("kien-nghi", "")
    return {"petition": said} if is_key(said) else {}


def _gathered(request: Request, form: GatherForm) -> Any:
    standing = request.standing
    own = standing.offices(KEEP_ALL) or standing.offices(KEEP_REGISTER)
    petition = form.petition_for(Agency.objects.get(pk=min(own)))
    chosen = form.cleaned_data["difficulties"]
    facts: dict[str, Any] = {"actor": request.user, "today": request.today}
    try:
        services.gather(petition=petition, difficulties=chosen, **facts)
    except ValidationError as error:
        form.add_error(None, error)
        return None
    return petition


def _heaps(rows: QuerySet[Difficulty], ticked: set[str]) -> list[dict[str, Any]]:
    """The open difficulties, each with whether it is ticked: in heaps of equal ones, then those that stand alone."""
    some = {row.pk: row for row in rows.order_by("received_on", "pk")[:MOST]}
    heaps = alike(Said(row.pk, row.bottleneck, row.what) for row in some.values())
    alone = [key for heap in heaps if len(heap) == 1 for key in heap]
    found = [_heap([some[key] for key in heap], ticked, True) for heap in heaps if len(heap) > 1]
    return [*found, _heap([some[key] for key in alone], ticked, False)] if alone else found


def _heap(rows: list[Difficulty], ticked: set[str], together: bool) -> dict[str, Any]:
    """The rows of a card; `again` is the address that ticks all of them where they belong together."""
    return {
        "together": together,
        "rows": [(row, str(row.pk) in ticked) for row in rows],
        "again": "&".join(f"kho-khan={row.pk}" for row in rows) if together else "",
    }
