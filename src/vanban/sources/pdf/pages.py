"""A PDF page → its layout, and whether its text can be read from the file at all."""

from dataclasses import dataclass

import pypdfium2

from vanban.layout.geometry import PageLayout
from vanban.sources.pdf.document import frame_of
from vanban.sources.pdf.glyphs import Run, runs_of
from vanban.sources.pdf.rules import pictured, rules_of
from vanban.sources.pdf.words import decode_old_fonts, legible, main_turn, words_of

FEW = 100  # letters: with fewer, a page that is mostly a picture is a scan with a stamp or a page number
MOSTLY = 0.4  # of the page covered by pictures
LEGIBLE = 0.8  # of the letters have a meaning


@dataclass(frozen=True, slots=True)
class PdfPage:
    """`textless`: what the page shows is a picture, or its letters cannot be told; it needs OCR.

    `encodings` are those from before Unicode that its fonts were made for.
    """

    layout: PageLayout
    textless: bool
    encodings: frozenset[str] = frozenset()


def read_page(page: pypdfium2.PdfPage, number: int) -> PdfPage:
    """The page's words and rules, upright."""
    frame = frame_of(page)
    runs = runs_of(page, frame)
    turned = frame.turned(main_turn(run for run in runs if run.style.visible))
    rules = rules_of(page, turned)
    encodings = decode_old_fonts(runs)
    words = words_of(runs, turned, rules)
    layout = PageLayout(
        number, turned.width, turned.height, words, rules, (turned.turn - frame.turn) % 360
    )
    return PdfPage(layout, is_textless(page, runs), encodings)


def is_textless(page: pypdfium2.PdfPage, runs: list[Run]) -> bool:
    """Whether a page shows writing that its text layer does not hold (hidden text of somebody's OCR does not count)."""
    visible = [run for run in runs if run.style.visible]
    if legible(visible) < LEGIBLE:
        return True
    if sum(len(run.letters) for run in visible) >= FEW:
        return False
    return pictured(page) >= MOSTLY
