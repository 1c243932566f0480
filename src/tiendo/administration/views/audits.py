"""Seals of the history, and packages for audits."""

from django import forms
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import PACK, READ_HISTORY
from tiendo.administration.audits.background import ask
from tiendo.history.models import AuditPackage, Seal
from tiendo.history.packing import AT_WORK, KEPT
from tiendo.history.verifying import extent
from tiendo.history.words import code_of
from tiendo.ui.render import missing, render_page

ON_A_PAGE = 50


class PackageForm(forms.Form):
    """What a package holds besides papers, registers and history."""

    evidence = forms.BooleanField(label=_("With the files of evidence"), required=False)


@require_safe
@page(READ_HISTORY)
def seals(request: Request) -> HttpResponse:
    """The seals of the history, newest first, with the code that digests print."""
    rows = reach(Seal.objects.filter(number__gt=0), request.standing).order_by("-number")
    shown = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": shown,
        "rows": [(row, code_of(row.hash)) for row in shown],
        "extent": extent(request.standing.locality_id),
        "may_pack": request.standing.may(PACK),
    }
    return render_page(request, "administration/history/seals.html", context)


@require_safe
@page(PACK)
def packages(request: Request) -> HttpResponse:
    """The packages of the last days, and a form for a new one."""
    rows = reach(AuditPackage.objects.all(), request.standing).select_related("asked_by")
    context = {
        "rows": rows[:ON_A_PAGE],
        "form": PackageForm(initial={"evidence": True}),
        "at_work": any(row.stage in AT_WORK for row in rows[:ON_A_PAGE]),
        "days": KEPT.days,
        "may_pack": True,
    }
    return render_page(request, "administration/history/packages.html", context)


@require_POST
@page(PACK)
def ask_package(request: Request) -> HttpResponse:
    """Ask for a package; the list shows how far it is."""
    form = PackageForm(request.POST)
    form.is_valid()
    evidence = form.cleaned_data.get("evidence", False)
    ask(locality=request.user.locality, evidence=evidence, actor=request.user)
    return redirect("administration:packages")


@require_safe
@page(PACK)
def package_file(request: Request, pk: int) -> HttpResponse:
    """The package itself; 404 until it is packed."""
    rows = reach(AuditPackage.objects.exclude(file=""), request.standing)
    row = get_object_or_404(rows, pk=pk)
    name = str(row.file.name).rpartition("/")[2]
    try:
        opened = row.file.open("rb")
    except FileNotFoundError:
        return missing(request, name)
    return FileResponse(  # type: ignore[return-value]  # streams, and is a response all the same
        opened, as_attachment=True, filename=name, content_type="application/zip"
    )
