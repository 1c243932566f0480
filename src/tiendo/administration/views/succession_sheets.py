"""Successions from a spreadsheet: brought, shown row by row, and recorded when that is confirmed."""

import io
from datetime import date
from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from xlsxwriter import Workbook

from tiendo.accounts.access import Request, page
from tiendo.accounts.rights import MANAGE_OFFICES
from tiendo.administration.packing import A_DAY
from tiendo.administration.succession_forms import SuccessionSheetForm
from tiendo.administration.views.imports import XLSX
from tiendo.agencies.export import PLAIN_WORDS
from tiendo.agencies.spreadsheet import BadSheet
from tiendo.agencies.succeeding import Document, record
from tiendo.agencies.succession_sheet import HEADS, Row, lines_of, read_successions, tried
from tiendo.ui.render import render_page

SALT = "tiendo.administration.successions"


@page(MANAGE_OFFICES)
def bring(request: Request) -> HttpResponse:
    """Take a spreadsheet and show what it says; nothing is written yet."""
    form = SuccessionSheetForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            rows = read_successions(file, file.name)
        except BadSheet as error:
            form.add_error("file", str(error))
        else:
            return _preview(request, rows, form.cleaned_data["effective_on"], form.document())
    status = 422 if form.is_bound else 200
    context = {"form": form, "heads": HEADS}
    return render_page(request, "administration/successions/import.html", context, status=status)


def _preview(request: Request, rows: list[Row], day: date, document: Document) -> HttpResponse:
    faults: list[str] = []
    lines: Any = []
    try:
        lines = lines_of(rows, request.user.locality)
        faults = tried(lines_of(rows, request.user.locality), day, document)
    except ValidationError as error:
        faults = error.messages
    issued = document.issued_on.isoformat() if document.issued_on else ""
    said = [(row.line, row.said) for row in rows]
    packed = signing.dumps(
        [said, day.isoformat(), document.number, issued],
        salt=f"{SALT}.{request.user.pk}",
        compress=True,
    )
    context = {
        "rows": [(row, line) for row, line in zip(rows, lines or [None] * len(rows), strict=True)],
        "faults": faults,
        "day": day,
        "document": document,
        "packed": packed,
    }
    return render_page(request, "administration/successions/preview.html", context)


@require_POST
@page(MANAGE_OFFICES)
def take_over(request: Request) -> HttpResponse:
    """Record what was shown, all or nothing."""
    try:
        said, day, number, issued = signing.loads(
            request.POST.get("rows", ""), salt=f"{SALT}.{request.user.pk}", max_age=A_DAY
        )
    except signing.BadSignature:
        messages.error(request, _("What was shown is out of date. Bring the file again."))
        return redirect("administration:import_successions")
    rows = [Row(line, facts) for line, facts in said]
    begins = date.fromisoformat(day)
    document = Document(number, date.fromisoformat(issued) if issued else None)
    try:
        lines = lines_of(rows, request.user.locality)
        record(lines=lines, effective_on=begins, document=document, actor=request.user)
    except ValidationError:
        return _preview(request, rows, begins, document)
    words = _("Saved: %(n)s. Prepare the hand-over to see what goes where.")
    messages.success(request, words % {"n": len(lines)})
    return redirect("administration:successions")


@require_safe
@page(MANAGE_OFFICES)
def sample(request: Request) -> HttpResponse:
    """An empty sheet with the columns that are read."""
    content = io.BytesIO()
    with Workbook(content, PLAIN_WORDS) as book:
        sheet = book.add_worksheet("Kế thừa")
        for column, head in enumerate(HEADS):
            sheet.set_column(column, column, 28)
            sheet.write_string(0, column, head, book.add_format({"bold": True}))
        sheet.freeze_panes(1, 0)
    saved = {"Content-Disposition": 'attachment; filename="ke-thua-mau.xlsx"'}
    return HttpResponse(content.getvalue(), content_type=XLSX, headers=saved)
