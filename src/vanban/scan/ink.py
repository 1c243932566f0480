"""What is printed in black on a page: paper made white, coloured seals, stamps and signatures taken out."""

import numpy as np
from PIL import Image, ImageChops, ImageFilter

TILE = 6  # pixels of a tile from which the paper around a place is taken
WHITE = 245  # paper as light as this everywhere needs no whitening
COLOURED = 48  # how far the channels of a pixel of coloured ink lie apart
BLACK = 90  # the brightest channel of black print, also beneath a seal
MOSTLY = 0.6  # a page with more coloured ink than this is printed in colour
INK = 170  # darker than this is ink
PLAIN = frozenset(("1", "L", "LA", "I;16"))


def black_print(page: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """The page in grey on white paper without what is written or stamped in colour, and where pens wrote.

    A page that is mostly coloured ink (printed in blue, say) keeps it. The second picture is white where
    coloured ink was taken out that may leave dark rests, None where there was none: the ink of pens is dark,
    the red of seals is not.
    """
    if page.mode in PLAIN:
        return whitened(page.convert("L")), None
    red, green, blue = page.convert("RGB").split()
    brightest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    darkest = ImageChops.darker(ImageChops.darker(red, green), blue)
    spread = ImageChops.subtract(brightest, darkest)
    light = _above(brightest, BLACK)
    coloured = ImageChops.multiply(_above(spread, COLOURED), light)
    inked = ImageChops.invert(_above(darkest, INK))
    share = _share(ImageChops.multiply(coloured, inked)) / max(_share(inked), 1e-9)
    if share > MOSTLY:
        return whitened(darkest), None
    if not share:
        return whitened(brightest), None
    pens = ImageChops.multiply(coloured, _cooler(red, green, blue))
    black = _without_seals(brightest, ImageChops.subtract(coloured, pens))
    around = ImageChops.multiply(_grown(pens), light)
    return whitened(ImageChops.lighter(black, around)), pens


def _cooler(red: Image.Image, green: Image.Image, blue: Image.Image) -> Image.Image:
    """White where a page has more green or blue than red, as the ink of pens has."""
    return _above(ImageChops.subtract(ImageChops.lighter(green, blue), red), 0)


def _without_seals(brightest: Image.Image, seals: Image.Image) -> Image.Image:
    """The page with red ink as light as paper; thin black strokes beneath it stay, being darker than it."""
    levels = np.asarray(brightest)[np.asarray(seals) > 0]
    if not len(levels):
        return brightest
    usual = max(float(np.median(levels)), float(INK))
    lightened = brightest.point([min(255, round(level * 255 / usual)) for level in range(256)])
    return Image.composite(lightened, brightest, _grown(seals))


def whitened(grey: Image.Image) -> Image.Image:
    """Uneven or dark paper made white: every pixel in relation to the paper around it."""
    paper = grey.reduce(TILE).filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.GaussianBlur(6))
    if int(np.asarray(paper).min()) >= WHITE:
        return grey
    ground = np.asarray(paper.resize(grey.size, Image.Resampling.BILINEAR))
    scale = (255.0 / np.maximum(np.arange(256), 64)).astype(np.float32)
    return Image.fromarray(np.minimum(np.asarray(grey) * scale[ground], 255).astype(np.uint8))


def _above(grey: Image.Image, limit: int) -> Image.Image:
    """White where the picture is lighter than the limit, black elsewhere."""
    return grey.point([0] * (limit + 1) + [255] * (255 - limit))


def _grown(mask: Image.Image) -> Image.Image:
    """The mask with the pixels around it."""
    for step in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        mask = ImageChops.lighter(mask, ImageChops.offset(mask, *step))
    return mask


def _share(mask: Image.Image) -> float:
    """How much of a mask is white, 0 to 1."""
    return mask.histogram()[255] / (mask.width * mask.height)
