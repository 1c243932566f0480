"""Pages of PDF files as pictures."""

from pathlib import Path

import pypdfium2
from PIL.Image import Image

from vanban.sources.pdf.document import loaded, opened

INCH = 72  # points
MOST_PIXELS = 40_000_000  # of one picture: a page of A3 at 400 dpi


def render_page(path: Path, page: int, dpi: int) -> Image:
    """Page `page` (from 1) as its file shows it, form fields filled in; large pages come out with fewer dpi.

    Raises `Unreadable` as `read_pdf` does, `LookupError` for a page the file does not have.
    """
    with opened(path) as document:
        if not 1 <= page <= len(document):
            raise LookupError(page)
        with loaded(document, page - 1) as found:
            return _rendered(found, dpi)


def _rendered(page: pypdfium2.PdfPage, dpi: int) -> Image:
    width, height = page.get_size()
    scale = min(dpi / INCH, (MOST_PIXELS / (width * height)) ** 0.5)
    bitmap = page.render(scale=scale, rev_byteorder=True)
    try:
        picture: Image = bitmap.to_pil()
        return picture.copy()
    finally:
        bitmap.close()
