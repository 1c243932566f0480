"""The page on which the quarterly sheet of a one-stop shop is brought in."""

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tiendo.accounts.access import Request, page
from tiendo.accounts.clock import moment
from tiendo.accounts.rights import READ_REGISTERS
from tiendo.agencies.models import Agency
from tiendo.procedures.forms import OneStopForm
from tiendo.procedures.models import Quarter
from tiendo.procedures.one_stop import Of, of_register
from tiendo.procedures.registers import PROCEDURES
from tiendo.registers.models import Import
from tiendo.registers.scope import Hand, hand_of, refuse_unless
from tiendo.registers.sheets import bringing
from tiendo.ui.render import render_page

LARGEST = 5_000_000  # bytes


@require_http_methods(["GET", "POST"])
@page(READ_REGISTERS)
def one_stop(request: Request) -> HttpResponse:
    """Bring the sheet of a one-stop shop; the ordinary page of an import shows what it would store."""
    hand = hand_of(request, PROCEDURES)
    refuse_unless(hand.may_add)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = OneStopForm(*posted, offices=_offices(request, hand))
    if form.is_valid() and (row := _brought(request, hand, form)):
        return redirect("registers:import", PROCEDURES, row.pk)
    context = {"register": PROCEDURES, "form": form}
    status = 422 if form.is_bound else 200
    return render_page(request, "procedures/one_stop.html", context, status=status)


def _offices(request: Request, hand: Hand) -> QuerySet[Agency]:
    """The offices whose sheets the person may bring."""
    offices = Agency.objects.filter(locality=hand.locality_id).in_force(request.today)
    limits = hand.limits(PROCEDURES.office)
    return offices if limits is None else offices.filter(pk__in=limits)


def _brought(request: Request, hand: Hand, form: OneStopForm) -> Import | None:
    said = form.cleaned_data
    file, quarter = said["file"], Quarter(said["quarter"])
    of = Of(said["agency"].name, said["year"], str(quarter.label))
    try:
        if file.size > LARGEST:
            raise ValidationError(_("The file is larger than 5 MB."))
        sheet = ContentFile(of_register(file.read(), of), file.name)
        return bringing.receive(hand=hand, file=sheet, actor=request.user, now=moment())
    except ValidationError as error:
        form.add_error("file", error)
        return None
