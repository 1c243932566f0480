"""Saying what is measured: a new indicator, and a change of one."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import ModelForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import DEFINE_INDICATORS
from tiendo.indicators import services
from tiendo.indicators.forms.definitions import DefinitionForm, IndicatorForm
from tiendo.indicators.models import Definition, Indicator
from tiendo.indicators.scope import found_in
from tiendo.plans.models import Target
from tiendo.registers.fields import is_key
from tiendo.ui.render import render_page


@require_http_methods(["GET", "POST"])
@page(DEFINE_INDICATORS)
def add(request: Request) -> HttpResponse:
    """A new indicator; `?chi-tieu=` fills in what the words of a target say, and leads back to how it is judged."""
    target = _target(request)
    indicator = Indicator(locality_id=request.standing.locality_id)
    given = _said_by(target) if target else {}
    forms = _forms(request, indicator, Definition(), given)
    if _stored(request, *forms):
        messages.success(request, _("The indicator is there: %(name)s") % {"name": indicator})
        back = f"{reverse('indicators:bind', args=[target.pk])}?chi-so=" if target else ""
        if back:
            return redirect(f"{back}{indicator.pk}")
        return redirect("indicators:indicator", indicator.pk)
    context = {"forms": forms, "indicator": None, "target": target}
    status = 422 if forms[0].is_bound else 200
    return render_page(request, "indicators/edit.html", context, status=status)


@require_http_methods(["GET", "POST"])
@page(DEFINE_INDICATORS)
def edit(request: Request, pk: int) -> HttpResponse:
    """Another name, office or definition; where figures stand on the definition, a new version of it."""
    indicator = found_in(request, pk)
    newest = max(indicator.definitions.all(), key=lambda each: each.number)
    forms = _forms(request, indicator, newest, {})
    if _stored(request, *forms):
        messages.success(request, _("Saved: %(name)s") % {"name": indicator})
        return redirect("indicators:indicator", indicator.pk)
    stored = Indicator.objects.get(pk=indicator.pk)
    context = {"forms": forms, "indicator": stored, "frozen": newest.frozen_at is not None}
    status = 422 if forms[0].is_bound else 200
    return render_page(request, "indicators/edit.html", context, status=status)


def _target(request: Request) -> Target | None:
    said = request.GET.get("chi-tieu", "")
    if not is_key(said):
        return None
    return get_object_or_404(reach(Target.objects.all(), request.standing), pk=said)


def _said_by(target: Target) -> dict[str, Any]:
    """What the words of a target say of what it is measured by."""
    return {
        "name": target.indicator[:300],
        "unit": target.unit[:60],
        "price_basis": target.price_basis[:60],
        "share": target.unit.strip() == "%" and not target.average,
        "direction": "down" if target.comparator == "<=" else "up",
    }


def _forms(
    request: Request, indicator: Indicator, definition: Definition, given: dict[str, Any]
) -> tuple[IndicatorForm, DefinitionForm]:
    sent = request.POST if request.method == "POST" else None
    first = IndicatorForm(sent, instance=indicator, initial=given)
    return first, DefinitionForm(sent, instance=definition, initial=given)


def _stored(request: Request, first: IndicatorForm, second: DefinitionForm) -> bool:
    if not first.is_bound or not (first.is_valid() & second.is_valid()):
        return False
    second.refuse_formula(first.instance)
    if second.errors:
        return False
    try:
        _write(request, first, second)
    except ValidationError as error:
        _place(error, first, second)
        return False
    return True


def _place(error: ValidationError, *forms: ModelForm) -> None:
    """Let each sentence stand at its field, or above the form where no field is called so."""
    said = error.error_dict if hasattr(error, "error_dict") else {"": [error]}
    for name, words in said.items():
        form = next((each for each in forms if name in each.fields), None)
        (form or forms[0]).add_error(name if form else None, words)


@transaction.atomic
def _write(request: Request, first: IndicatorForm, second: DefinitionForm) -> None:
    new, said = first.instance, second.instance
    stored = Definition.objects.filter(pk=said.pk).first()
    services.define(indicator=new, definition=stored or said, actor=request.user)
    changed = second.makes_version if said.frozen_at else second.has_changed()
    if stored and changed:
        services.redefine(definition=said, actor=request.user)
