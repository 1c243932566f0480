"""Photographs made small enough to be kept: turned upright, without the place and the device they tell of.

Only these kinds are opened, whatever a name says: other kinds run programs. What is not a picture, or more
dots than any camera of an office makes, is refused.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import IO, Any

import pillow_heif
from PIL import Image, ImageOps, UnidentifiedImageError

pillow_heif.register_heif_opener()

KINDS = ("PNG", "JPEG", "TIFF", "WEBP", "GIF", "HEIF")
MOST_PIXELS = 80_000_000
LONGEST = 2560  # dots of the longer side as it is kept
QUALITY = 85
PAPER = (255, 255, 255)
DAMAGED = (UnidentifiedImageError, OSError, ValueError, SyntaxError, RuntimeError, EOFError)
BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


class Damaged(Exception):
    """The file is no picture that can be opened."""


class Huge(Exception):
    """The picture has more dots than are taken."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The bytes of a picture as it is kept, and the ending and media type they go under."""

    content: bytes
    ending: str
    media_type: str


def kept(file: IO[bytes], *, with_data: bool = False) -> Kept | None:
    """The picture as it is kept; None for one of several pages, which stays as it was brought.

    `with_data`: place, hour and device that the camera wrote stay in it. Raises `Damaged` and `Huge`.
    """
    try:
        with Image.open(file, formats=KINDS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Huge
            if getattr(image, "n_frames", 1) > 1 and image.format in ("TIFF", "GIF"):
                image.load()
                return None
            return _written(image, with_data=with_data)
    except BOMBS as error:  # Pillow looks at the size before we can
        raise Huge from error
    except DAMAGED as error:
        raise Damaged from error


def _written(image: Image.Image, *, with_data: bool) -> Kept:
    drawing = image.format in ("PNG", "GIF") and max(image.size) <= LONGEST
    image.draft("RGB", (LONGEST, LONGEST))
    upright = ImageOps.exif_transpose(image)
    plain = _on_paper(upright)
    plain.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS, reducing_gap=2.0)
    facts: dict[str, Any] = {"exif": upright.getexif().tobytes()} if with_data else {}
    stream = BytesIO()
    bare = Image.frombytes(plain.mode, plain.size, plain.tobytes())  # carries nothing but its dots
    if drawing:
        bare.save(stream, "PNG", optimize=True, **facts)
        return Kept(stream.getvalue(), "png", "image/png")
    bare.save(stream, "JPEG", quality=QUALITY, **facts)
    return Kept(stream.getvalue(), "jpg", "image/jpeg")


def _on_paper(image: Image.Image) -> Image.Image:
    """The picture in colours or grey, what shows through on white."""
    if image.mode in ("RGB", "L"):
        return image
    if image.mode in ("1", "I;16", "I", "F"):
        return image.convert("L")
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image.convert("RGB")
    paper = Image.new("RGBA", image.size, (*PAPER, 255))
    paper.alpha_composite(image.convert("RGBA"))
    return paper.convert("RGB")
