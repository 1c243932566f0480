"""Reading a document in the background, with visible progress."""

import logging
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from tiendo.history import services as history
from tiendo.plans import refusals
from tiendo.plans.drafting import draft
from tiendo.plans.models import Document, Intake, Stage
from tiendo.plans.readings import Stored
from vanban.jsonform import plain_value
from vanban.reader import read
from vanban.sources import Unreadable

log = logging.getLogger(__name__)

LONGEST = 300  # seconds the reader may take
AGAIN = {"code": "again", "values": {}}  # a reading that was cut off and is tried once more


class ReadingTooLong(Exception):
    """The reader took longer than `LONGEST`. No OSError or ValueError: nothing below may catch it."""


@task()
def read_document(intake_pk: int) -> None:
    """Read the document of an intake and draft a plan from it; a document that cannot be read is not kept."""
    queued = Intake.objects.filter(pk=intake_pk, stage=Stage.QUEUED, document__isnull=False)
    if not queued.update(stage=Stage.READING, percent=10):
        return  # read already, or being read: by the worker or by the command that brought it
    intake = Intake.objects.select_related("document", "locality", "started_by").get(pk=intake_pk)
    try:
        reading = _read(intake)
        if error := _refused(reading):
            fail(intake=intake, error=error)
        else:
            _keep(intake, reading)
    except Unreadable as error:
        fail(intake=intake, error={"code": error.code, "values": dict(error.values)})
    except Exception:
        # Whatever the reader stumbles over, the person must see that it stopped.
        log.exception("document of intake %s not read", intake.pk)
        fail(intake=intake, error={"code": refusals.BROKEN, "values": {}})


def resume() -> None:
    """Take up what a reader left when it was ended; what it left twice is given up with a reason.

    Called when the product starts, before its own worker does.
    """
    for intake in Intake.objects.filter(stage__in=(Stage.QUEUED, Stage.READING)).defer("reading"):
        if intake.stage == Stage.READING and intake.error:
            fail(intake=intake, error={"code": refusals.BROKEN, "values": {}})
            continue
        if intake.stage == Stage.READING:
            _show(intake, stage=Stage.QUEUED, percent=0, error=AGAIN)
        read_document.enqueue(intake.pk)


def _read(intake: Intake) -> Stored:
    started = time.monotonic()
    with _at_most(LONGEST):
        reading = plain_value(read(Path(intake.document.file.path)))  # type: ignore[union-attr]
    _show(intake, percent=70, read_in=round(time.monotonic() - started, 2))
    return reading


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Stop what runs too long. Only a main thread can be stopped; worker and command read in theirs."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise ReadingTooLong


def _refused(reading: Stored) -> Stored | None:
    if mark := reading["header"].get("secrecy"):
        return {"code": refusals.SECRET, "values": {"mark": mark}}
    if not any(reading[name] for name in ("tasks", "duties", "targets")):
        return {"code": refusals.NO_WORK, "values": {}}
    return None


@transaction.atomic
def _keep(intake: Intake, reading: Stored) -> None:
    if not _still_reading(intake):
        return
    _show(intake, reading=reading)
    draft(intake=intake, actor=intake.started_by)
    _show(intake, stage=Stage.READ, percent=100, error={}, read_at=timezone.now())


def _still_reading(intake: Intake) -> bool:
    """Whether nobody threw the draft away or was quicker; the row stays locked until the transaction ends."""
    rows = Intake.objects.select_for_update().filter(pk=intake.pk, stage=Stage.READING)
    return bool(rows.values_list("pk"))


def _show(intake: Intake, **facts: object) -> None:
    """How far the reader is: what a machine does is not history, and a page may be looking on."""
    for name, value in facts.items():
        setattr(intake, name, value)
    Intake.objects.filter(pk=intake.pk).update(**facts)


@transaction.atomic
def fail(*, intake: Intake, error: Stored) -> None:
    """Leave the name and the reason, and take the file away."""
    if not _still_reading(intake):
        return
    document = intake.document
    intake.document = None
    intake.stage, intake.error = Stage.FAILED, error
    history.save(intake, actor=None)
    if document:
        remove(document=document, actor=None)


def remove(*, document: Document, actor: Any) -> None:
    """Take a document and its file away; the file goes only when the database has agreed."""
    storage, name = document.file.storage, str(document.file.name)
    history.delete(document, actor=actor)
    transaction.on_commit(lambda: storage.delete(name))
