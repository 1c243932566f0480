"""Bringing sheets in: the form to fill in, the file, what it would change, what is to be corrected, the agreement."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tiendo.accounts.access import Request, page
from tiendo.accounts.clock import moment
from tiendo.accounts.rights import READ_REGISTERS
from tiendo.registers.export import XLSX
from tiendo.registers.models import Import, Stage
from tiendo.registers.register import Register
from tiendo.registers.scope import Hand, hand_of, refuse_unless
from tiendo.registers.sheets import bringing
from tiendo.registers.sheets.cells import DECIMALS, THOUSANDS
from tiendo.registers.sheets.comparing import register_words
from tiendo.registers.sheets.reading import read
from tiendo.registers.sheets.writing import guide_lines, marked, template_of
from tiendo.ui.render import render_page

SHOWN = 50
WHATS = (
    ("error", gettext_lazy("To be corrected")),
    ("noted", gettext_lazy("Read otherwise than written")),
    ("change", gettext_lazy("Changed")),
    ("add", gettext_lazy("Added")),
)


class FileForm(forms.Form):
    """A sheet to be brought in."""

    file = forms.FileField(
        label=gettext_lazy("Sheet (.xlsx or .csv)"),
        widget=forms.ClearableFileInput({"accept": ".xlsx,.csv"}),
    )


def _hand(request: Request, register: Register) -> Hand:
    hand = hand_of(request, register)
    refuse_unless(hand.may_add)
    return hand


@require_safe
@page(READ_REGISTERS)
def template(request: Request, register: Register) -> HttpResponse:
    """The form of a register as an .xlsx file."""
    hand = _hand(request, register)
    return _file(template_of(hand), f"mau-{register.slug}.xlsx")


@require_http_methods(["GET", "POST"])
@page(READ_REGISTERS)
def bring(request: Request, register: Register) -> HttpResponse:
    """Choose a sheet; it is kept and read, and nothing is stored in the register."""
    hand = _hand(request, register)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = FileForm(*sent)
    if form.is_valid():
        try:
            row = bringing.receive(
                hand=hand, file=form.cleaned_data["file"], actor=request.user, now=moment()
            )
            return redirect("registers:import", register, row.pk)
        except ValidationError as error:
            form.add_error("file", error)
    context = {
        "register": register,
        "form": form,
        "guide": guide_lines(register),
        "earlier": _sheets(request, hand)[:10],
    }
    status = 422 if form.is_bound else 200
    return render_page(request, "registers/bring.html", context, status=status)


@require_safe
@page(READ_REGISTERS)
def shown(request: Request, register: Register, pk: int) -> HttpResponse:
    """What a sheet would do to the register, row by row."""
    hand = _hand(request, register)
    row = _found(request, hand, pk)
    kinds = [what for what, _label in WHATS if row.counts.get(what)]
    what = request.GET.get("xem") or next(iter(kinds), "error")
    count = row.counts[what] if what in kinds else 0
    here = Paginator(range(count), SHOWN).get_page(request.GET.get("page"))
    context = {
        "register": register,
        "row": row,
        "tabs": _tabs(row, what),
        "what": what,
        "page": here,
        "lines": bringing.lines_of(row, what, max(0, here.start_index() - 1), SHOWN),
        "ready": bringing.is_ready(row),
        "nothing_new": row.stage == Stage.READ and not kinds and not row.questions,
        "questions": [
            (name, register_words(register, name), said) for name, said in row.questions.items()
        ],
        "reading": row.stage in (Stage.READING, Stage.WRITING),
    }
    return render_page(request, "registers/import.html", context)


def _tabs(row: Import, chosen: str) -> list[dict[str, Any]]:
    """The verdicts that rows of the sheet got, with how many did."""
    return [
        {"url": f"?xem={what}", "label": label, "count": count, "current": what == chosen}
        for what, label in WHATS
        if (count := row.counts.get(what))
    ]


@require_POST
@page(READ_REGISTERS)
def answer(request: Request, register: Register, pk: int) -> HttpResponse:
    """Say how figures that can be read in two ways are meant; the sheet is then compared anew."""
    hand = _hand(request, register)
    row = _found(request, hand, pk)
    said = {name: request.POST.get(f"so-{name}", "") for name in row.questions}
    if row.stage == Stage.READ:
        row.answers |= {name: way for name, way in said.items() if way in (THOUSANDS, DECIMALS)}
        bringing.answer(row=row, hand=hand, actor=request.user)
    return redirect("registers:import", register, row.pk)


@require_POST
@page(READ_REGISTERS)
def carry_out(request: Request, register: Register, pk: int) -> HttpResponse:
    """Store what the sheet says."""
    hand = _hand(request, register)
    row = _found(request, hand, pk)
    try:
        stored = bringing.carry_out(row=row, hand=hand, actor=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("registers:import", register, row.pk)
    messages.success(
        request, _("Stored: %(rows)d rows of “%(name)s”.") % {"rows": stored, "name": row.name}
    )
    return redirect("registers:rows", register)


@require_safe
@page(READ_REGISTERS)
def returned(request: Request, register: Register, pk: int) -> HttpResponse:
    """The sheet with the cells marked that cannot stand."""
    hand = _hand(request, register)
    row = _found(request, hand, pk)
    faults = bringing.lines_of(row, "error", 0, row.counts.get("error", 0))
    with row.file.open("rb") as file:
        sheet = read(file.read(), row.name, register)
    return _file(marked(sheet, faults, register.title), f"can-sua-{register.slug}.xlsx")


def _found(request: Request, hand: Hand, pk: int) -> Import:
    """A sheet this person may see: the own ones; who keeps the whole register sees all."""
    return get_object_or_404(_sheets(request, hand), pk=pk)


def _sheets(request: Request, hand: Hand) -> QuerySet[Import]:
    rows = Import.objects.filter(locality=hand.locality_id, register=hand.register.slug)
    return rows if hand.keeps is None else rows.filter(actor=request.user)


def _file(content: bytes, name: str) -> HttpResponse:
    headers: dict[str, Any] = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type=XLSX, headers=headers)
