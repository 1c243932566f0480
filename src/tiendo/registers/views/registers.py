"""All registers, who keeps which, the figures that can be taken from one, and its map."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tiendo.accounts.access import Request, page
from tiendo.accounts.rights import KEEP_ALL, READ_REGISTERS
from tiendo.agencies.models import Agency
from tiendo.registers import services
from tiendo.registers.finding import ROWS
from tiendo.registers.forms import KeepersForm, form_of
from tiendo.registers.register import REGISTERS, Register
from tiendo.registers.scope import hand_of
from tiendo.registers.sheets.writing import guide_lines
from tiendo.registers.showing import index_of, lines_of, measures_of, siblings
from tiendo.ui.render import render_page

FIRST_YEAR = 1990


@page(READ_REGISTERS)
def index(request: Request) -> HttpResponse:
    """Every register with how many rows the person sees."""
    return render_page(request, "registers/index.html", {"groups": index_of(request)})


@require_http_methods(["GET", "POST"])
@page(KEEP_ALL)
def keepers(request: Request, register: Register) -> HttpResponse:
    """Which offices keep a register."""
    locality = request.standing.locality_id
    sent = request.POST if request.method == "POST" else None
    form = KeepersForm(sent, register=register, locality_id=locality, today=request.today)
    if form.is_valid():
        wanted = [office.pk for office in form.cleaned_data["offices"]]
        services.set_keepers(
            locality_id=locality, register=register, agencies=wanted, actor=request.user
        )
        told = {"register": register.title}
        messages.success(request, _("Saved: who keeps “%(register)s”.") % told)
        return redirect("registers:rows", register)
    context = {"register": register, "form": form}
    status = 422 if form.is_bound else 200
    return render_page(request, "registers/keepers.html", context, status=status)


@page(READ_REGISTERS)
def guide(request: Request, register: Register) -> HttpResponse:
    """Help: who fills the register in, when, from which paper, and what each column means."""
    fields = [
        (field, register.guide.example.get(name, ""))
        for name, field in form_of(register).base_fields.items()
        if name in register.fields
    ]
    context = {
        "register": register,
        "lines": guide_lines(register),
        "fields": fields,
        "hand": hand_of(request, register),
    }
    return render_page(request, "registers/guide.html", context)


@page(READ_REGISTERS)
def measures(request: Request, register: Register) -> HttpResponse:
    """What can be counted or summed from the register in a year."""
    hand, year = hand_of(request, register), _year(request)
    context = {
        "register": register,
        "year": year,
        "years": range(request.today.year, request.today.year - 12, -1),
        "said": measures_of(hand, year),
        "siblings": siblings(register),
    }
    return render_page(request, "registers/measures.html", context)


@page(READ_REGISTERS)
def measure(request: Request, register: Register, slug: str) -> HttpResponse:
    """One figure of a year: place by place, year by year, and the rows it is made of."""
    found = register.measure(slug)
    if found is None:
        raise Http404
    hand, year = hand_of(request, register), _year(request)
    rows = found.rows(hand.rows(), year).order_by(*register.model._meta.ordering, "pk")
    shown = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    context = {
        "register": register,
        "measure": found,
        "year": year,
        "years": range(request.today.year, request.today.year - 12, -1),
        "figure": found.value(hand.rows(), year),
        "places": _places(hand, found, year),
        "page": shown,
        "columns": register.table,
        "lines": lines_of(hand, register.table, shown.object_list, shown.start_index() or 1),
    }
    return render_page(request, "registers/measure.html", context)


def _places(hand: Any, found: Any, year: int) -> list[tuple[Agency, Any]]:
    place = hand.register.place
    if not place:
        return []
    figures = found.by(hand.rows(), year, place)
    offices = Agency.objects.filter(pk__in=figures)
    return [(office, figures[office.pk]) for office in offices]


def _year(request: Request) -> int:
    said = request.GET.get("nam", "")
    year = int(said) if said.isdecimal() and len(said) == 4 else request.today.year
    return min(max(year, FIRST_YEAR), request.today.year + 20)


def known(slug: str) -> Register:
    """The register of that name. Raises ValueError, which answers 404."""
    try:
        return REGISTERS[slug]
    except KeyError:
        raise ValueError(slug) from None
