"""PDF files: text pages from their text layer, pages that are pictures by recognising letters."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from vanban.layout.blocks import blocks_of
from vanban.layout.geometry import PageLayout
from vanban.model import Finding, Source
from vanban.progress import Progress, silent
from vanban.sources.blocks import checked, converted
from vanban.sources.pdf.document import frame_of, loaded, opened
from vanban.sources.pdf.glyphs import runs_of
from vanban.sources.pdf.pages import PdfPage, is_textless, read_page
from vanban.sources.unreadable import Unreadable

MOST_WORDS = 1_000_000


# Given the file and the numbers of its pages that hold no text: their layouts by number, as far as they could be
# read, and what a person should know about them. It tells its own progress.
Recognise = Callable[
    [Path, Sequence[int], Progress], tuple[Mapping[int, PageLayout], tuple[Finding, ...]]
]


def read_pdf(path: Path, progress: Progress = silent, recognise: Recognise | None = None) -> Source:
    """The document's printed lines and tables with their places; `recognise` reads pages that are pictures.

    Raises `Unreadable`: empty, too-large, not-pdf, too-big-inside, pdf-encrypted, pdf-damaged, too-many-pages,
    huge-page, too-long, long-line, no-text; and what `recognise` raises.
    """
    pages = list(_pages(path))
    textless = [page.layout.number for page in pages if page.textless]
    found, notes = recognise(path, textless, progress) if recognise and textless else ({}, ())
    layouts = [found.get(page.layout.number, page.layout) for page in pages]
    unread = [number for number in textless if number not in found]
    kind = "scan" if len(found) * 2 > len(pages) else "pdf"
    told = (*_encodings(pages), *notes, *_unread(unread))
    return replace(checked(blocks_of(layouts), kind, len(pages), told), printed=True)


def _encodings(pages: Sequence[PdfPage]) -> Iterator[Finding]:
    for encoding in sorted(frozenset().union(*(page.encodings for page in pages))):
        yield converted(encoding)


def _unread(numbers: Sequence[int]) -> Iterator[Finding]:
    if numbers:
        yield Finding("pages-without-text", {"pages": ", ".join(map(str, numbers))})


def textless_pages(path: Path) -> list[int]:
    """The pages (from 1) that show writing their text layer does not hold; raises as `read_pdf` does."""
    found: list[int] = []
    with opened(path) as document:
        for index in range(len(document)):
            with loaded(document, index) as page:
                if is_textless(page, runs_of(page, frame_of(page))):
                    found.append(index + 1)
    return found


def _pages(path: Path) -> Iterator[PdfPage]:
    words = 0
    with opened(path) as document:
        for index in range(len(document)):
            with loaded(document, index) as page:
                read = read_page(page, index + 1)
            words += len(read.layout.words)
            if words > MOST_WORDS:
                raise Unreadable("too-long", {"lines": str(words), "limit": str(MOST_WORDS)})
            yield read
