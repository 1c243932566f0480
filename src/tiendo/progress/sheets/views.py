"""The .xlsx form of a report: handed out, taken back, given out again with what is to be corrected."""

import uuid
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.kept import name_person
from tiendo.accounts.rights import READ, REPORT, REPORT_FOR_ALL
from tiendo.progress.models import OfficeReport
from tiendo.progress.rounds.form import OfficeForm
from tiendo.progress.rounds.merging import shown
from tiendo.progress.rounds.posted import number_in, read_posted
from tiendo.progress.rounds.status import may_write
from tiendo.progress.rounds.writing import door_of
from tiendo.progress.sheets.previewing import posted_of, preview
from tiendo.progress.sheets.reading import read_form
from tiendo.progress.sheets.writing import workbook
from tiendo.ui.render import render_page
from vanban.text import fold

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _own(request: Request, pk: int) -> OfficeReport:
    """A report this person may write."""
    rows = OfficeReport.objects.select_related("round__plan__locality", "agency", "written_by")
    row = get_object_or_404(reach(rows, request.standing), pk=pk)
    if not (request.standing.may(REPORT, row.agency_id) or request.standing.may(REPORT_FOR_ALL)):
        raise PermissionDenied
    request.plan_id = row.round.plan_id  # type: ignore[attr-defined]
    return row


@require_safe
@page(READ)
def form(request: Request, pk: int) -> HttpResponse:
    """The form to be filled in, as an .xlsx file."""
    row = _own(request, pk)
    if not may_write(row.state, door_of(row)):
        return redirect("rounds:report", row.pk)
    office_form = OfficeForm(row, request.today)
    facts = (uuid.uuid4().hex, shown(office_form.as_shown()), row.version)
    return sent(row, workbook(office_form, *facts))


def sent(row: OfficeReport, content: bytes) -> HttpResponse:
    """The bytes of a form, to be saved under the name of its office."""
    name = "-".join(fold(f"{_('Report')} {row.agency.label} {row.round.year}").split())
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{_ascii(name)}.xlsx"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _ascii(name: str) -> str:
    return "".join(
        letter for letter in name if letter == "-" or (letter.isascii() and letter.isalnum())
    )


@page(READ)
def take(request: Request, pk: int) -> HttpResponse:
    """Take a form back that was filled in, and show what it changes; nothing is saved yet."""
    row = _own(request, pk)
    if not may_write(row.state, door_of(row)):
        return redirect("rounds:report", row.pk)
    if request.method != "POST":
        return _page(request, row, {})
    file = request.FILES.get("form")
    try:
        if file is None:
            raise ValidationError(_("Choose the form that you filled in."))
        filled = read_form(file)
        if filled.report != row.pk:
            raise ValidationError(_other(request, filled.report))
    except ValidationError as error:
        return _page(request, row, {"problems": error.messages}, 422)
    data = posted_of(row, request.today, filled)
    return _page(request, row, {"preview": preview(row, request.today, filled, data)})


def _other(request: Request, pk: int) -> str:
    """That a form is of another report; which one only where this person may read it."""
    rows = reach(OfficeReport.objects.select_related("round", "agency"), request.standing)
    other = rows.filter(pk=pk).first()
    if other is None:
        return _("This form is of another report. Download the form of this one.")
    return _("This form is of another report: %(office)s, %(round)s.") % {
        "office": other.agency.label,
        "round": other.round,
    }


def _page(
    request: Request, row: OfficeReport, told: dict[str, Any], status: int = 200
) -> HttpResponse:
    context = {"row": row, "person": name_person(request), "has_errors": status == 422, **told}
    return render_page(request, "sheets/take.html", context, status=status)


@require_POST
@page(READ)
def marked(request: Request, pk: int) -> HttpResponse:
    """The form as it was filled in, with what is to be corrected marked in it."""
    row = _own(request, pk)
    if not may_write(row.state, door_of(row)):
        return redirect("rounds:report", row.pk)
    data = request.POST
    posted = read_posted(row, request.today, data)
    typed = OfficeForm(row, request.today, posted.data)
    facts = (data.get("key", "")[:36], data.get("shown", ""), number_in(data.get("version")))
    return sent(row, workbook(typed, *facts))
