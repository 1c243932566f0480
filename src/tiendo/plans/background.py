"""Reading a document in the background, with visible progress."""

import logging
import time
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from tiendo.history import services as history
from tiendo.plans import refusals
from tiendo.plans.children import TooLong, answers
from tiendo.plans.drafting import draft
from tiendo.plans.files import Missing, forget_pictures, readable
from tiendo.plans.models import Document, Intake, Stage
from tiendo.plans.readings import Stored, lines_of, told
from tiendo.plans.secrecy import mark_in
from vanban.sources import Unreadable

log = logging.getLogger(__name__)

LONGEST = 300.0  # seconds the reader may take
LONGER_A_PAGE = 30.0  # and so many more for every page, where it tells how many there are
OFTEN = 0.4  # seconds between two notes of how far it is
ALMOST = 95  # percent, when everything is read
CUT_OFF = 3  # times that a reading may be cut off before it is given up


class GivenUp(Exception):
    """Somebody threw the draft away while its document was read."""


@task()
def read_document(intake_pk: int) -> None:
    """Read the document of an intake and draft a plan from it; a document that cannot be read is not kept."""
    queued = Intake.objects.filter(pk=intake_pk, stage=Stage.QUEUED, document__isnull=False)
    if not queued.update(stage=Stage.READING, percent=5, pages_done=0, pages_total=0):
        return  # read already, or being read: by the worker or by the command that brought it
    intake = Intake.objects.select_related("document", "locality", "started_by").get(pk=intake_pk)
    try:
        reading = _read(intake)
        if error := _refused(reading):
            fail(intake=intake, error=error)
        else:
            _keep(intake, reading)
    except GivenUp:
        return  # nothing is left of it
    except Unreadable as error:
        fail(intake=intake, error={"code": error.code, "values": dict(error.values)})
    except Missing:
        fail(intake=intake, error={"code": refusals.GONE, "values": {}})
    except Exception:
        # Whatever the reader stumbles over, the person must see that it stopped.
        log.exception("document of intake %s not read", intake.pk)
        fail(intake=intake, error={"code": refusals.BROKEN, "values": {}})


def resume() -> None:
    """Take up what a reader left when it was ended; what it left too often is given up with a reason.

    Called when the product starts, before its own worker does.
    """
    for intake in Intake.objects.filter(stage__in=(Stage.QUEUED, Stage.READING)).defer("reading"):
        if intake.stage == Stage.READING:
            times = int(intake.error.get("values", {}).get("times", 0)) + 1
            if times >= CUT_OFF:
                fail(intake=intake, error={"code": refusals.BROKEN, "values": {}})
                continue
            again = {"code": refusals.AGAIN, "values": {"times": times}}
            _show(intake, stage=Stage.QUEUED, percent=0, error=again)
        read_document.enqueue(intake.pk)


def _read(intake: Intake) -> Stored:
    """What the reader says; it works in a process of its own and is watched meanwhile."""
    started = noted = time.monotonic()
    reading: Stored = {}
    with readable(intake.document) as path:  # type: ignore[arg-type]
        for answer in answers("read", path):
            now = time.monotonic()
            if answer and "reading" in answer:
                reading = told(answer)
            elif answer is None or now - noted > OFTEN or not answer["done"]:
                _look_on(intake, answer, now - started)
                noted = now
    _show(intake, percent=ALMOST, read_in=round(time.monotonic() - started, 2))
    return reading


def _look_on(intake: Intake, answer: Stored | None, seconds: float) -> None:
    """Note how far the reader is. Raises `GivenUp` and `TooLong` when it has to be stopped."""
    if answer:
        done, total = answer["done"], answer["total"]
        percent = 5 + (ALMOST - 5) * done // max(total, 1)
        _show(intake, pages_done=done, pages_total=total, percent=percent)
    if not Intake.objects.filter(pk=intake.pk, stage=Stage.READING).exists():
        raise GivenUp
    if seconds > LONGEST + LONGER_A_PAGE * intake.pages_total:
        raise TooLong(seconds)


def _refused(reading: Stored) -> Stored | None:
    texts = (line["text"] for line in lines_of(reading))
    if mark := reading["header"].get("secrecy") or mark_in(texts):
        return {"code": refusals.SECRET, "values": {"mark": mark}}
    if not any(reading.get(name) for name in ("tasks", "duties", "targets", "amending")):
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
    """Take a document and its file away for good; the file goes only when the database has agreed."""
    storage, name, digest = document.file.storage, str(document.file.name), document.sha256
    history.erase(document, actor=actor)

    def take_away() -> None:
        storage.delete(name)
        forget_pictures(digest)

    transaction.on_commit(take_away)
