"""Files of rows: attached after a look at their content, handed out to whoever sees the row, taken away again."""

from datetime import datetime
from hashlib import sha256
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from tiendo.history import services as history
from tiendo.registers.contents import media_type_of
from tiendo.registers.models import Attachment
from tiendo.registers.room import refuse_without_room

MOST = 30  # files of one row


def attachments_of(row: Any) -> QuerySet[Attachment]:
    """The files of a row, oldest first."""
    kind = ContentType.objects.get_for_model(row)
    return Attachment.objects.filter(content_type=kind, object_id=row.pk)


@transaction.atomic
def attach(*, row: Any, file: UploadedFile, title: str, actor: Any, now: datetime) -> Attachment:
    """Keep a file with a row. Raises ValidationError for what is no document, twice the same, too many, no room."""
    media_type = media_type_of(file)
    refuse_without_room(file.size or 0)
    digest = sha256(b"".join(file.chunks())).hexdigest()
    there = attachments_of(row)
    if there.filter(sha256=digest).exists():
        raise ValidationError(_("“%(name)s” is attached already.") % {"name": file.name})
    if there.count() >= MOST:
        raise ValidationError(_("A row holds 30 files. Take one away first."))
    file.seek(0)
    kept = Attachment(
        locality=row.locality,
        content_type=ContentType.objects.get_for_model(row),
        object_id=row.pk,
        name=(file.name or "")[-200:],
        title=title.strip()[:200],
        size=file.size or 0,
        sha256=digest,
        media_type=media_type,
        added_at=now,
    )
    kept.file.save(f"tep.{(file.name or '').rpartition('.')[2].lower()}", file, save=False)
    history.save(kept, actor=actor)
    return kept


def detach(*, attachment: Attachment, actor: Any) -> None:
    """Take a file away; it can be put back for 30 days."""
    history.delete(attachment, actor=actor)
