"""The page of one indicator."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from tiendo.accounts.access import Request, page
from tiendo.accounts.rights import (
    DEFINE_INDICATORS,
    GIVE_ALL_FIGURES,
    READ,
    READ_HISTORY,
)
from tiendo.history.models import Action, Change
from tiendo.history.personal import named
from tiendo.history.services import changes_of
from tiendo.indicators.models import Definition, Indicator
from tiendo.indicators.record import Record
from tiendo.indicators.scope import found_in, gives
from tiendo.registers.fields import is_key
from tiendo.ui.render import render_page

MOST_CHANGES = 15
SILENT = {"fold", "frozen_at", "indicator_id", "number"}


@require_safe
@page(READ)
def indicator(request: Request, pk: int) -> HttpResponse:
    """What it means, its figures with who gave them, and who uses it."""
    found = found_in(request, pk)
    said = request.GET.get("nam", "")
    record = Record(found, request.today, int(said) if is_key(said) else None)
    may_give = gives(request.standing, found)
    context = {
        "indicator": found,
        "record": record,
        "may_give": may_give and record.is_entered,
        "may_choose": request.standing.may(GIVE_ALL_FIGURES),
        "may_define": request.standing.may(DEFINE_INDICATORS),
        "changes": _changes(record) if may_give or request.standing.may(READ_HISTORY) else [],
    }
    return render_page(request, "indicators/indicator.html", context)


def _changes(record: Record) -> list[tuple[Change, list[str]]]:
    """The newest changes of the indicator and its definitions, each with what the fields are called."""
    rows = [record.indicator, *record.versions]
    newest = named(changes_of(rows)[:MOST_CHANGES])
    labels = {
        field.attname: str(field.verbose_name)
        for model in (Definition, Indicator)
        for field in model._meta.concrete_fields
        if field.attname not in SILENT
    }
    return [
        (each, [labels[name] for name in each.fields if name in labels])
        if each.action == Action.CHANGE
        else (each, [])
        for each in newest
    ]
