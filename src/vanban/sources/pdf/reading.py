"""PDF files: text pages from their text layer, pictures of pages named for those who recognise letters."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from vanban.layout import blocks_of
from vanban.model import Finding, Source
from vanban.progress import Progress, silent
from vanban.sources.blocks import checked, converted
from vanban.sources.pdf.document import frame_of, loaded, opened
from vanban.sources.pdf.glyphs import runs_of
from vanban.sources.pdf.pages import PdfPage, is_textless, read_page
from vanban.sources.unreadable import Unreadable

MOST_WORDS = 1_000_000


def read_pdf(path: Path, progress: Progress = silent) -> Source:
    """The document's printed lines and tables with their places.

    Raises `Unreadable`: empty, too-large, not-pdf, pdf-encrypted, pdf-damaged, too-many-pages, huge-page,
    too-long, long-line, no-text.
    """
    pages = list(_pages(path))
    blocks = blocks_of(page.layout for page in pages)
    return replace(checked(blocks, "pdf", len(pages), tuple(_notes(pages))), printed=True)


def _notes(pages: Sequence[PdfPage]) -> Iterator[Finding]:
    for encoding in sorted(frozenset().union(*(page.encodings for page in pages))):
        yield converted(encoding)
    textless = [str(page.layout.number) for page in pages if page.textless]
    if textless:
        yield Finding("pages-without-text", {"pages": ", ".join(textless)})


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
