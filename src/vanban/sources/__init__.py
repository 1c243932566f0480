"""A file on disk → a `Source`: blocks of numbered lines, whatever the format."""

from collections.abc import Callable
from pathlib import Path

from vanban.model import Source
from vanban.sources.docx import read_docx
from vanban.sources.text import read_text
from vanban.sources.unreadable import Unreadable

__all__ = ["FORMATS", "Unreadable", "open_source"]

FORMATS: dict[str, Callable[[Path], Source]] = {".txt": read_text, ".docx": read_docx}


def open_source(path: Path) -> Source:
    """The file as blocks in reading order. Raises `Unreadable` where it cannot be read."""
    reader = FORMATS.get(path.suffix.lower())
    if reader is None:
        raise Unreadable("unknown-format", {"suffix": path.suffix or path.name})
    try:
        return reader(path)
    except OSError as error:
        raise Unreadable("missing", {"name": path.name}) from error
