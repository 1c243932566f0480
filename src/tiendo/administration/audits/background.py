"""Packing in the background, with visible progress; what was cut off is taken up when the product starts."""

import hashlib
import logging
import tempfile
from pathlib import Path

from django.core.files import File
from django.db import transaction
from django.utils import timezone, translation
from django_tasks import task

from tiendo.accounts.models import User
from tiendo.administration.audits.contents import write
from tiendo.agencies.models import Locality
from tiendo.history import sealing
from tiendo.history import services as history
from tiendo.history.models import AuditPackage, Stage
from tiendo.history.packing import AT_WORK
from tiendo.history.unpacking import chunks_of

log = logging.getLogger(__name__)


def ask(*, locality: Locality, evidence: bool, actor: User) -> AuditPackage:
    """Ask for a package; return the one under way where the same person asked for the same already."""
    rows = AuditPackage.objects.filter(locality=locality, asked_by=actor, evidence=evidence)
    if under_way := rows.filter(stage__in=AT_WORK).first():
        return under_way
    row = AuditPackage(locality=locality, asked_by=actor, evidence=evidence)
    row.asked_at = timezone.now()
    history.save(row, actor=actor)
    transaction.on_commit(lambda: pack.enqueue(row.pk))
    return row


@task()
def pack(package_pk: int) -> None:
    """Pack what was asked for; nothing when another worker has it."""
    queued = AuditPackage.objects.filter(pk=package_pk, stage=Stage.QUEUED)
    if not queued.update(stage=Stage.PACKING, percent=1):
        return
    row = AuditPackage.objects.select_related("locality", "asked_by").get(pk=package_pk)
    try:
        with translation.override("vi"), tempfile.TemporaryDirectory() as folder:
            _pack(row, Path(folder) / "goi.zip")
    except Exception:
        # Whatever it stumbles over, the person must see that it stopped.
        log.exception("package %s not packed", row.pk)
        AuditPackage.objects.filter(pk=row.pk).update(stage=Stage.FAILED)


def _pack(row: AuditPackage, path: Path) -> None:
    sealing.seal()
    end = write(path, row, lambda percent: _show(row, percent))
    sum_ = hashlib.sha256()
    with path.open("rb") as opened:
        for chunk in chunks_of(opened):
            sum_.update(chunk)
        opened.seek(0)
        name = f"goi-kiem-tra-{row.asked_at:%Y-%m-%d}-{row.pk}.zip"
        row.file.save(name, File(opened), save=False)
    row.sha256, row.size = sum_.hexdigest(), path.stat().st_size
    row.seal = end.last.hash if end.last else ""
    row.stage, row.percent, row.finished_at = Stage.DONE, 100, timezone.now()
    history.save(row, actor=None)


def _show(row: AuditPackage, percent: int) -> None:
    if percent != row.percent:
        row.percent = percent
        AuditPackage.objects.filter(pk=row.pk).update(percent=percent)


def resume() -> None:
    """Take up what was cut off. Called when the product starts, before its worker does."""
    for row in AuditPackage.objects.filter(stage__in=AT_WORK):
        AuditPackage.objects.filter(pk=row.pk).update(stage=Stage.QUEUED)
        pack.enqueue(row.pk)
