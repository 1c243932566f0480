"""Offices to and from a spreadsheet: brought, shown row by row, and taken over when that is confirmed."""

from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import MANAGE_OFFICES, READ
from tiendo.administration.columns import differences
from tiendo.administration.office_forms import SheetForm
from tiendo.administration.packing import packed, unpacked
from tiendo.agencies.export import workbook_of
from tiendo.agencies.importing import Line, What, carry_out, compare
from tiendo.agencies.models import Agency
from tiendo.agencies.spreadsheet import BadSheet, Row, read_rows
from tiendo.ui.render import render_page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@page(READ)
def export_offices(request: Request) -> HttpResponse:
    """The offices as a spreadsheet that can be corrected and brought back."""
    rows = reach(Agency.objects.all(), request.standing)
    shown = rows.select_related("parent").prefetch_related("known_names")
    saved = {"Content-Disposition": 'attachment; filename="co-quan.xlsx"'}
    return HttpResponse(workbook_of(shown), content_type=XLSX, headers=saved)


@page(MANAGE_OFFICES)
def import_offices(request: Request) -> HttpResponse:
    """Take a spreadsheet and show what would become of each row; nothing is written yet."""
    form = SheetForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            rows = read_rows(file, file.name)
        except BadSheet as error:
            form.add_error("file", str(error))
        else:
            return _preview(request, rows)
    status = 422 if form.is_bound else 200
    return render_page(request, "administration/offices/import.html", {"form": form}, status=status)


def _preview(request: Request, rows: list[Row], problem: str = "") -> HttpResponse:
    lines = compare(rows, request.user.locality)
    whats = {what: [line for line in lines if line.what is what] for what in What}
    context: dict[str, Any] = {
        "lines": [(line, differences(line)) for line in lines],
        "errors": whats[What.ERROR],
        "counts": {what.value: len(found) for what, found in whats.items()},
        "todo": len(whats[What.ADD]) + len(whats[What.CHANGE]),
        "packed": packed(lines, request.user.pk),
        "problem": problem,
    }
    status = 422 if problem else 200
    return render_page(request, "administration/offices/preview.html", context, status=status)


@require_POST
@page(MANAGE_OFFICES)
def take_over(request: Request) -> HttpResponse:
    """Add and change what was shown, all or nothing; shown again when the offices changed meanwhile."""
    try:
        rows, shown = unpacked(request.POST.get("rows", ""), request.user.pk)
    except signing.BadSignature:
        messages.error(request, _("What was shown is out of date. Bring the file again."))
        return redirect("administration:import_offices")
    lines = compare(rows, request.user.locality)
    if [line.what.value for line in lines] != shown:
        return _preview(request, rows, _("The offices changed meanwhile. Look at the rows again."))
    return _carried_out(request, rows, lines)


def _carried_out(request: Request, rows: list[Row], lines: list[Line]) -> HttpResponse:
    try:
        done = carry_out(lines=lines, locality=request.user.locality, actor=request.user)
    except ValidationError as error:
        return _preview(request, rows, " ".join(error.messages))
    told = {"added": done[What.ADD], "changed": done[What.CHANGE]}
    messages.success(request, _("Added: %(added)s. Changed: %(changed)s.") % told)
    return redirect("administration:offices")
