"""The pages of reminders that a person may open, as tabs."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from tiendo.accounts.access import Request
from tiendo.accounts.rights import NUDGE, READ, READ_REMINDERS, SET_REMINDERS


def tabs_of(request: Request) -> list[dict[str, Any]]:
    """The tabs, the page one is on marked."""
    places = (
        ("mine", READ, _("Reminders")),
        ("calendars", READ, _("Calendar on the phone")),
        ("text", NUDGE, _("Text for Zalo")),
        ("rules", SET_REMINDERS, _("When people are reminded")),
        ("log", READ_REMINDERS, _("What was sent")),
    )
    match = request.resolver_match
    here = match.url_name if match else ""
    return [
        {"url": reverse(f"reminders:{name}"), "label": label, "current": name == here}
        for name, right, label in places
        if request.standing.may(right)
    ]
