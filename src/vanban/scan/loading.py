"""Files → pictures of their pages, decoded within limits. Runs in the child process alone."""

from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from vanban.sources.pictures import KINDS, RENDER_PAGE, in_eight_bits
from vanban.sources.unreadable import Unreadable

MEGABYTE = 1_000_000
LARGEST = 300 * MEGABYTE  # of one file
MOST_PIXELS = 80_000_000  # of one picture: a page of A3 at 600 dpi
MOST_PAGES = 500
DPI = 300  # at which pages of PDF files are drawn
DAMAGED = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    ArithmeticError,
    LookupError,
    TypeError,
    EOFError,
    Image.DecompressionBombError,
)


def count_pages(path: Path) -> int:
    """How many pages an image file holds. Raises `Unreadable`: empty, too-large, picture-damaged, too-many-pages."""
    _check_file(path)
    try:
        with Image.open(path, formats=KINDS) as image:
            pages = int(getattr(image, "n_frames", 1)) if image.format in ("TIFF", "WEBP") else 1
    except DAMAGED as error:
        raise Unreadable("picture-damaged", {"name": path.name}) from error
    if pages > MOST_PAGES:
        raise Unreadable("too-many-pages", {"pages": str(pages), "limit": str(MOST_PAGES)})
    return pages


def load_page(path: Path, page: int) -> Image.Image:
    """Page `page` (from 1) as its file shows it, in grey or in colours.

    Raises `Unreadable`: empty, too-large, picture-damaged, huge-picture, and what
    `vanban.sources.pdf.render_page` raises.
    """
    if path.suffix.lower() == ".pdf":
        return RENDER_PAGE(path, page, DPI)
    _check_file(path)
    try:
        with Image.open(path, formats=KINDS) as image:
            if page > 1:
                image.seek(page - 1)
            _check_size(image)
            return _plain(ImageOps.exif_transpose(image))
    except DAMAGED as error:
        raise Unreadable("picture-damaged", {"name": path.name}) from error


def _check_file(path: Path) -> None:
    size = path.stat().st_size
    if not size:
        raise Unreadable("empty")
    if size > LARGEST:
        limit = str(LARGEST // MEGABYTE)
        raise Unreadable("too-large", {"size": str(-(-size // MEGABYTE)), "limit": limit})


def _check_size(image: Image.Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        size = {"width": str(image.width), "height": str(image.height)}
        raise Unreadable("huge-picture", size)


def _plain(image: Image.Image) -> Image.Image:
    """The picture on white paper, in eight bits."""
    image = in_eight_bits(image)
    if image.mode in ("1", "L"):
        return image.convert("L")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        see_through = image.convert("RGBA")
        paper = Image.new("RGBA", see_through.size, "white")
        return Image.alpha_composite(paper, see_through).convert("RGB")
    return image.convert("RGB")
