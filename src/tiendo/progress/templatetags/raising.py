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
    return {
        "report": report,
        "register": DIFFICULTIES,
        "rows": [
            (each.difficulty, each.difficulty.stage(request.today)) for each in report.raised.all()
        ],
        "may_raise": may_raise(request.standing, report) and report.state in SAID,
    }
