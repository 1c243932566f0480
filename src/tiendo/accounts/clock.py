"""The one place that reads the clock; only views and commands ask it."""

from datetime import date, datetime

from django.apps import apps
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _


class ClockRefused(Exception):
    """TIENDO_TODAY may not stand for today; the message says why and what to do."""


def today() -> date:
    """The day in Vietnam, or the day that TIENDO_TODAY puts in its place for practice and browser tests."""
    if settings.TODAY:
        return date.fromisoformat(settings.TODAY)
    return timezone.localdate()


def moment() -> datetime:
    """The present moment; where TIENDO_TODAY stands for today, the hour of the clock on that day."""
    now = timezone.localtime()
    return datetime.combine(today(), now.timetz()) if settings.TODAY else now


def day_asked(request: HttpRequest) -> date:
    """The day on which a page is to be seen: `?ngay=2024-06-30` for those who may look back, else today.

    What is no day, and a day to come, is refused with a sentence on the page, which then shows today; so is
    a day asked for by somebody who may not look back. `request.standing` must be known.
    """
    words = request.GET.get("ngay", "")
    present = today()
    if not words:
        return present
    try:
        day = date.fromisoformat(words)
    except ValueError:
        refusal = _("“%(day)s” is no day; write it like 2024-06-30. This page shows today.")
    else:
        if not request.standing.looks_back:  # type: ignore[attr-defined]
            refusal = _("Your role does not look back to “%(day)s”. This page shows today.")
        elif day > present:
            refusal = _("“%(day)s” has not come yet. This page shows today.")
        else:
            return day
    messages.error(request, refusal % {"day": words[:20]})
    return present


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
