"""Back to the page a button was pressed on."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def came_from(request: HttpRequest, otherwise: str = "/") -> str:
    """The address a form names in `next`, or `otherwise` where it names none, or one outside the product."""
    target = request.POST.get("next", "")
    host = {request.get_host()}
    inside = url_has_allowed_host_and_scheme(target, host, request.is_secure())
    # `redirect` takes what begins otherwise for the name of a page.
    return target if inside and target.startswith("/") else otherwise
