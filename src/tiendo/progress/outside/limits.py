"""How often links that do not work may be tried from one place: nobody guesses a code."""

from datetime import datetime

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

MOST = 30  # in an hour
HOUR = 3600  # seconds


def is_stopped(request: HttpRequest, now: datetime) -> bool:
    """Whether too many links that do not work were tried from this address within the hour."""
    return int(cache.get(_place(request, now), 0)) >= MOST


def count(request: HttpRequest, now: datetime) -> None:
    """Note that a link did not work."""
    place = _place(request, now)
    cache.set(place, int(cache.get(place, 0)) + 1, HOUR)


def _place(request: HttpRequest, now: datetime) -> str:
    return f"outside:{get_adapter().get_client_ip(request)}:{now:%Y%m%d%H}"
