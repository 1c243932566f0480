"""A recognised word looked at once more on the page itself: its strokes, its marks, what was written across it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vanban.scan.numerals import Grey, numbered
from vanban.scan.sheets import Sheet
from vanban.scan.strips import Strip
from vanban.scan.voting import Word

HANGING = 0.14  # heights of a letter that the tail of a semicolon reaches below the line
LAST = 0.7  # heights of a letter within which the mark at the end of a word stands
CROSSED = 80.0  # a word that a pen crossed is no surer than this
UNSURE = 50.0  # a mark or a crossed letter at the end of a line that is less sure is a stain
FEWEST = 4  # pixels of a pen's ink that cross a word


@dataclass(frozen=True, slots=True)
class Look:
    """The page and the line in which words stand."""

    sheet: Sheet
    strip: Strip

    def over(self, words: list[Word]) -> list[Word]:
        """The words with what the page tells: crossed ones doubtful, numbers and semicolons as printed."""
        seen = [self._marked(self._crossed(word)) for word in words if not self._is_speck(word)]
        if len(seen) > 1 and _is_stain(seen[-1]):
            seen.pop()
        return numbered(seen, self.grey)

    def grey(self, word: Word) -> Grey:
        """The word as it is printed, from the heads of its tallest letters to where its line stands."""
        blots, coarse = self.sheet.blots, self.sheet.coarse
        mine = self._letters(word)
        if not len(mine):
            return np.full((1, 1), 255, dtype=np.uint8)
        feet = float(np.median(blots.bottom[mine]))
        top, foot = int(feet - np.median(blots.height[mine])) * coarse, int(feet) * coarse
        left, right = int(blots.left[mine].min()) * coarse, int(blots.right[mine].max()) * coarse
        return np.asarray(self.sheet.print.crop((left, max(top, 0), right, foot)))

    def _letters(self, word: Word) -> NDArray[np.int64]:
        letters = np.array(self.strip.letters)
        blots, coarse = self.sheet.blots, self.sheet.coarse
        middles = (blots.left[letters] + blots.right[letters]) / 2 * coarse
        found: NDArray[np.int64] = letters[(middles >= word.left) & (middles <= word.right)]
        return found

    def _is_speck(self, word: Word) -> bool:
        """Whether what was taken for a letter is too small for one."""
        is_letter = len(word.text) == 1 and word.text.isalnum()
        return is_letter and word.sure < UNSURE and not len(self._letters(word))

    def _crossed(self, word: Word) -> Word:
        pens, mine = self.sheet.pens, self._letters(word)
        if pens is None or not len(mine):
            return word
        blots, coarse = self.sheet.blots, self.sheet.coarse
        high = round(self.sheet.letter / 2)  # accents stand there
        rows = slice(max(0, int(blots.top[mine].min()) - high), int(blots.bottom[mine].max()))
        columns = slice(int(word.left / coarse), int(word.right / coarse) + 1)
        if int(pens[rows, columns].sum()) < FEWEST:
            return word
        return word._replace(sure=min(word.sure, CROSSED), doubtful=True)

    def _marked(self, word: Word) -> Word:
        """A word that ends in a colon, with a semicolon where a tail hangs below the line."""
        marks = np.array(self.strip.marks)
        if not word.text.endswith(":") or not len(marks):
            return word
        blots, coarse, letter = self.sheet.blots, self.sheet.coarse, self.sheet.letter
        end = word.right / coarse
        middles = (blots.left[marks] + blots.right[marks]) / 2
        near = marks[(middles > end - LAST * letter) & (middles < end + LAST * letter / 2)]
        foot = float(np.interp(end, blots.left[self.strip.letters], self.strip.feet))
        if not len(near) or float(blots.bottom[near].max()) - foot <= HANGING * letter:
            return word
        return word._replace(text=f"{word.text[:-1]};", doubtful=True)


def _is_stain(word: Word) -> bool:
    """Whether the last word of a line is a speck or the end of a pen stroke."""
    if word.sure >= UNSURE:
        return False
    return not any(map(str.isalnum, word.text)) or (word.doubtful and len(word.text) == 1)
