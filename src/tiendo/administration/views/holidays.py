"""The working days of a year: public holidays, days given off, Saturdays that are made up."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import MANAGE_WORKDAYS, READ
from tiendo.administration.holiday_forms import HolidayForm, ProposalsForm
from tiendo.administration.months import months_of
from tiendo.agencies.holidays import confirm, still_open, write_holiday, years_with_days
from tiendo.agencies.models import Holiday, HolidayKind
from tiendo.agencies.proposals import YEARS, proposed
from tiendo.history import services as history
from tiendo.ui.render import render_page


@require_safe
@page(READ)
def holidays(request: Request) -> HttpResponse:
    """The days of one year that differ from the week, and what is proposed for it."""
    asked = request.GET.get("nam", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else request.today.year
    return _page(request, year if year in YEARS else request.today.year)


def _page(
    request: Request, year: int, form: HolidayForm | None = None, problem: str = ""
) -> HttpResponse:
    days = list(_days(request).filter(day__year=year))
    context: dict[str, Any] = {
        "year": year,
        "years": sorted({year, *years_with_days(request.standing.locality_id, request.today)}),
        "days": days,
        "off": sum(row.kind == HolidayKind.OFF for row in days),
        "months": months_of(year, days, request.today),
        "proposals": still_open(proposed(year), days),
        "form": form or HolidayForm(holiday=Holiday()),
        "problem": problem,
        "may_manage": request.standing.may(MANAGE_WORKDAYS),
    }
    status = 422 if problem or (form and form.is_bound) else 200
    return render_page(request, "administration/holidays/year.html", context, status=status)


@require_POST
@page(MANAGE_WORKDAYS)
def add_holiday(request: Request) -> HttpResponse:
    """One more day that differs from the week."""
    holiday = Holiday(locality_id=request.standing.locality_id)
    form = HolidayForm(request.POST, holiday=holiday)
    if _stored(form, holiday, request):
        return _to_year(holiday.day.year)
    return _page(request, request.today.year, form)


@page(MANAGE_WORKDAYS)
def change_holiday(request: Request, pk: int) -> HttpResponse:
    """One day of the table, changed."""
    holiday = get_object_or_404(_days(request), pk=pk)
    year, name = holiday.day.year, str(holiday)
    form = HolidayForm(request.POST or None, holiday=holiday)
    if _stored(form, holiday, request):
        return _to_year(holiday.day.year)
    context = {"form": form, "pk": pk, "year": year, "name": name}
    status = 422 if form.is_bound else 200
    return render_page(request, "administration/holidays/change.html", context, status=status)


def _stored(form: HolidayForm, holiday: Holiday, request: Request) -> bool:
    """Whether what was typed is in the table now; else the form says why not."""
    if not form.is_valid():
        return False
    for name, value in form.cleaned_data.items():
        setattr(holiday, name, value)
    try:
        write_holiday(holiday=holiday, actor=request.user)
    except ValidationError as error:
        form.add_error(None, error)
        return False
    messages.success(request, _("%(day)s is saved.") % {"day": f"{holiday.day:%d/%m/%Y}"})
    return True


@require_POST
@page(MANAGE_WORKDAYS)
def delete_holiday(request: Request, pk: int) -> HttpResponse:
    """Take a day out of the table: the week counts again."""
    holiday = get_object_or_404(_days(request), pk=pk)
    history.delete(holiday, actor=request.user)
    words = _("%(day)s is out of the table; for 30 days it can be put back.")
    messages.success(request, words % {"day": f"{holiday.day:%d/%m/%Y}"})
    return _to_year(holiday.day.year)


@require_POST
@page(MANAGE_WORKDAYS)
def confirm_holidays(request: Request, year: int) -> HttpResponse:
    """Put the ticked proposals into the table."""
    if year not in YEARS:
        raise Http404
    form = ProposalsForm(request.POST, proposals=proposed(year))
    if not form.is_valid():
        return _page(request, year, problem=_("Tick the days that offices here keep."))
    done = confirm(locality=request.user.locality, proposals=form.chosen(), actor=request.user)
    words = ngettext("%(n)d day is confirmed.", "%(n)d days are confirmed.", done)
    messages.success(request, words % {"n": done})
    return _to_year(year)


def _days(request: Request) -> QuerySet[Holiday]:
    return reach(Holiday.objects.all(), request.standing)


def _to_year(year: int) -> HttpResponse:
    return redirect(f"{reverse('administration:holidays')}?nam={year}")
