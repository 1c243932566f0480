"""What an administrator asks of the installation: what runs, on what, what waits, and what needs a hand."""

import platform
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from importlib.metadata import version

import django
from django.conf import settings
from django.db import connection
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks_db.models import DBTaskResult

from tiendo.agencies.models import Locality
from tiendo.desk.heartbeat import last_beat
from tiendo.desk.models import DailyRun, Notice
from tiendo.ui.templatetags.ui import d, moment

GIGABYTE = 1_000_000_000
LITTLE_ROOM = 5 * GIGABYTE
LATELY = timedelta(days=7)
LONG = timedelta(minutes=15)  # that something waits for the worker


class State(StrEnum):
    """How it stands; `UNKNOWN`: the product cannot know, `UNSET`: nobody asked for it."""

    GOOD = "good"
    BAD = "bad"
    UNKNOWN = "unknown"
    UNSET = "unset"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the page: what it is called, how it stands, and what to do where it is not well."""

    name: str
    words: str
    state: State = State.GOOD
    advice: str = ""


@dataclass(frozen=True, slots=True)
class System:
    """The state of the installation: what it is made of, and what is looked after."""

    made_of: list[Fact]
    care: list[Fact]

    @property
    def bad(self) -> int:
        """How many things need a hand."""
        return sum(fact.state is State.BAD for fact in self.care)


def system_of(locality: Locality, now: datetime) -> System:
    """How the installation stands at `now`, which is the time of the clock; in eight queries."""
    care = [_worker(now), _reminders(locality, now), *_queue(now), _letters(locality, now)]
    return System(list(_made_of()), [*care, _room(), _backups()])


def _made_of() -> Iterator[Fact]:
    yield Fact("Tiến Độ", version("tiendo"))
    yield Fact(_("Database"), database())
    yield Fact("Python, Django", f"{platform.python_version()}, {django.get_version()}")
    yield Fact(_("Folder of the data"), str(settings.HOME))
    yield Fact(_("Public address"), settings.ADDRESS or _("none set (TIENDO_ADDRESS)"))
    tiles = settings.TILES and (settings.TILES.origin or settings.TILES.address)
    yield Fact(_("Pictures under maps"), tiles or _("none set (TIENDO_TILES); maps are sketches"))
    if settings.TODAY:
        yield Fact(_("Day put in the place of today"), settings.TODAY)


def database() -> str:
    """The kind and version of the database: "SQLite 3.45.1", "PostgreSQL 16.2"."""
    if connection.vendor == "sqlite":
        return f"SQLite {'.'.join(map(str, sqlite3.sqlite_version_info))}"
    number = ".".join(map(str, connection.get_database_version()))
    return f"{connection.display_name} {number}"


def _worker(now: datetime) -> Fact:
    name, life = _("Worker"), last_beat()
    if life is None:
        advice = _(
            "Start the product with: tiendo serve. Without it nothing is read in and nobody is reminded."
        )
        return Fact(name, _("never seen"), State.BAD, advice)
    if not life.alive(now):
        advice = _("End the product and start it again with: tiendo serve.")
        words = _("last seen %(at)s") % {"at": moment(life.at)}
        return Fact(name, words, State.BAD, advice)
    return Fact(name, _("runs since %(at)s") % {"at": moment(life.since)})


def _reminders(locality: Locality, now: datetime) -> Fact:
    name = _("Reminders and what a day brings")
    run = DailyRun.objects.filter(locality=locality).exclude(finished_at=None).first()
    if run is None:
        return Fact(
            name, _("not run yet"), State.UNKNOWN, _("Done every day at %(hour)s.") % _hour()
        )
    words = _("last done for %(day)s") % {"day": d(run.day)}
    if not settings.TODAY and localtime(now).date() - run.day > timedelta(days=1):
        return Fact(name, words, State.BAD, _("Look whether the worker runs."))
    return Fact(name, words, advice=_("Done every day at %(hour)s.") % _hour())


def _hour() -> dict[str, str]:
    return {"hour": settings.REMIND_AT}


def _queue(now: datetime) -> Iterator[Fact]:
    waiting = DBTaskResult.objects.ready()
    number, first = waiting.count(), waiting.order_by("enqueued_at").first()
    words = ngettext("%(n)d thing waits", "%(n)d things wait", number) % {"n": number}
    if first and now - first.enqueued_at > LONG:
        since = _("The first waits since %(at)s.") % {"at": moment(first.enqueued_at)}
        yield Fact(_("Work in the background"), words, State.BAD, since)
    else:
        yield Fact(_("Work in the background"), words)
    failed = DBTaskResult.objects.failed().filter(finished_at__gte=now - LATELY).count()
    if failed:
        said = ngettext("%(n)d failed in 7 days", "%(n)d failed in 7 days", failed) % {"n": failed}
        advice = _("The reason stands in the terminal or the journal of the server.")
        yield Fact(_("Failed in the background"), said, State.BAD, advice)


def _letters(locality: Locality, now: datetime) -> Fact:
    name = _("Letters")
    if not settings.MAIL:
        advice = _("Reminders stand on the pages only. A mail server is set with TIENDO_MAIL.")
        return Fact(name, _("no mail server set"), State.UNSET, advice)
    rows = Notice.objects.filter(user__locality=locality, day__gte=localtime(now).date() - LATELY)
    failed = rows.exclude(failure="").count()
    server = str(settings.MAIL["EMAIL_HOST"])
    if failed:
        words = ngettext("%(n)d did not go in 7 days", "%(n)d did not go in 7 days", failed)
        return Fact(name, words % {"n": failed}, State.BAD, _("See the log of reminders."))
    return Fact(name, server)


def _room() -> Fact:
    disk = shutil.disk_usage(settings.HOME)
    facts = {"free": disk.free // GIGABYTE, "all": disk.total // GIGABYTE}
    words = _("%(free)d GB free of %(all)d GB") % facts
    if disk.free < LITTLE_ROOM:
        return Fact(
            _("Room on the disk"),
            words,
            State.BAD,
            _("Files can soon no longer be taken in: make room."),
        )
    return Fact(_("Room on the disk"), words)


def _backups() -> Fact:
    advice = _(
        "Copies are made outside the product: the database and the folder of the data, together. "
        "A copy that was never opened is no copy."
    )
    return Fact(_("Backups"), _("not known here"), State.UNKNOWN, advice)
