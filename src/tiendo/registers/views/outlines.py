"""Outlines for the map: choose a file, see what it would draw, agree, take it back."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tiendo.accounts.access import Request, page
from tiendo.accounts.clock import moment
from tiendo.accounts.rights import LOAD_OUTLINES
from tiendo.registers.fields import is_key
from tiendo.registers.hectares import hectares_of
from tiendo.registers.maps import Spot, sketch_of
from tiendo.registers.models import Import, Outline, Stage
from tiendo.registers.outlines import services
from tiendo.registers.outlines.services import KIND, Reader
from tiendo.registers.register import REGISTERS
from tiendo.ui.render import render_page

EARLIER = 10  # files listed
COMMUNES = "xa-phuong"  # chosen where the outlines are not those of a register


class OutlineForm(forms.Form):
    """A file of outlines, and what they are the outlines of."""

    of = forms.ChoiceField(label=gettext_lazy("Outlines of"))
    file = forms.FileField(
        label=gettext_lazy("File of outlines (.geojson)"),
        help_text=gettext_lazy(
            "GeoJSON in WGS 84, at most 5 MB, from QGIS or another map program. Every outline names what it belongs "
            "to: the name or code of the commune, or the key of the row."
        ),
        widget=forms.ClearableFileInput({"accept": ".geojson,.json"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        placed = [(each.slug, each.title) for each in REGISTERS.values() if each.is_placed]
        self.fields["of"].choices = [(COMMUNES, _("Communes and wards")), *placed]  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
@page(LOAD_OUTLINES)
def outlines(request: Request) -> HttpResponse:
    """The outlines on the map; a file that is brought is kept and compared, and nothing is stored yet."""
    form = OutlineForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_valid():
        try:
            row = services.receive(
                reader=_reader(request), **form.cleaned_data, actor=request.user, now=moment()
            )
            return redirect("registers:outline_file", row.pk)
        except ValidationError as error:
            form.add_error("file", error)
    drawn = Outline.objects.drawn(request.standing.locality_id, request.today)
    context = {
        "form": form,
        "drawn": [(each, hectares_of(each.shape)) for each in drawn],
        "sketch": sketch_of(_spots((n, o.name, o.shape) for n, o in enumerate(drawn, 1)), []),
        "earlier": _files(request)[:EARLIER],
    }
    status = 422 if form.is_bound else 200
    return render_page(request, "registers/outlines.html", context, status=status)


def _reader(request: Request) -> Reader:
    return Reader(request.standing.locality_id, request.today)


def _files(request: Request) -> QuerySet[Import]:
    return Import.objects.filter(locality=request.standing.locality_id, register=KIND)


def _spots(given: Any) -> Iterator[Spot]:
    for number, name, shape in given:
        yield Spot(number, name, f"#ranh-gioi-{number}", None, shape)


@require_safe
@page(LOAD_OUTLINES)
def shown(request: Request, pk: int) -> HttpResponse:
    """What a file would draw, or drew, outline by outline."""
    row = get_object_or_404(_files(request), pk=pk)
    lines = services.lines_of(row)
    drawn = [line for line in lines if line["shape"]]
    register = services.target_register(row)
    land = Outline.objects.drawn(row.locality_id, request.today) if register else []
    given = ((line["number"], line["label"] or line["name"], line["shape"]) for line in drawn)
    context = {
        "row": row,
        "of": register.title if register else _("Communes and wards"),
        "lines": [
            line | {"area": hectares_of(line["shape"]) if line["shape"] else None} for line in lines
        ],
        "sketch": sketch_of(_spots(given), land),
        "is_open": row.stage == Stage.READ,
        "others": services.targets_of(row, _reader(request)) if row.counts.get("unknown") else [],
        "ready": any(line["what"] in ("add", "change", "unknown") for line in lines),
    }
    return render_page(request, "registers/outline_file.html", context)


@require_POST
@page(LOAD_OUTLINES)
def store(request: Request, pk: int) -> HttpResponse:
    """Draw the outlines of a file from now on."""
    row = get_object_or_404(_files(request), pk=pk)
    said = (
        (line["number"], request.POST.get(f"la-{line['number']}", ""))
        for line in services.lines_of(row)
    )
    chosen = {number: int(key) for number, key in said if is_key(key)}
    try:
        stored = services.store(row=row, reader=_reader(request), chosen=chosen, actor=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("registers:outline_file", pk)
    messages.success(request, _("Stored: %(count)d outlines.") % {"count": stored})
    return redirect("registers:outline_file", pk)


@require_POST
@page(LOAD_OUTLINES)
def take_back(request: Request, pk: int) -> HttpResponse:
    """Put back the outlines that stood before a file was stored."""
    row = get_object_or_404(_files(request), pk=pk)
    try:
        count, kept = services.take_back(row=row, reader=_reader(request), actor=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("registers:outline_file", pk)
    messages.success(request, _("Taken back: %(count)d outlines.") % {"count": count})
    if kept:
        said = {"names": ", ".join(kept)}
        messages.warning(request, _("Changed since and left as they are: %(names)s") % said)
    return redirect("registers:outline_file", pk)
