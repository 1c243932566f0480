"""Reminders, their rules and log, text to paste, calendars."""

from tests.tiendo import samples
from tests.tiendo.page_rights import EVERYBODY, NOBODY, Arguments, Rule, Table
from tests.tiendo.visits import TODAY, Ground
from tiendo.agencies.models import Agency
from tiendo.desk.models import CalendarFeed

BUT_AUDITORS = "CRHLV.A"

RULES = (
    Rule(
        "Everybody with a role sees what they were reminded of, and their calendars.",
        EVERYBODY,
        ("reminders:mine", "reminders:calendars"),
    ),
    Rule(
        "Everybody but an auditor says how they want to be told, and takes a calendar.",
        BUT_AUDITORS,
        ("reminders:wish", "reminders:take"),
        post=True,
    ),
    Rule(
        "Nobody ends the calendar of somebody else, or is even told that there is one.",
        NOBODY,
        ("reminders:end feed",),
        post=True,
        hidden=True,
    ),
    Rule(
        "Coordinator, auditor and administrator read who was reminded of what.",
        "C....DA",
        ("reminders:log",),
    ),
    Rule(
        "Coordinator and administrator say when people are reminded.",
        "C.....A",
        ("reminders:rules",),
    ),
    Rule(
        "Coordinator and leader take the text to paste into a chat.",
        "C..L...",
        ("reminders:text",),
    ),
)


def feed(_ground: Ground, office: Agency) -> Arguments:
    facts = {"key": "k" * 32, "made_at": f"{TODAY}T08:00:00+07:00"}
    return (CalendarFeed.objects.create(user=samples.person("viewer", office), **facts).pk,)


TABLE = Table(RULES, {"feed": feed})
