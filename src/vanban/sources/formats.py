"""Which reader opens which file, by how its name ends; a reader is loaded when the first such file comes."""

from collections.abc import Mapping
from pathlib import Path

from vanban.deferred import Deferred
from vanban.model import Source
from vanban.progress import Progress

Opener = Deferred[[Path], Source]
PagedOpener = Deferred[[Path, Progress], Source]

_WORD = Opener("vanban.sources.docx:read_docx")
_OFFICE = Opener("vanban.sources.office:read_office")
_EXCEL = Opener("vanban.sources.excel:read_xlsx")
_TEXT = Opener("vanban.sources.text:read_text")
_MARKDOWN = Opener("vanban.sources.markdown:read_markdown")
_HTML = Opener("vanban.sources.html:read_html")
_PDF = PagedOpener("vanban.sources.scans:read_any_pdf")
PICTURES = PagedOpener("vanban.sources.scans:read_pictures")  # a folder of them too

FORMATS: Mapping[str, Opener] = {
    ".txt": _TEXT,
    ".docx": _WORD,
    ".docm": _WORD,
    ".doc": _OFFICE,
    ".odt": _OFFICE,
    ".rtf": _OFFICE,
    ".xlsx": _EXCEL,
    ".xlsm": _EXCEL,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
}
PICTURE_SUFFIXES = frozenset((".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp", ".gif"))
# Formats whose pages may take seconds each; the reader is told where to say how far it is.
PAGED_FORMATS: Mapping[str, PagedOpener] = {
    ".pdf": _PDF,
    **dict.fromkeys(sorted(PICTURE_SUFFIXES), PICTURES),
}
