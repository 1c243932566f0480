"""Pages of PDF files as pictures."""

import ctypes
from pathlib import Path

import pypdfium2
from PIL.Image import Image
from pypdfium2 import raw

from vanban.sources.pdf.document import loaded, opened
from vanban.sources.pdf.rules import drawn_objects
from vanban.sources.unreadable import Unreadable

INCH = 72  # points
MOST_PIXELS = 40_000_000  # of what is drawn: a page of A3 at 400 dpi
MOST_INSIDE = (
    90_000_000  # pixels of a picture on the page: a page of A3 at 600 dpi and a little more
)


def render_page(path: Path, page: int, dpi: int) -> Image:
    """Page `page` (from 1) as its file shows it, form fields filled in; large pages come out with fewer dpi.

    Raises `Unreadable` as `read_pdf` does, and huge-picture; `LookupError` for a page the file does not have.
    """
    with opened(path) as document:
        if not 1 <= page <= len(document):
            raise LookupError(page)
        with loaded(document, page - 1) as found:
            _check_pictures(found)
            return _rendered(found, dpi)


def _check_pictures(page: pypdfium2.PdfPage) -> None:
    """Raises `Unreadable`, huge-picture, before a picture is unpacked that would fill the memory."""
    width, height = ctypes.c_uint(), ctypes.c_uint()
    for item, _ in drawn_objects(page):
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_IMAGE:
            raw.FPDFImageObj_GetImagePixelSize(item, width, height)
            if width.value * height.value > MOST_INSIDE:
                size = {"width": str(width.value), "height": str(height.value)}
                raise Unreadable("huge-picture", size)


def _rendered(page: pypdfium2.PdfPage, dpi: int) -> Image:
    width, height = page.get_size()
    scale = min(dpi / INCH, (MOST_PIXELS / (width * height)) ** 0.5)
    bitmap = page.render(scale=scale, rev_byteorder=True)
    try:
        picture: Image = bitmap.to_pil()
        return picture.copy()
    finally:
        bitmap.close()
