"""A file on disk → a `Source`: blocks of numbered lines, whatever the format."""

from collections.abc import Callable
from pathlib import Path

from vanban.model import Source
from vanban.progress import Progress, silent
from vanban.sources.docx import read_docx
from vanban.sources.excel import read_xlsx
from vanban.sources.html import read_html
from vanban.sources.markdown import read_markdown
from vanban.sources.office import read_office
from vanban.sources.pictures import SUFFIXES
from vanban.sources.scans import read_any_pdf, read_pictures
from vanban.sources.text import read_text
from vanban.sources.unreadable import Unreadable

__all__ = ["FORMATS", "Unreadable", "open_source"]

FORMATS: dict[str, Callable[[Path], Source]] = {
    ".txt": read_text,
    ".docx": read_docx,
    ".docm": read_docx,
    ".doc": read_office,
    ".odt": read_office,
    ".rtf": read_office,
    ".xlsx": read_xlsx,
    ".xlsm": read_xlsx,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
}

# Formats whose pages may take seconds each; the reader is told where to say how far it is.
PAGED_FORMATS: dict[str, Callable[[Path, Progress], Source]] = {
    ".pdf": read_any_pdf,
    **dict.fromkeys(sorted(SUFFIXES), read_pictures),
}


def open_source(path: Path, progress: Progress | None = None) -> Source:
    """The file, or a folder of page images, as blocks in reading order. Raises `Unreadable` where it cannot.

    `progress` hears of the pages that are done, where reading takes long; what it raises ends the reading.
    """
    suffix = path.suffix.lower()
    try:
        if path.is_dir():
            return read_pictures(path, progress or silent)
        if path.exists() and not path.is_file():  # a pipe or a device never ends
            raise Unreadable("missing", {"name": path.name})
        if suffix in PAGED_FORMATS:
            return PAGED_FORMATS[suffix](path, progress or silent)
        if suffix in FORMATS:
            return FORMATS[suffix](path)
        raise Unreadable("unknown-format", {"suffix": path.suffix or path.name})
    except OSError as error:
        raise Unreadable("missing", {"name": path.name}) from error
