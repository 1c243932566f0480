"""The pages on which establishments that were entered twice are found, compared and merged."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import MERGE_ROWS
from tiendo.history.personal import named
from tiendo.industry.enterprise_registers import ENTERPRISES
from tiendo.industry.merging import services
from tiendo.industry.merging.comparing import compared, going_over, likely_pairs, with_rows
from tiendo.industry.merging.forms import PickForm, ReasonForm
from tiendo.industry.models import Enterprise, Merging
from tiendo.ui.render import render_page

ON_A_PAGE = 20


@require_safe
@page(MERGE_ROWS)
def twins(request: Request) -> HttpResponse:
    """Establishments that are likely one, and what was merged in the last thirty days."""
    locality = request.standing.locality_id
    form = PickForm(request.GET if "kept" in request.GET else None, locality_id=locality)
    if form.is_valid():
        said = form.cleaned_data
        return redirect("industry:merge", said["kept"].pk, said["twin"].pk)
    shown = Paginator(likely_pairs(locality), ON_A_PAGE).get_page(request.GET.get("page"))
    merged = list(services.open_mergings(locality, timezone.now()))
    named(each.removal.change for each in merged if each.removal)
    context = {
        "register": ENTERPRISES,
        "page": shown,
        "likely": with_rows(list(shown.object_list)),
        "form": form,
        "merged": merged,
    }
    status = 422 if form.is_bound else 200
    return render_page(request, "industry/twins.html", context, status=status)


@require_http_methods(["GET", "POST"])
@page(MERGE_ROWS)
def merge(request: Request, kept: int, twin: int) -> HttpResponse:
    """Compare two establishments, and make one of them."""
    stays, goes = _both(request, kept, twin)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _merged(request, form, stays, goes):
        messages.success(request, _("Merged. For 30 days it can be taken back."))
        return redirect("registers:row", ENTERPRISES, stays.pk)
    context = {
        "register": ENTERPRISES,
        "kept": stays,
        "twin": goes,
        "lines": compared(stays, goes),
        "form": form,
        **going_over(stays, goes),
    }
    status = 422 if form.is_bound else 200
    return render_page(request, "industry/merge.html", context, status=status)


def _both(request: Request, one: int, other: int) -> tuple[Enterprise, Enterprise]:
    rows = reach(ENTERPRISES.rows.all(), request.standing)
    return get_object_or_404(rows, pk=one), get_object_or_404(rows.exclude(pk=one), pk=other)


def _merged(request: Request, form: ReasonForm, kept: Enterprise, twin: Enterprise) -> bool:
    try:
        reason, now = form.cleaned_data["reason"], timezone.now()
        services.merge(kept=kept, twin=twin, actor=request.user, reason=reason, now=now)
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True


@require_POST
@page(MERGE_ROWS)
def tell_apart(request: Request, one: int, other: int) -> HttpResponse:
    """Remember that two are not one."""
    first, second = _both(request, one, other)
    services.tell_apart(one=first, other=second, actor=request.user)
    messages.success(request, _("These two are not asked about again."))
    return redirect("industry:twins")


@require_POST
@page(MERGE_ROWS)
def take_back(request: Request, pk: int) -> HttpResponse:
    """Make two of one again."""
    merging = get_object_or_404(reach(Merging.objects.all(), request.standing), pk=pk)
    reason, now = _("The two were not one."), timezone.now()
    try:
        row = services.take_back(merging=merging, actor=request.user, reason=reason, now=now)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("industry:twins")
    messages.success(request, _("“%(row)s” is a row of its own again.") % {"row": row})
    return redirect("registers:row", ENTERPRISES, row.pk)
