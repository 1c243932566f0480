"""Pictures of the pages of a document: drawn apart when somebody first looks, kept for the next one."""

import os
import tempfile
import threading
from pathlib import Path

from tiendo.plans.children import NO_PAGE, do_within
from tiendo.plans.files import folder_of_pictures, page_of
from tiendo.plans.models import Document
from vanban.sources import Unreadable

THUMB = "nho"
DPI = {"": 110, "150": 160, "200": 220, THUMB: 40}  # by how much the page is enlarged
LONGEST = 40  # seconds
AT_ONCE = threading.BoundedSemaphore(2)  # of one web process: drawing takes a processor each


def picture_of(document: Document, number: int, size: str = "", turn: int = 0) -> Path:
    """Where the PNG of page `number` is, turned by so many degrees; it is drawn when it is not there yet.

    Raises `Missing` when the document's file is gone, `LookupError` for a page it does not have, `Unreadable`
    where a page cannot be drawn, `TooLong` and `Broken` where that fails.
    """
    name = f"{_name(document, number)}-{DPI[size]}-{turn}.png"
    target = folder_of_pictures(document.sha256) / name
    if target.is_file():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    with page_of(document, number) as (file, page), AT_ONCE:
        _draw(target, file, page, DPI[size], turn)
    return target


def _name(document: Document, number: int) -> str:
    """The page by what it shows: page images may be put in another order."""
    if not document.leaves:
        return str(number)
    if not 0 < number <= len(document.leaves):
        raise LookupError(number)
    return Path(document.leaves[number - 1]["member"]).stem


def _draw(target: Path, file: Path, *how: int) -> None:
    """Draw a page; `how` is its number, the dots an inch, and the degrees it is turned."""
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        drawn = Path(folder) / target.name
        try:
            do_within(LONGEST, "picture", file, drawn, *map(str, how))
        except Unreadable as error:
            if error.code == NO_PAGE:
                raise LookupError(how) from error
            raise
        os.replace(drawn, target)
