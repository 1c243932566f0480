"""The page of a target by commune."""

from dataclasses import replace

from django.http import HttpResponse

from tiendo.accounts.access import Request, page
from tiendo.accounts.rights import READ
from tiendo.progress.dashboard.pictures import small_chart
from tiendo.progress.dashboard.places import ByCommune, by_commune, how_to_begin
from tiendo.progress.dashboard.reading import Line
from tiendo.progress.dashboard.shades import shaded
from tiendo.progress.dashboard.views import found_target, may
from tiendo.progress.looking_back import look_back
from tiendo.registers.columns import bare_area
from tiendo.ui.charts.chart import Chart
from tiendo.ui.charts.plane import FEW, ends_without_zero
from tiendo.ui.charts.small import multiples
from tiendo.ui.render import render_page


@page(READ)
def places(request: Request, pk: int) -> HttpResponse:
    """A target by commune: a table, the worst first; small charts with one axis; a sketch of one year."""
    back = look_back(request)
    target = found_target(pk, request.standing, request.today, back=back)
    found = by_commune(target, request.today, asked_year(request), back=back)
    charts = small_charts(found)
    context = {
        "target": target,
        "plan": target.plan,
        "line": Line(found.judged),
        "by": found,
        "small": multiples(charts),
        "without_zero": bool(charts and ends_without_zero(charts[0], FEW)),
        "shaded": shaded(found),
        "begin": how_to_begin(found.definition),
        "looking_back": back,
        **may(request, found.judged, back=back),
    }
    return render_page(request, "dashboard/places.html", context)


def asked_year(request: Request) -> int | None:
    """The year that is asked for; None for words that are none."""
    said = request.GET.get("nam", "")
    return int(said) if said.isdecimal() and len(said) == 4 else None


def small_charts(by: ByCommune) -> list[Chart]:
    """The charts of all communes that have a figure in the years shown, with one axis, the worst first."""
    found = [
        small_chart(bare_area(each.name), by.judged, by.columns, each.figures) for each in by.here()
    ]
    found = [chart for chart in found if not chart.is_empty]
    amounts = [amount for chart in found for amount in chart.amounts()]
    return [replace(chart, covers=(min(amounts), max(amounts))) for chart in found]
