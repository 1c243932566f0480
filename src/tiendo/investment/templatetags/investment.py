"""What pages of investment show besides the facts: the way of a case as a line of steps, incentives of a project."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tiendo.accounts.clock import today
from tiendo.investment.clock import State
from tiendo.investment.models import CallProject, Incentive, InvestorCase
from tiendo.investment.timing import way_of
from tiendo.registers.register import REGISTERS

register = template.Library()
# How a step looks by how it stands: the colour of its dot, its picture, the words.
LOOKS = {
    State.TO_COME: ("", "dotted", _("to come")),
    State.RUNNING: ("t-acc", "clock", _("running")),
    State.STOPPED: ("t-gold", "hourglass", _("stands: the investor supplements")),
    State.OVERDUE: ("t-bad", "alert", _("overdue")),
    State.DONE: ("t-ok", "done", _("done")),
    State.DONE_LATE: ("t-warn", "done-late", _("done late")),
}


@register.inclusion_tag("investment/way.html", takes_context=True)
def case_way(context: dict[str, Any], row: InvestorCase) -> dict[str, Any]:
    """The steps of a case as a line, with who holds it, its clocks and its pauses."""
    way = way_of(row, today())
    return {
        "case": row,
        "way": way,
        "steps": [(each, *LOOKS[each.state]) for each in way.steps],
        "writes": context["writes"],
        "stepping": REGISTERS["buoc-ho-so-dau-tu"],
        "pauses": REGISTERS["bo-sung-ho-so"],
    }


@register.inclusion_tag("investment/around.html")
def call_around(row: CallProject) -> dict[str, Any]:
    """The incentives that fit a project today, and where its investors' cases are listed."""
    return {
        "project": row,
        "incentives": list(Incentive.objects.fitting(row, today()).select_related("base")),
        "incentive_register": REGISTERS["uu-dai-dau-tu"],
        "cases": row.cases.count(),
        "cases_url": f"{reverse('registers:rows', args=[REGISTERS['ho-so-dau-tu']])}?call={row.pk}",
    }
