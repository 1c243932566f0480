"""The calendar: a month of what falls due, as a table and as a list."""

from datetime import date
from urllib.parse import urlencode

from django.http import HttpResponse

from tiendo.accounts.access import Request, page
from tiendo.accounts.rights import READ
from tiendo.desk.calendar import Asked, Month, month_of, read_month
from tiendo.progress.rounds.posted import number_in
from tiendo.ui.render import render_page
from tiendo.ui.weeks import first_of


@page(READ)
def calendar(request: Request) -> HttpResponse:
    """What falls due in a month; of one's own offices unless another is asked for."""
    asked = Asked(
        month=read_month(request.GET.get("month", ""), request.today),
        office=number_in(request.GET.get("office")) or None,
        plan=number_in(request.GET.get("plan")) or None,
    )
    month = month_of(asked, request.standing, request.today)
    context = {
        "month": month,
        "before": _address(month, month.before),
        "after": _address(month, month.after),
        "present": _address(month, first_of(request.today)),
        "is_present": month.first == first_of(request.today),
    }
    return render_page(request, "desk/calendar.html", context)


def _address(month: Month, first: date | None) -> str:
    """The address of another month, narrowed alike; "" for none."""
    if first is None:
        return ""
    facts = {"month": f"{first:%Y-%m}", "office": month.asked.office, "plan": month.asked.plan}
    return "?" + urlencode({name: value for name, value in facts.items() if value})
