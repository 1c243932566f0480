"""The table of when people are reminded."""

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from tiendo.accounts.access import Request, page
from tiendo.accounts.rights import SET_REMINDERS
from tiendo.accounts.slips import can_mail
from tiendo.desk.reminders import scheduler, services
from tiendo.desk.reminders.digest import table_of
from tiendo.desk.reminders.forms import rule_forms
from tiendo.desk.reminders.places import tabs_of
from tiendo.ui.render import render_page


@page(SET_REMINDERS)
def rules(request: Request) -> HttpResponse:
    """A row for each audience; what is changed holds from the next morning."""
    forms = rule_forms(table_of(request.standing.locality_id), _posted(request))
    bound = forms[0].is_bound
    wrong = [form for form in forms if form.errors]  # each is asked: all mistakes are shown at once
    if bound and not wrong:
        table = {form.whom: form.days() for form in forms}
        services.write_rules(locality=request.user.locality, table=table, actor=request.user)
        messages.success(request, _("The table is kept; it holds from the next morning."))
        return redirect("reminders:rules")
    context = {
        "tabs": tabs_of(request),
        "forms": forms,
        "has_errors": bound,
        "hour": scheduler.hour(),
        "can_mail": can_mail(),
    }
    return render_page(request, "reminders/rules.html", context, status=422 if bound else 200)


def _posted(request: Request) -> QueryDict | None:
    return request.POST if request.method == "POST" else None
