"""Tesseract: a picture of lines → words with their places and how sure it is of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from tesserocr import OEM, PSM, RIL, PyTessBaseAPI, iterate_level

from vanban.scan.letters import LANGUAGE

RESOLUTION = 300  # letters are enlarged to about what they are at this resolution


class Seen(NamedTuple):
    """A word as recognised: `sure` from 0 to 100, its box in pixels of the picture."""

    text: str
    sure: float
    left: int
    top: int
    right: int
    bottom: int


class Recogniser:
    """Reads pictures of lines that stand one below the other."""

    def __init__(self, folder: Path) -> None:
        self.engine = PyTessBaseAPI(
            path=str(folder), lang=LANGUAGE, oem=OEM.LSTM_ONLY, psm=PSM.SINGLE_BLOCK
        )
        self.engine.SetVariable("tessedit_do_invert", "0")

    def begin_page(self) -> None:
        """Forget what other pages taught: a page is read the same whichever process reads it."""
        self.engine.ClearAdaptiveClassifier()

    def words(self, picture: Image.Image) -> Iterator[Seen]:
        """The words of a picture, line by line."""
        self.engine.SetImage(picture)
        self.engine.SetSourceResolution(RESOLUTION)
        self.engine.Recognize()
        found = self.engine.GetIterator()
        if found is None:
            return
        for word in iterate_level(found, RIL.WORD):
            box = word.BoundingBox(RIL.WORD)
            text = (word.GetUTF8Text(RIL.WORD) or "").strip() if box else ""
            if text:
                yield Seen(text, float(word.Confidence(RIL.WORD)), *box)
