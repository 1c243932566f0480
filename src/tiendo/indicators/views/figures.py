"""Giving one figure, choosing which of several sources counts, taking a figure out."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from tiendo.accounts.access import Request, page
from tiendo.accounts.rights import GIVE_ALL_FIGURES, READ
from tiendo.indicators import services
from tiendo.indicators.entering import Meanwhile, enter
from tiendo.indicators.forms.figures import FigureForm, WhyForm
from tiendo.indicators.models import Indicator, Observation
from tiendo.indicators.periods import Period
from tiendo.indicators.scope import given_in, row_given_in, words_of_office
from tiendo.registers.fields import is_key
from tiendo.ui.render import render_page


@require_http_methods(["GET", "POST"])
@page(READ)
def give(request: Request, pk: int) -> HttpResponse:
    """Type one figure; `?ky=` fills in the period, `?sua=` the figure that is corrected."""
    indicator = given_in(request, pk)
    corrected = _corrected(request, indicator)
    given = _said_in(corrected) if corrected else _proposed(request, indicator)
    sent = request.POST if request.method == "POST" else None
    form = FigureForm(sent, indicator=indicator, today=request.today, initial=given)
    there: Observation | None = None
    if form.is_valid():
        try:
            return _stored(request, form)
        except Meanwhile as meanwhile:
            there = meanwhile.row
            form.data = {**form.data.dict(), "seen": str(there.pk)}  # type: ignore[attr-defined]
        except ValidationError as error:
            form.add_error(None, error)
    definition = max(indicator.definitions.all(), key=lambda each: each.number)
    context = {"indicator": indicator, "form": form, "there": there, "definition": definition}
    context["doubted"] = any(error.code == "doubt" for error in _errors(form))
    status = 422 if form.is_bound else 200
    return render_page(request, "indicators/give.html", context, status=status)


def _errors(form: FigureForm) -> list[ValidationError]:
    return [error for rows in form.errors.values() for error in rows.as_data()]


def _stored(request: Request, form: FigureForm) -> HttpResponse:
    """Store what was typed. Raises Meanwhile and ValidationError."""
    said = form.cleaned_data
    seen = [int(said["seen"])] if is_key(said["seen"]) else []
    facts: dict[str, Any] = {"actor": request.user, "now": timezone.now(), "reason": said["reason"]}
    row = enter(row=form.row(), seen=seen, **facts)
    period = said["period"].words
    if row.counts:
        messages.success(request, _("Stored for %(period)s.") % {"period": period})
    else:
        words = _("Stored for %(period)s beside the figure of another source, which counts.")
        messages.success(request, words % {"period": period})
    return redirect("indicators:indicator", row.indicator_id)


def _corrected(request: Request, indicator: Indicator) -> Observation | None:
    said = request.GET.get("sua", "")
    rows = indicator.observations.current().select_related("place")
    return rows.filter(pk=said).first() if is_key(said) else None


def _said_in(row: Observation) -> dict[str, Any]:
    """What a stored figure fills in where it is corrected; of a ratio the two parts, not the quotient."""
    names = ("numerator", "denominator", "nature", "source", "place", "dimension", "category")
    return {
        **{name: getattr(row, name) for name in (*names, "note")},
        "value": row.value if row.numerator is None else None,
        "absent": row.value is None,
        "period": str(Period(row.year, row.kind, row.part)),  # type: ignore[arg-type]
        "seen": row.pk,
    }


def _proposed(request: Request, indicator: Indicator) -> dict[str, Any]:
    """The last year that is over, and the office that gives the figure as its source."""
    period = request.GET.get("ky", "").replace("\x00", "")[:60]
    facts = {"period": period or str(request.today.year - 1), "nature": "preliminary"}
    return facts | {"source": words_of_office(indicator)}


@require_http_methods(["GET", "POST"])
@page(GIVE_ALL_FIGURES)
def choose(request: Request, pk: int) -> HttpResponse:
    """Let the figure of one source stand for its period, with the words that explain why the sources differ."""
    row = row_given_in(request, pk)
    there = list(services.same_period(row).select_related("entered_by").order_by("pk"))
    told = row.indicator.divergences.filter(year=row.year, kind=row.kind, part=row.part).first()
    initial = {"words": told.words if told else ""}
    sent = request.POST if request.method == "POST" else None
    label = gettext_lazy("Why the sources differ, and why this one counts")
    form = WhyForm(sent, label=label, initial=initial)
    if form.is_valid() and _done(services.choose, row, form, request, "words"):
        messages.success(request, _("This source counts now. The others stay beside it."))
        return redirect("indicators:indicator", row.indicator_id)
    context = {"indicator": row.indicator, "row": row, "rows": there, "form": form}
    context["period"] = Period(row.year, row.kind, row.part)  # type: ignore[arg-type]
    return render_page(
        request, "indicators/choose.html", context, status=422 if form.is_bound else 200
    )


@require_http_methods(["GET", "POST"])
@page(READ)
def take_out(request: Request, pk: int) -> HttpResponse:
    """Take a figure out, with a reason."""
    row = row_given_in(request, pk)
    if row.replaced_at is not None:
        raise PermissionDenied  # what stood before a correction stays
    sent = request.POST if request.method == "POST" else None
    form = WhyForm(sent, label=gettext_lazy("Why the figure is taken out"))
    if form.is_valid() and _done(services.take_out, row, form, request, "reason"):
        messages.success(request, _("Taken out. It can be put back for 30 days."))
        return redirect("indicators:indicator", row.indicator_id)
    context = {"indicator": row.indicator, "row": row, "form": form}
    context["period"] = Period(row.year, row.kind, row.part)  # type: ignore[arg-type]
    return render_page(
        request, "indicators/take_out.html", context, status=422 if form.is_bound else 200
    )


def _done(deed: Any, row: Observation, form: WhyForm, request: Request, name: str) -> bool:
    try:
        deed(row=row, actor=request.user, **{name: form.cleaned_data["words"]})
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True
