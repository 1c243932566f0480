"""A picture of a page made ready to be read: black print only, upright, straight, its lines of letters found."""

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

from vanban.scan.blots import Blots, Ink, find_blots
from vanban.scan.ink import INK, black_print
from vanban.scan.ruling import Ruling, find_ruling
from vanban.scan.strips import Strip, find_strips, usual_height
from vanban.scan.upright import Lie, lie_of

MOST_PIXELS = 16_000_000  # A4 at 400 dpi; letters of larger pictures are large enough when halved
NARROWEST = 1_150  # pixels of the shorter side of the smaller picture in which patches of ink are looked for
LEAST_LETTER = 10.0  # pixels of a letter there
LEVEL = 0.08  # degrees of slope that do no harm
REST = 0.75  # share of a patch beside coloured ink that makes it a rest of it
LOW = 0.5  # against the usual height of a letter
TURNS = (None, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page ready to be read. Patches, rules and lines were found on the page made `coarse` times smaller;
    `letter` is the usual height of a letter there, in pixels; `pens` is where pens wrote across the print."""

    print: Image.Image
    lie: Lie
    coarse: int
    blots: Blots
    ruling: Ruling
    strips: list[Strip]
    letter: float
    pens: Ink | None


def prepare(picture: Image.Image, quarters: int | None = None) -> Sheet:
    """The page upright and straight, with its lines of letters; `quarters` overrules which way it lies."""
    while picture.width * picture.height > MOST_PIXELS:
        picture = picture.reduce(2)
    page, written = black_print(picture)
    coarse, blots = _patches(page)
    lie = lie_of(blots, blots.labels.shape, quarters)
    page = _straightened(page, lie, 255)
    ink = np.asarray(page.reduce(coarse)) < INK
    letter = usual_height(blots)
    pens: Ink | None = None
    if written is not None:
        pens = np.asarray(_straightened(written.reduce(coarse), lie, 0)) > 0
        ink = _without_rests(ink, pens, letter)
    ruling = find_ruling(ink, letter)
    blots = find_blots(ink & ~ruling.pixels)
    strips = find_strips(blots, ruling)
    return Sheet(page, lie, coarse, blots, ruling, strips, usual_height(blots), pens)


def _patches(page: Image.Image) -> tuple[int, Blots]:
    """The patches of ink of the page made so much smaller that its letters still have their shape."""
    coarse = max(1, min(page.size) // NARROWEST)
    while True:
        blots = find_blots(np.asarray(page.reduce(coarse)) < INK)
        if coarse == 1 or usual_height(blots) >= LEAST_LETTER:
            return coarse, blots
        coarse -= 1


def _straightened(page: Image.Image, lie: Lie, paper: int) -> Image.Image:
    turn = TURNS[lie.quarters]
    upright = page if turn is None else page.transpose(turn)
    if abs(lie.slope) <= LEVEL:
        return upright
    return upright.rotate(lie.slope, Image.Resampling.BILINEAR, fillcolor=paper)


def _without_rests(ink: Ink, coloured: Ink, letter: float) -> Ink:
    """The ink without patches that are but the dark rests of a pen stroke or a seal, and lower than letters."""
    near = np.asarray(Image.fromarray(coloured).convert("L").filter(ImageFilter.MaxFilter(3))) > 0
    blots = find_blots(ink)
    beside = np.bincount(blots.labels[near & ink], minlength=len(blots.area))
    low = blots.height < LOW * letter
    rests = np.append(low & (beside > REST * blots.area), False)
    kept: Ink = ink & ~rests[blots.labels]
    return kept
