"""A page as a picture, to look at: of a PDF file, of a picture file, or of a folder of them."""

import io
import re
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from vanban.deferred import Deferred
from vanban.sources.formats import PICTURE_SUFFIXES
from vanban.sources.unreadable import Unreadable

# Whatever the name says: other kinds run programs.
KINDS = ("PNG", "JPEG", "TIFF", "WEBP", "BMP", "GIF")
# Pictures of PDF pages alone need pdfium: who recognises letters in others starts without it.
RENDER_PAGE = Deferred[[Path, int, int], Image.Image]("vanban.sources.pdf.rendering:render_page")
SHEAVES = frozenset((".tif", ".tiff"))  # may hold several pages
MOST_PIXELS = 80_000_000  # of one picture: a page of A3 at 600 dpi
PAPER = 99.5  # percent of the dots of a page are no lighter than its paper
SHORT_SIDE = 8.27  # inches of a page's shorter side, where a picture does not say: A4
DAMAGED = (UnidentifiedImageError, OSError, ValueError, SyntaxError)
BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)
DIGITS = re.compile(r"(\d{1,18})")


def page_picture(path: Path, page: int, dpi: int = 100) -> bytes:
    """The page (counted from 1) as PNG, as its file shows it; a `Box` holds fractions of this picture.

    Pictures are taken to be pages of A4 width. Raises `Unreadable` for a file that has no such picture,
    `LookupError` for a page it does not have.
    """
    if path.suffix.lower() == ".pdf":
        picture = RENDER_PAGE(path, page, dpi)
    elif path.is_dir():
        picture = _picture(*_place_of(path, page), dpi)
    elif path.suffix.lower() in PICTURE_SUFFIXES:
        picture = _picture(path, page, dpi)
    else:
        raise LookupError(page)
    stream = io.BytesIO()
    picture.save(stream, "PNG", compress_level=3)
    return stream.getvalue()


def page_files(folder: Path) -> list[Path]:
    """The pictures in a folder as people count them: "page 2" before "page 10"."""
    found = [
        path
        for path in folder.iterdir()
        if path.suffix.lower() in PICTURE_SUFFIXES and path.is_file()
    ]
    return sorted(found, key=lambda path: natural(path.name))


def natural(name: str) -> list[tuple[int, int, str]]:
    """By which names are put in order as people count: "trang 2" before "trang 10"."""
    parts = [part for part in DIGITS.split(name.lower()) if part]
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts]


def page_places(folder: Path) -> list[tuple[Path, int]]:
    """The file of every page of a folder and its place in it: a TIFF file may hold several.

    Raises `Unreadable`, picture-damaged.
    """
    return [(path, place) for path in page_files(folder) for place in range(1, _count_in(path) + 1)]


def _count_in(path: Path) -> int:
    if path.suffix.lower() not in SHEAVES:
        return 1
    try:
        with Image.open(path, formats=KINDS) as image:
            return int(getattr(image, "n_frames", 1))
    except (*BOMBS, *DAMAGED) as error:
        raise Unreadable("picture-damaged", {"name": path.name}) from error


def _place_of(folder: Path, page: int) -> tuple[Path, int]:
    places = page_places(folder)
    if not 1 <= page <= len(places):
        raise LookupError(page)
    return places[page - 1]


def _picture(path: Path, page: int, dpi: int) -> Image.Image:
    try:
        with Image.open(path, formats=KINDS) as image:
            if not 1 <= page <= getattr(image, "n_frames", 1):
                raise LookupError(page)
            image.seek(page - 1)
            if image.width * image.height > MOST_PIXELS:
                size = {"width": str(image.width), "height": str(image.height)}
                raise Unreadable("huge-picture", size)
            return _reduced(image, dpi)
    except BOMBS as error:  # Pillow looks at the size before we can
        raise Unreadable("huge-picture", {"width": "≥ 9.000", "height": "9.000"}) from error
    except DAMAGED as error:
        raise Unreadable("picture-damaged", {"name": path.name}) from error


def in_eight_bits(picture: Image.Image) -> Image.Image:
    """A picture of more than eight bits a dot in grey of eight, as light as it can be; others as they are.

    Dots that hold no number are paper; a few that are lighter than all others do not darken the page.
    """
    if not picture.mode.startswith(("I", "F")):
        return picture
    dots = np.asarray(picture.convert("F"))
    known = np.isfinite(dots)
    paper = float(np.percentile(dots[known], PAPER)) if known.any() else 0.0
    scaled = np.clip(np.where(known, dots, paper) / max(paper, 1.0), 0, 1)
    return Image.fromarray((scaled * 255).astype(np.uint8))


def _reduced(image: Image.Image, dpi: int) -> Image.Image:
    """The picture turned as its camera says, no larger than the page at `dpi`."""
    limit = SHORT_SIDE * dpi / min(image.size)
    if image.format == "JPEG" and limit < 1:
        image.draft("RGB", (int(image.width * limit), int(image.height * limit)))
        limit = SHORT_SIDE * dpi / min(image.size)
    upright = ImageOps.exif_transpose(image)
    plain = in_eight_bits(upright)
    plain = plain if plain.mode == "L" else plain.convert("L" if plain.mode == "1" else "RGB")
    if limit >= 1:
        return plain
    return plain.resize(
        (round(plain.width * limit), round(plain.height * limit)), Image.Resampling.BOX
    )
