"""The calendars of people and offices, at addresses that hold a secret and need no session."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import constant_time_compare, salted_hmac

from tiendo.accounts.access import standing_of
from tiendo.accounts.charges import in_charge_of
from tiendo.accounts.models import User
from tiendo.accounts.rights import NUDGE, REPORT, Standing
from tiendo.agencies.models import Agency
from tiendo.desk.models import CalendarFeed
from tiendo.desk.reminders.calendar import Event, written
from tiendo.desk.reminders.digest import KINDS
from tiendo.progress.due import Due, dues_of, of_person

AHEAD = timedelta(days=400)


def token_of(feed: CalendarFeed) -> str:
    """The secret part of the address: it cannot be told from what the database holds."""
    value = f"{feed.pk}.{feed.key}"
    return salted_hmac("tiendo.desk.feeds", value, algorithm="sha256").hexdigest()[:40]


def path_of(feed: CalendarFeed) -> str:
    """The path at which the calendar is fetched."""
    return reverse("reminders:feed", args=[feed.pk, token_of(feed)])


def find(pk: int, token: str) -> CalendarFeed | None:
    """The calendar at an address, of a person whose account is open; None when the secret is wrong."""
    row = CalendarFeed.objects.select_related("user", "agency").filter(pk=pk).first()
    if row is None or not row.user.is_active or not constant_time_compare(token_of(row), token):
        return None
    return row


def offices_of(user: User, standing: Standing, today: date) -> QuerySet[Agency]:
    """The offices whose calendar a person may have: his own, those in his charge, all for who asks them to report."""
    rows = Agency.objects.in_force(today).filter(locality=standing.locality_id)
    if standing.may(NUDGE):
        return rows
    own = {agency for _role, agency in standing.roles} | in_charge_of(user, today)
    return rows.filter(Q(pk__in=own))


def content(feed: CalendarFeed, today: date, now: datetime) -> str | None:
    """The calendar in words of iCalendar; None when the person no longer has a role that gives it."""
    standing = standing_of(feed.user, today)
    if not standing.roles:
        return None
    if feed.agency and feed.agency not in offices_of(feed.user, standing, today):
        return None
    with translation.override(_language(feed.user)):
        dues = _dues(feed, standing, today)
        names = dict(_labels({due.agency_id for due in dues}))
        events = [_event(due, names, feed.user.locality_id) for due in dues]
        return written(f"Tiến Độ · {feed.agency.label if feed.agency else feed.user}", events, now)


def _language(user: User) -> str:
    wish = getattr(user, "reminder_wish", None)
    return wish.language if wish else settings.LANGUAGE_CODE


def _dues(feed: CalendarFeed, standing: Standing, today: date) -> list[Due]:
    if feed.agency_id:
        return dues_of([feed.agency_id], today + AHEAD)
    own = standing.offices(REPORT) | in_charge_of(feed.user, today)
    return of_person(dues_of(own, today + AHEAD), feed.user_id)


def _labels(agencies: Collection[int]) -> list[tuple[int, str]]:
    return [(row.pk, row.label) for row in Agency.objects.filter(pk__in=agencies)]


def _event(due: Due, names: dict[int, str], locality: int) -> Event:
    about = " ".join(due.about.split())
    return Event(
        uid=f"{due.key.replace(':', '-')}.{locality}@tiendo",
        day=due.due,
        title=f"{names[due.agency_id]}: {about}"[:200],
        words=f"{KINDS[due.kind]}\n{about}",
        url=f"{settings.ADDRESS}{due.see}" if settings.ADDRESS else "",
    )
