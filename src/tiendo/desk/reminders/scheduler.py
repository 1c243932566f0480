"""The one scheduler: what is done every day by itself. It runs beside the worker, never in a web process.

Every minute `tick` looks whether something is due. Who does the work of a day holds its row: of several workers one
does it. A day that was slept through is made up for when a worker runs again.
"""

import logging
import threading
from datetime import datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db import close_old_connections, connections, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.timezone import localtime

from tiendo.accounts.clock import moment
from tiendo.agencies.models import Locality
from tiendo.desk.daily import begin_day
from tiendo.desk.heartbeat import beat
from tiendo.desk.models import DailyRun
from tiendo.desk.reminders.posting import post
from tiendo.desk.reminders.services import remind
from tiendo.history import packing, sealing
from tiendo.history import services as history
from tiendo.history.models import KEPT
from tiendo.history.sweeping import sweep
from tiendo.progress.models import Direction, OfficeReport

log = logging.getLogger(__name__)

OFTEN = 60.0  # seconds
LOOSE = timedelta(
    days=2
)  # after which a file that nothing names was left by a process that was killed
HELD = timedelta(minutes=30)  # after which the work of who was cut off may be taken over


def start(stop: threading.Event) -> threading.Thread:
    """Tick in a thread of this process until `stop` is set."""
    thread = threading.Thread(target=_run, args=[stop], name="scheduler", daemon=True)
    thread.start()
    return thread


def _run(stop: threading.Event) -> None:
    since = timezone.now()
    while not stop.is_set():
        try:
            beat(since, timezone.now())
            tick(moment())
        except Exception:
            # One bad minute must not end all that come after it.
            log.exception("the scheduler stumbled")
        finally:
            close_old_connections()
        stop.wait(OFTEN)
    connections.close_all()  # those of this thread


def tick(now: datetime) -> list[Locality]:
    """Do what is due at `now`; return the localities whose work of the day was done by this call."""
    done = [locality for locality in Locality.objects.all() if _day(locality, now)]
    if done:
        history.purge(now - KEPT)
        packing.clear(now - packing.KEPT)
        sweep(
            timezone.now() - LOOSE
        )  # files bear the hour of the machine, also where the day is moved
    for run in _asked_since(now):
        _remind(run, now)
    sealing.seal()  # before the letters, which print the newest seal
    post(today=localtime(now).date(), now=now)
    return done


def _day(locality: Locality, now: datetime) -> bool:
    """Do the work of the day for a locality, unless it is too early or somebody did or does it."""
    here = localtime(now)
    if here.time() < hour() or not (run := _claim(locality, now)):
        return False
    begin_day(locality=locality, today=run.day)
    _remind(run, now)
    DailyRun.objects.filter(pk=run.pk).update(finished_at=now)
    return True


def hour() -> time:
    """The time of day from which people are reminded."""
    return time.fromisoformat(settings.REMIND_AT)


@transaction.atomic
def _claim(locality: Locality, now: datetime) -> DailyRun | None:
    """The row of the day, held by this call; None when it is done or held by another."""
    day = localtime(now).date()
    DailyRun.objects.get_or_create(locality=locality, day=day)
    free = Q(started_at=None) | Q(started_at__lte=now - HELD)
    rows = DailyRun.objects.select_for_update().filter(free, locality=locality, day=day)
    run = rows.filter(finished_at=None).first()
    if run:
        run.started_at = now
        run.save(update_fields=["started_at"])
    return run


def _remind(run: DailyRun, now: datetime) -> None:
    remind(locality=run.locality, today=run.day, now=now)
    DailyRun.objects.filter(pk=run.pk).update(told_until=now)


def _asked_since(now: datetime) -> list[DailyRun]:
    """The days' work after which somebody asked an office for its report, or said something to one."""
    runs: Any = DailyRun.objects.filter(day=localtime(now).date()).exclude(told_until=None)
    return [run for run in runs.select_related("locality") if _asked(run)]


def _asked(run: DailyRun) -> bool:
    asked = OfficeReport.objects.filter(round__plan__locality=run.locality)
    said = Direction.objects.filter(locality=run.locality, said_at__gt=run.told_until)
    return asked.filter(nudged_at__gt=run.told_until).exists() or said.exists()
