"""What is settled before any page: how much may be sent, and the language of the answer.

The language is the one chosen by a click, else Vietnamese. Django's own middleware would follow the
browser, and many office browsers say "English" without anybody having wished for it.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import patch_vary_headers

MEGABYTE = 1_000_000


def bounded_request(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Refuse what is larger than any form takes, before a byte of it is read or written anywhere."""

    def answer(request: HttpRequest) -> HttpResponse:
        announced = request.META.get("CONTENT_LENGTH") or "0"
        if not announced.isdecimal() or int(announced) > settings.LARGEST_REQUEST:
            limit = settings.LARGEST_REQUEST // MEGABYTE
            page = render_to_string("413.html", {"limit": limit}, request)
            return HttpResponse(page, status=413, headers={"Connection": "close"})
        return get_response(request)

    return answer


def chosen_language(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answer every request in the language of its cookie."""

    def answer(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = get_response(request)
        patch_vary_headers(response, ["Cookie"])
        response.headers.setdefault("Content-Language", language)
        return response

    return answer
