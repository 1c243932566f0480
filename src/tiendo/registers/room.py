"""Whether the disk has room for another file: what is left on it is for the database."""

import shutil
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

ROOM = 200_000_000  # bytes that no file may take from the disk
FULL = _(
    "The server has almost no room left on its disk. The files were not kept. Send the words without them, "
    "and have those who look after the system make room."
)


def refuse_without_room(size: int) -> None:
    """Raise ValidationError before files of so many bytes are half written."""
    folder = Path(settings.MEDIA_ROOT)
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < size + ROOM:
        raise ValidationError(FULL, "no-room")
