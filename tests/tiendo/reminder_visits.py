"""The pages of reminders over the worked example."""

from datetime import date, datetime

from django.utils import timezone

from tiendo.accounts.models import User
from tiendo.desk.models import Notice
from tiendo.desk.reminders import services

PLAIN = tuple(f"reminders:{name}" for name in ("mine", "log", "rules", "text", "calendars"))
WITHOUT_ROW = {"reminders:wish", "reminders:take"}
BUTTONS = WITHOUT_ROW | {"reminders:end"}
FILES = ("reminders:feed",)


def remind_people(coordinator: User, day: date) -> None:
    """Everybody was reminded on that day; the coordinator too, and has a calendar."""
    here = timezone.get_default_timezone()
    now = datetime(day.year, day.month, day.day, 7, tzinfo=here)
    services.remind(locality=coordinator.locality, today=day, now=now)
    told = Notice.objects.exclude(user=coordinator).first()
    if told:
        facts = {"lines": told.lines, "made_at": now, "failure": "450 busy", "tried_at": now}
        Notice.objects.update_or_create(user=coordinator, day=day, defaults=facts)
    services.open_feed(user=coordinator, agency=None, now=now)
