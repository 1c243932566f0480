"""All registers, who keeps which, how one is kept, and the figures that can be taken from it."""

from collections.abc import Mapping

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
from tiendo.registers.finding import ROWS, with_words
from tiendo.registers.forms import KeepersForm, form_of
from tiendo.registers.measures import FIRST_YEAR, Figure
from tiendo.registers.register import REGISTERS, Register
from tiendo.registers.scope import hand_of
from tiendo.registers.sheets.writing import guide_lines
from tiendo.registers.showing import index_of, lines_of, measures_of
from tiendo.ui.render import render_page


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
    }
    return render_page(request, "registers/measures.html", context)


@page(READ_REGISTERS)
def measure(request: Request, register: Register, slug: str) -> HttpResponse:
    """One figure of a year: place by place, year by year, and the rows it is made of."""
    found = register.measure(slug)
    if found is None:
        raise Http404
    hand, year, since = hand_of(request, register), _year(request), _since(request)
    rows, words = found.rows(hand.rows(), year, since), request.GET.get("q", "").strip()[:100]
    listed = with_words(hand, rows, words).order_by(*register.model._meta.ordering, "pk")
    shown, place = Paginator(listed, ROWS).get_page(request.GET.get("page")), register.place
    context = {
        "register": register,
        "hand": hand,
        "measure": found,
        "year": year,
        "since": since,
        "years": range(request.today.year, request.today.year - 12, -1),
        "figure": found.value(hand.rows(), year, since),
        "places": _places(found.by(hand.rows(), year, place, since)) if place else [],
        "words": words,
        "page": shown,
        "columns": register.table,
        "lines": lines_of(hand, register.table, shown.object_list, shown.start_index() or 1),
    }
    return render_page(request, "registers/measure.html", context)


def _places(figures: Mapping[int, Figure | None]) -> list[tuple[Agency, Figure | None]]:
    """The communes with their figures, in the order of their names."""
    return [(office, figures[office.pk]) for office in Agency.objects.filter(pk__in=figures)]


def _year(request: Request) -> int:
    return _asked(request, "nam") or request.today.year


def _since(request: Request) -> int | None:
    """The first of several years, where they are asked for together."""
    return _asked(request, "tu")


def _asked(request: Request, name: str) -> int | None:
    said = request.GET.get(name, "")
    if not (said.isdecimal() and len(said) == 4):
        return None
    return min(max(int(said), FIRST_YEAR), request.today.year + 20)


def known(slug: str) -> Register:
    """The register of that name. Raises ValueError, which answers 404."""
    try:
        return REGISTERS[slug]
    except KeyError:
        raise ValueError(slug) from None
