"""What of a report's difficulties stands in their register."""

from typing import Any

from django import template

from tiendo.difficulties.registers import DIFFICULTIES
from tiendo.progress.models import SAID, Report
from tiendo.progress.raising.services import may_raise

register = template.Library()


@register.inclusion_tag("progress/raised.html", takes_context=True)
def raised(context: dict[str, Any], report: Report) -> dict[str, Any]:
    """The rows that were taken over from a report (fetched with `raised__difficulty`), and whether one may be."""
    request = context["request"]
    known = [each.difficulty for each in report.raised.all()]
    writable = report.state in SAID and not context.get("looking_back")
    return {
        "report": report,
        "register": DIFFICULTIES,
        "rows": [
            (row, row.stage(request.today)) for row in known if row.received_on <= request.today
        ],
        "may_raise": writable and may_raise(request.standing, report),
    }
