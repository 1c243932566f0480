"""Writing what people are told, and how they want to be told.

Notices are what a machine does: they are their own log and leave no line in the history. The rules, the wishes and
the addresses of calendars are what people set, and do.
"""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tiendo.accounts.models import User
from tiendo.agencies.models import Agency, Locality
from tiendo.desk.models import (
    CalendarFeed,
    LastMention,
    Notice,
    ReminderRule,
    ReminderWish,
)
from tiendo.desk.reminders.digest import Line, digests, told
from tiendo.desk.reminders.people import AT_ONCE
from tiendo.desk.reminders.rules import DEFAULT, Days, Whom
from tiendo.history import services as history


@dataclass(frozen=True, slots=True)
class Told:
    """How many people were told, of how many things."""

    people: int = 0
    things: int = 0


def remind(*, locality: Locality, today: date, now: datetime) -> Told:
    """Write the notices of the day. A second time on the same day it only adds what was asked for since.

    Each person's notice is written by itself, together with what was mentioned: whoever is cut off between two
    of them leaves the others for the next time.
    """
    people = things = 0
    for person, lines in digests(locality.pk, today).items():
        written = _tell(person, lines, today, now)
        people, things = people + bool(written), things + len(written)
    return Told(people, things)


@transaction.atomic
def _tell(person: int, lines: Sequence[Line], today: date, now: datetime) -> list[Line]:
    """Write or extend the notice of one person; return the lines that are new in it."""
    facts = {"made_at": now}
    notice, new = Notice.objects.select_for_update().get_or_create(
        user_id=person, day=today, defaults=facts
    )
    if not new:
        lines = _added(notice, lines)
    if not lines:
        return []
    notice.lines = [*notice.lines, *(line.stored() for line in lines)]
    notice.read_at = None
    notice.save()
    _remember(person, lines, today)
    return list(lines)


def _added(notice: Notice, lines: Iterable[Line]) -> list[Line]:
    """What a notice that was made this morning lacks and cannot wait: what was asked for or came back since."""
    there = {(line.thing, line.asked_on) for line in map(told, notice.lines)}
    late = notice.tried_at is not None
    return [
        replace(line, late=late)
        for line in lines
        if (line.asked_on or line.kind in AT_ONCE) and (line.thing, line.asked_on) not in there
    ]


def _remember(person: int, lines: Iterable[Line], today: date) -> None:
    """Note what was mentioned; what came after the letter stands in the letter of the next day again."""
    rows = [
        LastMention(user_id=person, thing=line.thing, day=today, asked_on=line.asked_on)
        for line in lines
        if not line.late
    ]
    things = [row.thing for row in rows]
    stored = LastMention.objects.filter(user=person, thing__in=things)
    held = {row.thing: row for row in stored}
    for row in rows:
        before = held.get(row.thing)
        row.asked_on = row.asked_on or (before.asked_on if before else None)
    LastMention.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["user", "thing"],
        update_fields=["day", "asked_on"],
    )


def mark_read(*, user: User, now: datetime) -> int:
    """Note that a person saw the own notices; return how many were new."""
    return Notice.objects.filter(user=user, read_at=None).update(read_at=now)


@transaction.atomic
def write_rules(*, locality: Locality, table: Mapping[Whom, Days], actor: Any) -> list[Whom]:
    """Keep the rules that differ from those in force; return for whom they changed."""
    stored = {row.audience: row for row in ReminderRule.objects.filter(locality=locality)}
    changed = []
    for whom, days in table.items():
        row = stored.get(whom.value)
        if row is None and days == DEFAULT[whom]:
            continue
        row = row or ReminderRule(locality=locality, audience=whom.value)
        row.before, row.after = list(days.before), list(days.after)
        row.every, row.gap = days.every, days.gap
        if history.save(row, actor=actor):
            changed.append(whom)
    return changed


def write_wish(*, user: User, language: str, by_mail: bool) -> ReminderWish:
    """Keep in which language, and whether by mail, a person wants to be told."""
    row = ReminderWish.objects.filter(user=user).first() or ReminderWish(user=user)
    row.language, row.by_mail = language, by_mail
    history.save(row, actor=user)
    return row


@transaction.atomic
def open_feed(*, user: User, agency: Agency | None, now: datetime) -> CalendarFeed:
    """Give a person an address of a calendar; where there was one it no longer works."""
    row = CalendarFeed.objects.select_for_update().filter(user=user, agency=agency).first()
    row = row or CalendarFeed(user=user, agency=agency)
    row.key, row.made_at = secrets.token_hex(16), now
    history.save(row, actor=user)
    return row


def end_feed(*, feed: CalendarFeed, actor: Any) -> None:
    """Let the address of a calendar work no longer, for good."""
    history.erase(feed, actor=actor)
