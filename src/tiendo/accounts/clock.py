"""The one place that reads the clock; only views and commands ask it."""

from datetime import date

from django.apps import apps
from django.conf import settings
from django.utils import timezone


class ClockRefused(Exception):
    """TIENDO_TODAY may not stand for today; the message says why and what to do."""


def today() -> date:
    """The day in Vietnam, or the day that TIENDO_TODAY puts in its place for practice and browser tests."""
    if settings.TODAY:
        return date.fromisoformat(settings.TODAY)
    return timezone.localdate()


def refuse_moved_clock() -> None:
    """Raise ClockRefused when TIENDO_TODAY is no day, or when a locality here works in earnest.

    Asked once, by what starts the product: a report dated by a moved clock could not be told from a real one.
    """
    if not settings.TODAY:
        return
    try:
        date.fromisoformat(settings.TODAY)
    except ValueError as error:
        raise ClockRefused(
            f"TIENDO_TODAY={settings.TODAY} không phải là ngày. Viết như 2026-03-31, hoặc bỏ trống.\n"
            f"TIENDO_TODAY={settings.TODAY} is no day. Write it like 2026-03-31, or leave it out."
        ) from error
    # Looked up by name: the web server imports this module before the models are loaded.
    earnest = apps.get_model("agencies", "Locality").objects.filter(practice=False).first()
    if earnest is not None:
        raise ClockRefused(
            f"“{earnest}” là địa phương làm việc thật: không được đổi ngày. Bỏ TIENDO_TODAY.\n"
            f"“{earnest}” works in earnest: its day may not be moved. Leave TIENDO_TODAY out."
        )
