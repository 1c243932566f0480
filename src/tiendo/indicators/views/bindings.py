"""Saying how a target is judged, and the verdict on one in words."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import DEFINE_INDICATORS
from tiendo.indicators import services
from tiendo.indicators.forms.bindings import BindingForm, VerdictForm, proposed
from tiendo.indicators.judged import binding_of
from tiendo.indicators.judging.values import Form
from tiendo.indicators.models import Binding, WrittenVerdict
from tiendo.plans.models import Target
from tiendo.registers.fields import is_key
from tiendo.ui.render import render_page


def _target(request: Request, pk: int) -> Target:
    rows = reach(Target.objects.all(), request.standing).select_related(
        "plan", "binding__indicator"
    )
    return get_object_or_404(rows, pk=pk)


@require_http_methods(["GET", "POST"])
@page(DEFINE_INDICATORS)
def bind(request: Request, pk: int) -> HttpResponse:
    """Say by which indicator and how a target is judged; `?chi-so=` is one that was made for it."""
    target = _target(request, pk)
    binding = binding_of(target)
    initial = proposed(target, binding)
    made = request.GET.get("chi-so", "")
    initial |= {"indicator": made} if is_key(made) else {}
    sent = request.POST if request.method == "POST" else None
    form = BindingForm(sent, target=target, binding=binding, initial=initial)
    if form.is_valid() and _bound(request, form, target):
        _tell(request, form.stored())
        return redirect("dashboard:target", target.pk)
    context = {"target": target, "form": form, "binding": binding}
    status = 422 if form.is_bound else 200
    return render_page(request, "indicators/bind.html", context, status=status)


@transaction.atomic
def _write(request: Request, form: BindingForm, target: Target) -> None:
    services.bind(binding=form.stored(), waypoints=form.waypoints, actor=request.user)
    services.serve(target=target, tasks=form.cleaned_data["tasks"], actor=request.user)


def _bound(request: Request, form: BindingForm, target: Target) -> bool:
    try:
        _write(request, form, target)
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True


def _tell(request: Request, binding: Binding) -> None:
    """Say that it is stored, and what is still missing to judge growth."""
    messages.success(request, _("Stored how the target is judged."))
    base, indicator = binding.base_year, binding.indicator
    if binding.form != Form.MEAN_GROWTH or not base or not indicator:
        return
    if binding.base_value is None and not indicator.observations.filter(year=base).exists():
        words = _(
            "There is no figure of the base year %(year)s yet: growth is judged once it is there."
        )
        messages.warning(request, words % {"year": base})


@require_http_methods(["GET", "POST"])
@page(DEFINE_INDICATORS)
def verdict(request: Request, pk: int) -> HttpResponse:
    """Write what is said of a target in words."""
    target = _target(request, pk)
    sent = request.POST if request.method == "POST" else None
    form = VerdictForm(sent, today=request.today, initial={"day": request.today})
    in_words = _is_in_words(target)
    if form.is_valid() and not in_words:
        form.add_error(None, _("This target is judged by figures; a verdict is not written."))
    if form.is_valid() and _written(request, form, target):
        messages.success(request, _("The verdict is stored."))
        return redirect("dashboard:target", target.pk)
    rows = target.verdicts.select_related("by")
    context = {"target": target, "form": form, "in_words": in_words, "verdicts": rows}
    status = 422 if form.is_bound else 200
    return render_page(request, "indicators/verdict.html", context, status=status)


def _is_in_words(target: Target) -> bool:
    binding = binding_of(target)
    return binding.form == Form.WORDS if binding else target.low is None


def _written(request: Request, form: VerdictForm, target: Target) -> bool:
    said: dict[str, Any] = form.cleaned_data
    try:
        row = WrittenVerdict(target=target, **said)
        services.write_verdict(verdict=row, actor=request.user, now=timezone.now())
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True
