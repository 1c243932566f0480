"""What a file of evidence looks like: a picture, or the first page of a PDF, drawn by us and kept."""

import os
import tempfile
import threading
from pathlib import Path

from tiendo.plans.children import do_within
from tiendo.plans.files import folder_of_pictures
from tiendo.progress.evidence import PDF
from tiendo.progress.models import Evidence

SHOWN = {PDF: ".pdf", "image/png": ".png", "image/jpeg": ".jpg", "image/tiff": ".tif"}
SHOWN |= {"image/gif": ".gif", "image/webp": ".webp"}
DPI = 80
LONGEST = 30  # seconds
AT_ONCE = threading.BoundedSemaphore(2)


def has_preview(evidence: Evidence) -> bool:
    """Whether the file is of a kind that can be looked at here."""
    return bool(evidence.file) and evidence.media_type in SHOWN


def preview_of(evidence: Evidence) -> Path:
    """Where the PNG of the file is; it is drawn, in a process of its own, when it is not there yet.

    Raises LookupError where there is nothing to look at, FileNotFoundError when the file is gone, and what
    `do_within` raises.
    """
    if not has_preview(evidence):
        raise LookupError(evidence.pk)
    target = folder_of_pictures(evidence.sha256) / f"proof-{DPI}.png"
    if target.is_file():
        return target
    file = Path(evidence.file.path)
    if not file.is_file():
        raise FileNotFoundError(file.name)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder, AT_ONCE:
        named = Path(folder) / f"file{SHOWN[evidence.media_type]}"
        named.symlink_to(file)
        drawn = Path(folder) / target.name
        do_within(LONGEST, "picture", named, drawn, "1", str(DPI), "0")
        os.replace(drawn, target)
    return target
