"""Picture files, folders of them and PDF files whose pages are pictures → a `Source`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from vanban.layout.blocks import blocks_of
from vanban.layout.geometry import PageLayout
from vanban.model import Finding, Source
from vanban.progress import Progress, silent
from vanban.scan import crew
from vanban.scan.places import settled
from vanban.scan.scanned import ScannedPage
from vanban.sources.blocks import checked
from vanban.sources.pdf import read_pdf
from vanban.sources.pictures import page_places
from vanban.sources.unreadable import Unreadable

MOST_PAGES = 500


def read_pictures(path: Path, progress: Progress = silent) -> Source:
    """What is printed on the pages of a picture file, or of the pictures in a folder, in natural order.

    `progress` hears of every page. Raises `Unreadable`: what `read_leaves` raises, no-pictures, too-many-pages,
    no-letters.
    """
    pages = dict(enumerate(crew.read_leaves(_leaves(path), progress), start=1))
    if not any(page.words for page in pages.values()):
        raise Unreadable("no-letters")
    blocks = blocks_of(page.layout(number) for number, page in pages.items())
    source = replace(checked(blocks, "scan", len(pages)), printed=True)
    return settled(source, pages)


def read_any_pdf(path: Path, progress: Progress = silent) -> Source:
    """A PDF file; letters are recognised on the pages that are pictures. Raises as both readers do."""
    pages: dict[int, ScannedPage] = {}

    def recognise(
        file: Path, numbers: Sequence[int], heard: Progress
    ) -> tuple[Mapping[int, PageLayout], tuple[Finding, ...]]:
        read = crew.read_leaves([crew.Leaf(file, number) for number in numbers], heard)
        pages.update(zip(numbers, read, strict=True))
        return {number: page.layout(number) for number, page in pages.items()}, ()

    return settled(read_pdf(path, progress, recognise), pages)


def _leaves(path: Path) -> "list[crew.Leaf]":
    if not path.is_dir():
        return [crew.Leaf(path, number) for number in range(1, crew.count_pages(path) + 1)]
    places = page_places(path)
    if not places:
        raise Unreadable("no-pictures", {"name": path.name})
    if len(places) > MOST_PAGES:
        raise Unreadable("too-many-pages", {"pages": str(len(places)), "limit": str(MOST_PAGES)})
    return [crew.Leaf(file, place) for file, place in places]
