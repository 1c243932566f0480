"""The size of type, and the page that shows every component once."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from tiendo.ui import samples
from tiendo.ui.charts import timeline
from tiendo.ui.charts.picture import picture
from tiendo.ui.charts.small import multiples, spark
from tiendo.ui.icons import ICONS

TYPE_COOKIE = "tiendo_type"
A_YEAR = 365 * 24 * 3600


@require_POST
def type_size(request: HttpRequest) -> HttpResponse:
    """Remember the size of type on this device and go back to the page."""
    target = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure()):
        target = "/"
    response = HttpResponseRedirect(target)
    if request.POST.get("size") == "larger":
        response.set_cookie(
            TYPE_COOKIE, "larger", A_YEAR, secure=request.is_secure(), httponly=True, samesite="Lax"
        )
    else:
        response.delete_cookie(TYPE_COOKIE)
    return response


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Every component once, for those who build pages."""
    form = samples.SampleForm(samples.TYPED)
    chart = samples.timeline()
    context = {
        "groups": samples.states(),
        "form": form,
        "page": Paginator(range(187), 10).get_page(request.GET.get("page", 2)),
        "tabs": samples.TABS,
        "icons": list(ICONS),
        "timeline": timeline.wide(chart),
        "axis": timeline.strip_axis(chart),
        "strips": [(row, timeline.strip(row, chart)) for row in chart.rows],
        "key": [(state, timeline.key(state)) for state in timeline.MARKS],
        "charts": [(chart, picture(chart), spark(chart)) for chart in samples.charts()],
        "many": multiples(samples.many()),
    }
    return render(request, "ui/components.html", context)
