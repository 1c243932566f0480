"""A file on disk → a `Source`: blocks of numbered lines, whatever the format."""

from pathlib import Path

from vanban.model import Source
from vanban.progress import Progress, silent
from vanban.sources.formats import FORMATS, PAGED_FORMATS, PICTURES
from vanban.sources.unreadable import Unreadable

__all__ = ["FORMATS", "PAGED_FORMATS", "Unreadable", "open_source"]


def open_source(path: Path, progress: Progress | None = None) -> Source:
    """The file, or a folder of page images, as blocks in reading order. Raises `Unreadable` where it cannot.

    `progress` hears of the pages that are done, where reading takes long; what it raises ends the reading.
    """
    suffix = path.suffix.lower()
    try:
        if path.is_dir():
            return PICTURES(path, progress or silent)
        if path.exists() and not path.is_file():  # a pipe or a device never ends
            raise Unreadable("missing", {"name": path.name})
        if suffix in PAGED_FORMATS:
            return PAGED_FORMATS[suffix](path, progress or silent)
        if suffix in FORMATS:
            return FORMATS[suffix](path)
        raise Unreadable("unknown-format", {"suffix": path.suffix or path.name})
    except OSError as error:
        raise Unreadable("missing", {"name": path.name}) from error
