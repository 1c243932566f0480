"""One picture of a page → its words with their places, and its printed lines."""

from collections.abc import Mapping, Sequence

import numpy as np
from PIL import Image

from vanban.layout.geometry import Rule
from vanban.scan.corrections import corrected, pairs_of
from vanban.scan.galley import MARGIN, Cut, cut_out, set_galleys
from vanban.scan.lettering import Lettering, lettering_of
from vanban.scan.looks import Look
from vanban.scan.recogniser import Recogniser
from vanban.scan.scanned import ScannedPage, ScannedWord
from vanban.scan.sheets import Sheet, prepare
from vanban.scan.strips import Strip
from vanban.scan.voting import Word, is_disputed, needs_second, settled

FIRST, SECOND, THIRD = 21.0, 28.0, 24.0  # pixels of a letter in the readings
SAMPLE = 6  # lines by which two ways a page may lie are compared
NOISE = 50.0  # a line of few letters none of which is surer than this is a stain
FEW = 3
ASCENT, DESCENT = 0.82, 0.22  # of the font size, above and below the foot of the letters

Lines = Mapping[int, list[Word]]  # words by number of the strip


def read_page(picture: Image.Image, recogniser: Recogniser) -> ScannedPage:
    """What is printed on a page, whichever way it lies."""
    recogniser.begin_page()
    sheet = prepare(picture)
    if sheet.lie.rival is not None:
        rival = prepare(picture, sheet.lie.rival)
        sheet = max(sheet, rival, key=lambda one: _legibility(one, recogniser))
    lines = _lines(sheet, recogniser)
    lettering = lettering_of(sheet, lines)
    words = [
        _placed(word, sheet, sheet.strips[number], lettering[number])
        for number, line in lines.items()
        for word in line
    ]
    rules = np.concatenate([sheet.ruling.level, sheet.ruling.upright]) * sheet.coarse
    return ScannedPage(
        *sheet.print.size,
        sheet.lie.quarters * 90,
        sheet.lie.slope,
        tuple(words),
        tuple(Rule(*map(float, rule)) for rule in rules),
    )


def _lines(sheet: Sheet, recogniser: Recogniser) -> Lines:
    cuts = cut_out(sheet.print, sheet.blots, sheet.strips, sheet.coarse)
    first = _recognised(cuts, sheet, FIRST, recogniser)
    again = [cut for cut in cuts if needs_second(first.get(cut.strip, ()))]
    second = _recognised(again, sheet, SECOND, recogniser)
    disputed = [
        cut for cut in again if is_disputed(first.get(cut.strip, ()), second.get(cut.strip, ()))
    ]
    third = _recognised(disputed, sheet, THIRD, recogniser)
    lines = {}
    for number in (cut.strip for cut in cuts):
        words = settled([reading.get(number, ()) for reading in (first, second, third)])
        lines[number] = Look(sheet, sheet.strips[number]).over(words)
    elsewhere = pairs_of(lines.values())
    right = {number: corrected(line, elsewhere) for number, line in lines.items()}
    return {number: line for number, line in right.items() if not _is_noise(line)}


def _recognised(
    cuts: Sequence[Cut], sheet: Sheet, wanted: float, recogniser: Recogniser
) -> dict[int, list[Word]]:
    """The words of each cut, their edges in pixels of the page."""
    lines: dict[int, list[Word]] = {}
    for galley, slots in set_galleys(cuts, sheet.letter * sheet.coarse, wanted):
        tops = np.array([slot.top for slot in slots])
        for seen in recogniser.words(galley):
            place = int(np.searchsorted(tops, (seen.top + seen.bottom) / 2)) - 1
            slot = slots[max(place, 0)]
            left, right = (
                (edge - MARGIN) / slot.scale + slot.cut.left for edge in (seen.left, seen.right)
            )
            lines.setdefault(slot.cut.strip, []).append(Word(seen.text, seen.sure, left, right))
    return lines


def _legibility(sheet: Sheet, recogniser: Recogniser) -> float:
    """How sure the longest lines are read: a page read upside down is not."""
    longest = sorted(sheet.strips, key=lambda strip: -len(strip.letters))[:SAMPLE]
    cuts = cut_out(sheet.print, sheet.blots, longest, sheet.coarse)
    lines = _recognised(cuts, sheet, FIRST, recogniser)
    return sum(word.sure * len(word.text) for line in lines.values() for word in line)


def _is_noise(line: Sequence[Word]) -> bool:
    letters = sum(len(word.text) for word in line)
    return letters <= FEW and all(word.sure < NOISE for word in line)


def _placed(word: Word, sheet: Sheet, strip: Strip, letters: Lettering) -> ScannedWord:
    """The word in a box as high as its font, standing where its line stands."""
    middle = (word.left + word.right) / 2 / sheet.coarse
    foot = float(np.interp(middle, sheet.blots.left[strip.letters], strip.feet)) * sheet.coarse
    top, bottom = foot - ASCENT * letters.size, foot + DESCENT * letters.size
    place = (word.left, top, word.right, bottom)
    return ScannedWord(word.text, *place, letters.size, letters.bold, word.doubtful)
