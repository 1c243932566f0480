"""The page of a target by commune."""

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
from tiendo.ui.charts.small import Small, multiples
from tiendo.ui.render import render_page


@page(READ)
def places(request: Request, pk: int) -> HttpResponse:
    """A target by commune: a table, the worst first; small charts with one axis; a sketch of one year."""
    back = look_back(request)
    target = found_target(pk, request.standing, request.today, back=back)
    found = by_commune(target, request.today, asked_year(request), back=back)
    context = {
        "target": target,
        "plan": target.plan,
        "line": Line(found.judged),
        "by": found,
        "small": small_ones(found),
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


def small_ones(by: ByCommune) -> list[Small]:
    """The charts of all communes that have a figure in the years shown, with one axis, the worst first."""
    unit = by.definition.unit if by.definition else ""
    some = [each for each in by.here() if any(each.cell(y).value is not None for y in by.columns)]
    return multiples(
        [small_chart(bare_area(each.name), unit, by.columns, each.figures) for each in some]
    )
