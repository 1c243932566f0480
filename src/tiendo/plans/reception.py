"""Receiving a document: refused at once with a reason, or kept with its hash and handed to the reader."""

import hashlib
import shutil
from collections.abc import Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.agencies.models import Locality
from tiendo.history import services as history
from tiendo.plans import refusals
from tiendo.plans.background import read_document, remove
from tiendo.plans.files import forget_pictures
from tiendo.plans.leaves import packed, pages_among
from tiendo.plans.models import Document, Intake, Stage
from tiendo.plans.screening import refuse_unreadable
from tiendo.registers.room import ROOM


class AlreadyHere(Exception):
    """The same file was brought before; `intake` is what became of it."""

    def __init__(self, intake: Intake) -> None:
        super().__init__(intake.pk)
        self.intake = intake


def receive(*, upload: UploadedFile, locality: Locality, actor: Any) -> Intake:
    """Keep the file and let it be read in the background; return the intake that shows how far it is.

    Raises AlreadyHere for a file that is here already, and ValidationError with a sentence for one that
    cannot be taken: then nothing at all is stored.
    """
    digest = _hash(upload)
    _refuse_known(locality, digest)
    refuse_unreadable(upload)
    return _stored(_document(upload, digest, locality, actor), actor)


def receive_pages(*, uploads: Sequence[UploadedFile], locality: Locality, actor: Any) -> Intake:
    """Keep several page images as one document; it is read when their order is right (`start_reading`).

    Raises as `receive` does.
    """
    with ExitStack() as opened:
        upload, leaves, digest = packed(pages_among(uploads, opened), opened)
        _refuse_known(locality, digest)
        document = _document(upload, digest, locality, actor)
        document.leaves = leaves
        return _stored(document, actor)


def _stored(document: Document, actor: Any) -> Intake:
    _refuse_without_room(document.size)
    try:
        return _keep(document, actor)
    except IntegrityError:
        # Brought twice at one moment, as by a double click: the other one was first.
        document.file.storage.delete(document.file.name or "")
        _refuse_known(document.locality, document.sha256)
        raise


def _refuse_without_room(size: int) -> None:
    """Raise ValidationError before a file is half written: what is left on the disk is for the database."""
    folder = Path(settings.MEDIA_ROOT)
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < size + ROOM:
        told = {"code": refusals.NO_ROOM, "values": {}}
        raise ValidationError(refusals.sentence(told), code=refusals.NO_ROOM)


def _refuse_known(locality: Locality, digest: str) -> None:
    before = Intake.objects.filter(locality=locality, document__sha256=digest).first()
    if before:
        raise AlreadyHere(before)


@transaction.atomic
def _keep(document: Document, actor: Any) -> Intake:
    history.save(document, actor=actor)
    intake = Intake(
        locality=document.locality,
        document=document,
        name=document.name,
        stage=Stage.ORDERING if document.leaves else Stage.QUEUED,
        started_by=actor,
        started_at=document.uploaded_at,
    )
    history.save(intake, actor=actor)
    if intake.stage == Stage.QUEUED:
        read_document.enqueue(intake.pk)
    return intake


@transaction.atomic
def start_reading(*, intake: Intake, actor: Any) -> None:
    """Hand the pages to the reader in the order they are in; nothing happens when it has them."""
    if intake.stage == Stage.ORDERING:
        intake.stage = Stage.QUEUED
        history.save(intake, actor=actor)
        read_document.enqueue(intake.pk)


@transaction.atomic
def discard(*, intake: Intake, actor: Any) -> None:
    """Throw away a draft with its document; a plan in force is not touched (ValidationError).

    A draft can be put back for a while. A document that was not read yet is gone for good: nobody
    knows whether it may be kept.
    """
    if intake.stage == Stage.CONFIRMED:
        raise ValidationError(_("This plan is in force; its document stays."))
    if intake.stage == Stage.AMENDS:
        raise ValidationError(
            _("A decision was drafted from this document. Delete that draft first.")
        )
    document = intake.document
    if intake.stage == Stage.READ:
        intake.reading = {}  # too long for a line of the history; what is put back is the stored row
        history.delete(intake, *filter(None, [document]), actor=actor)
        if document:
            transaction.on_commit(partial(forget_pictures, document.sha256))
        return
    intake.document, intake.reading = None, {}
    Intake.objects.filter(pk=intake.pk).update(document=None, reading={})
    history.erase(intake, actor=actor)
    if document:
        remove(document=document, actor=actor)


def _hash(upload: UploadedFile) -> str:
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()


def _document(upload: UploadedFile, digest: str, locality: Locality, actor: Any) -> Document:
    name = (upload.name or "document")[-255:]
    document = Document(
        locality=locality,
        name=name,
        sha256=digest,
        size=upload.size or 0,
        uploaded_by=actor,
        uploaded_at=timezone.now(),
    )
    # Kept under its hash: names of documents are for people, and two may be alike.
    upload.name = f"{digest[:16]}{Path(name).suffix.lower()}"
    document.file = upload
    return document
