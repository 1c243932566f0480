"""Many figures at once: pasted or as .xlsx, looked at, and stored in one piece."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from tiendo.accounts.access import Request, page
from tiendo.accounts.rights import GIVE_ALL_FIGURES, GIVE_FIGURES, READ
from tiendo.indicators.forms.pasting import OfOfficeForm, TableForm
from tiendo.indicators.judging.values import Nature
from tiendo.indicators.models import Definition, Indicator, Obtained
from tiendo.indicators.newest import by_year, newest_of
from tiendo.indicators.scope import given_in, offices_given_in, words_of_office
from tiendo.indicators.sheets.comparing import About, Comparison
from tiendo.indicators.sheets.reading import MOST_ROWS, table_of
from tiendo.indicators.sheets.storing import store
from tiendo.indicators.sheets.writing import marked, of_indicator, of_office
from tiendo.registers.export import XLSX
from tiendo.registers.fields import is_key
from tiendo.ui.render import render_page

REASON = "reason-"


@require_http_methods(["GET", "POST"])
@page(READ)
def paste(request: Request, pk: int) -> HttpResponse:
    """Many years of one indicator."""
    indicator = _typed_in(request, pk)
    form = _table_form(request, words_of_office(indicator))
    about = {"indicators": [indicator], "indicator": indicator}
    back = reverse("indicators:indicator", args=[indicator.pk])
    done = _gone_through(request, form, about, back)
    if isinstance(done, HttpResponse):
        return done
    definition = max(indicator.definitions.all(), key=lambda each: each.number)
    context = {"indicator": indicator, "definition": definition, "form": form, "comparison": done}
    return render_page(request, "indicators/paste.html", context, status=_status(form))


def _typed_in(request: Request, pk: int) -> Indicator:
    """An indicator whose figures the person types; 404 for one that is computed."""
    indicator = given_in(request, pk)
    if not any(row.obtained == Obtained.ENTERED for row in indicator.definitions.all()):
        raise Http404
    return indicator


@require_http_methods(["GET", "POST"])
@page(READ)
def paste_many(request: Request) -> HttpResponse:
    """Many indicators of one office for one period."""
    asked = _asked(request)
    form, done, indicators = TableForm(), None, []
    if asked.is_valid():
        office, period = asked.cleaned_data["office"], asked.cleaned_data["period"]
        indicators = _indicators_of(office.pk)
        form = _table_form(request, office.label)
        about = {"indicators": indicators, "period": period}
        back = f"{reverse('indicators:index')}?co-quan={office.pk}"
        done = _gone_through(request, form, about, back)
    if isinstance(done, HttpResponse):
        return done
    context: dict[str, Any] = {
        "asked": asked,
        "form": form,
        "comparison": done,
        "indicators": indicators,
    }
    context["chosen"] = asked.is_valid()
    return render_page(request, "indicators/paste_many.html", context, status=_status(form))


def _asked(request: Request) -> OfOfficeForm:
    """Which office and period the address names; the only office there is needs no choice."""
    if not (request.standing.may(GIVE_FIGURES) or request.standing.may(GIVE_ALL_FIGURES)):
        raise PermissionDenied
    offices = offices_given_in(request)
    given: dict[str, Any] = {"period": str(request.today.year - 1)}
    only = list(offices[:2])
    given |= {"office": only[0].pk} if len(only) == 1 else {}
    named = "office" in request.GET
    data = request.GET if named else (given if "office" in given else None)
    return OfOfficeForm(data, offices=offices, initial=given)


def _indicators_of(office: int) -> list[Indicator]:
    """The indicators that an office is asked for."""
    typed = Definition.objects.filter(obtained=Obtained.ENTERED).values("indicator")
    rows = Indicator.objects.filter(source_agency=office, pk__in=typed)
    return list(rows.select_related("source_agency").prefetch_related("definitions")[:MOST_ROWS])


def _table_form(request: Request, source: str) -> TableForm:
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    return TableForm(*sent, initial={"source": source, "nature": Nature.PRELIMINARY})


def _status(form: TableForm) -> int:
    return 422 if form.is_bound and form.errors else 200


def _gone_through(
    request: Request, form: TableForm, about: dict[str, Any], back: str
) -> Comparison | HttpResponse | None:
    """The table held against what is stored, the answer after it was stored, or None where there is none to show."""
    if not form.is_valid():
        return None
    try:
        comparison = _compared(request, form, about)
        if request.POST.get("do") == "marked":
            return _file(marked(comparison.table, comparison.lines), "can-sua.xlsx")
        if request.POST.get("do") == "store":
            return _stored(request, comparison, back)
    except ValidationError as error:
        form.add_error("table", error)
        return _again(request, form, about)
    return comparison


def _again(request: Request, form: TableForm, about: dict[str, Any]) -> Comparison | None:
    """The table as it stands by now; None where it cannot be read at all."""
    try:
        return _compared(request, form, about)
    except ValidationError:
        return None


def _compared(request: Request, form: TableForm, about: dict[str, Any]) -> Comparison:
    said, sent = form.cleaned_data, request.POST
    numbers = [name.removeprefix(REASON) for name in sent if name.startswith(REASON)]
    reasons = {
        int(number): sent[f"{REASON}{number}"].replace("\x00", "").strip()[:500]
        for number in numbers
        if is_key(number)
    }
    facts = {name: said[name] for name in ("nature", "source", "answer", "convert")}
    held = About(**about, **facts, today=request.today, reasons=reasons)
    comparison = Comparison(table_of(form.rows, held.first), held)
    if not comparison.lines:
        raise ValidationError(_nothing())
    return comparison


def _stored(request: Request, comparison: Comparison, back: str) -> HttpResponse:
    seen = [int(each) for each in request.POST.getlist("seen") if is_key(each)]
    done = store(comparison=comparison, seen=seen, actor=request.user, now=timezone.now())
    words = ngettext("%(n)d figure is stored.", "%(n)d figures are stored.", done)
    messages.success(request, words % {"n": done})
    return redirect(back)


def _nothing() -> str:
    return _("No row has a figure. A blank cell changes nothing.")


@require_safe
@page(READ)
def template(request: Request, pk: int) -> HttpResponse:
    """The form of one indicator as an .xlsx file, years down."""
    indicator = _typed_in(request, pk)
    content = of_indicator(indicator, by_year(indicator), request.today.year)
    return _file(content, f"{indicator.code}.xlsx")


@require_safe
@page(READ)
def template_many(request: Request) -> HttpResponse:
    """The form of an office for a period as an .xlsx file, indicators down."""
    asked = _asked(request)
    if not asked.is_valid():
        return redirect("indicators:paste_many")
    period = asked.cleaned_data["period"]
    indicators = _indicators_of(asked.cleaned_data["office"].pk)
    before = newest_of([row.pk for row in indicators], period)
    return _file(of_office(indicators, period, before), "so-lieu.xlsx")


def _file(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)
