"""A page, or only the part of it that htmx asked for."""

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils.cache import patch_vary_headers


def render_page(
    request: HttpRequest, template: str, context: dict, *, partial: str = "", status: int = 200
) -> HttpResponse:
    """Render the whole page, or only `partial` when htmx asks to fill the element of that id.

    The name of the partial is the id of the element it fills, and it is chosen by the view: a
    client can ask for less of a page, never for another part. A page with a refused form is
    rendered with status 422.
    """
    if partial and asked_for(request, partial):
        template = f"{template}#{partial}"
    response = HttpResponse(loader.render_to_string(template, context, request), status=status)
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response


def asked_for(request: HttpRequest, partial: str) -> bool:
    """Whether htmx asks only for the part that fills the element `partial`."""
    htmx = getattr(request, "htmx", None)
    return bool(htmx and htmx.target == partial and not htmx.history_restore_request)


def missing(request: HttpRequest, name: str) -> HttpResponse:
    """The page for a file that belongs here and is not on this machine: 404, and what to do."""
    words = loader.render_to_string("missing_file.html", {"name": name}, request)
    return HttpResponse(words, status=404)
