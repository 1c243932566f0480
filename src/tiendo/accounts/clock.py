"""The one place that reads the clock; only views and commands ask it."""

from datetime import date

from django.conf import settings
from django.utils import timezone


def today() -> date:
    """The day in Vietnam, or the day that TIENDO_TODAY puts in its place for practice and browser tests."""
    if settings.TODAY:
        return date.fromisoformat(settings.TODAY)
    return timezone.localdate()
