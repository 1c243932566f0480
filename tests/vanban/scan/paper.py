"""Pages as a scanner leaves them: drawn from a PDF file, stamped, signed, askew, turned, grey and grainy."""

import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image, ImageChops, ImageDraw

RED, BLUE = (205, 30, 45), (35, 45, 150)
WHITE = (255, 255, 255)
INCH = 72


@dataclass(frozen=True, slots=True)
class Wear:
    """What happened to the pages; `slope` in degrees clockwise, `turn` in quarters clockwise, `noise` in greys."""

    dpi: int = 300
    slope: float = 0.0
    turn: int = 0
    noise: float = 0.0
    quality: int = 0  # of JPEG compression, 0 for none
    stamped: bool = False
    paper: tuple[int, int, int] = WHITE


def scan(pdf: Path, folder: Path, wear: Wear) -> Path:
    """A folder with the pages as pictures, named as people name them."""
    folder.mkdir(exist_ok=True)
    for number, page in enumerate(scanned_pages(pdf, wear), start=1):
        page.save(folder / f"trang {number}.png", compress_level=1)
    return folder


def scanned_pages(pdf: Path, wear: Wear) -> list[Image.Image]:
    """The pages of a PDF file, worn."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        drawn = [page.render(scale=wear.dpi / INCH).to_pil().convert("RGB") for page in document]
    finally:
        document.close()
    return [worn(page, wear, seed) for seed, page in enumerate(drawn)]


def worn(page: Image.Image, wear: Wear, seed: int = 0) -> Image.Image:
    """A page after what `wear` tells of."""
    if wear.stamped:
        page = stamped(page, wear.dpi)
    if wear.slope:
        page = page.rotate(-wear.slope, Image.Resampling.BICUBIC, fillcolor=WHITE)
    if wear.noise or wear.paper != WHITE:
        page = _greyed(page, wear, seed)
    if wear.quality:
        stream = io.BytesIO()
        page.save(stream, "JPEG", quality=wear.quality)
        page = Image.open(stream).convert("RGB")
    return page.rotate(-90 * wear.turn, expand=True)


def _greyed(page: Image.Image, wear: Wear, seed: int) -> Image.Image:
    """The page on the paper of `wear`, with its noise."""
    shades = np.asarray(page, dtype=np.float32) * (np.array(wear.paper, dtype=np.float32) / 255)
    if wear.noise:
        shades += np.random.default_rng(seed).normal(0, wear.noise, (page.height, page.width, 1))
    return Image.fromarray(np.clip(shades, 0, 255, out=shades).astype(np.uint8))


def stamped(page: Image.Image, dpi: int) -> Image.Image:
    """The page with a round red seal and a blue signature across its words; black stays black beneath them."""
    layer = Image.new("RGB", page.size, WHITE)
    draw = ImageDraw.Draw(layer)
    radius, thick = dpi * 0.7, max(2, dpi // 60)
    across, down = page.width * 0.62, page.height * 0.5
    for part in (1.0, 0.93, 0.6):
        size = radius * part
        box = (across - size, down - size, across + size, down + size)
        draw.ellipse(box, outline=RED, width=thick)
    strokes = ((0, 0.5), (0.3, -0.8), (0.5, 0.7), (0.8, -0.4), (1.8, 0.1), (2.6, -0.1))
    places = [(across + radius * x, down + radius * y) for x, y in strokes]
    draw.line(places, fill=BLUE, width=thick)
    return ImageChops.darker(page, layer)
