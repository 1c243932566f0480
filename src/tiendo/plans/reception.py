"""Receiving a document: refused at once with a reason, or kept with its hash and handed to the reader."""

import hashlib
import re
import tempfile
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.agencies.models import Locality
from tiendo.history import services as history
from tiendo.plans import refusals
from tiendo.plans.background import read_document, remove
from tiendo.plans.models import Document, Intake, Stage
from vanban.model import Line, Source, Table
from vanban.sources import Unreadable, open_source
from vanban.text import nfc, plain, squash

MEGABYTE = 1_000_000
LARGEST = 100 * MEGABYTE
HEAD_LINES = 60  # a secrecy mark stands above or beside the head of the document
MARKS = {"MẬT": "MẬT", "TỐIMẬT": "TỐI MẬT", "TUYỆTMẬT": "TUYỆT MẬT"}
MARK = r"(?:(?:TUYỆT|TỐI)\s*)?MẬT"
STAMP = re.compile(rf"({MARK}|Tuyệt mật|Tối mật)(?:\s*[^\w\s].*)?")
LABELLED = re.compile(rf"(?:độ|dấu)\s*mật\s*:\W*({MARK})\b.*", re.I)
COLUMNS = re.compile(r"\s{2,}|\t|;")  # what stands beside each other on one line of the head
EDGES = re.compile(r"^[\W_]+|[\W_]+$")
SPREAD = re.compile(r"\b(\w) (?=\w\b)")  # "M Ậ T"


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
    document = _document(upload, digest, locality, actor)
    try:
        return _keep(document, actor)
    except IntegrityError:
        # Brought twice at one moment, as by a double click: the other one was first.
        document.file.storage.delete(document.file.name or "")
        _refuse_known(locality, digest)
        raise


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
        started_by=actor,
        started_at=document.uploaded_at,
    )
    history.save(intake, actor=actor)
    read_document.enqueue(intake.pk)
    return intake


@transaction.atomic
def discard(*, intake: Intake, actor: Any) -> None:
    """Throw away a draft with its document; a plan in force is not touched (ValidationError)."""
    if intake.stage == Stage.CONFIRMED:
        raise ValidationError(_("This plan is in force; its document stays."))
    document, intake.document, intake.reading = intake.document, None, {}
    Intake.objects.filter(pk=intake.pk).update(document=None, reading={})
    history.delete(intake, actor=actor)
    if document:
        remove(document=document, actor=actor)


def refuse_unreadable(upload: UploadedFile) -> None:
    """Raise ValidationError with a sentence when the file is no document that may be read."""
    try:
        if upload.size and upload.size > LARGEST:
            size, limit = -(-upload.size // MEGABYTE), LARGEST // MEGABYTE
            raise Unreadable(refusals.TOO_LARGE, {"size": str(size), "limit": str(limit)})
        mark = secrecy_of(_opened(upload))
    except Unreadable as error:
        told = {"code": error.code, "values": dict(error.values)}
        raise ValidationError(refusals.sentence(told), code=error.code) from error
    if mark:
        told = {"code": refusals.SECRET, "values": {"mark": mark}}
        raise ValidationError(refusals.sentence(told), code=refusals.SECRET)


def _opened(upload: UploadedFile) -> Source:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"document{Path(upload.name or '').suffix.lower()}"
        with path.open("wb") as copy:
            for chunk in upload.chunks():
                copy.write(chunk)
        upload.seek(0)
        return open_source(path)


def secrecy_of(source: Source) -> str:
    """The mark "MẬT", "TỐI MẬT" or "TUYỆT MẬT" that stands by itself in the head, else ""."""
    for text in _head(source):
        for part in (text, *COLUMNS.split(text)):
            words = SPREAD.sub(r"\1", EDGES.sub("", plain(nfc(part))))
            if found := STAMP.fullmatch(words) or LABELLED.fullmatch(words):
                return MARKS[squash(found[1]).upper()]
    return ""


def _head(source: Source) -> list[str]:
    texts: list[str] = []
    for block in source.blocks:
        if isinstance(block, Table):
            texts += [line.text for row in block.rows for cell in row for line in cell.lines]
        elif isinstance(block, Line):
            texts.append(block.text)
        if len(texts) > HEAD_LINES:
            break
    return texts[:HEAD_LINES]


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
