"""What a file of evidence looks like: a picture, or the first page of a PDF, drawn by us and kept."""

import os
import tempfile
import threading
import time
from pathlib import Path

from tiendo.plans.children import Broken, TooLong, do_within
from tiendo.plans.files import folder_of_pictures
from tiendo.progress.models import Evidence
from tiendo.registers.contents import PDF
from vanban.sources import Unreadable

SHOWN = {PDF: ".pdf", "image/png": ".png", "image/jpeg": ".jpg", "image/tiff": ".tif"}
SHOWN |= {"image/gif": ".gif", "image/webp": ".webp"}
DPI = 80
LONGEST = 30  # seconds
AGAIN = 86_400  # seconds after which a file that could not be drawn is tried once more
AT_ONCE = threading.BoundedSemaphore(2)


def has_preview(evidence: Evidence) -> bool:
    """Whether the file is of a kind that can be looked at here, and was not found impossible to draw today."""
    return bool(evidence.file) and evidence.media_type in SHOWN and not _is_given_up(evidence)


def _refused(evidence: Evidence) -> Path:
    """Where it is remembered that the file could not be drawn: beside its picture, thrown away with it."""
    return folder_of_pictures(evidence.sha256) / f"proof-{DPI}.refused"


def _is_given_up(evidence: Evidence) -> bool:
    mark = _refused(evidence)
    return mark.is_file() and time.time() - mark.stat().st_mtime < AGAIN


def preview_of(evidence: Evidence) -> Path:
    """Where the PNG of the file is; it is drawn, in a process of its own, when it is not there yet.

    Raises LookupError where there is nothing to look at or the file could not be drawn today,
    FileNotFoundError when the file is gone, and what `do_within` raises.
    """
    if not has_preview(evidence):
        raise LookupError(evidence.pk)
    target = folder_of_pictures(evidence.sha256) / f"proof-{DPI}.png"
    if target.is_file():
        return target
    file = Path(evidence.file.path)
    if not file.is_file():
        raise FileNotFoundError(file.name)
    _draw(evidence, file, target)
    return target


def _draw(evidence: Evidence, file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder, AT_ONCE:
        named = Path(folder) / f"file{SHOWN[evidence.media_type]}"
        named.symlink_to(file)
        drawn = Path(folder) / target.name
        try:
            do_within(LONGEST, "picture", named, drawn, "1", str(DPI), "0")
        except (Unreadable, TooLong, Broken):
            _refused(evidence).touch()
            raise
        os.replace(drawn, target)
