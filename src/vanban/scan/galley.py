"""The lines of a page set anew, far apart and in letters of one height, so that they are read without mixing.

Whole pages are read badly where accents of one line touch the line above or where a table is ruled. Here every
line stands alone on white, made of its own patches of ink; each word found is put back to its place on the page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

from vanban.scan.blots import Blots
from vanban.scan.strips import Strip

MARGIN = 20  # pixels of white to the left and right
LEADING = 0.8  # letter heights between two lines
AROUND = 3  # pixels kept around the ink of a line
TALLEST = 6_000  # pixels of one galley
SAME = 0.1  # a difference in scale that is not worth the loss


@dataclass(frozen=True, slots=True)
class Cut:
    """A line cut out of the page: `left`, `top` in pixels of the page."""

    strip: int
    picture: Image.Image
    left: int
    top: int


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a cut stands in a galley; `scale` is by how much it was enlarged."""

    cut: Cut
    top: int
    scale: float


def cut_out(page: Image.Image, blots: Blots, strips: Sequence[Strip], coarse: int) -> list[Cut]:
    """Every line by itself; `blots` were found on the page made `coarse` times smaller."""
    cuts = []
    known = np.zeros(len(blots.left) + 1, dtype=np.bool_)  # the last stands for paper
    rows, columns = blots.labels.shape
    for number, strip in enumerate(strips):
        mine = np.array(strip.letters + strip.marks)
        left, right = (
            max(int(blots.left[mine].min()) - AROUND, 0),
            min(int(blots.right[mine].max()) + AROUND, columns),
        )
        top, bottom = (
            max(int(blots.top[mine].min()) - AROUND, 0),
            min(int(blots.bottom[mine].max()) + AROUND, rows),
        )
        known[mine] = True
        ink = Image.fromarray(known[blots.labels[top:bottom, left:right]]).convert("L")
        known[mine] = False
        box = (left * coarse, top * coarse, right * coarse, bottom * coarse)
        size = (box[2] - box[0], box[3] - box[1])
        mask = ink.filter(ImageFilter.MaxFilter(3)).resize(size, Image.Resampling.NEAREST)
        picture = Image.new("L", size, 255)
        picture.paste(page.crop(box), mask=mask)
        cuts.append(Cut(number, picture, box[0], box[1]))
    return cuts


def set_galleys(
    cuts: Sequence[Cut], letter: float, wanted: float
) -> Iterator[tuple[Image.Image, list[Slot]]]:
    """The cuts one below the other, their letters enlarged from `letter` to `wanted` pixels."""
    scale = wanted / letter if abs(wanted / letter - 1) > SAME else 1.0
    gap = round(LEADING * letter * scale)
    slots: list[Slot] = []
    down = gap
    for cut in cuts:
        height = max(1, round(cut.picture.height * scale))
        if slots and down + height > TALLEST:
            yield _paste(slots, down), slots
            slots, down = [], gap
        slots.append(Slot(cut, down, scale))
        down += height + gap
    if slots:
        yield _paste(slots, down), slots


def _paste(slots: Sequence[Slot], height: int) -> Image.Image:
    scale = slots[0].scale
    width = max(round(slot.cut.picture.width * scale) for slot in slots)
    galley = Image.new("L", (width + 2 * MARGIN, height), 255)
    for slot in slots:
        picture = slot.cut.picture
        if scale != 1.0:
            size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
            picture = picture.resize(size, Image.Resampling.BICUBIC)
        galley.paste(picture, (MARGIN, slot.top))
    return galley
