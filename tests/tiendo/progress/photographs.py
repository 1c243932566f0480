"""Photographs as phones and scanners make them, drawn by the tests."""

from io import BytesIO
from typing import Any

from PIL import Image

PLACE = 0x8825  # EXIF: where it was taken
DEVICE = 0x010F


def photograph(kind: str = "JPEG", size: tuple[int, int] = (640, 480), **facts: Any) -> bytes:
    """A picture of this kind, its left half red, the right one blue."""
    image = Image.new("RGB", size, (200, 30, 30))
    image.paste((30, 30, 200), (size[0] // 2, 0, *size))
    stream = BytesIO()
    image.save(stream, kind, **facts)
    return stream.getvalue()


def with_place(size: tuple[int, int] = (4032, 3024)) -> bytes:
    """Twelve megapixels that tell where and by which telephone they were taken, turned by a quarter."""
    facts = Image.Exif()
    facts[DEVICE], facts[0x0112] = "Telephone", 6
    facts.get_ifd(PLACE)[2] = (10.0, 48.0, 30.0)
    return photograph(size=size, exif=facts.tobytes())
