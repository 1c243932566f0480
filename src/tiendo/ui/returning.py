"""Back to the page a button was pressed on."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def came_from(request: HttpRequest, otherwise: str = "/") -> str:
    """The address a form names in `next`, or `otherwise` where it names none, or one outside the product."""
    target = request.POST.get("next", "")
    inside = url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure())
    return target if inside else otherwise
