"""Opening PDF files within limits, one at a time: pdfium is not made for threads."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from threading import RLock

import pypdfium2
from pypdfium2 import raw

from vanban.sources.pdf.bombs import check_bombs
from vanban.sources.pdf.frame import Frame
from vanban.sources.unreadable import Unreadable

MEGABYTE = 1_000_000
LARGEST = 100 * MEGABYTE
MOST_PAGES = 500
LONGEST_SIDE = 5_000.0  # points: twice the longest side of A1
SMALLEST_SIDE = 20.0
MAGIC = b"%PDF-"
HEAD = 1024  # bytes within which the mark of a PDF file stands

_ONE_AT_A_TIME = RLock()


@contextmanager
def opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    """The document, closed again afterwards; nobody else uses pdfium meanwhile.

    Raises `Unreadable`: empty, too-large, not-pdf, too-big-inside, pdf-encrypted, pdf-damaged, too-many-pages.
    """
    _check_file(path)
    with _ONE_AT_A_TIME:
        document = _load(path)
        try:
            if not len(document):
                raise Unreadable("pdf-damaged")
            if len(document) > MOST_PAGES:
                pages, limit = str(len(document)), str(MOST_PAGES)
                raise Unreadable("too-many-pages", {"pages": pages, "limit": limit})
            yield document
        except pypdfium2.PdfiumError as error:
            raise Unreadable("pdf-damaged") from error
        finally:
            document.close()


def _check_file(path: Path) -> None:
    state = path.stat()
    _check_content(path, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=16)
def _check_content(path: Path, size: int, _changed: int) -> None:
    """Look a file over once, however many of its pages are drawn."""
    if not size:
        raise Unreadable("empty")
    if size > LARGEST:
        limit = str(LARGEST // MEGABYTE)
        raise Unreadable("too-large", {"size": str(-(-size // MEGABYTE)), "limit": limit})
    data = path.read_bytes()
    if MAGIC not in data[:HEAD]:
        raise Unreadable("not-pdf")
    check_bombs(data)


def _load(path: Path) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        code = "pdf-encrypted" if error.err_code in locked else "pdf-damaged"
        raise Unreadable(code) from error


@contextmanager
def loaded(document: pypdfium2.PdfDocument, index: int) -> Iterator[pypdfium2.PdfPage]:
    """Page `index` (from 0) with what is written into its form fields, closed again afterwards.

    Raises `Unreadable`, huge-page, for a page no printer takes.
    """
    page = document[index]
    try:
        if raw.FPDFPage_GetAnnotCount(page):
            # Fields lie over the page; only once they are made part of it does their text count.
            raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
            page.close()
            page = document[index]
        _check_size(page, index + 1)
        yield page
    finally:
        page.close()


def _check_size(page: pypdfium2.PdfPage, number: int) -> None:
    sides = page.get_size()
    if not all(SMALLEST_SIDE <= side <= LONGEST_SIDE for side in sides):
        width, height = (str(round(side / 72 * 2.54)) for side in sides)
        raise Unreadable("huge-page", {"page": str(number), "width": width, "height": height})


def frame_of(page: pypdfium2.PdfPage) -> Frame:
    """The visible part of the page and the turn its file asks for."""
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, page.get_rotation() % 360)
