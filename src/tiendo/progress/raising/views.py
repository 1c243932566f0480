"""The page on which what a report says stands in the way becomes a row of the register of difficulties."""

from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import READ_REGISTERS
from tiendo.difficulties.models import Difficulty
from tiendo.difficulties.registers import DIFFICULTIES
from tiendo.progress.models import Report
from tiendo.progress.raising import services
from tiendo.registers.forms import RowForm, form_of
from tiendo.registers.scope import hand_of
from tiendo.ui.render import render_page


@require_http_methods(["GET", "POST"])
@page(READ_REGISTERS)
def raise_difficulty(request: Request, pk: int) -> HttpResponse:
    """Enter what a report says as a difficulty, whichever office has to answer."""
    report = _report(request, pk)
    hand = replace(hand_of(request, DIFFICULTIES), keeps=None)
    sent = request.POST if request.method == "POST" else None
    form = form_of(DIFFICULTIES)(
        sent,
        instance=Difficulty(locality_id=hand.locality_id),
        hand=hand,
        initial=services.first_words(report),
    )
    if form.is_valid() and _raised(request, report, form):
        messages.success(request, _("Saved: %(row)s") % {"row": form.instance})
        return redirect("registers:row", DIFFICULTIES, form.instance.pk)
    context = {"register": DIFFICULTIES, "form": form, "report": report}
    status = 422 if form.is_bound else 200
    return render_page(request, "progress/raise.html", context, status=status)


def _report(request: Request, pk: int) -> Report:
    """A report that counts and says something is difficult: 404 for others, 403 for another office's."""
    rows = Report.objects.said().select_related("agency", "occurrence__obligation__task__plan")
    found = get_object_or_404(reach(rows, request.standing), pk=pk)
    if not services.may_raise(request.standing, found):
        raise PermissionDenied
    if not found.difficulties:
        raise Http404
    return found


def _raised(request: Request, report: Report, form: RowForm) -> bool:
    try:
        services.raise_difficulty(
            report=report,
            row=form.instance,
            actor=request.user,
            today=request.today,
            reason=form.cleaned_data["reason"].strip(),
        )
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True
